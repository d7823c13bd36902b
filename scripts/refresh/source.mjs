// Edits of the tables in the source code.
import vm from "node:vm";
import { RefreshError } from "./answers.mjs";

/** The value of the literal of a constant, and its place: from its brace to the text that follows it at the start of a line. */
export function tableIn(text, start, end) {
  const declared = text.indexOf(start);
  const from = declared < 0 ? -1 : declared + start.length - 1;
  const to = from < 0 ? -1 : text.indexOf(`\n${end}`, from);
  if (to < 0) throw new RefreshError(`the source code has no table that starts with "${start}"`);
  const after = to + 1 + end.indexOf("}") + 1;
  // The literals are data of this repository.
  const value = vm.runInNewContext(`(${text.slice(from, after)})`);
  const plain = JSON.parse(JSON.stringify(value, (_, part) => (part === undefined ? null : part)));
  return { value: plain, from, to: after };
}

/** The text with another literal in place of that of a table. */
export const withTable = (text, { from, to }, literal) => text.slice(0, from) + literal + text.slice(to);

/** The text with the day and the source of a fact. */
export function withFact(text, name, { asOf, source }) {
  const pattern = new RegExp(`(\\b${name}(?:: Fact =|:) \\{\\s*asOf: ")[\\d-]+(",\\s*source:\\s*")[^"]*(")`);
  if (!pattern.test(text)) throw new RefreshError(`the source code has no fact "${name}"`);
  return text.replace(pattern, (_, a, b, c) => `${a}${asOf}${b}${source}${c}`);
}

/** JSON with one row a line: `{ family: { …, sizes: { name: [numbers] } } }`. */
export function familyTable(families) {
  const family = (name) => {
    const { sizes, ...shared } = families[name];
    const head = Object.entries(shared).map(([key, value]) => `    "${key}": ${JSON.stringify(value)},\n`);
    const rows = Object.entries(sizes)
      .sort(([a, [x]], [b, [y]]) => x - y || a.localeCompare(b))
      .map(([size, numbers]) => `      "${size}": [${numbers.join(", ")}]`);
    return `  "${name}": {\n${head.join("")}    "sizes": {\n${rows.join(",\n")}\n    }\n  }`;
  };
  return (names) => `{\n${names.map(family).join(",\n")}\n}\n`;
}

/** The known families with the rows of an answer. No row is removed: an answer has what one region or account offers. */
export function mergedFamilies(known, answered) {
  const merged = JSON.parse(JSON.stringify(known));
  for (const [name, { sizes, ...shared }] of Object.entries(answered)) {
    merged[name] = { ...merged[name], ...shared, sizes: { ...merged[name]?.sizes, ...sizes } };
  }
  return merged;
}
