/** Settings of the kubelet. Limits are those of GKE's documentation on node system configuration. */
export interface GkeKubeletSpec {
  /** `static` gives pods of whole CPUs these CPUs for themselves. */
  readonly cpuManager?: "none" | "static";

  /**
   * CPU limits hold.
   *
   * @default true
   * @literal
   */
  readonly cpuCfsQuota?: boolean;

  /** Period of CPU limits, e.g. `100ms`; 1 ms to 1 s. */
  readonly cpuCfsQuotaPeriod?: string;

  /** Processes in a pod, 1024 to 4194304. */
  readonly podPidsLimit?: number;

  /** Size at which a container's log is rotated, 10Mi to 500Mi. */
  readonly containerLogMaxSize?: string;

  /** Log files of a container, 2 to 10. */
  readonly containerLogMaxFiles?: number;

  /** Percentage of the disk below which no image is cleared away, 10 to 85; below the next. */
  readonly imageGcLowPercent?: number;

  /** Percentage of the disk above which images are always cleared away, 10 to 85. */
  readonly imageGcHighPercent?: number;

  /** Age below which no image is cleared away, e.g. `2m`; at most 2m. */
  readonly imageMinAge?: string;

  /** Age above which an unused image is cleared away, e.g. `24h`. */
  readonly imageMaxAge?: string;

  /** Sysctls that pods may set, by name or pattern, of the groups that GKE allows: `net.ipv4.*`. */
  readonly allowedUnsafeSysctls?: readonly string[];

  /** Images that are loaded at once, 2 to 5. */
  readonly maxParallelImagePulls?: number;

  /**
   * When one process takes too much memory it ends alone, not its whole container.
   *
   * @literal
   */
  readonly singleProcessOomKill?: boolean;

  /** Thresholds from which pods are evicted when they last; each needs its time in `evictionSoftGracePeriod`. */
  readonly evictionSoft?: GkeEvictionSignals;

  /** How long the threshold must last, e.g. `1m30s`. */
  readonly evictionSoftGracePeriod?: GkeEvictionSignals;

  /** How much is reclaimed at least when pods are evicted. */
  readonly evictionMinimumReclaim?: GkeEvictionSignals;

  /** Seconds that an evicted pod has to end, 0 to 300. */
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

  /** Version of control groups. Left out: GKE's own choice, which is 2. */
  readonly cgroup?: "v1" | "v2";

  /**
   * Pages of 2 MiB that are set aside.
   *
   * @literal
   */
  readonly hugepages2Mi?: number;

  /**
   * Pages of 1 GiB that are set aside.
   *
   * @literal
   */
  readonly hugepages1Gi?: number;

  /** Transparent huge pages. */
  readonly transparentHugepages?: "always" | "madvise" | "never";

  /** Whether memory is put in order for transparent huge pages. */
  readonly transparentHugepageDefrag?: "always" | "defer" | "defer-with-madvise" | "madvise" | "never";
}
