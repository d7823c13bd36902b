import { plain } from "../cluster/nearest";
import table from "./synonyms.json";

/** Names of a field in other tools, and the field of this format. */
export interface Synonym {
  /** Names in other tools. Spelling conventions do not matter: `instance_types` equals `instanceTypes`. */
  readonly names: readonly string[];

  /** The field, as a path from the map with the unknown field. The row applies only if the map allows the first step. */
  readonly field: readonly string[];

  /** Another field that the map must allow, to distinguish maps. */
  readonly sibling?: string;

  /** An example of the field. */
  readonly example?: string;
}

/**
 * Field names of eksctl, terraform-aws-eks, the Terraform providers, the APIs of the clouds, Cluster API and kOps. The first row that
 * applies to a map is used.
 */
export const synonyms: readonly Synonym[] = Object.values(table.fields).flat();

const rows = new Map<string, Synonym[]>();
for (const row of synonyms) {
  for (const name of row.names) rows.set(plain(name), [...(rows.get(plain(name)) ?? []), row]);
}

/** The row for an unknown field of a map that allows the given fields; undefined if no other tool has a field of this name. */
export function synonymOf(name: string, allowed: readonly string[]): Synonym | undefined {
  const allows = (field: string | undefined) => field === undefined || allowed.includes(field);
  return rows.get(plain(name))?.find(({ field, sibling }) => allows(field[0]) && allows(sibling));
}
