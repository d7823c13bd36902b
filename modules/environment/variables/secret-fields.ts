import { defineProblems, type Path, type Problem } from "../../cluster/problem";
import { type Fields, isMap } from "../members";
import type { PlatformName } from "../platforms";
import { variablesIn, wholeReference, type Variables } from "./references";

const report = defineProblems("variables", {
  /**
   * A field that is a secret is one reference to a sensitive variable without default.
   *
   * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data
   */
  "secret-fields": "error",
});

/** Fields of clusters whose value is a secret: they are references to sensitive variables. */
export const secretFields: Readonly<Record<PlatformName, readonly Path[]>> = {
  eks: [],
  aks: [["aks", "windows", "adminPassword"]],
  gke: [],
  kubeadm: [],
};

/**
 * Checks the references of secret fields. A variable that is not sensitive can have a default, which would be in the file and in
 * the Terraform JSON. The platform's rules report secret fields without a reference.
 */
export function secretProblems(cluster: Fields, platform: PlatformName, variables: Variables): Problem[] {
  return secretFields[platform].flatMap((path) => {
    const value = path.reduce<unknown>((inner, step) => (isMap(inner) ? inner[step] : undefined), cluster);
    if (typeof value !== "string" || variablesIn(value).length === 0) return [];
    const fault = faultOf(wholeReference(value), variables);
    return fault === undefined
      ? []
      : [report["secret-fields"](path, `must be a reference to a sensitive variable${fault}`)];
  });
}

/** Does not show the value: text around a reference is part of the secret. */
function faultOf(name: string | undefined, variables: Variables): string | undefined {
  if (name === undefined) return " and nothing else: ${var.NAME}";
  const spec = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (spec === undefined || spec.sensitive === true) return undefined;
  const more = spec.default === undefined ? "" : " and remove its default";
  return `; var.${name} is not: add sensitive: true${more}`;
}
