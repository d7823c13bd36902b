import { boundedName, replaceableName } from "../cluster/names";
import { limits } from "./limits";

/** The parts of names of resources. */
export interface Named {
  /** Name of the cluster, a literal. */
  readonly clusterName: string;
  readonly region: string;
}

/**
 * A name that is unique in the project. It contains the region, because clusters in different regions can have the same name.
 */
export function projectName({ clusterName, region }: Named, limit: number, ...parts: string[]): string {
  return boundedName([clusterName, region, ...parts], limit);
}

/** A name that is unique in the region, in which clusters have different names. */
export function regionalName({ clusterName }: Named, limit: number, ...parts: string[]): string {
  return boundedName([clusterName, ...parts], limit);
}

/**
 * A name of a resource of Compute Engine, which ends in a letter or digit (RFC 1035).
 *
 * @param parts - the first one starts with a letter; the last one may end in `-`, as the name of a node group does
 */
export function computeName(parts: readonly string[], limit: number): string {
  const name = boundedName(parts, limit);
  return name.endsWith("-") ? replaceableName([name.replace(/(?<!-)-+$/, "")], parts, limit) : name;
}

/** The id of a service account: 6 to 30 characters, so a hash replaces what does not fit. */
export function accountId({ clusterName, region }: Named, ...parts: string[]): string {
  return replaceableName([clusterName, ...parts], [clusterName, region, ...parts], limits.serviceAccountId);
}
