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
  ["network", "existing", "podSubnets"],
  ["network", "existing", "podSubnets", "*", "zone"],
  ["network", "existing", "tagSubnets"],
  ["network", "podCidr"],
  ["network", "podAddresses"],
  ["network", "nodeRules"],
  ["network", "webhookPorts"],
  ["network", "webhookPorts", "*"],
  ["nodeGroups", "*", "securityGroups"],
  ["nodeGroups", "*", "machineTypes"],
  ["nodeGroups", "*", "machineTypes", "*"],
  ["nodeGroups", "*", "image", "family"],
  ["nodeGroups", "*", "image", "architecture"],
  ["observability", "logTypes"],
  ["upgrades", "support"],
  ["eks", "autoProvisioning"],
  ["eks", "autoProvisioning", "by"],
  ["eks", "autoProvisioning", "pools"],
  ["eks", "autoProvisioning", "pools", "*"],
  ["eks", "autoMode"],
  ["eks", "fargateProfiles"],
  ["eks", "fargateProfiles", "*", "name"],
  ["eks", "fargateProfiles", "*", "selectors"],
  ["eks", "nodeTerminationHandler"],
  ["eks", "remoteNetworks"],
  ["eks", "remoteNetworks", "nodeCidrs"],
  ["eks", "remoteNetworks", "podCidrs"],
  ["eks", "capabilities"],
  ["eks", "capabilities", "argocd", "access"],
];

/** As {@link shapeIsLiteral}: subnets are planned, images chosen and endpoints made before Terraform runs. */
export function eksShapeIsLiteral(cluster: EksClusterProps): Problem[] {
  return unresolvedFields(cluster, shape);
}
