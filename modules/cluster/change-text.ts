import type { Field } from "./fields";

/** What a change of a field does, for lists of fields. The note of `replace` names what is replaced; other notes follow. */
export function changeText(
  texts: Readonly<Record<string, string>>,
  change: string | undefined,
  note: Field["note"],
): string {
  if (change === "replace") return `replaces ${note ?? "the resource"}`;
  return [change === undefined ? "" : (texts[change] ?? change), note ?? ""].filter(Boolean).join("; ");
}
