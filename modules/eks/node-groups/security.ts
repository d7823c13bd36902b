import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { discoveryTag } from "../autoscaling/discovery-tags";
import { limits } from "../limits";
import type { EksNetworkSpec } from "../spec";
import { type NodeRule, nodeRulesOf, type Party } from "./security-rules";

/** See {@link NodeSecurity}. */
export interface NodeSecurityProps {
  readonly clusterName: string;
  readonly vpcId: string;
  /** The security group of the control plane. */
  readonly controlPlaneGroupId: string;
  /** The network settings that select the rules. */
  readonly network?: EksNetworkSpec;
  /** Webhook ports of the programs that the file asks for. */
  readonly programPorts?: readonly number[];
}

/** The security group of all nodes, with the rules between them and the control plane. */
export class NodeSecurity extends Construct {
  readonly securityGroup: SecurityGroup;
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: NodeSecurityProps) {
    super(scope, id);

    this.securityGroup = new SecurityGroup(this, "Resource", {
      // EC2 supports no name that starts with "sg-", which the name of a cluster can do.
      name: boundedName(["eks", props.clusterName, "nodes"], limits.securityGroupName),
      description: `Nodes of the EKS cluster ${props.clusterName}`,
      vpcId: props.vpcId,
      tags: {
        Name: `${props.clusterName}-nodes`,
        // Load balancer controllers use the one group of an interface with this tag. The group of the control plane also has
        // it, so that nodes are not in that one.
        [`kubernetes.io/cluster/${props.clusterName}`]: "owned",
        ...discoveryTag(props.clusterName),
      },
    });
    this.rules = Object.entries(nodeRulesOf(props.network, props.programPorts)).map(([name, rule]) =>
      this.createRule(name, rule, props),
    );
  }

  private createRule(name: string, rule: NodeRule, props: NodeSecurityProps): ITerraformDependable {
    const groupOf = (party: Party) =>
      party === "anywhere"
        ? undefined
        : party === "nodes"
          ? this.securityGroup.id
          : props.controlPlaneGroupId;
    const [ipProtocol, range] = rule.tcp ? ["tcp", rule.tcp] : rule.udp ? ["udp", rule.udp] : ["-1"];
    const ports = { ipProtocol, fromPort: range?.[0], toPort: range?.[1] };
    const anywhere = rule.family === "ipv6" ? { cidrIpv6: "::/0" } : { cidrIpv4: "0.0.0.0/0" };
    const peer = (party: Party) =>
      party === "anywhere" ? anywhere : { referencedSecurityGroupId: groupOf(party) };

    if (rule.to === "anywhere") {
      return new VpcSecurityGroupEgressRule(this, name, {
        securityGroupId: groupOf(rule.from)!,
        description: rule.why,
        ...ports,
        ...peer(rule.to),
      });
    }
    return new VpcSecurityGroupIngressRule(this, name, {
      securityGroupId: groupOf(rule.to)!,
      description: rule.why,
      ...ports,
      ...peer(rule.from),
    });
  }
}
