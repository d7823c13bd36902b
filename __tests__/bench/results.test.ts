import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { ParseArgsConfig } from "node:util";

/** The tested part of bench/results.js. */
interface Results {
  readonly UsageError: new () => Error;
  parseOptions(
    argv: NonNullable<ParseArgsConfig["args"]>,
    names: readonly string[],
  ): { parts: string[]; runs: number; trial: boolean; help: boolean };
  sectionsOf(text: string): Record<string, string>;
  stamped(section: string, circumstances: string): string;
  resultsOf(sections: Readonly<Record<string, string>>, names: readonly string[]): string;
}

const { UsageError, parseOptions, sectionsOf, stamped, resultsOf } =
  jest.requireActual<Results>("../../bench/results");

describe("the command line", () => {
  const names = ["startup", "floor", "plan"];
  const parse = (...argv: string[]) => parseOptions(argv, names);

  test("measures all parts five times", () => {
    expect(parse()).toEqual({ parts: names, runs: 5, trial: false, help: false });
  });

  test("measures some parts, in the order of all", () => {
    expect(parse("--only", "plan, startup").parts).toEqual(["startup", "plan"]);
  });

  test.each([
    [["--only", "flor,plan,x"], 'there is no part "flor", "x": startup, floor, plan'],
    [["--only", ""], 'there is no part "": startup, floor, plan'],
    [["--runs", "0"], '--runs must be a number from 1, got "0"'],
    [["--runs", "many"], '--runs must be a number from 1, got "many"'],
    [
      ["--runs", "4"],
      "--runs must be at least 5, got 4; use --trial for fewer runs, without writing results",
    ],
    [["--fast"], "Unknown option '--fast'"],
    [["7"], "Unexpected argument '7'"],
  ])("%j is refused", (argv, message) => {
    expect(() => parse(...argv)).toThrow(UsageError);
    expect(() => parse(...argv)).toThrow(message);
  });

  test("fewer runs are for trials", () => {
    expect(parse("--trial", "--runs", "1")).toMatchObject({ runs: 1, trial: true });
  });
});

describe("the results file", () => {
  const sections = { floor: "## Floor\n\nOn Monday.\n\n| a |\n| --- |", plan: "## Plan\n\nOn Tuesday." };

  test("has its sections in the order of the parts, and can be read again", () => {
    const text = resultsOf(sections, ["startup", "plan", "floor"]);
    expect(text).toMatch(/^# Results\n\n[^]*## Plan[^]*## Floor/);
    expect(sectionsOf(text)).toEqual(sections);
  });

  test("keeps the other sections if one is measured again", () => {
    const before = sectionsOf(resultsOf(sections, ["floor", "plan"]));
    const after = resultsOf({ ...before, plan: "## Plan\n\nOn Friday." }, ["floor", "plan"]);
    expect(sectionsOf(after)).toEqual({ ...sections, plan: "## Plan\n\nOn Friday." });
  });

  test("omits sections of removed parts", () => {
    expect(sectionsOf(resultsOf(sections, ["plan"]))).toEqual({ plan: sections.plan });
  });

  test("has a section for each part", () => {
    const parts = readdirSync("bench").filter((name) => existsSync(`bench/${name}/measure.js`));
    expect(parts.length).toBeGreaterThan(5);
    expect(Object.keys(sectionsOf(readFileSync("bench/RESULTS.md", "utf8"))).sort()).toEqual(parts.sort());
  });

  test("a file without marks has no sections", () => {
    expect(sectionsOf("# Results\n\n## Floor\n")).toEqual({});
  });

  test("a section has its circumstances below its heading", () => {
    expect(stamped("## Plan\n\n| a |\n", "On Friday.")).toBe("## Plan\n\nOn Friday.\n\n| a |");
  });
});
