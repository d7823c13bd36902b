import { natOf } from "../network/nat";
import type { Capacity } from "../../cluster/plan";
import { entries } from "../../cluster/rules/rule";
import { connectionsOf } from "../network/connections";
import { podNetworkOf } from "../network/pod-network";
import type { KubeadmClusterProps } from "../spec";
import { endpointsOf } from "./network-settings";

/**
 * Default quotas, which AWS raises on request.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html
 */
const quotas = { elasticIps: 5, vpcs: 5, rulesPerGroup: 60 } as const;

/** The quotas of the account and of security groups. */
export function quotaCapacities(cluster: KubeadmClusterProps, zones: readonly string[]): Capacity[] {
  const { region } = cluster;
  const nat = natOf(cluster);
  const gateways = nat === "per-zone" ? zones.length : nat === "single" ? 1 : 0;
  const toControlPlane = connectionsOf(podNetworkOf(cluster)).filter(([, { to }]) => to === "control plane");
  const clients = entries(cluster.access.privateFrom).length;
  const ofAccount = (name: string, size: number, by: string, count: number, path: readonly string[]) => ({
    name,
    detail: region,
    size,
    usages: [{ by, count, each: 1 }],
    path,
    isQuota: true,
    sharedAs: `${name} ${region}`,
  });
  const ofGroup = (name: string, count: number, path: readonly string[]) => ({
    name,
    detail: "security group",
    size: quotas.rulesPerGroup,
    usages: [{ by: "rules", count, each: 1 }],
    path,
    isQuota: true,
  });
  return [
    ofAccount("VPCs", quotas.vpcs, "network", 1, ["network"]),
    ofAccount("elastic IPs", quotas.elasticIps, "NAT gateways", gateways, ["network", "nat"]),
    ofGroup("load balancer rules, in", clients + 2, ["access", "privateFrom"]),
    ofGroup("control plane rules, in", toControlPlane.length, ["network", "cni"]),
    ...(endpointsOf(cluster).length > 0 ? [ofGroup("endpoint rules, in", 1, ["network", "private"])] : []),
  ];
}
