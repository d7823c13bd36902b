import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { aws, azure, google } from "./answers";

/** The command rewrites a copy of the tables, from recorded answers. */
const files = {
  eks: ["modules/eks/versions.ts", "modules/aws/machine-types.ts", "modules/aws/machine-type-table.json"],
  aks: [
    "modules/aks/versions.ts",
    "modules/azure/machine-types.ts",
    "modules/azure/machine-type-table.json",
    "modules/azure/regions.ts",
  ],
  gke: ["modules/gke/versions.ts", "modules/google/machine-types.ts", "modules/google/regions.ts"],
};
type Platform = keyof typeof files;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "refresh-"));
  for (const file of Object.values(files).flat()) cpSync(file, join(root, file));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (file: string) => readFileSync(join(root, file), "utf8");
const all = () =>
  Object.fromEntries(Object.values(files).flatMap((some) => some.map((file) => [file, read(file)])));

function refresh(platform: string, answers: Readonly<Record<string, unknown>>, asOf = "2027-02-01") {
  for (const [file, answer] of Object.entries(answers)) {
    writeFileSync(join(root, file), typeof answer === "string" ? answer : JSON.stringify(answer));
  }
  const args = ["scripts/refresh.mjs", platform, "--from", root, "--root", root, "--as-of", asOf];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stdout, stderr: stderr.replaceAll(root, "DIR") };
}

const ages = (text: string) => [...text.matchAll(/asOf: "([\d-]+)"/g)].map(([, date]) => date);

test("eks: support dates, add-ons, images and machine types are rewritten, and nothing is removed", () => {
  const before = all();
  expect(refresh("eks", aws)).toEqual({
    status: 0,
    stdout: files.eks
      .map((file) => `changed: ${file}\n`)
      .sort((a, b) => order(a) - order(b))
      .join(""),
    stderr: "",
  });
  const versions = read("modules/eks/versions.ts");
  expect(versions).toContain(`  "1.38": {
    standardSupportUntil: "2028-03-01",
    extendedSupportUntil: "2029-03-01",
    addOns: { "vpc-cni": "v1.24.0-eksbuild.1" },
    images: { al2023: "1.38.1-20270110", bottlerocket: "1.70.0-abcdef01" },
  },
  "1.37": {`);
  expect(versions).toContain('standardSupportUntil: "2027-12-05"');
  expect(versions).toContain('  "1.31": {');
  expect(ages(versions).filter((date) => date === "2027-02-01")).toHaveLength(3);
  const table = JSON.parse(read("modules/aws/machine-type-table.json")) as Record<string, { sizes: object }>;
  expect(table.m99i).toEqual({ architecture: "x86_64", sizes: { large: [2, 8, 3, 10] } });
  expect(Object.keys(table)).toHaveLength(Object.keys(JSON.parse(before[files.eks[2]]) as object).length + 1);
  expect(ages(read("modules/aws/machine-types.ts"))).toEqual(["2027-02-01"]);
  // The same answers again change nothing.
  expect(refresh("eks", aws).stdout).toBe("nothing changed\n");
});

const order = (line: string) => (line.includes("versions") ? 0 : line.includes("table") ? 1 : 2);

test("aks: machine types and regions are rewritten, and a minor without dates is named", () => {
  const { status, stdout, stderr } = refresh("aks", azure);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^to do: AKS offers Kubernetes 1\.38; az does not answer the end of its support: add it/m,
  );
  expect(stdout).not.toMatch(/1\.36|1\.39/);
  const table = JSON.parse(read(files.aks[2])) as Record<string, { sizes: Record<string, unknown> }>;
  expect(table.standardDDSv9Family).toEqual({ architecture: "arm64", sizes: { D4pds_v9: [4, 16] } });
  expect(table.standardNCv9Family.sizes).toEqual({ NC8_v9: [8, 64, 1] });
  const regions = read("modules/azure/regions.ts");
  expect(regions).toMatch(/zoned: \[[^\]]*"ukwest"/);
  expect(regions).not.toMatch(/plain: \[[^\]]*"ukwest"/);
  expect(regions).toMatch(/plain: \[[^\]]*"newplace"/);
  expect(regions).toContain('"westeurope"');
  expect(regions).not.toMatch(/eastus2euap|"europe"/);
  expect(regions).toContain('"usgovvirginia"');
  expect(ages(regions)).toEqual(["2027-02-01"]);
  expect(refresh("aks", azure).stdout).not.toContain("changed: ");
});

test("gke: zones of regions are added at the end, and minors and families without facts are named", () => {
  const { status, stdout, stderr } = refresh("gke", google);
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^changed: modules\/google\/regions\.ts\nto do: GKE offers Kubernetes 1\.38;.*\nto do: .*machine family n9;/,
  );
  const regions = read("modules/google/regions.ts");
  expect(regions).toContain('"europe-west13": "bd"');
  expect(regions).toContain('"europe-west1": "bcda"');
  expect(regions).toContain('"us-central1": "abcf"');
  expect(regions).toContain('"us-west4": undefined');
  expect(ages(regions)).toEqual(["2027-02-01"]);
  expect(refresh("gke", google).stdout).not.toContain("changed: ");
});

test("add-ons that are not pinned, regions without zones, and marks of shells are no error", () => {
  const addOns = [
    { addonName: "other", addonVersions: [{ addonVersion: "2027.1" }] },
    { addonName: "new", addonVersions: [] },
    ...aws["describe-addon-versions.json"].addons,
  ];
  const known = refresh("eks", { ...aws, "describe-addon-versions.json": { addons: addOns } });
  expect([known.status, known.stderr]).toEqual([0, ""]);
  const regions = [...google["regions.json"], { name: "moon-west1" }];
  const marked = `\uFEFF${JSON.stringify(regions)}`;
  const open = refresh("gke", { ...google, "regions.json": marked });
  expect([open.status, open.stderr]).toEqual([0, ""]);
  expect(read("modules/google/regions.ts")).not.toContain("moon-west1");
});

test.each(["tomorrow", "2027-13-01", "2027-02-30"])("%s is not a day of the answers", (day) => {
  const before = all();
  const { status, stderr } = refresh("gke", google, day);
  expect([status, stderr]).toEqual([1, `--as-of must be a date such as 2027-01-15, got ${day}\n`]);
  expect(all()).toEqual(before);
});

const without = (answers: object, file: string) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== file)) as Record<string, unknown>;

test.each<[string, Platform, Record<string, unknown>, string]>([
  [
    "a missing file",
    "eks",
    without(aws, "describe-addon-versions.json"),
    'DIR/describe-addon-versions.json does not exist; it is the output of "aws eks describe-addon-versions --output json"',
  ],
  ["text", "aks", { ...azure, "list-skus.json": "Please run az login" }, "DIR/list-skus.json is not JSON"],
  [
    "no rows",
    "gke",
    { ...google, "regions.json": [] },
    "DIR/regions.json: the answer must have at least one item, got none",
  ],
  [
    "another form",
    "eks",
    { ...aws, "describe-cluster-versions.json": { versions: [] } },
    "DIR/describe-cluster-versions.json: clusterVersions must be a list",
  ],
  [
    "one page of several",
    "eks",
    { ...aws, "describe-addon-versions.json": { ...aws["describe-addon-versions.json"], nextToken: "more" } },
    "DIR/describe-addon-versions.json is only one page: run the command without --no-paginate",
  ],
  [
    "no release of an image",
    "eks",
    { ...aws, "get-parameters.json": { Parameters: [], InvalidParameters: ["/aws/service/eks"] } },
    "DIR/get-parameters.json: Parameters has no release of an image",
  ],
  [
    "a text in place of a list",
    "aks",
    { ...azure, "list-skus.json": [{ name: "Standard_A9", family: "a", capabilities: "vCPUs=2" }] },
    "DIR/list-skus.json: the capabilities of Standard_A9 must be a list",
  ],
  [
    "a date that is none",
    "eks",
    {
      ...aws,
      "describe-cluster-versions.json": {
        clusterVersions: [
          { clusterVersion: "1.38", endOfStandardSupportDate: "soon", endOfExtendedSupportDate: 1 },
        ],
      },
    },
    'DIR/describe-cluster-versions.json: clusterVersions[0].endOfStandardSupportDate must be a date, got "soon"',
  ],
  [
    "a machine type without parts",
    "eks",
    { ...aws, "describe-instance-types.json": { InstanceTypes: [{ InstanceType: "m99i.large" }] } },
    "DIR/describe-instance-types.json: not the form of DescribeInstanceTypes: ",
  ],
  [
    "a size without memory",
    "aks",
    {
      ...azure,
      "list-skus.json": [{ name: "Standard_A9", family: "a", capabilities: [{ name: "vCPUs", value: "2" }] }],
    },
    "DIR/list-skus.json: the capability MemoryGB of Standard_A9 must be a positive number, got nothing",
  ],
])("%s is an error, and no file is changed", (_, platform, answers, message) => {
  const before = all();
  const { status, stdout, stderr } = refresh(platform, answers);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(message);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(all()).toEqual(before);
});

test("a tool that is not installed is named, with the alternative", () => {
  const run = (platform: string) =>
    spawnSync(process.execPath, ["scripts/refresh.mjs", platform, "--root", root], {
      encoding: "utf8",
      env: { ...process.env, PATH: dirname("/nowhere/bin") },
    });
  const tools = { eks: "aws", aks: "az", gke: "gcloud" };
  for (const [platform, tool] of Object.entries(tools)) {
    const { status, stderr } = run(platform);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      new RegExp(`^${tool} is not installed: install it, or use --from DIR with \\S+\\.json in it\\n$`),
    );
  }
  expect(run("kubeadm").stderr).toBe("usage: npm run refresh -- eks|aks|gke [--from DIR] [--as-of DATE]\n");
});
