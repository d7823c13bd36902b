/**
 * Printing for scripts, with the functions of modules/cluster/printable.ts: text that comes from users, packages or other programs
 * shows controls instead of sending them to the terminal.
 */
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const { join } = require("node:path");

const source = join(__dirname, "../modules/cluster/printable.ts");

/** Node.js 20 runs no TypeScript. */
function load() {
  const { code } = require("esbuild").transformSync(readFileSync(source, "utf8"), {
    loader: "ts",
    format: "cjs",
    target: "node20",
  });
  const module = new Module(source);
  module._compile(code, source);
  return module.exports;
}

const { printable, printableLine, printableLines } = load();

/** Whether the user asked for colours, which Terraform sends as controls. */
const hasColours = !["", "0", undefined].includes(process.env.FORCE_COLOR);

const shown = (text) => {
  const lines = printableLines(String(text));
  return hasColours ? lines.replace(/\\u001b(\[[0-9;]*m)/g, "\u001b$1") : lines;
};

/** Prints lines to standard output. */
const print = (text) => void process.stdout.write(`${shown(text)}\n`);

/** Prints lines to standard error. */
const printError = (text) => void process.stderr.write(`${shown(text)}\n`);

module.exports = { print, printable, printableLine, printableLines, printError };
