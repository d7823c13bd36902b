import type { NodeUpgradeSpec } from "../../cluster/vocabulary";

/** How nodes are replaced when their version or settings change. */
export interface GkeNodeUpgradeSpec extends NodeUpgradeSpec {
  /** Maximum number of unavailable nodes, 1 to 20. With `strategy: surge`. */
  readonly maxUnavailable?: number;

  /**
   * The same as a percentage of the group's minimum size, at least one node and at most 20. With `strategy: surge`.
   *
   * @literal
   */
  readonly maxUnavailablePercent?: number;

  /**
   * Nodes that are added during the upgrade, in each zone of the pool, 0 to 20. Either this or `maxUnavailable` is above
   * 0. With `strategy: surge`. If omitted, 1, or 0 if `maxUnavailable` or `maxUnavailablePercent` is set.
   */
  readonly maxSurge?: number;

  /**
   * Upgrade strategy.
   *
   * - `surge`: node by node.
   * - `blue-green`: a second set of nodes, batch by batch. GKE removes the first set after the soak time.
   *
   * @default "surge"
   * @literal
   */
  readonly strategy?: "surge" | "blue-green";

  /** Pace of `strategy: blue-green`. */
  readonly blueGreen?: GkeBlueGreenSpec;
}

/** Pace of a blue-green upgrade: `batchNodes` or `batchPercent`. */
export interface GkeBlueGreenSpec {
  /** Nodes that are drained at a time. */
  readonly batchNodes?: number;

  /**
   * The same as a percentage of the pool, 1 to 100.
   *
   * @default 33
   * @literal
   */
  readonly batchPercent?: number;

  /**
   * Seconds to wait after each batch, up to 604800.
   *
   * @default 0
   * @literal
   */
  readonly batchSoakSeconds?: number;

  /**
   * Seconds for which the old nodes stay after the last batch, up to 604800.
   *
   * @default 3600
   * @literal
   */
  readonly soakSeconds?: number;
}
