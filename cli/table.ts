import { printable } from "../modules/cluster/printable";

/** The alignment of a column. Columns are as wide as their widest cell. */
export type Align = "left" | "right";

/** Formats rows of equal length as printable text, each with a line end and without trailing spaces. */
export function table(
  rows: readonly (readonly string[])[],
  align: (column: number) => Align = (column) => (column === 0 ? "left" : "right"),
): string {
  const shown = rows.map((cells) => cells.map(printable));
  const widths = rows[0].map((_, column) => Math.max(...shown.map((cells) => cells[column].length)));
  const cell = (text: string, i: number) =>
    align(i) === "left" ? text.padEnd(widths[i]) : text.padStart(widths[i]);
  return shown.map((cells) => `${cells.map(cell).join("  ").trimEnd()}\n`).join("");
}
