import { knownEntries } from "../../cluster/rules/rule";
import { defaults } from "../fields.generated";
import type { EksNetworkSpec, EksNodeRules } from "../spec";

/** An end of a connection. */
export type Party = "nodes" | "control plane" | "anywhere";

/** A rule of the security group of nodes, or of the control plane for traffic with nodes. */
export interface NodeRule {
  readonly from: Party;
  readonly to: Party;
  /** TCP ports. If these and UDP ports are omitted, all ports of all protocols. */
  readonly tcp?: readonly [from: number, to: number];
  readonly udp?: readonly [from: number, to: number];
  /** Address family of `anywhere`. If omitted, IPv4. */
  readonly family?: "ipv6";
  readonly why: string;
}

type NodeRules = Readonly<Record<string, NodeRule>>;

/**
 * Allowed traffic. All other traffic is denied. EKS creates the group of the control plane, which allows traffic within
 * itself and all egress; nodes are not in it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
 */
const everywhere = {
  nodes_from_control_plane_https: {
    from: "control plane",
    to: "nodes",
    tcp: [443, 443],
    why: "Webhooks and aggregated APIs on HTTPS",
  },
  control_plane_from_nodes: {
    from: "nodes",
    to: "control plane",
    tcp: [443, 443],
    why: "Nodes and pods reach the API server",
  },
  nodes_to_anywhere: { from: "nodes", to: "anywhere", why: "Images, AWS APIs and what workloads call" },
} as const satisfies NodeRules;

/** Additional rules of each value of `network.nodeRules`. */
export const nodeRuleSets = {
  standard: {
    nodes_from_nodes: { from: "nodes", to: "nodes", why: "Pods reach pods on any port" },
    nodes_from_control_plane: {
      from: "control plane",
      to: "nodes",
      tcp: [1025, 65535],
      why: "Kubelets, webhooks and aggregated APIs",
    },
  },
  // The defaults of terraform-aws-eks, except for its list of webhook ports.
  restricted: {
    nodes_from_nodes_dns_tcp: {
      from: "nodes",
      to: "nodes",
      tcp: [53, 53],
      why: "CoreDNS",
    },
    nodes_from_nodes_dns_udp: {
      from: "nodes",
      to: "nodes",
      udp: [53, 53],
      why: "CoreDNS",
    },
    nodes_from_nodes_tcp: {
      from: "nodes",
      to: "nodes",
      tcp: [1025, 65535],
      why: "Pods reach pods on unprivileged ports",
    },
    nodes_from_control_plane_kubelets: {
      from: "control plane",
      to: "nodes",
      tcp: [10250, 10250],
      why: "Kubelets",
    },
  },
} as const satisfies Readonly<Record<EksNodeRules, NodeRules>>;

/**
 * The rules of a cluster, by the id of their constructs.
 *
 * @param network - the fields that select rules
 * @param programPorts - webhook ports of the programs that the file asks for
 */
export function nodeRulesOf(
  {
    nodeRules = defaults["network.nodeRules"],
    webhookPorts,
    ipFamily,
  }: Pick<EksNetworkSpec, "nodeRules" | "webhookPorts" | "ipFamily"> = {},
  programPorts: readonly number[] = [],
): NodeRules {
  const rules: NodeRules = {
    ...everywhere,
    ...nodeRuleSets[nodeRules],
    ...(ipFamily === "ipv6"
      ? {
          nodes_to_anywhere_ipv6: {
            from: "nodes",
            to: "anywhere",
            family: "ipv6",
            why: "What workloads call over IPv6",
          },
        }
      : {}),
  };
  const ports = new Set([...knownEntries(webhookPorts).map(([, port]) => port), ...programPorts]);
  const closed = [...ports].filter((port) => !isOpen(rules, port));
  const webhooks = closed.map((port): [string, NodeRule] => [
    `nodes_from_control_plane_webhook_${port}`,
    {
      from: "control plane",
      to: "nodes",
      tcp: [port, port],
      why: `Webhooks and aggregated APIs on port ${port}`,
    },
  ]);
  return { ...rules, ...Object.fromEntries(webhooks) };
}

/** Whether the rules already allow the control plane to reach a port of nodes. */
function isOpen(rules: NodeRules, port: number): boolean {
  return Object.values(rules).some(
    ({ from, to, tcp }) =>
      from === "control plane" && to === "nodes" && tcp && tcp[0] <= port && port <= tcp[1],
  );
}
