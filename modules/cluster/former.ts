import { type TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { constructId } from "./names";

/**
 * Continues the resource of a node group that had another name: a `moved` block moves the state of the former group's resource to the
 * address of this one. Without it, Terraform would destroy the former resource and create this one in any order.
 *
 * @param idOf - the id of a group's construct
 */
export function moveFormer(
  resource: TerraformResource,
  { formerName }: { readonly formerName?: string },
  idOf: (name: string) => string = constructId,
): void {
  if (formerName === undefined) return;
  const group = resource.node.scope!;
  const parent = group.node.scope!;
  // The address that the resource had in the former group: a construct at the same place, only while its name is computed.
  const former = new Construct(parent, idOf(formerName));
  const { node } = new Construct(former, resource.node.id);
  const address = TerraformStack.of(resource).getLogicalId(node);
  parent.node.tryRemoveChild(former.node.id);
  resource.moveFromId(`${resource.terraformResourceType}.${address}`);
}
