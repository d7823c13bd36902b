import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlatformClusterSpec } from "../../modules/environment";
import { createGitopsStack } from "../../stacks";
import { shippedClusters } from "../support/shipped";
import { Synthesized } from "../support/synthesized";

/** `export --as gitops`: the description of a cluster. `UPDATE_GOLDEN=1` writes the golden files. */
const settings = {
  environment: "production",
  backend: { type: "s3", bucket: "acme", region: "eu-central-1" },
} as const;
const names = {
  eks: "production-main",
  aks: "production-aks",
  gke: "production-gke",
  "kubeadm-aws": "kubeadm-main",
  "kubeadm-azure": "kubeadm-azure-main",
  "kubeadm-google": "kubeadm-google-main",
} as const;
const platforms = Object.keys(names) as (keyof typeof names)[];

const specOf = (platform: keyof typeof names): PlatformClusterSpec =>
  shippedClusters().find(({ name }) => name === names[platform])!.cluster;
const described = (spec: PlatformClusterSpec) =>
  Synthesized.from((app) => createGitopsStack(app, spec, settings));

test.each(platforms)("the description of a cluster on %s", (platform) => {
  const { terraform } = described(specOf(platform));
  const { data, locals, output } = terraform;
  const text = `${JSON.stringify({ data, locals, output }, undefined, 2)}\n`;
  const file = join(__dirname, "golden", `gitops-${platform}.json`);
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(text);
});

test("it needs no provider and has no resource", () => {
  for (const platform of platforms) {
    const { terraform } = described(specOf(platform));
    expect(terraform.resource).toBeUndefined();
    expect(terraform.provider).toBeUndefined();
    expect(terraform.terraform.required_providers).toBeUndefined();
  }
});

test("all platforms have the same keys", () => {
  const keys = platforms.map((platform) =>
    Object.keys(described(specOf(platform)).terraform.locals.description),
  );
  for (const others of keys) expect(others).toEqual(keys[0]);
  expect(keys[0]).toContain("identities");
});

test("it reads only outputs that the stack of a cluster has, or that it can lack", () => {
  for (const platform of platforms) {
    const spec = specOf(platform);
    const { output } = shippedClusters().find(({ name }) => name === names[platform])!.stack.terraform;
    const { json } = described(spec);
    const required = json.replace(/try\([^)]*\)/g, "");
    const read = [...required.matchAll(/remote_state\.cluster\.outputs\.(\w+)/g)].map(([, name]) => name);
    expect(read).toContain("cluster_endpoint");
    expect(Object.keys(output)).toEqual(expect.arrayContaining(read));
  }
});

test("each optional output is one of the platform's stack", () => {
  for (const platform of ["eks", "aks", "gke"] as const) {
    const source = readFileSync(join("stacks", `${platform}-stack.ts`), "utf8");
    const { json } = described(specOf(platform));
    const optional = [...json.matchAll(/try\(data\.terraform_remote_state\.cluster\.outputs\.(\w+)/g)];
    expect(optional.length).toBeGreaterThan(0);
    for (const [, name] of optional) expect(source).toContain(` ${name}: [`);
  }
});

test.each([
  [undefined, "AzurePublicCloud"],
  ["china", "AzureChinaCloud"],
] as const)("Argo CD gets tokens of the cloud of an AKS cluster: %s", (environment, name) => {
  const providers = { azurerm: { environment } };
  const { terraform } = Synthesized.from((app) =>
    createGitopsStack(app, specOf("aks"), { ...settings, providers }),
  );
  expect(terraform.locals.argocd.execProviderConfig.env.AAD_ENVIRONMENT_NAME).toBe(name);
});

test("the account of a kubeadm cluster is an output of its stack", () => {
  const accountOf = (platform: keyof typeof names): string =>
    shippedClusters().find(({ name }) => name === names[platform])!.stack.terraform.output.account.value;
  expect(accountOf("kubeadm-aws")).toMatch(/^\$\{element\(split\(":", aws_iam_role\.\w+\.arn\), 4\)\}$/);
  expect(accountOf("kubeadm-azure")).toMatch(
    /^\$\{element\(split\("\/", azurerm_virtual_network\.\w+\.id\), 2\)\}$/,
  );
  expect(accountOf("kubeadm-google")).toMatch(/project/);
});

test("Argo CD has no credentials for kubeadm on Google Cloud, whose API server accepts identity tokens", () => {
  const outputsOf = (platform: keyof typeof names) =>
    Object.keys(described(specOf(platform)).terraform.output);
  expect(outputsOf("kubeadm-google")).toEqual(["flux_config_map", "gitops"]);
  expect(outputsOf("kubeadm-azure")).toEqual(["argocd_cluster_secret", "flux_config_map", "gitops"]);
});

test("EKS names the role of each controller, however its pods get credentials", () => {
  const { stack, cluster } = shippedClusters().find(({ name }) => name === "workloads-main")!;
  const { output, resource } = stack.terraform;
  const associated = Object.values(
    resource.aws_eks_pod_identity_association as Record<
      string,
      { namespace: string; service_account: string }
    >,
  ).map(({ namespace, service_account: account }) => `${namespace}/${account}`);
  const accounts = Object.keys({
    ...output.pod_identity_role_arns.value,
    ...output.workload_identity_role_arns.value,
  });
  expect(accounts).toEqual(expect.arrayContaining(associated));
  expect(Object.keys(output.pod_identity_role_arns.value)).toEqual(
    expect.arrayContaining([
      "kube-system/cluster-autoscaler",
      "kube-system/aws-load-balancer-controller",
      "external-dns/external-dns",
    ]),
  );
  expect(output.pod_identity_role_arns.value).not.toHaveProperty(["external-secrets/external-secrets"]);
  expect(output.pod_identity_role_arns.value["external-dns/external-dns"]).toMatch(
    /^\$\{aws_iam_role\.\w+\.arn\}$/,
  );
  expect(described(cluster).terraform.locals.description.identities).toContain(
    "outputs.pod_identity_role_arns",
  );
});
