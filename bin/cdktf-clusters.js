#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

// A checkout runs the command from its source, a package from the build.
const isCheckout = existsSync(join(__dirname, "../cli/cdktf-clusters.ts"));
const command = isCheckout
  ? require("../scripts/run.js").load("cli/cdktf-clusters.ts")
  : Promise.resolve(require("../lib/cli.js"));

command
  .then(({ main }) => {
    process.exitCode = main(process.argv.slice(2));
  })
  .catch((failure) => {
    console.error(failure);
    process.exitCode = 1;
  });
