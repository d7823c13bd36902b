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
  ["observability", "logTypes"],
  ["upgrades", "support"],
  ["storage", "block", "defaultClass"],
  ["storage", "file"],
  ["storage", "file", "accessPoints"],
  ["storage", "object"],
  ["storage", "object", "buckets"],
  ["storage", "object", "keyIds"],
  ["storage", "object", "readOnly"],
  ["storage", "snapshots"],
  ["storage", "backup"],
  ["storage", "lustre"],
  ["storage", "lustre", "zone"],
  ["storage", "lustre", "backupDays"],
  ["encryption", "disks"],
  ["loadBalancing", "controller"],
  ["loadBalancing", "sharedSecurityGroup"],
  ["dns", "zones"],
  ["workloadIdentities"],
  ["workloadIdentities", "*", "namespace"],
  ["workloadIdentities", "*", "serviceAccount"],
  ["workloadIdentities", "*", "policyArns"],
  ["workloadIdentities", "*", "statements"],
  ["workloadIdentities", "*", "via"],
];

/** As {@link shapeIsLiteral}: subnets are planned, images chosen and endpoints made before Terraform runs. */
export function eksShapeIsLiteral(cluster: EksClusterProps): Problem[] {
  return unresolvedFields(cluster, shape);
}
