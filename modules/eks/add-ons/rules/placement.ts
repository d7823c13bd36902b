import { error } from "../../../cluster/problem";
import { isKnown, defineRules } from "../../../cluster/rules/rule";
import { computeOf, hasAutoModePools } from "../../node-groups/compute";
import { hasNodes, isLinux, takesPodsAtStart, tolerates } from "../../node-groups/placement";
import { isOnFargate, type Program, programsOf } from "../../programs";
import type { EksClusterProps } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/add-ons", {
  /**
   * Every add-on with a controller has a node to run on from the start. The deployment waits for its pods, fails after a timeout, and
   * leaves the add-on tainted. The nodes of Karpenter come too late: Karpenter is installed after the deployment.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
   */
  "add-on-has-node"(cluster) {
    if (!isKnown(cluster.nodeGroups)) return [];
    return (
      programsOf(cluster)
        // The rule add-ons-need-node checks the EBS CSI driver together with CoreDNS.
        .filter(({ addOn }) => addOn !== undefined && addOn !== "aws-ebs-csi-driver")
        .filter((program) => program.controllerLabels !== undefined && !hasPlace(cluster, program))
        .map((program) => error(program.field, message(cluster, program)))
    );
  },

  /**
   * Fargate does not run an add-on that needs a node: a profile that selects its pods keeps them from the nodes.
   *
   * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate.html
   */
  "add-on-not-on-fargate"(cluster) {
    if (!isKnown(cluster.nodeGroups)) return [];
    return programsOf(cluster)
      .filter(
        (program) => program.addOn !== undefined && !program.runsOnFargate && isOnFargate(cluster, program),
      )
      .map(({ name, field }) =>
        error(
          field,
          `${name} does not run on Fargate, but a profile of eks.fargateProfiles selects its pods in kube-system; give the ` +
            "profile labels that select only other pods",
        ),
      );
  },
});

/** Whether the controller of an add-on can run from the start. */
function hasPlace(cluster: EksClusterProps, program: Program): boolean {
  const { nodeGroups, eks } = cluster;
  if (isOnFargate(cluster, program)) return true;
  if (hasAutoModePools(computeOf(cluster))) return true;
  if (nodeGroups.some(takesPodsAtStart)) return true;
  const { configuration } = (program.addOn ? eks?.addOns?.[program.addOn] : undefined) ?? {};
  const controller = (configuration as { controller?: unknown } | undefined)?.controller;
  return (
    (tolerates(configuration) || tolerates(controller)) &&
    nodeGroups.some((group) => hasNodes(group) && isLinux(group))
  );
}

function message({ nodeGroups }: EksClusterProps, { name }: Program): string {
  const start = `${name} would have no node to run on, and the deployment would fail after a timeout: `;
  return nodeGroups.length === 0
    ? `${start}add a Linux node group with min of at least 1`
    : `${start}one Linux group must have min of at least 1 and no taint NoSchedule or NoExecute other than CriticalAddonsOnly`;
}
