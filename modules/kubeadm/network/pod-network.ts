import { isUnresolved } from "../../cluster/tokens";
import { defaults } from "../fields.generated";
import { manifestsFolderOf, readManifests } from "../software/own-manifests";
import type { KubeadmClusterProps } from "../spec";
import type { KubeadmCni } from "./spec";

/** The network of pods, as far as the rules between machines depend on it. */
export interface PodNetwork {
  readonly cni: KubeadmCni;

  /** Hubble Relay of Cilium is in the manifests: it connects to the agent on each machine. */
  readonly hubbleRelay: boolean;
}

/** The Deployment of Hubble Relay in the chart of Cilium. */
const relay = { kind: "Deployment", name: "hubble-relay" };

/** The network of pods of a cluster. Manifests that cannot be read, which a rule reports, have no relay. */
export function podNetworkOf(cluster: Pick<KubeadmClusterProps, "network" | "kubeadm">): PodNetwork {
  const cni = cluster.network?.cni ?? defaults["network.cni"];
  return { cni, hubbleRelay: cni === "cilium" && hasRelay(manifestsFolderOf(cluster)) };
}

function hasRelay(folder: string | undefined): boolean {
  if (folder === undefined || isUnresolved(folder)) return false;
  try {
    return readManifests(folder)
      .flatMap(({ objects = [] }) => objects)
      .some((object) => object?.kind === relay.kind && object.metadata?.name === relay.name);
  } catch {
    return false;
  }
}
