import { formatProblem, report, type LocatedProblem } from "../../modules/environment";
import { sortProblems } from "../../modules/environment/problems";

const problem: LocatedProblem = {
  file: "environments/production.yaml",
  line: 23,
  column: 15,
  path: ["clusters", 0, "nodeGroups", 1, "size", "max"],
  message: "must be at least min (3), got 2",
  severity: "error",
  rule: "cluster/node-groups/size-order",
};
const warning: LocatedProblem = { ...problem, severity: "warning" };

describe("a problem is one line", () => {
  test.each([
    [
      problem,
      "environments/production.yaml:23:15 clusters[0].nodeGroups[1].size.max: must be at least min (3), got 2 [cluster/node-groups/size-order]",
    ],
    [
      warning,
      "environments/production.yaml:23:15 clusters[0].nodeGroups[1].size.max: warning: must be at least min (3), got 2 [cluster/node-groups/size-order]",
    ],
    [
      { ...problem, path: [] },
      "environments/production.yaml:23:15: must be at least min (3), got 2 [cluster/node-groups/size-order]",
    ],
    [
      { ...warning, path: [] },
      "environments/production.yaml:23:15: warning: must be at least min (3), got 2 [cluster/node-groups/size-order]",
    ],
    [
      { ...problem, path: [], line: undefined, column: undefined },
      "environments/production.yaml: must be at least min (3), got 2 [cluster/node-groups/size-order]",
    ],
  ])("%#", (given, line) => {
    expect(formatProblem(given)).toBe(line);
  });
});

test("problems are sorted by file, line and column, numbers as numbers", () => {
  const at = (file: string, line?: number, column?: number): LocatedProblem => ({
    ...problem,
    file,
    line,
    column,
  });
  const sorted = [
    at("a.yaml"),
    at("a.yaml", 2, 1),
    at("a.yaml", 10, 3),
    at("a.yaml", 10, 20),
    at("b.yaml", 1, 1),
  ];
  expect(sortProblems([...sorted].reverse())).toEqual(sorted);
});

test("the same problem at the same place is there once, another one stays", () => {
  const other = { ...problem, message: "must be a whole number, got 2.5" };
  const viaAlias = { ...problem, path: ["clusters", 1] };
  expect(sortProblems([problem, viaAlias, other])).toEqual([problem, other]);
});

describe("a report", () => {
  const printed = (problems: readonly LocatedProblem[]) => {
    const lines: string[] = [];
    const failed = report(problems, { write: (text) => lines.push(text) });
    return { failed, text: lines.join("") };
  };

  test("of nothing prints nothing", () => {
    expect(printed([])).toEqual({ failed: false, text: "" });
  });

  test("of warnings prints them and does not fail", () => {
    expect(printed([warning])).toEqual({
      failed: false,
      text: `${formatProblem(warning)}\n1 warning in 1 file\n`,
    });
  });

  test("of errors prints all, counts them and their files, and fails", () => {
    const elsewhere = { ...problem, file: "dev.yaml" };
    const warned = { ...warning, file: "test.yaml" };
    const { failed, text } = printed([problem, problem, elsewhere, warned]);
    expect(failed).toBe(true);
    expect(text.split("\n")).toEqual([
      ...[problem, problem, elsewhere, warned].map(formatProblem),
      "3 errors and 1 warning in 3 files",
      "",
    ]);
  });

  test("of one error counts in the singular", () => {
    expect(printed([problem]).text).toContain("\n1 error in 1 file\n");
  });
});
