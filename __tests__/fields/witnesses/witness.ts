/** Two valid clusters that show the effect of a field, where generated clusters seldom show it. */
export interface Witness<Cluster> {
  /** The fields, and the values as `path = JSON`, whose effect the clusters show. */
  readonly shows: readonly string[];
  readonly before: Cluster;
  readonly after: Cluster;

  /** Fields that differ, too, since a rule refuses a change of the shown fields alone. */
  readonly tied?: readonly string[];
}
