/** Maximum length. Longer names are no typos, and would take long to compare. */
const longest = 60;

/**
 * The candidate of which `name` is probably a typo; undefined if none is near.
 *
 * @param most - most letters that differ
 */
export function nearest(
  name: string,
  candidates: readonly string[],
  most = allowedDistance(name),
): string | undefined {
  if (name.length > longest) return undefined;
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    const distance = editDistance(plain(name), plain(candidate));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/**
 * The known name of which a name is probably a typo; undefined if none is near. A name that differs from a known one only in its digits is
 * probably newer, not a typo. One that differs only in separators or case is a typo.
 *
 * @param most - most letters that differ
 */
export function nearestUnlessNewer(
  name: string,
  known: readonly string[],
  most?: number,
): string | undefined {
  const letters = (text: string): string => plain(text).replace(/\d/g, "");
  const meant = nearest(name, known, most);
  if (meant === undefined) return undefined;
  return letters(meant) === letters(name) && plain(meant) !== plain(name) ? undefined : meant;
}

/** What to do about a name that a table of facts does not have. */
export function adviceOnUnknown(name: string, known: readonly string[]): string {
  const meant = nearestUnlessNewer(name, known);
  return meant === undefined
    ? "check the spelling, unless it is newer"
    : `did you mean ${JSON.stringify(meant)}?`;
}

/**
 * What to write instead of an unknown field: the field that was probably meant, or one of those that are allowed.
 *
 * @param map - the map with the field; a field that it has is not meant
 * @param otherwise - what to do if no field differs in one letter at most; if omitted, fields that differ more are suggested
 */
export function adviceOnField(
  name: string,
  allowed: readonly string[],
  map: Readonly<Record<string, unknown>>,
  otherwise?: string,
): { readonly meant?: string; readonly advice: string } {
  const candidates = allowed.filter((one) => map[one] === undefined);
  const meant = nearest(name, candidates, otherwise === undefined ? undefined : 1);
  if (meant === undefined && otherwise !== undefined) return { advice: otherwise };
  return meant === undefined
    ? { advice: `allowed: ${allowed.join(", ")}` }
    : { meant, advice: `did you mean ${JSON.stringify(meant)}?` };
}

/** More places than this have a name that means something else in each of them, such as `type`. */
const mostPlaces = 2;

/**
 * Where a field belongs that another map has: the places of the highest level. Undefined if no map or many maps have it.
 *
 * @param paths - all fields, such as `network.podCidr`
 */
export function placeOf(name: string, paths: readonly string[]): string | undefined {
  const found = paths.map((path) => path.split(".")).filter((steps) => plain(steps.at(-1)!) === plain(name));
  const level = Math.min(...found.map(({ length }) => length));
  const places = found.filter(({ length }) => length === level);
  return places.length === 0 || places.length > mostPlaces
    ? undefined
    : `its place is ${places.map((steps) => steps.join(".")).join(" or ")}`;
}

/** At most one typo for each three letters, and at most three in total. */
function allowedDistance(name: string): number {
  return Math.min(3, Math.ceil(name.length / 3));
}

/** The name without differences in spelling convention: `node_groups` and `NodeGroups` equal `nodeGroups`. */
export function plain(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, "");
}

/** Number of letters to insert, delete, replace or swap with the next one to change `a` into `b`. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(replaced, rows[i - 1][j] + 1, rows[i][j - 1] + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.length][b.length];
}
