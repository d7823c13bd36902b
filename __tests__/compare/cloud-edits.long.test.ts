import { compareCluster } from "../../modules/compare";
import type { ClusterComparison, Side } from "../../modules/compare";
import { fields as aksFields } from "../../modules/aks/fields.generated";
import { fields as gkeFields } from "../../modules/gke/fields.generated";
import { fields as kubeadmFields } from "../../modules/kubeadm/fields.generated";
import { AKS_EDITS, editedAks } from "../e2e/aks/edits";
import { editedGke, GKE_EDITS } from "../e2e/gke/edits";
import { editedKubeadmOnAzure, KUBEADM_AZURE_EDITS } from "../e2e/kubeadm/azure/edits";
import { editedKubeadmOnGoogle, KUBEADM_GOOGLE_EDITS } from "../e2e/kubeadm/google/edits";
import { tablesOf } from "../../cli/compare";
import { ClusterDocument } from "../e2e/support/edits";
import { documentOf } from "../e2e/support/environments";
import { actionsOf, sideOf } from "./side";

/** Edits of the production clusters of AKS and GKE have the written effects. Both are protected. */

const googleFile = "examples/kubeadm-google.yaml";
const azureFile = "examples/kubeadm-azure.yaml";

/** The cluster of a platform in a file, with an edit. */
function edited(
  platform: string,
  change: (cluster: ClusterDocument) => void,
  file = "environments/production.yaml",
): Side {
  const document = documentOf(file, platform);
  change(new ClusterDocument(document));
  return sideOf(document);
}

interface CloudEdit {
  readonly title: string;
  readonly change: (cluster: ClusterDocument) => void;

  /** Address -> action, for all changes. */
  readonly plan?: Readonly<Record<string, string>>;

  /** The edit is refused by protection. */
  readonly isRefused?: true;
}

const aksPool = "azurerm_kubernetes_cluster_node_pool.node_groups_";
const aksCluster = "azurerm_kubernetes_cluster.control_plane";
const viewer = "azurerm_role_assignment.identity_viewer_3b1c9f0a_52de_4f6e_8a0f_6f2b7d9c4e22";

const aksEdits: readonly CloudEdit[] = [
  { title: "nothing", change: () => undefined, plan: {} },
  {
    title: "a larger range of nodes",
    change: (cluster) => cluster.set("nodeGroups.1.size", { min: 7, max: 14 }),
    plan: { [`${aksPool}apps`]: "update" },
  },
  {
    title: "a label",
    change: (cluster) => cluster.set("nodeGroups.1.labels.team", "shop"),
    plan: { [`${aksPool}apps`]: "update" },
  },
  {
    title: "another node group",
    change: (cluster) =>
      cluster.set("nodeGroups.2", { name: "extra", machineTypes: ["Standard_D4ds_v5"], size: 1 }),
    plan: { [`${aksPool}extra`]: "create" },
  },
  {
    title: "other machines of a node group, of which the new one is first",
    change: (cluster) => cluster.set("nodeGroups.1.machineTypes", ["Standard_D16ds_v5"]),
    plan: { [`${aksPool}apps`]: "replaced, create before destroy" },
  },
  {
    title: "other machines of the system group, which AKS rotates",
    change: (cluster) => cluster.set("nodeGroups.0.machineTypes", ["Standard_D8ds_v5"]),
    plan: { [aksCluster]: "update" },
  },
  {
    title: "logs for a shorter time",
    change: (cluster) => cluster.set("observability.retentionDays", 60),
    plan: { "azurerm_log_analytics_workspace.observability_workspace": "update" },
  },
  {
    title: "no viewer",
    change: (cluster) => cluster.remove("access.viewers"),
    plan: { [viewer]: "delete", [`${viewer}_user`]: "delete" },
  },
  {
    title: "another window of upgrades",
    change: (cluster) => cluster.set("upgrades.window.start", "03:00"),
    plan: { [aksCluster]: "update" },
  },
  { title: "another region", change: (cluster) => cluster.set("region", "northeurope"), isRefused: true },
  { title: "another name", change: (cluster) => cluster.set("name", "other"), isRefused: true },
];

const gkePools = (action: string) =>
  Object.fromEntries(
    ["a", "b", "c"].map((zone) => [
      `google_container_node_pool.node_groups_workers_europe_west3_${zone}`,
      action,
    ]),
  );

const gkeEdits: readonly CloudEdit[] = [
  { title: "nothing", change: () => undefined, plan: {} },
  {
    title: "a larger range of nodes",
    change: (cluster) => cluster.set("nodeGroups.0.size", { min: 10, max: 26 }),
    plan: gkePools("update"),
  },
  {
    title: "a label",
    change: (cluster) => cluster.set("nodeGroups.0.labels.team", "shop"),
    plan: gkePools("update"),
  },
  {
    title: "another window of upgrades",
    change: (cluster) => cluster.set("upgrades.window.hours", 8),
    plan: { "google_container_cluster.control_plane": "update" },
  },
  {
    title: "nodes without block storage, which only the cluster sets",
    change: (cluster) => cluster.set("storage.block", false),
    plan: { "google_container_cluster.control_plane": "update" },
  },
  {
    title: "another node group",
    change: (cluster) =>
      cluster.set("nodeGroups.1", { name: "extra", machineTypes: ["n4-standard-4"], size: 3 }),
    plan: { "google_container_node_pool.node_groups_extra": "create" },
  },
  {
    title: "no viewer",
    change: (cluster) => cluster.remove("access.viewers"),
    plan: { "google_project_iam_member.identity_group_developers_example_com_viewer": "delete" },
  },
  {
    title: "another range with access",
    change: (cluster) => cluster.set("access.publicFrom", ["203.0.113.0/25"]),
    plan: { "google_container_cluster.control_plane": "update" },
  },
  { title: "another region", change: (cluster) => cluster.set("region", "europe-west4"), isRefused: true },
  { title: "another name", change: (cluster) => cluster.set("name", "other"), isRefused: true },
];

const clusters = { aks: aksCluster, gke: "google_container_cluster.control_plane" } as const;

function expectEffect(platform: keyof typeof clusters, found: ClusterComparison, edit: CloudEdit): void {
  const { refusals, destructive } = found;
  if (edit.isRefused) {
    expect(refusals.map(({ address }) => address)).toContain(clusters[platform]);
    return;
  }
  expect(refusals).toEqual([]);
  expect(actionsOf(found)).toEqual(edit.plan);
  expect(destructive.filter(({ kind }) => kind === "data-lost")).toEqual([]);
}

describe.each([
  ["aks", aksFields, aksEdits],
  ["gke", gkeFields, gkeEdits],
] as const)("%s", (platform, fields, edits) => {
  let deployed: Side;
  beforeAll(() => {
    deployed = edited(platform, () => undefined);
  });

  test.each(edits)("$title", (edit) =>
    expectEffect(platform, compareCluster(deployed, edited(platform, edit.change), { fields }), edit),
  );
});

describe.each([
  ["aks", "aks", editedAks, AKS_EDITS],
  ["gke", "gke", editedGke, GKE_EDITS],
  ["kubeadm on Azure", "kubeadm", editedKubeadmOnAzure, KUBEADM_AZURE_EDITS],
  ["kubeadm on Google Cloud", "kubeadm", editedKubeadmOnGoogle, KUBEADM_GOOGLE_EDITS],
] as const)("the edits of %s that the deploy test applies", (_, platform, edited, edits) => {
  test.each(edits)("$kind: $title", ({ change, plan, refused }) => {
    const [before, after] = [edited(() => undefined), edited(change)].map((document) => sideOf(document));
    const found = compareCluster(before, after, tablesOf(platform));
    const refusals = found.refusals.map(({ reason, address }) => `${reason} ${address ?? ""}`).join("\n");
    if (refused) expect(refusals).toMatch(refused);
    else expect([refusals, actionsOf(found)]).toEqual(["", plan]);
  });

  test("has at least three edits of each kind", () => {
    for (const kind of ["in place", "rolling", "replaced", "refused", "removal"])
      expect(edits.filter((edit) => edit.kind === kind).length).toBeGreaterThanOrEqual(3);
  });
});

describe("kubeadm on Google Cloud", () => {
  const side = (change: (cluster: ClusterDocument) => void, isProtected = true) =>
    edited(
      "kubeadm",
      (cluster) => {
        if (!isProtected) cluster.set("protection", false);
        change(cluster);
      },
      googleFile,
    );
  const compare = (change: (cluster: ClusterDocument) => void, isProtected = true) =>
    compareCluster(
      side(() => undefined, isProtected),
      side(change, isProtected),
      { fields: kubeadmFields },
    );
  const disks = [0, 1, 2].map((slot) => `google_compute_disk.control_plane_slot_${slot}_etcd`);

  test("the same file changes nothing", () => {
    expect(compare(() => undefined)).toMatchObject({ resources: [], refusals: [], destructive: [] });
  });

  const replacing: readonly [string, (cluster: ClusterDocument) => void][] = [
    ["another type of disk", (cluster) => cluster.set("controlPlane.machineType", "c4-standard-4")],
    ["a smaller disk", (cluster) => cluster.set("controlPlane.etcd.sizeGiB", 10)],
  ];

  test.each(replacing)("protection refuses to replace an etcd disk: %s", (_, change) => {
    expect(compare(change).refusals.map(({ address }) => address)).toEqual(disks);
  });

  test.each(replacing)("without protection, a replaced etcd disk is lost data: %s", (_, change) => {
    const { refusals, destructive } = compare(change, false);
    expect(refusals).toEqual([]);
    expect(destructive.filter(({ kind }) => kind === "data-lost").map(({ text }) => text)).toEqual(
      disks.map((disk) => `${disk}: the etcd data of a control-plane machine`),
    );
  });

  test("a larger etcd disk changes in place", () => {
    const found = compare((cluster) => cluster.set("controlPlane.etcd.sizeGiB", 40));
    expect(actionsOf(found)).toEqual(Object.fromEntries(disks.map((disk) => [disk, "update"])));
    expect(found.destructive).toEqual([]);
  });

  test("other machines of nodes: a new template, with which the groups replace their machines", () => {
    const found = compare((cluster) => cluster.set("nodeGroups.0.machineTypes", ["n2-standard-8"]));
    const templates = found.resources.filter(({ address }) => address.includes("instance_template"));
    expect(templates.map(({ action }) => action)).toEqual(["replaced, create before destroy"]);
    expect(found.nodes.map(({ address, how }) => `${address.split(".")[0]} ${how}`)).toEqual(
      Array(3).fill("google_compute_instance_group_manager rolling"),
    );
    expect(found.refusals).toEqual([]);
  });
});

describe("kubeadm on Azure", () => {
  const side = (change: (cluster: ClusterDocument) => void) => edited("kubeadm", change, azureFile);
  const compare = (change: (cluster: ClusterDocument) => void) =>
    compareCluster(
      side(() => undefined),
      side(change),
      { fields: kubeadmFields },
    );
  const inSlots = (type: string, part: string, action: string) =>
    Object.fromEntries([0, 1, 2].map((slot) => [`${type}.control_plane_slot_${slot}_${part}`, action]));
  const pools = Object.fromEntries(
    ["1", "2", "3"].map((zone) => [
      `azurerm_linux_virtual_machine_scale_set.node_groups_workers_${zone}`,
      "update",
    ]),
  );

  test("the same file changes nothing", () => {
    expect(compare(() => undefined)).toMatchObject({ resources: [], refusals: [], destructive: [] });
  });

  test.each<[string, (cluster: ClusterDocument) => void, Record<string, string>]>([
    [
      "another size of control-plane machines",
      (cluster) => cluster.set("controlPlane.machineType", "Standard_D4s_v5"),
      {},
    ],
    [
      "a larger etcd disk",
      (cluster) => cluster.set("controlPlane.etcd.sizeGiB", 40),
      inSlots("azurerm_managed_disk", "etcd", "update"),
    ],
    [
      "another time for a machine, for which the command runs again",
      (cluster) => cluster.set("controlPlane.timeoutMinutes", 30),
      inSlots("azurerm_virtual_machine_run_command", "ready", "update"),
    ],
    [
      "another size of nodes",
      (cluster) => cluster.set("nodeGroups.0.machineTypes", ["Standard_D8s_v5"]),
      pools,
    ],
    [
      "another administrator",
      (cluster) => cluster.set("access.admins", ["99999999-2222-3333-4444-555555555555"]),
      {
        "azurerm_virtual_machine_run_command.control_plane_administrators": "replaced, destroy before create",
      },
    ],
    [
      "no clients",
      (cluster) => cluster.remove("access.privateFrom"),
      { "azurerm_network_security_rule.network_load_balancer_from_clients": "delete" },
    ],
  ])("%s", (_, change, plan) => {
    const found = compare(change);
    expect(actionsOf(found)).toEqual(plan);
    expect(found.refusals).toEqual([]);
    expect(found.destructive).toEqual([]);
  });

  test("other machines of nodes replace them, new ones first", () => {
    const { nodes } = compare((cluster) => cluster.set("nodeGroups.0.machineTypes", ["Standard_D8s_v5"]));
    expect(nodes.map(({ how, nodes: count, atOnce }) => [how, count, atOnce])).toEqual([
      ["rolling", 4, "10 %"],
      ["rolling", 3, "10 %"],
      ["rolling", 3, "10 %"],
    ]);
  });

  test("another version is refused until the control-plane machines have it", () => {
    const { refusals } = compare((cluster) => cluster.set("kubernetesVersion", "1.36.3"));
    expect(refusals.map(({ address }) => address)).toEqual(Object.keys(pools));
    for (const { reason } of refusals) expect(reason).toContain("replacement_commands");
  });

  test("a smaller etcd disk is refused, which Azure does in the apply", () => {
    const { refusals } = compare((cluster) => cluster.set("controlPlane.etcd.sizeGiB", 10));
    expect(refusals.map(({ reason }) => reason)).toEqual(
      [0, 1, 2].map(
        (slot) =>
          `azurerm_managed_disk.control_plane_slot_${slot}_etcd: Azure does not reduce the size of a disk, from 20 to 10 GiB`,
      ),
    );
  });

  test("protection refuses another region", () => {
    const { refusals } = compare((cluster) => cluster.set("region", "northeurope"));
    expect(refusals.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        "azurerm_managed_disk.control_plane_slot_0_etcd",
        "azurerm_storage_account.control_plane_store_account",
      ]),
    );
  });
});

describe.each(["examples/kubeadm.yaml", azureFile, googleFile])("the network of %s", (file) => {
  const refusalsOf = (field: string, value: unknown) =>
    compareCluster(
      edited("kubeadm", () => undefined, file),
      edited("kubeadm", (cluster) => cluster.set(field, value), file),
      tablesOf("kubeadm"),
    ).refusals.map(({ reason }) => reason);

  test.each([
    ["network.podCidr", "10.128.0.0/12", "100.64.0.0/14", "the addresses of pods cannot change"],
    ["network.serviceCidr", "172.24.0.0/16", "172.20.0.0/16", "the addresses of services cannot change"],
    ["network.cni", "none", "cilium", "pods keep the network that they started with"],
  ])("cannot get another %s", (field, value, old, reason) => {
    expect(refusalsOf(field, value)).toContain(
      `${field}: ${reason}. The cluster was created with ${old}, and cannot change to ${value}.`,
    );
  });

  test("accepts a field with its default", () => {
    expect(refusalsOf("network.podCidr", "100.64.0.0/14")).toEqual([]);
  });
});
