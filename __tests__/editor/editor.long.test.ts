import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { type Node, parseDocument } from "yaml";
import { loadEnvironments } from "../../modules/environment";
import { type Completion, LanguageServer } from "./language-server";

const schema = resolve("modules/environment/editor.schema.json");
const today = new Date("2026-11-23");

let server: LanguageServer;
let folder: string;

beforeAll(async () => {
  // That of the schema as it is now.
  execFileSync(process.execPath, ["scripts/editor-schema.mjs"]);
  server = await LanguageServer.start();
  folder = mkdtempSync(join(tmpdir(), "editor-"));
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const modeline = () => `# yaml-language-server: $schema=${relative(folder, schema)}\n`;

let files = 0;

/** Opens a text as a new file of the folder; the text starts after the modeline. */
async function opened(text: string) {
  const file = join(folder, `file-${++files}.yaml`);
  const found = await server.open(file, modeline() + text);
  return {
    file,
    /** `LINE: MESSAGE`, with lines of the text from 1. */
    found: found.map(({ range, message }) => `${range.start.line}: ${message}`),
  };
}

const shipped = ["environments", "examples"].flatMap((directory) =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(directory, name)),
);

test.each(shipped)("the editor reports nothing in %s", async (file) => {
  expect(await server.open(resolve(file), readFileSync(file, "utf8"))).toEqual([]);
  server.close(resolve(file));
});

const clusters = {
  eks: `clusters:
  - platform: eks
    name: main
    region: eu-central-1
    kubernetesVersion: "1.35"
    access: { admins: [arn:aws:iam::111122223333:role/Admin] }
    nodeGroups:
      - name: workers
        machineTypes: [m7i.large]
        size: 3
`,
  aks: `clusters:
  - platform: aks
    name: main
    region: germanywestcentral
    kubernetesVersion: "1.35"
    access: { admins: [00000000-0000-0000-0000-000000000001] }
    nodeGroups:
      - name: workers
        machineTypes: [Standard_D4ds_v5]
        size: 3
`,
  gke: `clusters:
  - platform: gke
    name: main
    region: europe-west3
    kubernetesVersion: "1.35"
    access: { admins: [group:admins@example.com] }
    nodeGroups:
      - name: workers
        machineTypes: [n4-standard-4]
        size: 3
`,
} as const;

type Platform = keyof typeof clusters;

describe("files that extend another one", () => {
  const overlays: Readonly<Record<string, string>> = {
    "only the base": "extends: base.yaml\n",
    "a field of a cluster":
      "extends: base.yaml\nclusters:\n  - name: main\n    platform: eks\n    network: { zones: 2 }\n",
    "a cluster without its platform":
      "extends: base.yaml\nclusters:\n  - name: main\n    tags: { team: shop }\n",
    "a group by its name":
      "extends: base.yaml\nclusters:\n  - platform: eks\n    name: main\n    nodeGroups:\n      - { name: workers, size: 6 }\n",
    "a removed field":
      'extends: base.yaml\nclusters:\n  - platform: eks\n    name: main\n    kubernetesVersion: "1.36"\n    tags: null\n',
    "a reference in a number":
      'extends: base.yaml\nvariables:\n  nodes: { type: number, default: 4 }\nclusters:\n  - platform: eks\n    name: main\n    nodeGroups:\n      - { name: workers, disk: { sizeGiB: "${var.nodes}" } }\n',
  };

  test.each(Object.entries(overlays))("%s", async (title, text) => {
    const name = `${title.replaceAll(" ", "-")}.yaml`;
    writeFileSync(
      join(folder, "base.yaml"),
      clusters.eks.replace("name: main", "name: main\n    tags: { a: b }"),
    );
    writeFileSync(join(folder, name), text);
    const { problems } = loadEnvironments(join(folder, name), { today });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect((await opened(text)).found).toEqual([]);
  });

  test("an unknown field is reported", async () => {
    const text = "extends: base.yaml\nclusters:\n  - platform: eks\n    name: main\n    regoin: eu-west-1\n";
    expect((await opened(text)).found).toEqual(["5: Property regoin is not allowed."]);
  });
});

/** Mistakes: a field of the cluster with a wrong value, or a wrong field, and a part of the editor's message. */
const mistakes: readonly (readonly [Platform, string, unknown, string])[] = [
  ["eks", "regoin", "eu-west-1", "Property regoin is not allowed"],
  ["eks", "resourceGroup", "shop", "Property resourceGroup is not allowed"],
  ["eks", "autoscaling", "cluster-autoscalr", "Value is not accepted"],
  ["eks", "network.zones", true, "Incorrect type"],
  ["eks", "network.nat", "one", "Value is not accepted"],
  ["eks", "network.flowLogs", "yes", "Incorrect type"],
  ["eks", "nodeGroups.0.capacity", "Spot", "Value is not accepted"],
  ["eks", "nodeGroups.0.size", "three", "Incorrect type"],
  ["eks", "nodeGroups.0.machineType", "m7i.large", "Property machineType is not allowed"],
  ["eks", "kubernetesVersion", 1.35, "Incorrect type"],
  ["aks", "access", ["admins"], "Incorrect type"],
  ["aks", "upgrades.channel", "fast", "Value is not accepted"],
  ["aks", "nodeGroups.0.disk", { size: 30 }, "Property size is not allowed"],
  ["aks", "nodeGroups.0.taints", [{ key: "a", effect: "Never" }], "Value is not accepted"],
  ["aks", "tags", { team: 3 }, "Incorrect type"],
  ["gke", "network.dataplane", "v3", "Value is not accepted"],
  ["gke", "storage.block", "maybe", "Incorrect type"],
  ["gke", "nodeGroups.0.image", { family: "coreos" }, "Value is not accepted"],
  ["gke", "upgrades", "rapid", "Incorrect type"],
  ["gke", "protection", "on", "Incorrect type"],
  ["eks", "region", "${var.region}", "Must be a literal"],
  ["aks", "nodeGroups.0.machineTypes", ["${var.type}"], "Must be a literal"],
  ["gke", "network.zones", "${var.zones}", "Incorrect type"],
  ["aks", "protection", "${var.protection}", "Incorrect type"],
];

test.each(mistakes)(
  "on %s, the editor reports %s: %j in its lines",
  async (platform, path, value, message) => {
    const document = parseDocument(clusters[platform]);
    const steps = path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    document.setIn(["clusters", 0, ...steps], document.createNode(value));
    const text = document.toString();
    const { found } = await opened(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    const [start, end] = (parseDocument(text).getIn(["clusters", 0, ...steps], true) as Node).range!;
    const before = text.slice(0, start).split("\n");
    // The key is in the line of its value, or above it.
    const first = before.findLastIndex((line) => line.includes(`${String(steps.at(-1))}:`)) + 1;
    const last = text.slice(0, end).trimEnd().split("\n").length;
    const line = Number(found[0].split(":")[0]);
    expect([first, line, last]).toEqual([first, Math.min(Math.max(line, first), last), last]);
  },
);

test.each(["eks", "aks", "gke"] as const)(
  "on %s, a refused field has a warning with its reason",
  async (platform) => {
    const { definitions } = JSON.parse(readFileSync(schema, "utf8")) as {
      definitions: Record<string, { properties: Record<string, { deprecationMessage?: string }> }>;
    };
    const prefix = { eks: "Eks", aks: "Aks", gke: "Gke" }[platform];
    const name = `${prefix}NodeGroupSpec`;
    const group = (definitions[`${prefix}.${name}`] ?? definitions[name]).properties;
    const refused = Object.entries(group).filter(
      ([, { deprecationMessage }]) => deprecationMessage !== undefined,
    );
    expect(refused.length).toBeGreaterThan(0);
    const [field, { deprecationMessage }] = refused[0];
    const { found } = await opened(`${clusters[platform]}        ${field}: true\n`);
    expect(found).toEqual([`11: ${deprecationMessage}`]);
  },
);

describe("a file of facts", () => {
  const page = readFileSync("docs/how-to/add-facts.md", "utf8");
  const [, example] = /^```yaml\n# yaml-language-server: .*\n([^]*?)^```$/m.exec(page)!;
  const factsOf = async (text: string) => {
    const file = join(folder, `facts-${++files}.yaml`);
    const path = relative(folder, resolve("modules/environment/facts.schema.json"));
    const found = await server.open(file, `# yaml-language-server: $schema=${path}\n${text}`);
    return { file, found: found.map(({ range, message }) => `${range.start.line}: ${message}`) };
  };

  test("has no error in the example of the documentation", async () => {
    expect((await factsOf(example)).found).toEqual([]);
  });

  test.each([
    ["asOf: 2026-01-15", "asOf: yesterday", '1: Must be a date such as "2027-03-31"'],
    ["  regions:\n    eu", "  region:\n    eu", "12: Property region is not allowed."],
    ['"1.38":\n', '"1.38.1":\n', '5: Must be a name such as "1.38"'],
    ["x86_64, vcpus: 2", "amd64, vcpus: 2", '15: Value is not accepted. Valid values: "x86_64", "arm64".'],
    ["vcpus: 4, ", "", '22: Missing property "vcpus".'],
  ])("with %j as %j has an error in its line", async (right, wrong, message) => {
    expect(example).toContain(right);
    expect((await factsOf(example.replace(right, wrong))).found).toEqual([message]);
  });

  test("has completion and descriptions", async () => {
    const text = "asOf: 2026-01-15\nsource: https://example.com/\ngke:\n  \n";
    const { file } = await factsOf(text);
    const offered = await server.completions(file, { line: 4, character: 2 });
    expect(offered.map(({ label }) => label).sort()).toEqual([
      "kubernetesVersions",
      "machineFamilies",
      "regions",
    ]);
    expect(await server.hover(file, { line: 1, character: 2 })).toContain("Day on which the source was read");
  });
});

describe("completion", () => {
  /** What the editor offers at `|`. */
  async function offered(text: string): Promise<readonly Completion[]> {
    const [before] = text.split("|");
    const lines = (modeline() + before).split("\n");
    const { file } = await opened(text.replace("|", ""));
    const items = await server.completions(file, {
      line: lines.length - 1,
      character: lines.at(-1)!.length,
    });
    server.close(file);
    return items;
  }
  const labels = async (text: string) => (await offered(text)).map(({ label }) => label);

  test("offers fields of the platform alone, and no refused field", async () => {
    const aks = await labels(`${clusters.aks}    |\n`);
    expect(aks).toEqual(expect.arrayContaining(["aks", "storage", "network"]));
    expect(aks.filter((label) => ["eks", "gke", "kubeadm", "controlPlane"].includes(label))).toEqual([]);
    expect(await labels(`${clusters.aks}        |\n`)).not.toContain("repair");
  });

  test("offers the platforms", async () => {
    const platforms = await labels("clusters:\n  - platform: |\n");
    expect(platforms.sort()).toEqual(["aks", "eks", "gke", "kubeadm"]);
  });

  test("offers the types of backends", async () => {
    expect(await labels(`backend:\n  type: |\n${clusters.eks}`)).toEqual(
      expect.arrayContaining(["azurerm", "gcs", "http", "local", "s3"]),
    );
  });

  test.each([
    ["eks", "region: eu-central-1", "region: |", "eu-west-1"],
    ["aks", "region: germanywestcentral", "region: |", "westeurope"],
    ["gke", "region: europe-west3", "region: |", "europe-west4"],
    ["eks", "[m7i.large]", "\n          - |", "m7g.xlarge"],
    ["aks", "[Standard_D4ds_v5]", "\n          - |", "Standard_D8ds_v5"],
  ] as const)("offers known values on %s for %s", async (platform, given, place, value) => {
    expect(await labels(clusters[platform].replace(given, place))).toContain(value);
  });

  test("inserts a version with quotes", async () => {
    const items = await offered(clusters.eks.replace('"1.35"', "|"));
    const version = items.find(({ label }) => label.includes("1.36"));
    expect(version?.insertText ?? version?.textEdit?.newText).toBe('"1.36"');
  });

  test.each([
    ["eks", "nodeGroups.0", "capacity", ["on-demand", "spot"]],
    ["aks", "nodeGroups.0", "spread", ["one-group", "per-zone"]],
  ] as const)("inserts valid values alone on %s for %s.%s", async (platform, _, field, values) => {
    const items = await labels(`${clusters[platform]}        ${field}: |\n`);
    expect(items.sort()).toEqual(expect.arrayContaining([...values]));
    expect(items.filter((label) => !(values as readonly string[]).includes(label))).toEqual([]);
  });
});

test("no description has the syntax of a link", () => {
  expect(readFileSync(schema, "utf8")).not.toContain("{@link");
});

test("hovering shows the description of a field", async () => {
  const { file } = await opened(clusters.eks);
  const line = (modeline() + clusters.eks).split("\n").findIndex((text) => text.includes("region:"));
  expect(await server.hover(file, { line, character: 6 })).toContain("Region of the cloud");
  server.close(file);
});
