import { parse, stringify } from "yaml";
import { loadEnvironments } from "../../modules/environment";
import { problemsOf, rightText, useEmptyDirectory, withLines, withoutRules } from "./directory";

useEmptyDirectory();

/** Declarations that tests refer to. Warnings about unused ones are ignored. */
const declarations = `variables:
  team: { type: string }
  disk: { type: number }
  logs: { type: bool }
  arns: { type: list(string) }
  token: { type: string, sensitive: true }
`;
const declaredLines = declarations.split("\n").length - 1;

/** The problems of the valid environment with some lines replaced, without warnings about unused variables. */
function problems(lines: Parameters<typeof withLines>[0]): string[] {
  return problemsOf(`${declarations}${withLines(lines)}`)
    .filter((problem) => !problem.includes("is never used"))
    .map((problem) => problem.replace(/^\d+/, (line) => String(Number(line) - declaredLines)));
}

test("a variable with an invalid declaration has one problem, which its references do not repeat", () => {
  const lines = { 1: 'variables: { team: { type: list } }\ntags: { team: "${var.team}" }' };
  expect(problemsOf(withLines(lines))).toEqual([
    '1:28 variables.team.type: must be one of string, number, bool, list(string), got "list"',
  ]);
});

test("a misspelt reference is one problem: its variable is not unused as well", () => {
  const lines = { 1: 'variables: { team: { type: string } }\ntags: { team: "${var.taem}" }' };
  expect(problemsOf(withLines(lines))).toEqual([
    '2:15 tags.team: unknown variable "taem"; did you mean "team"?',
  ]);
});

describe("a reference", () => {
  test.each([
    ["for a string", { 1: 'tags: { team: "${var.team}" }' }],
    ["in a text", { 1: 'tags: { team: "a-${var.team}-${ var.team }" }' }],
    ["of another type in a text", { 1: 'tags: { team: "a-${var.disk}-${var.logs}" }' }],
    ["for a number", { 12: '      - name: workers\n        maxPods: "${var.disk}"' }],
    ["for true or false", { 10: '      flowLogs: "${var.logs}"' }],
    ["for a list of strings", { 13: '        machineTypes: "${var.arns}"' }],
    ["for a union of types", { 14: '        size: "${var.disk}"' }],
    [
      "to the shell in user data",
      { 12: '      - name: workers\n        userData: "#!/bin/sh\\necho ${HOME}"' },
    ],
  ])("is allowed %s", (_, lines) => {
    expect(problems(lines)).toEqual([]);
  });

  test.each([
    [
      "an unknown variable",
      { 1: 'tags: { team: "${var.taem}" }' },
      '1:15 tags.team: unknown variable "taem"; did you mean "team"?',
    ],
    [
      "an unknown variable like no other",
      { 1: 'tags: { team: "${var.something_else}" }' },
      '1:15 tags.team: unknown variable "something_else"; declared: team, disk, logs, arns, token',
    ],
    [
      "an unknown variable for a number",
      { 12: '      - name: workers\n        maxPods: "${var.dsk}"' },
      '13:18 clusters[0].nodeGroups[0].maxPods: unknown variable "dsk"; did you mean "disk"?',
    ],
    [
      "something that is no variable",
      { 1: 'tags: { team: "${local.team}" }' },
      '1:15 tags.team: only references to variables are supported: ${var.NAME}; got "${local.team}"',
    ],
    [
      "an expression",
      { 1: 'tags: { team: "${upper(var.team)}" }' },
      '1:15 tags.team: only references to variables are supported: ${var.NAME}; got "${upper(var.team)}"',
    ],
    [
      "nothing, with open braces",
      { 1: 'tags: { team: "${var.team" }' },
      '1:15 tags.team: only references to variables are supported: ${var.NAME}; got "${var.team"',
    ],
    [
      "a directive",
      { 1: 'tags: { team: "%{ if true }a%{ endif }" }' },
      '1:15 tags.team: only references to variables are supported: ${var.NAME}; got "%{ if true }"',
    ],
    [
      "a string for a number",
      { 12: '      - name: workers\n        maxPods: "${var.team}"' },
      '13:18 clusters[0].nodeGroups[0].maxPods: must be a number, but variable "team" is a string',
    ],
    [
      "a number for true or false",
      { 10: '      flowLogs: "${var.disk}"' },
      '10:17 clusters[0].network.flowLogs: must be true or false, but variable "disk" is a number',
    ],
    [
      "a string for a list",
      { 13: '        machineTypes: "${var.team}"' },
      '13:23 clusters[0].nodeGroups[0].machineTypes: must be a list, but variable "team" is a string',
    ],
    [
      "a list for a string",
      { 1: 'tags: { team: "${var.arns}" }' },
      '1:15 tags.team: variable "arns" is a list; this field needs a single value',
    ],
    [
      "a list in a text",
      { 1: 'tags: { team: "a${var.arns}" }' },
      '1:15 tags.team: variable "arns" is a list; this field needs a single value',
    ],
    [
      "a tag, if it is sensitive",
      { 1: 'tags: { team: "${var.team}", owner: "${var.token}" }' },
      '1:37 tags.owner: tags are shown in the cloud and in plans, and variable "token" is sensitive',
    ],
    [
      "a label, if it is sensitive",
      { 12: '      - name: workers\n        labels: { a: "${var.token}" }' },
      '13:22 clusters[0].nodeGroups[0].labels.a: this value is shown in the cloud or in the cluster, and variable "token" is sensitive; use a variable that is not',
    ],
    [
      "a part of a group's tag, if it is sensitive",
      { 12: '      - name: workers\n        tags: { owner: "by ${var.token}" }' },
      '13:24 clusters[0].nodeGroups[0].tags.owner: tags are shown in the cloud and in plans, and variable "token" is sensitive',
    ],
    [
      "an enumeration that decides which resources exist",
      { 10: '      nat: "${var.team}"' },
      "10:12 clusters[0].network.nat: must be a literal, one of none, single, per-zone, regional, got ${var.team}",
    ],
    [
      "a map",
      { 7: '    access: "${var.team}"' },
      "7:13 clusters[0].access: must be a map written as a literal, got ${var.team}",
    ],
    [
      "a list of maps",
      { 11: '    nodeGroups: "${var.arns}"', 12: null, 13: null, 14: null },
      "11:17 clusters[0].nodeGroups: must be a list written as a literal, got ${var.arns}",
    ],
  ])("is not allowed for %s", (_, lines, message) => {
    expect(problems(lines)).toEqual([message]);
  });

  test("in a field that decides which resources exist is refused by the rules of the platform", () => {
    const text = `variables: { region: { type: string } }\n${withLines({ 5: '    region: "${var.region}"' })}`;
    expect(problemsOf(text, { today: new Date("2026-11-23") })).toContainEqual(
      expect.stringMatching(/^6:13 clusters\[0\]\.region: must be a literal, got "\$\{var\.region\}"/),
    );
  });
});

describe("a declaration", () => {
  /** The problems of one variable `a`, which is used, without their positions. */
  const declared = (spec: string, name = "a") =>
    problemsOf(
      `${stringify({ variables: { b: { type: "string" }, [name]: parse(spec) as object } })}${withLines({ 12: `      - name: workers\n        securityGroups: ["\${var.b}", "\${var.${name}}"]` })}`,
    ).map((problem) => problem.replace(/^\d+:\d+ variables\./, ""));

  test.each([
    "{ type: string }",
    '{ type: string, description: what, default: "x" }',
    "{ type: number, default: 5 }",
    "{ type: bool, default: false }",
    "{ type: string, sensitive: true }",
    '{ type: string, validation: [{ condition: "can(regex(\\"^[a-z(]+$\\", var.a))", errorMessage: must be lower-case }] }',
    '{ type: string, validation: [{ condition: "var.a != var.b", errorMessage: must differ }] }',
    `{ type: string, validation: [{ condition: 'length([for x in split(",", var.a) : x if (trimspace(x) != "# // (")]) > 0', errorMessage: must have parts }] }`,
    `{ type: string, validation: [{ condition: 'alltrue([for k, v in jsondecode(var.a) : v.x == (k == "file(1)" ? 1 : -abs(2))])', errorMessage: must be right }] }`,
  ])("%s is valid", (spec) => {
    expect(declared(spec)).toEqual([]);
  });

  test.each([
    ["{}", 'a: missing field "type": Type of the value; must be one of string, number, bool, list(string)'],
    ["{ type: text }", 'a.type: must be one of string, number, bool, list(string), got "text"'],
    ['{ type: number, default: "5" }', 'a.default: must be a number, which is its type, got "5"'],
    ["{ type: string, default: 5 }", "a.default: must be a string, which is its type, got 5"],
    [
      "{ type: string, default: x, sensitive: true }",
      "a.default: secrets are not supported in files: a sensitive variable has no default; set TF_VAR_… where Terraform runs",
    ],
    ['{ type: string, default: "${var.b}" }', 'a.default: must be a literal, got "${var.b}"'],
    ['{ type: string, description: "${var.b}" }', 'a.description: must be a literal, got "${var.b}"'],
    [
      '{ type: string, validation: [{ condition: "${var.a}", errorMessage: x }] }',
      'a.validation[0].condition: must be an expression without ${ }, got "${var.a}"',
    ],
    [
      '{ type: string, validation: [{ condition: "can(var.a", errorMessage: x }] }',
      'a.validation[0].condition: a ( is never closed in "can(var.a"',
    ],
    [
      '{ type: string, validation: [{ condition: "var.a)", errorMessage: x }] }',
      'a.validation[0].condition: an unexpected ) in "var.a)"',
    ],
    [
      "{ type: string, validation: [{ condition: 'var.a == \"x', errorMessage: x }] }",
      'a.validation[0].condition: a quote is never closed in "var.a == \\"x"',
    ],
    [
      '{ type: string, validation: [{ condition: "true", errorMessage: x }] }',
      'a.validation[0].condition: must refer to var.a, got "true"',
    ],
    [
      '{ type: string, validation: [{ condition: "var.c", errorMessage: x }] }',
      'a.validation[0].condition: unknown variable "c"; did you mean "b"?',
    ],
    ...(
      [
        // Terraform prints what tonumber() refuses.
        ['tonumber(file("/proc/self/environ")) > 0 || var.a == ""', 'the function "file" is not allowed'],
        ['can(filebase64 ("x")) && var.a == ""', 'the function "filebase64" is not allowed'],
        ['templatefile("x", { a = var.a }) == ""', 'the function "templatefile" is not allowed'],
        ["tonumber(nonsensitive(var.b)) > tonumber(var.a)", 'the function "nonsensitive" is not allowed'],
        ["provider::local::direxists(var.a)", 'the function "provider::local::direxists" is not allowed'],
        ["constructor(var.a)", 'the function "constructor" is not allowed'],
        ["path.cwd == var.a", '"path" is not a variable: use var.NAME'],
        ["terraform .workspace == var.a", '"terraform" is not a variable: use var.NAME'],
        ["aws_eks_cluster.main[0].arn == var.a", '"aws_eks_cluster" is not a variable: use var.NAME'],
        ["local.x == var.a", '"local" is not a variable: use var.NAME'],
        ['var.a == "" # file', "an unexpected #"],
        ['var.a == "" // file', "an unexpected //"],
        ['var.a /* x */ == ""', "an unexpected /*"],
        ["var.a == <<X\ny\nX\n", "an unexpected <<"],
      ] as const
    ).map(([condition, fault]): [string, string] => [
      JSON.stringify({ type: "string", validation: [{ condition, errorMessage: "x" }] }),
      `a.validation[0].condition: ${fault} in ${JSON.stringify(condition)}`,
    ]),
    [
      '{ type: string, validation: [{ condition: "var.a", errorMessage: "" }] }',
      "a.validation[0].errorMessage: must not be empty",
    ],
  ])("%s is refused", (spec, message) => {
    expect(declared(spec).filter((problem) => !problem.includes('unknown variable "a"'))).toEqual([message]);
  });

  test.each(["Office", "1st", "a-b", "é"])("cannot have the name %s", (name) => {
    expect(declared("{ type: string }", name)[0]).toContain(
      `a variable's name must start with a lower-case letter and have only lower-case letters, digits and _, got ${JSON.stringify(name)}`,
    );
  });

  test("cannot have a name that Terraform reserves", () => {
    expect(declared("{ type: string }", "version")).toEqual([
      'version: the name is reserved by Terraform, got "version"',
    ]);
  });

  test("that is not used is a warning, at its name", () => {
    expect(problemsOf(`variables: { team: { type: string } }\n${rightText}`)).toEqual([
      "1:14 variables.team: warning: is never used; refer to it as ${var.team}",
    ]);
    expect(loadEnvironments("dev.yaml", withoutRules).environments).toHaveLength(1);
  });
});
