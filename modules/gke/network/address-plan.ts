import { Cidr } from "../../cluster/addresses";
import { isUnresolved } from "../../cluster/tokens";
import type { AnyGkeClusterProps } from "../spec";
import { defaults } from "../fields.generated";

/**
 * The parts of the range of a new network. Each part has a fixed position, so adding or removing a part does not move others.
 *
 * ```text
 *   10.0.0.0/16 in sixteenths
 *   | 0-7 pods | 8 nodes | 9 services | 10-15 free |
 * ```
 */
export interface GkeRanges {
  /** Primary range of the subnet: nodes, internal load balancers, private endpoints. */
  readonly nodes: string;

  /** Secondary range of pods: a block for each node. */
  readonly pods: string;

  /** Secondary range of services. */
  readonly services: string;
}

/** Shortest and longest prefix of a network's range: half of a /20 is a /21, the smallest range of pods. */
export const networkPrefix = { shortest: 9, longest: 20 } as const;

/**
 * Prefixes of a range for pods, and of one for services.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips#cluster_sizing
 */
export const podPrefix = { shortest: 9, longest: 21 } as const;
export const servicePrefix = { shortest: 16, longest: 27 } as const;

/**
 * Unusable addresses: the first two and the last two of a primary range; none of a secondary one.
 *
 * @see https://cloud.google.com/vpc/docs/subnets#unusable-ip-addresses-in-every-subnet
 */
export const reservedBySubnet = 4;

/** Positions of the smaller parts. A /20 is large enough for the nodes and for the services of one cluster. */
const places = { nodes: 8, services: 9 } as const;
const largestPart = 20;

/** The ranges of a new network; undefined for an existing one, and if a range is unknown. */
export function planRanges({ network }: Pick<AnyGkeClusterProps, "network">): GkeRanges | undefined {
  if (isUnresolved(network) || network?.existing !== undefined) return undefined;
  const whole = parse(network?.cidr ?? defaults["network.cidr"]);
  const own = { pods: parse(network?.podCidr), services: parse(network?.serviceCidr) };
  if (!whole || whole.prefix < networkPrefix.shortest || whole.prefix > networkPrefix.longest)
    return undefined;
  if ((network?.podCidr && !own.pods) || (network?.serviceCidr && !own.services)) return undefined;

  const part = (place: number): string => {
    const slot = whole.part(whole.prefix + 4, place);
    return String(slot.part(Math.max(slot.prefix, largestPart), 0));
  };
  return {
    nodes: part(places.nodes),
    pods: String(own.pods ?? whole.part(whole.prefix + 1, 0)),
    services: own.services ? String(own.services) : part(places.services),
  };
}

/** Pods of a node if `maxPods` is omitted. Autopilot gives a node a /26. */
export const defaultMaxPods = { standard: 110, autopilot: 32 } as const;

/**
 * Prefix of the pod block of a node. It has at least twice as many addresses as pods, so that addresses are not reused immediately. 110
 * pods use a /24. https://cloud.google.com/kubernetes-engine/docs/how-to/flexible-pod-cidr
 */
export function podBlockPrefix(maxPods: number): number {
  return 32 - Math.ceil(Math.log2(2 * maxPods));
}

/** Number of addresses of a pod block. */
export const podBlockSize = (maxPods: number): number => 2 ** (32 - podBlockPrefix(maxPods));

function parse(text: string | undefined): Cidr | undefined {
  return text === undefined || isUnresolved(text) ? undefined : Cidr.parse(text);
}
