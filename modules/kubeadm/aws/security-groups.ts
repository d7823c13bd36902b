import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { addressPart, boundedName } from "../../cluster/names";
import { limits } from "../limits";
import { type Connection, connectionsOf, type Party } from "../network/connections";
import type { PodNetwork } from "../network/pod-network";
import { ownedTag } from "./tags";

/** See {@link SecurityGroups}. */
export interface SecurityGroupsProps {
  readonly clusterName: string;
  readonly vpcId: string;
  readonly podNetwork: PodNetwork;
  /** Ranges of clients of the API server. */
  readonly privateFrom: readonly string[];
}

/** Parties with a security group. */
type GroupName = Exclude<Party, "clients" | "anywhere">;

/** The security groups of the load balancer, the control plane and the nodes, with the rules of the table of connections. */
export class SecurityGroups extends Construct {
  readonly loadBalancer: SecurityGroup;
  readonly controlPlane: SecurityGroup;
  readonly nodes: SecurityGroup;

  /** Dependencies of machines, which need their traffic when they start. */
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SecurityGroupsProps) {
    super(scope, id);
    this.loadBalancer = this.createGroup(props, "load_balancer", "API server's load balancer", {});
    this.controlPlane = this.createGroup(props, "control_plane", "Control plane", {});
    // The cloud controller manager opens ports of Services in the one group of a machine with this tag.
    this.nodes = this.createGroup(props, "nodes", "Nodes", ownedTag(props.clusterName));
    this.rules = connectionsOf(props.podNetwork).flatMap(([name, connection]) =>
      this.createRules(name, connection, props),
    );
  }

  private createGroup(
    { clusterName, vpcId }: SecurityGroupsProps,
    id: string,
    what: string,
    tags: Record<string, string>,
  ): SecurityGroup {
    const part = id.replace("_", "-");
    return new SecurityGroup(this, id, {
      name: boundedName(["kubeadm", clusterName, part], limits.securityGroupName),
      description: `${what} of the cluster ${clusterName}`,
      vpcId,
      tags: { Name: `${clusterName}-${part}`, ...tags },
    });
  }

  private idOf(name: GroupName): string {
    const groups = {
      "load balancer": this.loadBalancer,
      "control plane": this.controlPlane,
      nodes: this.nodes,
    };
    return groups[name].id;
  }

  /** One rule, or one for each range of clients. */
  private createRules(
    name: string,
    { from, to, protocol, ports, why }: Connection,
    { privateFrom }: SecurityGroupsProps,
  ): ITerraformDependable[] {
    const traffic = {
      description: why,
      ipProtocol: protocol === "all" ? "-1" : protocol,
      fromPort: ports?.[0],
      toPort: ports?.[1],
    };
    // The load balancer is the only group without a rule for all egress.
    const isEgress = to === "anywhere" || (from === "load balancer" && name.startsWith("load_balancer_to_"));
    const [own, peer] = isEgress ? [from, to] : [to, from];
    const group = { securityGroupId: this.idOf(own as GroupName), ...traffic };
    if (peer === "clients") {
      return privateFrom.map(
        (cidrIpv4) =>
          new VpcSecurityGroupIngressRule(this, `${name}_${addressPart(cidrIpv4)}`, { ...group, cidrIpv4 }),
      );
    }
    const rule = {
      ...group,
      ...(peer === "anywhere" ? { cidrIpv4: "0.0.0.0/0" } : { referencedSecurityGroupId: this.idOf(peer) }),
    };
    return [
      isEgress
        ? new VpcSecurityGroupEgressRule(this, name, rule)
        : new VpcSecurityGroupIngressRule(this, name, rule),
    ];
  }
}
