import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../../cli/cdktf-clusters";
import { candidates } from "../../cli/completion";
import { environmentText } from "../../cli/init/files";
import { firstClusterOf } from "../../cli/init/platforms";
import { platformNames } from "../../cli/field-model";
import { partitionOf } from "../../modules/aws/regions";
import { formatProblem, loadEnvironments } from "../../modules/environment";
import { programNames } from "../../modules/workloads/charts";
import { useEmptyDirectory } from "../environment/directory";
import { flags } from "./command";
import { writeHelm } from "./helm-double";

useEmptyDirectory();

const { HELM } = process.env;

beforeEach(() => {
  delete process.env.ENVIRONMENTS;
});
afterEach(() => {
  if (HELM === undefined) delete process.env.HELM;
  else process.env.HELM = HELM;
});

/** @param lines - what the user types; undefined if there is no terminal */
function run(argv: readonly string[], lines?: readonly string[]) {
  const all: string[] = [];
  const out: string[] = [];
  const err: string[] = [];
  const rest = [...(lines ?? [])];
  const code = main(["init", ...argv], {
    stdout: { write: (text) => all.push(text) && out.push(text) },
    stderr: { write: (text) => all.push(text) && err.push(text) },
    answers: lines && { readLine: () => rest.shift() },
  });
  return { code, all: all.join(""), stdout: out.join(""), stderr: err.join("") };
}

/** Administrators of a cloud. */
const ownAdmins = {
  aws: "arn:aws:iam::111122223333:role/PlatformAdmin",
  azure: "7d6f2c1e-0b7e-4c55-9a53-2f1f4a0c9a11",
  google: "user:ann@example.com",
} as const;

const cloudsOf = { eks: "aws", aks: "azure", gke: "google" } as const;

/** The file as the user edits it. */
function edited(text: string): string {
  const platform = /platform: (\w+)/.exec(text)![1];
  const cloud = /cloud: (\w+)/.exec(text)?.[1] ?? cloudsOf[platform as keyof typeof cloudsOf];
  const region = /region: (\S+)\n {4}kubernetesVersion/.exec(text)![1];
  const admin = ownAdmins[cloud as keyof typeof ownAdmins].replace(":aws:", `:${partitionOf(region)}:`);
  return text
    .replace("publicFrom: [replace-me]", "publicFrom: [203.0.113.0/24]")
    .replace("privateFrom: [replace-me]", "privateFrom: [10.8.0.0/16]")
    .replace("admins: [replace-me]", `admins: ["${admin}"]`)
    .replace("subscriptionId: replace-me", `subscriptionId: ${ownAdmins.azure}`)
    .replace("project: replace-me", "project: acme-clusters")
    .replaceAll(/^#? ?backend: .*$/gm, (line) => line.replaceAll("replace-me", "acmestate"));
}

const firstOf = (platform: (typeof platformNames)[number]) =>
  firstClusterOf({ platform, region: "", name: "dev" });

/** The problems of the written files. */
const problemsOfFiles = () => loadEnvironments("environments").problems;

/** A region for each different text of a file. */
const cases = platformNames.flatMap((platform) => {
  const regions = candidates(["init", "--platform", platform, "--region", ""]);
  expect(regions.length).toBeGreaterThan(35);
  const textOf = (region: string) =>
    environmentText({ platform, region, name: "dev" }, "1.36", "").replaceAll(region, "REGION");
  // The first region of a kind.
  return [...new Map([...regions].reverse().map((region) => [textOf(region), region])).values()].map(
    (region) => [platform, region] as const,
  );
});

test("the file of every kind of region is valid without warnings", () => {
  expect(cases.length).toBeGreaterThan(9);
  mkdirSync("environments");
  for (const [platform, region] of cases) {
    const name = `${platform}-${region}`;
    const minor = platform === "kubeadm" ? firstOf(platform).versions()[0] : "1.36";
    writeFileSync(
      `environments/${name}.yaml`,
      edited(environmentText({ platform, region, name }, minor, "schema.json")),
    );
  }
  const problems = problemsOfFiles();
  // Two zones have no majority, so that the control plane has one machine. Init prints the warning.
  const small = problems.filter(({ rule }) => rule === "kubeadm/control-plane/one-machine");
  expect(small.map(({ file }) => file).join()).toMatch(/kubeadm-us-west-1/);
  expect(problems.filter((problem) => !small.includes(problem)).map(formatProblem)).toEqual([]);
});

test.each([
  ["eu-central-1", "aws"],
  ["us-gov-west-1", "aws"],
  ["westeurope", "azure"],
  ["europe-west3", "google"],
  ["mars-north9", "google"],
])("a kubeadm cluster in %s is on %s", (region, cloud) => {
  const text = environmentText({ platform: "kubeadm", region, name: "dev" }, "1.36.3", "");
  expect(text).toContain(`cloud: ${cloud}\n`);
  expect(
    environmentText({ platform: "kubeadm", region: "other", name: "dev", cloud: "google" }, "1.36.3", ""),
  ).toContain("cloud: google\n");
});

test.each([
  ["azure", "westeurope", "azurerm", "azurerm"],
  ["google", "europe-west3", "google", "gcs"],
])(
  "a project of a kubeadm cluster on %s has its provider and backend",
  (cloud, region, provider, backend) => {
    expect(run(["--cloud", cloud, ...flags("kubeadm", region)]).code).toBe(0);
    expect(readFileSync("environments/dev.yaml", "utf8")).toContain(`# backend: { type: ${backend},`);
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: object };
    expect(Object.keys(dependencies)).toContain(`@cdktf/provider-${provider}`);
    writeFileSync("environments/dev.yaml", edited(readFileSync("environments/dev.yaml", "utf8")));
    expect(problemsOfFiles().map(formatProblem)).toEqual([]);
  },
);

test.each([
  ...(["eks", "aks", "gke"] as const).map((platform) => [platform, firstOf(platform).region] as const),
  ...["eu-central-1", "westeurope", "europe-west3"].map((region) => ["kubeadm", region] as const),
])("each value that the user of %s in %s must replace is one error", (platform, region) => {
  expect(run(flags(platform, region)).code).toBe(0);
  const lines = readFileSync("environments/dev.yaml", "utf8").split("\n");
  const placed = lines.flatMap((line, i) => (/^[^#]*replace-me/.test(line) ? i + 1 : []));
  expect(placed).toHaveLength(2);
  const problems = problemsOfFiles();
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual(
    placed.map((line) => [line, "environment/placeholders"]),
  );
});

test("a question suggests a region of the cloud", () => {
  const { all } = run(["--platform", "kubeadm", "--cloud", "google", "--name", "dev"], [""]);
  expect(all).toContain("Region [europe-west3]: ");
  expect(readFileSync("environments/dev.yaml", "utf8")).toContain("region: europe-west3\n");
});

test("warnings of the file are printed", () => {
  const { code, stderr } = run(flags("kubeadm", "us-west-1"));
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^environments\/dev\.yaml: warning: clusters\[0\]\.controlPlane\.machines: one machine has no replica/m,
  );
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("the file of a kubeadm cluster states how it gets a network of pods", () => {
  const { stdout } = run(flags("kubeadm", "eu-central-1"));
  const next = stdout.split("then run\n")[1].trim().split(/\n\s*/);
  const [command, argv, todo] = /^npx cdktf-clusters (manifests dev-main) {2}# (.*)$/.exec(next[1])!;
  expect(todo).toMatch(/add .*kubeadm\.software\.manifests, and remove silence$/);
  expect(next.slice(2)).toEqual(["npx cdktf-clusters validate --plan", "npm run synth"]);
  expect(readFileSync("README.md", "utf8")).toContain(`\n${command.replace("  #", " #")}\nnpm test\n`);
  const text = edited(readFileSync("environments/dev.yaml", "utf8"));
  const page = readFileSync(join(__dirname, "../../docs/kubeadm.md"), "utf8");
  expect(page).toContain(`\n## ${/section ([\w ]+) of docs\/kubeadm.md/.exec(text)![1]}\n`);
  // As the comments ask for.
  const withFolder = text.replace("#   kubeadm:", "kubeadm:").replace(/ *silence:\n.*\n.*\n/, "");
  writeFileSync("environments/dev.yaml", withFolder);
  writeHelm("helm");
  process.env.HELM = "./helm";
  const output = { write: () => true };
  expect(main(argv.split(" "), { stdout: output, stderr: output })).toBe(0);
  expect(problemsOfFiles().map(formatProblem)).toEqual([]);
});

test.each([
  ["eks", "eu-central-1", undefined],
  ["aks", "westeurope", "ARM_SUBSCRIPTION_ID.\n# providers: { azurerm: { subscriptionId: replace-me } }\n"],
  ["gke", "europe-west3", "GOOGLE_PROJECT.\n# providers: { google: { project: replace-me } }\n"],
  ["kubeadm", "eu-central-1", undefined],
  [
    "kubeadm",
    "westeurope",
    "ARM_SUBSCRIPTION_ID.\n# providers: { azurerm: { subscriptionId: replace-me } }\n",
  ],
  ["kubeadm", "europe-west3", "GOOGLE_PROJECT.\n# providers: { google: { project: replace-me } }\n"],
] as const)("the file for %s in %s names where the cluster is created", (platform, region, text) => {
  expect(run(flags(platform, region)).code).toBe(0);
  const file = readFileSync("environments/dev.yaml", "utf8");
  if (text === undefined) expect(file).not.toContain("providers:");
  else expect(file).toContain(text);
});

test.each(platformNames)("the alternatives in the file for %s are valid without their mark", (platform) => {
  const { region, versions } = firstOf(platform);
  const text = environmentText({ platform, region, name: "dev" }, versions().at(1)!, "schema.json");
  const alternatives = text.match(/^ *# (?=\w+: [{\w])/gm) ?? [];
  expect(alternatives.length).toBeGreaterThan(1);
  mkdirSync("environments");
  writeFileSync("environments/dev.yaml", edited(text.replace(/^( *)# (?=\w+: [{\w])/gm, "$1")));
  expect(problemsOfFiles().map(formatProblem)).toEqual([]);
});

describe("the file with a program of the catalogue", () => {
  const regions = [
    ...(["eks", "aks", "gke"] as const).map((platform) => [platform, firstOf(platform).region] as const),
    ...["eu-central-1", "westeurope", "europe-west3"].map((region) => ["kubeadm", region] as const),
  ];
  /** What a program can need that the first file does not have. */
  const needs = ["cluster/workloads/program-has-permissions", "eks/workloads/karpenter-pool-limited"];

  /** The problems of the file with a program. */
  const problemsOf = (text: string, program: string) => {
    writeFileSync("environments/dev.yaml", `${text}\n    workloads: { programs: { ${program}: true } }\n`);
    return problemsOfFiles().filter(({ rule }) => !needs.includes(rule));
  };

  test.each(regions)("is valid on %s in %s, or the message names a version that is", (platform, region) => {
    expect(run(flags(platform, region)).code).toBe(0);
    const text = edited(readFileSync("environments/dev.yaml", "utf8"));
    const versionOf = (other: string) =>
      text.replace(/kubernetesVersion: "[^"]+"/, `kubernetesVersion: "${other}"`);
    const versions = firstClusterOf({ platform, region, name: "dev" }).versions();
    expect(text).toContain(`kubernetesVersion: "${versions[0]}"`);
    const offered = programNames.filter(
      (program) => !problemsOf(text, program).some(({ rule }) => rule === "cluster/fields/supported"),
    );
    expect(offered).toEqual(expect.arrayContaining(["cert-manager", "external-secrets"]));
    for (const program of offered) {
      expect(problemsOf(text, program).map(formatProblem)).toEqual([]);
      for (const version of versions) {
        const missing = problemsOf(versionOf(version), program).filter(
          ({ rule }) => rule === "cluster/workloads/chart-version",
        );
        const named = missing.map(({ message }) => /use (\S+) in a new cluster/.exec(message)?.[1] ?? "none");
        for (const other of named) {
          expect(problemsOf(versionOf(other), program).map(formatProblem)).toEqual([]);
        }
      }
    }
  });
});

test("an empty folder becomes a project", () => {
  const { code, stdout } = run(flags("gke", "europe-west3"));
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `wrote environments/dev.yaml
wrote .gitignore
wrote package.json
wrote README.md

Next: replace each value replace-me in environments/dev.yaml, then run
  npm install FILE.tgz  # the path of cdktf-clusters-0.1.0.tgz, which npm pack creates in a checkout
  npx cdktf-clusters validate --plan
  npm run synth
`,
  });
  const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;
  expect(Object.keys(manifest.dependencies)).toEqual([
    "@cdktf/provider-google",
    "cdktf",
    "cdktf-clusters",
    "constructs",
  ]);
  expect(readFileSync("README.md", "utf8")).toContain("\nnpm install FILE.tgz\nnpm test\n");
  for (const version of Object.values(manifest.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  for (const script of Object.values(manifest.scripts)) expect(script).toMatch(/^cdktf-clusters /);
  expect(readFileSync("environments/dev.yaml", "utf8")).toMatch(
    /^# yaml-language-server: \$schema=\.\.\/node_modules\/cdktf-clusters\/lib\/environment\.schema\.json\n/,
  );
});

test("other files stay as they are", () => {
  writeFileSync(".gitignore", "node_modules\n");
  writeFileSync("notes.txt", "mine");
  const { stdout } = run(flags("eks", "eu-west-1"));
  expect(stdout).toContain("kept .gitignore; it does not contain .terraform, *.tfstate\n");
  expect(readFileSync(".gitignore", "utf8")).toBe("node_modules\n");
  expect(readdirSync(".").sort()).toEqual([".gitignore", "environments", "notes.txt"]);
});

test.each(["dev.yaml", "dev.yml"])("an environment is not replaced: %s", (name) => {
  mkdirSync("environments");
  writeFileSync(`environments/${name}`, "mine");
  const { code, stderr } = run(flags("eks", "eu-west-1"));
  expect(code).toBe(2);
  expect(stderr).toBe(
    `cdktf-clusters: --name: is taken: environments/${name} exists, and no file is replaced\nSee "cdktf-clusters help init".\n`,
  );
  expect(readFileSync(`environments/${name}`, "utf8")).toBe("mine");
  expect(readdirSync(".")).toEqual(["environments"]);
});

test("the directory in ENVIRONMENTS gets the file, with the path of the schema from there", () => {
  process.env.ENVIRONMENTS = "a/b";
  expect(run(flags("aks", "westeurope")).code).toBe(0);
  expect(readFileSync("a/b/dev.yaml", "utf8")).toContain("$schema=../../node_modules/");
  process.env.ENVIRONMENTS = "a/dev.yaml";
  expect(run(flags("aks", "westeurope")).stderr).toBe(
    "ENVIRONMENTS is a/dev.yaml; init needs the directory of the environment files\n",
  );
});

test("asks for what is omitted, again after an invalid answer", () => {
  const { code, all } = run(["--name", "dev"], ["ecs", "", "eu-wst-1", "eu-west-1"]);
  expect(code).toBe(0);
  expect(all.slice(0, all.indexOf("wrote "))).toBe(
    [
      "Platform: eks, aks, gke, kubeadm (preview) [eks]: ",
      '  must be one of eks, aks, gke, kubeadm, got "ecs"; did you mean "eks"?\n',
      "Platform: eks, aks, gke, kubeadm (preview) [eks]: ",
      "Region [eu-central-1]: ",
      '  unknown region "eu-wst-1"; did you mean "eu-west-1"? If it is new, set network.zones\n',
      "Region [eu-central-1]: ",
    ].join(""),
  );
  expect(readFileSync("environments/dev.yaml", "utf8")).toContain("region: eu-west-1\n");
});

test("writes nothing if the input ends", () => {
  expect(run([], ["eks"])).toMatchObject({
    code: 1,
    stdout: "",
    stderr:
      "Platform: eks, aks, gke, kubeadm (preview) [eks]: Region [eu-central-1]: the input ended before the last answer; nothing was written\n",
  });
  expect(readdirSync(".")).toEqual([]);
});

test.each<[name: string, argv: string[], message: string]>([
  ["no terminal", ["--platform", "eks"], "init needs --region if standard input is not a terminal"],
  ["a region without zones", flags("aks", "westus"), "--region: westus has no availability zones"],
  [
    "a cloud of another platform",
    ["--cloud", "aws", ...flags("eks", "eu-west-1")],
    "--cloud: only kubeadm clusters have a cloud",
  ],
  ["an unknown cloud", ["--cloud", "azur", ...flags("kubeadm", "westeurope")], ""],
  [
    "a region of another cloud than --cloud",
    ["--cloud", "aws", ...flags("kubeadm", "westeurope")],
    "--region: ",
  ],
  ["a region of another cloud", flags("gke", "eu-central-1"), "--region: "],
  [
    "a region that is YAML",
    flags("gke", "a: b"),
    '--region: must start with a lower-case letter and have only lower-case letters, digits and -, got "a: b"',
  ],
  ["a region with a control", flags("eks", "eu\u001b[2J"), "--region: must start with a lower-case letter"],
  ["a path as name", flags("eks", "eu-west-1", "../dev"), "--name: must start with a lower-case letter"],
  ["the name of a base", flags("eks", "eu-west-1", "base"), "--name: must not be base"],
  ["a name that is too long", flags("gke", "europe-west3", "a".repeat(50)), "--name: must have at most 40"],
  ["an operand", ["dev"], 'init takes no operands, got "dev"'],
])("%s is one clear error, and nothing is written", (_, argv, message) => {
  const { code, stdout, stderr } = run(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`cdktf-clusters: ${message}`);
  expect(stderr).not.toContain("\u001b");
  expect(stderr.split("\n")).toHaveLength(3);
  expect(existsSync("environments")).toBe(false);
});

test.each(["null", "true", "on", "y"])("an environment may be called %s", (name) => {
  expect(run(flags("eks", "eu-west-1", name)).code).toBe(0);
  const file = `environments/${name}.yaml`;
  writeFileSync(file, edited(readFileSync(file, "utf8")));
  const { environments } = loadEnvironments("environments");
  expect(environments[0].clusters[0].tags).toEqual({ environment: name, "managed-by": "terraform" });
});
