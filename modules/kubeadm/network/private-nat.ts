import { isKnown } from "../../cluster/rules/rule";
import { cloudOf } from "../clouds";
import type { KubeadmClusterProps } from "../spec";

/** Whether a private network has NAT gateways, on a cloud with private networks: other clouds refuse `network.private` itself. */
export function privateHasNat(cluster: KubeadmClusterProps): boolean {
  const { network } = cluster;
  const isRefused = Object.hasOwn(cloudOf(cluster)?.refused ?? {}, "network.private");
  return network?.private === true && !isRefused && isKnown(network.nat) && network.nat !== "none";
}
