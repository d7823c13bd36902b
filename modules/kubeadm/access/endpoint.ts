import type { KubeadmClusterProps } from "../spec";

/** The private DNS zone of a cluster. */
export const dnsZoneOf = ({ name }: Pick<KubeadmClusterProps, "name">): string => `${name}.internal`;

/** The DNS name of the API server. */
export const endpointOf = (cluster: Pick<KubeadmClusterProps, "name">): string => `api.${dnsZoneOf(cluster)}`;
