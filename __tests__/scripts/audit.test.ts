import { spawnSync } from "node:child_process";

/** The form of a report of npm 7 and later: https://docs.npmjs.com/cli/commands/npm-audit, `auditReportVersion` 2. */
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    inner: {
      name: "inner",
      severity: "high",
      isDirect: false,
      via: [
        {
          source: 1,
          name: "inner",
          dependency: "inner",
          title: "Reads too much",
          url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
          severity: "high",
          range: "<2.0.0",
        },
      ],
      effects: ["outer"],
      range: "<2.0.0",
      nodes: ["node_modules/inner"],
      fixAvailable: true,
    },
    outer: {
      name: "outer",
      severity: "high",
      isDirect: true,
      via: ["inner"],
      effects: [],
      range: "*",
      nodes: ["node_modules/outer"],
      fixAvailable: true,
    },
  },
  metadata: { vulnerabilities: { high: 2, total: 2 } },
};
const explanation = { advisory: "GHSA-aaaa-bbbb-cccc", package: "inner", reason: "never called" };

/** What the script makes of a report. It is a module of its own kind, which Jest does not load. */
function judged(answer: unknown, explained: unknown): unknown {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      'import { judge } from "./scripts/audit.mjs"; const [, answer, explained] = process.argv;' +
        "console.log(JSON.stringify(judge(JSON.parse(answer), JSON.parse(explained))));",
      JSON.stringify(answer),
      JSON.stringify(explained),
    ],
    { encoding: "utf8" },
  );
  return stderr === "" ? JSON.parse(stdout) : stderr;
}

test.each([
  [
    "an advisory that nobody explained",
    report,
    [],
    { faults: ["inner <2.0.0: high: Reads too much (https://github.com/advisories/GHSA-aaaa-bbbb-cccc)"] },
  ],
  ["an advisory that is explained", report, [explanation], { answered: true, found: 1, faults: [] }],
  [
    "an explanation without a reason",
    report,
    [{ ...explanation, reason: "" }],
    { faults: [expect.stringContaining("Reads too much"), expect.stringContaining("no longer found")] },
  ],
  [
    "an explanation that nothing needs",
    { auditReportVersion: 2, vulnerabilities: {} },
    [explanation],
    { faults: ["security/advisories.json: GHSA-aaaa-bbbb-cccc is no longer found for inner"] },
  ],
  [
    "no advisory",
    { auditReportVersion: 2, vulnerabilities: {} },
    [],
    { answered: true, found: 0, faults: [] },
  ],
  [
    "a registry that does not answer",
    { message: "405 Method Not Allowed", error: { summary: "", detail: "" } },
    [],
    { answered: false, why: "405 Method Not Allowed" },
  ],
  ["another form of report", { actions: [], advisories: {} }, [], { answered: false }],
])("%s", (_, answer, explained, expected) => {
  expect(judged(answer, explained)).toMatchObject(expected);
});
