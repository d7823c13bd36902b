import { type Document } from "yaml";
import { eksDocument } from "./environments";
import { environmentFile } from "./synthesis";

/** An edit of the file of a running cluster, and the expected plan. */
export interface Edit {
  readonly title: string;
  readonly change: (cluster: ClusterDocument) => void;

  /** Address -> action, for all changes of the plan. */
  readonly plan?: Readonly<Record<string, string>>;

  /** For edits that change almost all resources: the only action in the plan. */
  readonly only?: string;

  /** The error of the plan, if it fails. */
  readonly refused?: RegExp;
}

/** Sets fields of the first cluster of a file. */
export class ClusterDocument {
  constructor(readonly document: Document) {}

  set(path: string, value: unknown): void {
    this.document.setIn(this.path(path), this.document.createNode(value));
  }

  remove(path: string): void {
    this.document.deleteIn(this.path(path));
  }

  private path(path: string): (string | number)[] {
    return ["clusters", 0, ...path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step))];
  }
}

const workers = "aws_eks_node_group.node_groups_workers_eu_central_1";
const inAllZones = (action: string, before = workers, after = "") =>
  Object.fromEntries(["a", "b"].map((zone) => [`${before}${zone}${after}`, action]));
const tag = "aws_autoscaling_group_tag.autoscaling_workers_eu_central_1";
const template = "aws_launch_template.node_groups_workers_launch_template";
const batch = "aws_eks_node_group.node_groups_batch";
const batchTemplate = "aws_launch_template.node_groups_batch_launch_template";
const control = "aws_eks_cluster.control_plane";
const operator = "aws_eks_access_entry.identity_111122223333_role_teams_a_Operator";

/** The edits of {@link editedDocument}, which the deploy test plans with Terraform, and `compare` predicts. */
export const EDITS: readonly Edit[] = [
  {
    title: "a larger range of nodes",
    change: (cluster) => cluster.set("nodeGroups.0.size", { min: 10, max: 24 }),
    plan: inAllZones("update"),
  },
  {
    title: "a label",
    change: (cluster) => cluster.set("nodeGroups.0.labels.team", "shop"),
    plan: {
      ...inAllZones("update"),
      ...inAllZones("create", tag, "_label_team"),
    },
  },
  {
    title: "a taint on the group without CoreDNS",
    change: (cluster) => cluster.set("nodeGroups.1.taints", [{ key: "batch", effect: "NoSchedule" }]),
    plan: { [batch]: "update" },
  },
  {
    title: "the next Kubernetes version",
    change: (cluster) => cluster.set("kubernetesVersion", "1.36"),
    plan: {
      [control]: "update",
      "aws_eks_addon.add_ons_kube_proxy": "update",
      "aws_eks_addon.add_ons_coredns": "update",
      ...inAllZones("update"),
      [batch]: "update",
    },
  },
  {
    title: "another node group",
    change: (cluster) => cluster.set("nodeGroups.2", { name: "extra", machineTypes: ["m7g.large"], size: 1 }),
    plan: {
      "aws_launch_template.node_groups_extra_launch_template": "create",
      "aws_eks_node_group.node_groups_extra": "create",
    },
  },
  {
    title: "a removed node group",
    change: (cluster) => cluster.remove("nodeGroups.1"),
    plan: { [batchTemplate]: "delete", [batch]: "delete" },
  },
  {
    title: "a new name of a node group",
    change: (cluster) => cluster.set("nodeGroups.1.name", "jobs"),
    plan: {
      [batchTemplate]: "delete",
      [batch]: "delete",
      "aws_launch_template.node_groups_jobs_launch_template": "create",
      "aws_eks_node_group.node_groups_jobs": "create",
    },
  },
  {
    title: "a new name of a node group, with its former name",
    change: (cluster) => {
      cluster.set("nodeGroups.1.name", "jobs");
      cluster.set("nodeGroups.1.formerName", "batch");
    },
    plan: {
      "aws_launch_template.node_groups_jobs_launch_template": "replaced, create before destroy",
      "aws_eks_node_group.node_groups_jobs": "replaced, create before destroy",
    },
  },
  {
    title: "another spread",
    change: (cluster) => cluster.set("nodeGroups.1.spread", "per-zone"),
    refused: /Another kind or spread of the node group batch/,
  },
  {
    title: "another kind",
    change: (cluster) => cluster.set("nodeGroups.1.kind", "self-managed"),
    refused: /Another kind or spread of the node group batch/,
  },
  {
    title: "another machine type",
    change: (cluster) => cluster.set("nodeGroups.1.machineTypes", ["m7i.xlarge"]),
    refused: /A change of the node group batch replaces its nodes/,
  },
  {
    title: "another machine type, whose nodes may stop first",
    change: (cluster) => {
      cluster.set("nodeGroups.1.machineTypes", ["m7i.xlarge"]);
      cluster.set("nodeGroups.1.replacement", "recreate");
    },
    plan: { [batchTemplate]: "update", [batch]: "replaced, destroy before create" },
  },
  {
    title: "a placement group",
    change: (cluster) => cluster.set("nodeGroups.1.placementGroup", "partition"),
    refused: /A change of the node group batch replaces its nodes/,
  },
  {
    title: "another zone under a group with one node pool",
    change: (cluster) => cluster.set("network.zones", 3),
    refused: /A change of the node group batch replaces its nodes/,
  },
  {
    title: "spot machines",
    change: (cluster) => {
      cluster.set("nodeGroups.0.capacity", "spot");
      cluster.set("nodeGroups.0.replacement", "blue-green");
    },
    plan: {
      [template]: "update",
      ...inAllZones("replaced, create before destroy"),
      ...inAllZones("replaced, destroy before create", tag, "_label_workload"),
    },
  },
  {
    title: "larger disks",
    change: (cluster) => cluster.set("nodeGroups.0.disk.sizeGiB", 200),
    plan: { [template]: "update", ...inAllZones("update") },
  },
  {
    title: "a different image release",
    change: (cluster) => cluster.set("nodeGroups.0.image", { release: "1.35.6-20260714" }),
    plan: inAllZones("update"),
  },
  {
    title: "another admin",
    change: (cluster) => cluster.set("access.admins.1", "arn:aws:iam::111122223333:role/OnCall"),
    plan: {
      "aws_eks_access_entry.identity_111122223333_role_OnCall": "create",
      "aws_eks_access_policy_association.identity_111122223333_role_OnCall_admin": "create",
    },
  },
  {
    title: "another office",
    change: (cluster) => cluster.set("access.publicFrom.1", "198.51.100.0/24"),
    plan: { [control]: "update" },
  },
  {
    title: "a removed public address",
    change: (cluster) => cluster.remove("access.publicFrom"),
    plan: { [control]: "update" },
  },
  {
    title: "more logs",
    change: (cluster) =>
      cluster.set("observability.logTypes", ["api", "audit", "authenticator", "scheduler"]),
    plan: { [control]: "update" },
  },
  {
    title: "a common tag",
    change: (cluster) => cluster.set("tags", { "cost-center": "42" }),
    only: "update",
  },
  {
    title: "another zone",
    change: (cluster) => {
      cluster.set("network.zones", 3);
      cluster.set("nodeGroups.1.replacement", "blue-green");
    },
    plan: {
      [batchTemplate]: "update",
      "aws_subnet.network_public_eu_central_1c": "create",
      "aws_subnet.network_private_eu_central_1c": "create",
      "aws_subnet.network_intra_eu_central_1c": "create",
      "aws_eip.network_nat_address_eu_central_1c": "create",
      "aws_nat_gateway.network_nat_gateway_eu_central_1c": "create",
      "aws_route_table.network_private_eu_central_1c_routes": "create",
      "aws_route.network_private_eu_central_1c_internet": "create",
      "aws_route_table_association.network_public_eu_central_1c_association": "create",
      "aws_route_table_association.network_private_eu_central_1c_association": "create",
      "aws_route_table_association.network_intra_eu_central_1c_association": "create",
      "aws_vpc_endpoint.network_endpoint_s3": "update",
      // The totals are distributed again.
      ...inAllZones("update"),
      "aws_efs_mount_target.storage_file_system_mount_target_eu_central_1c": "create",
      [`${workers}c`]: "create",
      [`${tag}c_label_workload`]: "create",
      // The group covers all zones, and EKS cannot change its subnets.
      [batch]: "replaced, create before destroy",
    },
  },
  {
    title: "removed settings of an add-on",
    change: (cluster) => cluster.remove("eks.addOns.kube-proxy"),
    plan: { "aws_eks_addon.add_ons_kube_proxy": "update" },
  },
  {
    title: "removed Kubernetes groups of a principal",
    change: (cluster) => cluster.remove("eks.accessEntries.0.groups"),
    plan: { [operator]: "update" },
  },
  {
    title: "a removed user name of a principal",
    change: (cluster) => cluster.remove("eks.accessEntries.0.userName"),
    plan: { [operator]: "update" },
  },
  {
    title: "removed operations per second of disks",
    change: (cluster) => cluster.remove("nodeGroups.1.disk"),
    plan: { [batchTemplate]: "update", [batch]: "update" },
  },
  {
    title: "a removed file system, whose files are kept",
    change: (cluster) => cluster.remove("storage.file"),
    plan: {
      "aws_efs_file_system.storage_file_system": "forget",
      "aws_efs_file_system_policy.storage_file_system_policy": "delete",
      "aws_efs_mount_target.storage_file_system_mount_target_eu_central_1a": "delete",
      "aws_efs_mount_target.storage_file_system_mount_target_eu_central_1b": "delete",
      "aws_security_group.storage_file_system_security_group": "delete",
      "aws_vpc_security_group_ingress_rule.storage_file_system_security_group_nfs": "delete",
      "aws_eks_addon.storage_file": "delete",
      "aws_eks_pod_identity_association.storage_file_mounter": "delete",
      "aws_iam_role.storage_file_mounter_role": "delete",
      "aws_iam_role.storage_file_role": "delete",
      "aws_iam_role_policy.storage_file_role_statements": "delete",
    },
  },
  {
    title: "a different network range",
    change: (cluster) => cluster.set("network.cidr", "10.40.0.0/16"),
    refused: /Instance cannot be destroyed[^]*aws_vpc\.network_vpc/,
  },
  {
    title: "a platform key instead of a customer key",
    change: (cluster) => cluster.set("encryption.secrets", "platform-key"),
    refused: /Instance cannot be destroyed/,
  },
];

/** The shipped file with two zones, so that one can be added, with a second group that can be removed, and an edit. */
export function editedDocument(change: (cluster: ClusterDocument) => void): Document {
  const document = eksDocument(environmentFile("production"));
  const cluster = new ClusterDocument(document);
  cluster.set("network.zones", 2);
  const disk = { iops: 4000 };
  cluster.set("nodeGroups.1", { name: "batch", machineTypes: ["m7i.large"], size: 2, disk });
  // Settings whose removal the plan must show.
  cluster.set("eks.addOns.kube-proxy", { configuration: { mode: "ipvs" } });
  cluster.set("eks.accessEntries", [
    {
      principal: "arn:aws:iam::111122223333:role/teams/a/Operator",
      groups: ["operators"],
      userName: "operator",
      policies: [{ policy: "AmazonEKSViewPolicy" }],
    },
  ]);
  cluster.set("storage.file", true);
  cluster.set("access.viewers.0.namespaces", ["shop"]);
  change(cluster);
  return document;
}
