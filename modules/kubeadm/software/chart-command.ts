import { isAbsolute, join } from "node:path";
import type { ClusterWithWorkloads } from "../spec";
import type { RenderedChart } from "./chart-manifests";
import { manifestChart } from "./charts";
import type { Values } from "../../workloads/release";

/** Values of the user for a chart. They replace those of the cluster. */
export interface OwnValues {
  readonly file: string;
  readonly values: Values;
}

/** Where a chart is, and what the user adds. */
export interface HelmOptions {
  /** A folder, a repository (`https://…`) or a registry (`oci://…`). If omitted, the mirror of the file, or the repository of the chart. */
  readonly location?: string;
  readonly own?: OwnValues;
}

/**
 * The arguments of Helm that print the objects of a chart, without a cluster.
 *
 * @see https://helm.sh/docs/helm/helm_template/
 */
export function helmArguments(
  { kubernetesVersion, workloads }: ClusterWithWorkloads,
  { chart, version, values }: Pick<RenderedChart, "chart" | "version" | "values">,
  { location, own }: HelmOptions = {},
): string[] {
  const { repository, namespace, keys } = manifestChart(chart);
  const place = location ?? workloads?.charts?.repository ?? repository;
  return [
    "template",
    chart,
    ...placeOf(place, chart, version),
    ...["--namespace", namespace],
    ...["--kube-version", kubernetesVersion],
    "--include-crds",
    "--skip-tests",
    ...(own === undefined ? [] : ["--values", inList(own.file)]),
    // Helm prefers these to files.
    ...leaves(values, Object.keys(keys))
      .filter(([key]) => own === undefined || !isSet(own.values, key.split(".")))
      .flatMap(([key, value]) => ["--set-json", `${key}=${JSON.stringify(value)}`]),
  ];
}

/** A path for an option of Helm that takes a list with commas. */
const inList = (path: string): string => (/[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path);

/** Whether values have a key, or replace a map above it. */
function isSet(values: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined || typeof values !== "object" || values === null) return true;
  return Object.hasOwn(values, step) && isSet((values as Values)[step], rest);
}

function placeOf(place: string, chart: string, version: string): string[] {
  if (place.startsWith("oci://"))
    return [`${place.endsWith("/") ? place.slice(0, -1) : place}/${chart}`, "--version", version];
  if (/^https?:\/\//.test(place)) return [chart, "--repo", place, "--version", version];
  // Helm reads a relative path as a chart of a repository that it knows.
  const file = join(place, `${chart}-${version}.tgz`);
  return [isAbsolute(file) ? file : `./${file}`];
}

/** The values by key. */
function leaves(values: Values, keys: readonly string[], path = ""): [string, unknown][] {
  return Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const key = path === "" ? name : `${path}.${name}`;
    return keys.includes(key) ? [[key, value]] : leaves(value as Values, keys, key);
  });
}
