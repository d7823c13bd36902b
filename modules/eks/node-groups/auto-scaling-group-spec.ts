import type { SizeRange } from "../../cluster/vocabulary";

/** What only a self-managed group can say of its Auto Scaling group. */
export interface EksAutoScalingGroupSpec {
  /**
   * Nodes of a spot group that are on demand before any spot one is taken: the total over all zones.
   *
   * @default 0
   * @literal
   */
  readonly onDemandBase?: number;

  /**
   * Percentage of on-demand nodes above the base in a spot group, 0 to 100.
   *
   * @default 0
   */
  readonly onDemandPercent?: number;

  /**
   * How EC2 chooses among the machine types of a spot group. `capacity-optimized-prioritized` heeds their order;
   * `lowest-price` is interrupted most.
   *
   * @default "price-capacity-optimized"
   */
  readonly spotAllocation?:
    "price-capacity-optimized" | "capacity-optimized" | "capacity-optimized-prioritized" | "lowest-price";

  /**
   * When the image, the user data or the machine types change: `rolling` replaces the nodes at the pace of `upgrade`;
   * `none` leaves them, so that only new ones have the change.
   *
   * @default "rolling"
   * @literal
   */
  readonly instanceRefresh?: "rolling" | "none";

  /**
   * What comes first when a machine is replaced: `launch` starts the new one while the old one runs, above the group's
   * size for a while; `terminate` never takes more machines than the group has, e.g. where they are reserved.
   *
   * @default "launch"
   * @literal
   */
  readonly replacement?: "launch" | "terminate";

  /**
   * Days after which a machine is replaced, 1 to 365. Left out: never.
   *
   * @literal
   */
  readonly maxInstanceLifetimeDays?: number;

  /**
   * Seconds that a machine waits before it goes, 30 to 7200, for something that drains its node. A termination handler
   * ends the wait earlier. Left out: it goes at once.
   */
  readonly terminationWaitSeconds?: number;

  /**
   * Machines that are started beforehand, so that a new node is there in seconds. They join the cluster while they are made
   * ready, and are seen there as nodes that are not ready. Not for spot.
   */
  readonly warmPool?: EksWarmPoolSpec;

  /** Other bounds of the group's size from given times on. The group needs a range, which holds until the first time. */
  readonly schedules?: readonly EksScheduleSpec[];
}

/** Machines that are started beforehand. */
export interface EksWarmPoolSpec {
  /**
   * Machines in the pool at least: the total over all zones.
   *
   * @literal
   */
  readonly size: number;

  /**
   * What they do meanwhile: `stopped` costs their disks only.
   *
   * @default "stopped"
   * @literal
   */
  readonly state?: "stopped" | "running";
}

/** Other bounds of a group's size, from a time on that comes again and again. */
export interface EksScheduleSpec {
  /**
   * Name of the schedule, unique in its group: lower-case letters, digits and `-`, starting with a letter.
   *
   * @literal
   */
  readonly name: string;

  /** When, as five fields of cron: minute, hour, day of month, month, day of week. */
  readonly recurrence: string;

  /**
   * Time zone of the recurrence, by its name in the IANA database.
   *
   * @default "Etc/UTC"
   */
  readonly timeZone?: string;

  /** The bounds from then on, over all zones. */
  readonly size: SizeRange;
}
