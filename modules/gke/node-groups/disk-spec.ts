import type { DiskSpec } from "../../cluster/vocabulary";

/** Boot disk of a node. Always encrypted. */
export interface GkeDiskSpec extends DiskSpec {
  /**
   * Size in GiB, at least 10.
   *
   * @default 50
   */
  readonly sizeGiB?: number;

  /**
   * Type. If omitted, `hyperdisk-balanced` for machine families that support no other type, otherwise `pd-balanced`.
   *
   * @literal
   */
  readonly type?: "pd-standard" | "pd-balanced" | "pd-ssd" | "hyperdisk-balanced";

  /** I/O operations per second, with `hyperdisk-balanced` only. */
  readonly iops?: number;

  /** Throughput in MiB/s, with `hyperdisk-balanced` only. */
  readonly throughputMiBps?: number;

  /**
   * Full name of the key that encrypts the disk. If omitted, the key of `encryption.disks`.
   *
   * @change replace
   */
  readonly kmsKeyId?: string;

  /** Full names of Hyperdisk storage pools, one for each zone. */
  readonly storagePools?: readonly string[];

  /**
   * Confidential mode of `hyperdisk-balanced`, with a key of `kmsKeyId` or `encryption.disks`.
   *
   * @default false
   * @literal
   * @change replace
   */
  readonly confidential?: boolean;
}

/** A disk that is attached when a machine starts. */
export interface GkeSecondaryDiskSpec {
  /** Full name of the disk image. */
  readonly image: string;

  /** `container-images`: a cache of container images. `data`: a file system with data. */
  readonly use?: "container-images" | "data";
}
