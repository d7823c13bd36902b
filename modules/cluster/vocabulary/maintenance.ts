/** Weekly time window in which the cloud may change a running cluster. */
export interface MaintenanceWindowSpec {
  /**
   * Days on which the window starts. If omitted, every day.
   *
   * @literal aks shape
   * @literal gke shape
   */
  readonly days?: readonly Weekday[];

  /**
   * Start time in UTC: `HH:MM`, e.g. `"02:00"` (quoted: YAML would read a number).
   *
   * @literal gke
   */
  readonly start: string;

  /**
   * Duration in hours.
   *
   * @literal gke
   */
  readonly hours: number;
}

/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** A period in which the cloud changes nothing, even in a maintenance window. */
export interface MaintenancePauseSpec {
  /**
   * Name of the pause, unique in its cluster: lower-case letters, digits and `-`.
   *
   * @literal aks
   * @checksOnly aks pauses of AKS have no name
   */
  readonly name: string;

  /** Start, in UTC: `"2026-12-20T00:00:00Z"`. */
  readonly from: string;

  /** End, in UTC: `"2027-01-03T00:00:00Z"`. */
  readonly until: string;
}
