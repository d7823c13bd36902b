/** Measures `npm test` compared with the type check of the whole project, which grows with the same code. */
const { spawnSync } = require("node:child_process");
const { inTurns, medianOf, ratioOf, root, table } = require("../support");

module.exports = function measureTests(runs) {
  const results = inTurns({ check: () => npm("run", "typecheck"), tests: () => npm("test") }, runs);
  const [{ tests, suites }] = results.tests;
  return [
    "## Tests",
    "",
    "`npm test` compared with `npm run typecheck` of the whole project.",
    "",
    table([
      ["tests", "suites", "s", "ms a test", "type check s", "ratio"],
      [
        tests,
        suites,
        (medianOf(results.tests, "ms") / 1000).toFixed(1),
        (medianOf(results.tests, "ms") / tests).toFixed(1),
        (medianOf(results.check, "ms") / 1000).toFixed(1),
        `**${ratioOf(results.tests, results.check, "ms").toFixed(1)}**`,
      ],
    ]),
  ].join("\n");
};

function npm(...args) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync("npm", args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  // The time of failed tests is meaningless.
  if (status !== 0)
    throw new Error(`npm ${args.join(" ")}: exit code ${status}\n${(stdout + stderr).slice(-4000)}`);
  return { ms, tests: countOf(stderr, "Tests"), suites: countOf(stderr, "Test Suites") };
}

/** Jest's summary: `Tests:       1 skipped, 4 passed, 5 total`. */
const countOf = (text, what) => Number(new RegExp(`^${what}: .*?(\\d+) passed`, "m").exec(text)?.[1]);
