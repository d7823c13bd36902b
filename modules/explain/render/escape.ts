import { printable } from "../../cluster/printable";

/** Text for HTML and SVG, in elements and in attributes. Values of a file are data. */
export function html(text: string | number): string {
  return printable(String(text))
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Text for a line, or for a cell of a table, of Markdown. */
export function markdown(text: string | number): string {
  return printable(String(text)).replace(/[\\`*_{}[\]<>()#+!|~&]/g, "\\$&");
}

/** Text between back quotes of Markdown. */
export function code(text: string | number): string {
  const shown = printable(String(text)).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${fence}${space}${shown}${space}${fence}`;
}

/** Text of a label of Mermaid, between double quotes. */
export function mermaid(text: string | number): string {
  return printable(String(text))
    .replaceAll("#", "#35;")
    .replaceAll('"', "#quot;")
    .replaceAll("<", "#lt;")
    .replaceAll(">", "#gt;")
    .replaceAll("`", "#96;");
}

/** Part of an id of HTML and Mermaid. */
export const idOf = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, "_");
