/** Settings of the kubelet. Limits are those of GKE's node system configuration. */
export interface GkeKubeletSpec {
  /** `static` gives exclusive CPUs to pods that request whole CPUs. */
  readonly cpuManager?: "none" | "static";

  /**
   * CPU limits are enforced.
   *
   * @default true
   * @literal
   */
  readonly cpuCfsQuota?: boolean;

  /** Period of CPU limits, for example `100ms`; 1 ms to 1 s. */
  readonly cpuCfsQuotaPeriod?: string;

  /** Maximum number of processes in a pod, 1024 to 4194303. */
  readonly podPidsLimit?: number;

  /** Size at which a container's log is rotated, 10Mi to 500Mi. */
  readonly containerLogMaxSize?: string;

  /** Number of log files of a container, 2 to 10. */
  readonly containerLogMaxFiles?: number;

  /** Disk usage in percent below which images are never removed, 10 to 85, below `imageGcHighPercent`. */
  readonly imageGcLowPercent?: number;

  /** Disk usage in percent above which images are removed, 10 to 85. */
  readonly imageGcHighPercent?: number;

  /** Minimum age of an image before it is removed, at most `2m`. */
  readonly imageMinAge?: string;

  /** Age after which an unused image is removed, for example `24h`. */
  readonly imageMaxAge?: string;

  /**
   * Unsafe sysctls that pods may set, by name or pattern, of the groups that GKE allows, for example `net.ipv4.*`.
   */
  readonly allowedUnsafeSysctls?: readonly string[];

  /** Number of images that are pulled at a time, 2 to 5. */
  readonly maxParallelImagePulls?: number;

  /**
   * If a process exceeds the memory limit, only this process is stopped, not the whole container.
   *
   * @literal
   */
  readonly singleProcessOomKill?: boolean;

  /**
   * Thresholds after which pods are evicted when the grace period is over; each needs a time in
   * `evictionSoftGracePeriod`.
   */
  readonly evictionSoft?: GkeEvictionSignals;

  /** How long a threshold must last, for example `1m30s`. */
  readonly evictionSoftGracePeriod?: GkeEvictionSignals;

  /** Minimum amount that is reclaimed when pods are evicted. */
  readonly evictionMinimumReclaim?: GkeEvictionSignals;

  /** Seconds that an evicted pod has to stop, 0 to 300. */
  readonly evictionMaxPodGraceSeconds?: number;
}

/** One value for each of the kubelet's signals. */
export interface GkeEvictionSignals {
  readonly memoryAvailable?: string;
  readonly nodefsAvailable?: string;
  readonly nodefsInodesFree?: string;
  readonly imagefsAvailable?: string;
  readonly imagefsInodesFree?: string;
  readonly pidAvailable?: string;
}

/** Settings of Linux. */
export interface GkeLinuxSpec {
  /** Kernel settings by name, of those that GKE allows. */
  readonly sysctls?: Readonly<Record<string, string>>;

  /** Version of cgroups. If omitted, GKE's default, v2. */
  readonly cgroup?: "v1" | "v2";

  /**
   * Number of huge pages of 2 MiB.
   *
   * @literal
   */
  readonly hugepages2Mi?: number;

  /**
   * Number of huge pages of 1 GiB.
   *
   * @literal
   */
  readonly hugepages1Gi?: number;

  /** Transparent huge pages. */
  readonly transparentHugepages?: "always" | "madvise" | "never";

  /** Defragmentation of memory for transparent huge pages. */
  readonly transparentHugepageDefrag?: "always" | "defer" | "defer-with-madvise" | "madvise" | "never";
}

/** A certificate authority of private registries. */
export interface GkeRegistryAuthoritySpec {
  /** Host names of the registries. */
  readonly hosts: readonly string[];

  /** Full name of the secret version with its certificate: `projects/…/secrets/…/versions/…`. */
  readonly secretVersion: string;
}
