import { error, type Path } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps, GkeStorageSpec } from "../../spec";
import { isZoneOf } from "../../regions";
import { defaultFileTier, fileTiers } from "../file-tiers";
import { isBucket, keyProblems, namespaceProblems, uniqueProblems, wholeProblems } from "../../values";

export const rules = defineRules<AnyGkeClusterProps>("gke/storage", {
  /** [KMS] symmetric keys in the cluster's region, by their full names. */
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

  /** A key that nothing uses protects nothing. */
  "keys-are-used"({ encryption }) {
    if (!isKnown(encryption)) return [];
    return [
      ...(encryption.keyId !== undefined && encryption.secrets === "platform-key"
        ? [
            error(
              ["encryption", "keyId"],
              'is not used with secrets "platform-key"; leave one of the two out',
            ),
          ]
        : []),
      ...(encryption.disksKeyId !== undefined && encryption.disks !== "customer-key"
        ? [
            error(
              ["encryption", "disksKeyId"],
              'is used with disks "customer-key" only; say that, or leave the key out',
            ),
          ]
        : []),
    ];
  },

  /** [provider] google_kms_crypto_key, `rotation_period`: a day at least. */
  rotation({ encryption }) {
    return isKnown(encryption)
      ? wholeProblems(["encryption", "rotationDays"], encryption.rotationDays, 1, 3650)
      : [];
  },

  /** [Filestore] service tiers: sizes and steps. */
  "file-size"({ storage }) {
    const file = mapOf(storageOf(storage).file);
    const tier = file?.tier ?? defaultFileTier;
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

  /** [Filestore] service tiers: where an instance is, and what it knows. */
  "file-tier"({ storage, region }, { zones }) {
    const file = mapOf(storageOf(storage).file);
    const tier = file?.tier ?? defaultFileTier;
    if (!file || !isKnown(tier)) return [];
    const { isRegional, isModern } = fileTiers[tier];
    const modern = "zonal, regional and enterprise";
    return [
      ...(file.zone !== undefined && isRegional
        ? [
            error(
              ["storage", "file", "zone"],
              `a file system of tier "${tier}" is in the whole region; leave it out`,
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
        ? [error(["storage", "file", "keyId"], `tier "${tier}" has no keys of one's own; ${modern} have`)]
        : []),
      ...(file.protocol === "nfs-v4.1" && !isModern
        ? [
            error(
              ["storage", "file", "protocol"],
              `tier "${tier}" speaks nfs-v3 alone; ${modern} speak nfs-v4.1`,
            ),
          ]
        : []),
    ];
  },

  /** [Cloud Storage] bucket names, each once. */
  buckets({ storage }) {
    const { object } = storageOf(storage);
    if (!isKnown(object)) return [];
    const path = ["storage", "object", "buckets"];
    return [
      ...(isKnown(object.buckets) && object.buckets.length === 0
        ? [error(path, "must name at least one bucket; without buckets leave object out")]
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

  /** [provider] google_gke_backup_backup_plan: one schedule, days to keep and days to lock. */
  "backup-plan"({ storage }) {
    const backup = mapOf(storageOf(storage).backup);
    if (!backup) return [];
    const path = ["storage", "backup"];
    const { schedule, rpoMinutes, retentionDays = 35, lockDays = 7 } = backup;
    return [
      ...(schedule !== undefined && rpoMinutes !== undefined
        ? [error(path, "must have one of schedule and rpoMinutes, got both")]
        : []),
      ...(isKnown(schedule) && !isCron(schedule)
        ? [
            error(
              [...path, "schedule"],
              `must be the five fields of cron such as "0 3 * * *", got ${shown(schedule)}`,
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
              `copies are locked for ${lockDays} days and kept for ${retentionDays}: lock them for no longer than they are kept`,
            ),
          ]
        : []),
      ...namespaceProblems([...path, "namespaces"], backup.namespaces),
    ];
  },

  /** Snapshots are of disks, which their driver makes. */
  "snapshots-have-driver"({ storage }) {
    const { snapshots, block, statefulHa } = storageOf(storage);
    if (block !== false) return [];
    const asked: [string, boolean][] = [
      ["snapshots", snapshots === true],
      ["statefulHa", statefulHa === true],
    ];
    return asked
      .filter(([, isAsked]) => isAsked)
      .map(([field]) =>
        error(
          ["storage", field],
          "needs the driver of persistent disks, which storage.block false takes away",
        ),
      );
  },
});

const isCron = (text: string): boolean =>
  /^([\d*/,-]+ ){2}[\d*/,-]+ [\d*/,A-Za-z-]+ [\d*/,A-Za-z-]+$/.test(text);

const storageOf = (storage: GkeStorageSpec | undefined): GkeStorageSpec => (isKnown(storage) ? storage : {});

function mapOf<T extends object>(value: boolean | T | undefined): T | undefined {
  return isKnown(value) && typeof value === "object" ? value : undefined;
}
