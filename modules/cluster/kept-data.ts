import { TerraformElement } from "cdktf";
import { Construct } from "constructs";

/**
 * Makes Terraform keep a resource that an earlier configuration created and this one does not have. Terraform removes it from the
 * state and not from the cloud. Without it, the `prevent_destroy` of the resource would be removed together with the resource. It has no
 * effect if the state does not contain the resource.
 *
 * @see https://developer.hashicorp.com/terraform/language/block/removed
 */
class KeptData extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly type: string,
  ) {
    super(scope, id);
  }

  override toTerraform(): object {
    const from = `${this.type}.${this.friendlyUniqueId}`;
    // The body of a block can be a list of objects. Checkov 3.3 cannot read a file with the object alone.
    // https://github.com/hashicorp/hcl/blob/main/json/spec.md#structural-elements
    return { removed: [[{ from, lifecycle: { destroy: false } }]] };
  }
}

/**
 * Keeps the data of a field that is removed from a protected cluster. Call it where the resources would be created.
 *
 * @param resources - the paths of the resources below the scope, and their types: `{ "file_system/Resource": "aws_efs_file_system" }`
 */
export function keepData(
  scope: Construct,
  protection: boolean,
  resources: Readonly<Record<string, string>>,
): void {
  if (!protection) return;
  for (const [path, type] of Object.entries(resources)) {
    const parents = path.split("/");
    const id = parents.pop()!;
    const parent = parents.reduce(
      (above, name) => (above.node.tryFindChild(name) as Construct | undefined) ?? new Construct(above, name),
      scope,
    );
    new KeptData(parent, id, type);
  }
}
