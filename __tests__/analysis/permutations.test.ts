import fc from "fast-check";
import { fields as aksFields } from "../../modules/aks/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import { fields as eksFields } from "../../modules/eks/fields.generated";
import { compareCluster } from "../../modules/compare";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { fields as gkeFields } from "../../modules/gke/fields.generated";
import { fields as kubeadmFields } from "../../modules/kubeadm/fields.generated";
import { sideOfCluster } from "../compare/side";
import { aksClusters } from "../properties/aks";
import { environment } from "../properties/common";
import { eksClusters } from "../properties/eks";
import { gkeClusters } from "../properties/gke";
import { kubeadmClusters } from "../properties/kubeadm";
import { listsIn, orderedLists, reversed } from "./permuted";

/** `PROPERTY_RUNS` and `PROPERTY_SEED` select other clusters; the nightly run has 1,000 of each platform. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 2);
const seed = Number(process.env.PROPERTY_SEED ?? 20261129);

const platforms: Readonly<Record<string, readonly [fc.Arbitrary<PlatformClusterSpec>, FieldTable]>> = {
  eks: [eksClusters, eksFields],
  aks: [aksClusters, aksFields],
  gke: [gkeClusters, gkeFields],
  kubeadm: [kubeadmClusters, kubeadmFields],
};

/** What `compare` finds between a cluster and the same cluster in another order. */
function differences(
  cluster: PlatformClusterSpec,
  table: FieldTable,
  ordered: ReadonlySet<string> = orderedLists(table),
): string[] {
  const other = reversed(cluster, ordered) as PlatformClusterSpec;
  const { change, resources, fields } = compareCluster(sideOfCluster(cluster), sideOfCluster(other), {
    fields: table,
  });
  const found = [...resources.map(({ address }) => address), ...fields.map(({ field }) => field)];
  return found.length === 0 && change !== "unchanged" ? [change] : found;
}

test.each(Object.entries(platforms))(
  `%s: another order of sets and maps changes nothing in ${numRuns} clusters (seed ${seed})`,
  (_, [clusters, table]) => {
    const ordered = orderedLists(table);
    const found = fc.sample(clusters, { numRuns, seed }).flatMap((sample) => {
      const cluster = { ...sample, name: `${environment}-${sample.name}` };
      const changed = differences(cluster, table);
      if (changed.length === 0) return [];
      // The lists that cause it, each alone.
      const lists = [...new Set(listsIn(cluster))].filter((list) => !ordered.has(list));
      const causes = lists.filter(
        (list) =>
          differences(cluster, table, new Set([...ordered, ...lists.filter((other) => other !== list)]))
            .length > 0,
      );
      return [`${cluster.name}: ${causes.join(", ") || "maps"} change ${changed.slice(0, 3).join(", ")}`];
    });
    expect(found).toEqual([]);
  },
);
