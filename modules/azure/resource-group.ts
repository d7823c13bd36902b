import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";

/** A resource group and its region: the arguments that nearly every resource has. */
export interface ResourceGroupRef {
  readonly resourceGroupName: string;
  readonly location: string;
}

/** The resource group of a cluster, new or existing. */
export function resourceGroupOf(
  scope: Construct,
  {
    name,
    region,
    existing,
    protection,
  }: { name: string; region: string; existing?: string; protection: boolean },
): ResourceGroupRef {
  if (existing) return { resourceGroupName: existing, location: region };
  const group = new ResourceGroup(scope, "resource_group", {
    name,
    location: region,
    lifecycle: { preventDestroy: protection },
  });
  return { resourceGroupName: group.name, location: group.location };
}
