import type { EksClusterSpec } from "../../../modules/eks/spec";
import type { ProgramName } from "../../../modules/workloads/chart";
import { charts, programNames } from "../../../modules/workloads/charts";
import { minimal } from "../../support/eks";
import type { Witness } from "./witness";

type Cluster = Omit<EksClusterSpec, "platform">;
type Workloads = NonNullable<EksClusterSpec["workloads"]>;

/** What a program needs of its cluster. */
const needs: Partial<Record<ProgramName, Partial<Cluster>>> = {
  karpenter: { autoscaling: "auto-provisioning", eks: { autoProvisioning: { plannedNodes: 10 } } },
  "aws-load-balancer-controller": { loadBalancing: { controller: true } },
  "aws-node-termination-handler": {
    nodeGroups: [{ ...minimal.nodeGroups[0], kind: "self-managed" }],
    eks: { nodeTerminationHandler: true },
  },
  "external-dns": { dns: { zones: ["Z0123456789ABCDEFGHIJ"] } },
};

const cluster = (workloads: Workloads | undefined, patch: Partial<Cluster> = {}): Cluster => ({
  ...minimal,
  access: { ...minimal.access, privateFrom: ["10.8.0.0/16"] },
  ...patch,
  ...(workloads && { workloads }),
});

/** A cluster with one more program than the one of the setting. */
const withSetting = (program: ProgramName, setting: boolean | { readonly chartVersion: string }): Cluster => {
  const other = program === "cert-manager" ? "metrics-server" : "cert-manager";
  return cluster({ programs: { [other]: true, [program]: setting } }, needs[program]);
};

const ofProgram = (program: ProgramName): Witness<Cluster>[] => {
  const path = `workloads.programs.${program}`;
  const [newest, older] = charts[program].versions.map(({ version }) => version);
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
  ];
};

const mirror: Workloads = { charts: { repository: "https://charts.example.com" } };

export const eksWorkloads: readonly Witness<Cluster>[] = [
  ...programNames.flatMap(ofProgram),
  { shows: ["workloads"], before: cluster(undefined), after: cluster({}) },
  {
    shows: ["workloads.programs"],
    before: cluster({}),
    after: cluster({ programs: { "cert-manager": true } }),
  },
  { shows: ["workloads.charts"], before: cluster({}), after: cluster(mirror) },
  {
    shows: ["workloads.charts.repository"],
    before: cluster(mirror),
    after: cluster({ charts: { repository: "oci://registry.example.com/charts" } }),
  },
];
