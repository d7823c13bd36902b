import type { FieldTable } from "../cluster/fields";
import { type ClusterPlan, usedOf } from "../cluster/plan";
import { type AppliedObject, destructiveOf, removedObjects } from "./destructive";
import { changedFields } from "./fields";
import type { ForceNew } from "./force-new";
import type { ClusterComparison, Need } from "./model";
import { nodeChanges } from "./nodes";
import type { StartTime } from "./paces";
import { predict, type Synthesized } from "./predict";
import { diskRefusals, rangeRefusals, subnetRefusals, versionRefusals } from "./refusals";

type Config = Readonly<Record<string, unknown>>;

/** A cluster of the files, with its stack. */
export interface Side {
  readonly cluster: Config;
  readonly configuration: Synthesized;

  /** The arguments of the stack that are sets: see `setsOf`. */
  readonly sets: ReadonlySet<string>;
  readonly plan: ClusterPlan;

  /** The objects of Kubernetes that the machines of a kubeadm cluster apply, and remove without a manifest. */
  readonly objects?: readonly AppliedObject[];
}

/** What `compare` knows of the platform of a cluster. */
export interface PlatformTables {
  readonly fields: FieldTable;
  readonly forceNew?: ForceNew;

  /** The typical time in which machines of a resource type start, on the cloud of a cluster; without it, durations are unknown. */
  readonly startOf?: (type: string, cluster: Config) => StartTime | undefined;
}

/** Compares a cluster before and after an edit; one side is undefined if the cluster is created or removed. */
export function compareCluster(
  before: Side | undefined,
  after: Side | undefined,
  { fields, forceNew, startOf }: PlatformTables,
): ClusterComparison {
  const { cluster } = (after ?? before)!;
  const sets = new Set([...(before?.sets ?? []), ...(after?.sets ?? [])]);
  const { changes, refusals, unknown } = predict(
    before?.configuration ?? {},
    after?.configuration ?? {},
    forceNew,
    sets,
  );
  const isBoth = before !== undefined && after !== undefined;
  const edited = isBoth ? changedFields(before.cluster, after.cluster, fields, changes) : [];
  const all = isBoth
    ? [
        ...versionRefusals(before.cluster, after.cluster),
        ...rangeRefusals(before.configuration, after.configuration),
        ...diskRefusals(before.configuration, after.configuration),
        // Azure gets no request if the plan fails.
        ...(refusals.length > 0 ? [] : subnetRefusals(before.configuration, after.configuration, changes)),
        ...refusals,
      ]
    : refusals;
  const nodes = nodeChanges(changes, before?.configuration, after?.configuration, {
    platform: String(cluster.platform),
    startOf: (type) => startOf?.(type, cluster),
  });
  return {
    stack: String(cluster.name),
    platform: String(cluster.platform),
    change:
      before === undefined
        ? "created"
        : after === undefined
          ? "removed"
          : changes.length > 0 || all.length > 0
            ? "changed"
            : "unchanged",
    fields: edited,
    resources: changes,
    nodes,
    refusals: all,
    unknown,
    needs: isBoth ? needsOf(before.plan, after.plan) : [],
    destructive: destructiveOf({
      changes,
      nodes,
      refusals: all,
      before: before?.configuration,
      after: after?.configuration,
      removedObjects: isBoth ? removedObjects(before.objects, after.objects) : [],
    }),
  };
}

/** Capacities that the edit uses more than before, or that are smaller. */
function needsOf(before: ClusterPlan, after: ClusterPlan): Need[] {
  const old = new Map(before.capacities.map((capacity) => [capacity.name, Number(usedOf(capacity))]));
  return after.capacities.flatMap((capacity) => {
    const [was, is] = [old.get(capacity.name) ?? 0, Number(usedOf(capacity))];
    return is > was ? [{ name: capacity.name, before: was, after: is, size: Number(capacity.size) }] : [];
  });
}
