import type { ProgramsSpec } from "../cluster/vocabulary";

/** Name of a program in the catalogue, and of its Helm release. */
export type ProgramName = keyof ProgramsSpec;

/** The type of a value in the values of a chart. */
export type ValueType = "boolean" | "list" | "map" | "number" | "text";

/** The Helm chart of a program. */
export interface Chart {
  /** Name of the program in messages. */
  readonly title: string;

  /** Name of the chart in its repository. */
  readonly name: string;

  /** URL of its repository. */
  readonly repository: string;

  /** Namespace of the release. */
  readonly namespace: string;

  /** The versions that the values were checked against, newest first. */
  readonly versions: readonly ChartVersion[];

  /**
   * The keys of the chart's values that releases set, with their types. Helm ignores an unknown key, so a key that a new version
   * renames would have no effect.
   */
  readonly keys: Readonly<Record<string, ValueType>>;

  /** Keys of tolerations: of each Deployment and Job of the chart. */
  readonly tolerations: readonly string[];

  /** Fargate runs its pods. */
  readonly runsOnFargate?: boolean;
}

/** A version of a chart, and the Kubernetes minors that the program supports. */
export interface ChartVersion {
  readonly version: string;

  /** The first minor. */
  readonly from: string;

  /** The last minor; undefined if the project names none. */
  readonly to?: string;
}

const minorOf = (version: string): number => Number(version.split(".")[1]);

/** The versions of a chart for a Kubernetes minor, newest first. */
export function versionsFor({ versions }: Pick<Chart, "versions">, kubernetesMinor: string): string[] {
  const minor = minorOf(kubernetesMinor);
  return versions
    .filter(({ from, to }) => minorOf(from) <= minor && (to === undefined || minor <= minorOf(to)))
    .map(({ version }) => version);
}
