/** A part of a pattern: text, any characters (`*`), or one (`?`). */
export type GlobPart = { readonly text: string } | "*" | "?";

/** Whether a text matches a pattern in which `*` is any characters and `?` is one. */
export const matchesGlob = (pattern: string, text: string): boolean =>
  matchesParts(
    Array.from(pattern, (character) =>
      character === "*" || character === "?" ? character : { text: character },
    ),
    text,
  );

/**
 * The same for a pattern whose text can contain wildcards. Compares at most the product of both lengths; a regular expression with
 * several `.*` can take much longer.
 */
export function matchesParts(parts: readonly GlobPart[], text: string): boolean {
  const pattern = parts.flatMap<GlobPart>((part) =>
    typeof part === "string" ? part : Array.from(part.text, (character) => ({ text: character })),
  );
  const characters = [...text];
  let [at, from] = [0, 0];
  // After a star: where the rest of the pattern starts, and where in the text it is tried.
  let [rest, tried] = [-1, 0];
  while (from < characters.length) {
    if (pattern[at] === "*") {
      [rest, tried] = [++at, from];
    } else if (at < pattern.length && matchesOne(pattern[at], characters[from])) {
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

const matchesOne = (part: GlobPart, character: string) =>
  part === "?" || (typeof part !== "string" && part.text === character);
