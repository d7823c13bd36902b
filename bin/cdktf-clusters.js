#!/usr/bin/env node
const { run } = require("../scripts/run.js");

run("cli/cdktf-clusters.ts").then(({ main }) => {
  process.exitCode = main(process.argv.slice(2));
});
