#!/usr/bin/env node
const { run } = require("../scripts/run.js");

process.exitCode = run("cli/cdktf-clusters.ts").main(process.argv.slice(2));
