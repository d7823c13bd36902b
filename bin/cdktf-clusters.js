#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { inspect } = require("node:util");

const isInstalled = (name) => {
  try {
    return Boolean(require.resolve(`${name}/package.json`));
  } catch {
    return false;
  }
};

/** The build for CDK Terrain, if only that is installed. */
const build = !isInstalled("cdktf") && isInstalled("cdktn") ? "../cdktn/cli.js" : "../lib/cli.js";

// A checkout runs the command from its source, a package from the build.
const isCheckout = existsSync(join(__dirname, "../cli/cdktf-clusters.ts"));
if (!isCheckout && !existsSync(join(__dirname, build))) {
  console.error(
    "cdktf-clusters: this package has no build. npm installed it from Git without running its script prepare:\n" +
      "allow the script, or run npm pack in a checkout and install the file that it creates.",
  );
  process.exit(1);
}
const command = isCheckout
  ? require("../scripts/run.js").load("cli/cdktf-clusters.ts")
  : Promise.resolve(require(build));

command
  .then(({ main }) => {
    process.exitCode = main(process.argv.slice(2));
  })
  .catch((failure) => {
    // The program does not load: its functions for printable text are missing too.
    const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
    console.error(inspect(failure).replace(/[^\n\x20-\x7e]/g, escaped));
    process.exitCode = 1;
  });
