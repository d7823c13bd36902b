import { compareCluster } from "../../modules/compare";
import type { ClusterComparison, Side } from "../../modules/compare";
import { fields } from "../../modules/eks/fields.generated";
import { fields as kubeadmFields } from "../../modules/kubeadm/fields.generated";
import { editedKubeadm, KUBEADM_EDITS } from "../e2e/kubeadm/edits";
import { type ClusterDocument, type Edit, editedDocument, EDITS } from "../e2e/support/edits";
import { actionsOf, sideOf } from "./side";

/** The edits that the deploy test plans with Terraform have the predicted plan. */

let deployed: Side;
beforeAll(() => {
  deployed = sideOf(editedDocument(() => undefined));
});

const compare = (change: (cluster: ClusterDocument) => void): ClusterComparison =>
  compareCluster(deployed, sideOf(editedDocument(change)), { fields });

test.each(EDITS)("$title", (edit) => expectPredicted(compare(edit.change), edit));

function expectPredicted(found: ClusterComparison, { plan, only, refused }: Edit): void {
  if (refused) {
    expect(found.refusals.map(({ reason, address }) => `${reason} ${address ?? ""}`).join("\n")).toMatch(
      refused,
    );
    return;
  }
  expect(found.refusals).toEqual([]);
  if (only) expect(new Set(Object.values(actionsOf(found)))).toEqual(new Set([only]));
  else expect(actionsOf(found)).toEqual(plan);
}

describe("of a kubeadm cluster", () => {
  let kubeadm: Side;
  beforeAll(() => {
    kubeadm = sideOf(
      editedKubeadm(() => undefined),
      "kubeadm",
    );
  });

  const compareKubeadm = (change: (cluster: ClusterDocument) => void): ClusterComparison =>
    compareCluster(kubeadm, sideOf(editedKubeadm(change), "kubeadm"), { fields: kubeadmFields });

  test.each(KUBEADM_EDITS)("$title", (edit) => expectPredicted(compareKubeadm(edit.change), edit));

  test("control-plane machines and nodes are replaced one after another", () => {
    const { nodes } = compareKubeadm((cluster) => cluster.set("kubernetesVersion", "1.36.3"));
    expect(nodes.map(({ address, how }) => `${address} ${how}`)).toEqual(
      [
        ...[0, 1, 2].map((slot) => `control_plane_slot_${slot}_group`),
        ...["a", "b", "c"].map((zone) => `node_groups_workers_eu_central_1${zone}`),
      ].map((group) => `aws_autoscaling_group.${group} rolling`),
    );
  });

  test("fewer control-plane machines lose the data of their disks", () => {
    const { destructive } = compareCluster(
      sideOf(
        editedKubeadm((cluster) => cluster.set("controlPlane.machines", 5)),
        "kubeadm",
      ),
      kubeadm,
      { fields: kubeadmFields },
    );
    expect(destructive.filter(({ kind }) => kind === "data-lost").map(({ text }) => text)).toEqual(
      [3, 4].map(
        (slot) => `aws_ebs_volume.control_plane_slot_${slot}_etcd: the etcd data of a control-plane machine`,
      ),
    );
  });
});

test("the same file changes nothing", () => {
  expect(compare(() => undefined)).toMatchObject({
    change: "unchanged",
    fields: [],
    resources: [],
    destructive: [],
  });
});

test("zones that are removed are refused", () => {
  const { refusals } = compare((cluster) => cluster.set("network.zones", ["eu-central-1b", "eu-central-1c"]));
  expect(refusals.map(({ reason }) => reason).join()).toMatch(
    /EKS keeps the control plane in its initial zones/,
  );
});

test("an upgrade by two minors is refused, and a downgrade", () => {
  // No version of the EFS driver is pinned for 1.34.
  const withVersion = (version: string) => (cluster: ClusterDocument) => {
    cluster.set("kubernetesVersion", version);
    cluster.remove("storage.file");
  };
  const reasons = (version: string) => compare(withVersion(version)).refusals.map(({ reason }) => reason);
  expect(reasons("1.34")).toEqual([
    "kubernetesVersion: a control plane is not downgraded, from 1.35 to 1.34",
  ]);
  const before = deployed;
  deployed = sideOf(editedDocument(withVersion("1.34")));
  expect(reasons("1.36")).toEqual([
    "kubernetesVersion: a control plane is upgraded by one minor at a time: deploy 1.35 before 1.36",
  ]);
  deployed = before;
});

test("the report has the fields, the nodes and what stops", () => {
  const found = compare((cluster) => {
    cluster.set("nodeGroups.1.machineTypes", ["m7i.xlarge"]);
    cluster.set("nodeGroups.1.replacement", "recreate");
  });
  expect(found.fields).toContainEqual({
    field: "nodeGroups[batch].machineTypes",
    before: ["m7i.large"],
    after: ["m7i.xlarge"],
    effect: "replace",
    note: "the node group; in a self-managed group a rolling update",
  });
  expect(found.nodes).toEqual([
    { address: "aws_eks_node_group.node_groups_batch", how: "replaced, old first", nodes: 2 },
  ]);
  expect(found.destructive.map(({ kind }) => kind)).toEqual(["workloads-stopped"]);
});
