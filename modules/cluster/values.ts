/** A value as messages show it: text in quotes, so that spaces and missing quotes are visible. */
export const shown = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** Whether a value is a whole number from `least` to `most`. */
export function isWhole(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
}
