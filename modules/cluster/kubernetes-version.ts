import { addedRow, addedRows, type AddedKubernetesVersion, type ExtendedPlatform } from "./added-facts";

/** What a platform knows about one Kubernetes minor. */
export interface SupportDates {
  /** ISO date of the last day of standard support. */
  readonly standardSupportUntil: string;
}

/** Support of a minor on a day. `Late` is the platform's name for the support that follows standard support. */
export type SupportStatus<Late extends string> =
  | "standard"
  | Late
  | "unsupported"
  /** Newer than the platform's table. */
  | "unknown-newer"
  /** Not in the table, and neither older nor newer than it. */
  | "unknown";

/** The support that a minor has after standard support. */
export interface LateSupport<Row, Late extends string> {
  readonly status: Late;

  /** ISO date of its last day. */
  readonly until: (row: Row) => string;
}

/** How rows that a user adds extend the table of a platform. */
export interface Extension<Row> {
  readonly platform: ExtendedPlatform;

  /** The row of a minor: the known one, if there is one, with the added facts. */
  readonly combine: (added: AddedKubernetesVersion, known: Row | undefined) => Row;
}

/** Days before the end of support from which a notice is printed: an upgrade of several environments takes weeks. */
const noticeDays = 90;

/** The Kubernetes minors of a platform, with a row of facts for each. */
export class KubernetesVersions<Row extends SupportDates, Minor extends string, Late extends string> {
  constructor(
    private readonly rows: Readonly<Record<Minor, Row>>,
    private readonly late: LateSupport<Row, Late>,
    private readonly extension?: Extension<Row>,
  ) {}

  /** The row of a minor such as "1.35", with what a user adds; undefined if there is none. */
  row(minor: string): Row | undefined {
    const known = Object.hasOwn(this.rows, minor) ? this.rows[minor as Minor] : undefined;
    if (this.extension === undefined) return known;
    const { platform, combine } = this.extension;
    const added = addedRow(platform, "kubernetesVersions", minor);
    return added === undefined ? known : combine(added, known);
  }

  /** The known minors, oldest first. */
  minors(): Minor[] {
    const known = Object.keys(this.rows);
    if (this.extension === undefined) return (known as Minor[]).sort(compareMinor);
    const added = Object.keys(addedRows(this.extension.platform, "kubernetesVersions"));
    return ([...new Set([...known, ...added])] as Minor[]).sort(compareMinor);
  }

  /**
   * A notice in one line if standard support of a minor ends within 90 days; undefined otherwise.
   *
   * @param minor - a minor such as "1.35"
   * @param today - the day, in UTC
   */
  endNotice(minor: string, today: Date): string | undefined {
    const row = this.row(minor);
    const left = this.daysLeft(minor, today);
    if (!row || left === undefined || left > noticeDays) return undefined;
    const newer = this.minors().filter(
      (other) => compareMinor(other, minor) > 0 && this.supportStatus(other, today) === "standard",
    );
    return (
      `standard support of ${minor} ends on ${row.standardSupportUntil}, ${left === 0 ? "today" : `in ${left} ${left === 1 ? "day" : "days"}`}; ` +
      (newer.length > 0
        ? `plan an upgrade, newer minors in standard support: ${newer.join(", ")}`
        : "no newer minor is known")
    );
  }

  /**
   * `in standard support: 1.34 (until 2026-12-02), 1.35`, for a message. A minor whose support ends within 90 days has its last day.
   *
   * @param noteOf - what a reader must know about a minor
   */
  inStandardSupport(today: Date, noteOf: (minor: Minor) => string | undefined = () => undefined): string {
    const texts = this.minors().flatMap((minor) => {
      const left = this.daysLeft(minor, today);
      if (left === undefined) return [];
      const end = left > noticeDays ? undefined : `until ${this.row(minor)!.standardSupportUntil}`;
      const notes = [end, noteOf(minor)].filter((note) => note !== undefined);
      return [notes.length > 0 ? `${minor} (${notes.join(", ")})` : minor];
    });
    return texts.length > 0
      ? `in standard support: ${texts.join(", ")}`
      : "no known version is in standard support";
  }

  /** Days until the last day of standard support; undefined if a minor is not in standard support. */
  private daysLeft(minor: string, today: Date): number | undefined {
    if (this.supportStatus(minor, today) !== "standard") return undefined;
    const day = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000;
    return day(this.row(minor)!.standardSupportUntil) - day(today.toISOString());
  }

  /** Support of a minor on a day (UTC). The last days in the table are included. A minor older than the table is "unsupported". */
  supportStatus(minor: string, today: Date): SupportStatus<Late> {
    const row = this.row(minor);
    if (row) {
      const day = today.toISOString().slice(0, 10);
      if (day <= row.standardSupportUntil) return "standard";
      return day <= this.late.until(row) ? this.late.status : "unsupported";
    }

    if (!parseMinor(minor)) return "unknown";
    const minors = this.minors();
    if (compareMinor(minor, minors[minors.length - 1]) > 0) return "unknown-newer";
    return compareMinor(minor, minors[0]) < 0 ? "unsupported" : "unknown";
  }
}

/** Negative if `a` is the older minor, positive if `b` is, zero if they are equal; throws on anything but "1.NN". */
export function compareMinor(a: string, b: string): number {
  const [majorA, minorA] = requireMinor(a);
  const [majorB, minorB] = requireMinor(b);
  return majorA - majorB || minorA - minorB;
}

function requireMinor(version: string): [number, number] {
  const parsed = parseMinor(version);
  if (!parsed) throw new Error(`expected a Kubernetes minor such as "1.35", got ${JSON.stringify(version)}`);
  return parsed;
}

function parseMinor(version: string): [number, number] | undefined {
  const match = /^(\d+)\.(\d+)$/.exec(version);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}
