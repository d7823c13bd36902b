import type { SizeRange } from "../../cluster/vocabulary";

/** Fields of the Auto Scaling group of a self-managed group. */
export interface EksAutoScalingGroupSpec {
  /**
   * On-demand nodes of a spot group, before it takes spot machines: the total over all zones.
   *
   * @default 0
   * @literal
   * @change in-place
   */
  readonly onDemandBase?: number;

  /**
   * Percentage of on-demand nodes above the base in a spot group, 0 to 100.
   *
   * @default 0
   * @change in-place
   */
  readonly onDemandPercent?: number;

  /**
   * How EC2 selects among the machine types of a spot group. `capacity-optimized-prioritized` uses their order; `lowest-price` has
   * the most interruptions.
   *
   * @default "price-capacity-optimized"
   * @change in-place
   */
  readonly spotAllocation?:
    "price-capacity-optimized" | "capacity-optimized" | "capacity-optimized-prioritized" | "lowest-price";

  /**
   * Effect of a change of the image, the user data or the machine types: `rolling` replaces the nodes at the pace of `upgrade`;
   * `none` applies it to new nodes only.
   *
   * @default "rolling"
   * @literal
   * @change in-place
   */
  readonly instanceRefresh?: "rolling" | "none";

  /**
   * Order of steps when a machine is replaced: `launch` starts the new machine first, so that the group exceeds its size for a
   * while; `terminate` removes the old machine first, for groups whose machines are reserved.
   *
   * @default "launch"
   * @literal
   * @change in-place
   */
  readonly replacement?: "launch" | "terminate";

  /**
   * Days after which a machine is replaced, 1 to 365. If omitted, never.
   *
   * @literal
   * @change in-place
   */
  readonly maxInstanceLifetimeDays?: number;

  /**
   * Seconds that a machine waits before it is terminated, 30 to 7200, so that a program can drain its node. A termination handler
   * ends the wait earlier. If omitted, it does not wait.
   *
   * @change in-place
   */
  readonly terminationWaitSeconds?: number;

  /**
   * Machines that are started in advance, so that a new node is available in seconds. They join the cluster while they are
   * prepared, and are nodes that are not ready at that time. Not for spot.
   *
   * @change in-place
   */
  readonly warmPool?: EksWarmPoolSpec;

  /**
   * Other bounds of the size of the group at certain times. The group needs a size range, which applies until the first time.
   *
   * @change in-place
   */
  readonly schedules?: readonly EksScheduleSpec[];
}

/** Machines that are started in advance. */
export interface EksWarmPoolSpec {
  /**
   * Minimum number of machines in the pool: the total over all zones.
   *
   * @literal
   */
  readonly size: number;

  /**
   * State of the machines: `stopped` has only the price of the disks.
   *
   * @default "stopped"
   * @literal
   */
  readonly state?: "stopped" | "running";
}

/** Other bounds of the size of a group, from a repeated time. */
export interface EksScheduleSpec {
  /**
   * Name of the schedule, unique in its group: lower-case letters, digits and `-`, starting with a letter.
   *
   * @literal
   */
  readonly name: string;

  /** Time as five fields of cron: minute, hour, day of month, month, day of week. Example: `0 7 * * MON-FRI`. */
  readonly recurrence: string;

  /**
   * Time zone of the recurrence, by its name in the IANA database.
   *
   * @default "Etc/UTC"
   */
  readonly timeZone?: string;

  /** The bounds from this time, over all zones. */
  readonly size: SizeRange;
}
