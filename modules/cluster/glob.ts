/**
 * Whether a text matches a pattern in which `*` is any characters and `?` is one. Compares at most the product of both lengths; a
 * regular expression with several `.*` can take much longer.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let [at, from] = [0, 0];
  // After a star: where the rest of the pattern starts, and where in the text it is tried.
  let [rest, tried] = [-1, 0];
  while (from < text.length) {
    if (pattern[at] === "*") {
      [rest, tried] = [++at, from];
    } else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === text[from])) {
      at++;
      from++;
    } else if (rest >= 0) {
      [at, from] = [rest, ++tried];
    } else {
      return false;
    }
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
