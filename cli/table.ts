/** Columns as wide as their widest cell: text to the left, numbers to the right. */
export type Align = "left" | "right";

/** Rows of one width, each with a line end; blanks at the end of a line are left out. */
export function table(
  rows: readonly (readonly string[])[],
  align: (column: number) => Align = (column) => (column === 0 ? "left" : "right"),
): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  const cell = (text: string, i: number) =>
    align(i) === "left" ? text.padEnd(widths[i]) : text.padStart(widths[i]);
  return rows.map((cells) => `${cells.map(cell).join("  ").trimEnd()}\n`).join("");
}
