import { type Capacity, statusOf, usedOf } from "../../../cluster/plan";
import { error, warning } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import { cloudOf } from "../../clouds";
import type { KubeadmClusterProps } from "../../spec";
import { zoneNames } from "../../zones";
import { podCapacities, quotaCapacities, subnetCapacities } from "../plan";

const usage = (capacity: Capacity): string =>
  `${capacity.name} (${capacity.detail}) has ${capacity.size}, and ${usedOf(capacity)} are used: ` +
  capacity.usages.map(({ by, count }) => `${by} ${count}`).join(", ");

export const rules = defineRules<KubeadmClusterProps>("kubeadm/capacity", {
  /**
   * Each subnet of machines has addresses for all machines, with every node group at its maximum size during a rolling update.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
   */
  "addresses-for-nodes"(cluster) {
    return subnetCapacities(cluster, zoneNames(cluster) ?? [])
      .filter((capacity) => statusOf(capacity) === "exceeded")
      .map((capacity) => error(capacity.path, usage(capacity)));
  },

  /**
   * The range of pods has a range for each node, with every node group at its maximum size during a rolling update.
   *
   * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
   */
  "pod-ranges-for-nodes"(cluster) {
    return podCapacities(cluster, zoneNames(cluster) ?? [])
      .filter((capacity) => statusOf(capacity) === "exceeded")
      .map((capacity) => error(capacity.path, usage(capacity)));
  },

  /**
   * The cluster is within the default quotas of its cloud, unless the cloud raised them.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
   * @see https://cloud.google.com/vpc/docs/quota
   */
  "within-quotas"(cluster) {
    return quotaCapacities(cluster, zoneNames(cluster) ?? [])
      .filter((capacity) => statusOf(capacity) === "exceeded")
      .map((capacity) =>
        warning(capacity.path, `${usage(capacity)}; ${cloudOf(cluster)?.title} raises the quota on request`),
      );
  },
});
