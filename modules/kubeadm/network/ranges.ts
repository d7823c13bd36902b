import { Cidr } from "../../cluster/addresses";
import { isKnown } from "../../cluster/rules/rule";
import { defaults } from "../fields.generated";
import type { KubeadmClusterProps } from "../spec";

/** Names of the ranges of a cluster. */
export type RangeName = "cidr" | "podCidr" | "serviceCidr";

/** A range of the network; undefined if it is unknown or invalid. */
export function rangeOf(
  { network }: Pick<KubeadmClusterProps, "network">,
  name: RangeName,
): Cidr | undefined {
  const range = network?.[name] ?? defaults[`network.${name}`];
  return isKnown(range) ? Cidr.parse(range) : undefined;
}

/** Prefix of the range of one node's pods: `node-cidr-mask-size` of kubeadm. */
export const nodePodPrefix = 24;
