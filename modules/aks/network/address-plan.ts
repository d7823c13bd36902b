import { Address6 } from "ip-address";
import { Cidr } from "../../cluster/addresses";
import { zonesOfAzure } from "../zones";

/** Ranges of the subnets of a new network, at fixed offsets: a subnet that is added later changes no other range. */
export interface SubnetPlan {
  /** Nodes of all zones. */
  readonly nodes: string;

  /** Nodes of each zone, with a NAT gateway in each: quarters of the range of nodes. */
  readonly nodesByZone: Readonly<Record<string, string>>;

  /** Pods in a separate subnet: a quarter of the network. */
  readonly pods: string;

  /** The API server's addresses. */
  readonly apiServer: string;

  /** Private endpoints. */
  readonly endpoints: string;

  /** Volumes of Azure NetApp Files. */
  readonly netApp: string;
}

export function planSubnets(cidr: string): SubnetPlan {
  const network = Cidr.parse(cidr)!;
  const nodes = network.part(network.prefix + 1, 0);
  const rest = network.part(network.prefix + 2, 3);
  return {
    nodes: `${nodes}`,
    nodesByZone: Object.fromEntries(
      zonesOfAzure.map((zone, i) => [zone, `${nodes.part(nodes.prefix + 2, i)}`]),
    ),
    pods: `${network.part(network.prefix + 2, 2)}`,
    apiServer: `${rest.part(28, 0)}`,
    endpoints: `${rest.part(27, 1)}`,
    netApp: `${rest.part(27, 2)}`,
  };
}

/** IPv6 ranges, in addition to IPv4. Azure's subnets have a /64. */
export interface Ipv6Plan {
  readonly network: string;
  readonly nodes: string;
}

/** Unique local ranges that contain the address of the IPv4 range, so that networks without overlapping IPv4 ranges have different ones. */
export function planIpv6(cidr: string): Ipv6Plan {
  const [a, b, c, d] = `${Cidr.parse(cidr)!}`
    .split(/[./]/)
    .map((byte) => Number(byte).toString(16).padStart(2, "0"));
  const first = new Address6(`fd00:${a}${b}:${c}${d}::`).correctForm();
  return { network: `${first}/48`, nodes: `${first}/64` };
}

/**
 * IPv6 ranges of pods and services that AKS uses by default.
 *
 * @see https://learn.microsoft.com/azure/aks/azure-cni-overlay
 */
export const ipv6OfWorkloads = { pods: "fd12:3456:789a::/64", services: "fd12:3456:789a:1::/108" } as const;
