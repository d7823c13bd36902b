import { fillPolicy } from "../../aws/policy-template";
import type { Statement } from "../identity/spec";
import { partitionOf } from "../../aws/regions";
import controllerPolicy from "./controller-policy.json";

/** The cluster and the network whose load balancers the controller manages. */
interface ControllerScope {
  readonly clusterName: string;
  readonly region: string;
  readonly vpcId: string;
}

/**
 * Permissions of the AWS Load Balancer Controller: it lists resources, creates resources with the tag of its cluster, and
 * changes resources that have it.
 *
 * The actions are those of the controller's own policy (v3). That policy requires only that the tag exists. Here the tag must
 * name this cluster, so that clusters of one account do not change the load balancers of each other. This includes listeners,
 * rules and targets: a load balancer or a target group that another program created needs the tag, too. `OpenNodes` is about
 * the security group of the nodes. AWS Shield has no condition keys, and `ProtectLoadBalancers` is limited to types of resources:
 * a web ACL also needs `SetWebAcl` on the load balancer, which `Change` limits.
 *
 * @see https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/docs/install/iam_policy.json
 */
export function loadBalancerControllerStatements({
  clusterName,
  region,
  vpcId,
}: ControllerScope): Statement[] {
  return fillPolicy(controllerPolicy, region, { cluster: clusterName, vpcId });
}

/**
 * Permissions of ExternalDNS: it lists hosted zones and writes records into the given ones.
 *
 * @see https://github.com/kubernetes-sigs/external-dns/blob/master/docs/tutorials/aws.md
 */
export function externalDnsStatements(region: string, zoneIds: readonly string[]): Statement[] {
  return [
    { sid: "ListZones", actions: ["route53:ListHostedZones"], resources: ["*"] },
    {
      sid: "WriteRecords",
      actions: [
        "route53:ChangeResourceRecordSets",
        "route53:ListResourceRecordSets",
        "route53:ListTagsForResources",
      ],
      resources: zoneIds.map((id) => `arn:${partitionOf(region)}:route53:::hostedzone/${id}`),
    },
  ];
}
