/** An IPv4 range, read from what Terraform gets: first and last address as numbers. Read anew here, not by the code under test. */
export interface Range {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** Reads `a.b.c.d/n`; undefined for what is none: a reference, an expression, an IPv6 range. */
export function readRange(text: unknown): Range | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(String(text));
  if (!match) return undefined;
  const [a, b, c, d, prefix] = match.slice(1).map(Number);
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const first = address - (address % size);
  return { text: String(text), first, last: first + size - 1 };
}

export const overlap = (a: Range, b: Range): boolean => a.first <= b.last && b.first <= a.last;

export const within = (inner: Range, outer: Range): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;
