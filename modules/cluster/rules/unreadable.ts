import type { Path } from "../problem";

/** Thrown where a rule reads a field that has no valid value. */
class UnreadableField extends Error {}

/**
 * A copy of a value in which some fields cannot be read, because they are missing or invalid. A rule that reads one of them has no
 * result; all other rules do. Without this, one missing field would hide the problems of all other fields.
 */
export function withUnreadable<Value>(value: Value, paths: readonly Path[]): Value {
  if (paths.length === 0 || typeof value !== "object" || value === null) return value;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
  for (const [head, rests] of byHead(paths)) {
    if (rests.some((rest) => rest.length === 0)) {
      const get = () => {
        throw new UnreadableField();
      };
      Object.defineProperty(copy, head, { get, enumerable: true, configurable: true });
    } else {
      copy[head] = withUnreadable(copy[head], rests);
    }
  }
  return copy as Value;
}

/** The rests of paths that begin with the same step. */
function byHead(paths: readonly Path[]): Map<string | number, Path[]> {
  const rests = new Map<string | number, Path[]>();
  for (const [head, ...rest] of paths) {
    if (head === undefined) continue;
    const others = rests.get(head);
    if (others) others.push(rest);
    else rests.set(head, [rest]);
  }
  return rests;
}

/** The result of a check, or none if it reads a field that cannot be read. */
export function ifReadable<Found>(check: () => readonly Found[]): readonly Found[] {
  try {
    return check();
  } catch (thrown) {
    if (thrown instanceof UnreadableField) return [];
    throw thrown;
  }
}
