import { nearLimitAbove, usedOf, statusOf } from "../../../cluster/plan";
import { error, type Path, warning } from "../../../cluster/problem";
import { forEachGroup, isWhole, knownEntries, defineRules } from "../../../cluster/rules/rule";
import {
  type AddressCapacity,
  addressCapacities,
  controlPlane,
  controlPlaneAddresses,
  newVpc,
  quotaCapacities,
} from "../plan";
import { endpointsOf } from "../../network/needed-endpoints";
import {
  architectureOf,
  instanceType,
  podLimitOf,
  unknownType,
  typesNamed,
} from "../../../aws/machine-types";
import { nodeAddresses, podNetworkOf, podsPerNode } from "../../network/pod-network";
import type { EksClusterProps } from "../../spec";
import { podPrefix, vpcPrefix } from "../../../networks/aws/address-plan";
import { podBounds } from "../../limits";
import { driverAccounts } from "../../identity/service-accounts";
import { programsOf } from "../../programs";

/** DaemonSets on each node of a cluster. Their pods count, also those in the network of the node. */
const nodeDaemonSets = ["the VPC CNI", "kube-proxy", "the Pod Identity agent"];

export const rules = defineRules<EksClusterProps>("eks/capacity", {
  /**
   * Subnets have addresses for all nodes and pods, with each group at its maximum size and during a rolling update.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html
   */
  "addresses-for-nodes"(cluster, { zones }) {
    return nodeCapacities(cluster, zones, "exceeded").map((capacity) => {
      const group = isLargest(cluster, capacity) ? groupWithHighestUsage(cluster, capacity) : undefined;
      return group === undefined
        ? error(capacity.path, `${addressMessage(capacity)}; ${remedy(cluster, capacity)}`)
        : error(
            group.path,
            `${group.nodes} nodes do not fit into the largest VPC: ${addressMessage(capacity)}; ${remedy(cluster, capacity)}`,
          );
    });
  },

  /**
   * Subnets keep addresses for another group or zone. The size of a subnet cannot be changed.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
   */
  "addresses-for-growth"(cluster, { zones }) {
    return nodeCapacities(cluster, zones, "near-limit").map((capacity) =>
      warning(
        capacity.path,
        `${addressMessage(capacity)}: more than ${nearLimitAbove * 100} % of it; ${remedy(cluster, capacity)}`,
      ),
    );
  },

  /**
   * The cluster stays within the quotas of an account. AWS raises them on request.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
   */
  "within-quotas"(cluster, { zones }) {
    return quotaCapacities(cluster, zones ?? [])
      .filter((capacity) => statusOf(capacity) !== "ok")
      .map((capacity) =>
        warning(
          capacity.path,
          `needs ${usedOf(capacity)} of the ${capacity.size} ${capacity.name} (${capacity.detail}) that AWS allows by default`,
        ),
      );
  },

  /**
   * Machine types are in the table of types. Another type may be new or misspelled, and its number of addresses is an
   * estimate.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html
   */
  "machine-types-known"(cluster, { zones }) {
    const network = podNetworkOf(cluster);
    const isGuessed = addressCapacities(cluster, zones ?? []).some(
      ({ holds }) => holds === "nodes and pods" || holds === "pods",
    );
    return forEachGroup(cluster, (spec, group) =>
      knownEntries(spec.machineTypes)
        .filter(([, type]) => architectureOf(type))
        .flatMap(([i, type]) => {
          const unknown = unknownType(type);
          if (unknown === undefined) return [];
          const { ofNodeSubnet, ofPodSubnet } = nodeAddresses({ ...spec, machineTypes: [type] }, network)!;
          return warning(
            [...group, "machineTypes", i],
            unknown +
              (isGuessed
                ? ` (the capacity plan assumes ${ofPodSubnet || ofNodeSubnet} addresses for each node)`
                : ""),
          );
        }),
    );
  },

  /**
   * Subnets of the control plane have at least 6 addresses, better 16, in addition to those of interface endpoints.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
   */
  "addresses-for-control-plane"(cluster, { zones }) {
    const capacity = addressCapacities(cluster, zones ?? []).find(({ holds }) => holds === "control plane");
    if (!capacity) return [];
    const endpoints = endpointsOf(cluster).length;
    const path = ["network", "cidr"];
    const { needed, advised } = controlPlaneAddresses;
    const message = (wanted: number) =>
      `the control plane ${wanted === needed ? "needs" : "should have"} ${wanted} addresses in each zone` +
      (endpoints > 0 ? ` and the endpoints use ${endpoints}` : "") +
      `; its subnets have ${capacity.size} (such as ${capacity.detail}): use a larger range for the network`;
    if (statusOf(capacity) === "exceeded") return [error(path, message(needed))];
    if (capacity.size < advised + endpoints) return [warning(path, message(advised))];
    return [];
  },

  /**
   * `maxPods` is at most the number of pod addresses that the interfaces of a node hold. Further pods wait forever.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html
   */
  "addresses-for-pods"(cluster) {
    const network = podNetworkOf(cluster);
    if (network.addresses !== "secondary-ips") return [];
    return forEachGroup(cluster, ({ maxPods: pods, machineTypes, image }, group) => {
      if (!isWhole(pods, 1) || image?.family === "windows") return [];
      const smallest = knownEntries(machineTypes)
        .flatMap(([, name]) => typesNamed(name))
        .flatMap((name) => instanceType(name) ?? [])
        .map((type) => ({ name: type.name, pods: podsPerNode({ ...type, vcpus: Infinity }, network) }))
        .sort((a, b) => a.pods - b.pods)
        .at(0);
      if (!smallest || pods <= smallest.pods) return [];
      return [
        warning(
          [...group, "maxPods"],
          `the interfaces of a ${smallest.name} hold addresses for ${smallest.pods} pods, got ${pods}; set ` +
            "network.podAddresses to prefixes, or use a larger type",
        ),
      ];
    });
  },

  /**
   * Nodes run pods in addition to those of the DaemonSets that run on each node. Small machine types have few addresses.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html
   */
  "pods-beyond-daemon-sets"(cluster) {
    const network = podNetworkOf(cluster);
    const drivers = programsOf(cluster).filter(({ addOn = "" }) => Object.hasOwn(driverAccounts, addOn));
    const daemonSets = [...nodeDaemonSets, ...drivers.map(({ name }) => name)];
    return forEachGroup(cluster, ({ maxPods, machineTypes, image }, group) => {
      // `maxPods` is at least 10, which is more than the number of DaemonSets.
      if (maxPods !== undefined || image?.family === "windows") return [];
      return knownEntries(machineTypes).flatMap(([i, name]) => {
        const type = instanceType(name);
        const pods = type && podsPerNode(type, network);
        if (pods === undefined || pods > daemonSets.length) return [];
        return [
          error(
            [...group, "machineTypes", i],
            `a ${name} runs ${pods} pods, and each node needs ${daemonSets.length} for ${daemonSets.join(", ")}: no other pod runs ` +
              "on it; use a larger type",
          ),
        ];
      });
    });
  },

  /**
   * `maxPods` of a managed node group is at most the limit of EKS, which depends on the number of vCPUs.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html
   */
  "max-pods-within-limit"(cluster) {
    return forEachGroup(cluster, ({ maxPods: pods, machineTypes, kind, image }, group) => {
      // EKS does not limit nodes that this cluster configures.
      if (kind === "self-managed" || image?.id !== undefined) return [];
      const limits = knownEntries(machineTypes).flatMap(([, name]) => {
        const type = instanceType(name);
        return type ? [{ name, most: podLimitOf(type) }] : [];
      });
      const [least] = limits.sort((a, b) => a.most - b.most);
      if (!least || !isWhole(pods, 1, podBounds.most) || pods <= least.most) return [];
      return [
        error(
          [...group, "maxPods"],
          `must be at most ${least.most} on ${least.name}, the limit of EKS, got ${pods}`,
        ),
      ];
    });
  },
});

/** The addresses of nodes and pods with a status. */
function nodeCapacities(
  cluster: EksClusterProps,
  zones: readonly string[] | undefined,
  status: "near-limit" | "exceeded",
): AddressCapacity[] {
  const found = addressCapacities(cluster, zones ?? []).filter(
    (capacity) => /nodes|pods/.test(capacity.holds) && statusOf(capacity) === status,
  );
  if (cluster.network?.existing) return found;
  // The subnets of a new VPC have one size: the zone with the highest usage is reported.
  const worst = [...found].sort((a, b) => usedOf(b) - usedOf(a));
  return ["nodes", "pods", "nodes and pods"].flatMap(
    (holds) => worst.find((capacity) => capacity.holds === holds) ?? [],
  );
}

function addressMessage({ holds, zone, size, subnets, usages }: AddressCapacity): string {
  const ofNodes = usages.filter(({ by }) => by !== controlPlane);
  const ofControlPlane = usages
    .filter(({ by }) => by === controlPlane)
    .reduce((sum, { each }) => sum + each, 0);
  const needed = ofNodes.reduce((sum, { count, each }) => sum + count * each, 0);
  const kind = holds === "pods" ? "pod" : "node";
  return (
    `${holds} may need ${needed} addresses in ${zone}, and its ${kind} ` +
    `${subnets.length > 1 ? "subnets have" : "subnet has"} ${size - ofControlPlane} (${subnets.join(", ")}): ` +
    ofNodes.map(({ by, count, each }) => `${by} ${count} nodes x ${each}`).join(", ") +
    ", including the surge of a rolling update"
  );
}

/** Whether the VPC has the maximum size, so that only fewer nodes help. */
function isLargest(cluster: EksClusterProps, { holds }: Pick<AddressCapacity, "holds">): boolean {
  if (cluster.network?.existing || holds === "pods") return false;
  return newVpc(cluster)?.prefix === vpcPrefix.shortest;
}

/** The number of nodes to reduce; undefined if no group sets it. */
function groupWithHighestUsage(
  { nodeGroups }: EksClusterProps,
  { usages }: AddressCapacity,
): { path: Path; nodes: number } | undefined {
  const [most] = [...usages].sort((a, b) => b.count * b.each - a.count * a.each);
  const i = nodeGroups.findIndex(({ name }) => name === most.by);
  if (i < 0) return undefined;
  const { size } = nodeGroups[i];
  return typeof size === "object"
    ? { path: ["nodeGroups", i, "size", "max"], nodes: size.max }
    : { path: ["nodeGroups", i, "size"], nodes: size };
}

function remedy(cluster: EksClusterProps, { holds }: AddressCapacity): string {
  if (cluster.network?.existing) return "use larger subnets, or reduce size or maxPods";
  if (holds === "pods") {
    return `use a larger range for podCidr (up to /${podPrefix.shortest}), or reduce size or maxPods`;
  }
  if (isLargest(cluster, { holds })) return "reduce size or maxPods";
  return `use a larger range for the network (up to /${vpcPrefix.shortest}), or reduce size or maxPods`;
}
