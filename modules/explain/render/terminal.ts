import { range } from "../billing";
import { amountOf } from "../counted";
import type { Explanation } from "../model";

/** An explanation in short, for a terminal. */
export function terminalOf(explanation: Explanation): string {
  const { stack, summary, steps, billing, criticalPath, support, access, capacities } = explanation;
  const width = Math.max(...steps.map(({ name }) => name.length));
  const scale = 30 / Math.max(1, explanation.minutes);
  const bar = (start: number, end: number) =>
    " ".repeat(Math.round(start * scale)) + "█".repeat(Math.max(1, Math.round((end - start) * scale)));
  const tight = capacities.filter(({ status }) => status !== "ok");
  const lines = [
    stack,
    "",
    ...wrapped(summary, 100),
    "",
    "Sequence (minutes; * decides how long it takes)",
    ...steps.map(
      ({ name, start, end, resources, isCritical }) =>
        `${isCritical ? "*" : " "} ${name.padEnd(width)}  ${`${start}–${end}`.padStart(9)}  ${String(resources.length).padStart(3)} ${(resources.length === 1 ? "resource" : "resources").padEnd(9)}  ${bar(start, end)}`,
    ),
    "",
    "Behind the scenes",
    ...steps.flatMap(({ hidden }) => hidden.flatMap(({ text }) => bullet(text))),
    "",
    "Billed in a month",
    ...billing.map(
      ({ kind, atMinimum, atMaximum, unit }) => `  ${kind}: ${amountOf(range(atMinimum, atMaximum), unit)}`,
    ),
    "",
    "Open",
    ...access.reachability.map(({ from, to, ports }) => `  ${from} → ${to}: ${ports}`),
    ...(tight.length > 0
      ? [
          "",
          "Near a limit",
          ...tight.map(({ name, duringUpdate, size }) => `  ${name}: ${duringUpdate} of ${size}`),
        ]
      : []),
    "",
    `Critical path: ${criticalPath.map(({ address }) => address).join(" → ")}`,
    `Kubernetes ${support.minor}: standard support until ${support.standardUntil ?? "an unknown date"}`,
    "",
  ];
  return lines.join("\n");
}

const bullet = (text: string): string[] =>
  wrapped(text, 96).map((line, i) => `${i === 0 ? "  - " : "    "}${line}`);

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + part.length > most) lines.push(part);
    else lines[lines.length - 1] = `${last} ${part}`;
  }
  return lines;
}
