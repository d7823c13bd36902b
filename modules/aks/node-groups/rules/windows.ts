import { error } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown, shown } from "../../../cluster/rules/rule";
import { isWindows } from "../settings";
import { podNetworkOf } from "../../network/settings";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /**
   * Windows nodes need a pod network of Azure without Cilium, and have no settings of Linux.
   *
   * @see https://learn.microsoft.com/azure/aks/azure-cni-powered-by-cilium
   */
  "windows-support"(cluster) {
    const { mode, policy } = podNetworkOf(cluster);
    return forEachGroup(cluster, (group, path) => {
      if (!isWindows(group)) return [];
      const at = [...path, "image", "family"];
      const linuxOnly = (["linux", "kubelet", "fips"] as const).filter((field) => group[field] !== undefined);
      return [
        ...(mode === "kubenet" || mode === "none"
          ? [error(at, `must be Linux: Windows needs Azure's pod network, got podNetwork "${mode}"`)]
          : []),
        // Cilium supports only Linux.
        ...(policy === "cilium"
          ? [
              error(
                at,
                `must be Linux: networkPolicy "cilium" does not support Windows; use "azure" or "calico"`,
              ),
            ]
          : []),
        ...linuxOnly.map((field) => error([...path, field], "is only for Linux nodes; omit it")),
      ];
    });
  },

  /**
   * Windows Server 2022 is available up to Kubernetes 1.36 (AKS release of 2026-06-19).
   *
   * @see https://learn.microsoft.com/azure/aks/upgrade-windows-os
   */
  "windows-version"(cluster) {
    const minor = Number(/^1\.(\d+)/.exec(cluster.kubernetesVersion)?.[1]);
    return forEachGroup(cluster, ({ image }, path) =>
      image?.family === "windows-2022" && minor >= 37
        ? [
            error(
              [...path, "image", "family"],
              `"windows-2022" is supported up to Kubernetes 1.36, and this cluster has ${cluster.kubernetesVersion}`,
            ),
          ]
        : [],
    );
  },

  /**
   * A Windows node pool has a name of six characters, four of which are a hash. Two letters of the group's
   * name remain.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster_node_pool#name
   */
  "windows-group-name"(cluster) {
    return forEachGroup(cluster, (group, path) =>
      isWindows(group) && isKnown(group.name) && group.name.replaceAll("-", "").length < 2
        ? [error([...path, "name"], `must have at least two letters, got ${shown(group.name)}`)]
        : [],
    );
  },

  /**
   * Outbound NAT is a setting of Windows nodes.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster_node_pool#outbound_nat_enabled
   */
  "outbound-nat-needs-windows"(cluster) {
    return forEachGroup(cluster, (group, path) =>
      group.windowsOutboundNat !== undefined && !isWindows(group)
        ? [error([...path, "windowsOutboundNat"], "is only for Windows nodes; omit it")]
        : [],
    );
  },

  /**
   * The password of Windows nodes is a reference to a sensitive variable.
   *
   * @remarks Decision of this project: no secret is written to an environment file.
   */
  "windows-password"({ aks }) {
    const password = aks?.windows?.adminPassword;
    if (!isKnown(password)) return [];
    return [
      error(
        ["aks", "windows", "adminPassword"],
        "must be a reference to a sensitive variable, not a literal password",
      ),
    ];
  },
});
