import { isKnown } from "../cluster/rules/rule";
import { sizeOf } from "../cluster/scaling";
import type { ClusterSpec, NodeGroupSpec, ProgramSpec } from "../cluster/vocabulary";
import { type Chart, type ProgramName, versionsFor } from "./chart";
import { charts } from "./charts";

/** The values of a chart. Strings may be tokens. */
export type Values = Readonly<Record<string, unknown>>;

/** A program that a stack installs. */
export interface Release {
  readonly program: ProgramName;
  readonly values: Values;
}

/** A service account as Kubernetes names it. */
interface Account {
  readonly namespace: string;
  readonly serviceAccount: string;
}

type Workloads = Pick<ClusterSpec, "workloads" | "kubernetesVersion">;

/** What a file sets for a program; undefined if it does not name it. */
export const settingOf = (
  { workloads }: Workloads,
  program: ProgramName,
): boolean | ProgramSpec | undefined => workloads?.programs?.[program];

/** The version of the chart that a stack installs; undefined if the catalogue has none for the Kubernetes version. */
export function chartVersionOf(cluster: Workloads, program: ProgramName): string | undefined {
  const setting = settingOf(cluster, program);
  const chosen = typeof setting === "object" ? setting.chartVersion : undefined;
  return chosen ?? versionsFor(charts[program], cluster.kubernetesVersion)[0];
}

/** Where the chart of a program comes from: the mirror of the file, or its own repository. */
export const repositoryOf = ({ workloads }: Workloads, program: ProgramName): string =>
  workloads?.charts?.repository ?? charts[program].repository;

/** The digest that a file requires of a chart. */
export function digestOf(cluster: Workloads, program: ProgramName): string | undefined {
  const setting = settingOf(cluster, program);
  return typeof setting === "object" ? setting.digest : undefined;
}

/** The service account of the controller of a program. */
export const accountOf = (program: ProgramName): Account => ({
  namespace: charts[program].namespace,
  serviceAccount: program,
});

/** The tolerations of add-ons, for all Deployments of a chart: dedicated nodes for add-ons have this taint. */
export function tolerationsOf({ tolerations }: Pick<Chart, "tolerations">): Values {
  return tolerations.reduce<Values>(
    (values, key) => withValue(values, key, [{ key: "CriticalAddonsOnly", operator: "Exists" }]),
    {},
  );
}

/** Pods of all Deployments run on Linux: clusters can have Windows nodes. The other charts have this selector already. */
function placementOf(program: ProgramName): Values {
  return Object.keys(charts[program].keys)
    .filter((key) => /(^|\.)nodeSelector$/.test(key))
    .reduce<Values>((values, key) => withValue(values, key, { "kubernetes.io/os": "linux" }), {});
}

/**
 * The values that name the service account of a program.
 *
 * @param annotations - of the service account; omitted if it needs none
 */
export function accountValues(program: ProgramName, annotations?: Readonly<Record<string, string>>): Values {
  const keys = Object.keys(charts[program].keys);
  const keyOf = (name: string) => keys.find((key) => key.endsWith(`serviceAccount.${name}`));
  const [name, ofAnnotations] = [keyOf("name"), keyOf("annotations")];
  const named = name === undefined ? {} : withValue({}, name, accountOf(program).serviceAccount);
  return annotations && ofAnnotations !== undefined ? withValue(named, ofAnnotations, annotations) : named;
}

/** A release with the values that all programs have in common. */
export const releaseOf = (program: ProgramName, values: Values, account: Values): Release => ({
  program,
  values: [tolerationsOf(charts[program]), placementOf(program), account].reduce(merged, values),
});

/** Two copies if the cluster always has two nodes for them: a copy without a node would let the deployment fail. */
export function copiesOn(groups: readonly Pick<NodeGroupSpec, "size">[]): number {
  const nodes = groups
    .map(({ size }) => (isKnown(size) ? sizeOf(size).min : 0))
    .reduce((sum, min) => sum + (isKnown(min) ? min : 0), 0);
  return nodes >= 2 ? 2 : 1;
}

/** Two values of a chart, with the maps of both. */
export function merged(a: Values, b: Values): Values {
  return Object.entries(b).reduce<Values>((all, [key, value]) => {
    const old = all[key];
    return { ...all, [key]: isMap(old) && isMap(value) ? merged(old, value) : value };
  }, a);
}

/** Values with one more, at a path such as `webhook.tolerations`. */
export function withValue(values: Values, key: string, value: unknown): Values {
  const nested = key.split(".").reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
  return merged(values, nested as Values);
}

const isMap = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);
