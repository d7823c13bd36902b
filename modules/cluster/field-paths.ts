/** One step from a value to those below it. */
export type Step =
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "items" | "values" }
  | { readonly kind: "variant"; readonly type: string };

/** `nodeGroups[].labels.*` as the steps `nodeGroups`, each item, `labels`, each value. */
export function stepsOf(path: string): readonly Step[] {
  return [...path.matchAll(/\[\]|\.\*|\(([^()]+)\)|\.?([A-Za-z0-9_-]+)/g)].map(([text, type, name]) => {
    if (text === "[]") return { kind: "items" };
    if (text === ".*") return { kind: "values" };
    return type === undefined ? { kind: "field", name } : { kind: "variant", type };
  });
}
