import { boundedName, replaceableName } from "../cluster/names";
import { limits } from "./limits";

/** What names of a cluster's things are made of. */
export interface Named {
  /** The cluster's name, a literal. */
  readonly clusterName: string;
  readonly region: string;
}

/**
 * The name of something that is known in the whole project, which clusters of one name in two regions may share: the region is
 * part of it.
 */
export function projectName({ clusterName, region }: Named, limit: number, ...parts: string[]): string {
  return boundedName([clusterName, region, ...parts], limit);
}

/** The name of something that is known in its region, where no two clusters have one name. */
export function regionalName({ clusterName }: Named, limit: number, ...parts: string[]): string {
  return boundedName([clusterName, ...parts], limit);
}

/** The id of a service account: 6 to 30 characters, so a hash replaces what does not fit. */
export function accountId({ clusterName, region }: Named, ...parts: string[]): string {
  return replaceableName([clusterName, ...parts], [clusterName, region, ...parts], limits.serviceAccountId);
}

/** The network tag of all nodes of a cluster, which firewall rules name. */
export function nodeTag(clusterName: string): string {
  return boundedName(["gke", clusterName], limits.networkTag);
}
