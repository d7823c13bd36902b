import { type AwsCall } from "./calls";
import { type FaultSource } from "./fault-proxy";

/** The progress of the call during which Terraform is killed. */
export type When =
  /** Sent, and not done. */
  | "lost"
  /** Done, and not answered. */
  | "unanswered"
  /** Answered. Terraform is killed during the next call. */
  | "answered";

/** A moment in an apply or a destroy. Counting the calls that change something makes it independent of time. */
export interface Moment {
  readonly call: number;
  readonly when: When;
}

/** The number of calls that change something, in an apply and in a destroy of the reference stack. */
export const CHANGES = { apply: 88, destroy: 83 } as const;

/** The same in the apply of `kills.test.ts` that extends a smaller stack. */
export const CHANGES_OF_GROWTH = 17;

/** The number of moments of each command. */
export const ALL_MOMENTS = 20;

/** The hardest is as frequent as the others together, even with two moments. No call follows the last one, so that is never "answered". */
const WHENS: readonly When[] = ["lost", "unanswered", "answered", "unanswered"];

/** Evenly distributed moments from the first to the last call, or an even sample of them. */
export function moments(command: keyof typeof CHANGES, count = ALL_MOMENTS): Moment[] {
  const all = Array.from({ length: ALL_MOMENTS }, (_, index) => ({
    call: 1 + Math.round((index * (CHANGES[command] - 1)) / (ALL_MOMENTS - 1)),
    when: WHENS[index % WHENS.length],
  }));
  return Array.from({ length: count }, (_, index) => all[Math.floor(((index + 0.5) * ALL_MOMENTS) / count)]);
}

/** Kills at a moment. Forwards all calls before and after it. */
export function killAt({ call: wanted, when }: Moment, kill: (call: AwsCall) => void): FaultSource {
  let changes = 0;
  let answered: AwsCall | undefined;
  let done = false;
  return (call) => {
    if (answered && !done) {
      done = true;
      const lastCall = answered;
      return { kind: "cut before", then: () => kill(lastCall) };
    }
    if (done || !call.changes || ++changes !== wanted) return {};
    if (when === "answered") return { then: () => (answered = call) };
    done = true;
    return { kind: when === "lost" ? "cut before" : "cut after", then: () => kill(call) };
  };
}
