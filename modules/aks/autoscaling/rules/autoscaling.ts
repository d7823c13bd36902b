import { error } from "../../../cluster/problem";
import { fixedRangeWarnings } from "../../../cluster/rules/node-groups";
import { defineRules, forEachGroup, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { isWindows } from "../../node-groups/settings";
import type { AksClusterProps } from "../../spec";
import { defaults } from "../../fields.generated";
import { isDuration } from "../../durations";

export const rules = defineRules<AksClusterProps>("aks/autoscaling", {
  /**
   * A size range needs an autoscaler that changes the number of nodes. AKS supports no autoscaled pools
   * together with node auto-provisioning.
   *
   * @see https://learn.microsoft.com/azure/aks/node-auto-provisioning
   */
  "range-needs-autoscaler"(cluster) {
    if (cluster.autoscaling !== "auto-provisioning") return fixedRangeWarnings(cluster);
    return forEachGroup(cluster, ({ size }, path) =>
      !isKnown(size) || typeof size === "number"
        ? []
        : [
            error(
              [...path, "size"],
              'must be a number with autoscaling "auto-provisioning": AKS supports no autoscaled pools with it',
            ),
          ],
    );
  },

  /**
   * Node auto-provisioning supports no Windows nodes, no IPv6 and only the pod networks of Azure.
   *
   * @see https://learn.microsoft.com/azure/aks/node-auto-provisioning
   */
  "auto-provisioning-support"(cluster) {
    if (cluster.autoscaling !== "auto-provisioning") return [];
    const { network = {} } = cluster;
    return [
      ...forEachGroup(cluster, (group, path) =>
        isWindows(group)
          ? [error([...path, "image", "family"], "AKS supports no Windows groups with auto-provisioning")]
          : [],
      ),
      ...(network.podNetwork === "kubenet" ||
      network.podNetwork === "none" ||
      network.networkPolicy === "calico"
        ? [
            error(
              ["autoscaling"],
              `"auto-provisioning" needs Azure's pod network, without kubenet and Calico`,
            ),
          ]
        : []),
      ...(network.dualStack
        ? [error(["autoscaling"], `"auto-provisioning" does not support dualStack`)]
        : []),
      ...(network.httpProxy
        ? [error(["autoscaling"], `"auto-provisioning" does not support httpProxy`)]
        : []),
    ];
  },

  /**
   * Settings of the cluster autoscaler are for `autoscaling: cluster-autoscaler` and within their limits.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#auto_scaler_profile
   */
  "autoscaler-settings"({ aks = {}, autoscaling = defaults.autoscaling }) {
    const { autoscaler } = aks;
    if (!isKnown(autoscaler)) return [];
    const path = ["aks", "autoscaler"];
    if (autoscaling !== "cluster-autoscaler") {
      return [
        error(
          path,
          `is for autoscaling "cluster-autoscaler", got ${shown(autoscaling)}; omit one of the two`,
        ),
      ];
    }
    const { scaleDownUtilization: share, maxUnreadyPercentage: percent } = autoscaler;
    const least = { maxGracefulTerminationSeconds: 0, maxUnreadyNodes: 0, emptyBulkDeleteMax: 1 } as const;
    return [
      ...(Object.keys(least) as (keyof typeof least)[])
        .filter((field) => isKnown(autoscaler[field]) && !isWhole(autoscaler[field], least[field]))
        .map((field) =>
          error(
            [...path, field],
            `must be a whole number of at least ${least[field]}, got ${shown(autoscaler[field])}`,
          ),
        ),
      ...(isKnown(share) && !(share >= 0 && share <= 1)
        ? [error([...path, "scaleDownUtilization"], `must be a fraction from 0 to 1, got ${shown(share)}`)]
        : []),
      ...(isKnown(percent) && !(percent >= 0 && percent <= 100)
        ? [
            error(
              [...path, "maxUnreadyPercentage"],
              `must be a percentage from 0 to 100, got ${shown(percent)}`,
            ),
          ]
        : []),
    ];
  },

  /**
   * Durations of the cluster autoscaler are numbers with a unit.
   *
   * @see https://pkg.go.dev/time#ParseDuration
   */
  "autoscaler-durations"({ aks = {} }) {
    const { autoscaler } = aks;
    if (!isKnown(autoscaler)) return [];
    return durationFields
      .filter((field) => isKnown(autoscaler[field]) && !isDuration(autoscaler[field]))
      .map((field) =>
        error(
          ["aks", "autoscaler", field],
          `must be a duration such as "10m", got ${shown(autoscaler[field])}`,
        ),
      );
  },
});

/** Fields of the autoscaler's settings that are durations. */
const durationFields = [
  "maxNodeProvisioningTime",
  "newPodScaleUpDelay",
  "scaleDownDelayAfterAdd",
  "scaleDownDelayAfterDelete",
  "scaleDownDelayAfterFailure",
  "scaleDownUnneeded",
  "scaleDownUnready",
  "scanInterval",
] as const;
