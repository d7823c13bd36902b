/** Effects of an edit that lose data or stop workloads. */
import type { Destructive, NodeChange, Refusal, ResourceChange } from "./model";
import { blockOf } from "./paces";
import type { Synthesized } from "./predict";

/** Resource types that contain data of users, with what is lost. */
const dataTypes: Readonly<Record<string, string>> = {
  aws_ebs_volume: "the etcd data of a control-plane machine",
  aws_s3_bucket: "the keys and the backups of the cluster",
  aws_efs_file_system: "the files of the EFS file system",
  aws_fsx_lustre_file_system: "the files of FSx for Lustre",
  aws_kms_key: "everything that the key encrypts, after its waiting period",
  aws_backup_vault: "the recovery points of the vault",
  aws_cloudwatch_log_group: "the logs of the group",
  azurerm_managed_disk: "the etcd data of a control-plane machine",
  azurerm_storage_account: "the data of the storage account",
  azurerm_storage_container: "the objects of the container",
  azurerm_storage_share: "the files of the share",
  azurerm_netapp_volume: "the files of the volume",
  azurerm_log_analytics_workspace: "the logs of the workspace",
  azurerm_monitor_workspace: "the metrics of the workspace",
  azurerm_data_protection_backup_vault: "the backups of the vault",
  google_compute_disk: "the etcd data of a control-plane machine",
  google_storage_bucket: "the keys and the backups of the cluster",
  google_logging_project_bucket_config: "the logs of the bucket",
  google_filestore_instance: "the files of the Filestore instance",
  google_kms_crypto_key: "everything that the key encrypts",
  google_gke_backup_backup_plan: "the plan of the backups",
};

const clusterTypes = ["aws_eks_cluster", "azurerm_kubernetes_cluster", "google_container_cluster"];

/** An edit, as Terraform would apply it. */
interface Edit {
  readonly changes: readonly ResourceChange[];
  readonly nodes: readonly NodeChange[];
  readonly refusals: readonly Refusal[];
  readonly before: Synthesized | undefined;

  /** Undefined if no file has the cluster any more. */
  readonly after: Synthesized | undefined;
  readonly removedObjects: readonly AppliedObject[];
}

/** An object of Kubernetes from a manifest. */
export interface AppliedObject {
  readonly kind: string;

  /** With its namespace: `kube-system/cilium`. */
  readonly name: string;
}

/** The kinds whose removal deletes other objects or data. */
const containingKinds: Readonly<Record<string, string>> = {
  CustomResourceDefinition: "all objects of its kind",
  Namespace: "everything in it",
  PersistentVolumeClaim: "its volume, unless the reclaim policy is Retain",
};

/** The kinds that have pods. */
const workloadKinds = ["CronJob", "DaemonSet", "Deployment", "Pod", "ReplicaSet", "StatefulSet"];

/** The objects that no manifest has any more. */
export function removedObjects(
  before: readonly AppliedObject[] = [],
  after: readonly AppliedObject[] = [],
): AppliedObject[] {
  const kept = new Set(after.map(({ kind, name }) => `${kind} ${name}`));
  return before.filter(({ kind, name }) => !kept.has(`${kind} ${name}`));
}

const removals = ({ removedObjects: objects }: Edit): Destructive[] =>
  objects.flatMap(({ kind, name }): Destructive[] => {
    const text = `${kind} ${name}: no manifest has it any more, so the machines remove it`;
    if (Object.hasOwn(containingKinds, kind)) {
      return [{ kind: "data-lost", text: `${text}, with ${containingKinds[kind]}` }];
    }
    return workloadKinds.includes(kind)
      ? [{ kind: "workloads-stopped", text: `${text}, with its pods` }]
      : [];
  });

/** The effects that a pipeline stops. */
export function destructiveOf(edit: Edit): Destructive[] {
  const { changes, nodes, refusals, before, after } = edit;
  if (before !== undefined && after === undefined) return [removed];
  // The provider of AWS only forgets such a log group.
  const isKept = (type: string, name: string): boolean =>
    before?.resource?.[type]?.[name]?.skip_destroy === true;
  const lost = changes.filter(({ action }) => action === "delete" || action.startsWith("replaced"));
  return [
    ...refusals.map(({ reason }): Destructive => ({ kind: "refused", text: reason })),
    ...lost
      .filter(({ address }) => clusterTypes.includes(address.split(".")[0]))
      .map(({ address, action }): Destructive => ({
        kind: "cluster-removed",
        text: `${address}: the cluster is ${action === "delete" ? "deleted" : "replaced"}, with all its workloads`,
      })),
    ...lost.flatMap(({ address }): Destructive[] => {
      const [type, name] = address.split(".");
      return Object.hasOwn(dataTypes, type) && !isKept(type, name)
        ? [{ kind: "data-lost", text: `${address}: ${dataTypes[type]}` }]
        : [];
    }),
    ...nodes
      .filter(({ how }) => how === "replaced, old first" || how === "removed")
      .map(({ address, how, nodes: count }): Destructive => ({
        kind: "workloads-stopped",
        text: `${address}: ${stoppedNodes(count)} ${how === "removed" ? (count === 1 ? "with its workloads" : "with their workloads") : "before new ones are ready"}`,
      })),
    ...removals(edit),
    ...evictions(edit),
    ...leftZones(edit),
  ];
}

/** Nothing is deleted until the stack is destroyed. */
const removed: Destructive = {
  kind: "cluster-removed",
  text: "the cluster continues to run and to cost money, and no file describes it",
};

const stoppedNodes = (count: number | undefined): string =>
  count === undefined ? "its nodes stop" : count === 1 ? "1 node stops" : `up to ${count} nodes stop`;

/**
 * The first node pool of an AKS cluster that becomes one for system pods only: Terraform changes the cluster before it creates node pools, so
 * pods that leave the pool have no node unless another pool exists.
 */
function evictions({ changes, before, after }: Edit): Destructive[] {
  const argument = "only_critical_addons_enabled";
  const pools = Object.values(before?.resource?.azurerm_kubernetes_cluster_node_pool ?? {});
  const acceptsPods = pools.some(
    ({ mode, node_taints: taints, priority }) => mode !== "System" && !taints && priority !== "Spot",
  );
  return changes.flatMap(({ address, action, because }): Destructive[] => {
    const [type, name] = address.split(".");
    const pool = blockOf(after?.resource?.[type]?.[name]?.default_node_pool);
    if (action !== "update" || !because.includes(`default_node_pool.${argument}`)) return [];
    if (pool[argument] !== true || acceptsPods) return [];
    const remedy = "first add a user group, and wait until they run there";
    return [
      {
        kind: "workloads-stopped",
        text: `${address}: pods leave the first node pool before another one has nodes; ${remedy}`,
      },
    ];
  });
}

/** Zones that a running cluster or node pool of GKE leaves. Their nodes are deleted, and other zones cannot mount their disks. */
function leftZones({ changes, before, after }: Edit): Destructive[] {
  return changes.flatMap(({ address, action, because }): Destructive[] => {
    const [type, name] = address.split(".");
    if (action !== "update" || !because.includes("node_locations")) return [];
    const [old, fresh] = [before, after].map(
      (side) => (side?.resource?.[type]?.[name]?.node_locations ?? []) as readonly string[],
    );
    const left = old.filter((zone) => !fresh.includes(zone));
    if (left.length === 0) return [];
    const where = left.join(", ");
    return [
      {
        kind: "workloads-stopped",
        text: `${address}: the nodes in ${where} are deleted with their workloads, and zonal disks there cannot be mounted in other zones`,
      },
    ];
  });
}
