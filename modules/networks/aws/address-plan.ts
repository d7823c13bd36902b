import { type Cidr } from "../../cluster/addresses";

/**
 * The parts of the range of a VPC. The letter of a zone is its slot, independent of other zones, so that a zone that
 * is added or removed does not move subnets.
 *
 * ```text
 *   10.0.0.0/16 in eighths
 *   | 0 private a | 1 private b | 2 private c | 3 private d | 4 private e | 5 private f | 6 public | 7 intra |
 *                                                                                       | a b c d e f · ·    |
 * ```
 */
const tiers = {
  /** Nodes, pods and internal load balancers. */
  private: { bits: 3, index: (slot: number) => slot },
  /** NAT gateways and internet-facing load balancers. */
  public: { bits: 6, index: (slot: number) => 6 * 8 + slot },
  /** Interfaces of the control plane and interface endpoints, without egress. */
  intra: { bits: 6, index: (slot: number) => 7 * 8 + slot },
} as const;

export type Tier = keyof typeof tiers;

/** Zones with a slot. No region of AWS has more zones or other letters. */
export const slots = "abcdef";

/** Longest and shortest prefix of a VPC: below /22 an intra subnet would be smaller than /28, the minimum of AWS. */
export const vpcPrefix = { longest: 22, shortest: 16 } as const;

/** Longest and shortest prefix of a pod range: an eighth of it is a subnet of at least /28. */
export const podPrefix = { longest: 25, shortest: 16 } as const;

/** The ranges of one zone. */
export type ZoneSubnets = { readonly zone: string } & Readonly<Record<Tier, Cidr>>;

/** Whether a zone such as `us-east-1a` has a slot. Local Zones (`us-west-2-lax-1a`) and Wavelength Zones have none. */
export function slotOf(region: string, zone: string): number | undefined {
  const letter = zone.startsWith(region) ? zone.slice(region.length) : "";
  const slot = letter.length === 1 ? slots.indexOf(letter) : -1;
  return slot < 0 ? undefined : slot;
}

/**
 * The subnets of a new VPC.
 *
 * @throws RangeError for a range or a zone outside the plan, which rules report before.
 */
export function planSubnets(region: string, vpc: Cidr, zones: readonly string[]): ZoneSubnets[] {
  return zones.map((zone) => {
    const slot = requireSlot(region, zone);
    const range = (tier: Tier) => vpc.part(vpc.prefix + tiers[tier].bits, tiers[tier].index(slot));
    return { zone, private: range("private"), public: range("public"), intra: range("intra") };
  });
}

/**
 * Subnets for pods only, one in each zone: eighths of a separate range, with the same slots.
 *
 * @throws RangeError for a range or a zone outside the plan, which rules report before.
 */
export function planPodSubnets(
  region: string,
  range: Cidr,
  zones: readonly string[],
): { readonly zone: string; readonly range: Cidr }[] {
  return zones.map((zone) => ({ zone, range: range.part(range.prefix + 3, requireSlot(region, zone)) }));
}

/**
 * Number of the /64 of a subnet in the /56 that Amazon assigns to a VPC. Only Terraform knows the range.
 *
 * @throws RangeError for a zone outside the plan
 */
export function ipv6SubnetNumber(region: string, tier: Tier, zone: string): number {
  return ipv6Tiers[tier] + requireSlot(region, zone);
}

/** First /64 of each tier: sixteen for each, of which at most six are used. */
const ipv6Tiers: Readonly<Record<Tier, number>> = { private: 0x00, public: 0x10, intra: 0x20 };

function requireSlot(region: string, zone: string): number {
  const slot = slotOf(region, zone);
  if (slot === undefined) throw new RangeError(`${zone} is not an availability zone of ${region}`);
  return slot;
}
