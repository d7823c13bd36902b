import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadedEnvironment, PlatformClusterSpec } from "../../modules/environment";
import { full as eksPrograms, karpenter } from "../eks/workloads/clusters";
import { azurePrograms, full as kubeadmPrograms, googlePrograms } from "../kubeadm/workloads/clusters";
import { shippedClusters } from "../support/shipped";
import { exportedStacks } from "./stacks";

/** Clusters with programs: those of the examples, and others with all outputs. `UPDATE_GOLDEN=1` writes the golden files. */
const disks = {
  encryption: { disks: "customer-key" },
  eks: { autoProvisioning: { plannedNodes: 20 } },
} as const;
const clusters: readonly PlatformClusterSpec[] = [
  ...shippedClusters().flatMap(({ cluster }) => (cluster.workloads === undefined ? [] : [cluster])),
  { platform: "eks", ...eksPrograms, name: "eks-all" },
  { platform: "eks", ...karpenter, ...disks, name: "eks-karpenter" },
  { platform: "kubeadm", ...kubeadmPrograms, name: "kubeadm-aws" },
  { platform: "kubeadm", ...azurePrograms, name: "kubeadm-azure" },
  { platform: "kubeadm", ...googlePrograms, name: "kubeadm-google" },
];

const environmentOf = (
  cluster: PlatformClusterSpec,
  settings: LoadedEnvironment["settings"] = { environment: "production" },
): LoadedEnvironment => ({ name: "production", file: "production.yaml", settings, clusters: [cluster] });

const modulesOf = (...environment: Parameters<typeof environmentOf>) => {
  const [{ name }] = environment;
  const files = exportedStacks(environmentOf(...environment), "module");
  const [first, second] = [files[name], files[`${name}-workloads`]];
  const json = (text: string) => JSON.parse(text);
  return {
    first: json(first["outputs.tf.json"]).output as Record<string, object>,
    variables: (json(second["variables.tf.json"]).variable ?? {}) as Record<string, { default?: unknown }>,
    main: second["main.tf.json"],
    second,
    readme: second["README.md"],
    example: /^```hcl\n([^]*?)^```$/m.exec(second["README.md"])![1],
  };
};

describe.each(clusters)("the programs of $name as a child module", (cluster) => {
  const { first, variables, main, second, readme, example } = modulesOf(cluster);
  const names = Object.keys(variables);
  const outputs = names.filter((name) => variables[name].default === undefined);

  test("read no state, and have no backend and no provider", () => {
    const all = Object.values(second).join("");
    expect(all.replace(readme, "")).not.toMatch(/remote_state|"backend"|"provider":/);
    expect(Object.keys(second)).not.toContain("backend.tf.json");
  });

  test("have one input for each reference, and no other", () => {
    const read = [...main.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name);
    expect([...new Set(read)].sort()).toEqual([...names].sort());
    expect(Object.keys(first)).toEqual(expect.arrayContaining(outputs));
    expect(names.filter((name) => !outputs.includes(name))).toEqual(
      names.includes("kubernetes_version") ? ["kubernetes_version"] : [],
    );
  });

  test("are called with outputs that the module of the cluster has", () => {
    const passed = [...example.matchAll(/^ {2}(\w+) += module\.cluster\.(\w+)$/gm)];
    expect(passed.map(([, input]) => input).sort()).toEqual([...outputs].sort());
    for (const [, input, output] of passed) expect(output).toBe(input);
    const used = [...example.matchAll(/module\.cluster\.(\w+)/g)].map(([, output]) => output);
    expect(Object.keys(first)).toEqual(expect.arrayContaining(used));
    expect(used).toContain(cluster.platform === "gke" ? "cluster_dns_endpoint" : "cluster_endpoint");
    expect(example).not.toContain("var.");
  });

  test("have the inputs and the example of the golden file", () => {
    const text = `${JSON.stringify({ variables, example: example.split("\n") }, undefined, 2)}\n`;
    const file = join(__dirname, "golden", `${cluster.name}-workloads.json`);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(text);
  });
});

test("what follows from the Kubernetes version follows from the input of the cluster's module", () => {
  const [cluster] = clusters;
  const { main, variables, example } = modulesOf(cluster);
  expect(variables.kubernetes_version).toMatchObject({ default: cluster.kubernetesVersion });
  expect(main).toContain('{\\"1.35\\" = \\"v1.35.2\\", \\"1.36\\" = \\"v1.36.1\\"}[var.kubernetes_version]');
  expect(example).toContain('  kubernetes_version = "1.35"\n');
});

test("the caller declares each variable of the environment once, for both modules", () => {
  const [cluster] = clusters;
  const variables = {
    region: { type: "string", default: "eu-central-1" },
    owner: { type: "string" },
    role: { type: "string", default: "arn:aws:iam::111122223333:role/Deploy" },
  } as const;
  const tags = { owner: "${var.owner}" };
  const providers = { aws: { assumeRole: { roleArn: "${var.role}" } } };
  const settings = { environment: "production", variables, providers };
  const { example, variables: inputs } = modulesOf({ ...cluster, tags } as PlatformClusterSpec, settings);
  // Those in the README of the cluster's module.
  expect(example).not.toContain('variable "');
  expect(example).toContain('"--role-arn", var.role]');
  expect(example).toContain("= var.owner\n");
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(["owner", "region", "role"]));
});
