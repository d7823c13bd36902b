import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = join(__dirname, "../../../docs/verification.md");
const HEAD = "| stack | valid | applied | second plan empty | edits | destroyed | provider | date |";
const STEPS = ["valid", "applied", "second plan empty", "edits", "destroyed"] as const;

/** A step of a stack with a provider. */
export type Step = (typeof STEPS)[number];

/** What was verified in a run. With `UPDATE_VERIFICATION=1` it replaces the rows of the provider's major in docs/verification.md. */
export class Matrix {
  private readonly rows = new Map<string, Map<Step, string>>();

  constructor(
    private readonly provider: string,
    private readonly version: string,
  ) {}

  /** @param result - a text such as `yes`, or the number of edits */
  record(stack: string, step: Step, result = "yes"): void {
    const row = this.rows.get(stack) ?? new Map<Step, string>();
    this.rows.set(stack, row.set(step, result));
  }

  write(today = new Date()): void {
    if (process.env.UPDATE_VERIFICATION !== "1" || this.rows.size === 0) return;
    const date = today.toISOString().slice(0, 10);
    const lines = [...this.rows].map(([stack, row]) => {
      const cells = STEPS.map((step) => row.get(step) ?? "–");
      return `| ${[stack, ...cells, `${this.provider} ${this.version}`, date].join(" | ")} |`;
    });
    writeFileSync(FILE, withRows(readFileSync(FILE, "utf8"), lines));
  }
}

/** Replaces rows of the table that are about the same stacks and the same major of the provider, and adds the others. */
export function withRows(document: string, lines: readonly string[]): string {
  const start = document.indexOf("<!-- begin: applied stacks -->");
  const end = document.indexOf("<!-- end: applied stacks -->");
  if (start < 0 || end < 0) throw new Error("the document has no table of applied stacks");
  const rows = new Map(
    document
      .slice(start, end)
      .split("\n")
      .filter((line) => /^\| [a-z]/.test(line) && !line.startsWith("| stack"))
      .map((line) => [keyOf(line), line]),
  );
  for (const line of lines) {
    const before = cells(rows.get(keyOf(line)) ?? "");
    const merged = cells(line).map((cell, index) => (cell === "–" ? (before[index] ?? cell) : cell));
    rows.set(keyOf(line), `| ${merged.join(" | ")} |`);
  }
  const table = aligned([HEAD, ...[...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)]);
  return `${document.slice(0, start)}<!-- begin: applied stacks -->\n\n${table.join("\n")}\n\n${document.slice(end)}`;
}

/** A table whose columns have the widths that the formatter of this repository gives them. */
function aligned(lines: readonly string[]): string[] {
  const rows = lines.map(cells);
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const [head, ...body] = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`,
  );
  return [head, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body];
}

const cells = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Stack, provider and its major. */
function keyOf(line: string): string {
  const all = cells(line);
  return `${all[0]} ${all[6].replace(/\..*/, "")}`;
}
