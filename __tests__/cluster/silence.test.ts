import { formatMessage, formatPath, type Problem } from "../../modules/cluster/problem";
import { silenced } from "../../modules/cluster/rules/silence";
import type { SilenceSpec } from "../../modules/cluster/vocabulary";

const known = ["eks/access/open", "eks/network/nat", "eks/capacity/addresses"];
const warning: Problem = {
  path: ["access"],
  message: "is open",
  severity: "warning",
  rule: "eks/access/open",
};
const failure: Problem = {
  path: ["network"],
  message: "does not fit",
  severity: "error",
  rule: "eks/capacity/addresses",
};
const reason = "a training cluster";

const printed = (silence: readonly SilenceSpec[] | undefined, options = {}): string[] =>
  silenced([warning, failure], silence, known, options).map(
    (problem) => `${problem.severity} ${formatPath(problem.path)}: ${formatMessage(problem)}`,
  );
const open = "warning access: is open [eks/access/open]";
const size = "error network: does not fit [eks/capacity/addresses]";

describe("silence", () => {
  test("removes the warnings of a rule, and nothing else", () => {
    expect(printed([{ rule: "eks/access/open", reason }])).toEqual([size]);
    expect(printed(undefined)).toEqual([open, size]);
    expect(printed([])).toEqual([open, size]);
  });

  test("does not remove an error", () => {
    expect(printed([{ rule: "eks/capacity/addresses", reason }])).toEqual([
      open,
      size,
      'error silence[0].rule: "eks/capacity/addresses" reports an error, which cannot be silenced [cluster/silence/warnings-only]',
    ]);
  });

  test.each([
    ["eks/acces/open", 'unknown rule "eks/acces/open"; did you mean "eks/access/open"?'],
    ["open", 'unknown rule "open"; did you mean "eks/access/open"?'],
    ["something-else", 'unknown rule "something-else"; the id is at the end of the warning'],
  ])("of the unknown rule %s is an error", (rule, message) => {
    expect(printed([{ rule, reason }])).toEqual([
      open,
      size,
      `error silence[0].rule: ${message} [cluster/silence/rule-known]`,
    ]);
  });

  test.each([[""], [" "], [undefined]])("with the reason %p is an error", (text) => {
    const entry = { rule: "eks/access/open", reason: text as string };
    expect(printed([entry])).toEqual([
      size,
      `error silence[0].reason: must state why the warning does not apply, got ${JSON.stringify(text) ?? "undefined"} [cluster/silence/reason-given]`,
    ]);
  });

  test("of one rule twice is an error", () => {
    const entry = { rule: "eks/access/open", reason };
    expect(printed([entry, entry])).toEqual([
      size,
      'error silence[1].rule: "eks/access/open" is a duplicate of silence[0] [cluster/silence/rule-known]',
    ]);
  });

  test("without effect is a warning, but not in code, where node groups can follow", () => {
    const silence = [{ rule: "eks/network/nat", reason }];
    expect(printed(silence)).toEqual([
      open,
      size,
      'warning silence[0].rule: "eks/network/nat" reports nothing for this cluster; remove the entry [cluster/silence/has-effect]',
    ]);
    expect(printed(silence, { mayChange: true })).toEqual([open, size]);
  });
});
