import type { TimedResource } from "./model";
import type { Stack } from "./stack";

/** When each resource is created, if Terraform creates each as early as possible. */
export interface Timeline {
  readonly of: (address: string) => TimedResource;

  /** The resources that decide on the end, first to last. */
  readonly criticalPath: readonly TimedResource[];
}

/** @param minutesOf - the typical time in which a resource is created */
export function timelineOf(stack: Stack, minutesOf: (address: string) => number): Timeline {
  const timed = new Map<string, TimedResource>();
  const visit = (address: string, above: ReadonlySet<string> = new Set()): TimedResource => {
    const known = timed.get(address);
    if (known) return known;
    if (above.has(address)) throw new Error(`${address} waits for itself`);
    const below = new Set(above).add(address);
    const start = Math.max(0, ...stack.waitsOf(address).map((before) => visit(before, below).end));
    const found = { address, start: rounded(start), end: rounded(start + minutesOf(address)) };
    timed.set(address, found);
    return found;
  };
  for (const { address } of stack.resources) visit(address);

  const criticalPath: TimedResource[] = [];
  let last = latest([...timed.values()]);
  while (last) {
    criticalPath.unshift(last);
    last = latest(stack.waitsOf(last.address).map((address) => timed.get(address)!));
  }
  return { of: (address) => timed.get(address)!, criticalPath };
}

/** The resource that ends last; of several, the first by address. */
function latest(all: readonly TimedResource[]): TimedResource | undefined {
  return all.reduce<TimedResource | undefined>(
    (best, one) =>
      !best || one.end > best.end || (one.end === best.end && one.address < best.address) ? one : best,
    undefined,
  );
}

/** Sums of tenths are exact. */
const rounded = (minutes: number): number => Math.round(minutes * 10) / 10;
