import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Release } from "@cdktf/provider-helm/lib/release";
import { App } from "cdktf";
import type { BackendSpec } from "../../modules/environment/backend/types";
import type { EnvironmentSettings } from "../../modules/environment/settings";
import type { EksClusterSpec } from "../../modules/eks/spec";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { createStacks, createWorkloadsStack } from "../../stacks";
import { full as aksPrograms } from "../aks/workloads/clusters";
import { full as gkePrograms } from "../gke/workloads/clusters";
import type { KubeadmCloud } from "../../modules/kubeadm/spec";
import { full as kubeadmPrograms } from "../kubeadm/workloads/clusters";
import { minimal } from "../support/eks";
import { Synthesized } from "../support/synthesized";

const spec: EksClusterSpec = {
  platform: "eks",
  ...minimal,
  name: "production-shop",
  access: { admins: [], privateFrom: ["10.8.0.0/16"] },
  loadBalancing: { controller: true },
  workloads: { programs: { "cert-manager": true } },
};

const synthesized = (cluster = spec, settings: EnvironmentSettings = { environment: "production" }) =>
  Synthesized.from((app) => createWorkloadsStack(app, cluster, settings));

test("its addresses are readable, and all references resolve", () => {
  const { addresses, graph } = synthesized();
  expect(addresses).toEqual([
    "data.terraform_remote_state.cluster",
    "helm_release.programs_aws_load_balancer_controller",
    "helm_release.programs_cert_manager",
    "helm_release.programs_cluster_autoscaler",
    "helm_release.programs_storage",
  ]);
  expect(graph.unresolved).toEqual([]);
});

test("Helm waits for pods, and removes an installation that fails", () => {
  expect(synthesized().json).toHaveResourceWithProperties(Release, {
    name: "cert-manager",
    chart: "cert-manager",
    repository: "https://charts.jetstack.io",
    version: "v1.21.1",
    namespace: "cert-manager",
    create_namespace: true,
    wait: true,
    atomic: true,
  });
});

test("other programs wait for the webhook of the load balancer controller", () => {
  const releases = synthesized().resources(Release);
  const first = "helm_release.programs_aws_load_balancer_controller";
  expect(releases.programs_cert_manager.depends_on).toEqual([first]);
  expect(releases.programs_cluster_autoscaler.depends_on).toEqual([first]);
  expect(releases.programs_aws_load_balancer_controller).not.toHaveProperty("depends_on");
});

test("the pool of Karpenter is installed after it, and storage classes come from the other stack", () => {
  const releases = synthesized({
    ...spec,
    autoscaling: "auto-provisioning",
    eks: { autoProvisioning: { plannedNodes: 20 } },
  }).resources(Release);
  expect(releases.programs_karpenter_pool).toMatchObject({
    chart: "${path.module}/objects-chart",
    take_ownership: true,
    depends_on: ["helm_release.programs_karpenter"],
  });
  expect(releases.programs_storage.values).toEqual([
    '${jsonencode({"objects" = data.terraform_remote_state.cluster.outputs.storage_manifests.items})}',
  ]);
});

test("the digest of a chart is at the end of its name, where Helm reads it", () => {
  const digest = `sha256:${"0".repeat(64)}`;
  const programs = { "cert-manager": { chartVersion: "v1.21.1", digest } };
  const charts = { repository: "oci://registry.example.com/charts" };
  const releases = synthesized({ ...spec, workloads: { programs, charts } }).resources(Release);
  expect(releases.programs_cert_manager).toMatchObject({
    chart: `cert-manager@${digest}`,
    version: "v1.21.1",
  });
});

test("all charts can come from one repository", () => {
  const repository = "oci://registry.example.com/charts";
  const releases = synthesized({ ...spec, workloads: { charts: { repository } } }).resources(Release);
  expect(new Set(Object.values(releases).flatMap(({ repository: of }) => of ?? []))).toEqual(
    new Set([repository]),
  );
});

test("the values refer to outputs that the first stack has", () => {
  const cluster: EksClusterSpec = {
    ...spec,
    loadBalancing: { controller: true, sharedSecurityGroup: true },
    autoscaling: "auto-provisioning",
    encryption: { disks: "customer-key" },
    eks: {
      nodeTerminationHandler: true,
      autoProvisioning: { plannedNodes: 20 },
      fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system" }] }],
    },
  };
  const outputs = new Set<string>();
  const first = Synthesized.from((app) => createStacks(app, cluster)[0]);
  const { json } = synthesized(cluster);
  for (const [, name] of json.matchAll(/terraform_remote_state\.cluster\.outputs\.(\w+)/g)) outputs.add(name);
  expect([...outputs].sort()).toEqual([
    "cluster_ca_certificate",
    "cluster_endpoint",
    "controller_role_arns",
    "karpenter_disks_key_arn",
    "karpenter_instance_profile_name",
    "karpenter_queue_name",
    "load_balancer_security_group_id",
    "network_id",
    "node_termination_queue_url",
    "storage_manifests",
  ]);
  expect(Object.keys(first.terraform.output)).toEqual(expect.arrayContaining([...outputs]));
});

describe("the credentials of the provider", () => {
  const argumentsOf = (settings: EnvironmentSettings): string[] =>
    synthesized(spec, settings).terraform.provider.helm[0].kubernetes.exec.args;

  test("are a token of the AWS CLI", () => {
    expect(argumentsOf({}).join(" ")).toBe(
      "eks get-token --output json --region eu-central-1 --cluster-name production-shop",
    );
  });

  test("are those of the role that the other stack assumes", () => {
    const roleArn = "arn:aws:iam::111122223333:role/Deploy";
    expect(argumentsOf({ providers: { aws: { assumeRole: { roleArn } } } }).slice(-2)).toEqual([
      "--role-arn",
      roleArn,
    ]);
    expect(() => argumentsOf({ providers: { aws: { assumeRole: { roleArn, externalId: "x" } } } })).toThrow(
      "providers.aws.assumeRole.externalId: the AWS CLI cannot get a token for workloads with an external id",
    );
  });
});

describe("the state of the cluster", () => {
  const stateOf = (backend?: BackendSpec) =>
    synthesized(spec, { environment: "production", backend }).terraform.data.terraform_remote_state.cluster;

  test("is read from the backend of the cluster, which is also that of the second stack", () => {
    const settings: EnvironmentSettings = {
      environment: "production",
      backend: { type: "pg" },
      backends: { shop: { type: "gcs", bucket: "acme" }, "shop-workloads": { type: "gcs", bucket: "other" } },
    };
    const { data, terraform } = synthesized(spec, settings).terraform;
    expect(data.terraform_remote_state.cluster).toMatchObject({
      backend: "gcs",
      config: { bucket: "acme", prefix: "production-shop" },
    });
    expect(terraform.backend).toEqual({ gcs: { bucket: "acme", prefix: "production-shop-workloads" } });
  });

  test.each<[BackendSpec | undefined, string, object]>([
    [undefined, "local", { path: "../../../terraform.production-shop.tfstate" }],
    [
      { type: "s3", bucket: "acme", region: "eu-central-1" },
      "s3",
      {
        bucket: "acme",
        region: "eu-central-1",
        key: "production-shop/terraform.tfstate",
        encrypt: true,
        use_lockfile: true,
      },
    ],
    [{ type: "gcs", bucket: "acme" }, "gcs", { bucket: "acme", prefix: "production-shop" }],
    [
      { type: "cloud", organization: "acme" },
      "remote",
      { organization: "acme", workspaces: { name: "production-shop" } },
    ],
    [{ type: "pg" }, "pg", { schema_name: "production-shop" }],
  ])("is read from the backend %j", (backend, type, config) => {
    expect(stateOf(backend)).toMatchObject({ backend: type, config });
  });
});

test("the manifest deploys the cluster first, and destroys it last", () => {
  const outdir = mkdtempSync(join(tmpdir(), "workloads-"));
  try {
    const app = new App({ outdir });
    createStacks(app, spec, { environment: "production" });
    createStacks(app, { ...spec, name: "production-plain", workloads: undefined });
    app.synth();
    const chart = join(outdir, "stacks", "production-shop-workloads", "objects-chart");
    expect(readFileSync(join(chart, "templates/objects.yaml"), "utf8")).toContain(".Values.objects");
    const { stacks } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8"));
    expect(
      Object.fromEntries(
        Object.entries(stacks).map(([name, stack]) => [name, (stack as { dependencies: [] }).dependencies]),
      ),
    ).toEqual({
      "production-shop": [],
      "production-shop-workloads": ["production-shop"],
      "production-plain": [],
    });
  } finally {
    rmSync(outdir, { recursive: true });
  }
});

/** The provider and its releases. Compressed user data can contain the name alone. */
const helm = /helm_|"helm"/;

test("the stack of the cluster is the same with and without workloads", () => {
  const json = (cluster: EksClusterSpec) => Synthesized.from((app) => createStacks(app, cluster)[0]).json;
  expect(json({ ...spec, workloads: undefined })).toBe(json(spec));
  expect(json(spec)).not.toMatch(helm);
});

describe.each([
  [
    "aks",
    { ...aksPrograms, access: { ...aksPrograms.access, publicFrom: ["203.0.113.0/24"] } },
    {
      command: "kubelogin",
      args: "get-token --login azurecli --server-id 6dae42f8-4368-4678-94ff-3960e28e3630",
    },
  ],
  [
    "gke",
    { ...gkePrograms, access: { admins: [], publicFrom: ["203.0.113.0/24"] } },
    { command: "gke-gcloud-auth-plugin", args: "--use_application_default_credentials" },
  ],
] as const)("the programs of %s", (platform, props, { command, args }) => {
  const cluster = { platform, ...props, storage: { block: { defaultClass: true } } } as PlatformClusterSpec;
  const stack = Synthesized.from((app) => createWorkloadsStack(app, cluster, { environment: "production" }));

  test("have readable addresses, and all references resolve", () => {
    expect(stack.addresses).toEqual([
      "data.terraform_remote_state.cluster",
      "helm_release.programs_cert_manager",
      "helm_release.programs_external_dns",
      "helm_release.programs_external_secrets",
      "helm_release.programs_storage",
    ]);
    expect(stack.graph.unresolved).toEqual([]);
  });

  test("are installed with a token for each run", () => {
    const { host, cluster_ca_certificate: authority, exec } = stack.terraform.provider.helm[0].kubernetes;
    expect(host).toBe("${data.terraform_remote_state.cluster.outputs.cluster_endpoint}");
    expect(authority).toContain("outputs.cluster_ca_certificate");
    expect([exec.command, exec.args.join(" ")]).toEqual([command, args]);
  });

  test("read only outputs that the first stack has", () => {
    const first = Synthesized.from((app) => createStacks(app, cluster)[0]);
    const read = [...stack.json.matchAll(/terraform_remote_state\.cluster\.outputs\.(\w+)/g)].map(
      ([, name]) => name,
    );
    expect(read).toContain("storage_manifests");
    expect(Object.keys(first.terraform.output)).toEqual(expect.arrayContaining(read));
    expect(first.json).toBe(
      Synthesized.from((app) => createStacks(app, { ...cluster, workloads: undefined })[0]).json,
    );
  });
});

test("the configuration of ExternalDNS on AKS is JSON in JSON, which only a function of Terraform can quote", () => {
  const cluster: PlatformClusterSpec = { platform: "aks", ...aksPrograms };
  const releases = Synthesized.from((app) => createWorkloadsStack(app, cluster)).resources(Release);
  expect(releases.programs_external_dns.values[0]).toContain(
    '"azure.json" = jsonencode({"subscriptionId" = "00000000-0000-0000-0000-000000000000", "resourceGroup" = "shop"',
  );
});

test("parts of the id of a zone that is a variable are computed by Terraform", () => {
  const cluster: PlatformClusterSpec = { platform: "aks", ...aksPrograms, dns: { zones: ["${var.zone}"] } };
  const settings: EnvironmentSettings = { variables: { zone: { type: "string" } } };
  const releases = Synthesized.from((app) => createWorkloadsStack(app, cluster, settings)).resources(Release);
  const [values] = releases.programs_external_dns.values;
  expect(values).toContain('"zone-id-filter" = ["/${element(split("/", var.zone), 8)}"]');
  expect(values).toContain('"resourceGroup" = element(split("/", var.zone), 4)');
  expect(values).not.toContain("$${");
});

test("quotation marks in values are escaped", () => {
  const dns = { zones: [aksPrograms.dns!.zones[0].replace("example", 'exa"mple')] };
  const cluster: PlatformClusterSpec = { platform: "aks", ...aksPrograms, dns };
  const releases = Synthesized.from((app) => createWorkloadsStack(app, cluster)).resources(Release);
  expect(releases.programs_external_dns.values[0]).toContain('["/exa\\"mple.com"]');
});

test("the token of AKS is of the tenant and the cloud of the cluster", () => {
  const cluster: PlatformClusterSpec = {
    platform: "aks",
    ...aksPrograms,
    access: { ...aksPrograms.access, tenantId: "22222222-2222-3333-4444-555555555555" },
  };
  const settings: EnvironmentSettings = { providers: { azurerm: { environment: "usgovernment" } } };
  const { terraform, json } = Synthesized.from((app) => createWorkloadsStack(app, cluster, settings));
  expect(terraform.provider.helm[0].kubernetes.exec.args.slice(-4)).toEqual([
    "--tenant-id",
    "22222222-2222-3333-4444-555555555555",
    "--environment",
    "AzureUSGovernmentCloud",
  ]);
  expect(json).toContain("AzureUSGovernmentCloud");
});

describe("the API server of GKE", () => {
  const cluster: PlatformClusterSpec = {
    platform: "gke",
    ...gkePrograms,
    access: { admins: [], dnsEndpoint: true },
  };

  test("is called at its DNS endpoint, whose certificate is Google's", () => {
    const { terraform } = Synthesized.from((app) => createWorkloadsStack(app, cluster));
    const { kubernetes } = terraform.provider.helm[0];
    expect(kubernetes.host).toBe("${data.terraform_remote_state.cluster.outputs.cluster_dns_endpoint}");
    expect(kubernetes).not.toHaveProperty("cluster_ca_certificate");
  });

  test("gets no token of an impersonated account", () => {
    const google = { impersonateServiceAccount: "deploy@acme.iam.gserviceaccount.com" };
    expect(() => createWorkloadsStack(new App(), cluster, { providers: { google } })).toThrow(
      "providers.google.impersonateServiceAccount: gke-gcloud-auth-plugin cannot get a token",
    );
  });
});

describe("the programs of kubeadm", () => {
  const stackOn = (cloud: KubeadmCloud) => {
    const cluster: PlatformClusterSpec = { platform: "kubeadm", ...kubeadmPrograms, cloud };
    return Synthesized.from((app) => createWorkloadsStack(app, cluster, { environment: "production" }));
  };

  test("have readable addresses, and all references resolve", () => {
    const { addresses, graph } = stackOn("aws");
    expect(addresses).toEqual([
      "data.terraform_remote_state.cluster",
      "helm_release.programs_cert_manager",
      "helm_release.programs_cluster_autoscaler",
      "helm_release.programs_external_secrets",
      "helm_release.programs_metrics_server",
      "helm_release.programs_snapshot_controller",
      "helm_release.programs_storage",
    ]);
    expect(graph.unresolved).toEqual([]);
  });

  test("read only outputs that the first stack has", () => {
    const cluster: PlatformClusterSpec = { platform: "kubeadm", ...kubeadmPrograms };
    const first = Synthesized.from((app) => createStacks(app, cluster)[0]);
    const read = [...stackOn("aws").json.matchAll(/terraform_remote_state\.cluster\.outputs\.(\w+)/g)].map(
      ([, name]) => name,
    );
    expect(Object.keys(first.terraform.output)).toEqual(expect.arrayContaining(read));
    expect(first.json).not.toMatch(helm);
  });

  test("are installed with the identities of kubeconfig_command", () => {
    const exec = (cloud: KubeadmCloud) => stackOn(cloud).terraform.provider.helm[0].kubernetes.exec;
    expect([exec("aws").command, exec("aws").args.join(" ")]).toEqual([
      "aws",
      "eks get-token --output json --region eu-central-1 --cluster-name production-shop",
    ]);
    expect([exec("azure").command, exec("azure").args.join(" ")]).toEqual([
      "kubelogin",
      "get-token --login azurecli --server-id 6dae42f8-4368-4678-94ff-3960e28e3630",
    ]);
    const scratch = mkdtempSync(join(tmpdir(), "gcloud-"));
    try {
      writeFileSync(join(scratch, "gcloud"), "#!/bin/sh\necho a.b.c\n", { mode: 0o755 });
      const { command, args } = exec("google");
      const text = execFileSync(command, args, {
        encoding: "utf8",
        env: { PATH: `${scratch}:${process.env.PATH}` },
      });
      expect(JSON.parse(text)).toMatchObject({ kind: "ExecCredential", status: { token: "a.b.c" } });
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });
});
