import { error, type Path, type Problem } from "../problem";
import { isUnresolved } from "../tokens";
import type { ClusterSpec } from "../vocabulary";
import { shown, defineRules } from "./rule";

/** Steps from the cluster down to a field; `*` stands for every member of a list or map. */
export type FieldPattern = readonly string[];

/** Fields that decide which resources there are and what they are called, on every platform. */
const shape: readonly FieldPattern[] = [
  ["name"],
  ["region"],
  ["kubernetesVersion"],
  ["network", "zones"],
  ["network", "zones", "*"],
  ["network", "nat"],
  ["network", "private"],
  ["network", "ipFamily"],
  ["access", "publicFrom"],
  ["access", "admins"],
  ["access", "editors"],
  ["access", "viewers"],
  ["nodeGroups"],
  ["nodeGroups", "*", "name"],
  ["nodeGroups", "*", "size"],
  ["nodeGroups", "*", "size", "min"],
  ["nodeGroups", "*", "size", "max"],
  ["nodeGroups", "*", "capacity"],
  ["nodeGroups", "*", "zones"],
  ["nodeGroups", "*", "zones", "*"],
  ["nodeGroups", "*", "spread"],
  ["nodeGroups", "*", "taints"],
  ["nodeGroups", "*", "taints", "*", "key"],
  ["nodeGroups", "*", "taints", "*", "effect"],
  ["autoscaling"],
  ["storage", "block"],
  ["encryption", "secrets"],
  ["protection"],
];

export const rules = defineRules<ClusterSpec>("cluster/fields", {
  /** Terraform learns the values of variables when the shape of the configuration stands: see docs of CDKTF tokens. */
  "shape-is-literal"(cluster) {
    return unresolvedFields(cluster, shape);
  },
});

/** An error for each field of the patterns whose value only Terraform knows. */
export function unresolvedFields(cluster: object, patterns: readonly FieldPattern[]): Problem[] {
  return patterns
    .flatMap((pattern) => fields(cluster, pattern))
    .filter(([, value]) => isUnresolved(value))
    .map(([path, value]) =>
      error(
        path,
        `must be a literal, got ${typeof value === "string" ? shown(value) : "a reference"}: ` +
          "it decides which resources there are, before Terraform knows any variable",
      ),
    );
}

function fields(value: unknown, pattern: FieldPattern, path: Path = []): [Path, unknown][] {
  const [step, ...rest] = pattern;
  if (step === undefined) return [[path, value]];
  // What stands below a reference is reported at the reference itself.
  if (typeof value !== "object" || value === null || isUnresolved(value)) return [];
  if (step === "*") {
    return Object.entries(value).flatMap(([key, member]) =>
      fields(member, rest, [...path, Array.isArray(value) ? Number(key) : key]),
    );
  }
  return step in value ? fields((value as Record<string, unknown>)[step], rest, [...path, step]) : [];
}
