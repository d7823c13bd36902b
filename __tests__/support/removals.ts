/** Copies of a cluster without one field, for each field that is set, with the path of the field. */
export const removals = <Cluster extends object>(cluster: Cluster): [field: string, without: Cluster][] =>
  without(cluster, "") as [string, Cluster][];

function without(value: unknown, path: string): [path: string, copy: unknown][] {
  if (Array.isArray(value)) {
    return value.flatMap((item, i) =>
      without(item, `${path}[]`).map(([at, copy]): [string, unknown] => [
        at,
        value.map((one: unknown, j) => (i === j ? copy : one)),
      ]),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    const at = path === "" ? key : `${path}.${key}`;
    const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
    return [
      [at, rest],
      ...without(item, at).map(([inner, copy]): [string, unknown] => [inner, { ...value, [key]: copy }]),
    ];
  });
}

/** The arguments of a resource that the second configuration of it has no longer. Of several blocks, the first ones are compared. */
export function vanished(before: unknown, after: unknown, path = ""): string[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length > 0 && after.length > 0 ? vanished(before[0], after[0], path) : [];
  }
  if (!isMap(before) || !isMap(after)) return [];
  return Object.entries(before).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return after[key] === undefined ? [at] : vanished(value, after[key], at);
  });
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
