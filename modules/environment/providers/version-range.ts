import { awsProvider } from "../../aws/provider";
import { azurermProvider } from "../../azure/provider";
import { googleProvider } from "../../google/provider";
import { shown } from "../../cluster/values";
import type { ProviderName } from "./types";

/** The versions that the constructs are written for, from the version of the bindings on. */
export const supportedVersions: Readonly<Record<ProviderName, VersionRange>> = {
  aws: awsProvider,
  azurerm: { ...azurermProvider, majorsDiffer: true },
  google: googleProvider,
};

/** Versions from one to below another. */
export interface VersionRange {
  readonly minimum: string;
  readonly below: string;

  /** No configuration is valid for two majors, because each requires arguments that the other does not have. */
  readonly majorsDiffer?: true;
}

/**
 * Limits the versions of an environment to those that the constructs are written for.
 *
 * @param wanted - version constraints of Terraform, e.g. `~> 6.30, != 6.31.0`
 * @returns the whole constraint for `required_providers`, or why it is not valid
 */
export function narrowed(
  wanted: string,
  { minimum, below, majorsDiffer }: VersionRange,
): { range: string; minimum: string } | { fault: string } {
  const constraints = wanted.split(",").map((text) => parse(text.trim()));
  const broken = constraints.indexOf(undefined);
  if (broken >= 0) {
    return {
      fault: `must be a version constraint such as "~> ${minimum.replace(/\.\d+$/, "")}", got ${shown(wanted)}`,
    };
  }
  const bounds = (constraints as Constraint[]).map(boundsOf);
  const [least, most] = [version(minimum)!, version(below)!];
  const from = bounds
    .flatMap(({ from }) => (from ? [from] : []))
    .sort(compare)
    .at(-1);
  const to = bounds.flatMap(({ to }) => (to ? [to] : [])).sort(compare)[0];

  const writtenFor = `the constructs are written for >= ${minimum}, < ${below}`;
  if (from && compare(from, least) < 0)
    return { fault: `must not allow versions below ${minimum}: ${writtenFor}` };
  if (to && compare(to, most) > 0)
    return { fault: `must not allow versions from ${below} on: ${writtenFor}` };
  if (compare(from ?? least, to ?? most) >= 0)
    return { fault: `no version is in ${shown(wanted)}: ${writtenFor}` };

  const first = from ?? least;
  const nextMajor: Version = [first[0] + 1, 0, 0];
  if (majorsDiffer && to && compare(to, nextMajor) > 0) {
    return {
      fault:
        `allows the majors ${first[0]} and ${first[0] + 1}, which require different arguments, got ${shown(wanted)}; ` +
        `choose "~> ${first[0]}.${first[1]}" or "~> ${first[0] + 1}.0"`,
    };
  }
  const end = majorsDiffer && compare(nextMajor, most) < 0 ? nextMajor.join(".") : below;
  const parts = [...(from ? [] : [`>= ${minimum}`]), ...wanted.split(",").map((text) => text.trim())];
  return { range: [...parts, ...(to ? [] : [`< ${end}`])].join(", "), minimum: first.join(".") };
}

type Version = readonly [major: number, minor: number, patch: number];
type Constraint = { readonly operator: string; readonly version: Version; readonly parts: number };

function parse(text: string): Constraint | undefined {
  const match = /^(=|!=|>=|<=|>|<|~>)?\s*(\d+(?:\.\d+){0,2})$/.exec(text);
  const parsed = match ? version(match[2]) : undefined;
  return parsed && { operator: match![1] ?? "=", version: parsed, parts: match![2].split(".").length };
}

function version(text: string): Version | undefined {
  const [major, minor = 0, patch = 0] = text.split(".").map(Number);
  return [major, minor, patch].every(Number.isSafeInteger) ? [major, minor, patch] : undefined;
}

/** The first version that a constraint allows, and the first above it that it does not allow. */
function boundsOf({ operator, version, parts }: Constraint): { from?: Version; to?: Version } {
  const [major, minor, patch] = version;
  const next: Version = [major, minor, patch + 1];
  switch (operator) {
    case "=":
      return { from: version, to: next };
    case ">=":
      return { from: version };
    case ">":
      return { from: next };
    case "<":
      return { to: version };
    case "<=":
      return { to: next };
    case "~>":
      // The last part of the constraint may increase; a constraint of one part has no upper bound.
      if (parts === 1) return { from: version };
      return { from: version, to: parts === 3 ? [major, minor + 1, 0] : [major + 1, 0, 0] };
    default:
      return {};
  }
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
