import { Fn, Op, TerraformResource, TerraformSelf, Token } from "cdktf";
import { Construct } from "constructs";
import type { FieldTable } from "../../cluster/fields";
import { addressPart } from "../../cluster/names";
import { cloudOf } from "../clouds";
import { defaults, fields } from "../fields.generated";
import { natOf } from "../network/nat";
import type { KubeadmClusterProps } from "../spec";

const table: FieldTable = fields;

/**
 * The fields that a running cluster cannot change, with their values: those with `@change refused`, and those of its cloud. Some are only
 * in the settings of machines, so that Terraform would plan new machines, which do not work with the cluster.
 */
export function fixedFields(props: KubeadmClusterProps): Readonly<Record<string, string>> {
  const onAllClouds = Object.entries(table)
    .filter(([, { change }]) => change === "refused")
    .map(([path]) => [path, String(valueAt(props, path) ?? defaults[path as keyof typeof defaults])]);
  return { ...Object.fromEntries(onAllClouds), ...cloudOf(props)?.fixedFields?.({ nat: natOf(props) }) };
}

function valueAt(props: KubeadmClusterProps, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], props);
}

/**
 * The record of the values with which a cluster was created, in the state. A plan with other values fails, also without `protection`.
 *
 * Each field has a separate resource: Terraform creates that of a field which a later version of this project adds, in the first apply of that
 * version, and keeps the others. The arguments of one resource for all would be ignored or be written together.
 */
export class FixedFieldsRecord extends Construct {
  constructor(scope: Construct, id: string, props: KubeadmClusterProps) {
    super(scope, id);
    for (const [field, value] of Object.entries(fixedFields(props)))
      new FieldRecord(this, addressPart(field), field, value);
  }
}

/** Needs no provider. CDKTF's construct for `terraform_data` is not used, because it starts Terraform to read its version. */
class FieldRecord extends TerraformResource {
  constructor(scope: Construct, id: string, field: string, value: string) {
    const created = Fn.lookup(TerraformSelf.getAny("output"), field, value);
    super(scope, id, {
      terraformResourceType: "terraform_data",
      terraformGeneratorMetadata: { providerName: "terraform" },
      lifecycle: {
        ignoreChanges: ["input"],
        postcondition: [
          {
            condition: Op.eq(created, value),
            errorMessage: `${field}: ${table[field].note}. The cluster was created with ${Token.asString(created)}, and cannot change to ${value}.`,
          },
        ],
      },
    });
    this.addOverride("input", { [field]: value });
  }
}
