import { error, type Finding, type Path } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown, knownEntries } from "../../../cluster/rules/rule";
import { hasPodSubnets, podNetworkOf } from "../../network/pod-network";
import { withoutWindows } from "../windows";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/node-groups", {
  /**
   * Pods of Windows nodes have IPv4 addresses of the subnets of their nodes.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
   */
  "windows-pod-network"(cluster) {
    const { network = {} } = cluster;
    if (!isKnown(network)) return [];
    const obstacle =
      network.ipFamily === "ipv6"
        ? 'network.ipFamily is "ipv6"'
        : podNetworkOf(cluster).ownSubnets
          ? `${hasPodSubnets(cluster) ? `network.${network.podCidr === undefined ? "existing.podSubnets" : "podCidr"}` : "eks.addOns.vpc-cni"} gives pods addresses of other subnets`
          : undefined;
    if (obstacle === undefined) return [];
    return forEachWindowsGroup(cluster, (_, group) => [
      error([...group, "image", "family"], `must be Linux: ${obstacle}, which Windows nodes do not support`),
    ]);
  },

  /**
   * Windows runs on the machine type. Some older families have no driver of its image.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
   */
  "windows-machine-types"(cluster) {
    return forEachWindowsGroup(cluster, ({ machineTypes }, group) =>
      knownEntries(machineTypes)
        .filter(([, type]) => withoutWindows.test(type))
        .map(([i, type]) =>
          error(
            [...group, "machineTypes", i],
            `EKS does not support Windows on ${type}; use a newer family, such as m6i`,
          ),
        ),
    );
  },
});

function forEachWindowsGroup(
  cluster: EksClusterProps,
  check: (spec: EksNodeGroupSpec, group: Path) => readonly Finding[],
): Finding[] {
  return forEachGroup<EksNodeGroupSpec>(cluster, (spec, group) =>
    spec.image?.family === "windows" ? check(spec, group) : [],
  );
}
