import type { Construct } from "constructs";
import { keepData } from "../../cluster/kept-data";
import { boundedName } from "../../cluster/names";
import { loadBalancerSubnetTags } from "../../networks/aws/load-balancer-tags";
import { AwsNetwork } from "../../networks/aws/network";
import { discoveryTag } from "../autoscaling/discovery-tags";
import { limits } from "../limits";
import { createFlowLog } from "../observability/flow-log";
import { podSubnetTags } from "./pod-network";
import type { EksNetworkProps } from "./props";

/**
 * The VPC of an EKS cluster: nodes, pods and internal load balancers in the private subnets, the interfaces of the control plane in the intra
 * subnets, which have no egress.
 */
export class EksNetwork extends AwsNetwork {
  constructor(scope: Construct, id: string, props: EksNetworkProps) {
    super(scope, id, {
      ...props,
      endpointsGroupName: boundedName(["eks", props.clusterName, "endpoints"], limits.securityGroupName),
      subnetTags: {
        public: loadBalancerSubnetTags.public,
        private: { ...loadBalancerSubnetTags.private, ...discoveryTag(props.clusterName) },
        pods: podSubnetTags,
      },
    });
    if (props.flowLogDays !== undefined) createFlowLog(this, props, this.vpc, props.flowLogDays);
    else keepData(this, props.protection, { flow_log_group: "aws_cloudwatch_log_group" });
  }
}
