import { error, type Path } from "../../../cluster/problem";
import { defineRules, entries, isKnown } from "../../../cluster/rules/rule";
import type { ProgramName } from "../../../workloads/chart";
import { charts } from "../../../workloads/charts";
import { accountOf } from "../../../workloads/release";
import { workloadsRules } from "../../../workloads/rules/workloads";
import { computeOf, hasAutoModePools } from "../../node-groups/compute";
import { selects } from "../../node-groups/fargate-selectors";
import { takesPodsAtStart } from "../../node-groups/placement";
import { programsOf } from "../../programs";
import { knownMinors } from "../../versions";
import { type ClusterWithWorkloads, installedPrograms, programs } from "../programs";

const pathOf = (program: ProgramName): Path => ["workloads", "programs", program];

const ofEks = defineRules<ClusterWithWorkloads>("eks/workloads", {
  /**
   * The NodePool of Karpenter has a limit of nodes, which the capacity plan checks.
   *
   * @remarks Decision of this project: a pool without a limit buys machines until a quota of the account is reached.
   */
  "karpenter-pool-limited"(cluster) {
    const { plannedNodes } = cluster.eks?.autoProvisioning ?? {};
    if (plannedNodes !== undefined || !installedPrograms(cluster).includes("karpenter")) return [];
    return [
      error(
        ["eks", "autoProvisioning", "plannedNodes"],
        "must be set: it is the limit of the NodePool that workloads installs",
      ),
    ];
  },

  /**
   * The machine that deploys reaches the API server: the public endpoint is open, or a network or security group may use the private one.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
   */
  "api-server-reachable"({ workloads, access }) {
    const isEmpty = (list: readonly string[] | undefined) =>
      list === undefined || (isKnown(list) && list.length === 0);
    if (workloads === undefined || !isEmpty(access.publicFrom) || !isEmpty(access.privateFrom)) return [];
    return [
      error(
        ["workloads"],
        "only the nodes can reach the API server, no person and no pipeline that installs programs: list the network or the security group of the " +
          "machine that deploys in access.privateFrom, or omit workloads and use eks.addOns or eks.capabilities.argocd, which AWS installs",
      ),
    ];
  },

  /**
   * A Fargate profile does not select the pods of a program that Fargate does not run: port 10250 belongs to its kubelet.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate.html
   */
  "program-not-on-fargate"(cluster) {
    return installedPrograms(cluster)
      .filter((program) => !charts[program].runsOnFargate && isOnFargate(cluster, program))
      .map((program) =>
        error(
          pathOf(program),
          `cannot run on Fargate, but a profile of eks.fargateProfiles selects the pods of ${charts[program].title} in ` +
            `${charts[program].namespace}; give the profile labels that select only other pods`,
        ),
      );
  },

  /**
   * A service account has one owner: a program is installed by the catalogue or as an EKS add-on.
   *
   * @remarks Decision of this project: Helm refuses objects that another installer created.
   */
  "installed-once"(cluster) {
    return installedPrograms(cluster)
      .filter((program) => cluster.eks?.addOns !== undefined && Object.hasOwn(cluster.eks.addOns, program))
      .map((program) =>
        error(
          ["eks", "addOns", program],
          `workloads installs ${charts[program].title} with the same service account; omit the add-on, or set ` +
            `workloads.programs.${program} to false`,
        ),
      );
  },

  /**
   * Nodes can pull the images of the programs, which are in public registries.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
   */
  "images-reachable"({ workloads, network }) {
    if (workloads === undefined || network?.existing) return [];
    if (network?.private !== true && network?.nat !== "none") return [];
    return [
      error(
        ["workloads"],
        "nodes without egress cannot pull the images of the programs from public registries; omit workloads and use eks.addOns, " +
          "whose images come from ECR",
      ),
    ];
  },
});

/** Whether the pods of a program have a node from the start. Nodes of Karpenter come too late. */
function hasNode(cluster: ClusterWithWorkloads, program: ProgramName): boolean {
  if (!isKnown(cluster.nodeGroups) || hasAutoModePools(computeOf(cluster))) return true;
  return (
    entries(cluster.nodeGroups).some(([, group]) => takesPodsAtStart(group)) ||
    (charts[program].runsOnFargate === true && isOnFargate(cluster, program))
  );
}

/** Whether a Fargate profile selects the pods of a program. */
function isOnFargate(cluster: ClusterWithWorkloads, program: ProgramName): boolean {
  const { namespace } = accountOf(program);
  const known = programsOf(cluster).find(({ installedBy }) => installedBy === program);
  const labels = known?.controllerLabels ?? {
    "app.kubernetes.io/name": program,
    "app.kubernetes.io/instance": program,
  };
  return entries(cluster.eks?.fargateProfiles).some(([, profile]) => selects(profile, namespace, labels));
}

export const rules = [
  ...workloadsRules<ClusterWithWorkloads>({
    cloud: "AWS",
    programs,
    kubernetesVersions: knownMinors,
    hasNode,
    nodeNeeded:
      "one Linux group must have min of at least 1 and no taint NoSchedule or NoExecute other than CriticalAddonsOnly",
  }),
  ...ofEks,
];
