import type { Nat } from "../../cluster/vocabulary";
import { defaults } from "../fields.generated";
import { logSettings } from "../observability/settings";
import type { EksClusterProps } from "../spec";
import { endpointsOf } from "./needed-endpoints";
import type { EksNetworkProps } from "./props";

/** The props of a new network: the fields of the cluster, with defaults. */
export function networkSettings(cluster: EksClusterProps, zones: readonly string[]): EksNetworkProps {
  const { network = {} } = cluster;
  const { retentionDays, keepLogs, logsKeyArn } = logSettings(cluster.observability);
  const flowLogs = network.flowLogs ?? defaults["network.flowLogs"];
  return {
    clusterName: cluster.name,
    region: cluster.region,
    zones,
    cidr: network.cidr ?? defaults["network.cidr"],
    isPrivate: network.private ?? defaults["network.private"],
    nat: natOf(cluster),
    ipv6: network.ipFamily === "ipv6",
    podCidr: network.podCidr,
    endpoints: endpointsOf(cluster),
    flowLogDays: flowLogs ? retentionDays : undefined,
    keepLogs,
    logsKeyArn,
    protection: cluster.protection ?? defaults["protection"],
  };
}

/** How nodes of a new network reach the internet. */
export function natOf({ network }: Pick<EksClusterProps, "network">): Nat {
  return network?.private ? "none" : (network?.nat ?? defaults["network.nat"]);
}
