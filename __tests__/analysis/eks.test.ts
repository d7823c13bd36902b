import fc from "fast-check";
import { programsOf } from "../../modules/eks/programs";
import type { Taint } from "../../modules/cluster/vocabulary";
import type { EksClusterSpec } from "../../modules/eks/spec";
import { environment } from "../properties/common";
import { eksClusters } from "../properties/eks";
import { minimal } from "../support/eks";
import { ClusterAnalysis, without } from "./eks";
import { missingOfPrograms as missing } from "./eks-programs";
import { synthesizeStack } from "../support/stack";
import type { Arguments } from "../support/synthesized";

/** `PROPERTY_RUNS` and `PROPERTY_SEED` select other clusters; the nightly run has 1,000. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 12);
const seed = Number(process.env.PROPERTY_SEED ?? 20261129);

function build(sample: EksClusterSpec): { readonly cluster: EksClusterSpec; readonly terraform: Arguments } {
  const cluster = { ...sample, name: `${environment}-${sample.name}` };
  return { cluster, terraform: synthesizeStack(cluster).terraform };
}

const buildMinimal = (patch: Partial<EksClusterSpec>) => build({ ...minimal, ...patch, platform: "eks" });

const built = fc.sample(eksClusters, { numRuns, seed }).map(build);

test(`programs of ${numRuns} clusters have credentials, nodes and open ports (seed ${seed})`, () => {
  expect(built.flatMap(({ cluster, terraform }) => missing(cluster, terraform))).toEqual([]);
  expect(built.flatMap(({ cluster }) => programsOf(cluster)).length).toBeGreaterThan(numRuns);
});

test("a deleted association is found", () => {
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

test("a deleted role of a token, and a deleted issuer of tokens, is found", () => {
  const { cluster, terraform } = buildMinimal({
    nodeGroups: [],
    autoscaling: "auto-provisioning",
    storage: { block: false },
    loadBalancing: { controller: true },
    eks: { fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system" }] }] },
  });
  expect(missing(cluster, terraform)).toEqual([]);
  const programs = ["Karpenter", "the AWS Load Balancer Controller"].map(
    (name) => `${name}: credentials by token`,
  );
  const roles = Object.entries(terraform.resource.aws_iam_role as Record<string, Arguments>)
    .filter(([, { assume_role_policy }]) =>
      String(assume_role_policy).includes("system:serviceaccount:kube-system:"),
    )
    .map(([name]) => name);
  expect(roles.flatMap((name) => missing(cluster, without(terraform, "aws_iam_role", name)))).toEqual(
    programs,
  );
  const [issuer] = Object.keys(terraform.resource.aws_iam_openid_connect_provider);
  expect(missing(cluster, without(terraform, "aws_iam_openid_connect_provider", issuer))).toEqual(programs);
});

test.each(["al2023", "bottlerocket"] as const)("taints of self-managed groups of %s are read", (family) => {
  const own = {
    name: "own",
    kind: "self-managed",
    machineTypes: ["m7i.large"],
    size: 1,
    image: { family },
  } as const;
  const placesWith = (...taints: readonly Taint[]) =>
    new ClusterAnalysis(
      buildMinimal({ nodeGroups: [...minimal.nodeGroups, { ...own, taints }] }).terraform,
    ).places.filter((place) => place.startsWith("aws_autoscaling_group."));
  const addOns = { key: "CriticalAddonsOnly", effect: "NoSchedule" } as const;
  const gpu = { key: "gpu", value: "true", effect: "NoSchedule" } as const;
  expect(placesWith()).toEqual(["aws_autoscaling_group.node_groups_own"]);
  expect(placesWith(addOns, { ...gpu, effect: "PreferNoSchedule" })).toEqual(placesWith());
  expect(placesWith(addOns, gpu)).toEqual([]);
});

test("a deleted rule for a webhook is found", () => {
  const { cluster, terraform } = buildMinimal({
    network: { nodeRules: "restricted" },
    autoscaling: "none",
    loadBalancing: { controller: true },
    eks: { addOns: { "metrics-server": { version: "v0.8.0-eksbuild.2" } } },
  });
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
