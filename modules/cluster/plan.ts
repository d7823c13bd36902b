import type { Path } from "./problem";

/** The capacity plan of a cluster: its peak usage of addresses, quotas and pods, with the capacity of each. */
export interface ClusterPlan {
  /** Full name of the cluster. */
  readonly name: string;
  readonly region: string;

  /** Short description of the source of pod addresses, such as `prefixes`. */
  readonly podNetwork: string;

  readonly workers: readonly WorkerPlan[];
  readonly capacities: readonly Capacity[];

  /** Usage that the plan does not count, with the reason: sentences without a full stop. */
  readonly notes?: readonly string[];
}

/** A node group at its maximum size during a rolling update. */
export interface WorkerPlan {
  readonly group: string;

  /** The machine type of the group that uses the most addresses. */
  readonly machineType: string;

  /** Maximum number of nodes, in all zones. */
  readonly nodes: number;

  /** Maximum number of nodes that an update adds temporarily. */
  readonly surge: number;

  /** Maximum number of pods of a node. */
  readonly podsPerNode: number;

  /** Maximum number of addresses of a node and its pods. */
  readonly addressesPerNode: number;
}

/** A limited resource: the addresses of a subnet, or a quota. */
export interface Capacity {
  /** Such as `nodes eu-central-1a`. */
  readonly name: string;

  /** Details for messages, such as the range of the subnet. */
  readonly detail?: string;

  readonly size: number;
  readonly usages: readonly Usage[];

  /** The field that sets the size; if the size is fixed, the field that sets the usage. */
  readonly path: Path;

  /** Whether it is a quota. The cloud raises quotas on request, so the real limit may be higher. */
  readonly isQuota?: boolean;

  /**
   * Identifies a resource that several clusters can share: clusters with the same value share it. A resource with parts, such as
   * several subnets, has one name for each part, with the size of the part.
   */
  readonly sharedAs?: string | Readonly<Record<string, number>>;
}

/** One user of a capacity. */
export interface Usage {
  /** Name of a node group, or of another user such as `control plane`. */
  readonly by: string;
  readonly count: number;
  readonly each: number;
}

/** Whether the capacity is sufficient, nearly used up, or too small. */
export type CapacityStatus = "ok" | "near-limit" | "exceeded";

/** Used share of a capacity above which it is near its limit. Another node group or zone often does not fit. */
export const nearLimitAbove = 0.8;

/**
 * A note for each machine type whose vCPUs no table has, so that quotas and sums omit them.
 *
 * @param hasVcpus - whether a table has the vCPUs of a machine type
 */
export function unknownVcpus(
  workers: readonly Pick<WorkerPlan, "group" | "machineType">[],
  hasVcpus: (type: string) => boolean,
): string[] {
  return workers
    .filter(({ machineType }) => !hasVcpus(machineType))
    .map(
      ({ group, machineType }) =>
        `vCPUs of the node group ${group} are not counted: the machine type ${machineType} is in no table`,
    );
}

export function usedOf({ usages }: Capacity): number {
  return usages.reduce((sum, { count, each }) => sum + count * each, 0);
}

export function statusOf(capacity: Capacity): CapacityStatus {
  const used = usedOf(capacity);
  if (used > capacity.size) return "exceeded";
  return used > capacity.size * nearLimitAbove ? "near-limit" : "ok";
}

/** A capacity that several clusters share, with the usage of all of them. */
export interface SharedCapacity extends Capacity {
  /** The clusters that share it: the position of the plan, and the capacity in that plan. */
  readonly shares: readonly { readonly plan: number; readonly capacity: Capacity }[];
}

/** The capacities that clusters of an environment share. All clusters of an environment are deployed into one account. */
export function sharedCapacities(plans: readonly ClusterPlan[]): SharedCapacity[] {
  const shares = plans.flatMap(({ capacities }, plan) =>
    capacities.map((capacity) => ({ plan, capacity, parts: partsOf(capacity) })),
  );
  const connected = new ConnectedParts();
  for (const { parts } of shares) connected.connect(Object.keys(parts));

  const pools = new Map<string, Pool>();
  for (const { plan, capacity, parts } of shares) {
    const [part] = Object.keys(parts);
    if (part === undefined) continue;
    const root = connected.rootOf(part);
    const pool: Pool = pools.get(root) ?? { parts: new Map(), shares: [] };
    for (const [name, size] of Object.entries(parts)) pool.parts.set(name, size);
    pool.shares.push({ plan, capacity });
    // The pool of the last share is the last one.
    pools.delete(root);
    pools.set(root, pool);
  }
  return [...pools.values()]
    .filter(({ shares }) => new Set(shares.map(({ plan }) => plan)).size > 1)
    .map(asCapacity);
}

/** Resources with connected users: two clusters are connected if they share a resource, directly or through a third cluster. */
interface Pool {
  readonly parts: Map<string, number>;
  readonly shares: SharedCapacity["shares"][number][];
}

function partsOf({ sharedAs = {}, size }: Capacity): Readonly<Record<string, number>> {
  return typeof sharedAs === "string" ? { [sharedAs]: size } : sharedAs;
}

/** Sets of parts that grow together, in nearly linear time. */
class ConnectedParts {
  private readonly parents = new Map<string, string>();

  connect([first, ...others]: readonly string[]): void {
    for (const other of others) {
      const [root, otherRoot] = [this.rootOf(first), this.rootOf(other)];
      if (root !== otherRoot) this.parents.set(otherRoot, root);
    }
  }

  /** The part that identifies all connected ones. */
  rootOf(part: string): string {
    let root = part;
    for (let above; (above = this.parents.get(root)) !== undefined;) root = above;
    // Shortens the way for the next search.
    for (let at = part; at !== root;) {
      const above = this.parents.get(at)!;
      this.parents.set(at, root);
      at = above;
    }
    return root;
  }
}

function asCapacity({ parts, shares }: Pool): SharedCapacity {
  const details = shares.flatMap(({ capacity }) => capacity.detail ?? []);
  return {
    ...shares[0].capacity,
    detail: details.length > 0 ? [...new Set(details)].join(", ") : undefined,
    size: [...parts.values()].reduce((sum, size) => sum + size, 0),
    usages: shares.flatMap(({ capacity }) => capacity.usages),
    shares,
  };
}
