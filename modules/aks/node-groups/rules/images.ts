import { error } from "../../../cluster/problem";
import { forEachGroup, isKnown, defineRules } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";
import { isWindows, podNetworkOf } from "../../settings";

export const rules = defineRules<AksClusterProps>("aks/node-groups", {
  /** [AKS docs] Windows nodes: user groups, with Azure's pod network, without what is Linux'. */
  "windows-fits"(cluster) {
    const { mode, policy } = podNetworkOf(cluster);
    return forEachGroup(cluster, (group, path) => {
      if (!isWindows(group)) return [];
      const at = [...path, "image", "family"];
      const linuxOnly = (["linux", "kubelet", "fips"] as const).filter((field) => group[field] !== undefined);
      return [
        ...(mode === "kubenet" || mode === "none"
          ? [error(at, `must be Linux: Windows needs Azure's pod network, got podNetwork "${mode}"`)]
          : []),
        // [AKS docs] Cilium is for Linux; Windows nodes have Azure's own network policies or Calico's.
        ...(policy === "cilium"
          ? [
              error(
                at,
                `must be Linux: Windows does not go with networkPolicy "cilium"; say "azure" or "calico"`,
              ),
            ]
          : []),
        ...linuxOnly.map((field) => error([...path, field], "is for Linux nodes alone; leave it out")),
      ];
    });
  },

  /** [AKS release notes] Windows Server 2022 is not an image of Kubernetes 1.35 and later. */
  "windows-version"(cluster) {
    const minor = Number(/^1\.(\d+)/.exec(cluster.kubernetesVersion)?.[1]);
    return forEachGroup(cluster, ({ image }, path) =>
      image?.family === "windows-2022" && minor >= 35
        ? [
            error(
              [...path, "image", "family"],
              `"windows-2022" is there up to Kubernetes 1.34, and this cluster has ${cluster.kubernetesVersion}`,
            ),
          ]
        : [],
    );
  },

  /** Outbound translation is a matter of Windows nodes. */
  "outbound-nat-is-windows"(cluster) {
    return forEachGroup(cluster, (group, path) =>
      group.windowsOutboundNat !== undefined && !isWindows(group)
        ? [error([...path, "windowsOutboundNat"], "is for Windows nodes alone; leave it out")]
        : [],
    );
  },

  /** [azurerm] windows_profile: 14 to 123 characters, and no secret in a file. */
  "windows-password"({ aks }) {
    const password = aks?.windows?.adminPassword;
    if (!isKnown(password)) return [];
    return [
      error(
        ["aks", "windows", "adminPassword"],
        "must be a reference to a sensitive variable: a password has no place in a file that is kept",
      ),
    ];
  },
});
