import type { EksClusterProps } from "../../eks/spec";
import type { Access, Opening, Principal } from "../model";
import { blocks, type Config, type Stack, texts } from "../stack";

/** Who reaches the API server and nodes, and who has rights in the cluster. */
export function eksAccess(_: EksClusterProps, stack: Stack): Access {
  return {
    reachability: [...apiOpenings(stack), ...securityGroupOpenings(stack)],
    principals: principalsOf(stack),
  };
}

/** Who reaches the API server, as a phrase. */
export function eksApiReach(_: EksClusterProps, stack: Stack): string {
  const access = endpointOf(stack);
  const privately = access.endpoint_private_access === false ? [] : ["from the VPC"];
  const publicly = access.endpoint_public_access === true ? [`from ${rangesOf(access).join(", ")}`] : [];
  return [...publicly, ...privately].join(" and ") || "from nowhere";
}

const endpointOf = (stack: Stack): Config =>
  blocks(stack.ofType("aws_eks_cluster")[0]?.config.vpc_config)[0] ?? {};

function rangesOf({ public_access_cidrs }: Config): string[] {
  const ranges = texts(public_access_cidrs);
  return ranges.length > 0 ? ranges : ["0.0.0.0/0"];
}

function apiOpenings(stack: Stack): Opening[] {
  const access = endpointOf(stack);
  if (access.endpoint_public_access !== true) return [];
  const [{ address }] = stack.ofType("aws_eks_cluster");
  return rangesOf(access).map((from) => ({
    from,
    to: "API server (public address)",
    ports: "TCP 443",
    address,
  }));
}

/** The openings of the rules of security groups. */
export function securityGroupOpenings(stack: Stack): Opening[] {
  const nameOf = (id: unknown): string => {
    if (String(id).includes("cluster_security_group_id")) return "control plane";
    const group = stack.referred(id, "aws_security_group");
    if (!group) return String(id);
    const name = group.name.replace(/^network_security_|_security_group$/g, "");
    return name === "node_groups" ? "nodes" : name.replace(/_/g, " ");
  };
  const openings = (type: string, isIngress: boolean) =>
    stack.ofType(type).map(({ address, config }): Opening => {
      const other = String(
        config.cidr_ipv4 ??
          config.cidr_ipv6 ??
          config.prefix_list_id ??
          nameOf(config.referenced_security_group_id),
      );
      const own = nameOf(config.security_group_id);
      return { from: isIngress ? other : own, to: isIngress ? own : other, ports: portsOf(config), address };
    });
  return [
    ...openings("aws_vpc_security_group_ingress_rule", true),
    ...openings("aws_vpc_security_group_egress_rule", false),
  ];
}

function portsOf({ ip_protocol, from_port, to_port }: Config): string {
  if (ip_protocol === "-1") return "all";
  const ports = from_port === to_port ? String(from_port) : `${String(from_port)}–${String(to_port)}`;
  return `${String(ip_protocol).toUpperCase()} ${ports}`;
}

function principalsOf(stack: Stack): Principal[] {
  const entryOf = (value: unknown) =>
    stack.referred(value, "aws_eks_access_entry")?.config.principal_arn ?? value;
  return stack.ofType("aws_eks_access_policy_association").map(({ address, config }) => {
    const policy = String(config.policy_arn).split("/").at(-1)!;
    const [scope = {}] = blocks(config.access_scope);
    const namespaces = texts(scope.namespaces);
    return {
      name: String(entryOf(config.principal_arn)),
      right: `${policy}${namespaces.length > 0 ? ` in ${namespaces.join(", ")}` : " in the whole cluster"}`,
      isAdmin: policy === "AmazonEKSClusterAdminPolicy",
      address,
    };
  });
}
