import type { Nat } from "../../cluster/vocabulary";
import { defaults } from "../fields.generated";
import type { KubeadmClusterProps } from "../spec";

/** How machines reach the internet. */
export function natOf({ network }: Pick<KubeadmClusterProps, "network">): Nat {
  return network?.private ? "none" : (network?.nat ?? defaults["network.nat"]);
}
