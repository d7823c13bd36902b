import { execFileSync, spawnSync } from "node:child_process";
import { truncateSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { problemsOf, rightText, useEmptyDirectory } from "./directory";
import { loadEnvironments } from "../../modules/environment";
import { formatProblem, report } from "../../modules/environment/problems";
import { error } from "../../modules/cluster/problem";

useEmptyDirectory();

/** The printed problems of an existing file. */
const printed = (file: string): string[] => loadEnvironments(file).problems.map(formatProblem);

describe("a file that is not an environment", () => {
  test("is not read when it is larger than 1 MiB", () => {
    writeFileSync("dev.yaml", "a");
    truncateSync("dev.yaml", 50 * 1024 * 1024);
    expect(printed("dev.yaml")).toEqual([
      "dev.yaml: has 50.0 MiB; an environment file has at most 1 MiB [files/size]",
    ]);
  });

  test.each([
    [
      "with a byte order mark, little-endian",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rightText, "utf16le")]),
    ],
    [
      "with a byte order mark, big-endian",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(rightText, "utf16le").swap16()]),
    ],
    ["without a byte order mark, little-endian", Buffer.from(rightText, "utf16le")],
    ["without a byte order mark, big-endian", Buffer.from(rightText, "utf16le").swap16()],
  ])("is UTF-16 %s", (_, bytes) => {
    writeFileSync("dev.yaml", bytes);
    expect(printed("dev.yaml")).toEqual(["dev.yaml: is UTF-16 text: save it as UTF-8 [files/encoding]"]);
  });

  test("contains NUL bytes", () => {
    writeFileSync("dev.yaml", `${rightText}# \0\n`);
    expect(printed("dev.yaml")).toEqual([
      "dev.yaml: contains NUL bytes: it is not a text file, or is damaged [files/encoding]",
    ]);
  });

  test("is a pipe, which is not read", () => {
    execFileSync("mkfifo", ["dev.yaml"]);
    expect(printed("dev.yaml")).toEqual(["dev.yaml: is not a regular file [files/readable]"]);
  });
});

test("of many unknown fields the first hundred are reported individually, and the others as a number", () => {
  const fields = Array.from({ length: 20_000 }, (_, i) => `x${i}: 1\n`).join("");
  const problems = problemsOf(rightText + fields);
  expect(problems).toHaveLength(101);
  expect(problems).toContain("1:1: has 19900 more unknown fields");
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
      rule: "cluster/rule",
      file: "dev.yaml",
    }));
    let text = "";
    report(problems as Parameters<typeof report>[0], { write: (more) => (text += more) });
    return text.trimEnd().split("\n");
  };

  test("ends after 500 lines with the number of the others", () => {
    const all = lines(Array.from({ length: 700 }, () => "error"));
    expect(all).toHaveLength(502);
    expect(all.slice(-2)).toEqual(["… and 200 more", "700 errors in 1 file"]);
  });

  test("omits warnings before errors", () => {
    const all = lines(Array.from({ length: 600 }, (_, i) => (i === 599 ? "error" : "warning")));
    expect(all).toEqual([
      "dev.yaml: problem 599 [cluster/rule]",
      "… and 599 more",
      "1 error and 599 warnings in 1 file",
    ]);
  });
});

describe("a text that keeps the parser busy", () => {
  const tooMany = "1:1: the file has more than 200000 names, values and signs: divide it";

  test.each([
    ["maps one after the other", "{}"],
    ["commas", "[,]\n"],
    ["items", "- a\n"],
    ["faults on every line", "- @a\n"],
    ["keys of more than one value", "? [a]\n: b\n"],
    ["documents", "---\n"],
    ["comments", "#\n"],
  ])("is not parsed: %s", (_, unit) => {
    expect(problemsOf(unit.repeat(Math.floor((1024 * 1024) / unit.length)))).toEqual([tooMany]);
  });

  test("has a limit far above the size of real files", () => {
    expect(problemsOf(`${rightText}# ${"a, ".repeat(100_000)}\n`)).toEqual([]);
    expect(problemsOf(`${rightText}${"#\n".repeat(90_000)}`)).toEqual([]);
    expect(problemsOf(`${rightText}${"#\n".repeat(110_000)}`)).toEqual([tooMany]);
  });

  test("of many mistakes the first five hundred are reported individually, and the others as a number", () => {
    const problems = problemsOf(
      `${rightText}x:\n${Array.from({ length: 20_000 }, (_, i) => `  - *u${i}\n`).join("")}`,
    );
    expect(problems).toHaveLength(501);
    expect(problems.at(-2)).toBe("515:5 x[499]: alias *u499 has no anchor &u499 above it");
    expect(problems.at(-1)).toBe("516:5: 19500 more errors from here on");
  });

  test("the limit of stack traces is restored afterwards", () => {
    const { stackTraceLimit } = Error;
    problemsOf("a: [b, @c]\n");
    expect(Error.stackTraceLimit).toBe(stackTraceLimit);
    expect(stackTraceLimit).toBeGreaterThan(0);
  });
});

interface Ending {
  readonly status: number | null;
  readonly printed: string;
  readonly mebibytes: number;

  /** CPU time, which does not depend on other processes. */
  readonly seconds: number;
}

/** Runs the command in a separate process: its status, output, peak memory and CPU time. */
function commanded(file: string): Ending {
  const command = JSON.stringify(resolve(__dirname, "../../bin/cdktf-clusters.js"));
  const script =
    `process.on("exit", () => { const { user, system } = process.cpuUsage(); ` +
    `console.log("peak " + process.resourceUsage().maxRSS + ", busy " + (user + system)); }); ` +
    `require(${command});`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["-e", script, "--", "-", "validate", file],
    {
      encoding: "utf8",
      timeout: 120_000,
    },
  );
  return {
    status,
    printed: stderr,
    mebibytes: Number(/peak (\d+)/.exec(stdout)?.[1]) / 1024,
    seconds: Number(/busy (\d+)/.exec(stdout)?.[1]) / 1e6,
  };
}

const most = 1024 * 1024 - 1;
const fill = (unit: string, before = "", after = "") =>
  before + unit.repeat(Math.floor((most - before.length - after.length) / unit.length)) + after;

/** Levels of aliases, each with nine aliases of the previous level. */
const laughs = ["a: &a [x, x, x, x, x, x, x, x, x]"]
  .concat(
    [..."bcdefghi"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(", ")}]`),
  )
  .join("\n");

/** The expected message for each kind of text. A stack trace or a crash is not a message. */
test.each([
  ["a billion laughs", laughs, "aliases expand to too many values"],
  [
    "a billion laughs as keys",
    "a: &a [x]\n? *a\n: &b { *a : *a }\n? [*b, *b]\n: c\n",
    "a field's name must be a string",
  ],
  [
    "aliases of a long list",
    `a: &a [${"x,".repeat(20_000)}]\nb: [${"*a,".repeat(20_000)}]\n`,
    "aliases expand to too many values",
  ],
  ["an alias inside itself", "a: &a { b: { c: *a } }\n", "is inside the value that it repeats"],
  [
    "aliases without anchors",
    `x: [${Array.from({ length: 30_000 }, (_, i) => `*u${i}`).join(", ")}]\n`,
    "has no anchor",
  ],
  ["brackets", fill("["), "nested more than 200 deep"],
  ["nested brackets, repeated", fill("[".repeat(199) + "]".repeat(199) + ",", "a: [", "]"), "divide it"],
  ["one plain text", fill("a"), "must be a map"],
  ["one text with escape sequences", fill("\\x41", '"', '"'), "must be a map"],
  ["one text with lines", fill("a\n", '"', '"'), "must be a map"],
  ["a very long name", fill("k", "", ": 1\n"), "at most 1024 characters"],
  ["a very long name in quotes", fill("k", '"', '": 1\n'), "characters"],
  ["duplicate fields", "a: 1\n".repeat(40_000), "duplicate field"],
  ["anchors", Array.from({ length: 20_000 }, (_, i) => `k${i}: &a${i} x\n`).join(""), "unknown field"],
  ["keys in keys", "? &a ".repeat(4000), "nested too deeply"],
  ["syntax errors", "a: @b\n".repeat(25_000), "a value can't start with @"],
  ["an unclosed quote", fill("a", '"'), "never closed"],
  ["spaces", fill(" "), "the file is empty"],
])("the command fails with a message, with limited memory and time: %s", (_, text, reason) => {
  writeFileSync("dev.yaml", text);
  const { status, printed, mebibytes, seconds } = commanded("dev.yaml");
  expect(printed).toContain(reason);
  expect(printed).not.toMatch(/^\s+at |\.js:\d/m);
  expect(status).toBe(1);
  expect(mebibytes).toBeGreaterThan(20);
  expect(mebibytes).toBeLessThan(400);
  expect(seconds).toBeGreaterThan(0.05);
  expect(seconds).toBeLessThan(10);
});

describe("a file with very many values of one kind", () => {
  const cluster = rightText.slice(rightText.indexOf("  - "));
  const many = (count: number, text: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i)).join("");
  const withField = (field: string) => rightText.replace("    region:", `    ${field}\n    region:`);

  const texts: Readonly<Record<string, readonly [text: string, reason: string]>> = {
    "aliases of a cluster": [
      `${rightText.replace("  - ", "  - &c\n    ")}${many(4_000, () => "  - *c\n")}`,
      "must have at most 300 clusters in one file, got 4001",
    ],
    clusters: [
      rightText + many(600, (i) => cluster.replace(/name: \S+/, `name: c${i}`)),
      "must have at most 300 clusters in one file, got 601",
    ],
    tags: [withField(`tags: {${many(20_000, (i) => `a${i}: b, `)}}`), "must have at most 1000 fields"],
    "workload identities": [
      withField(`workloadIdentities: [${many(9_000, () => "{ namespace: a, serviceAccount: b }, ")}]`),
      "must have at most 1000 items, got 9000",
    ],
    ranges: [
      withField(`access: { publicFrom: [${many(20_000, (i) => `10.${i >> 8}.${i & 255}.0/24, `)}] }`),
      "must have at most 1000 items, got 20000",
    ],
    variables: [
      `variables: {${many(9_000, (i) => `v${i}: { type: string }, `)}}\n${rightText}`,
      "must have at most 1000 fields, got 9000",
    ],
    "values in aliases": [
      withField(`workloadIdentities: &ids [${many(500, () => "{ namespace: a, serviceAccount: b }, ")}]`) +
        many(40, (i) =>
          cluster
            .replace(/name: \S+/, `name: c${i}`)
            .replace("    region:", "    workloadIdentities: *ids\n    region:"),
        ),
      "values with all aliases expanded, and must have at most 50000: divide the file",
    ],
    characters: [
      rightText.replace(/region: \S+/, `region: ${"a".repeat(900_000)}`),
      "must have at most 65536 characters, got 900000",
    ],
  };

  test.each(Object.entries(texts))("is refused in little time: %s", (_, [text, reason]) => {
    writeFileSync("dev.yaml", text);
    const { user: before } = process.cpuUsage();
    expect(printed("dev.yaml").join("\n")).toContain(reason);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(5);
  });
});

describe("names of properties of JavaScript objects", () => {
  const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "then"];
  const places: Readonly<Record<string, (name: string) => string>> = {
    "at the top": (name) => `${name}: { polluted: true }\n${rightText}`,
    "of a cluster": (name) =>
      rightText.replace("    region:", `    ${name}: { polluted: true }\n    region:`),
    "of a provider": (name) => `providers: { ${name}: { polluted: true } }\n${rightText}`,
    "of a provider's setting": (name) => `providers: { aws: { ${name}: { polluted: true } } }\n${rightText}`,
    "as a platform": (name) => rightText.replace("platform: eks", `platform: ${name}`),
    "as a backend": (name) => `backend: { type: ${name} }\n${rightText}`,
    "as an undeclared variable": (name) => rightText.replace("platform }", `"\${var.${name}}" }`),
    "as a value": (name) => rightText.replace("nat: single", `nat: ${name}`),
  };

  test.each(Object.entries(places))("are refused %s", (_, textWith) => {
    for (const name of names) {
      const problems = problemsOf(textWith(name));
      expect([name, problems.join("\n")]).toEqual([name, expect.stringMatching(name)]);
      expect(problems.join("\n")).not.toMatch(/\[object|function|\[native/);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("are allowed as names that the user chooses", () => {
    for (const name of names.slice(1)) {
      expect([name, problemsOf(rightText.replace("team:", `${name}:`))]).toEqual([name, []]);
    }
    expect(problemsOf(rightText.replace("team:", "__proto__:"))).toEqual([
      '1:9 tags.__proto__: unknown field "__proto__"',
    ]);
  });
});
