import { error, type Finding, type Path } from "../../../cluster/problem";
import {
  defineRules,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  repeated,
  shown,
} from "../../../cluster/rules/rule";
import { defaults } from "../../fields.generated";
import { amiTypeOf, type ImageDisk, nodeImages } from "../images";
import type { EksClusterProps, EksDiskSpec, EksImageFamily, EksNodeGroupSpec } from "../../spec";
import { keyProblems } from "../../../aws/arns";

type VolumeType = NonNullable<EksDiskSpec["type"]>;

/**
 * Limits of volumes by type.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 */
const volumes: Readonly<
  Record<
    VolumeType,
    { mostGiB: number; iops: readonly [number, number]; iopsPerGiB: number; iopsGiven: boolean }
  >
> = {
  gp3: { mostGiB: 65536, iops: [3000, 80000], iopsPerGiB: 500, iopsGiven: false },
  io1: { mostGiB: 16384, iops: [100, 64000], iopsPerGiB: 50, iopsGiven: true },
  io2: { mostGiB: 65536, iops: [100, 256000], iopsPerGiB: 1000, iopsGiven: true },
};

/**
 * Limits of gp3: a quarter of a MiB/s for each operation per second.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 */
const throughput = { least: 125, most: 2000, perIops: 0.25, defaultIops: 3000 } as const;

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /**
   * The disk is at least as large as the image and at most as large as the volume type allows.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
   */
  "disk-size"(cluster) {
    return forEachDisk(cluster, (disk, path, { image }) => {
      const size = disk.sizeGiB;
      const family = image?.family ?? defaults["nodeGroups[].image.family"];
      const type = disk.type ?? defaults["nodeGroups[].disk.type"];
      if (!isWhole(size, 1) || !isKnown(family) || !isKnown(type)) return [];
      const least = (isOfImage(path) ? imageDisk(family)?.minimumGiB : undefined) ?? 1;
      if (size < least)
        return [
          error(
            [...path, "sizeGiB"],
            `must be at least ${least} GiB, the size of the ${family} image; got ${size}`,
          ),
        ];
      const most = volumes[type].mostGiB;
      return size > most
        ? [error([...path, "sizeGiB"], `must be at most ${most} GiB for ${type}, got ${size}`)]
        : [];
    });
  },

  /**
   * `iops` is within the limits of the volume type and size. io1 and io2 require it.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
   */
  "disk-iops"(cluster) {
    return forEachDisk(cluster, (disk, at) => {
      const {
        iops,
        type = defaults["nodeGroups[].disk.type"],
        sizeGiB = defaults["nodeGroups[].disk.sizeGiB"],
      } = disk;
      if (!isKnown(type)) return [];
      const path = [...at, "iops"];
      const { iops: range, iopsPerGiB, iopsGiven } = volumes[type];
      const [least, most] = range;
      if (iops === undefined) {
        return iopsGiven
          ? [error(path, `must be given for ${type}: ${least} to ${most} operations a second`)]
          : [];
      }
      if (!isKnown(iops)) return [];
      if (!isWhole(iops, least, most)) {
        return [
          error(path, `must be a whole number from ${least} to ${most} for ${type}, got ${shown(iops)}`),
        ];
      }
      if (!isWhole(sizeGiB, 1) || iops <= sizeGiB * iopsPerGiB) return [];
      return [
        error(
          path,
          `must be at most ${sizeGiB * iopsPerGiB} for ${sizeGiB} GiB of ${type} (${iopsPerGiB} for each GiB), got ${iops}`,
        ),
      ];
    });
  },

  /**
   * `throughputMiBps` is set only for gp3, and at most a quarter of `iops`.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
   */
  "disk-throughput"(cluster) {
    return forEachDisk(cluster, (disk, at) => {
      const {
        throughputMiBps,
        type = defaults["nodeGroups[].disk.type"],
        iops = throughput.defaultIops,
      } = disk;
      if (!isKnown(throughputMiBps) || !isKnown(type)) return [];
      const path = [...at, "throughputMiBps"];
      if (type !== "gp3")
        return [error(path, `is supported only for gp3; the throughput of ${type} follows from iops`)];
      const { least, most, perIops } = throughput;
      if (!isWhole(throughputMiBps, least, most)) {
        return [
          error(path, `must be a whole number from ${least} to ${most}, got ${shown(throughputMiBps)}`),
        ];
      }
      if (!isWhole(iops, 1) || throughputMiBps <= iops * perIops) return [];
      return [
        error(
          path,
          `must be at most ${iops * perIops} with ${iops} iops (a quarter of them), got ${throughputMiBps}; ` +
            `that needs ${throughputMiBps / perIops} iops`,
        ),
      ];
    });
  },

  /**
   * The key of a disk is a symmetric KMS key in the region of the cluster.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html
   */
  "disk-key"(cluster) {
    return forEachDisk(cluster, (disk, path) =>
      keyProblems([...path, "kmsKeyArn"], disk.kmsKeyArn, cluster.region),
    );
  },

  /**
   * More disks have devices that neither the image nor another disk has. The names `sdf` and `xvdf` are one device.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
   */
  "disk-devices"(cluster) {
    return forEachGroup(cluster, ({ moreDisks, image }, group) => {
      const family = image?.family ?? defaults["nodeGroups[].image.family"];
      if (!isKnown(family)) return [];
      const pattern = family === "windows" ? /^xvd[f-z]$/ : /^\/dev\/(sd|xvd)[f-z]$/;
      const example = family === "windows" ? "xvdf" : "/dev/xvdf";
      const known = knownEntries(moreDisks).filter(([, { device }]) => isKnown(device));
      return [
        ...known
          .filter(([, { device }]) => !pattern.test(device))
          .map(([i, { device }]) =>
            error(
              [...group, "moreDisks", i, "device"],
              `must be a device from ${example} to the letter z, got ${shown(device)}`,
            ),
          ),
        ...repeated(known, ({ device }) => device.at(-1)).map(({ index, value, first }) =>
          error(
            [...group, "moreDisks", index, "device"],
            `${shown(value.device)} is also the device of moreDisks[${first}]`,
          ),
        ),
      ];
    });
  },

  /**
   * A snapshot is given by its id.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EbsBlockDevice.html
   */
  "disk-snapshots"(cluster) {
    return forEachGroup(cluster, ({ moreDisks }, group) =>
      knownEntries(moreDisks)
        .filter(([, { snapshotId: id }]) => isKnown(id) && !/^snap-[0-9a-f]{8,17}$/.test(id))
        .map(([i, { snapshotId }]) =>
          error(
            [...group, "moreDisks", i, "snapshotId"],
            `must be the id of a snapshot such as snap-0a1b2c3d4e5f67890, got ${shown(snapshotId)}`,
          ),
        ),
    );
  },
});

/** Checks the disk of each node group, and its more disks. */
function forEachDisk(
  cluster: EksClusterProps,
  check: (disk: EksDiskSpec, path: Path, group: EksNodeGroupSpec) => readonly Finding[],
): Finding[] {
  return forEachGroup(cluster, (group, path) => [
    ...check(group.disk ?? {}, [...path, "disk"], group),
    ...knownEntries(group.moreDisks).flatMap(([i, disk]) => check(disk, [...path, "moreDisks", i], group)),
  ]);
}

const isOfImage = (path: Path): boolean => path.at(-1) === "disk";

/** The volume whose size a group sets, the same on both architectures. */
function imageDisk(family: EksImageFamily): ImageDisk | undefined {
  const amiType = amiTypeOf(family, "x86_64");
  return amiType && nodeImages[amiType].disks.find(({ holdsContainers }) => holdsContainers);
}
