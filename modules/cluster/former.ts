import { TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";

/**
 * Continues the resources of a node group that had another name: `moved` blocks move the state of the former group's resources to
 * the addresses of this group. Without them, Terraform would destroy the former resources and create these in any order.
 *
 * All resources of a group are moved together: a node pool that moves without what it depends on is a cycle for Terraform.
 *
 * @param group - the complete construct of the group
 * @param formerId - the id that the construct had; undefined if the group keeps its name
 */
export function moveFormer(group: Construct, formerId: string | undefined): void {
  if (formerId === undefined) return;
  const parent = group.node.scope!;
  // Constructs at the former places, only while the addresses are computed.
  const former = new Construct(parent, formerId);
  const stack = TerraformStack.of(group);
  for (const resource of group.node.findAll().filter((one) => TerraformResource.isTerraformResource(one))) {
    const path = resource.node.scopes.slice(group.node.scopes.length).map(({ node }) => node.id);
    const place = path.reduce<Construct>(
      (scope, id) => (scope.node.tryFindChild(id) as Construct | undefined) ?? new Construct(scope, id),
      former,
    );
    const { terraformResourceType } = resource as TerraformResource;
    (resource as TerraformResource).moveFromId(`${terraformResourceType}.${stack.getLogicalId(place.node)}`);
  }
  parent.node.tryRemoveChild(formerId);
}
