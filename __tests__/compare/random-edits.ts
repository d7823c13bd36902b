import fc from "fast-check";
import { compareCluster, type PlatformTables, type Side } from "../../modules/compare";
import { eksClusters } from "../properties/eks";
import { type ClusterDocument, editedDocument } from "../e2e/support/edits";
import { type Effect, effectOf, effects, validSideOf } from "./side";

/** A cluster with some fields of another valid cluster. */
export interface RandomEdit {
  /** The changed fields with their values. */
  readonly title: string;
  readonly effect: Effect;
  readonly side: Side;
}

type Fields = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields of a drawn cluster that the edited cluster can take: those of its blocks, and of its first node group for each group. */
function fieldsOf(drawn: Fields): [path: string, value: unknown][] {
  return Object.entries(drawn).flatMap(([key, value]): [string, unknown][] => {
    if (["name", "platform", "region", "protection"].includes(key)) return [];
    if (key === "nodeGroups") {
      const [group] = value as readonly Fields[];
      return Object.entries(group ?? {})
        .filter(([field]) => field !== "name")
        .flatMap(([field, one]) => [0, 1].map((i): [string, unknown] => [`nodeGroups.${i}.${field}`, one]));
    }
    return isMap(value)
      ? Object.entries(value).map(([field, one]): [string, unknown] => [`${key}.${field}`, one])
      : [[key, value]];
  });
}

/**
 * Random edits of the cluster that the deploy tests edit, of each effect up to a number.
 *
 * @param prepared - removes from a stack what the provider does not support
 */
export function* randomEdits(
  before: Side,
  tables: PlatformTables,
  { seed, each, most }: { readonly seed: number; readonly each: number; readonly most: number },
  prepared: (side: Side) => Side = (side) => side,
): Generator<RandomEdit> {
  const counts = new Map<Effect, number>(effects.map((effect) => [effect, 0]));
  const drawn = fc.sample(eksClusters, { numRuns: most, seed });
  const choices = fc.sample(fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), { numRuns: most, seed });
  for (const [i, cluster] of drawn.entries()) {
    if ([...counts.values()].every((count) => count >= each)) return;
    const fields = fieldsOf(cluster as unknown as Fields);
    const [first, second, third] = choices[i];
    const one = fields[first % fields.length];
    const taken = second % 2 === 0 ? [one] : [one, fields[second % fields.length]];
    // Without this field, most edits of node groups are refused.
    const replacement = /^nodeGroups\.\d/.exec(one[0]) && ["blue-green", "recreate", undefined][third % 3];
    const edited: [string, unknown][] = [
      ...taken,
      ...(replacement ? ([[`${one[0].slice(0, 12)}.replacement`, replacement]] as [string, unknown][]) : []),
    ];
    const side = validSideOf(editedDocument((document) => change(document, edited)));
    if (side === undefined) continue;
    const found = compareCluster(before, prepared(side), tables);
    // EKS refuses these, and the plan of Terraform does not.
    if (found.refusals.some(({ reason }) => reason.startsWith("kubernetesVersion: "))) continue;
    const effect = effectOf(found);
    if (effect === undefined || counts.get(effect)! >= each) continue;
    counts.set(effect, counts.get(effect)! + 1);
    const title = edited.map(([path, value]) => `${path}: ${JSON.stringify(value)}`).join(", ");
    yield { title, effect, side: prepared(side) };
  }
}

function change(document: ClusterDocument, edited: readonly (readonly [string, unknown])[]): void {
  for (const [path, value] of edited) {
    if (value === undefined) document.remove(path);
    else document.set(path, value);
  }
}
