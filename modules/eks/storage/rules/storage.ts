import { error, keyError, type Path, type Finding, warning } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksAddOnName, EksClusterProps, EksStorageSpec } from "../../spec";
import { partitionOf } from "../../../aws/regions";
import type { OptionalAddOn } from "../../versions";
import { keyProblems, parseArn } from "../../../aws/arns";

/** The field of `storage` for each optional add-on. */
const fieldOf = {
  "aws-efs-csi-driver": "file",
  "aws-fsx-csi-driver": "lustre",
  "aws-mountpoint-s3-csi-driver": "object",
  "snapshot-controller": "snapshots",
} as const satisfies Record<OptionalAddOn, keyof EksStorageSpec>;

/** The add-ons of the storage of a cluster. */
export function storageAddOns(cluster: EksClusterProps): readonly EksAddOnName[] {
  const storage = storageOf(cluster);
  const optional = (Object.keys(fieldOf) as OptionalAddOn[]).filter((name) => storage[fieldOf[name]]);
  return [...(storage.block !== false ? (["aws-ebs-csi-driver"] as const) : []), ...optional];
}

export const rules = defineRules<EksClusterProps>("eks/storage", {
  /**
   * Settings of a storage add-on need the field of `storage` that installs it.
   *
   * @remarks Decision of this project: settings without effect are refused.
   */
  "storage-add-ons-installed"(cluster) {
    const storage = storageOf(cluster);
    return (Object.entries(fieldOf) as [OptionalAddOn, keyof EksStorageSpec][])
      .filter(([name, field]) => cluster.eks?.addOns?.[name] !== undefined && !storage[field])
      .map(([name, field]) =>
        error(
          ["eks", "addOns", name],
          `has no effect: storage.${field} installs the add-on and is not set; set it, or omit this field`,
        ),
      );
  },

  /**
   * Keys of storage are symmetric KMS keys in the region of the cluster, given as ARNs.
   *
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/find-cmk-id-arn.html
   */
  "storage-keys"(cluster) {
    const { file, lustre, backup, object } = storageOf(cluster);
    const keys: [Path, string | undefined][] = [
      [["encryption", "disksKeyId"], cluster.encryption?.disksKeyId],
      [["storage", "file", "keyId"], mapOf(file)?.keyId],
      [["storage", "lustre", "keyId"], lustre?.keyId],
      [["storage", "backup", "keyId"], mapOf(backup)?.keyId],
      ...knownEntries(object?.keyIds).map(([i, key]): [Path, string] => [
        ["storage", "object", "keyIds", i],
        key,
      ]),
    ];
    return keys.flatMap(([path, key]) => keyProblems(path, key, cluster.region));
  },

  /**
   * `disksKeyId` is set only with `disks: customer-key`.
   *
   * @remarks Decision of this project: settings without effect are refused.
   */
  "disks-key-used"({ encryption }) {
    if (encryption?.disksKeyId === undefined || encryption.disks === "customer-key") return [];
    return [
      error(
        ["encryption", "disksKeyId"],
        'is used only with disks "customer-key"; set that, or omit the key',
      ),
    ];
  },

  /**
   * The default class of the driver is not combined with a customer key: the class has no parameters.
   *
   * @see
   * https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/charts/aws-ebs-csi-driver/templates/ebs-csi-default-sc.yaml
   */
  "default-class-encryption"(cluster) {
    const block = mapOf(storageOf(cluster).block);
    if (!block?.defaultClass || cluster.encryption?.disks !== "customer-key") return [];
    return [
      warning(
        ["storage", "block", "defaultClass"],
        'the class of the driver has no key, so that its volumes are not encrypted with the key of disks "customer-key"; ' +
          "omit it and apply the class of the output storage_manifests",
      ),
    ];
  },

  /**
   * Snapshots need block storage, whose driver takes them.
   *
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md
   */
  "snapshots-need-driver"(cluster) {
    const { block, snapshots } = storageOf(cluster);
    if (!snapshots || block !== false) return [];
    return [
      error(
        ["storage", "snapshots"],
        "has no effect with storage.block false: there are no volumes to take snapshots of",
      ),
    ];
  },

  /**
   * Access points have valid names, directories, ids and permissions.
   *
   * @see https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html
   */
  "access-points"(cluster) {
    const points = mapOf(storageOf(cluster).file)?.accessPoints;
    if (!isKnown(points)) return [];
    return Object.entries(points).flatMap(([name, point]) => {
      const path = ["storage", "file", "accessPoints", name];
      const problems: Finding[] = [];
      if (!/^[a-z][a-z0-9-]*$/.test(name)) {
        problems.push(
          keyError(
            path,
            `must be named with lower-case letters, digits and "-", starting with a letter; got ${shown(name)}`,
          ),
        );
      }
      if (!isKnown(point)) return problems;
      if (isKnown(point.path) && (!/^(\/[^/\0]+){1,4}$/.test(point.path) || point.path.length > 100)) {
        problems.push(
          error(
            [...path, "path"],
            `must be a directory such as "/shop", at most four levels deep and 100 characters long; got ${shown(point.path)}`,
          ),
        );
      }
      for (const id of ["uid", "gid"] as const) {
        if (isKnown(point[id]) && !isWhole(point[id], 0, 4294967295)) {
          problems.push(
            error([...path, id], `must be a whole number from 0 to 4294967295, got ${shown(point[id])}`),
          );
        }
      }
      if (isKnown(point.permissions) && !/^[0-7]{3,4}$/.test(point.permissions)) {
        problems.push(
          error(
            [...path, "permissions"],
            `must be three or four octal digits such as "0750", got ${shown(point.permissions)}`,
          ),
        );
      }
      return problems;
    });
  },

  /**
   * Buckets are given as ARNs in the partition of the cluster, at least one, each once.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
   */
  buckets(cluster) {
    const { object } = storageOf(cluster);
    if (!isKnown(object) || !isKnown(object.buckets)) return [];
    const path = ["storage", "object", "buckets"];
    if (object.buckets.length === 0) return [error(path, "must have at least one bucket, got none")];

    const known = knownEntries(object.buckets);
    const partition = isKnown(cluster.region) ? partitionOf(cluster.region) : undefined;
    return [
      ...known.flatMap(([i, bucket]) => {
        const arn = parseArn(bucket);
        const isBucket = arn?.service === "s3" && /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(arn.resource);
        if (isBucket && (!partition || arn.partition === partition)) return [];
        return [
          error(
            [...path, i],
            `must be the ARN of a bucket such as arn:${partition ?? "aws"}:s3:::models, got ${shown(bucket)}`,
          ),
        ];
      }),
      ...repeated(known).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
      ),
    ];
  },

  /**
   * Backup needs block or file storage to copy.
   *
   * @remarks Decision of this project: a plan without resources is a mistake.
   */
  "backup-needs-source"(cluster) {
    const { backup, block, file } = storageOf(cluster);
    if (!backup || block !== false || file) return [];
    return [
      error(["storage", "backup"], "has nothing to copy: neither storage.block nor storage.file is set"),
    ];
  },

  /**
   * `schedule` is a cron expression of AWS with six fields, and copies are kept for 1 to 36500 days.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
   */
  "backup-plan"(cluster) {
    const backup = mapOf(storageOf(cluster).backup);
    const problems: Finding[] = [];
    const { schedule, retentionDays } = backup ?? {};
    if (isKnown(schedule) && !/^cron\(\S+( \S+){5}\)$/.test(schedule)) {
      problems.push(
        error(
          ["storage", "backup", "schedule"],
          `must be a cron expression of AWS with six fields, such as "cron(0 3 * * ? *)"; got ${shown(schedule)}`,
        ),
      );
    }
    if (isKnown(retentionDays) && !isWhole(retentionDays, 1, 36500)) {
      problems.push(
        error(
          ["storage", "backup", "retentionDays"],
          `must be a whole number from 1 to 36500, got ${shown(retentionDays)}`,
        ),
      );
    }
    return problems;
  },

  /**
   * Pods that use a Lustre file system have IPv4 addresses.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html
   */
  "lustre-needs-ipv4"(cluster) {
    const { network } = cluster;
    if (storageOf(cluster).lustre === undefined || !isKnown(network) || network.ipFamily !== "ipv6")
      return [];
    return [
      error(
        ["storage", "lustre"],
        'network.ipFamily is "ipv6", and the FSx CSI driver needs IPv4 addresses of pods; use storage.file',
      ),
    ];
  },

  /**
   * Size, throughput, backups and zone of a Lustre file system are supported by FSx.
   *
   * @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html
   */
  "lustre-file-system"(cluster, { zones }) {
    const { lustre } = storageOf(cluster);
    if (!isKnown(lustre)) return [];
    const { sizeGiB, throughputPerTiB, backupDays, zone } = lustre;
    const path = ["storage", "lustre"];
    const problems: Finding[] = [];
    const { firstGiB, stepGiB, throughput } = lustreLimits;

    if (isKnown(sizeGiB) && sizeGiB !== firstGiB && (!isWhole(sizeGiB, stepGiB) || sizeGiB % stepGiB !== 0)) {
      problems.push(
        error([...path, "sizeGiB"], `must be ${firstGiB} or a multiple of ${stepGiB}, got ${shown(sizeGiB)}`),
      );
    }
    if (isKnown(throughputPerTiB) && !throughput.some((one) => one === throughputPerTiB)) {
      problems.push(
        error(
          [...path, "throughputPerTiB"],
          `must be one of ${throughput.join(", ")}, got ${shown(throughputPerTiB)}`,
        ),
      );
    }
    if (isKnown(backupDays) && !isWhole(backupDays, 0, lustreLimits.backupDays)) {
      problems.push(
        error(
          [...path, "backupDays"],
          `must be a whole number from 0 to ${lustreLimits.backupDays}, got ${shown(backupDays)}`,
        ),
      );
    }
    if (isKnown(zone) && zones && !zones.includes(zone)) {
      problems.push(
        error(
          [...path, "zone"],
          `must be one of the network's zones (${zones.join(", ")}), got ${shown(zone)}`,
        ),
      );
    }
    return problems;
  },
});

/**
 * Limits of PERSISTENT_2 on SSDs.
 *
 * @see https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemLustreConfiguration.html
 */
const lustreLimits = {
  firstGiB: 1200,
  stepGiB: 2400,
  throughput: [125, 250, 500, 1000],
  backupDays: 90,
} as const;

function storageOf({ storage }: EksClusterProps): EksStorageSpec {
  return isKnown(storage) ? storage : {};
}

/** The settings of a feature; undefined if it is only enabled or disabled. */
function mapOf<T extends object>(value: boolean | T | undefined): T | undefined {
  return isKnown(value) && typeof value === "object" ? value : undefined;
}
