import { Fn, Op, TerraformResource, TerraformSelf, Token } from "cdktf";
import type { Construct } from "constructs";
import type { FieldTable } from "../../cluster/fields";
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
 * It needs no provider. CDKTF's construct for `terraform_data` is not used, because it starts Terraform to read its version.
 */
export class FixedFieldsRecord extends TerraformResource {
  constructor(scope: Construct, id: string, props: KubeadmClusterProps) {
    const values = fixedFields(props);
    const output = TerraformSelf.getAny("output");
    super(scope, id, {
      terraformResourceType: "terraform_data",
      terraformGeneratorMetadata: { providerName: "terraform" },
      lifecycle: {
        ignoreChanges: ["input"],
        postcondition: Object.entries(values).map(([field, value]) => {
          const created = Fn.lookup(output, field, value);
          return {
            condition: Op.eq(created, value),
            errorMessage: `${field}: ${table[field].note}. The cluster was created with ${Token.asString(created)}, and cannot change to ${value}.`,
          };
        }),
      },
    });
    this.addOverride("input", values);
  }
}
