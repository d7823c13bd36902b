/** A kernel parameter that AKS supports. One without bounds is a boolean. */
export interface Sysctl {
  /** The provider's argument for it. */
  readonly argument: string;
  readonly least?: number;
  readonly most?: number;
}

/**
 * By their name in Linux. The ends of the local port range are two arguments.
 * Source: azurerm 4.55, internal/services/containers/kubernetes_nodepool.go, schemaNodePoolSysctlConfig.
 */
export const sysctls: Readonly<Record<string, Sysctl>> = {
  "fs.aio-max-nr": { argument: "fsAioMaxNr", least: 65_536, most: 6_553_500 },
  "fs.file-max": { argument: "fsFileMax", least: 8_192, most: 12_000_500 },
  "fs.inotify.max_user_watches": { argument: "fsInotifyMaxUserWatches", least: 781_250, most: 2_097_152 },
  "fs.nr_open": { argument: "fsNrOpen", least: 8_192, most: 20_000_500 },
  "kernel.threads-max": { argument: "kernelThreadsMax", least: 20, most: 513_785 },
  "net.core.netdev_max_backlog": { argument: "netCoreNetdevMaxBacklog", least: 1_000, most: 3_240_000 },
  "net.core.optmem_max": { argument: "netCoreOptmemMax", least: 20_480, most: 4_194_304 },
  "net.core.rmem_default": { argument: "netCoreRmemDefault", least: 212_992, most: 134_217_728 },
  "net.core.rmem_max": { argument: "netCoreRmemMax", least: 212_992, most: 134_217_728 },
  "net.core.somaxconn": { argument: "netCoreSomaxconn", least: 4_096, most: 3_240_000 },
  "net.core.wmem_default": { argument: "netCoreWmemDefault", least: 212_992, most: 134_217_728 },
  "net.core.wmem_max": { argument: "netCoreWmemMax", least: 212_992, most: 134_217_728 },
  "net.ipv4.ip_local_port_range_min": { argument: "netIpv4IpLocalPortRangeMin", least: 1_024, most: 60_999 },
  "net.ipv4.ip_local_port_range_max": { argument: "netIpv4IpLocalPortRangeMax", least: 32_768, most: 65_535 },
  "net.ipv4.neigh.default.gc_thresh1": { argument: "netIpv4NeighDefaultGcThresh1", least: 128, most: 80_000 },
  "net.ipv4.neigh.default.gc_thresh2": { argument: "netIpv4NeighDefaultGcThresh2", least: 512, most: 90_000 },
  "net.ipv4.neigh.default.gc_thresh3": {
    argument: "netIpv4NeighDefaultGcThresh3",
    least: 1_024,
    most: 100_000,
  },
  "net.ipv4.tcp_fin_timeout": { argument: "netIpv4TcpFinTimeout", least: 5, most: 120 },
  "net.ipv4.tcp_keepalive_intvl": { argument: "netIpv4TcpKeepaliveIntvl", least: 10, most: 90 },
  "net.ipv4.tcp_keepalive_probes": { argument: "netIpv4TcpKeepaliveProbes", least: 1, most: 15 },
  "net.ipv4.tcp_keepalive_time": { argument: "netIpv4TcpKeepaliveTime", least: 30, most: 432_000 },
  "net.ipv4.tcp_max_syn_backlog": { argument: "netIpv4TcpMaxSynBacklog", least: 128, most: 3_240_000 },
  "net.ipv4.tcp_max_tw_buckets": { argument: "netIpv4TcpMaxTwBuckets", least: 8_000, most: 1_440_000 },
  "net.ipv4.tcp_tw_reuse": { argument: "netIpv4TcpTwReuse" },
  "net.netfilter.nf_conntrack_buckets": {
    argument: "netNetfilterNfConntrackBuckets",
    least: 65_536,
    most: 524_288,
  },
  "net.netfilter.nf_conntrack_max": {
    argument: "netNetfilterNfConntrackMax",
    least: 131_072,
    most: 2_097_152,
  },
  "vm.max_map_count": { argument: "vmMaxMapCount", least: 65_530, most: 262_144 },
  "vm.swappiness": { argument: "vmSwappiness", least: 0, most: 100 },
  "vm.vfs_cache_pressure": { argument: "vmVfsCachePressure", least: 0, most: 100 },
};
