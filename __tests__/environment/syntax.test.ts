import { problemsOf, rightText, useEmptyDirectory, withLines } from "./directory";

useEmptyDirectory();

const tooDeep = "maps and lists are nested more than 200 deep";
const notAField = 'a field is written "name: value", with a colon and a space';
const misplaced = "the indentation fits nothing above: what belongs together starts in one column";

/** Mistakes, the text with each, and the printed problems. */
const mistakes: Readonly<Record<string, readonly [text: string, ...printed: string[]]>> = {
  "empty file": ["", '1:1: the file is empty; it needs the field "clusters"'],
  "comments only": ["# nothing\n\n", '1:1: the file is empty; it needs the field "clusters"'],
  "document mark only": ["---\n", '1:1: the file is empty; it needs the field "clusters"'],
  "null at the top": ["~\n", "1:1: has no value; must be a map"],
  "list at the top": ["- name: main\n", "1:1: must be a map, got a list"],
  "scalar at the top": ["hello\n", "1:1: must be a map, got a string"],

  "tab before a list item": ["clusters:\n\t- name: main\n", "2:1: indented with a tab: use spaces"],
  "tab before a field": [withLines({ 5: "\tregion: us-east-1" }), "5:1: indented with a tab: use spaces"],
  "field too far left": [
    withLines({ 5: "   region: us-east-1" }),
    '5:1: indent "region" as much as "name" (4 spaces)',
  ],
  "field too far left, after a list in the item": [
    `${rightText}   tags: { a: b }\n`,
    '15:1: indent "tags" as much as "name" (4 spaces)',
  ],
  "field too far right": [
    withLines({ 5: "      region: us-east-1" }),
    "4:15: the lines below are indented as if they were part of this value: move them left, or remove the value",
  ],
  "list item without its dash": [
    withLines({ 7: "    access:\n      admins:\n        - a\n        b" }),
    `10:1: ${misplaced}`,
  ],

  "colon inside a value": [
    withLines({ 1: "tags: { team: platform }\nnote: a: b" }),
    '2:7: ": " inside a value: put the value in quotes, or start nested fields on a new line',
  ],
  "no colon": ["clusters\n  - name: main\n", `1:1: ${notAField}`],
  "no space after the colon": [withLines({ 5: "    region:us-east-1" }), `5:5: ${notAField}`],
  "list after the field's name": [
    "clusters: - name: main\n",
    "1:11: a list must start on a separate line, below the name of the field",
  ],
  "unclosed double quotes": [
    withLines({ 6: '    kubernetesVersion: "1.35' }),
    "6:24: the quotes that open here are never closed",
  ],
  "unclosed single quotes": [
    withLines({ 6: "    kubernetesVersion: '1.35" }),
    "6:24: the quotes that open here are never closed",
  ],
  "text after quotes": [
    withLines({ 6: '    kubernetesVersion: "1.35" newest' }),
    "6:31: text after the end of the value: put the whole value in quotes, or remove the text",
  ],
  "unquoted @": [
    withLines({ 1: "tags: { team: @platform }" }),
    "1:15: a value can't start with @: put it in quotes",
  ],
  "unknown escape": [
    withLines({ 1: 'tags: { team: "C:\\q" }' }),
    "1:18: \\ starts an escape in double quotes, and this is none: write \\\\, or use single quotes",
  ],
  "no space before a comment": [
    withLines({ 1: 'tags: { team: "platform" }#us' }),
    "1:27: a comment needs a space before #",
  ],
  "unclosed list": [
    withLines({ 13: "        machineTypes: [m6i.large" }),
    "14:9: the list in [ ] is not closed, or goes on at too little indentation",
  ],
  "unclosed map": [
    withLines({ 7: "    access: { admins: []" }),
    "8:5: the map in { } is not closed, or goes on at too little indentation",
  ],
  "missing comma": [
    withLines({ 14: "        size: { min: 3 max: 6 }" }),
    "14:22: a comma is missing, or { } and [ ] hold lines that belong outside",
  ],
  "extra comma": [
    withLines({ 13: "        machineTypes: [m6i.large,,m6a.large]" }),
    "13:34: a comma too many",
  ],
  "extra closing bracket": [
    withLines({ 5: "    region: ]" }),
    "5:13: a closing bracket without an opening one",
  ],
  "text after a block indicator": [
    withLines({ 5: "    region: |us-east-1" }),
    "5:14: after | or >, text starts on the next line",
  ],

  "several documents": [
    `${rightText}---\n${rightText}`,
    "15:1: the file has several documents: move the text after --- to a separate file",
  ],
  directive: [
    "%FOO\n---\n" + rightText,
    "1:1: lines that start with % have no meaning here: remove the line",
  ],
  tag: [withLines({ 5: "    region: !us east-1" }), "5:13: tags (!name) have no meaning here: remove it"],
  "tag of YAML 1.1": [
    withLines({ 5: "    region: !!binary aGk=" }),
    "5:13: tags (!name) have no meaning here: remove it",
  ],

  "field twice": [
    withLines({ 6: '    kubernetesVersion: "1.35"\n    region: us-west-2' }),
    '7:5 clusters[0].region: duplicate field "region"; the first is on line 5',
  ],
  "field three times": [
    withLines({ 6: '    region: us-west-2\n    kubernetesVersion: "1.35"\n    region: us-west-2' }),
    '6:5 clusters[0].region: duplicate field "region"; the first is on line 5',
    '8:5 clusters[0].region: duplicate field "region"; the first is on line 5',
  ],
  "number as a key": [
    withLines({ 1: "tags: { 8080: web }" }),
    "1:9 tags: a field's name must be a string, got 8080 (write it in quotes)",
  ],
  "true as a key": [
    withLines({ 1: "tags:\n  true: web" }),
    "2:3 tags: a field's name must be a string, got true (write it in quotes)",
  ],
  "map as a key": [
    withLines({ 1: "tags:\n  ? { a: b }\n  : c" }),
    "2:5 tags: a field's name must be a string",
  ],
  "no key": [withLines({ 1: "tags:\n  : c" }), "2:3 tags: a field's name must be a string"],
  "__proto__ among free names": [
    withLines({ 1: "tags: { __proto__: x }" }),
    '1:9 tags.__proto__: unknown field "__proto__"',
  ],
  "__proto__ among fields": [
    withLines({ 8: "    __proto__: { region: x }\n    network:" }),
    '8:5 clusters[0].__proto__: unknown field "__proto__"',
  ],
  "merge key": [
    withLines({ 1: "tags: &tags { a: b }", 8: "    tags:\n      <<: *tags\n    network:" }),
    "9:7 clusters[0].tags: merge keys (<<) are not supported: write the fields, or use an alias for a whole value",
  ],
  "alias without an anchor": [
    withLines({ 5: "    region: *home" }),
    "5:13 clusters[0].region: alias *home has no anchor &home above it",
  ],
  "alias before its anchor": [
    withLines({ 1: "tags: { team: *home }", 5: "    region: &home us-east-1" }),
    "1:15 tags.team: alias *home has no anchor &home above it",
  ],
  "alias inside its anchor": [
    withLines({ 1: "tags: &tags { team: *tags }" }),
    "1:21 tags.team: alias *tags is inside the value that it repeats",
  ],

  "deeply nested brackets": ["[".repeat(100_000), `1:201: ${tooDeep}`],
  "deeply nested dashes": ["- ".repeat(5_000), `1:401: ${tooDeep}`],
  "deep indentation": [
    Array.from({ length: 1_000 }, (_, i) => `${" ".repeat(i)}a:\n`).join(""),
    `401:401: ${tooDeep}`,
  ],
};

test.each(Object.entries(mistakes))("%s", (_, [text, ...printed]) => {
  expect(problemsOf(text)).toEqual(printed);
});

/** As user data has them: texts do not nest. */
const deepTexts: Readonly<Record<string, string>> = {
  "brackets in a block": `a: |\n  ${"[{(".repeat(300)}\n`,
  "brackets on lines of a block": `a: >-\n${"  [ { a\n".repeat(300)}`,
  "brackets in double quotes": `a: "${"[{".repeat(300)}"\n`,
  "brackets in single quotes": `a: '${"[{".repeat(300)}'\n`,
  "brackets in a plain value": `a: x${"[{".repeat(300)}\n`,
  "brackets in a comment": `a: b # ${"[{".repeat(300)}\n`,
  "blanks in a block": `a: |\n  b\n  ${" ".repeat(600)}- - c\n`,
  "blanks before a comment": `a: b\n${" ".repeat(600)}# c\n`,
  "blank lines": `a:\n${" ".repeat(600)}\n  b: c\n`,
};

test.each(Object.entries(deepTexts))("texts do not nest: %s", (_, text) => {
  expect(problemsOf(text).filter((problem) => problem.includes("nested"))).toEqual([]);
  expect(problemsOf(`${text}b: ${"[".repeat(300)}\n`)).toEqual([expect.stringContaining(tooDeep)]);
});

test("the valid environment, which the mistakes change, has no problems", () => {
  expect(problemsOf(rightText)).toEqual([]);
});

test("syntax errors that do not affect other values are reported together with other problems", () => {
  const text = withLines({
    1: "tags: { team: @platform, team: b, 1: c }",
    5: "    region: !us us-east-1",
    10: "      nat: one",
  });
  expect(problemsOf(text)).toEqual([
    "1:15: a value can't start with @: put it in quotes",
    '1:26 tags.team: duplicate field "team"; the first is on line 1',
    "1:35 tags: a field's name must be a string, got 1 (write it in quotes)",
    "5:13: tags (!name) have no meaning here: remove it",
    '10:12 clusters[0].network.nat: must be one of none, single, per-zone, regional, got "one"; did you mean "single"?',
  ]);
});

test("a file with a syntax error has no errors about missing fields", () => {
  const lines = ["clusters:", "  - platform: eks", "    name: main", "    region: us-east-1"];
  const twice = [...lines, "    region: us-east-1", ""].join("\n");
  expect(problemsOf(twice)).toEqual([
    '5:5 clusters[0].region: duplicate field "region"; the first is on line 4',
  ]);
  const sign = [...lines.slice(0, 2), "    name: @main", ""].join("\n");
  expect(problemsOf(sign)).toEqual(["3:11: a value can't start with @: put it in quotes"]);
});

test("the rest of a cluster is checked although its platform is in upper case", () => {
  const text = withLines({ 10: "      nat: one" });
  expect(problemsOf(text.replace("platform: eks", "platform: EKS"))).toEqual([
    expect.stringMatching(/^4:15 clusters\[0\]\.platform: .* got "EKS"/),
    ...problemsOf(text),
  ]);
});

test("a file with a byte order mark and CRLF has the same positions", () => {
  const text = withLines({ 10: "      nat: one" });
  expect(problemsOf(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toEqual(problemsOf(text));
});

describe("aliases", () => {
  const repeated = (size: string) =>
    withLines({
      14: `        size: &size ${size}\n      - name: more\n        machineTypes: [m6i.large]\n        size: *size`,
    });

  test("have the value of their anchor", () => {
    expect(problemsOf(repeated("{ min: 1, max: 2 }"))).toEqual([]);
  });

  test("report a mistake once, at its position", () => {
    expect(problemsOf(repeated("{ min: 1, max: two }"))).toEqual([
      '14:36 clusters[0].nodeGroups[0].size.max: must be a number, got "two"',
    ]);
  });

  test("may be many", () => {
    const taints = Array.from(
      { length: 500 },
      (_, i) => `      - { name: g${i}, machineTypes: *types, size: 1 }\n`,
    );
    const text = withLines({ 13: "        machineTypes: &types [m6i.large]" }) + taints.join("");
    expect(problemsOf(text)).toEqual([]);
  });

  test("must not expand a small file without limit", () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`,
    );
    const [problem, ...others] = problemsOf(["a0: &a0 [x]", ...levels].join("\n"));
    expect(problem).toMatch(
      /^\d+:\d+ a\d+\S*: aliases expand to too many values: with \*a\d+ expanded, the file has more than 200000$/,
    );
    expect(others).toEqual([]);
  });
});

test("no key changes the prototype of objects", () => {
  problemsOf(
    withLines({
      8: "    __proto__: { polluted: yes }\n    constructor: { prototype: { polluted: yes } }\n    network:",
    }),
  );
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test("each message is one line", () => {
  for (const [text] of Object.values(mistakes)) {
    for (const line of problemsOf(text)) expect(line).not.toMatch(/[\n\r]/);
  }
});
