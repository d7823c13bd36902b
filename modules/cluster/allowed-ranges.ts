import { Address4, Address6 } from "ip-address";
import { unroutedRangeOf } from "./addresses";
import { type Finding, type Path, warning } from "./problem";
import { knownEntries } from "./rules/rule";

/** First and last address. */
type Interval = readonly [first: bigint, last: bigint];

interface Family {
  /** Addresses that clients in the internet have. */
  readonly routed: readonly Interval[];
  /** As many addresses as one registry gives to a whole part of the world: no list of known networks is larger. */
  readonly large: bigint;
}

/**
 * The internet.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6890
 * @see https://www.iana.org/assignments/ipv6-unicast-address-assignments
 */
const families: Readonly<Record<4 | 6, Family>> = {
  4: {
    routed: without(
      [intervalOf("0.0.0.0/0")!.interval],
      [
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "224.0.0.0/3",
      ].map((range) => intervalOf(range)!.interval),
    ),
    large: 2n ** 24n,
  },
  6: { routed: [intervalOf("2000::/3")!.interval], large: 2n ** 112n },
};

/** How much of the internet a list of ranges allows: all of it, a large part (IPv4 /8 or more, IPv6 /16 or more), or less. */
export type Openness = "everyone" | "large" | "limited";

/** The openness of the union of ranges. Overlaps count once, and ranges that the internet does not route do not count. */
export function opennessOf(ranges: readonly string[]): Openness {
  const found = ranges.map(intervalOf).filter((range) => range !== undefined);
  const ofFamily = ([version, { routed, large }]: [string, Family]): Openness => {
    const union = found.filter((range) => range.version === Number(version)).map(({ interval }) => interval);
    const closed = sizeOf(without(routed, union));
    if (closed === 0n) return "everyone";
    return sizeOf(routed) - closed >= large ? "large" : "limited";
  };
  const all = (Object.entries(families) as [string, Family][]).map(ofFamily);
  return all.find((one) => one === "everyone") ?? all.find((one) => one === "large") ?? "limited";
}

/**
 * A warning if a list of ranges opens the API server to everyone, or to a large part of the internet. The ranges are evaluated
 * together: `0.0.0.0/1` and `128.0.0.0/1` are everyone.
 */
export function opennessWarnings(path: Path, ranges: readonly string[] | undefined): Finding[] {
  const entries = knownEntries(ranges);
  const openness = opennessOf(entries.map(([, range]) => range));
  if (openness === "limited") return [];
  const single = entries.find(([, range]) => opennessOf([range]) === openness);
  const text = single ? single[1] : `${entries.length} ranges together`;
  const verb = single ? "allows" : "allow";
  const part = openness === "everyone" ? "the whole internet" : "a large part of the internet";
  return [
    warning(
      single ? [...path, single[0]] : path,
      `${text} ${verb} ${part} to reach the API server; list the ranges of your offices and pipelines`,
    ),
  ];
}

/** A range that no client in the internet has. */
export interface UnroutedRange {
  readonly path: Path;

  /** The range with the reason, as the start of a message. */
  readonly reason: string;
}

/** The ranges of a list that allow no client to reach a public address: private and reserved ones. */
export function unroutedRanges(path: Path, ranges: readonly string[] | undefined): UnroutedRange[] {
  return knownEntries(ranges).flatMap(([i, range]) => {
    const unrouted = unroutedRangeOf(range);
    if (!unrouted) return [];
    const reason = `${range} has no effect: no traffic from ${unrouted} reaches a public address`;
    return [{ path: [...path, i], reason }];
  });
}

/**
 * The whole range of a text such as `192.0.2.0/24` or `2001:db8::/32`; undefined if it is none. Bits behind the prefix are
 * ignored.
 */
function intervalOf(text: string): { version: 4 | 6; interval: Interval } | undefined {
  if (Address4.isValid(text)) {
    const address = new Address4(text);
    return { version: 4, interval: [address.startAddress().bigInt(), address.endAddress().bigInt()] };
  }
  if (!Address6.isValid(text)) return undefined;
  const address = new Address6(text);
  return { version: 6, interval: [address.startAddress().bigInt(), address.endAddress().bigInt()] };
}

/** The parts of intervals that no other interval contains. */
function without(intervals: readonly Interval[], others: readonly Interval[]): Interval[] {
  return others.reduce<Interval[]>(
    (rest, [first, last]) =>
      rest.flatMap(([from, to]): Interval[] => {
        if (last < from || to < first) return [[from, to]];
        return [
          ...(from < first ? [[from, first - 1n] as const] : []),
          ...(last < to ? [[last + 1n, to] as const] : []),
        ];
      }),
    [...intervals],
  );
}

function sizeOf(intervals: readonly Interval[]): bigint {
  return intervals.reduce((sum, [first, last]) => sum + last - first + 1n, 0n);
}
