import { printedProblems, useEmptyDirectory, withLines } from "./directory";

useEmptyDirectory();

const open = "    access: { admins: [], publicFrom: [0.0.0.0/0] }";
const print = (lines: Readonly<Record<number, string>>) => printedProblems(withLines(lines), {});

test("a file silences a warning of a cluster, by the id that is printed with it", () => {
  const before = print({ 7: open });
  const id = before.map((line) => /warning: 0\.0\.0\.0\/0 .*\[(.*)\]$/.exec(line)?.[1]).find(Boolean);
  expect(id).toMatch(/^eks\/access\//);

  const silence = `    silence: [{ rule: ${id}, reason: a training cluster }]`;
  expect(print({ 7: `${open}\n${silence}` })).toEqual(
    before
      .filter((line) => !line.endsWith(`[${id}]`))
      .map((line) => line.replace(/^(\d+)/, (line) => String(Number(line) > 7 ? Number(line) + 1 : line))),
  );
});

test("a silence with a misspelt id, without reason or without effect is reported where it is", () => {
  const silence = [
    "    silence:",
    "      - { rule: eks/access/no-such-rule, reason: x }",
    '      - { rule: cluster/network/range-syntax, reason: "" }',
  ].join("\n");
  const found = print({ 7: `    access: { admins: [] }\n${silence}` }).filter((line) =>
    line.includes("silence"),
  );
  expect(found).toEqual([
    expect.stringMatching(
      /^9:17 .*: unknown rule "eks\/access\/no-such-rule".* \[cluster\/silence\/rule-known\]$/,
    ),
    expect.stringMatching(/^10:17 .*: warning: .* reports nothing .* \[cluster\/silence\/has-effect\]$/),
    expect.stringMatching(/^10:55 .*: must state why .* \[cluster\/silence\/reason-given\]$/),
  ]);
});
