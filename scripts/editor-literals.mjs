/**
 * The places of the JSON Schema whose values accept no reference to a variable, as the field tables of the platforms state with `literal`. Types
 * are shared: a place that one field leaves open is open.
 */

const toDefinition = "#/definitions/";

/**
 * @param schema - the JSON Schema of environment files
 * @param platforms - of each platform, the name of the definition of its clusters, and its field table
 * @param stepsOf - the steps of the path of a field
 * @returns for a node of the schema, whether its value, and whether the whole list must be a literal
 */
export function literalPlaces(schema, platforms, stepsOf) {
  /** The literals of all fields that a node describes. */
  const found = new Map();
  const resolved = (node) =>
    node?.$ref === undefined ? node : resolved(schema.definitions[node.$ref.slice(toDefinition.length)]);

  /** A node, the definition that it names, and its alternatives. */
  function alternativesOf(node) {
    if (node === undefined) return [];
    const target = resolved(node);
    const all = target === node ? [node] : [node, target];
    return [...all, ...(target.anyOf ?? []).flatMap(alternativesOf)];
  }

  function below(node, { kind, name, type }) {
    return alternativesOf(node).flatMap(({ items, additionalProperties, properties = {}, ...one }) => {
      if (kind === "items") return items ?? [];
      if (kind === "values") return typeof additionalProperties === "object" ? additionalProperties : [];
      if (kind === "variant") return properties.type?.const === type ? { properties, ...one } : [];
      return properties[name] ?? [];
    });
  }

  function mark(node, literal) {
    for (const one of alternativesOf(node)) {
      found.set(one, [...(found.get(one) ?? []), literal]);
      if (one.items && !one.items.$ref) mark(one.items, literal === "value" ? literal : undefined);
    }
  }

  for (const { root, fields } of platforms) {
    for (const [path, { literal, program, refused }] of Object.entries(fields)) {
      if (refused !== undefined) continue;
      const start = [schema.definitions[root]];
      const nodes = stepsOf(path).reduce((from, step) => from.flatMap((node) => below(node, step)), start);
      // A program has references in its language.
      for (const node of new Set(nodes)) mark(node, program ? undefined : literal);
    }
  }

  const every = (node, is) => found.has(node) && found.get(node).every(is);
  return {
    isLiteral: (node) => every(node, (literal) => literal === "value"),
    isLiteralList: (node) => every(node, (literal) => literal !== undefined),
  };
}

/**
 * The definitions that need a copy for a platform, because its fields of a shared type are literals, and other fields of this type are not: those
 * with such a place, and those between them and the definition of the clusters.
 *
 * @param root - the name of the definition of the clusters, which belongs to the platform alone
 * @param own - the literals of the platform
 * @param shared - the literals of all platforms
 */
export function ownDefinitions(schema, root, own, shared) {
  const differs = (node) =>
    typeof node === "object" &&
    node !== null &&
    (own.isLiteral(node) !== shared.isLiteral(node) ||
      own.isLiteralList(node) !== shared.isLiteralList(node) ||
      Object.values(node).some(differs));
  const known = new Map();
  function visit(name) {
    if (known.has(name)) return known.get(name);
    known.set(name, false);
    const definition = schema.definitions[name];
    const targets = [...JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g)];
    // All of them, so that each is known.
    const below = targets.map(([, target]) => visit(target));
    known.set(name, below.includes(true) || differs(definition));
    return known.get(name);
  }
  visit(root);
  return new Set([...known].flatMap(([name, hasPlace]) => (hasPlace && name !== root ? [name] : [])));
}

/** Refuses a reference in a text. */
export const noReference = {
  pattern: "^(?!.*\\$\\{\\s*var\\.)",
  patternErrorMessage:
    "Must be a literal: the value decides which resources exist, before Terraform knows any variable.",
};
