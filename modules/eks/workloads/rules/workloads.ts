import { error, type Path } from "../../../cluster/problem";
import { defineRules, entries, isKnown, shown } from "../../../cluster/rules/rule";
import type { ProgramName } from "../../../workloads/chart";
import { versionsFor } from "../../../workloads/chart";
import { charts } from "../../../workloads/charts";
import { accountOf, chartVersionOf, settingOf } from "../../../workloads/release";
import { isMinor } from "../../versions";
import { computeOf, hasAutoModePools } from "../../node-groups/compute";
import { selects } from "../../node-groups/fargate-selectors";
import { takesPodsAtStart } from "../../node-groups/placement";
import { programsOf } from "../../programs";
import { type ClusterWithWorkloads, installedPrograms, isPermitted, permittedBy } from "../programs";

const pathOf = (program: ProgramName): Path => ["workloads", "programs", program];

export const rules = defineRules<ClusterWithWorkloads>("eks/workloads", {
  /**
   * The second stack installs at least one program.
   *
   * @remarks Decision of this project: a stack without resources looks like an installation that succeeded.
   */
  "installs-a-program"(cluster) {
    if (cluster.workloads === undefined || installedPrograms(cluster).length > 0) return [];
    return [
      error(
        ["workloads"],
        "installs nothing; set a program in workloads.programs to true, or omit workloads",
      ),
    ];
  },

  /**
   * A program that calls AWS has the field that gives it permissions.
   *
   * @remarks Decision of this project: a controller without its role runs, and fails at each request.
   */
  "program-has-permissions"(cluster) {
    return installedPrograms(cluster)
      .filter((program) => !isPermitted(cluster, program))
      .map((program) =>
        error(
          pathOf(program),
          `needs ${permittedBy[program]}, which gives ${charts[program].title} its permissions in AWS; set that field, or omit the program`,
        ),
      );
  },

  /**
   * The version of a chart is one whose values were checked, for the Kubernetes version of the cluster.
   *
   * @remarks Decision of this project: Helm ignores values that a chart does not have, so an unknown version could lose settings.
   */
  "chart-version"(cluster) {
    if (!isMinor(cluster.kubernetesVersion)) return [];
    return installedPrograms(cluster).flatMap((program) => {
      const known = versionsFor(charts[program], cluster.kubernetesVersion);
      const setting = settingOf(cluster, program);
      const isChosen = typeof setting === "object" && setting.chartVersion !== undefined;
      const version = chartVersionOf(cluster, program);
      if (isChosen && !isKnown(version)) return [];
      if (version !== undefined && known.includes(version)) return [];
      if (known.length === 0) {
        return [
          error(
            pathOf(program),
            `the catalogue has no version of ${charts[program].title} for Kubernetes ${cluster.kubernetesVersion}; set the ` +
              "program to false and install it yourself",
          ),
        ];
      }
      return [
        error(
          [...pathOf(program), "chartVersion"],
          `must be ${known.join(" or ")} for Kubernetes ${cluster.kubernetesVersion}, got ${shown(version)}`,
        ),
      ];
    });
  },

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
   * The pods of every program have a node from the start: Helm waits until they are ready, and fails after a timeout. Nodes of Karpenter
   * come too late.
   *
   * @see https://helm.sh/docs/intro/using_helm/#helpful-options-for-installupgraderollback
   */
  "program-has-node"(cluster) {
    if (!isKnown(cluster.nodeGroups)) return [];
    if (
      hasAutoModePools(computeOf(cluster)) ||
      entries(cluster.nodeGroups).some(([, group]) => takesPodsAtStart(group))
    )
      return [];
    const without = installedPrograms(cluster).filter(
      (program) => !(charts[program].runsOnFargate && isOnFargate(cluster, program)),
    );
    return without.map((program) =>
      error(
        settingOf(cluster, program) === undefined ? ["workloads"] : pathOf(program),
        `would have no node for ${charts[program].title}, and the deployment would fail after a timeout: one Linux group must ` +
          "have min of at least 1 and no taint NoSchedule or NoExecute other than CriticalAddonsOnly",
      ),
    );
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

  /**
   * A repository of charts is an HTTPS URL or an OCI registry, without credentials.
   *
   * @see https://helm.sh/docs/topics/registries/
   */
  "charts-repository"({ workloads }) {
    const repository = workloads?.charts?.repository;
    if (!isKnown(repository)) return [];
    if (/^(https|oci):\/\/[A-Za-z0-9.-]+(:\d{1,5})?(\/[A-Za-z0-9._~/-]*)?$/.test(repository)) return [];
    return [
      error(
        ["workloads", "charts", "repository"],
        `must be a URL without credentials such as oci://registry.example.com/charts or https://charts.example.com, got ${shown(repository)}`,
      ),
    ];
  },
});

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
