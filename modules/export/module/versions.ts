import type { ClusterSpec } from "../../cluster/vocabulary";
import type { JsonObject } from "../configuration";
import { differingPlaces, type Place } from "./differences";
import { expressionOf, quoted } from "./hcl";
import type { Stack } from "./stack";

/** The Kubernetes version as an input, with what follows from each. */
export interface VersionInput {
  readonly versions: readonly string[];

  /** Places where the stacks of the versions differ; values in the order of the versions. */
  readonly places: readonly Place[];
}

/** How far ahead of the file a caller may go. */
const ahead = 3;

/**
 * The version of the file and those that come after it: a stack is made of each that the rules accept, and what differs is
 * looked up by the version. So a caller gets the versions of add-ons and images that belong to it.
 *
 * @returns undefined when there is no other version
 */
export function versionInput<Cluster extends ClusterSpec>({
  cluster,
  accepts,
  synthesize,
}: Stack<Cluster>): VersionInput | undefined {
  const [, major, minor] = /^(\d+)\.(\d+)$/.exec(cluster.kubernetesVersion) ?? [];
  if (minor === undefined) return undefined;

  const versions = [cluster.kubernetesVersion];
  const stacks = [synthesize(cluster)];
  for (let more = 1; more <= ahead; more++) {
    const later = { ...cluster, kubernetesVersion: `${major}.${Number(minor) + more}` };
    if (!accepts(later)) break;
    const stack = synthesize(later);
    if (differingPlaces([stacks[0], stack]) === undefined) break;
    versions.push(later.kubernetesVersion);
    stacks.push(stack);
  }
  return versions.length > 1 ? { versions, places: differingPlaces(stacks)! } : undefined;
}

export function versionsVariable({ versions }: VersionInput): JsonObject {
  const list = versions.map(quoted).join(", ");
  return {
    description: "Kubernetes version of the control plane, of the nodes, and of what comes with them",
    type: "string",
    default: versions[0],
    nullable: false,
    validation: [
      {
        condition: `\${contains([${list}], var.kubernetes_version)}`,
        error_message: `The Kubernetes version must be ${versions.join(", ").replace(/, ([^,]*)$/, " or $1")}.`,
      },
    ],
  };
}

/** What stands at a place, by the version. */
export function versionExpression({ versions }: VersionInput, { values }: Place): string {
  if (values.every((value, i) => value === versions[i])) return "${var.kubernetes_version}";
  const table = Object.fromEntries(versions.map((version, i) => [version, values[i]]));
  return `\${${expressionOf(table)}[var.kubernetes_version]}`;
}
