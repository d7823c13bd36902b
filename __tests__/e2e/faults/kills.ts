import { type AwsCall } from "./calls";
import { type FaultSource } from "./fault-proxy";

/** Where the call was, with which Terraform died. */
export type When =
  /** On its way: nothing was done. */
  | "lost"
  /** Done, and its answer on the way. */
  | "unanswered"
  /** Answered; Terraform died with its next call. */
  | "answered";

/** A moment in an apply or a destroy: by count of the calls that change something, which a slow machine does not move. */
export interface Moment {
  readonly call: number;
  readonly when: When;
}

/** Calls that change something, in an apply and in a destroy of the reference stack. */
export const CHANGES = { apply: 89, destroy: 84 } as const;

/** The same in the apply of `kills.test.ts` that makes a smaller stack larger. */
export const CHANGES_OF_GROWTH = 17;

/** How many moments there are of each. */
export const ALL_MOMENTS = 20;

/** The hardest as often as the others together, also where only two are taken; the last call has none after it to be "answered". */
const WHENS: readonly When[] = ["lost", "unanswered", "answered", "unanswered"];

/** Moments spread evenly over all calls, from the first to the last; or as many of them, from all parts. */
export function moments(command: keyof typeof CHANGES, count = ALL_MOMENTS): Moment[] {
  const all = Array.from({ length: ALL_MOMENTS }, (_, index) => ({
    call: 1 + Math.round((index * (CHANGES[command] - 1)) / (ALL_MOMENTS - 1)),
    when: WHENS[index % WHENS.length],
  }));
  return Array.from({ length: count }, (_, index) => all[Math.floor(((index + 0.5) * ALL_MOMENTS) / count)]);
}

/** Kills at a moment, and lets everything through before and after. */
export function killAt({ call: wanted, when }: Moment, kill: (call: AwsCall) => void): FaultSource {
  let changes = 0;
  let answered: AwsCall | undefined;
  let done = false;
  return (call) => {
    if (answered && !done) {
      done = true;
      const struck = answered;
      return { kind: "cut before", then: () => kill(struck) };
    }
    if (done || !call.changes || ++changes !== wanted) return {};
    if (when === "answered") return { then: () => (answered = call) };
    done = true;
    return { kind: when === "lost" ? "cut before" : "cut after", then: () => kill(call) };
  };
}
