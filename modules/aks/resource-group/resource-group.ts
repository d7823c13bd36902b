import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import type { Construct } from "constructs";

/** Where Azure keeps things: the arguments that nearly every resource has. */
export interface ResourceGroupRef {
  readonly resourceGroupName: string;
  readonly location: string;
}

/** The resource group of all that is made for a cluster; a new one unless there is one. */
export function resourceGroupOf(
  scope: Construct,
  {
    name,
    region,
    existing,
    protection,
  }: { name: string; region: string; existing?: string; protection: boolean },
): { readonly place: ResourceGroupRef; readonly group?: ResourceGroup } {
  if (existing) return { place: { resourceGroupName: existing, location: region } };
  const group = new ResourceGroup(scope, "resource_group", {
    name,
    location: region,
    lifecycle: { preventDestroy: protection },
  });
  return { place: { resourceGroupName: group.name, location: group.location }, group };
}
