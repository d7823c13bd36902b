import { existsSync, readFileSync } from "node:fs";
import { type Finding, warning } from "../../../cluster/problem";
import { defineRules, isKnown } from "../../../cluster/rules/rule";
import type { KubeadmClusterProps } from "../../spec";
import { chartManifestsOf } from "../chart-manifests";
import { unknownValues, valueKeysOf } from "../chart-values";
import { manifestsFolderOf, valuesFileOf } from "../own-manifests";

const path = ["kubeadm", "software", "manifests"];

/** The text of a file; undefined if there is none, or another program reports it. */
function textOf(file: string): string | undefined {
  try {
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}

export const rules = defineRules<KubeadmClusterProps>("kubeadm/software", {
  /**
   * The chart of a file in the folder `values` has its values, in the version for the minor of Kubernetes. Warning: Helm ignores a value that
   * a chart does not have. Versions that the table of charts does not have are not checked.
   *
   * @see https://helm.sh/docs/chart_template_guide/values_files/
   */
  "values-of-charts"(cluster) {
    const folder = manifestsFolderOf(cluster);
    if (!isKnown(folder) || !isKnown(cluster.kubernetesVersion)) return [];
    return chartManifestsOf(cluster).charts.flatMap(({ chart, version }): Finding[] => {
      const file = valuesFileOf(folder, chart);
      const keys = version === undefined ? undefined : valueKeysOf(chart, version);
      const text = keys === undefined ? undefined : textOf(file);
      if (keys === undefined || text === undefined) return [];
      return unknownValues(text, keys).map(({ line, key, advice }) =>
        warning(
          path,
          `${file}:${line}: ${key} is no value of the chart ${chart} ${version}, and Helm ignores it${advice}`,
        ),
      );
    });
  },
});
