/** The largest number that is accepted, above one that is; undefined when there seems to be none. */
export function most(accepts: (number: number) => boolean, known: number): number | undefined {
  let good = Math.max(known, 1);
  let bad = good * 2;
  while (accepts(bad)) {
    if (bad > 1e6) return undefined;
    good = bad;
    bad *= 2;
  }
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (accepts(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
