import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baseOf, casesOf, errorsOf, hasRule, problemsOf, sections, update, writeCase } from "./corpus";

const folder = mkdtempSync(join(tmpdir(), "corpus-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes what is reported now as what is expected. Read the changes before you commit them. */
if (process.env.UPDATE_CORPUS === "1") {
  if (process.env.CI) throw new Error("UPDATE_CORPUS=1 makes every case pass: unset it where CI is set");
  for (const section of sections) {
    update(section, new Map(casesOf(section).map((each) => [each, errorsOf(writeCase(folder, each))])));
  }
}

const corpus = sections.map((section) => [section, casesOf(section)] as const);

describe.each(corpus)("mistakes in %s", (section, cases) => {
  test("the base has no mistake", () => {
    const base = { name: "base-file", text: baseOf(section) };
    expect(problemsOf(writeCase(folder, base))).toEqual([]);
  });

  test.each(cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const found = errorsOf(writeCase(folder, each));
    expect(found).not.toHaveLength(0);
    expect(found).toEqual(each.problems);
    expect(found.filter((problem) => !hasRule(problem))).toEqual([]);
    // No stack trace, no raw JavaScript value.
    expect(found.join("\n")).not.toMatch(/^\s+at |\.ts:|\.js:|undefined|\[object|NaN/m);
  });

  test("each case has its own name, in order, and states its mistake", () => {
    const names = cases.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
    expect(cases.filter(({ reason }) => !/^\S.+/.test(reason))).toEqual([]);
  });
});

test("no two cases have the same file", () => {
  const texts = corpus.flatMap(([, cases]) => cases.map(({ text }) => text));
  expect(texts).toHaveLength(new Set(texts).size);
});

test.each(corpus)("no two cases of %s have the same reason and the same messages", (_, cases) => {
  const kinds = cases.map(({ reason, problems }) => [reason, ...problems.map(withoutValues)].join("\n"));
  expect(kinds.filter((kind, i) => kinds.indexOf(kind) < i)).toEqual([]);
});

/** A problem without its position and without the values that its message quotes. */
const withoutValues = (problem: string) =>
  problem
    .replace(/^\S+/, "")
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\d+/g, "0");

test("there are at least 250", () => {
  expect(corpus.flatMap(([, cases]) => cases).length).toBeGreaterThanOrEqual(250);
});
