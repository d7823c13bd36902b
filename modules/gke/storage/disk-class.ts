import { isKnown, knownEntries } from "../../cluster/rules/rule";
import { hasAutoProvisioning } from "../autoscaling/auto-provisioned";
import { defaults } from "../fields.generated";
import { bootDisksOf, machineTypeOf } from "../node-groups/machine-types";
import type { AnyGkeClusterProps } from "../spec";

/** Types of disks of the class in the output `storage_manifests`, which is named after its type. */
export type DiskClass = "pd-balanced" | "hyperdisk-balanced";

type Cluster = Pick<AnyGkeClusterProps, "nodeGroups" | "storage" | "autoscaling" | "gke">;

/** The storage class of a cluster for disks; undefined without the driver of persistent disks. */
export function diskClassOf(cluster: Cluster): { type: DiskClass; isDefault: boolean } | undefined {
  const { block = defaults["storage.block"] } = cluster.storage ?? {};
  if (!block) return undefined;
  const types = knownTypes(cluster);
  const type = types.some((machine) => !attaches(machine, "pd-balanced"))
    ? "hyperdisk-balanced"
    : "pd-balanced";
  // The class that GKE marks as default, standard-rwo, has disks that no machine of such a cluster attaches. Nodes of auto-provisioning
  // have other machine types too, such as E2, which attach no Hyperdisk.
  const isNeeded =
    !hasAutoProvisioning(cluster) &&
    types.length > 0 &&
    types.every((machine) => !attaches(machine, "pd-balanced"));
  const isDefault = (typeof block === "object" ? block.defaultClass : undefined) ?? isNeeded;
  return { type, isDefault };
}

/** Whether a machine type attaches disks of a class. Unknown machine types attach any. */
export function attaches(machineType: string, disk: DiskClass): boolean {
  const types = bootDisksOf(machineType);
  return types === undefined || types.includes(disk);
}

const knownTypes = ({ nodeGroups }: Cluster): string[] =>
  isKnown(nodeGroups) ? knownEntries(nodeGroups).flatMap(([, group]) => machineTypeOf(group) ?? []) : [];
