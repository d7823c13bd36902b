import { fields } from "../../../modules/eks/fields.generated";
import type { EksClusterSpec } from "../../../modules/eks/spec";
import type { ProgramName } from "../../../modules/workloads/chart";
import { programNames } from "../../../modules/workloads/charts";
import { minimal } from "../../support/eks";
import { workloadsWitnesses } from "./workloads";

type Cluster = Omit<EksClusterSpec, "platform">;

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

export const eksWorkloads = workloadsWitnesses<Cluster>(
  (program) => ({
    ...minimal,
    access: { ...minimal.access, privateFrom: ["10.8.0.0/16"] },
    ...(program && needs[program]),
  }),
  programNames.filter((program) => !("refused" in fields[`workloads.programs.${program}`])),
);
