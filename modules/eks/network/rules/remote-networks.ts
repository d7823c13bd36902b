import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { entries, isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps, EksRemoteNetworksSpec } from "../../spec";
import { newVpc } from "../../capacity/plan";
import { principalProblems } from "../../../aws/arns";

/**
 * Ranges of nodes, and of pods.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteNetworkConfigRequest.html
 */
const mostRanges = 15;

export const rules = defineRules<EksClusterProps>("eks/network", {
  /**
   * There are 1 to 15 ranges of hybrid nodes, and at most 15 of their pods.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteNetworkConfigRequest.html
   */
  "remote-ranges-count"({ eks }) {
    const remote = eks?.remoteNetworks;
    return (["nodeCidrs", "podCidrs"] as const).flatMap((field) => {
      const count = isKnown(remote?.[field]) ? remote[field].length : undefined;
      const least = field === "nodeCidrs" ? 1 : 0;
      if (count === undefined || (count >= least && count <= mostRanges)) return [];
      return [
        error(["eks", "remoteNetworks", field], `must be ${least} to ${mostRanges} ranges, got ${count}`),
      ];
    });
  },

  /**
   * Remote ranges are private IPv4 ranges.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteNodeNetwork.html
   */
  "remote-ranges-private"({ eks }) {
    return spelled(eks?.remoteNetworks).flatMap(([path, text]) => {
      const range = Cidr.parse(text);
      if (!range) return rangeProblems(path, text);
      if (privateRanges.some((whole) => whole.contains(range))) return [];
      return [error(path, `must lie within a private range (${privateRanges.join(", ")}), got ${range}`)];
    });
  },

  /**
   * Remote ranges do not overlap the VPC, the services or each other.
   *
   * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteNodeNetwork.html
   */
  "remote-ranges-separate"(cluster) {
    const { network } = cluster;
    const existing = isKnown(network?.existing?.cidr) ? Cidr.parse(network.existing.cidr) : undefined;
    const vpc = network?.existing ? existing : newVpc(cluster);
    const services = isKnown(network?.serviceCidr) ? Cidr.parse(network.serviceCidr) : undefined;
    const taken: [string, Cidr][] = [
      ...(vpc ? [["the VPC's range", vpc] as [string, Cidr]] : []),
      ...(services ? [["the services' range", services] as [string, Cidr]] : []),
    ];
    return spelled(cluster.eks?.remoteNetworks).flatMap(([path, text]) => {
      const range = Cidr.parse(text);
      if (!range) return [];
      const other = taken.find(([, one]) => one.overlaps(range));
      taken.push([`a remote network`, range]);
      return other ? [error(path, `${range} must not overlap ${other[0]}, ${other[1]}`)] : [];
    });
  },

  /**
   * A cluster with hybrid nodes has the address family IPv4.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-cluster-prep.html
   */
  "hybrid-nodes-need-ipv4"({ network, eks }) {
    if (!isKnown(eks?.remoteNetworks) || network?.ipFamily !== "ipv6") return [];
    return [
      error(
        ["network", "ipFamily"],
        'must be "ipv4" with eks.remoteNetworks: EKS supports hybrid nodes only in IPv4 clusters; got "ipv6"',
      ),
    ];
  },

  /**
   * The role of hybrid nodes has no other use. Its access entry has the type `HYBRID_LINUX`.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-cluster-prep.html
   */
  "hybrid-node-role"({ access, eks, region }) {
    const { credentials, nodeRoleArn: arn } = eks?.remoteNetworks ?? {};
    const path = ["eks", "remoteNetworks", "nodeRoleArn"];
    if (arn === undefined) return [];
    if (credentials !== undefined) {
      return [
        error(path, `replaces credentials ${shown(credentials)}, which creates a role; omit one of them`),
      ];
    }
    if (!isKnown(arn)) return [];
    const others: [string, string | undefined][] = [
      ["eks.nodeRoleArn", eks?.nodeRoleArn],
      ...knownEntries(access.admins).map(([i, one]): [string, string] => [`access.admins[${i}]`, one]),
      ...(["editors", "viewers"] as const).flatMap((list) =>
        entries(access[list]).map(([i, { principal }]): [string, string] => [
          `access.${list}[${i}]`,
          principal,
        ]),
      ),
    ];
    return [
      ...principalProblems(path, arn, region, ["role"]),
      ...others
        .filter(([, other]) => other === arn)
        .map(([place]) => error(path, `must be a role for hybrid nodes only, but is also used by ${place}`)),
    ];
  },
});

function spelled(remote: EksRemoteNetworksSpec | undefined): [Path, string][] {
  return (["nodeCidrs", "podCidrs"] as const).flatMap((field) =>
    knownEntries(remote?.[field]).map(([i, text]): [Path, string] => [
      ["eks", "remoteNetworks", field, i],
      text,
    ]),
  );
}
