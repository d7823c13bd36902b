import { error, type Path, warning } from "../../../cluster/problem";
import { hasPremiumDisks } from "../../../azure/machine-types";
import {
  defineRules,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  repeated,
  shown,
} from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/storage", {
  /**
   * A premium file share has 100 to 102400 GiB.
   *
   * @see https://learn.microsoft.com/azure/storage/files/storage-files-scale-targets
   */
  "file-share-size"({ storage }) {
    const file = storage?.file;
    if (!isKnown(file) || typeof file === "boolean" || !isKnown(file.sizeGiB)) return [];
    return isWhole(file.sizeGiB, 100, 102_400)
      ? []
      : [error(["storage", "file", "sizeGiB"], `must be 100 to 102400 GiB, got ${shown(file.sizeGiB)}`)];
  },

  /**
   * The nodes attach the disks of the default storage class, which are premium disks with `storage.block.defaultClass`.
   *
   * @see https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssds
   */
  "default-class-fits-machines"(cluster) {
    const block = cluster.storage?.block;
    if (!isKnown(block) || typeof block === "boolean" || block.defaultClass !== true) return [];
    return forEachGroup(cluster, ({ machineTypes }, path) => {
      const size = isKnown(machineTypes) ? machineTypes[0] : undefined;
      if (!isKnown(size) || hasPremiumDisks(size)) return [];
      return [
        warning(
          [...path, "machineTypes", 0],
          `${size} cannot attach the premium disks of the default storage class (storage.block.defaultClass); use a VM size with an "s" ` +
            "in its name, or name another class in the claims of pods that run there",
        ),
      ];
    });
  },

  /**
   * Blob containers are given by their ids, at least one.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/storage_container#id
   */
  buckets({ storage }) {
    const list = storage?.object?.buckets;
    const path: Path = ["storage", "object", "buckets"];
    if (!isKnown(list)) return [];
    if (list.length === 0) return [error(path, "must have at least one container, got none")];
    return knownEntries(list)
      .filter(([, id]) => !/\/storageAccounts\/[^/]+\/blobServices\/default\/containers\/[^/]+$/i.test(id))
      .map(([i, id]) =>
        error(
          [...path, i],
          `must be the id of a blob container (…/storageAccounts/<account>/blobServices/default/containers/<container>), got ${shown(id)}`,
        ),
      );
  },

  /**
   * A blob container is named once. Azure refuses a second assignment of the same role on it.
   *
   * @see https://learn.microsoft.com/azure/role-based-access-control/role-assignments
   */
  "buckets-unique"({ storage }) {
    return repeated(knownEntries(storage?.object?.buckets), (id) => id.toLowerCase()).map(
      ({ index, first }) => error(["storage", "object", "buckets", index], `is a duplicate of [${first}]`),
    );
  },

  /**
   * A capacity pool of Azure NetApp Files has 1 to 2048 TiB.
   *
   * @see https://learn.microsoft.com/azure/azure-netapp-files/azure-netapp-files-resource-limits
   */
  "net-app-size"({ storage }) {
    const size = storage?.netApp?.sizeTiB;
    if (!isKnown(size) || isWhole(size, 1, 2048)) return [];
    return [error(["storage", "netApp", "sizeTiB"], `must be 1 to 2048 TiB, got ${shown(size)}`)];
  },

  /**
   * Snapshots and backups need the disk driver.
   *
   * @see https://learn.microsoft.com/azure/aks/create-volume-azure-disk
   */
  "snapshots-need-driver"({ storage }) {
    if (storage?.block !== false) return [];
    return (["snapshots", "backup"] as const)
      .filter((field) => storage[field])
      .map((field) => error(["storage", field], "needs storage.block: there are no disks to copy"));
  },

  /**
   * A backup has a repeating interval of ISO 8601 and is kept for 1 to 360 days.
   *
   * @see https://learn.microsoft.com/azure/backup/azure-kubernetes-service-cluster-backup-support-matrix
   */
  "backup-plan"(cluster) {
    const backup = cluster.storage?.backup;
    if (!backup) return [];
    const path = ["storage", "backup"];
    const { schedule, retentionDays } = backup === true ? {} : backup;
    return [
      ...(isKnown(schedule) &&
      !/^R\/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)\/P(T(4|6|8|12)H|1D|1W)$/.test(schedule)
        ? [
            error(
              [...path, "schedule"],
              `must be a repeating interval such as "R/2026-01-01T02:00:00+00:00/P1D", of 4, 6, 8 or 12 hours, a day or a week, got ${shown(schedule)}`,
            ),
          ]
        : []),
      ...(isKnown(retentionDays) && !isWhole(retentionDays, 1, 360)
        ? [error([...path, "retentionDays"], `must be 1 to 360 days, got ${shown(retentionDays)}`)]
        : []),
    ];
  },
});
