import { Cidr } from "../../cluster/addresses";
import { zonesOfAzure } from "../../azure/zones";

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
