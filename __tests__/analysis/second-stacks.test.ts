import fc from "fast-check";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { createWorkloadsStack } from "../../stacks";
import { full as aksPrograms } from "../aks/workloads/clusters";
import { full as gkePrograms } from "../gke/workloads/clusters";
import { azurePrograms, full as kubeadmPrograms, googlePrograms } from "../kubeadm/workloads/clusters";
import { clusterProblems as aksProblems } from "../../modules/aks/rules";
import { clusterProblems as gkeProblems } from "../../modules/gke/rules";
import { clusterProblems as kubeadmProblems } from "../../modules/kubeadm/rules";
import { aksClusters } from "../properties/aks";
import { environment, today } from "../properties/common";
import { gkeClusters } from "../properties/gke";
import { kubeadmClusters } from "../properties/kubeadm";
import { synthesizeStack } from "../support/stack";
import { type Arguments, Synthesized } from "../support/synthesized";
import { deletions } from "./requirement";
import { Elements } from "./elements";
import { missingOfSecond, programNeeds, SecondStack } from "./second-stacks";

/** `PROPERTY_RUNS` and `PROPERTY_SEED` select other clusters. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 4);
const seed = Number(process.env.PROPERTY_SEED ?? 20261129);

const secondOf = (cluster: PlatformClusterSpec): SecondStack =>
  new SecondStack(Synthesized.from((app) => createWorkloadsStack(app, cluster)).terraform);

const generators: Readonly<Record<keyof typeof programNeeds, fc.Arbitrary<PlatformClusterSpec>>> = {
  aks: aksClusters,
  gke: gkeClusters,
  kubeadm: kubeadmClusters,
};

/** All programs that the cluster can have: most drawn clusters have none. */
const withPrograms = (cluster: PlatformClusterSpec): PlatformClusterSpec => ({
  ...cluster,
  workloads: { programs: { "cert-manager": true, "external-secrets": true } },
});
const problemsOf = { aks: aksProblems, gke: gkeProblems, kubeadm: kubeadmProblems } as const;
const isValid = (platform: keyof typeof problemsOf, cluster: PlatformClusterSpec): boolean =>
  problemsOf[platform](cluster as never, { today }).every(({ severity }) => severity !== "error");

const platforms = Object.keys(generators) as (keyof typeof programNeeds)[];

test.each(platforms)(`%s: programs of ${numRuns} clusters have what they need (seed ${seed})`, (platform) => {
  const drawn = fc.sample(generators[platform], { numRuns: 10 * numRuns, seed });
  const clusters = drawn.map(withPrograms).filter((cluster) => isValid(platform, cluster));
  expect(clusters.length).toBeGreaterThan(0);
  for (const drawnOne of clusters.slice(0, numRuns)) {
    const cluster = { ...drawnOne, name: `${environment}-${drawnOne.name}` };
    const first = new Elements(synthesizeStack(cluster).terraform);
    expect([cluster.name, missingOfSecond(programNeeds[platform], first, secondOf(cluster))]).toEqual([
      cluster.name,
      [],
    ]);
  }
});

const reachable = { publicFrom: ["203.0.113.0/24"] };

/** Clusters with all programs, and the elements of the first stack that they need. */
const full: readonly {
  readonly platform: keyof typeof programNeeds;
  readonly cluster: object;
  readonly types: readonly string[];
  readonly needed: readonly string[];
}[] = [
  {
    platform: "aks",
    cluster: { ...aksPrograms, access: { ...aksPrograms.access, ...reachable } },
    types: ["azurerm_federated_identity_credential", "azurerm_user_assigned_identity"],
    needed: ["cert_manager", "external_dns", "external_secrets"],
  },
  {
    platform: "gke",
    cluster: { ...gkePrograms, access: { admins: [], ...reachable } },
    types: ["google_service_account_iam_member"],
    needed: ["external_secrets"],
  },
  {
    platform: "kubeadm",
    cluster: kubeadmPrograms,
    types: ["aws_iam_role_policy"],
    needed: ["cluster_autoscaler"],
  },
  {
    platform: "kubeadm",
    cluster: googlePrograms,
    types: [
      "google_project_iam_custom_role",
      "google_project_iam_member",
      "google_compute_instance_group_manager",
    ],
    needed: ["custom_role.autoscaling", "iam_member.autoscaling", "node_groups_workers"],
  },
  {
    platform: "kubeadm",
    cluster: azurePrograms,
    types: ["azurerm_role_definition", "azurerm_role_assignment"],
    needed: ["role_definition.autoscaling", "role_assignment.autoscaling"],
  },
];

const cases = full.map((one) => {
  const spec = { platform: one.platform, ...one.cluster } as PlatformClusterSpec;
  const { terraform } = synthesizeStack(spec);
  const second = secondOf(spec);
  const lacks = (json: Arguments) => missingOfSecond(programNeeds[one.platform], new Elements(json), second);
  const title = "cloud" in spec ? `${one.platform} on ${spec.cloud}` : one.platform;
  return { ...one, title, terraform, lacks };
});

test.each(cases)("$title: a deleted element is missed", ({ terraform, lacks, types, needed }) => {
  expect(lacks(terraform)).toEqual([]);
  const seen = [...deletions(terraform, types)].filter((one) => lacks(one.terraform).length > 0);
  for (const name of needed)
    expect(seen.map(({ what }) => what)).toContainEqual(expect.stringContaining(name));
});

test.each(cases)("$title: a missing output is missed", ({ terraform, lacks }) => {
  const output = { ...terraform.output, cluster_endpoint: undefined };
  expect(lacks({ ...terraform, output })).toEqual(["output cluster_endpoint"]);
});

/** Replaces texts of the JSON. */
const replaced = (terraform: Arguments, ...pairs: readonly (readonly [string, string])[]): Arguments =>
  JSON.parse(pairs.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(terraform)));

test.each(cases.filter(({ platform }) => platform !== "kubeadm"))(
  "$title: nodes that repel the pods are missed",
  ({ terraform, lacks }) => {
    const tainted = replaced(
      terraform,
      ['"only_critical_addons_enabled"', '"node_taints":["a=b:NoSchedule"],"x"'],
      ['"guest_accelerator"', '"y"'],
      ['"node_config":{', '"node_config":{"guest_accelerator":[{}],'],
    );
    expect(lacks(tainted)).toEqual([expect.stringContaining("a node")]);
  },
);

test.each(cases.filter(({ title }) => /kubeadm on (aws|azure)/.test(title)))(
  "$title: groups without the tags of the Cluster Autoscaler are missed",
  ({ terraform, lacks }) => {
    const untagged = replaced(
      terraform,
      ["k8s.io/cluster-autoscaler/enabled", "other"],
      ["cluster-autoscaler-enabled", "other"],
    );
    expect(lacks(untagged)).toEqual(["cluster-autoscaler: tags of groups"]);
  },
);
