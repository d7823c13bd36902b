import { error, warning } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import { egressOf, podNetworkOf } from "../settings";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/network", {
  /**
   * The network policy engine supports the pod network.
   *
   * @see https://learn.microsoft.com/azure/aks/use-network-policies
   */
  "network-policy-fits-pod-network"(cluster) {
    const { mode, policy } = podNetworkOf(cluster);
    const able: Record<typeof mode, readonly string[]> = {
      overlay: ["cilium", "azure", "calico", "none"],
      "pod-subnet": ["cilium", "azure", "calico", "none"],
      flat: ["azure", "calico", "none"],
      kubenet: ["calico", "none"],
      none: ["none"],
    };
    if (!Object.hasOwn(able, mode) || able[mode].includes(policy)) return [];
    return [
      error(
        ["network", "networkPolicy"],
        `must be one of ${able[mode].join(", ")} with podNetwork "${mode}", got "${policy}"`,
      ),
    ];
  },

  /**
   * Advanced networking needs the Cilium data plane.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#advanced_networking
   */
  "advanced-networking-needs-cilium"(cluster) {
    if (!cluster.network?.advancedNetworking || podNetworkOf(cluster).usesCilium) return [];
    return [
      error(
        ["network", "advancedNetworking"],
        `needs networkPolicy "cilium", got "${podNetworkOf(cluster).policy}"`,
      ),
    ];
  },

  /**
   * Azure retires kubenet on 31 March 2028.
   *
   * @see https://learn.microsoft.com/azure/aks/configure-kubenet
   */
  "kubenet-deprecated"({ network }) {
    if (network?.podNetwork !== "kubenet") return [];
    return [
      warning(["network", "podNetwork"], `"kubenet" is retired by Azure on 31 March 2028; use "overlay"`),
    ];
  },

  /**
   * A range of pods is used only by pod networks whose addresses are internal to the cluster.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#pod_cidr
   */
  "pod-range-needs-overlay"(cluster) {
    const { mode, isOverlay } = podNetworkOf(cluster);
    if (cluster.network?.podCidr === undefined || isOverlay) return [];
    return [error(["network", "podCidr"], `is not used with podNetwork "${mode}"; omit it`)];
  },

  /**
   * Dual stack needs the pod network `overlay` or `kubenet` and egress by the load balancer: the NAT gateways
   * of azurerm 4.55 have no IPv6.
   *
   * @see https://learn.microsoft.com/azure/aks/configure-dual-stack
   */
  "dual-stack-support"(cluster) {
    const { mode, isOverlay } = podNetworkOf(cluster);
    if (!cluster.network?.dualStack) return [];
    const problems = isOverlay
      ? []
      : [error(["network", "dualStack"], `needs podNetwork "overlay" or "kubenet", got "${mode}"`)];
    // The NAT gateways of azurerm 4.55 have no IPv6.
    return egressOf(cluster)?.type === "load-balancer"
      ? problems
      : [
          ...problems,
          error(
            ["network", "dualStack"],
            `needs network.egress of type "load-balancer": no other egress supports IPv6`,
          ),
        ];
  },
});
