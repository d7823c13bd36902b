/** Age and source of a fact or a table of facts. */
export interface DatedFact {
  /** ISO date on which the source was read. */
  readonly asOf: string;

  /** URL of the source. */
  readonly source: string;
}

/** Text of messages about values that may be newer than a table. */
export const ageOf = ({ asOf }: DatedFact): string => `the table of this version is of ${asOf}`;
