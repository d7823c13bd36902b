import { type Configuration, isObject, type Json, objectOf } from "./configuration";

/** What a configuration uses, with the first version of Terraform that has it. The newest are first. */
const features: readonly (readonly [version: string, isUsed: (configuration: Configuration) => boolean])[] = [
  // https://developer.hashicorp.com/terraform/language/backend/s3#state-locking
  [
    "1.10.0",
    ({ terraform }) => objectOf(objectOf(objectOf(terraform).backend).s3).use_lockfile !== undefined,
  ],
  // https://developer.hashicorp.com/terraform/language/v1.7.x/upgrade-guides
  ["1.7.0", ({ removed }) => isUsed(removed)],
  // https://developer.hashicorp.com/terraform/language/v1.5.x/upgrade-guides
  ["1.5.0", ({ import: imports }) => isUsed(imports)],
  // https://developer.hashicorp.com/terraform/language/resources/terraform-data
  ["1.4.0", ({ resource }) => objectOf(resource).terraform_data !== undefined],
];

/**
 * The lower bound of all configurations: the first version with optional object attributes.
 *
 * @see https://developer.hashicorp.com/terraform/language/v1.3.x/upgrade-guides
 */
const lowest = "1.3.0";

const isUsed = (block: Json | undefined): boolean =>
  Array.isArray(block) ? block.length > 0 : isObject(block) && Object.keys(block).length > 0;

/** The constraint of the Terraform versions that can plan a configuration. */
export function requiredVersion(configuration: Configuration): string {
  const newest = features.find(([, isUsed]) => isUsed(configuration));
  return `>= ${newest?.[0] ?? lowest}`;
}
