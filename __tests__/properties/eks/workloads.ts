import { rules } from "../../../modules/eks/workloads/rules/workloads";
import type { EksClusterSpec } from "../../../modules/eks/spec";
import { versionsFor } from "../../../modules/workloads/chart";
import { charts, programNames } from "../../../modules/workloads/charts";
import { today } from "../common";
import type { Draw } from "../draw";

type Workloads = NonNullable<EksClusterSpec["workloads"]>;

/** A cluster with a second stack if it can have the drawn one. */
export function withWorkloads(draw: Draw, cluster: EksClusterSpec): EksClusterSpec {
  const workloads = draw.chance(20) ? workloadsOf(draw, cluster) : undefined;
  if (workloads === undefined) return cluster;
  const spec = { ...cluster, workloads };
  return rules.every(({ check }) => check(spec, { today }).length === 0) ? spec : cluster;
}

function workloadsOf(draw: Draw, { kubernetesVersion }: EksClusterSpec): Workloads {
  const programs = programNames.flatMap((program) => {
    const versions = versionsFor(charts[program], kubernetesVersion);
    // Most combinations of many programs break a rule.
    const setting = draw.one([
      ...Array<undefined>(4).fill(undefined),
      true,
      false,
      versions.length > 0 ? { chartVersion: draw.one(versions) } : {},
    ]);
    return setting === undefined ? [] : [[program, setting] as const];
  });
  return {
    programs: Object.fromEntries(programs),
    charts: draw.maybe(() => ({
      repository: draw.one(["oci://registry.example.com/charts", "https://charts.example.com"]),
    })),
  };
}
