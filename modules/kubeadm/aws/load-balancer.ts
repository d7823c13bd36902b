import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { apiServerPort } from "../boot/settings";
import { limits } from "../limits";

/** See {@link LoadBalancer}. */
export interface LoadBalancerProps {
  readonly clusterName: string;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
  /** The private DNS zone, and the name of the API server in it. */
  readonly dnsZone: string;
  readonly endpoint: string;
  /** The slots by index: the address of each, and the interface that has it. */
  readonly targets: readonly { readonly address: string; readonly networkInterface: ITerraformDependable }[];
  readonly protection: boolean;
}

/**
 * The internal load balancer of the API server, and its DNS name. A target is the address of a slot, so that a new machine in the slot
 * needs no registration. Clients keep no address: a machine could not reach itself through the load balancer otherwise.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation
 */
export class LoadBalancer extends Construct {
  readonly loadBalancer: Lb;

  /** Dependencies of machines that reach the API server through it. */
  readonly prerequisites: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    const name = boundedName([props.clusterName, "api"], limits.loadBalancerName);
    this.loadBalancer = new Lb(this, "Resource", {
      name,
      internal: true,
      loadBalancerType: "network",
      subnets: [...props.subnetIds],
      securityGroups: [props.securityGroupId],
      enableCrossZoneLoadBalancing: true,
      enableDeletionProtection: props.protection,
      tags: { Name: `${props.clusterName}-api` },
      // Its addresses must not be those of the slots.
      dependsOn: props.targets.map(({ networkInterface }) => networkInterface),
    });
    const targets = new LbTargetGroup(this, "targets", {
      name,
      vpcId: props.vpcId,
      targetType: "ip",
      protocol: "TCP",
      port: apiServerPort,
      preserveClientIp: "false",
      deregistrationDelay: "30",
      connectionTermination: true,
      healthCheck: {
        protocol: "HTTPS",
        path: "/readyz",
        port: String(apiServerPort),
        interval: 5,
        timeout: 4,
        healthyThreshold: 2,
        unhealthyThreshold: 2,
        matcher: "200",
      },
      tags: { Name: `${props.clusterName}-api` },
    });
    const listener = new LbListener(this, "listener", {
      loadBalancerArn: this.loadBalancer.arn,
      protocol: "TCP",
      port: apiServerPort,
      defaultAction: [{ type: "forward", targetGroupArn: targets.arn }],
    });
    const attachments = props.targets.map(
      ({ address, networkInterface }, i) =>
        new LbTargetGroupAttachment(this, `target_${i}`, {
          targetGroupArn: targets.arn,
          targetId: address,
          port: apiServerPort,
          dependsOn: [networkInterface],
        }),
    );
    const zone = new Route53Zone(this, "dns_zone", {
      name: props.dnsZone,
      comment: `API server of the cluster ${props.clusterName}`,
      vpc: [{ vpcId: props.vpcId }],
      forceDestroy: false,
      tags: { Name: props.dnsZone },
    });
    const record = new Route53Record(this, "dns_record", {
      zoneId: zone.zoneId,
      name: props.endpoint,
      type: "A",
      alias: {
        name: this.loadBalancer.dnsName,
        zoneId: this.loadBalancer.zoneId,
        evaluateTargetHealth: false,
      },
    });
    this.prerequisites = [listener, ...attachments, record];
  }
}
