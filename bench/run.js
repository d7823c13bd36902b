/**
 * Measures, and writes `bench/RESULTS.md`: `npm run bench [-- RUNS]`, at least five. Every figure is a ratio within one run, or stands
 * beside what it is to be compared with. Needs a machine that does nothing else; the load before is in the results.
 */
const { readFileSync, writeFileSync } = require("node:fs");
const os = require("node:os");
const { join } = require("node:path");
const { root } = require("./support");
const { devDependencies: versions } = require("../package.json");

const runs = Math.max(5, Number(process.argv[2] ?? 5));
const load = os.loadavg()[0].toFixed(2);
const cpu = /^model name\s*: (.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))?.[1] ?? os.arch();
const parts = [require("./floor/measure"), require("./growth/measure")].map((measure) => measure(runs));
const machine =
  `${os.cpus().length} × ${cpu}, ${Math.round(os.totalmem() / 1e9)} GB, load ${load} at the start; ` +
  `Node ${process.versions.node}, cdktf ${versions.cdktf}, provider-aws ${versions["@cdktf/provider-aws"]}, ` +
  `-azurerm ${versions["@cdktf/provider-azurerm"]}, -google ${versions["@cdktf/provider-google"]}`;

const text = [
  "# Results",
  "",
  "Written by `npm run bench`.",
  "",
  `${new Date().toISOString().slice(0, 10)}, ${machine}.`,
  "",
  ...parts.flatMap((part) => [part, ""]),
].join("\n");
writeFileSync(join(root, "bench/RESULTS.md"), text);
console.log(text);
