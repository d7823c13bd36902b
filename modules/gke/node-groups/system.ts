import type {
  ContainerNodePoolNodeConfigKubeletConfig,
  ContainerNodePoolNodeConfigLinuxNodeConfig,
} from "@cdktf/provider-google/lib/container-node-pool";
import type { GkeKubeletSpec, GkeLinuxSpec } from "../spec";
import { defaults } from "../fields.generated";
import { asSet } from "../../cluster/sets";

/** Settings of the kubelet, with those that are always set. */
export function kubeletConfig(kubelet: GkeKubeletSpec = {}): ContainerNodePoolNodeConfigKubeletConfig {
  return {
    // If omitted, provider versions before 7.6 send false with any other setting (issue 15767), which disables CPU
    // limits.
    cpuCfsQuota: kubelet.cpuCfsQuota ?? defaults["nodeGroups[].kubelet.cpuCfsQuota"],
    // The default of the cluster does not apply to node pools (issue 19663). The port gives read access to the kubelet.
    insecureKubeletReadonlyPortEnabled: "FALSE",
    cpuManagerPolicy: kubelet.cpuManager,
    cpuCfsQuotaPeriod: kubelet.cpuCfsQuotaPeriod,
    podPidsLimit: kubelet.podPidsLimit,
    containerLogMaxSize: kubelet.containerLogMaxSize,
    containerLogMaxFiles: kubelet.containerLogMaxFiles,
    imageGcLowThresholdPercent: kubelet.imageGcLowPercent,
    imageGcHighThresholdPercent: kubelet.imageGcHighPercent,
    imageMinimumGcAge: kubelet.imageMinAge,
    imageMaximumGcAge: kubelet.imageMaxAge,
    allowedUnsafeSysctls: kubelet.allowedUnsafeSysctls && asSet(kubelet.allowedUnsafeSysctls),
    maxParallelImagePulls: kubelet.maxParallelImagePulls,
    singleProcessOomKill: kubelet.singleProcessOomKill,
    evictionSoft: kubelet.evictionSoft,
    evictionSoftGracePeriod: kubelet.evictionSoftGracePeriod,
    evictionMinimumReclaim: kubelet.evictionMinimumReclaim,
    evictionMaxPodGracePeriodSeconds: kubelet.evictionMaxPodGraceSeconds,
  };
}

const defrag = {
  always: "ALWAYS",
  defer: "DEFER",
  "defer-with-madvise": "DEFER_WITH_MADVISE",
  madvise: "MADVISE",
  never: "NEVER",
} as const;

/** Settings of Linux. The block and its computed arguments are always set: the provider keeps the values of removed ones. */
export function linuxConfig(linux: GkeLinuxSpec = {}): ContainerNodePoolNodeConfigLinuxNodeConfig {
  const { sysctls, cgroup, hugepages2Mi, hugepages1Gi, transparentHugepages, transparentHugepageDefrag } =
    linux;
  return {
    sysctls,
    cgroupMode: `CGROUP_MODE_${cgroup?.toUpperCase() ?? "UNSPECIFIED"}`,
    hugepagesConfig:
      hugepages2Mi === undefined && hugepages1Gi === undefined
        ? undefined
        : { hugepageSize2M: hugepages2Mi, hugepageSize1G: hugepages1Gi },
    transparentHugepageEnabled: `TRANSPARENT_HUGEPAGE_ENABLED_${transparentHugepages?.toUpperCase() ?? "UNSPECIFIED"}`,
    transparentHugepageDefrag:
      transparentHugepageDefrag && `TRANSPARENT_HUGEPAGE_DEFRAG_${defrag[transparentHugepageDefrag]}`,
  };
}
