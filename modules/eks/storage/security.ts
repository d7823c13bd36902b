import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { limits } from "../limits";

/** An end of a connection. */
type Party = "nodes" | "storage";

interface StorageRule {
  readonly from: Party;
  readonly to: Party;
  readonly tcp: readonly [from: number, to: number];
  readonly why: string;
}

/**
 * Allowed traffic. All other traffic is denied.
 *
 * @see https://docs.aws.amazon.com/efs/latest/ug/network-access.html
 * @see https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html
 */
export const storageRules = {
  file: {
    nfs: { from: "nodes", to: "storage", tcp: [2049, 2049], why: "Nodes mount the file system (NFS)" },
  },
  lustre: {
    nodes: { from: "nodes", to: "storage", tcp: [988, 988], why: "Nodes mount the file system (Lustre)" },
    nodes_high: { from: "nodes", to: "storage", tcp: [1018, 1023], why: "Nodes reach file servers" },
    servers: {
      from: "storage",
      to: "storage",
      tcp: [988, 988],
      why: "File servers reach each other (Lustre)",
    },
    servers_high: { from: "storage", to: "storage", tcp: [1018, 1023], why: "File servers reach each other" },
    callbacks: {
      from: "storage",
      to: "nodes",
      tcp: [988, 988],
      why: "File servers call nodes back (Lustre)",
    },
    callbacks_high: { from: "storage", to: "nodes", tcp: [1018, 1023], why: "File servers call nodes back" },
  },
} as const satisfies Record<string, Record<string, StorageRule>>;

/** See {@link NodeAccess}. */
export interface NodeAccessProps {
  readonly clusterName: string;
  readonly vpcId: string;
  readonly nodeSecurityGroupId: string;
  readonly kind: keyof typeof storageRules;
}

/** The security group of a file system, with the rules between it and the nodes. */
export class NodeAccess extends Construct {
  readonly securityGroup: SecurityGroup;
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: NodeAccessProps) {
    super(scope, id);
    this.securityGroup = new SecurityGroup(this, "Resource", {
      name: boundedName([props.clusterName, props.kind], limits.securityGroupName),
      description: `Storage (${props.kind}) of the EKS cluster ${props.clusterName}`,
      vpcId: props.vpcId,
      tags: { Name: `${props.clusterName}-${props.kind}` },
    });
    const rules: [string, StorageRule][] = Object.entries(storageRules[props.kind]);
    this.rules = rules.flatMap(([name, rule]) => this.createRule(name, rule, props));
  }

  /** Nodes have unrestricted egress. Connections that storage opens need a rule on both sides. */
  private createRule(
    name: string,
    { from, to, tcp, why }: StorageRule,
    { nodeSecurityGroupId }: NodeAccessProps,
  ): ITerraformDependable[] {
    const groupOf = (party: Party) => (party === "nodes" ? nodeSecurityGroupId : this.securityGroup.id);
    const ports = { description: why, ipProtocol: "tcp", fromPort: tcp[0], toPort: tcp[1] };
    const ingress = new VpcSecurityGroupIngressRule(this, name, {
      ...ports,
      securityGroupId: groupOf(to),
      referencedSecurityGroupId: groupOf(from),
    });
    if (from === "nodes") return [ingress];
    const egress = new VpcSecurityGroupEgressRule(this, `${name}_out`, {
      ...ports,
      securityGroupId: groupOf(from),
      referencedSecurityGroupId: groupOf(to),
    });
    return [ingress, egress];
  }
}
