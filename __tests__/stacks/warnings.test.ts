import { App, TerraformStack } from "cdktf";
import { AksCluster } from "../../modules/aks";
import { EksCluster } from "../../modules/eks";
import { GkeCluster } from "../../modules/gke";
import { KubeadmCluster } from "../../modules/kubeadm";
import { shippedClusters } from "../support/shipped";

/** Warnings about props reach the command of CDKTF as annotations, and other programs as `warnings`. */

const classes = { eks: EksCluster, aks: AksCluster, gke: GkeCluster, kubeadm: KubeadmCluster } as const;
type Platform = keyof typeof classes;

/** A machine type that no table has: a warning, because it may be new. */
const unknownTypes = {
  eks: "m99i.large",
  aks: "Standard_D4ds_v99",
  gke: "n99-standard-4",
  kubeadm: "m99i.large",
} as const;

/** A shipped cluster with another machine type. */
function clusterWith(platform: Platform, patch: object = {}) {
  const { cluster } = shippedClusters().find(
    ({ cluster: one }) => one.platform === platform && (one.platform !== "kubeadm" || one.cloud === "aws"),
  )!;
  const Cluster = classes[platform] as unknown as new (...args: unknown[]) => EksCluster;
  const [group] = cluster.nodeGroups!;
  const nodeGroups = [{ ...group, machineTypes: [unknownTypes[platform]] }];
  return new Cluster(new TerraformStack(new App(), "shop"), "cluster", { ...cluster, nodeGroups, ...patch });
}

const aboutType = ({ warnings }: EksCluster) =>
  warnings.filter((text) => text.startsWith("nodeGroups[0].machineTypes[0]: "));

const annotationsOf = (cluster: EksCluster) =>
  cluster.node.metadata.filter(({ type }) => type.endsWith("warn")).map(({ data }) => data as string);

test.each(Object.keys(classes) as Platform[])(
  "a warning about a cluster of %s is in both, once",
  (platform) => {
    const cluster = clusterWith(platform, { silence: undefined });
    expect(aboutType(cluster)).toEqual([expect.stringMatching(/ \[[a-z-]+(\/[a-z-]+)+\]$/)]);
    expect(annotationsOf(cluster)).toEqual(cluster.warnings);
  },
);

test("an added node group adds its warnings only", () => {
  const cluster = clusterWith("eks");
  const before = cluster.warnings;
  cluster.addNodeGroup({ name: "added", machineTypes: ["m98i.large"], size: 1 });
  const added = cluster.warnings.slice(before.length);
  expect(cluster.warnings.slice(0, before.length)).toEqual(before);
  expect(added).toEqual([expect.stringContaining("m98i")]);
  expect(annotationsOf(cluster)).toEqual(cluster.warnings);
});

test("a silenced warning is in neither", () => {
  const [text] = aboutType(clusterWith("eks"));
  const [, rule] = /\[([^[]*)\]$/.exec(text)!;
  const cluster = clusterWith("eks", { silence: [{ rule, reason: "a new type" }] });
  expect(aboutType(cluster)).toEqual([]);
  expect(annotationsOf(cluster)).toEqual(cluster.warnings);
});
