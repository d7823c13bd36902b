import { error, type Path, type Problem } from "../../cluster/problem";
import { type Fields, isMap } from "../members";
import type { PlatformName } from "../platforms";
import { variablesIn, wholeReference, type Variables } from "./references";

/** Fields of clusters whose value is a secret, and so the whole of a sensitive variable. */
export const secretFields: Readonly<Record<PlatformName, readonly Path[]>> = {
  eks: [],
  aks: [["aks", "windows", "adminPassword"]],
  gke: [],
};

/**
 * What is wrong with a cluster's references where secrets stand. A variable that is not sensitive may have a default, which
 * would be in the file and in all that is written from it. What has no reference is for the platform's rules.
 */
export function secretProblems(cluster: Fields, platform: PlatformName, variables: Variables): Problem[] {
  return secretFields[platform].flatMap((path) => {
    const value = path.reduce<unknown>((inner, step) => (isMap(inner) ? inner[step] : undefined), cluster);
    if (typeof value !== "string" || variablesIn(value).length === 0) return [];
    const fault = faultOf(wholeReference(value), variables);
    return fault === undefined ? [] : [error(path, `must be a reference to a sensitive variable${fault}`)];
  });
}

/** Never shows the value: what stands around a reference is part of the secret. */
function faultOf(name: string | undefined, variables: Variables): string | undefined {
  if (name === undefined) return " and nothing else: ${var.NAME}";
  const spec = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (spec === undefined || spec.sensitive === true) return undefined;
  const more = spec.default === undefined ? "" : " and remove its default";
  return `; var.${name} is not: add sensitive: true${more}`;
}
