import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../cli/cdktf-clusters";
import { fields as aks } from "../../modules/aks/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import { fields as eks } from "../../modules/eks/fields.generated";
import { loadEnvironments } from "../../modules/environment";
import { fields as gke } from "../../modules/gke/fields.generated";
import { useEmptyDirectory } from "../environment/directory";

useEmptyDirectory();

const project = join(__dirname, "../..");

/** All kinds of characters that a terminal obeys or hides, and commands to pipelines. */
const payload =
  "\u001b[2J\u001b]0;t\u0007\u009b31m\u202e\u2066\u200b\ufeff\u2028\u0085\u0000\n::error file=x::forged\r##vso[task.setvariable variable=a]b\u{e0041}";

const raw = /[^\n\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^\s*::|##[a-z]*\[/mu;

function run(...argv: string[]) {
  let text = "";
  const stream = { write: (part: string) => (text += part) };
  const code = main(argv, { stdout: stream, stderr: stream });
  return { code, text };
}

function expectPrintable(...argv: string[]): string {
  const { text } = run(...argv);
  expect(text).not.toBe("");
  expect(raw.exec(text)?.[0]).toBeUndefined();
  return text;
}

const inFileNames = payload.replaceAll("\u0000", "").replaceAll("/", "");

test("the check finds what must not be printed", () => {
  for (const text of ["\u001b", "\u009b", "\u202e", "\u200b", "\r", "a\n::error::", "##[x]"])
    expect(text).toMatch(raw);
  expect("a: b ::/0\n# x é 10–26\n").not.toMatch(raw);
});

test.each([
  [[payload]],
  [["validate", `${inFileNames}.yaml`]],
  [["validate", `::error file=x::${inFileNames}.yaml`]],
  [["validate", inFileNames]],
  [["validate", `--${inFileNames}`]],
  [["validate", `--plan=${inFileNames}`]],
  [["export", payload, "--out", "out"]],
  [["export", "--out", "out", "--as", payload]],
  [["export", "--out", "out", "--backend", payload]],
  [["export", "--out", join("file", inFileNames)]],
  [["export", "--out", inFileNames.repeat(20)]],
  [["export", "--out", inFileNames]],
])("arguments are printable: %j", (argv) => {
  writeFileSync("file", "");
  mkdirSync("environments");
  writeFileSync("environments/dev.yaml", readFileSync(join(project, "environments/dev.yaml")));
  expectPrintable(...argv);
});

test.each(["", "a: b\n", "\t", ": : :\n- [", "clusters: 1\n"])(
  "file names are printable, of a file with %j",
  (text) => {
    mkdirSync("environments");
    writeFileSync(
      join("environments", `::error ${inFileNames.replace(/[\n\r\u2028\u2029]/g, "")}.yaml`),
      text,
    );
    const printed = expectPrintable("validate", "environments");
    const lines = printed.split("\n").filter((line) => line.includes("forged"));
    expect(lines).not.toEqual([]);
    expect(lines.filter((line) => !line.startsWith("environments/"))).toEqual([]);
  },
);

const quoted = JSON.stringify(payload);

test.each([
  `extends: ${quoted}\n`,
  `${quoted}: 1\nclusters: []\n`,
  `clusters: []\nclusters: []\n? ${quoted}\n: 1\n? ${quoted}\n: 2\n`,
  `clusters: ${quoted}\n`,
  `clusters: [{ platform: ${quoted} }]\n`,
  `clusters: [{ ${quoted}: eks }]\n`,
  `clusters: *a\u202eb\n`,
  `clusters: [\u009b@b]\n`,
  `clusters: !\u202e x\n`,
  `clusters: "\\q\u202e"\n`,
  `\u202e: : \u009b\n- x`,
  `backend: { type: ${quoted} }\nclusters: []\n`,
  `backend: { type: s3, ${quoted}: 1, bucket: ${quoted} }\nclusters: []\n`,
  `variables: { ${quoted}: { type: string } }\nclusters: []\n`,
  `variables: { a: { type: ${quoted}, default: ${quoted} } }\nclusters: []\n`,
  `providers: { aws: { version: ${quoted}, allowedAccounts: [${quoted}] } }\nclusters: []\n`,
  `tags: { ${quoted}: ${quoted} }\nclusters: []\n`,
])("text of a file is printable: %j", (text) => {
  writeFileSync("dev.yaml", text);
  expectPrintable("validate", "dev.yaml");
});

describe.each<[name: string, table: FieldTable, machineType: string]>([
  ["eks", eks, "m7i.large"],
  ["aks", aks, "Standard_D4ds_v5"],
  ["gke", gke, "n2-standard-4"],
])("values of %s", (platform, table, machineType) => {
  const paths = Object.keys(table);

  const cluster = (name: string) => ({
    platform,
    name,
    region: "x",
    kubernetesVersion: "1.35",
    access: { admins: [] },
    nodeGroups: [{ name: "workers", machineTypes: [machineType], size: 3 }],
  });

  test.each([
    ["as values", (value: string): unknown => value],
    ["as names of fields", (value: string): unknown => ({ [value]: value })],
    ["in lists", (value: string): unknown => [value]],
  ])("are printable in every field, %s", (_, make) => {
    for (let i = 0; i < paths.length; i += 50) {
      const clusters = paths
        .slice(i, i + 50)
        .map((path, j) => withValue(cluster(`c${j}`), path, make(payload)));
      writeFileSync("dev.yaml", JSON.stringify({ clusters }));
      expectPrintable("validate", "dev.yaml");
      for (const { message } of loadEnvironments("dev.yaml").problems) expect(message).not.toMatch(raw);
    }
    expect(paths.length).toBeGreaterThan(200);
  });
});

/** A copy of a cluster with a value at a path of the field table. */
function withValue(cluster: object, path: string, value: unknown): object {
  const copy = structuredClone(cluster) as Record<string, unknown>;
  const steps = path.split(".");
  let at = copy;
  steps.forEach((step, i) => {
    const [, name, member, list] = /^([^([]+)(?:\(([^)]*)\))?((?:\[\])*)/.exec(step) ?? ["", step, "", ""];
    const isLast = i === steps.length - 1;
    const key = name === "*" ? payload : name;
    if (isLast) {
      at[key] = list ? [value] : value;
      return;
    }
    const known = at[key];
    const next: Record<string, unknown> =
      (list && Array.isArray(known) ? known[0] : typeof known === "object" ? known : undefined) ?? {};
    const map = Array.isArray(next) || typeof next !== "object" ? {} : next;
    if (member) map.type = member;
    at[key] = list ? [map] : map;
    at = map;
  });
  return copy;
}

test("the synthesis prints what it refuses", () => {
  writeFileSync("dev.yaml", `extends: ${quoted}\n`);
  const { stderr, stdout, status } = spawnSync(
    process.execPath,
    [join(project, "scripts/run.js"), "main.ts"],
    {
      cwd: process.cwd(),
      encoding: "utf8",
      env: { ...process.env, ENVIRONMENTS: "dev.yaml" },
    },
  );
  expect(status).toBe(1);
  expect(stderr).toContain("\\u001b[2J");
  expect(stderr + stdout).not.toMatch(raw);
});

test("a failure of a script is printable", () => {
  writeFileSync("fails.ts", `throw new Error(${quoted});`);
  const file = join(process.cwd(), "fails.ts");
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      "-e",
      `require("./scripts/printable").printError(require("util").inspect(new Error(${quoted})) + ${JSON.stringify(file)})`,
    ],
    { cwd: project, encoding: "utf8" },
  );
  expect(status).toBe(0);
  expect(stderr).toContain("\\u009b");
  expect(stderr).not.toMatch(raw);
});

test("no command writes to a stream in another way", () => {
  const sources = ["cli", "scripts", "bin"].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: "utf8" }).map((name) =>
      join(folder, name),
    ),
  );
  const found = sources
    .filter((file) => /\.(ts|js|mjs)$/.test(file) && !allowed.includes(file))
    .filter((file) =>
      /\bconsole\.\w+\(|process\.std(out|err)\.write\(/.test(readFileSync(join(project, file), "utf8")),
    );
  expect(found).toEqual([]);
  expect(sources.length).toBeGreaterThan(15);
});

/** The functions that print, and what prints before they are loaded. */
const allowed = ["scripts/printable.js", "bin/cdktf-clusters.js"];
