import type { ProgramName } from "../../../modules/workloads/chart";
import { charts } from "../../../modules/workloads/charts";
import type { WithWorkloads } from "../../../modules/workloads/programs";
import type { Witness } from "./witness";

type Workloads = NonNullable<WithWorkloads["workloads"]>;

const registry = { repository: "oci://registry.example.com/charts" };
const mirror: Workloads = { charts: { repository: "https://charts.example.com" } };

/**
 * Clusters that show the fields of `workloads`.
 *
 * @param clusterFor - a cluster without the field that can install a program; without a program, one that installs a program by default
 * @param programs - those that the platform installs
 */
export function workloadsWitnesses<Cluster extends object>(
  clusterFor: (program?: ProgramName) => Cluster,
  programs: readonly ProgramName[],
): Witness<Cluster & Pick<WithWorkloads, "workloads">>[] {
  const cluster = (workloads?: Workloads, program?: ProgramName) => ({
    ...clusterFor(program),
    ...(workloads && { workloads }),
  });
  /** A cluster with one more program than the one of the setting. */
  const withSetting = (program: ProgramName, setting: boolean | { readonly chartVersion: string }) => {
    const other = program === "cert-manager" ? "external-secrets" : "cert-manager";
    return cluster({ programs: { [other]: true, [program]: setting } }, program);
  };
  return [
    ...programs.flatMap((program) => {
      const path = `workloads.programs.${program}`;
      const [newest, older] = charts[program].versions.map(({ version }) => version);
      const withDigest = (digest?: string) =>
        cluster({ programs: { [program]: { chartVersion: newest, digest } }, charts: registry }, program);
      return [
        {
          shows: [path, `${path} = true`, `${path} = false`],
          before: withSetting(program, true),
          after: withSetting(program, false),
        },
        {
          shows: [`${path}.chartVersion`],
          before: withSetting(program, { chartVersion: newest }),
          after: withSetting(program, { chartVersion: older }),
        },
        {
          shows: [`${path}.digest`],
          before: withDigest(`sha256:${"0".repeat(64)}`),
          after: withDigest(`sha256:${"1".repeat(64)}`),
        },
      ];
    }),
    { shows: ["workloads"], before: cluster(), after: cluster({}) },
    {
      shows: ["workloads.programs"],
      before: cluster({}),
      after: cluster({ programs: { "cert-manager": true } }),
    },
    { shows: ["workloads.charts"], before: cluster({}), after: cluster(mirror) },
    {
      shows: ["workloads.charts.repository"],
      before: cluster(mirror),
      after: cluster({ charts: registry }),
    },
  ];
}
