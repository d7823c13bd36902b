/** Whether a text is a release of a provider, such as `7.22.0`. */
export const isRelease = (text: string): boolean => /^\d+\.\d+\.\d+$/.test(text);

/** Negative if `a` is the older release, positive if `b` is, zero if they are equal. */
export function compareRelease(a: string, b: string): number {
  const [left, right] = [a, b].map((release) => release.split(".").map(Number));
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** Whether a release is at least another one. */
export const isAtLeast = (release: string, minimum: string): boolean => compareRelease(release, minimum) >= 0;
