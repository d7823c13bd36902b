import fc from "fast-check";
import { programsOf } from "../../modules/eks/programs";
import type { EksClusterSpec } from "../../modules/eks/spec";
import { createStack } from "../../stacks";
import { environment } from "../properties/common";
import { eksClusters } from "../properties/eks";
import { type Arguments, Synthesized } from "../support/synthesized";
import { ClusterAnalysis, without } from "./eks";

/** `PROPERTY_RUNS` and `PROPERTY_SEED` select other clusters; the nightly run has 1,000. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 12);
const seed = Number(process.env.PROPERTY_SEED ?? 20261129);

/** What programs lack, by the table of programs and the JSON alone. */
function missing(cluster: EksClusterSpec, terraform: Arguments): string[] {
  const analysis = new ClusterAnalysis(terraform);
  return programsOf(cluster).flatMap(
    ({ name, addOn, account, controllerLabels: labels, webhookPorts = [], ...program }) => {
      const namespace = program.namespace ?? account?.namespace ?? "kube-system";
      const onFargate = labels !== undefined && analysis.isOnFargate(namespace, labels);
      const given = account ? analysis.credentials(account.namespace, account.serviceAccount) : [];
      const needed = onFargate ? "token" : "agent";
      const hasPlace = onFargate ? program.runsOnFargate === true : analysis.places.length > 0;
      return [
        ...(account && !given.includes(needed) ? [`${name}: credentials by ${needed}`] : []),
        ...(addOn && labels && !hasPlace ? [`${name}: a node`] : []),
        ...webhookPorts
          .filter(() => !onFargate && terraform.resource.aws_security_group?.node_groups_security_group)
          .filter((port) => !analysis.isOpenToControlPlane(port))
          .map((port) => `${name}: port ${port}`),
      ];
    },
  );
}

const built = fc.sample(eksClusters, { numRuns, seed }).map((sample) => {
  const cluster = { ...sample, name: `${environment}-${sample.name}` };
  return { cluster, terraform: Synthesized.from((app) => createStack(app, cluster)).terraform };
});

test(`programs of ${numRuns} clusters have credentials, nodes and open ports (seed ${seed})`, () => {
  expect(built.flatMap(({ cluster, terraform }) => missing(cluster, terraform))).toEqual([]);
  expect(built.flatMap(({ cluster }) => programsOf(cluster)).length).toBeGreaterThan(numRuns);
});

test("a deleted association, role of a token or last node pool is found", () => {
  let deleted = 0;
  for (const { cluster, terraform } of built) {
    const workloads = new Set((cluster.workloadIdentities ?? []).map(({ serviceAccount }) => serviceAccount));
    const associations = Object.entries(
      (terraform.resource.aws_eks_pod_identity_association ?? {}) as Record<string, Arguments>,
    );
    for (const [name, { service_account: account }] of associations) {
      if (workloads.has(account) || account === "efs-csi-node-sa") continue;
      deleted++;
      expect([
        name,
        missing(cluster, without(terraform, "aws_eks_pod_identity_association", name)),
      ]).not.toEqual([name, []]);
    }
    for (const [name, { pod_identity_association: given }] of Object.entries(
      (terraform.resource.aws_eks_addon ?? {}) as Record<string, Arguments>,
    )) {
      if (!given || name.includes("acme")) continue;
      deleted++;
      expect([name, missing(cluster, without(terraform, "aws_eks_addon", name))]).not.toEqual([name, []]);
    }
  }
  expect(deleted).toBeGreaterThan(numRuns);
});

test("a deleted rule for a webhook is found", () => {
  const cluster = {
    ...built[0].cluster,
    network: { nodeRules: "restricted" },
    nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 3 }],
    autoscaling: "none",
    storage: undefined,
    encryption: undefined,
    loadBalancing: { controller: true },
    workloadIdentities: undefined,
    eks: { addOns: { "metrics-server": { version: "v0.8.0-eksbuild.2" } } },
    dns: undefined,
    region: "eu-central-1",
    kubernetesVersion: "1.35",
    access: { admins: [] },
    observability: undefined,
  } as EksClusterSpec;
  const { terraform } = Synthesized.from((app) => createStack(app, cluster));
  expect(missing(cluster, terraform)).toEqual([]);
  const rules = Object.keys(terraform.resource.aws_vpc_security_group_ingress_rule).filter((name) =>
    name.includes("webhook"),
  );
  expect(rules).toHaveLength(2);
  for (const name of rules) {
    expect(missing(cluster, without(terraform, "aws_vpc_security_group_ingress_rule", name))).toHaveLength(1);
  }
});

test("a cluster without its only node pool is found", () => {
  const { cluster, terraform } = built.find(
    ({ cluster: one, terraform: json }) =>
      new ClusterAnalysis(json).places.length > 0 &&
      programsOf(one).some(({ addOn, controllerLabels }) => addOn && controllerLabels),
  )!;
  const bare = new ClusterAnalysis(terraform).places.reduce((json, place) => {
    const [type, name] = place.split(".");
    return without(json, type, name);
  }, terraform);
  expect(missing(cluster, bare).filter((text) => text.endsWith("a node"))).not.toEqual([]);
});
