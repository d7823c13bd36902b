import { printable, printableLine, printableLines, printableStream } from "../../modules/cluster/printable";
import { defineProblems, error, formatPath, InputError, warning } from "../../modules/cluster/problem";

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** What a terminal obeys or hides. */
const hidden: Readonly<Record<string, readonly number[]>> = {
  "controls C0": range(0, 0x1f),
  "delete and controls C1": range(0x7f, 0x9f),
  "bidirectional controls": [0x061c, 0x200e, 0x200f, ...range(0x202a, 0x202e), ...range(0x2066, 0x2069)],
  "zero-width characters": [0x00ad, 0x180e, 0x200b, 0x200c, 0x200d, ...range(0x2060, 0x2064), 0xfeff, 0x3164],
  "separators of lines": [0x2028, 0x2029],
  "tags and annotations": [...range(0xfff9, 0xfffb), 0xe0001, ...range(0xe0020, 0xe007f)],
  "halves of surrogate pairs": [0xd800, 0xdbff, 0xdc00, 0xdfff],
};

test.each(Object.entries(hidden))("%s are shown as escapes", (_, codes) => {
  for (const code of codes) {
    const shown = printable(`a${String.fromCodePoint(code)}b`);
    expect(shown).toMatch(/^a\\(u[0-9a-f]{4}(\\u[0-9a-f]{4})?|[nrt])b$/);
    expect(JSON.parse(`"${shown}"`)).toBe(`a${String.fromCodePoint(code)}b`);
  }
});

test("other text stays as it is, and so does printable text", () => {
  const text = 'arn:aws:iam::111122223333:role/x "é" ☃ 漢字 😀 10–26 █░ → ::/0 # ## \\u001b';
  expect(printable(text)).toBe(text);
  expect(printableLine(text)).toBe(text);
  const once = printableLine("::error::\u001b##vso[a]");
  expect(printableLine(once)).toBe(once);
});

test.each([
  ["::error file=x::y", "\\u003a:error file=x::y"],
  ["  ::set-output name=a::b", "  \\u003a:set-output name=a::b"],
  ["a ##vso[task.setvariable variable=b]c", "a #\\u0023vso[task.setvariable variable=b]c"],
  ["a ##[error]b", "a #\\u0023[error]b"],
  ["###[group]b", "##\\u0023[group]b"],
])("a line is no command to a pipeline: %j", (line, shown) => {
  expect(printableLine(line)).toBe(shown);
});

test("only line feeds end a line", () => {
  expect(printableLines("a\r\nb\rc\u2028d\u0085e\n::f")).toBe("a\nb\\rc\\u2028d\\u0085e\n\\u003a:f");
  const written: string[] = [];
  printableStream({ write: (text) => written.push(text) }).write("a\n\u001b\n");
  expect(written).toEqual(["a\n\\u001b\n"]);
});

describe("problems and errors", () => {
  const { kind } = defineProblems("test", { kind: "error" });

  test.each([
    ["error", (text: string) => error([], text).message],
    ["warning", (text: string) => warning([], text).message],
    ["kind", (text: string) => kind([], text).message],
    ["path", (text: string) => formatPath(["a", text])],
    ["input error", (text: string) => new InputError(text).message],
  ])("are printable: %s", (_, messageOf) => {
    expect(messageOf("x\n::error::\u009b\u202e")).toMatch(
      /^[\x20-\x7e]*x\\n::error::\\u009b\\u202e[\x20-\x7e]*$/,
    );
  });
});
