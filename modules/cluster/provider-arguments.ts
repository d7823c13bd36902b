import type { TerraformElement } from "cdktf";
import type { Construct } from "constructs";
import { isAtLeast } from "./releases";

/** The provider versions that have an argument. Without a bound, all supported versions have it. */
export interface ArgumentVersions {
  /** The first version with the argument. */
  readonly since?: string;

  /** The first version without the argument. */
  readonly until?: string;
}

/** By type of resource, or name of the provider, and argument. Only arguments that some supported versions lack have a row. */
export type ArgumentVersionTable = Readonly<Record<string, Readonly<Record<string, ArgumentVersions>>>>;

/** A resource, or the configuration of the provider. */
type ProviderElement = TerraformElement & { readonly terraformResourceType: string };

const key = "cdktf-clusters:provider-minimum";

/**
 * Sets the oldest provider version that the resources of a cluster are written for. Call it before the cluster has children.
 *
 * @param minimum - a release such as `5.0.0`
 */
export function writeForProvider(cluster: Construct, minimum: string): void {
  cluster.node.setContext(key, minimum);
}

/**
 * Writes a resource, or the configuration of the provider, for the provider versions of its cluster. Removes the arguments that these
 * versions lack, and adds those of `newer` that they have. The table decides, so constructs do not compare versions.
 *
 * @param oldest - the oldest provider version of a component that has no cluster
 * @param newer - values of arguments that the bindings lack, by the name in Terraform
 * @returns the resource
 */
export function forProvider<T extends ProviderElement>(
  resource: T,
  { table, oldest }: { readonly table: ArgumentVersionTable; readonly oldest: string },
  newer: Readonly<Record<string, unknown>> = {},
): T {
  const minimum = (resource.node.tryGetContext(key) as string | undefined) ?? oldest;
  const type = resource.terraformResourceType;
  const rows = table[type] ?? {};
  for (const [argument, { until }] of Object.entries(rows)) {
    if (until !== undefined && isAtLeast(minimum, until)) resource.addOverride(argument, undefined);
  }
  for (const [argument, value] of Object.entries(newer)) {
    const since = rows[argument]?.since;
    if (since === undefined) throw new Error(`${type}.${argument} has no first version in the table`);
    if (value !== undefined && isAtLeast(minimum, since)) resource.addOverride(argument, value);
  }
  return resource;
}
