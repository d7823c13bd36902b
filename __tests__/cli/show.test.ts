import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseAllDocuments } from "yaml";
import { main } from "../../cli/cdktf-clusters";
import { fieldsOf, platformNames } from "../../cli/field-model";
import { groups } from "../../cli/show/effective";
import { loadEnvironments } from "../../modules/environment";
import { useEmptyDirectory } from "../environment/directory";

const [golden, shipped, examples] = [join(__dirname, "golden"), resolve("environments"), resolve("examples")];

useEmptyDirectory();

function run(argv: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const before = { ...process.env };
  for (const name of ["ENVIRONMENTS", "NO_COLOR", "FORCE_COLOR", "TERM"]) delete process.env[name];
  Object.assign(process.env, env);
  const out: string[] = [];
  const err: string[] = [];
  try {
    const code = main(["show", ...argv], {
      stdout: { write: (text) => out.push(text), isTTY: env.TERM !== undefined },
      stderr: { write: (text) => err.push(text) },
    });
    return { code, stdout: out.join(""), stderr: err.join("") };
  } finally {
    process.env = before;
  }
}

const base = `clusters:
  - platform: eks
    name: main
    region: eu-west-1
    kubernetesVersion: "1.35"
    access: { privateFrom: [10.1.0.0/16], admins: [arn:aws:iam::111122223333:role/admin] }
    nodeGroups:
      - name: workers
        machineTypes: [m7i.large]
        size: { min: 3, max: 6 }
`;
const overlay = `extends: base.yaml
backend: { type: s3, bucket: example-state, region: eu-west-1 }
providers: { aws: { allowedAccountIds: ["111122223333"] } }
tags: { team: "1" }
clusters:
  - name: main
    nodeGroups:
      - name: workers
        size: { max: 9 }
`;

function writeFiles(): void {
  mkdirSync("environments");
  writeFileSync("environments/base.yaml", base);
  writeFileSync("environments/dev.yaml", overlay);
}

test.each([
  ["plain", {}],
  ["colour", { TERM: "xterm-256color" }],
])("prints the golden text, %s", (name, env) => {
  writeFiles();
  const { code, stdout, stderr } = run(["dev-main"], env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const text = stdout.replaceAll("\u001b", "␛");
  const file = join(golden, `show.${name}.txt`);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
  expect(text.includes("␛")).toBe(name === "colour");
});

test("a value has the file and line that set it, through extends, or is a default", () => {
  writeFiles();
  const { stdout } = run(["--format", "json"]);
  const [stack] = JSON.parse(stdout) as {
    backend: Row[];
    cluster: Row[];
  }[];
  interface Row {
    field: string;
    value: unknown;
    origin: unknown;
  }
  const find = (rows: Row[], name: string) => rows.find(({ field }) => field === name);
  const line = (file: string, line: number) => ({ file: `environments/${file}.yaml`, line });
  expect(find(stack.cluster, "nodeGroups[0].size.min")).toMatchObject({ value: 3, origin: line("base", 10) });
  expect(find(stack.cluster, "nodeGroups[0].size.max")).toMatchObject({ value: 9, origin: line("dev", 9) });
  expect(find(stack.cluster, "tags.team")).toMatchObject({ value: "1", origin: line("dev", 4) });
  expect(find(stack.cluster, "network.cidr")).toMatchObject({ value: "10.0.0.0/16", origin: "default" });
  expect(find(stack.backend, "key")).toMatchObject({
    value: "dev-main/terraform.tfstate",
    origin: "default",
  });
  expect(find(stack.backend, "bucket")).toMatchObject({ origin: line("dev", 2) });
});

test("the backend of a single cluster is shown with its place", () => {
  writeFiles();
  writeFileSync("environments/dev.yaml", `${overlay}backends:\n  main: { type: gcs, bucket: acme-state }\n`);
  const [{ backend }] = JSON.parse(run(["--format", "json"]).stdout) as { backend: object[] }[];
  const place = { file: "environments/dev.yaml", line: 11 };
  expect(backend).toContainEqual({ field: "type", value: "gcs", origin: place });
  expect(backend).toContainEqual({ field: "bucket", value: "acme-state", origin: place });
  expect(backend).toContainEqual({ field: "prefix", value: "dev-main", origin: "default" });
});

test("the text is YAML with the values of all shipped stacks", () => {
  const { stdout } = run([], { ENVIRONMENTS: shipped });
  const documents = parseAllDocuments(stdout);
  const { environments } = loadEnvironments(shipped);
  const clusters = environments.flatMap((environment) => environment.clusters);
  expect(documents).toHaveLength(clusters.length);
  documents.forEach((document, i) => {
    expect("errors" in document ? document.errors : []).toEqual([]);
    const { cluster } = document.toJSON() as { cluster: object };
    expect(cluster).toMatchObject(clusters[i]);
  });
});

test("defaults that other fields exclude are not shown", () => {
  const { stdout } = run([], { ENVIRONMENTS: join(examples, "existing-vpc.yaml") });
  expect(stdout).toContain("vpcId:");
  expect(stdout).not.toMatch(/^ {4}(cidr|nat|zones):/m);
});

test("an unknown stack, and a file with errors", () => {
  writeFiles();
  expect(run(["dev-man"])).toEqual({
    code: 1,
    stdout: "",
    stderr: 'unknown stack "dev-man"; did you mean "dev-main"?\n',
  });
  expect(run(["dev-main"], { ENVIRONMENTS: "nowhere" })).toMatchObject({ code: 1, stdout: "" });
  expect(run(["--format", "yaml"]).stderr).toContain("--format must be text or json");
});

test("text of a file cannot move the cursor", () => {
  writeFiles();
  writeFileSync("environments/dev.yaml", overlay.replace('team: "1"', 'team: "a\\eb"'));
  expect(run([]).stdout).not.toContain("\u001b");
});

test("every group is a field of a platform, and can be omitted", () => {
  const infos = platformNames.flatMap((platform) => [...fieldsOf(platform)]);
  for (const path of groups) {
    const found = infos.filter(([at]) => at === path);
    expect({ path, types: found.map(([, { type }]) => type) }).toEqual({
      path,
      // A refused field has any type.
      types: found.map(() => expect.stringMatching(/^(map|any value)/)),
    });
    expect(found.length).toBeGreaterThan(0);
  }
});
