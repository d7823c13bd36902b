import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { useEmptyDirectory } from "../environment/directory";
import { run, useEnvironments, writeEnvironment } from "./command";

useEmptyDirectory();

useEnvironments(() => {
  writeEnvironment("dev", "main", "batch");
});

test("the policies are printed as JSON", () => {
  const { code, stdout, stderr } = run("permissions", "dev-main", "--phase", "plan");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject([
    { stack: "dev-main", phase: "plan", policies: [{ Version: "2012-10-17" }], unknownTypes: [] },
  ]);
});

test("the roles of AKS and their assignments are printed as JSON, and written as files", () => {
  const cluster = {
    platform: "aks",
    name: "shop",
    region: "westeurope",
    kubernetesVersion: "1.35",
    network: { cidr: "10.40.0.0/16" },
    access: { admins: ["7d6f2c1e-0b7e-4c55-9a53-2f1f4a0c9a11"] },
    nodeGroups: [{ name: "system", machineTypes: ["Standard_D4ds_v5"], size: 3 }],
  };
  writeFileSync("environments/azure.yaml", JSON.stringify({ clusters: [cluster] }));
  const { code, stdout, stderr } = run("permissions", "azure-shop", "--phase", "plan");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const names = ["azure-shop-plan-subscription", "azure-shop-plan-group"];
  expect(JSON.parse(stdout)).toMatchObject([
    { roles: names.map((Name) => ({ Name, IsCustom: true })), assignments: names.map((role) => ({ role })) },
  ]);
  run("permissions", "azure-shop", "--phase", "plan", "--out", "roles");
  expect(readdirSync("roles").sort()).toEqual(
    ["azure-shop-plan-assignments", ...names].map((name) => `${name}.json`).sort(),
  );
});

test("the roles of GKE and their bindings are printed as JSON, and written as files", () => {
  const cluster = {
    platform: "gke",
    name: "shop",
    region: "europe-west3",
    kubernetesVersion: "1.35",
    access: { admins: ["group:platform@example.com"], privateFrom: ["10.1.0.0/16"] },
    nodeGroups: [{ name: "workers", machineTypes: ["e2-standard-4"], size: 3 }],
  };
  const providers = { google: { project: "shop-production" } };
  writeFileSync("environments/google.yaml", JSON.stringify({ providers, clusters: [cluster] }));
  const { code, stdout, stderr } = run("permissions", "google-shop", "--phase", "plan");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const id = "google_shop_plan_project";
  expect(JSON.parse(stdout)).toMatchObject([
    {
      roles: [{ id, stage: "GA" }],
      bindings: [{ role: `projects/shop-production/roles/${id}`, resource: "projects/shop-production" }],
    },
  ]);
  run("permissions", "google-shop", "--phase", "plan", "--out", "roles");
  expect(readdirSync("roles").sort()).toEqual(["google-shop-plan-bindings.json", `${id}.json`]);
});

test("Markdown has a heading for each policy", () => {
  const { stdout } = run("permissions", "dev-main", "--phase", "plan", "--format", "markdown");
  expect(stdout).toMatch(/^## Permissions of dev-main for plan\n\n### dev-main-plan-1\n\n```json\n\{/);
});

test("with --out, each policy is a file", () => {
  const { code, stdout } = run("permissions", "--phase", "apply", "--out", "policies");
  expect(code).toBe(0);
  const files = readdirSync("policies");
  expect(files.filter((name) => name.startsWith("dev-main-apply-")).length).toBeGreaterThan(1);
  expect(stdout.split("\n").filter(Boolean).sort()).toEqual(files.map((name) => `policies/${name}`).sort());
  for (const name of files)
    expect(JSON.parse(readFileSync(`policies/${name}`, "utf8"))).toHaveProperty("Statement");
});

test.each([
  [
    "an unknown stack",
    1,
    ["dev-man", "--phase", "plan"],
    /^unknown stack "dev-man"; did you mean "dev-main"\?\n$/,
  ],
  [
    "a missing phase",
    2,
    ["dev-main"],
    /^cdktf-clusters: permissions needs --phase PHASE: one of plan, apply, destroy\n/,
  ],
  [
    "an unknown phase",
    2,
    ["dev-main", "--phase", "refresh"],
    /^cdktf-clusters: .*phase.*plan, apply.*destroy/,
  ],
  [
    "a file in the place of the folder",
    1,
    ["--phase", "plan", "--out", "taken"],
    /^taken exists and is not a folder/,
  ],
])("%s is an error, and nothing is written", (_, code, argv, message) => {
  writeFileSync("taken", "");
  const names = readdirSync(".");
  const result = run("permissions", ...argv);
  expect(result).toMatchObject({ code, stdout: "" });
  expect(result.stderr).toMatch(message);
  expect(readdirSync(".")).toEqual(names);
});

test("files with errors are reported, and nothing is written", () => {
  writeFileSync("environments/dev.yaml", "clusters: [{ platform: eks }]");
  const { code, stderr } = run("permissions", "--phase", "plan", "--out", "policies");
  expect(code).toBe(1);
  expect(stderr).toMatch(/dev\.yaml:1:12 clusters\[0\]/);
  expect(existsSync("policies")).toBe(false);
});

test("a cluster of kubeadm has policies of IAM too", () => {
  const cluster = {
    platform: "kubeadm",
    cloud: "aws",
    name: "data",
    region: "eu-central-1",
    kubernetesVersion: "1.35.4",
    network: { cidr: "10.70.0.0/16", zones: 3, nat: "per-zone", cni: "cilium" },
    controlPlane: { machines: 3, machineType: "m7i.large", etcd: { sizeGiB: 20 } },
    access: { privateFrom: ["10.8.0.0/16"], admins: ["arn:aws:iam::111122223333:role/PlatformAdmin"] },
    nodeGroups: [{ name: "workers", machineTypes: ["m7i.xlarge"], size: 3 }],
    silence: [
      { rule: "kubeadm/software/manifests-network", reason: "another tool installs the network of pods" },
    ],
  };
  writeFileSync("environments/test.yaml", JSON.stringify({ clusters: [cluster] }));
  const { code, stdout, stderr } = run("permissions", "--phase", "plan");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const all = JSON.parse(stdout) as { stack: string; policies: object[]; unknownTypes: string[] }[];
  expect(all.map(({ stack }) => stack).sort()).toEqual(["dev-batch", "dev-main", "test-data"]);
  for (const { policies, unknownTypes } of all) {
    expect(policies.length).toBeGreaterThan(0);
    expect(unknownTypes).toEqual([]);
  }
});
