/** When the cloud may change a running cluster, week by week. */
export interface MaintenanceWindowSpec {
  /**
   * Days on which the window opens. Left out: every day.
   *
   * @literal aks shape
   * @literal gke shape
   */
  readonly days?: readonly Weekday[];

  /**
   * Time at which it opens, in UTC: `HH:MM`, e.g. `"02:00"` (quoted: YAML would make a number of it).
   *
   * @literal gke
   */
  readonly start: string;

  /**
   * Hours for which it stays open.
   *
   * @literal gke
   */
  readonly hours: number;
}

/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** A time in which the cloud changes nothing, whatever the window says. */
export interface MaintenancePauseSpec {
  /**
   * Name of the pause, unique in its cluster: lower-case letters, digits and `-`.
   *
   * @literal aks
   */
  readonly name: string;

  /** Its beginning, an instant in UTC: `"2026-12-20T00:00:00Z"`. */
  readonly from: string;

  /** Its end, likewise. */
  readonly until: string;
}
