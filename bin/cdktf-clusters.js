#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

// In a checkout the command is what its source says now; a package has it built.
const isCheckout = existsSync(join(__dirname, "../cli/cdktf-clusters.ts"));
const command = isCheckout
  ? require("../scripts/run.js").run("cli/cdktf-clusters.ts")
  : Promise.resolve(require("../lib/cli.js"));

command
  .then(({ main }) => {
    process.exitCode = main(process.argv.slice(2));
  })
  .catch((failure) => {
    console.error(failure);
    process.exitCode = 1;
  });
