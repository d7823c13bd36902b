import { createHash } from "node:crypto";
import { type AwsCall } from "./calls";
import { type FaultKind, type FaultSource } from "./fault-proxy";

/** How often each thing happens, as a share of the calls that it can happen to. */
export type Shares = Readonly<Partial<Record<FaultKind, number>>>;

export interface ScheduleOptions {
  readonly seed: string;
  readonly shares: Shares;
  /** After so many tries of a call that came to nothing, the next goes through. */
  readonly inARow: number;
}

/**
 * Faults by chance, and the same for the same calls: what happens follows from the seed, the call and how often it came. Calls
 * that change something are never cut after they are done.
 */
export function schedule({ seed, shares, inARow }: ScheduleOptions): FaultSource {
  const tries = new Map<string, { all: number; failed: number }>();
  return (call) => {
    const seen = tries.get(call.key) ?? { all: 0, failed: 0 };
    tries.set(call.key, seen);
    seen.all++;
    const kind = pick(chance(`${seed} ${call.key} ${seen.all}`), shares, call);
    if (kind === undefined || kind === "delayed" || seen.failed >= inARow) {
      seen.failed = 0;
      return { kind: kind === "delayed" ? kind : undefined };
    }
    seen.failed++;
    return { kind };
  };
}

/** Each operation that changes something is done and not answered, the first time that it comes. */
export function unanswered(): FaultSource {
  const seen = new Set<string>();
  return ({ changes, service, operation }) => {
    const name = `${service} ${operation}`;
    if (!changes || seen.has(name)) return {};
    seen.add(name);
    return { kind: "cut after" };
  };
}

function pick(chance: number, shares: Shares, { changes }: AwsCall): FaultKind | undefined {
  let bound = 0;
  for (const [kind, share] of Object.entries(shares) as [FaultKind, number][]) {
    bound += share;
    if (chance < bound) return kind === "cut after" && changes ? "cut before" : kind;
  }
  return undefined;
}

/** A number from 0 up to 1 that a text always comes to. */
const chance = (text: string) => createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
