/** Settings of the kubelet. An omitted field has the default of AKS. */
export interface AksKubeletSpec {
  /**
   * `static` gives whole CPUs to pods that request them.
   *
   * @literal
   */
  readonly cpuManagerPolicy?: "none" | "static";

  /**
   * CPU limits of containers are enforced with CFS quotas.
   *
   * @literal
   */
  readonly cpuCfsQuota?: boolean;

  /**
   * Period of the CFS quota, for example `"100ms"`.
   *
   * @literal
   */
  readonly cpuCfsQuotaPeriod?: string;

  /**
   * Disk usage in percent above which images are deleted; above `imageGcLowThreshold`.
   *
   * @literal
   */
  readonly imageGcHighThreshold?: number;

  /**
   * Disk usage in percent down to which images are deleted.
   *
   * @literal
   */
  readonly imageGcLowThreshold?: number;

  /**
   * How CPUs and devices of a pod are aligned to NUMA nodes.
   *
   * @literal
   */
  readonly topologyManagerPolicy?: "none" | "best-effort" | "restricted" | "single-numa-node";

  /**
   * Sysctls that pods may set, for example `net.core.somaxconn`.
   *
   * @literal
   */
  readonly allowedUnsafeSysctls?: readonly string[];

  /**
   * Maximum size of a container's log file in megabytes.
   *
   * @literal
   */
  readonly containerLogMaxSizeMb?: number;

  /**
   * Maximum number of processes of a pod.
   *
   * @literal
   */
  readonly podMaxPids?: number;
}

/** Settings of Linux. An omitted field has the default of AKS. */
export interface AksLinuxSpec {
  /**
   * Swap file in MiB. It is on the temporary disk of the VM, and on the OS disk of a VM size that has none.
   *
   * @literal
   */
  readonly swapFileSizeMiB?: number;

  /**
   * Use of transparent huge pages.
   *
   * @literal
   */
  readonly transparentHugePage?: "always" | "madvise" | "never";

  /**
   * When memory is compacted for transparent huge pages.
   *
   * @literal
   */
  readonly transparentHugePageDefrag?: "always" | "defer" | "defer+madvise" | "madvise" | "never";

  /**
   * Kernel parameters by their name in Linux: `net.core.somaxconn: 16384`.
   *
   * @literal
   */
  readonly sysctls?: Readonly<Record<string, number | boolean>>;
}

/** Value of `aks.windows`. */
export interface AksWindowsSpec {
  /**
   * Name of the administrator.
   *
   * @default "azureuser"
   * @change refused
   */
  readonly adminUser?: string;

  /** Password of the administrator, 14 to 123 characters. A reference to a sensitive variable, not a literal: it is in the state. */
  readonly adminPassword: string;
}
