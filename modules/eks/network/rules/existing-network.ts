import { Cidr } from "../../../cluster/addresses";
import { error, type Path, type Finding } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { entries, isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps, EksExistingNetwork } from "../../spec";

const path = ["network", "existing"];

export const rules = defineRules<EksClusterProps>("eks/network", {
  /**
   * Fields of a new VPC are not set in addition to `network.existing`.
   *
   * @remarks Decision of this project: settings without effect are refused.
   */
  "existing-network-exclusive"({ network }) {
    if (!network?.existing) return [];
    return (["cidr", "zones", "nat", "endpoints", "flowLogs", "private", "podCidr"] as const)
      .filter((field) => network[field] !== undefined)
      .map((field) =>
        error(
          ["network", field],
          field === "cidr"
            ? "belongs to a new VPC; the range of an existing one is network.existing.cidr"
            : field === "podCidr"
              ? "belongs to a new VPC; subnets for pods in an existing one are network.existing.podSubnets"
              : "belongs to a new VPC; omit it with network.existing",
        ),
      );
  },

  /**
   * Ids of the VPC and of subnets have the prefix and the length that EC2 uses.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
   */
  "existing-network-ids"({ network }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    return [
      ...idProblems([...path, "vpcId"], "vpc", existing.vpcId),
      ...entries(existing.nodeSubnets).flatMap(([i, { id }]) =>
        idProblems([...path, "nodeSubnets", i, "id"], "subnet", id),
      ),
      ...entries(existing.controlPlaneSubnetIds).flatMap(([i, id]) =>
        idProblems([...path, "controlPlaneSubnetIds", i], "subnet", id),
      ),
      ...entries(existing.podSubnets).flatMap(([i, { id }]) =>
        idProblems([...path, "podSubnets", i, "id"], "subnet", id),
      ),
    ];
  },

  /**
   * Each existing subnet is listed once. Its addresses would be counted twice otherwise.
   *
   * @remarks Decision of this project: the capacity plan counts the addresses of each entry.
   */
  "existing-subnets-unique"({ network }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    const nodeIds = entries(existing.nodeSubnets)
      .map(([i, { id }]): [number, string] => [i, id])
      .filter(([, id]) => isKnown(id));
    return [
      ...repeated(nodeIds).map(({ index, value, first }) =>
        error([...path, "nodeSubnets", index, "id"], `${value} is a duplicate of [${first}]`),
      ),
      ...repeated(knownEntries(existing.controlPlaneSubnetIds)).map(({ index, value, first }) =>
        error([...path, "controlPlaneSubnetIds", index], `${value} is a duplicate of [${first}]`),
      ),
    ];
  },

  /**
   * Existing subnets are in at least two zones.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
   */
  "existing-zones"({ network }, { zones }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    const { nodeSubnets, controlPlaneSubnetIds } = existing;
    return [
      ...(zones && zones.length < 2
        ? [
            error(
              [...path, "nodeSubnets"],
              zones.length === 0
                ? "must be in at least two zones, got no subnet"
                : `must be in at least two zones, got ${nodeSubnets.length === 1 ? "one subnet" : "subnets"} in ${zones[0]} only`,
            ),
          ]
        : []),
      ...(isKnown(controlPlaneSubnetIds) && controlPlaneSubnetIds.length < 2
        ? [
            error(
              [...path, "controlPlaneSubnetIds"],
              `must be at least two subnets in different zones, got ${controlPlaneSubnetIds.length}`,
            ),
          ]
        : []),
    ];
  },

  /**
   * Address ranges of an existing network are in CIDR notation.
   *
   * @see https://www.rfc-editor.org/rfc/rfc4632#section-3.1
   */
  "existing-range-syntax"({ network }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    return [
      ...rangeProblems([...path, "cidr"], existing.cidr),
      ...entries(existing.nodeSubnets).flatMap(([i, { cidr }]) =>
        rangeProblems([...path, "nodeSubnets", i, "cidr"], cidr),
      ),
      ...entries(existing.podSubnets).flatMap(([i, { cidr }]) =>
        rangeProblems([...path, "podSubnets", i, "cidr"], cidr),
      ),
    ];
  },

  /**
   * Existing subnets are within the range of their VPC and do not overlap.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
   */
  "existing-subnets-within-vpc"({ network }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    const vpc = isKnown(existing.cidr) ? Cidr.parse(existing.cidr) : undefined;
    const subnets = rangesOf(existing);
    return subnets.flatMap(({ index, range }) => {
      const at = [...path, "nodeSubnets", index, "cidr"];
      const other = subnets.find((subnet) => subnet.index < index && subnet.range.overlaps(range));
      return [
        ...(vpc && !vpc.contains(range)
          ? [error(at, `${range} must lie within the VPC's range, ${vpc}`)]
          : []),
        ...(other ? [error(at, `${range} overlaps ${other.range} of nodeSubnets[${other.index}]`)] : []),
      ];
    });
  },

  /**
   * Each zone of the nodes has one subnet for pods, which is not a node subnet.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-custom-network.html
   */
  "existing-pod-subnets"({ network }, { zones }) {
    const existing = network?.existing;
    if (!isKnown(existing) || !isKnown(existing.podSubnets)) return [];
    const pods = entries(existing.podSubnets);
    const nodeIds = entries(existing.nodeSubnets).map(([, { id }]) => id);
    const without = (zones ?? []).filter((zone) => !pods.some(([, subnet]) => subnet.zone === zone));
    return [
      ...(without.length > 0
        ? [
            error(
              [...path, "podSubnets"],
              `must have a subnet in each zone of the nodes, got none in ${without.join(", ")}`,
            ),
          ]
        : []),
      ...repeated(pods, ({ zone }) => zone).map(({ index, value, first }) =>
        error(
          [...path, "podSubnets", index, "zone"],
          `must be one subnet in each zone, but podSubnets[${first}] is in ${value.zone} too`,
        ),
      ),
      ...pods
        .filter(([, { id }]) => isKnown(id) && nodeIds.includes(id))
        .map(([i, { id }]) =>
          error(
            [...path, "podSubnets", i, "id"],
            `${id} is a node subnet; omit podSubnets if pods use the node subnets`,
          ),
        ),
    ];
  },
});

/** The ranges of subnets with a range. */
function rangesOf({ nodeSubnets }: EksExistingNetwork): { index: number; range: Cidr }[] {
  return entries(nodeSubnets).flatMap(([index, { cidr }]) => {
    const range = isKnown(cidr) ? Cidr.parse(cidr) : undefined;
    return range ? [{ index, range }] : [];
  });
}

function idProblems(at: Path, kind: "vpc" | "subnet", id: string): Finding[] {
  if (!isKnown(id) || new RegExp(`^${kind}-([0-9a-f]{8}|[0-9a-f]{17})$`).test(id)) return [];
  return [error(at, `must be the id of a ${kind} such as ${kind}-0a1b2c3d4e5f67890, got ${shown(id)}`)];
}
