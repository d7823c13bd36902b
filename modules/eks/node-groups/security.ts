import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { discoveryTag } from "../autoscaling";
import { limits } from "../limits";

/** An end of a connection that a rule speaks of. */
type Party = "nodes" | "control plane" | "anywhere";

interface Rule {
  readonly from: Party;
  readonly to: Party;
  /** TCP ports; every port of every protocol when left out. */
  readonly tcp?: readonly [from: number, to: number];
  readonly why: string;
}

/**
 * Who may talk to whom. All rules there are: what is not here is closed.
 *
 * The control plane's own group, made by EKS, is open to itself and outwards; nodes are not in it.
 * Source: EKS user guide, "View Amazon EKS security group requirements for clusters".
 */
export const nodeRules = {
  nodes_from_nodes: { from: "nodes", to: "nodes", why: "Pods reach pods on any port" },
  nodes_from_control_plane_https: {
    from: "control plane",
    to: "nodes",
    tcp: [443, 443],
    why: "Webhooks and aggregated APIs on HTTPS",
  },
  nodes_from_control_plane: {
    from: "control plane",
    to: "nodes",
    tcp: [1025, 65535],
    why: "Kubelets, webhooks and aggregated APIs",
  },
  control_plane_from_nodes: {
    from: "nodes",
    to: "control plane",
    tcp: [443, 443],
    why: "Nodes and pods reach the API server",
  },
  nodes_to_anywhere: { from: "nodes", to: "anywhere", why: "Images, AWS APIs and what workloads call" },
} as const satisfies Record<string, Rule>;

/** See {@link NodeSecurity}. */
export interface NodeSecurityProps {
  readonly clusterName: string;
  readonly vpcId: string;
  /** The control plane's security group. */
  readonly controlPlaneGroupId: string;
}

/** The security group of all nodes, with the rules between them and the control plane. */
export class NodeSecurity extends Construct {
  readonly securityGroup: SecurityGroup;
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: NodeSecurityProps) {
    super(scope, id);

    this.securityGroup = new SecurityGroup(this, "Resource", {
      // EC2 takes no name that begins with "sg-", which a cluster's may.
      name: boundedName(["eks", props.clusterName, "nodes"], limits.securityGroupName),
      description: `Nodes of the EKS cluster ${props.clusterName}`,
      vpcId: props.vpcId,
      tags: {
        Name: `${props.clusterName}-nodes`,
        // Load balancer controllers take the one group of an interface that carries this tag. The control plane's
        // carries it too, which is why nodes are not in that one.
        [`kubernetes.io/cluster/${props.clusterName}`]: "owned",
        ...discoveryTag(props.clusterName),
      },
    });
    this.rules = Object.entries(nodeRules).map(([name, rule]) => this.createRule(name, rule, props));
  }

  private createRule(name: string, rule: Rule, props: NodeSecurityProps): ITerraformDependable {
    const groupOf = (party: Party) =>
      party === "anywhere"
        ? undefined
        : party === "nodes"
          ? this.securityGroup.id
          : props.controlPlaneGroupId;
    const ports = rule.tcp
      ? { ipProtocol: "tcp", fromPort: rule.tcp[0], toPort: rule.tcp[1] }
      : { ipProtocol: "-1" };
    const peer = (party: Party) =>
      party === "anywhere" ? { cidrIpv4: "0.0.0.0/0" } : { referencedSecurityGroupId: groupOf(party) };

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
