import { execFileSync } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { problemsOf, rightText, useEmptyDirectory } from "./directory";
import { loadEnvironments } from "../../modules/environment";
import { formatProblem, report } from "../../modules/environment/problems";
import { error } from "../../modules/cluster/problem";

useEmptyDirectory();

/** All that is printed about a file that already stands in the directory. */
const printed = (file: string): string[] => loadEnvironments(file).problems.map(formatProblem);

describe("a file that is no environment", () => {
  test("is not read when it is larger than 1 MiB", () => {
    writeFileSync("dev.yaml", "a");
    truncateSync("dev.yaml", 50 * 1024 * 1024);
    expect(printed("dev.yaml")).toEqual(["dev.yaml: has 50.0 MiB; an environment file has at most 1"]);
  });

  test.each([
    [
      "with its mark, little end first",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rightText, "utf16le")]),
    ],
    [
      "with its mark, big end first",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(rightText, "utf16le").swap16()]),
    ],
    ["without a mark, little end first", Buffer.from(rightText, "utf16le")],
    ["without a mark, big end first", Buffer.from(rightText, "utf16le").swap16()],
  ])("is UTF-16 %s", (_, bytes) => {
    writeFileSync("dev.yaml", bytes);
    expect(printed("dev.yaml")).toEqual(["dev.yaml: is UTF-16 text: save it as UTF-8"]);
  });

  test("holds NUL bytes", () => {
    writeFileSync("dev.yaml", `${rightText}# \0\n`);
    expect(printed("dev.yaml")).toEqual(["dev.yaml: holds NUL bytes: it is no text, or is damaged"]);
  });

  test("is a pipe, which nobody waits for", () => {
    execFileSync("mkfifo", ["dev.yaml"]);
    expect(printed("dev.yaml")).toEqual(["dev.yaml: is no regular file"]);
  });
});

test("of very many unknown fields a hundred are named, and the rest is counted", () => {
  const fields = Array.from({ length: 30_000 }, (_, i) => `x${i}: 1\n`).join("");
  const problems = problemsOf(rightText + fields);
  expect(problems).toHaveLength(101);
  expect(problems).toContain("1:1: has 29900 more unknown fields");
});

test("the name of an unknown field is shortened", () => {
  const [problem] = problemsOf(`${rightText}${"x".repeat(1_000)}: 1\n`);
  expect(problem).toContain(`unknown field "${"x".repeat(60)}…"; allowed: `);
});

describe("a report of very many problems", () => {
  const lines = (severities: readonly ("error" | "warning")[]): string[] => {
    const problems = severities.map((severity, i) => ({
      ...error([], `problem ${i}`),
      severity,
      file: "dev.yaml",
    }));
    let text = "";
    report(problems as Parameters<typeof report>[0], { write: (more) => (text += more) });
    return text.trimEnd().split("\n");
  };

  test("ends after 500 lines with how many there are more", () => {
    const all = lines(Array.from({ length: 700 }, () => "error"));
    expect(all).toHaveLength(502);
    expect(all.slice(-2)).toEqual(["… and 200 more", "700 errors in 1 file"]);
  });

  test("leaves out warnings rather than errors", () => {
    const all = lines(Array.from({ length: 600 }, (_, i) => (i === 599 ? "error" : "warning")));
    expect(all).toEqual(["dev.yaml: problem 599", "… and 599 more", "1 error in 1 file"]);
  });
});
