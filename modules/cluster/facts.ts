/**
 * The date of a table of facts, and its source. Messages about unknown values state the date, because such a value may be newer than the
 * table.
 */
export interface Fact {
  /** ISO date of the day on which the source was read. */
  readonly asOf: string;

  /** URL of the source. */
  readonly source: string;
}
