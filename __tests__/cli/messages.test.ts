import Ajv from "ajv";
import { mkdirSync, writeFileSync } from "node:fs";
import { main } from "../../cli/cdktf-clusters";
import { useEmptyDirectory } from "../environment/directory";

useEmptyDirectory();

const right = `clusters:
  - platform: eks
    name: main
    region: eu-west-1
    kubernetesVersion: "1.35"
    network: { nat: single }
    access: { privateFrom: [10.1.0.0/16], admins: [arn:aws:iam::111122223333:role/admin] }
    nodeGroups:
      - name: workers
        machineTypes: [m7i.large]
        size: { min: 1, max: 3 }
`;
const wrong = right
  .replace("min: 1, max: 3", "min: 2, max: 1")
  .replace("        machineTypes", "        spred: per-zone\n        machineTypes")
  .replace("single", "one");
const warned = right.replace("[arn:aws:iam::111122223333:role/admin]", "[]");

beforeEach(() => {
  delete process.env.ENVIRONMENTS;
  mkdirSync("environments");
});
const write = (name: string, text: string) => writeFileSync(`environments/${name}`, text);

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: NodeJS.ProcessEnv;
}

function run(argv: readonly string[], { isTTY, columns, env = {} }: Terminal = {}) {
  const before = { ...process.env };
  Object.assign(process.env, env);
  const out: string[] = [];
  const err: string[] = [];
  try {
    const code = main(argv, {
      stdout: { write: (text) => out.push(text), isTTY, columns },
      stderr: { write: (text) => err.push(text), isTTY, columns },
    });
    return { code, stdout: out.join(""), stderr: err.join("") };
  } finally {
    for (const name of Object.keys(env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

const lines = [
  'environments/dev.yaml:6:21 clusters[0].network.nat: must be one of none, single, per-zone, regional, got "one"; did you mean "single"? [structure/values]',
  'environments/dev.yaml:10:9 clusters[0].nodeGroups[0].spred: unknown field "spred"; did you mean "spread"? [structure/unknown-field]',
  "environments/dev.yaml:12:30 clusters[0].nodeGroups[0].size.max: must be at least min (2), got 1 [cluster/node-groups/size-order]",
];
const excerpts = [
  ["    6 |     network: { nat: one }", "      |                     ^~~"],
  ["   10 |         spred: per-zone", "      |         ^~~~~"],
  ["   12 |         size: { min: 2, max: 1 }", "      |                              ^"],
];
const rich = [...lines.flatMap((line, i) => [line, ...excerpts[i]]), "3 errors in 1 file", ""].join("\n");

describe("text", () => {
  beforeEach(() => write("dev.yaml", wrong));

  test("has plain lines outside of a terminal", () => {
    expect(run(["validate"])).toEqual({
      code: 1,
      stdout: "",
      stderr: [...lines, "3 errors in 1 file", ""].join("\n"),
    });
  });

  test.each<[name: string, argv: string[], terminal: Terminal]>([
    ["without colour if NO_COLOR is set", ["validate"], { isTTY: true, env: { NO_COLOR: "1" } }],
    ["without colour on a simple one", ["validate"], { isTTY: true, env: { TERM: "dumb" } }],
    ["without colour if it is forced off", ["validate"], { isTTY: true, env: { FORCE_COLOR: "0" } }],
    ["also elsewhere on request", ["validate", "--format", "text"], {}],
    ["in all commands that read files", ["export", "--out", "out"], { isTTY: true, env: { NO_COLOR: "1" } }],
  ])("has the lines of the file on a terminal, %s", (_, argv, terminal) => {
    expect(run(argv, terminal).stderr).toBe(rich);
  });

  test.each<Terminal>([
    { isTTY: true, env: { TERM: "xterm-256color" } },
    { env: { FORCE_COLOR: "1" } },
    { isTTY: true, env: { NO_COLOR: "1", FORCE_COLOR: "1" } },
  ])("has colours: %j", (terminal) => {
    const { stderr } = run(["validate"], terminal);
    const [line, excerpt, marks] = stderr.split("\n");
    expect(line).toBe(
      "\u001b[1menvironments/dev.yaml:6:21\u001b[0m \u001b[31;1mclusters[0].network.nat\u001b[0m: " +
        'must be one of none, single, per-zone, regional, got "one"; did you mean "single"?\u001b[2m [structure/values]\u001b[0m',
    );
    expect(excerpt).toBe("\u001b[2m    6 | \u001b[0m    network: { nat: \u001b[1mone\u001b[0m }");
    expect(marks).toBe("\u001b[2m      | \u001b[0m                    \u001b[31;1m^~~\u001b[0m");
    // eslint-disable-next-line no-control-regex -- the escape codes of colours
    expect(stderr.replace(/\u001b\[[\d;]+m/g, "")).toBe(rich);
  });

  test("has warnings, which --strict refuses", () => {
    write("dev.yaml", warned);
    const tolerant = run(["validate"]);
    expect([tolerant.code, tolerant.stderr.split("\n").at(-2)]).toEqual([0, "1 warning in 1 file"]);
    const strict = run(["validate", "--strict"]);
    expect(strict).toMatchObject({ code: 1, stdout: "" });
    expect(strict.stderr.split("\n").at(-2)).toBe("1 warning in 1 file; --strict refuses warnings");
    expect(run(["export", "--out", "out", "--strict"]).code).toBe(1);
    write("dev.yaml", right);
    expect(run(["validate", "--strict"])).toMatchObject({ code: 0, stderr: "" });
  });

  test("uses the width of 100 columns for a terminal without a size", () => {
    write("dev.yaml", "clusters: []\n");
    const terminal = { isTTY: true, env: { NO_COLOR: "1" } };
    const [unknown, wide] = [0, 100].map((columns) => run(["validate"], { ...terminal, columns }).stderr);
    expect(unknown).toBe(wide);
    expect(wide).toContain("| clusters: []\n");
  });

  test.each([40, 80, 100])("cuts a long line around the place, for %d columns", (columns) => {
    write(
      "dev.yaml",
      JSON.stringify({ clusters: [{ platform: "eks", name: "a".repeat(300), nat: 1, b: "x".repeat(300) }] }),
    );
    const { stderr } = run(["validate"], { isTTY: true, columns, env: { NO_COLOR: "1" } });
    const all = stderr.split("\n");
    const shown = all.filter((line) => line.startsWith("    1 | "));
    expect(shown.length).toBeGreaterThan(1);
    for (const line of shown) expect(line.length).toBeLessThanOrEqual(columns);
    const unknown = all.findIndex((line) => line.includes('unknown field "nat"'));
    const [excerpt, marks] = all.slice(unknown + 1);
    expect(excerpt.slice(marks.indexOf("^"), marks.lastIndexOf("~") + 1)).toBe('"nat"');
  });

  test.each([
    ["tabs and escapes", '"\u202e\tx": 1'],
    ["wide characters", '"日本": 1'],
    ["commands", '"##vso[x]y": 1'],
  ])("marks the place after and in %s", (_, field) => {
    write("dev.yaml", `clusters: [{ ${field}, nta: 1 }]\n`);
    const { stderr } = run(["validate"], { isTTY: true, env: { NO_COLOR: "1" } });
    const shown = stderr.split("\n").filter((line) => line.startsWith("    1 | "));
    expect(shown.length).toBeGreaterThan(0);
    expect(stderr).not.toMatch(/[\u202e\t]|##vso\[/);
  });

  test("shows no line of a file that is no environment", () => {
    write("dev.yaml", "root:x:0:0\n");
    const { stderr } = run(["validate", "--format", "text"]);
    expect(stderr).not.toContain("root:x");
  });

  test.each([
    ["a secret", 'backend: { type: s3, accessKey: "hunter2IOSFODNN", bukket: a }'],
    ["a secret of Terraform's name", "backend: { type: s3, secret_key: hunter2IOSFODNN, bukket: a }"],
    [
      "a block",
      "backend: { type: pg }\nproviders:\n  aws:\n    secretKey: |\n      hunter2IOSFODNN\n    x: 1",
    ],
    ["a secret whose name shows none", "backend: { type: pg, connStr: hunter2IOSFODNN, bukket: a }"],
    ["the same with Terraform's name", "backend: { type: pg, conn_str: hunter2IOSFODNN, bukket: a }"],
    ["a secret on the line after its field", "providers:\n  aws: { secretKey:\n    hunter2IOSFODNN, x: 1 }"],
    ["a line of a file that is not YAML", "backend: { type: pg, connStr: hunter2IOSFODNN ] }"],
    ["a key anywhere", "backend: { type: s3, bukket: AKIAIOSFODNN7EXAMPLE }"],
    ["a default", "variables: { pw: { typ: string, sensitive: true, default: hunter2IOSFODNN } }"],
    ["a value that is not YAML", "backend: { password: 'hunter2 IOSFODNN', x: \"\\q\" }"],
    ["a block of a file that is not YAML", 'backend:\n  password: |\n    "hunter2IOSFODNN" @\n  x: "\\q"\n]'],
  ])("masks secrets: %s", (name, text) => {
    write("dev.yaml", `${text}\nclusters: []\n`);
    const { stderr } = run(["validate", "--format", "text"]);
    expect(stderr.includes(" | ")).toBe(name !== "a block of a file that is not YAML");
    expect(stderr).not.toContain("IOSFODNN");
    expect(stderr).not.toContain("hunter2");
  });
});

describe("json", () => {
  test("has all problems, and nothing else is printed", () => {
    write("dev.yaml", wrong);
    const { code, stdout, stderr } = run(["validate", "--format", "json"]);
    expect([code, stderr]).toEqual([1, ""]);
    const { problems, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ errors: 3, warnings: 0, environments: [] });
    expect(problems[0]).toEqual({
      file: "environments/dev.yaml",
      line: 6,
      column: 21,
      endColumn: 24,
      field: "clusters[0].network.nat",
      severity: "error",
      rule: "structure/values",
      message: 'must be one of none, single, per-zone, regional, got "one"; did you mean "single"?',
    });
  });

  test("has the environments, and the plans on request", () => {
    write("dev.yaml", right);
    const { code, stdout } = run(["validate", "--format", "json", "--plan"]);
    const { plans, ...rest } = JSON.parse(stdout);
    expect([code, rest]).toEqual([
      0,
      {
        errors: 0,
        warnings: 0,
        problems: [],
        environments: [
          { file: "environments/dev.yaml", clusters: ["dev-main"], workers: { min: 1, max: 3 } },
        ],
      },
    ]);
    expect(plans[0].clusters[0].capacities.length).toBeGreaterThan(3);
  });

  test.each(["json", "sarif"])("of hostile text is valid and printable: %s", (format) => {
    const hostile = "\u001b[2J\u202e\u009b##vso[x]\n::error::y\u2028";
    write("dev.yaml", JSON.stringify({ clusters: [{ [hostile]: hostile, platform: hostile }] }));
    const { stdout } = run(["validate", "--format", format]);
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stdout).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Zl}\p{Zp}]|^\s*::|##[a-z]*\[/mu);
  });
});

/** What the schema of SARIF 2.1.0 states about the parts that are written. */
const text = { type: "string" };
const place = { type: "integer", minimum: 1 };
const only = (required: string[], properties: object) => ({
  type: "object",
  required,
  properties,
  additionalProperties: false,
});
const list = (items: object) => ({ type: "array", items });
const sarifSchema = only(["version", "runs"], {
  $schema: text,
  version: { enum: ["2.1.0"] },
  runs: list(
    only(["tool"], {
      tool: only(["driver"], {
        driver: only(["name"], {
          name: text,
          version: text,
          rules: { ...list(only(["id"], { id: text })), uniqueItems: true },
        }),
      }),
      columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
      results: list(
        only(["message"], {
          ruleId: text,
          ruleIndex: { type: "integer", minimum: -1 },
          level: { enum: ["none", "note", "warning", "error"] },
          message: only(["text"], { text }),
          locations: list(
            only([], {
              physicalLocation: only(["artifactLocation"], {
                artifactLocation: only([], {
                  uri: { type: "string", pattern: "^[A-Za-z0-9._~%!$&'()*+,;=@/-]+$" },
                }),
                region: only([], { startLine: place, startColumn: place, endColumn: place }),
              }),
              logicalLocations: list(only([], { fullyQualifiedName: text })),
            }),
          ),
        }),
      ),
    }),
  ),
});

describe("sarif", () => {
  const sarif = (...argv: string[]) => {
    const { code, stdout, stderr } = run(["validate", ...argv, "--format", "sarif"]);
    const log = JSON.parse(stdout);
    const validate = new Ajv().compile(sarifSchema);
    validate(log);
    expect(validate.errors).toBeNull();
    return { code, stderr, log, run: log.runs[0] };
  };

  test("has the problems with their places", () => {
    write("dev.yaml", wrong);
    const { code, stderr, run } = sarif();
    expect([code, stderr]).toEqual([1, ""]);
    expect(run.results[2]).toEqual({
      ruleId: "cluster/node-groups/size-order",
      ruleIndex: 0,
      level: "error",
      message: { text: "must be at least min (2), got 1" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "environments/dev.yaml" },
            region: { startLine: 12, startColumn: 30, endColumn: 31 },
          },
          logicalLocations: [{ fullyQualifiedName: "clusters[0].nodeGroups[0].size.max" }],
        },
      ],
    });
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });

  test("of valid files has no results", () => {
    write("dev.yaml", right);
    const { code, run } = sarif();
    expect([code, run.results]).toEqual([0, []]);
  });

  test("has warnings, and fails if they are refused", () => {
    write("dev.yaml", warned);
    expect(sarif()).toMatchObject({ code: 0, run: { results: [{ level: "warning" }] } });
    expect(sarif("--strict").code).toBe(1);
  });

  test.each([
    ["a b%ü.yaml", "a%20b%25%C3%BC.yaml"],
    ["../other.yaml", "../other.yaml"],
    [".", "."],
  ])("has the path %s as a relative reference", (file, uri) => {
    expect(sarif(file).run.results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri },
    });
  });
});

describe("github", () => {
  test("has a command for each problem", () => {
    write("dev.yaml", wrong);
    const { code, stdout, stderr } = run(["validate", "--format", "github"]);
    expect([code, stderr]).toEqual([1, "3 errors in 1 file\n"]);
    expect(stdout.split("\n")[2]).toBe(
      "::error file=environments/dev.yaml,line=12,endLine=12,col=30,endColumn=31,title=cluster/node-groups/size-order::" +
        "clusters[0].nodeGroups[0].size.max: must be at least min (2), got 1",
    );
  });

  test("escapes values", () => {
    const { stdout } = run(["validate", "a,b:c%\n::error::x.yaml", "--format", "github"]);
    expect(stdout).toBe(
      "::error file=a%2Cb%3Ac%25\\n%3A%3Aerror%3A%3Ax.yaml,title=files/readable::no such file or directory\n",
    );
  });

  test("has warnings, and nothing for valid files", () => {
    write("dev.yaml", warned);
    expect(run(["validate", "--format", "github"]).stdout).toMatch(
      /^::warning file=environments\/dev\.yaml,line=7,/,
    );
    write("dev.yaml", right);
    expect(run(["validate", "--format", "github"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});
