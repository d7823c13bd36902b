import Ajv from "ajv";
import { tablesOf } from "../../cli/compare";
import { compareCluster, type ClusterComparison, textOf } from "../../modules/compare";
import schema from "../../modules/compare/comparison.schema.json";
import type { NodeChange } from "../../modules/compare/model";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { minimal as aks } from "../support/aks";
import { minimal as eks } from "../support/eks";
import { minimal as gke } from "../support/gke";
import { minimal as kubeadm } from "../support/kubeadm";
import { documentOf } from "../e2e/support/environments";
import { ClusterDocument } from "../e2e/support/edits";
import { sideOf, sideOfCluster } from "./side";

const bases = { eks, aks, gke, kubeadm };
type Platform = keyof typeof bases;

/** The comparison of a cluster whose only node group gets larger disks. */
function compared(platform: Platform, group: object, changed: object = {}): ClusterComparison {
  const base = bases[platform];
  const sideOf = (disk: object, more: object) =>
    sideOfCluster({
      ...base,
      nodeGroups: [{ ...base.nodeGroups[0], ...group, ...disk }],
      ...more,
      name: "dev-main",
      platform,
    } as unknown as PlatformClusterSpec);
  return compareCluster(sideOf({}, {}), sideOf({ disk: { sizeGiB: 120 } }, changed), tablesOf(platform));
}

const nodesOf = (platform: Platform, group: object, changed?: object): readonly NodeChange[] =>
  compared(platform, group, changed).nodes;

/** `batches × (start + wait)` at the smallest size, and with the time for pods at the largest one. */
test.each<[Platform, string, object, object]>([
  [
    "eks",
    "a number: 2.5 min, 1 min, and 15 min for pods",
    { size: 4, upgrade: { maxUnavailable: 1 } },
    { batches: 4, minutes: { least: 14, most: 74 }, terraformWaits: 60 },
  ],
  [
    "eks",
    "a share of a range: one of 3 nodes, 3 of 10",
    { size: { min: 3, max: 10 }, timeoutHours: 2 },
    { batches: 4, minutes: { least: 10.5, most: 74 }, terraformWaits: 120 },
  ],
  [
    "eks",
    "Auto Scaling: 2 min, 5 min, and the time of the hook",
    {
      size: 4,
      kind: "self-managed",
      upgrade: { maxUnavailable: 1 },
      autoScalingGroup: { terminationWaitSeconds: 600 },
    },
    { batches: 4, minutes: { least: 28, most: 68 }, terraformWaits: 0 },
  ],
  [
    "gke",
    "three zones after each other, two nodes at once: 2.5 min, and 1 h for pods",
    { size: 10, upgrade: { maxSurge: 1, maxUnavailable: 1 } },
    { batches: 6, minutes: { least: 15, most: 375 }, terraformWaits: 120 },
  ],
  [
    "gke",
    "blue-green: 2.5 min, 10 min after each batch, and 1 h",
    {
      size: 6,
      upgrade: {
        strategy: "blue-green",
        blueGreen: { batchNodes: 2, batchSoakSeconds: 600, soakSeconds: 3600 },
      },
    },
    { batches: 3, minutes: { least: 92.5, most: undefined }, terraformWaits: 120 },
  ],
  [
    "kubeadm",
    "Auto Scaling: 4 min, 5 min, and 16 min for pods",
    { size: 10, spread: "one-group", upgrade: { maxUnavailablePercent: 20 } },
    { batches: 5, minutes: { least: 45, most: 125 }, terraformWaits: 0 },
  ],
])("%s: %s", (platform, _, group, expected) => {
  const [{ how, duration }] = nodesOf(platform, group);
  expect(how).toBe("rolling");
  expect(duration).toMatchObject(expected);
});

/** The cluster of an example before and after an edit. */
function edited(
  file: string,
  change: (cluster: ClusterDocument) => void,
  platform: Platform = "kubeadm",
): ClusterComparison {
  const [before, after] = [() => undefined, change].map((one) => {
    const document = documentOf(file, platform);
    one(new ClusterDocument(document));
    return sideOf(document);
  });
  return compareCluster(before, after, tablesOf(platform));
}

const upgrade = (cluster: ClusterDocument) => cluster.set("kubernetesVersion", "1.36.3");

describe("AKS", () => {
  const groups = [
    { ...aks.nodeGroups[0], name: "system", upgrade: { maxSurge: 3 } },
    { ...aks.nodeGroups[0], size: 10, upgrade: { maxSurge: "33%", drainTimeoutMinutes: 20, soakMinutes: 5 } },
    { ...aks.nodeGroups[0], name: "batch", size: 4, upgrade: { maxUnavailablePercent: 30 } },
  ];
  const nodesAt = (version: string, more: object = {}) =>
    sideOfCluster({
      ...aks,
      nodeGroups: groups.map((group, i) => (i === 0 ? { ...group, ...more } : group)),
      upgrades: { channel: "none" },
      kubernetesVersion: version,
      name: "dev-main",
      platform: "aks",
    } as unknown as PlatformClusterSpec);
  const cluster = "azurerm_kubernetes_cluster.control_plane";

  test("an upgrade: 3 min, the soak time, and the time for pods, of shares that are rounded up", () => {
    const { nodes } = compareCluster(nodesAt("1.34"), nodesAt("1.35"), tablesOf("aks"));
    expect(
      nodes.map(({ address, order, after, duration }) => [address, order, after, duration]),
    ).toMatchObject([
      [cluster, "new nodes first", undefined, { batches: 1, minutes: { least: 3, most: 33 } }],
      [
        "azurerm_kubernetes_cluster_node_pool.node_groups_batch",
        "old nodes first",
        [cluster],
        { batches: 2, minutes: { least: 6, most: 66 }, terraformWaits: 60 },
      ],
      [
        "azurerm_kubernetes_cluster_node_pool.node_groups_workers",
        "new nodes first",
        [cluster],
        { batches: 3, minutes: { least: 24, most: 84 }, terraformWaits: 60 },
      ],
    ]);
  });

  test("the first pool is created twice", () => {
    const larger = nodesAt("1.35", { machineTypes: ["Standard_D8ds_v5"] });
    const { nodes } = compareCluster(nodesAt("1.35"), larger, tablesOf("aks"));
    expect(nodes).toMatchObject([
      { address: cluster, how: "rolling", duration: { batches: 1, minutes: { least: 6, most: undefined } } },
    ]);
    expect(nodes[0].duration?.terraformWaits).toBe(90);
  });
});

describe("kubeadm", () => {
  test("slots of AWS are one after the other, and workers after them", () => {
    const { nodes } = edited("examples/kubeadm.yaml", upgrade);
    const slot = (i: number) => `aws_autoscaling_group.control_plane_slot_${i}_group`;
    expect(nodes.map(({ order, after, duration }) => [order, after, duration?.minutes])).toEqual([
      ["old nodes first", undefined, { least: 9 }],
      ["old nodes first", [slot(0)], { least: 9 }],
      ["old nodes first", [slot(1)], { least: 9 }],
      ["new nodes first", [slot(2)], { least: 36, most: 175 }],
      ["new nodes first", [slot(2)], { least: 27, most: 175 }],
      ["new nodes first", [slot(2)], { least: 27, most: 150 }],
    ]);
  });

  test("Terraform waits for groups of Google Cloud", () => {
    const { nodes } = edited("examples/kubeadm-google.yaml", upgrade);
    const slot = (i: number) => `google_compute_instance_group_manager.control_plane_slot_${i}_group`;
    const of = nodes.map(({ order, after, duration }) => [
      order,
      after,
      duration?.minutes,
      duration?.terraformWaits,
    ]);
    expect(of.slice(1, 4)).toEqual([
      ["old nodes first", [slot(0)], { least: 4, most: 5 }, 20],
      ["old nodes first", [slot(1)], { least: 4, most: 5 }, 20],
      ["new nodes first", [slot(2)], { least: 16, most: 20 }, 15],
    ]);
  });

  test("scale sets of Azure", () => {
    const { nodes } = edited("examples/kubeadm-azure.yaml", (cluster) =>
      cluster.set("nodeGroups.0.machineTypes", ["Standard_D8s_v5"]),
    );
    expect(nodes[0]).toMatchObject({
      how: "rolling",
      order: "new nodes first",
      duration: { batches: 4, minutes: { least: 16, most: 80 }, terraformWaits: 100 },
    });
  });
});

test("the new image of a self-managed group follows from a data source", () => {
  const { nodes, resources } = edited(
    "examples/self-managed.yaml",
    (cluster) => cluster.set("kubernetesVersion", "1.36"),
    "eks",
  );
  expect(resources).toContainEqual(
    expect.objectContaining({
      address: "aws_launch_template.node_groups_workers_launch_template",
      because: ["image_id"],
    }),
  );
  expect(nodes.map(({ how, after }) => [how, after])).toEqual(
    Array(3).fill(["rolling", ["aws_eks_cluster.control_plane"]]),
  );
});

test("durations are written in the same way on all platforms, and each assumption has a source", () => {
  for (const platform of ["eks", "gke", "kubeadm"] as const) {
    const comparison = compared(platform, { size: 6, spread: platform === "eks" ? "one-group" : undefined });
    expect(textOf({ formatVersion: 1, clusters: [comparison] })).toMatch(
      /: rolling, up to \d nodes, .* at once, new nodes first(, zone by zone)?, \d batch(es)?, [\d. hmin]+ to [\d. hmin]+/,
    );
    const assumed = comparison.nodes.flatMap(({ duration }) => duration?.assumes ?? []);
    expect(assumed.length).toBeGreaterThan(1);
    for (const { source } of assumed) expect(source).toMatch(/^https:/);
  }
});

test("a duration longer than Terraform waits is announced", () => {
  const comparison = compared("eks", { size: 10, upgrade: { maxUnavailable: 1 }, spread: "one-group" });
  const text = textOf({ formatVersion: 1, clusters: [comparison] });
  expect(text).toContain("10 batches, 35 min to 3 h 5 min; Terraform waits 1 h (timeoutHours)");
});

test("a comparison matches its published schema", () => {
  const isValid = new Ajv({ strict: false }).compile(schema);
  isValid(JSON.parse(JSON.stringify({ formatVersion: 1, clusters: [compared("eks", { size: 4 })] })));
  expect(isValid.errors).toBeNull();
});
