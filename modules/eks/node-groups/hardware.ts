import type {
  LaunchTemplateConfig,
  LaunchTemplateNetworkInterfaces,
} from "@cdktf/provider-aws/lib/launch-template";
import { PlacementGroup } from "@cdktf/provider-aws/lib/placement-group";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { defaults } from "../fields.generated";
import { instanceType } from "../../aws/machine-types";
import { limits } from "../limits";
import type { EksNodeGroupSpec, EksReservationSpec } from "../spec";

/**
 * Types whose first network card supports no Elastic Fabric Adapter.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html
 */
const firstCardWithoutFabric: readonly string[] = ["p6-b300.48xlarge"];

/**
 * An interface on each network card that supports an Elastic Fabric Adapter. The first one also has the traffic of the node
 * and the pods; the others need no address.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html
 */
export function fabricInterfaces(
  machineType: string,
  securityGroupIds: readonly string[],
): LaunchTemplateNetworkInterfaces[] {
  const plainFirst = firstCardWithoutFabric.includes(machineType);
  const adapters = instanceType(machineType)?.fabricAdapters ?? 1;
  const cards = plainFirst ? adapters + 1 : adapters;
  return Array.from({ length: cards }, (_, card) => ({
    networkCardIndex: card,
    deviceIndex: card === 0 ? 0 : 1,
    interfaceType: card > 0 ? "efa-only" : plainFirst ? "interface" : "efa",
    securityGroups: [...securityGroupIds],
    deleteOnTermination: "true",
  }));
}

/** See {@link FabricSecurity}. */
export interface FabricSecurityProps {
  readonly clusterName: string;
  readonly groupName: string;
  readonly vpcId: string;
}

/**
 * A security group for the traffic of Elastic Fabric Adapters, which need rules within the group in both directions. It does
 * not have the tag of the cluster: load balancer controllers require exactly one group with it on an interface.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html#efa-start-security
 */
export class FabricSecurity extends Construct {
  readonly securityGroup: SecurityGroup;
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { clusterName, groupName, vpcId }: FabricSecurityProps) {
    super(scope, id);
    this.securityGroup = new SecurityGroup(this, "Resource", {
      name: boundedName([clusterName, groupName, "fabric"], limits.securityGroupName),
      description: `Elastic Fabric Adapters of the group ${groupName} of the EKS cluster ${clusterName}`,
      vpcId,
      tags: { Name: `${clusterName}-${groupName}-fabric` },
    });
    const self = {
      securityGroupId: this.securityGroup.id,
      referencedSecurityGroupId: this.securityGroup.id,
      ipProtocol: "-1",
    };
    this.rules = [
      new VpcSecurityGroupIngressRule(this, "from_itself", {
        ...self,
        description: "Machines hear each other by their adapters",
      }),
      new VpcSecurityGroupEgressRule(this, "to_itself", {
        ...self,
        description: "Machines reach each other by their adapters",
      }),
    ];
  }
}

/**
 * Maximum number of partitions of a placement group in a zone.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html
 */
const partitions = 7;

/** The placement group of a node group; undefined without one. */
export function createPlacementGroup(
  scope: Construct,
  clusterName: string,
  { name, placementGroup: strategy = defaults["nodeGroups[].placementGroup"] }: EksNodeGroupSpec,
): PlacementGroup | undefined {
  if (strategy === "none") return undefined;
  return new PlacementGroup(scope, "placement_group", {
    // Another strategy needs another placement group. The group's replacement guard asks for the order of the change.
    name: boundedName([`${clusterName}/${name}/${strategy}`], limits.placementGroupName),
    strategy,
    partitionCount: strategy === "partition" ? partitions : undefined,
    spreadLevel: strategy === "spread" ? "rack" : undefined,
  });
}

/** Arguments of a launch template for reserved capacity; none without a reservation. */
export function capacityReservation(
  reservation: EksReservationSpec | undefined,
): Pick<LaunchTemplateConfig, "capacityReservationSpecification" | "instanceMarketOptions"> {
  if (!reservation) return {};
  const { id, groupArn, type = defaults["nodeGroups[].reservation.type"] } = reservation;
  return {
    capacityReservationSpecification: {
      capacityReservationTarget: {
        capacityReservationId: id,
        capacityReservationResourceGroupArn: groupArn,
      },
    },
    instanceMarketOptions: type === "capacity-block" ? { marketType: "capacity-block" } : undefined,
  };
}
