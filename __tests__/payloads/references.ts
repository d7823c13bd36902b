import type * as fastCheck from "fast-check";
import { stringify } from "yaml";
import { fields as aks } from "../../modules/aks/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import { isError, type Problem } from "../../modules/cluster/problem";
import { fields as eks } from "../../modules/eks/fields.generated";
import { checkEnvironment } from "../../modules/environment/check";
import { platforms } from "../../modules/environment/platforms";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { YamlText } from "../../modules/environment/yaml-text";
import { fields as gke } from "../../modules/gke/fields.generated";
import { fields as kubeadm } from "../../modules/kubeadm/fields.generated";
import { witnesses } from "../fields/witnesses";
import { aksClusters } from "../properties/aks";
import { environment, today } from "../properties/common";
import { eksClusters } from "../properties/eks";
import { gkeClusters } from "../properties/gke";
import { kubeadmClusters } from "../properties/kubeadm";
import { type Place, placesOf } from "./places";
import { richClusters } from "./rich";
import { synthesizeStack } from "../support/stack";

type Platform = PlatformClusterSpec["platform"];

export const fieldsOf: Readonly<Record<Platform, FieldTable>> = { eks, aks, gke, kubeadm };

const clustersOf = { eks: eksClusters, aks: aksClusters, gke: gkeClusters, kubeadm: kubeadmClusters };

/** The name of the variable in references. */
export const variable = "zqxj";

/** Places of all fields of a platform, in clusters that write as many documents as possible. */
export function referencePlaces(platform: Platform, runs: number): readonly Place[] {
  const more = witnesses[platform].flatMap(({ before, after }) => [before, after]);
  const clusters = clustersOf[platform] as fastCheck.Arbitrary<PlatformClusterSpec>;
  return placesOf(fieldsOf[platform], clusters, [...richClusters[platform], ...more], { runs }).places;
}

/** A text of Terraform JSON that has a reference to the variable. */
export interface Referring {
  /** The type of the resource and the argument, such as `aws_iam_role_policy.policy`. */
  readonly argument: string;
  readonly text: string;
}

/**
 * The texts that refer to the variable, if a place has a text with a reference; undefined if the file is refused.
 *
 * @param text - such as `a ${var.zqxj}`
 */
export function referringTexts(
  place: Place,
  text: string,
  options: { readonly sensitive?: true } = {},
): Referring[] | undefined {
  const value = { variables: { [variable]: { type: "string", ...options } }, clusters: [place.with(text)] };
  const yaml = new YamlText(stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 }));
  const context = { today, platforms, written: (path: Problem["path"]) => yaml.written(path) };
  const { clusters, settings, problems } = checkEnvironment(environment, yaml.value!, context);
  if (problems.some(isError)) return undefined;
  const found: Referring[] = [];
  for (const cluster of clusters) {
    const { terraform } = synthesizeStack(cluster, settings);
    for (const [type, elements] of Object.entries(terraform.resource as Record<string, object>)) {
      for (const element of Object.values(elements)) visit(element, type, found);
    }
    for (const { value: output } of Object.values(
      terraform.output as Readonly<Record<string, { value: unknown }>>,
    ))
      visit(output, "output", found);
  }
  return found;
}

function visit(value: unknown, argument: string, found: Referring[]): void {
  if (typeof value === "string") {
    if (value.includes(`var.${variable}`)) found.push({ argument, text: value });
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    visit(item, Array.isArray(value) ? argument : `${argument}.${key}`, found);
  }
}

/** Whether an argument is a document in another language, or a map that the cloud or the cluster shows. */
export const isDocument = ({ argument, text }: Referring): boolean =>
  /\.((\w+_)?policy|user_data|custom_data|configuration_values|expression)$|\.((\w+_)?(tags|labels|taints?|metadata))(\.|$)/.test(
    argument,
  ) || /\b(jsonencode|base64encode|format|regex)\(/.test(text);
