import type { Path } from "./problem";

/**
 * Does it fit? What a cluster may come to need at its largest, held against what there is. The questions are the same on
 * every platform; the numbers are each platform's own.
 */
export interface ClusterPlan {
  /** The cluster's full name. */
  readonly name: string;
  readonly region: string;

  /** How pods come by their addresses, in a few words. */
  readonly podNetwork: string;

  readonly workers: readonly WorkerPlan[];
  readonly supplies: readonly Supply[];

  /** What is in no sum, and why: sentences without a full stop. */
  readonly notes?: readonly string[];
}

/** A node group at its largest, in the middle of an update. */
export interface WorkerPlan {
  readonly group: string;

  /** The machine type that takes the most addresses, of those that the group names. */
  readonly machineType: string;

  /** Nodes at most, over all zones. */
  readonly nodes: number;

  /** Nodes that an update may add for its time. */
  readonly surge: number;

  /** Pods that a node can run. */
  readonly podsPerNode: number;

  /** Addresses that a node may take for itself and its pods. */
  readonly addressesPerNode: number;
}

/** Something limited that a cluster draws on: the addresses of a subnet, a quota. */
export interface Supply {
  /** Such as `nodes eu-central-1a`. */
  readonly name: string;

  /** What it is made of, such as the subnet's range. */
  readonly detail?: string;

  readonly size: number;
  readonly demands: readonly Demand[];

  /** The field that decides the size, or the demand where the size is given. */
  readonly path: Path;

  /** The cloud raises it on request, so that too little of it may yet be enough. */
  readonly isQuota?: boolean;

  /**
   * Tells what it is, where several clusters may draw on the same: those with one word here do. Of what has parts, such as
   * several subnets, a word for each, with its size.
   */
  readonly sharedAs?: string | Readonly<Record<string, number>>;
}

/** What draws on a supply. */
export interface Demand {
  /** Name of a node group, or what else it is. */
  readonly by: string;
  readonly count: number;
  readonly each: number;
}

/** What becomes of a supply: it is enough, nearly used up, or too little. */
export type Verdict = "fits" | "tight" | "short";

/** Share of a supply above which it is tight. What comes next, a group or a zone, often no longer fits. */
export const tightAbove = 0.8;

export function usedOf({ demands }: Supply): number {
  return demands.reduce((sum, { count, each }) => sum + count * each, 0);
}

export function verdictOf(supply: Supply): Verdict {
  const used = usedOf(supply);
  if (used > supply.size) return "short";
  return used > supply.size * tightAbove ? "tight" : "fits";
}

/** A supply on which several clusters draw, with all that they demand. */
export interface SharedSupply extends Supply {
  /** Who draws on it: the positions of their plans, and the supply as each of them sees it. */
  readonly shares: readonly { readonly plan: number; readonly supply: Supply }[];
}

/** What the clusters of an environment, deployed into one account, draw on together: nothing when each has its own. */
export function sharedSupplies(plans: readonly ClusterPlan[]): SharedSupply[] {
  let pools: Pool[] = [];
  plans.forEach(({ supplies }, plan) => {
    for (const supply of supplies) {
      const parts = partsOf(supply);
      const touches = (pool: Pool) => Object.keys(parts).some((part) => part in pool.parts);
      const joined = [...pools.filter(touches), { parts, shares: [{ plan, supply }] }];
      pools = [...pools.filter((pool) => !touches(pool)), joined.reduce(join)];
    }
  });
  return pools.filter(({ shares }) => new Set(shares.map(({ plan }) => plan)).size > 1).map(asSupply);
}

/** Things on which the same clusters draw, directly or by way of one that draws on both. */
interface Pool {
  readonly parts: Readonly<Record<string, number>>;
  readonly shares: SharedSupply["shares"];
}

function partsOf({ sharedAs = {}, size }: Supply): Readonly<Record<string, number>> {
  return typeof sharedAs === "string" ? { [sharedAs]: size } : sharedAs;
}

const join = (a: Pool, b: Pool): Pool => ({
  parts: { ...a.parts, ...b.parts },
  shares: [...a.shares, ...b.shares],
});

function asSupply({ parts, shares }: Pool): SharedSupply {
  const details = shares.flatMap(({ supply }) => supply.detail ?? []);
  return {
    ...shares[0].supply,
    detail: details.length > 0 ? [...new Set(details)].join(", ") : undefined,
    size: Object.values(parts).reduce((sum, size) => sum + size, 0),
    demands: shares.flatMap(({ supply }) => supply.demands),
    shares,
  };
}
