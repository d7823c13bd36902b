import type { Rule } from "../../modules/cluster/rules/rule";
import { type ProgramName, versionsFor } from "../../modules/workloads/chart";
import { charts as catalogue } from "../../modules/workloads/charts";
import type { WithWorkloads } from "../../modules/workloads/programs";
import { today } from "./common";
import type { Draw } from "./draw";

type Workloads = NonNullable<WithWorkloads["workloads"]>;

/**
 * A cluster with a second stack if it can have the drawn one.
 *
 * @param programs - those that the platform installs
 * @param rules - those of the second stack
 */
export function withWorkloads<Cluster extends WithWorkloads>(
  draw: Draw,
  cluster: Cluster,
  programs: readonly ProgramName[],
  rules: readonly Rule<Cluster>[],
): Cluster {
  const workloads = draw.chance(45) ? workloadsOf(draw, cluster, programs) : undefined;
  if (workloads === undefined) return cluster;
  const spec = { ...cluster, workloads };
  return rules.every(({ check }) => check(spec, { today }).length === 0) ? spec : cluster;
}

function workloadsOf(
  draw: Draw,
  { kubernetesVersion }: WithWorkloads,
  names: readonly ProgramName[],
): Workloads {
  const programs = names.flatMap((program) => {
    const versions = versionsFor(catalogue[program], kubernetesVersion);
    // Most combinations of many programs break a rule.
    const pinned = versions.length > 0 ? { chartVersion: draw.one(versions) } : {};
    const setting = draw.one([...Array<undefined>(4).fill(undefined), true, false, pinned, pinned]);
    return setting === undefined ? [] : [[program, setting] as const];
  });
  const charts = draw.maybe(() => ({
    // Digests need a registry.
    repository: draw.chance(80) ? "oci://registry.example.com/charts" : "https://charts.example.com",
  }));
  const hasDigests = charts?.repository.startsWith("oci:") === true;
  return {
    programs: Object.fromEntries(
      programs.map(([program, setting]) => [
        program,
        hasDigests && typeof setting === "object" && "chartVersion" in setting
          ? { ...setting, digest: `sha256:${"0".repeat(64)}` }
          : setting,
      ]),
    ),
    charts,
  };
}
