import { createHash } from "node:crypto";
import { type AwsCall } from "./calls";
import { type FaultKind, type FaultSource } from "./fault-proxy";

/** The frequency of each fault, as a share of the calls that can have it. */
export type Shares = Readonly<Partial<Record<FaultKind, number>>>;

export interface ScheduleOptions {
  readonly seed: string;
  readonly shares: Shares;
  /** After this number of consecutive failures a call succeeds. */
  readonly maximumFailures: number;
}

/**
 * Pseudorandom faults. The fault follows from the seed, the call and the number of its attempts, so the same calls have the same
 * faults. The answer to a call that changes something is never lost.
 */
export function schedule({ seed, shares, maximumFailures }: ScheduleOptions): FaultSource {
  const tries = new Map<string, { all: number; failed: number }>();
  return (call) => {
    const seen = tries.get(call.key) ?? { all: 0, failed: 0 };
    tries.set(call.key, seen);
    seen.all++;
    const kind = pick(chance(`${seed} ${call.key} ${seen.all}`), shares, call);
    if (kind === undefined || kind === "delayed" || seen.failed >= maximumFailures) {
      seen.failed = 0;
      return { kind: kind === "delayed" ? kind : undefined };
    }
    seen.failed++;
    return { kind };
  };
}

/** Loses the first answer of each operation that changes something. */
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

/** A number from 0 to 1 (exclusive) that depends only on the text. */
const chance = (text: string) => createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
