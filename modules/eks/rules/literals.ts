import type { Problem } from "../../cluster/problem";
import { type FieldPattern, unresolvedFields } from "../../cluster/rules/literals";
import type { EksClusterProps } from "../props";

/** Fields of EKS that decide which resources there are, beside those of every platform. */
const shape: readonly FieldPattern[] = [
  ["network", "cidr"],
  ["network", "endpoints"],
  ["network", "endpoints", "*"],
  ["network", "flowLogs"],
  ["network", "existing"],
  ["network", "existing", "nodeSubnets"],
  ["network", "existing", "nodeSubnets", "*", "zone"],
  ["network", "existing", "controlPlaneSubnetIds"],
  ["nodeGroups", "*", "machineTypes"],
  ["nodeGroups", "*", "machineTypes", "*"],
  ["nodeGroups", "*", "image", "family"],
  ["nodeGroups", "*", "image", "architecture"],
  ["nodeGroups", "*", "image", "variant"],
  ["nodeGroups", "*", "kind"],
  ["nodeGroups", "*", "machines"],
  ["nodeGroups", "*", "machines", "vcpus"],
  ["nodeGroups", "*", "machines", "vcpus", "min"],
  ["nodeGroups", "*", "machines", "vcpus", "max"],
  ["nodeGroups", "*", "machines", "memoryGiB"],
  ["nodeGroups", "*", "machines", "memoryGiB", "min"],
  ["nodeGroups", "*", "machines", "memoryGiB", "max"],
  ["nodeGroups", "*", "localStorage"],
  ["nodeGroups", "*", "placementGroup"],
  ["nodeGroups", "*", "efa"],
  ["nodeGroups", "*", "reservation"],
  ["nodeGroups", "*", "reservation", "type"],
  ["nodeGroups", "*", "autoScalingGroup"],
  ["nodeGroups", "*", "autoScalingGroup", "onDemandBase"],
  ["nodeGroups", "*", "autoScalingGroup", "instanceRefresh"],
  ["nodeGroups", "*", "autoScalingGroup", "replacement"],
  ["nodeGroups", "*", "autoScalingGroup", "maxInstanceLifetimeDays"],
  ["nodeGroups", "*", "autoScalingGroup", "warmPool"],
  ["nodeGroups", "*", "autoScalingGroup", "warmPool", "size"],
  ["nodeGroups", "*", "autoScalingGroup", "warmPool", "state"],
  ["nodeGroups", "*", "autoScalingGroup", "schedules"],
  ["nodeGroups", "*", "autoScalingGroup", "schedules", "*"],
  ["nodeGroups", "*", "autoScalingGroup", "schedules", "*", "name"],
  ["nodeGroups", "*", "autoScalingGroup", "schedules", "*", "size"],
  ["nodeGroups", "*", "autoScalingGroup", "schedules", "*", "size", "min"],
  ["nodeGroups", "*", "autoScalingGroup", "schedules", "*", "size", "max"],
  ["eks", "prefixDelegation"],
  ["observability", "logTypes"],
  ["upgrades", "support"],
];

/** As {@link shapeIsLiteral}: subnets are planned, images chosen and endpoints made before Terraform runs. */
export function eksShapeIsLiteral(cluster: EksClusterProps): Problem[] {
  return unresolvedFields(cluster, shape);
}
