import { error, type Finding, type Path, warning } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps, GkeBackupSpec, GkeStorageSpec } from "../../spec";
import { isZoneOf } from "../../../google/regions";
import { hasAutoProvisioning } from "../../autoscaling/auto-provisioned";
import { machineTypeOf } from "../../node-groups/machine-types";
import { isCron, shortestInterval } from "../cron";
import { attaches, diskClassOf } from "../disk-class";
import { fileTiers } from "../file-tiers";
import { isBucket, keyProblems, namespaceProblems, uniqueProblems, wholeProblems } from "../../values";
import { defaults } from "../../fields.generated";

export const rules = defineRules<AnyGkeClusterProps>("gke/storage", {
  /**
   * Keys are keys in the cluster's region, given by their full names.
   *
   * @see https://cloud.google.com/kms/docs/locations
   */
  "storage-keys"({ encryption, storage, region }) {
    const { file, backup } = storageOf(storage);
    const keys: [Path, string | undefined][] = [
      [["encryption", "keyId"], encryption?.keyId],
      [["encryption", "disksKeyId"], encryption?.disksKeyId],
      [["storage", "file", "keyId"], mapOf(file)?.keyId],
      [["storage", "backup", "keyId"], mapOf(backup)?.keyId],
    ];
    return keys.flatMap(([path, key]) => keyProblems(path, key, region));
  },

  /**
   * A key is given only where it encrypts something.
   *
   * @remarks Decision of this project: no field is accepted without effect.
   */
  "keys-used"({ encryption }) {
    if (!isKnown(encryption)) return [];
    return [
      ...(encryption.keyId !== undefined && encryption.secrets === "platform-key"
        ? [error(["encryption", "keyId"], 'has no effect with secrets "platform-key"; omit one of the two')]
        : []),
      ...(encryption.disksKeyId !== undefined && encryption.disks !== "customer-key"
        ? [error(["encryption", "disksKeyId"], 'needs disks "customer-key"; set that, or omit the key')]
        : []),
    ];
  },

  /**
   * Keys rotate after 1 to 3650 days.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/kms_crypto_key#rotation_period-1
   */
  "key-rotation"({ encryption }) {
    return isKnown(encryption)
      ? wholeProblems(["encryption", "rotationDays"], encryption.rotationDays, 1, 3650)
      : [];
  },

  /**
   * The size of a Filestore instance is one that its tier offers.
   *
   * @see https://cloud.google.com/filestore/docs/service-tiers
   */
  "file-system-size"({ storage }) {
    const file = mapOf(storageOf(storage).file);
    const tier = file?.tier ?? defaults["storage.file.tier"];
    const size = file?.sizeGiB;
    if (!isKnown(size) || !isKnown(tier)) return [];
    const { bands } = fileTiers[tier];
    const fits = bands.some(
      ([least, most, step]) => isWhole(size, least, most) && (size - least) % step === 0,
    );
    if (fits) return [];
    const right = bands.map(
      ([least, most, step]) => `${least} to ${most} GiB${step > 1 ? ` in steps of ${step}` : ""}`,
    );
    return [
      error(
        ["storage", "file", "sizeGiB"],
        `must be ${right.join(", or ")} for tier "${tier}", got ${shown(size)}`,
      ),
    ];
  },

  /**
   * The zone, the key and the protocol of a Filestore instance fit its tier.
   *
   * @see https://cloud.google.com/filestore/docs/service-tiers
   */
  "file-system-tier"({ storage, region }, { zones }) {
    const file = mapOf(storageOf(storage).file);
    const tier = file?.tier ?? defaults["storage.file.tier"];
    if (!file || !isKnown(tier)) return [];
    const { isRegional, isModern } = fileTiers[tier];
    const modern = "zonal, regional and enterprise";
    return [
      ...(file.zone !== undefined && isRegional
        ? [
            error(
              ["storage", "file", "zone"],
              `has no effect: a file system of tier "${tier}" is regional; omit it`,
            ),
          ]
        : []),
      ...(isKnown(file.zone) && !isRegional && isKnown(region) && !isZoneOf(region, file.zone)
        ? [
            error(
              ["storage", "file", "zone"],
              `must be a zone of ${region}${zones ? ` such as ${zones[0]}` : ""}, got ${shown(file.zone)}`,
            ),
          ]
        : []),
      ...(file.keyId !== undefined && !isModern
        ? [
            error(
              ["storage", "file", "keyId"],
              `tier "${tier}" does not support customer-managed keys; ${modern} do`,
            ),
          ]
        : []),
      ...(file.protocol === "nfs-v4.1" && !isModern
        ? [
            error(
              ["storage", "file", "protocol"],
              `tier "${tier}" supports only nfs-v3; ${modern} support nfs-v4.1`,
            ),
          ]
        : []),
    ];
  },

  /**
   * Buckets have names of Cloud Storage, each once.
   *
   * @see https://cloud.google.com/storage/docs/buckets#naming
   */
  buckets({ storage }) {
    const { object } = storageOf(storage);
    if (!isKnown(object)) return [];
    const path = ["storage", "object", "buckets"];
    return [
      ...(isKnown(object.buckets) && object.buckets.length === 0
        ? [error(path, "must name at least one bucket; without buckets omit object")]
        : []),
      ...uniqueProblems(path, object.buckets),
      ...knownEntries(object.buckets)
        .filter(([, bucket]) => !isBucket(bucket))
        .map(([i, bucket]) =>
          error([...path, i], `must be the name of a bucket such as shop-images, got ${shown(bucket)}`),
        ),
      ...namespaceProblems(["storage", "object", "namespaces"], object.namespaces),
    ];
  },

  /**
   * A backup plan has one schedule, and locks backups for no longer than it keeps them. It keeps each backup for at most 360 times the
   * interval of its backups.
   *
   * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/gke_backup_backup_plan
   */
  "backup-plan"({ storage }) {
    const backup = mapOf(storageOf(storage).backup);
    if (!backup) return [];
    const path = ["storage", "backup"];
    const {
      schedule,
      rpoMinutes,
      retentionDays = defaults["storage.backup.retentionDays"],
      lockDays = defaults["storage.backup.lockDays"],
    } = backup;
    return [
      ...(schedule !== undefined && rpoMinutes !== undefined
        ? [error(path, "must have one of schedule and rpoMinutes, got both")]
        : []),
      ...(isKnown(schedule) && !isCron(schedule)
        ? [
            error(
              [...path, "schedule"],
              `must be five cron fields such as "0 3 * * *", got ${shown(schedule)}`,
            ),
          ]
        : []),
      ...wholeProblems([...path, "rpoMinutes"], rpoMinutes, 60, 86400),
      ...wholeProblems([...path, "retentionDays"], retentionDays, 1, 365),
      ...wholeProblems([...path, "lockDays"], lockDays, 0, 90),
      ...(isWhole(retentionDays, 1, 365) && isWhole(lockDays, 0, 90) && lockDays > retentionDays
        ? [
            error(
              [...path, backup.lockDays === undefined ? "retentionDays" : "lockDays"],
              `must not lock backups for longer than they are kept: ${lockDays} days locked, ${retentionDays} kept`,
            ),
          ]
        : []),
      ...retentionProblems(backup, retentionDays),
      ...namespaceProblems([...path, "namespaces"], backup.namespaces),
    ];
  },

  /**
   * Snapshots and stateful HA need the driver of persistent disks.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/volume-snapshots
   */
  "snapshots-need-driver"({ storage }) {
    const { snapshots, block, statefulHa } = storageOf(storage);
    if (block !== false) return [];
    const asked: [string, boolean][] = [
      ["snapshots", snapshots === true],
      ["statefulHa", statefulHa === true],
    ];
    return asked
      .filter(([, isAsked]) => isAsked)
      .map(([field]) =>
        error(["storage", field], "needs the driver of persistent disks; storage.block is false"),
      );
  },

  /**
   * The nodes attach the disks of the default storage class. Machines of newer families, such as N4 and C4, attach Hyperdisk only,
   * and older ones no Hyperdisk Balanced.
   *
   * @see https://cloud.google.com/compute/docs/disks/hyperdisks#machine-type-support
   */
  "default-class-fits-machines"(cluster) {
    const { nodeGroups, storage, gke } = cluster;
    const { block } = storageOf(storage);
    if (!isKnown(nodeGroups) || gke?.mode === "autopilot" || (block !== undefined && !isKnown(block)))
      return [];
    const own = diskClassOf(cluster);
    if (!own) return [];
    const disk = own.isDefault ? own.type : "pd-balanced";
    const groups = knownEntries(nodeGroups).flatMap(([, group]) => {
      const type = machineTypeOf(group);
      return type !== undefined && !attaches(type, disk) ? [`${shown(group.name)} (${type})`] : [];
    });
    if (groups.length === 0) return [];
    const isOnly = groups.length === nodeGroups.length && !hasAutoProvisioning(cluster);
    return [
      warning(
        ["storage", "block"],
        `claims without a storage class get disks of the type ${disk} (${own.isDefault ? `class ${disk}` : "GKE's class standard-rwo"}), ` +
          `which the nodes of ${groups.join(", ")} cannot attach; ` +
          (isOnly
            ? "set defaultClass to true"
            : "name a class in each claim: dynamic-rwo of GKE 1.35 creates a disk that fits the node"),
      ),
    ];
  },

  /**
   * Stateful HA needs machine types that attach Persistent Disk: it moves pods with regional disks, not with those of Hyperdisk. Nodes
   * of auto-provisioning may have such types.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/regional-pd
   */
  "stateful-ha-machines"(cluster) {
    const { nodeGroups, storage } = cluster;
    if (storageOf(storage).statefulHa !== true || !isKnown(nodeGroups) || hasAutoProvisioning(cluster))
      return [];
    const types = nodeGroups.map((group) => (isKnown(group) ? machineTypeOf(group) : undefined));
    if (types.length === 0 || types.some((type) => type === undefined || attaches(type, "pd-balanced")))
      return [];
    return [
      error(
        ["storage", "statefulHa"],
        `has no effect: it needs regional disks of Persistent Disk, which ${types.join(", ")} cannot attach; omit it, or use another ` +
          "machine family, such as n2",
      ),
    ];
  },
});

/** The most backups that a plan keeps. [provider doc] google_gke_backup_backup_plan, `backup_retain_days` */
const mostBackups = 360;

/** Problems of a retention that keeps more backups than the bound. */
function retentionProblems(
  { schedule = defaults["storage.backup.schedule"], rpoMinutes, retentionDays: given }: GkeBackupSpec,
  retentionDays: number,
): Finding[] {
  if (!isWhole(retentionDays, 1, 365)) return [];
  const interval = rpoMinutes === undefined ? shortestInterval(schedule) : rpoMinutes;
  if (interval === undefined || !isWhole(interval, rpoMinutes === undefined ? 1 : 60)) return [];
  const most = Math.floor((mostBackups * interval) / (24 * 60));
  if (retentionDays <= most) return [];
  const field = given === undefined && rpoMinutes !== undefined ? "rpoMinutes" : "retentionDays";
  return [
    error(
      ["storage", "backup", field],
      `must keep at most ${mostBackups} backups: with one every ${interval} minutes retentionDays is at most ${most}, got ${retentionDays}` +
        (given === undefined ? " (the default)" : ""),
    ),
  ];
}

const storageOf = (storage: GkeStorageSpec | undefined): GkeStorageSpec => (isKnown(storage) ? storage : {});

function mapOf<T extends object>(value: boolean | T | undefined): T | undefined {
  return isKnown(value) && typeof value === "object" ? value : undefined;
}
