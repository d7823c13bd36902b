import { addressPart } from "../../modules/cluster/names";
import type {
  MaintenancePauseSpec,
  MaintenanceWindowSpec,
  NodeGroupSpec,
  SizeRange,
  Spread,
  Taint,
  TaintEffect,
  Weekday,
} from "../../modules/cluster/vocabulary";
import { Cidr } from "../../modules/cluster/addresses";
import { type ClusterPlan, statusOf } from "../../modules/cluster/plan";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { type Draw, defined } from "./draw";

/** The date of the checks. Without a fixed date, tests would fail when the support of a Kubernetes version ends. */
export const today = new Date("2026-11-23");

/** The environment of all clusters, a prefix of their names. */
export const environment = "dev";

/** Maximum length of the name of a cluster without the environment. */
export const ownName = (limit: number): number => limit - `${environment}-`.length;

/** Characters that all names and values may have. */
export const plainText = "abcdefghijklmnopqrstuvwxyz0123456789";

// --- Networks ---------------------------------------------------------------------------------------------------

/**
 * Blocks of private addresses that do not overlap, so that ranges from different blocks do not overlap either. The first block
 * of each list is a common choice.
 */
export const blocks = {
  network: ["10.0.0.0/9", "172.20.0.0/14", "192.168.0.0/16", "100.96.0.0/11"],
  services: ["172.16.0.0/14", "10.128.0.0/11"],
  pods: ["100.64.0.0/11", "10.160.0.0/11"],
  remote: ["10.192.0.0/11", "172.24.0.0/14"],
  other: ["10.224.0.0/11"],
} as const;

/** A range in one of the blocks, with a prefix length between the two if the block is large enough. */
export function rangeIn(draw: Draw, among: readonly string[], shortest: number, longest: number): string {
  const block = Cidr.parse(draw.one(among))!;
  const prefix = draw.int(Math.max(shortest, block.prefix), longest);
  return block.part(prefix, draw.int(0, 2 ** (prefix - block.prefix) - 1)).toString();
}

/** Several ranges of one block that do not overlap. */
export function rangesIn(draw: Draw, block: string, prefix: number, count: number): string[] {
  const whole = Cidr.parse(block)!;
  const places = 2 ** (prefix - whole.prefix);
  const first = draw.int(0, places - count);
  return Array.from({ length: count }, (_, i) => whole.part(prefix, first + i).toString());
}

/** Public ranges: those for documentation, and those of companies. */
export function publicRanges(draw: Draw, most = 5): string[] {
  return draw.some(
    ["203.0.113.0/24", "198.51.100.0/25", "192.0.2.7/32", "8.8.8.0/24", "52.10.0.0/16", "20.0.0.0/8"],
    1,
    most,
  );
}

// --- Node groups ------------------------------------------------------------------------------------------------

/** A size of a node group in `zones` zones, a number or a range. With `per-zone` the maximum is at least one node for each zone. */
export function size(
  draw: Draw,
  spread: Spread | undefined,
  zones: number,
  { least = 0, most = 40, isFixed = false } = {},
): number | SizeRange {
  const fewest = spread === "per-zone" ? zones : 1;
  if (isFixed || draw.bool()) {
    const bottom = Math.max(least, fewest);
    return draw.int(bottom, Math.max(bottom, most));
  }
  const min = draw.int(least, most);
  const max = Math.max(min, fewest);
  return { min, max: draw.int(max, Math.max(max, most)) };
}

/** The common fields of node groups. */
export function placement(
  draw: Draw,
  zones: readonly string[],
): Pick<NodeGroupSpec, "zones"> & { readonly count: number } {
  const own = draw.maybe(() => draw.some(zones));
  return { zones: own, count: (own ?? zones).length };
}

/** Node groups with different names, also in Terraform addresses. */
export function withDistinctNames<Group extends { readonly name: string }>(
  groups: readonly Group[],
): Group[] {
  const taken = new Set<string>();
  return groups.filter(({ name }) => {
    const part = addressPart(name);
    return taken.has(part) ? false : taken.add(part);
  });
}

const prefixes = ["", "", "example.com/", "team.example.com/"];

/** Labels of Kubernetes. */
export function labels(draw: Draw, { most = 8, key = 30, value = 30, leastValue = 1 } = {}) {
  return mapOf(
    draw,
    most,
    () => `${draw.one(prefixes)}${draw.label(key)}`,
    () => draw.text(plainText, leastValue, value),
  );
}

/** Taints with different keys. */
export function taints(draw: Draw, effects: readonly TaintEffect[], most = 4): Taint[] {
  return draw.list(
    1,
    most,
    () => ({
      key: `${draw.one(prefixes)}${draw.label(30)}`,
      value: draw.maybe(() => draw.label(20)),
      effect: draw.one(effects),
    }),
    ({ key }) => key,
  );
}

/** A map with keys that differ in letters or digits, ignoring case. */
export function mapOf<T>(draw: Draw, most: number, key: () => string, value: () => T): Record<string, T> {
  const entries = draw.list(
    1,
    most,
    () => [key(), value()] as const,
    ([name]) => addressPart(name).toLowerCase(),
  );
  return Object.fromEntries(entries);
}

/** Tags that are valid on all clouds. */
export function tags(draw: Draw, most = 10): Record<string, string> {
  return mapOf(
    draw,
    most,
    () => `x${draw.text(plainText, 0, 20)}`,
    () => draw.text(plainText, 1, 40),
  );
}

// --- Capacity ---------------------------------------------------------------------------------------------------

/** Changes that increase the capacity or reduce the usage of a cluster. */
export interface Fallback<Spec extends PlatformClusterSpec> {
  readonly planOf: (spec: Spec) => ClusterPlan;

  /** The largest ranges. The pod range is used if the cluster sets one. */
  readonly widest: { readonly cidr: string; readonly podCidr: string };

  /** Fields that reduce the usage of each node. */
  readonly smaller: (group: Spec["nodeGroups"][number]) => Partial<Spec["nodeGroups"][number]>;

  /** Groups that stay if that does not suffice. If omitted, all. */
  readonly stays?: (group: Spec["nodeGroups"][number]) => boolean;
}

/**
 * A cluster whose capacity suffices according to its plan: unchanged, with the largest network, or with fewer and smaller nodes.
 */
export function fitting<Spec extends PlatformClusterSpec>(spec: Spec, fallback: Fallback<Spec>): Spec {
  const { network } = spec;
  const { cidr, podCidr } = fallback.widest;
  const wide = {
    ...spec,
    network: defined({
      ...network,
      cidr: network && "existing" in network && network.existing ? undefined : cidr,
      podCidr: network?.podCidr && podCidr,
    }),
  };
  const small = {
    ...wide,
    nodeGroups: spec.nodeGroups.map((group) =>
      defined({ ...group, size: fewer(group.size), ...fallback.smaller(group) }),
    ),
  };
  const fewest = { ...small, nodeGroups: small.nodeGroups.filter(fallback.stays ?? (() => true)) };
  return [spec, wide, small].find((one) => fits(fallback.planOf(one))) ?? fewest;
}

const fits = ({ capacities }: ClusterPlan): boolean =>
  capacities.every((capacity) => capacity.isQuota || statusOf(capacity) !== "exceeded");

function fewer(sized: NodeGroupSpec["size"]): NodeGroupSpec["size"] {
  const cut = (number: number) => Math.min(number, 6);
  return typeof sized === "number" ? cut(sized) : { min: cut(sized.min), max: cut(sized.max) };
}

// --- The rest ---------------------------------------------------------------------------------------------------

/** A namespace and a service account. */
export function account(draw: Draw): { readonly namespace: string; readonly serviceAccount: string } {
  return { namespace: `n${draw.label(30)}`, serviceAccount: `s${draw.label(60)}` };
}

/** Names of namespaces. */
export const namespaces = (draw: Draw): string[] => draw.list(1, 3, () => `n${draw.label(20)}`);

/** A maintenance window with a number of days between the two. */
export function window(
  draw: Draw,
  weekdays: readonly Weekday[],
  hours: readonly [number, number],
  days: readonly [number, number] | undefined,
): MaintenanceWindowSpec {
  const two = (number: number) => String(number).padStart(2, "0");
  return {
    days: days && draw.some(weekdays, ...days),
    start: `${two(draw.int(0, 23))}:${two(draw.int(0, 59))}`,
    hours: draw.int(...hours),
  };
}

/** Maintenance pauses. */
export const pauses = (draw: Draw): MaintenancePauseSpec[] =>
  draw.list(
    0,
    3,
    () => ({
      name: draw.label(20),
      from: "2026-12-20T00:00:00Z",
      until: `2027-01-0${draw.int(1, 9)}T00:00:00Z`,
    }),
    ({ name }) => name,
  );
