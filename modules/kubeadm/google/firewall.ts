import { ComputeFirewall } from "@cdktf/provider-google/lib/compute-firewall";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { asSet } from "../../cluster/sets";
import { limits } from "../../google/limits";
import { projectName } from "../../google/names";
import { kubeletPort } from "../boot/settings";
import { type Connection, connectionsOf, type Party } from "../network/connections";
import type { PodNetwork } from "../network/pod-network";

/**
 * Addresses of health checks, of load balancers and of repairs.
 *
 * @see https://cloud.google.com/load-balancing/docs/health-check-concepts#ip-ranges
 */
const healthChecks = ["130.211.0.0/22", "35.191.0.0/16"];

/** See {@link Firewall}. */
export interface FirewallProps {
  readonly clusterName: string;
  readonly region: string;
  readonly networkId: string;
  readonly podNetwork: PodNetwork;
  /** Ranges of clients of the API server. */
  readonly privateFrom: readonly string[];
  /** E-mails of the service accounts of machines. */
  readonly accounts: Readonly<Record<"control plane" | "nodes", string>>;
}

/** One row of {@link rulesOf}: who may send traffic to whom. */
interface FirewallRow extends Pick<Connection, "protocol" | "ports" | "why"> {
  readonly from: "clients" | "health checks" | "control plane" | "nodes";
  readonly to: "control plane" | "nodes";
}

/**
 * The rules of a cluster by id: the table of connections, as a network of Google Cloud has it. The load balancer passes packets through with
 * the address of their client, so that what may reach it may reach the control plane; its checks come from the addresses of Google. All
 * egress and the answers of ICMP are allowed.
 *
 * @see https://cloud.google.com/load-balancing/docs/internal
 * @see https://cloud.google.com/firewall/docs/firewalls#default_firewall_rules
 */
export function rulesOf(podNetwork: PodNetwork): [string, FirewallRow][] {
  const seen = new Set<string>();
  const rows = connectionsOf(podNetwork).flatMap(([id, connection]): [string, FirewallRow][] => {
    const { protocol, ports, why } = connection;
    const from = connection.from === "load balancer" ? "health checks" : connection.from;
    const to = connection.to === "load balancer" ? "control plane" : connection.to;
    const isEgress = connection.to === "anywhere" || id.startsWith("load_balancer_to_");
    if (isEgress || protocol === "icmp" || !isSource(from) || to === "anywhere" || to === "clients")
      return [];
    const key = JSON.stringify([from, to, protocol, ports]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [[id, { from, to, protocol, ports, why }]];
  });
  return [
    ...rows,
    [
      "nodes_from_health_checks",
      {
        from: "health checks",
        to: "nodes",
        protocol: "tcp",
        ports: [kubeletPort, kubeletPort],
        why: "Health checks for repairs of nodes",
      },
    ],
  ];
}

const isSource = (party: Party | "health checks"): party is FirewallRow["from"] =>
  party !== "anywhere" && party !== "load balancer";

/** The firewall rules of a cluster. Machines are selected by their service accounts. Everything else is denied. */
export class Firewall extends Construct {
  /** Dependencies of machines, which need their traffic when they start. */
  readonly rules: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: FirewallProps) {
    super(scope, id);
    const { podNetwork, networkId, privateFrom, accounts } = props;
    this.rules = rulesOf(podNetwork)
      .filter(([, { from }]) => from !== "clients" || privateFrom.length > 0)
      .map(([name, { from, to, protocol, ports, why }]) => {
        const ranges = { clients: asSet(privateFrom), "health checks": healthChecks };
        return new ComputeFirewall(this, name, {
          name: projectName(props, limits.computeName, name.replaceAll("_", "-")),
          description: why,
          network: networkId,
          direction: "INGRESS",
          allow: [{ protocol, ports: ports && [ports[0] === ports[1] ? String(ports[0]) : ports.join("-")] }],
          ...(from === "clients" || from === "health checks"
            ? { sourceRanges: [...ranges[from]] }
            : { sourceServiceAccounts: [accounts[from]] }),
          targetServiceAccounts: [accounts[to]],
        });
      });
  }
}
