import { type GkeRuleCases, cluster, group, variable, withGroups } from "../../rule-support";
import type { GkeKubeletSpec, GkeLinuxSpec } from "../../../../modules/gke/spec";

const kubelet = (settings: GkeKubeletSpec) => withGroups({ kubelet: settings });

const linux = (settings: GkeLinuxSpec) => withGroups({ linux: settings });

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/node-groups/kubelet-numbers",
    passes: [
      [
        "the largest",
        kubelet({
          podPidsLimit: 4194303,
          containerLogMaxFiles: 10,
          imageGcLowPercent: 84,
          imageGcHighPercent: 85,
          maxParallelImagePulls: 5,
          evictionMaxPodGraceSeconds: 300,
        }),
      ],
      ["a reference", kubelet({ podPidsLimit: variable })],
    ],
    fails: [
      [
        "more",
        kubelet({
          podPidsLimit: 4194304,
          containerLogMaxFiles: 11,
          imageGcLowPercent: 86,
          maxParallelImagePulls: 6,
          evictionMaxPodGraceSeconds: 301,
        }),
        "error nodeGroups[0].kubelet.podPidsLimit: must be a whole number from 1024 to 4194303, got 4194304",
        "error nodeGroups[0].kubelet.containerLogMaxFiles: must be a whole number from 2 to 10, got 11",
        "error nodeGroups[0].kubelet.imageGcLowPercent: must be a whole number from 10 to 85, got 86",
        "error nodeGroups[0].kubelet.maxParallelImagePulls: must be a whole number from 2 to 5, got 6",
        "error nodeGroups[0].kubelet.evictionMaxPodGraceSeconds: must be a whole number from 0 to 300, got 301",
      ],
      [
        "the wrong order",
        kubelet({ imageGcLowPercent: 80, imageGcHighPercent: 80 }),
        "error nodeGroups[0].kubelet.imageGcLowPercent: must be below imageGcHighPercent (80), got 80",
      ],
    ],
  },
  {
    rule: "gke/node-groups/kubelet-durations",
    passes: [
      [
        "usual ones",
        kubelet({
          cpuCfsQuotaPeriod: "100ms",
          imageMinAge: "1m30s",
          imageMaxAge: "24h",
          containerLogMaxSize: "500Mi",
        }),
      ],
    ],
    fails: [
      [
        "too long ones",
        kubelet({ cpuCfsQuotaPeriod: "2s", imageMinAge: "3m", containerLogMaxSize: "1Gi" }),
        'error nodeGroups[0].kubelet.cpuCfsQuotaPeriod: must be a duration from "1ms" to "1s", got "2s"',
        'error nodeGroups[0].kubelet.imageMinAge: must be a duration of at most "2m", got "3m"',
        'error nodeGroups[0].kubelet.containerLogMaxSize: must be a size from "10Mi" to "500Mi", got "1Gi"',
      ],
      [
        "others",
        kubelet({ imageMaxAge: "1 day", containerLogMaxSize: "10M" }),
        'error nodeGroups[0].kubelet.imageMaxAge: must be a duration such as "24h", got "1 day"',
        'error nodeGroups[0].kubelet.containerLogMaxSize: must be a size from "10Mi" to "500Mi", got "10M"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/eviction",
    passes: [
      [
        "thresholds with their times",
        kubelet({
          evictionSoft: { memoryAvailable: "500Mi", imagefsAvailable: "15%" },
          evictionSoftGracePeriod: { memoryAvailable: "1m30s", imagefsAvailable: "5m" },
          evictionMinimumReclaim: { memoryAvailable: "10%" },
        }),
      ],
    ],
    fails: [
      [
        "no time",
        kubelet({ evictionSoft: { memoryAvailable: "500Mi" } }),
        'error nodeGroups[0].kubelet.evictionSoftGracePeriod.memoryAvailable: is required: how long the threshold lasts, such as "1m30s"',
      ],
      [
        "no threshold",
        kubelet({ evictionSoftGracePeriod: { pidAvailable: "1m" } }),
        "error nodeGroups[0].kubelet.evictionSoftGracePeriod.pidAvailable: has no effect without evictionSoft.pidAvailable",
      ],
      [
        "out of bounds",
        kubelet({
          evictionSoft: { memoryAvailable: "50Mi", nodefsAvailable: "5%" },
          evictionSoftGracePeriod: { memoryAvailable: "6m", nodefsAvailable: "1m" },
          evictionMinimumReclaim: { nodefsAvailable: "11%" },
        }),
        'error nodeGroups[0].kubelet.evictionSoft.memoryAvailable: must be an amount of at least "100Mi", got "50Mi"',
        'error nodeGroups[0].kubelet.evictionSoft.nodefsAvailable: must be a percentage from "10%" to "50%", got "5%"',
        'error nodeGroups[0].kubelet.evictionSoftGracePeriod.memoryAvailable: must be a duration of at most "5m", got "6m"',
        'error nodeGroups[0].kubelet.evictionMinimumReclaim.nodefsAvailable: must be a percentage of at most "10%", got "11%"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/unsafe-sysctls",
    passes: [
      [
        "groups",
        kubelet({ allowedUnsafeSysctls: ["kernel.shm*", "kernel.sem", "net.ipv4.*", "fs.mqueue.*"] }),
      ],
    ],
    fails: [
      [
        "unknown groups, and a duplicate",
        kubelet({ allowedUnsafeSysctls: ["vm.*", "kernel.sem", "kernel.sem"] }),
        'error nodeGroups[0].kubelet.allowedUnsafeSysctls[2]: "kernel.sem" is a duplicate of [1]',
        'error nodeGroups[0].kubelet.allowedUnsafeSysctls[0]: must be of kernel.shm*, kernel.msg*, kernel.sem, fs.mqueue.* or net.*, got "vm.*"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/sysctls",
    passes: [
      [
        "numbers",
        linux({ sysctls: { "net.core.somaxconn": "4096", "net.ipv4.tcp_rmem": "4096 87380 6291456" } }),
      ],
    ],
    fails: [
      [
        "text, and an unknown setting",
        linux({ sysctls: { "net.core.somaxconn": "many", somaxconn: "1" } }),
        'error nodeGroups[0].linux.sysctls["net.core.somaxconn"]: must be a number, or several separated by spaces, got "many"',
        'error at key nodeGroups[0].linux.sysctls.somaxconn: must be a kernel setting of net, kernel, vm or fs such as net.core.somaxconn, got "somaxconn"',
      ],
    ],
  },
  {
    rule: "gke/node-groups/cgroup-version",
    passes: [["v2", linux({ cgroup: "v2" })]],
    fails: [
      [
        "v1",
        linux({ cgroup: "v1" }),
        "error nodeGroups[0].linux.cgroup: v1 is not supported from Kubernetes 1.35 on; omit it",
      ],
      [
        "v1 while GKE supports it",
        cluster({ kubernetesVersion: "1.34", nodeGroups: [group({ linux: { cgroup: "v1" } })] }),
        "warning nodeGroups[0].linux.cgroup: v1 is not supported from Kubernetes 1.35 on: programs that need it must change before",
      ],
    ],
  },
  {
    rule: "gke/node-groups/hugepages",
    passes: [["pages", linux({ hugepages2Mi: 512, hugepages1Gi: 1 })]],
    fails: [
      [
        "none",
        linux({ hugepages2Mi: 0, hugepages1Gi: 0.5 }),
        "error nodeGroups[0].linux.hugepages2Mi: must be a whole number of at least 1, got 0",
        "error nodeGroups[0].linux.hugepages1Gi: must be a whole number of at least 1, got 0.5",
      ],
    ],
  },
];
