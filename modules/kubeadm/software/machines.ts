import { knownEntries, isKnown } from "../../cluster/rules/rule";
import type { Architecture } from "../boot/settings";
import { cloudOf } from "../clouds";
import type { KubeadmClusterProps } from "../spec";
import { fileArchitecture } from "./architecture";

/** The architectures of all machines, as their images and programs have them. */
export function architecturesOf(cluster: KubeadmClusterProps): Architecture[] {
  const groups = knownEntries(cluster.nodeGroups).flatMap(([, { machineTypes }]) =>
    knownEntries(machineTypes),
  );
  const types = [cluster.controlPlane?.machineType, ...groups.map(([, type]) => type)].filter(isKnown);
  const machines = cloudOf(cluster)?.machines;
  return [...new Set(types.map((type) => fileArchitecture(machines?.architectureOf(type))))].sort();
}
