import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { entries, isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { EksClusterProps, EksRemoteNetworksSpec } from "../../spec";
import { newVpc } from "../../capacity/plan";
import { principalProblems } from "../../identity/arns";

/** [EKS API] RemoteNetworkConfigRequest: ranges of nodes, and of pods. */
const mostRanges = 15;

export const rules = defineRules<EksClusterProps>("eks/network", {
  /** [EKS API] RemoteNetworkConfigRequest: up to 15 ranges of each kind; hybrid nodes have at least one. */
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

  /** [EKS API] RemoteNodeNetwork, RemotePodNetwork: private IPv4 ranges (RFC 1918). */
  "remote-ranges-are-private"({ eks }) {
    return spelled(eks?.remoteNetworks).flatMap(([path, text]) => {
      const range = Cidr.parse(text);
      if (!range) return rangeProblems(path, text);
      if (privateRanges.some((whole) => whole.contains(range))) return [];
      return [error(path, `must lie within a private range (${privateRanges.join(", ")}), got ${range}`)];
    });
  },

  /** [EKS API] RemoteNodeNetwork, RemotePodNetwork: apart from the VPC, the services, and each other. */
  "remote-ranges-are-apart"(cluster) {
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

  /** [EKS API] CreateAccessEntry: hybrid nodes come in by one role, whose entry is for nothing else. */
  "hybrid-node-role"({ access, eks, region }) {
    const { credentials, nodeRoleArn: arn } = eks?.remoteNetworks ?? {};
    const path = ["eks", "remoteNetworks", "nodeRoleArn"];
    if (arn === undefined) return [];
    if (credentials !== undefined) {
      return [
        error(path, `is in place of credentials ${shown(credentials)}, which makes a role; leave one out`),
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
        .map(([place]) => error(path, `must be a role for hybrid nodes alone, but is that of ${place} too`)),
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
