import { isAbsolute, join } from "node:path";
import type { ClusterWithWorkloads } from "../spec";
import type { ChartManifest } from "./chart-manifests";
import { manifestChart } from "./charts";
import type { Values } from "../../workloads/release";

/**
 * The arguments of Helm that print the objects of a chart, without a cluster.
 *
 * @param location - where the charts are: a folder, a repository (`https://…`) or a registry (`oci://…`). If omitted, the mirror of the
 * file, or the repository of the chart
 * @see https://helm.sh/docs/helm/helm_template/
 */
export function helmArguments(
  { kubernetesVersion, workloads }: ClusterWithWorkloads,
  { chart, version, values }: ChartManifest,
  location?: string,
): string[] {
  const { repository, namespace, keys } = manifestChart(chart);
  const place = location ?? workloads?.charts?.repository ?? repository;
  return [
    "template",
    chart,
    ...placeOf(place, chart, version ?? "VERSION"),
    ...["--namespace", namespace],
    ...["--kube-version", kubernetesVersion],
    "--include-crds",
    "--skip-tests",
    ...leaves(values, Object.keys(keys)).flatMap(([key, value]) => [
      "--set-json",
      `${key}=${JSON.stringify(value)}`,
    ]),
  ];
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
