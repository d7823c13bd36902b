import { type AksRuleCases, withGroup } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/node-groups/sysctl-values",
    passes: [
      [
        "within",
        withGroup({ linux: { sysctls: { "net.core.somaxconn": 16384, "net.ipv4.tcp_tw_reuse": true } } }),
      ],
    ],
    fails: [
      [
        "beyond",
        withGroup({ linux: { sysctls: { "net.core.somaxconn": 1, "net.ipv4.tcp_tw_reuse": 1 } } }),
        'error nodeGroups[1].linux.sysctls["net.core.somaxconn"]: must be a whole number from 4096 to 3240000, got 1',
        'error nodeGroups[1].linux.sysctls["net.ipv4.tcp_tw_reuse"]: must be true or false, got 1',
      ],
      [
        "unknown",
        withGroup({ linux: { sysctls: { "kernel.panic": 1 } } }),
        'error at key nodeGroups[1].linux.sysctls["kernel.panic"]: AKS does not support this kernel parameter; it supports fs.aio-max-nr, fs.file-max, fs.inotify.max_user_watches, fs.nr_open, kernel.threads-max, net.core.netdev_max_backlog, net.core.optmem_max, net.core.rmem_default, net.core.rmem_max, net.core.somaxconn, net.core.wmem_default, net.core.wmem_max, net.ipv4.ip_local_port_range_min, net.ipv4.ip_local_port_range_max, net.ipv4.neigh.default.gc_thresh1, net.ipv4.neigh.default.gc_thresh2, net.ipv4.neigh.default.gc_thresh3, net.ipv4.tcp_fin_timeout, net.ipv4.tcp_keepalive_intvl, net.ipv4.tcp_keepalive_probes, net.ipv4.tcp_keepalive_time, net.ipv4.tcp_max_syn_backlog, net.ipv4.tcp_max_tw_buckets, net.ipv4.tcp_tw_reuse, net.netfilter.nf_conntrack_buckets, net.netfilter.nf_conntrack_max, vm.max_map_count, vm.swappiness, vm.vfs_cache_pressure',
      ],
    ],
  },
  {
    rule: "aks/node-groups/local-port-range",
    passes: [
      [
        "both ends",
        withGroup({
          linux: {
            sysctls: { "net.ipv4.ip_local_port_range_min": 32768, "net.ipv4.ip_local_port_range_max": 60999 },
          },
        }),
      ],
    ],
    fails: [
      [
        "one end",
        withGroup({ linux: { sysctls: { "net.ipv4.ip_local_port_range_min": 32768 } } }),
        "error nodeGroups[1].linux.sysctls: must have both net.ipv4.ip_local_port_range_min and net.ipv4.ip_local_port_range_max",
      ],
      [
        "the wrong way round",
        withGroup({
          linux: {
            sysctls: { "net.ipv4.ip_local_port_range_min": 60000, "net.ipv4.ip_local_port_range_max": 32768 },
          },
        }),
        'error nodeGroups[1].linux.sysctls["net.ipv4.ip_local_port_range_max"]: must be at least net.ipv4.ip_local_port_range_min (60000), got 32768',
      ],
    ],
  },
  {
    rule: "aks/node-groups/kubelet-settings",
    passes: [
      [
        "in order",
        withGroup({
          kubelet: {
            imageGcHighThreshold: 85,
            imageGcLowThreshold: 80,
            cpuCfsQuotaPeriod: "100ms",
            containerLogMaxSizeMb: 50,
          },
        }),
      ],
    ],
    fails: [
      [
        "the wrong way round",
        withGroup({ kubelet: { imageGcHighThreshold: 80, imageGcLowThreshold: 85 } }),
        "error nodeGroups[1].kubelet.imageGcHighThreshold: must be above imageGcLowThreshold (85), got 80",
      ],
      [
        "no percentage, no duration, no size",
        withGroup({
          kubelet: { imageGcHighThreshold: 101, cpuCfsQuotaPeriod: "soon", containerLogMaxSizeMb: 0 },
        }),
        "error nodeGroups[1].kubelet.imageGcHighThreshold: must be a percentage from 0 to 100, got 101",
        'error nodeGroups[1].kubelet.cpuCfsQuotaPeriod: must be a duration such as "100ms", got "soon"',
        "error nodeGroups[1].kubelet.containerLogMaxSizeMb: must be a whole number of at least 1, got 0",
      ],
    ],
  },
  {
    rule: "aks/node-groups/swap-size",
    passes: [["whole", withGroup({ linux: { swapFileSizeMiB: 1500 } })]],
    fails: [
      [
        "half",
        withGroup({ linux: { swapFileSizeMiB: 0.5 } }),
        "error nodeGroups[1].linux.swapFileSizeMiB: must be a whole number of MiB, got 0.5",
      ],
    ],
  },
];
