import { range } from "../billing";
import { amountOf } from "../counted";
import type { Explanation } from "../model";
import { wrapped, wrappedLine } from "../../cluster/wrapped";

/** Smallest width: a narrower terminal breaks the lines itself. */
const narrowest = 72;

/** Characters of a line of the sequence, without the name and the bar. */
const numbers = 31;

/**
 * An explanation in short, for a terminal.
 *
 * @param columns - characters of a line
 */
export function terminalOf(explanation: Explanation, columns = 100): string {
  const { stack, summary, steps, billing, criticalPath, support, access, capacities } = explanation;
  const width = Math.max(...steps.map(({ name }) => name.length));
  const most = Math.max(narrowest, columns);
  const bars = Math.min(30, Math.max(10, most - width - numbers));
  const scale = bars / Math.max(1, explanation.minutes);
  const item = (text: string, first = "  "): string[] => wrappedLine(first, text, most, 4);
  const bar = (start: number, end: number) =>
    " ".repeat(Math.round(start * scale)) + "█".repeat(Math.max(1, Math.round((end - start) * scale)));
  const tight = capacities.filter(({ status }) => status !== "ok");
  const lines = [
    stack,
    "",
    ...wrapped(summary, most),
    "",
    "Sequence (minutes; * decides how long it takes)",
    ...steps.map(
      ({ name, start, end, resources, isCritical }) =>
        `${isCritical ? "*" : " "} ${name.padEnd(width)}  ${`${start}–${end}`.padStart(9)}  ${String(resources.length).padStart(3)} ${(resources.length === 1 ? "resource" : "resources").padEnd(9)}  ${bar(start, end)}`,
    ),
    "",
    "Behind the scenes",
    ...[...new Set(steps.flatMap(({ hidden }) => hidden.map(({ text }) => text)))].flatMap((text) =>
      item(text, "  - "),
    ),
    "",
    "Billed in a month",
    ...billing.flatMap(({ kind, atMinimum, atMaximum, unit }) =>
      item(`${kind}: ${amountOf(range(atMinimum, atMaximum), unit)}`),
    ),
    "",
    "Open",
    ...access.reachability.flatMap(({ from, to, ports }) => item(`${from} → ${to}: ${ports}`)),
    ...(tight.length > 0
      ? [
          "",
          "Near a limit",
          ...tight.flatMap(({ name, duringUpdate, size }) => item(`${name}: ${duringUpdate} of ${size}`)),
        ]
      : []),
    "",
    "Critical path",
    ...item(criticalPath.map(({ address }) => address).join(" → ")),
    "",
    `Kubernetes ${support.minor}: standard support until ${support.standardUntil ?? "an unknown date"}`,
    "",
  ];
  return lines.join("\n");
}
