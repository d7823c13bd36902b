import type { Json } from "../configuration";

/** A plain text as Terraform writes it in an expression, with nothing in it to be replaced. */
export function quoted(text: string): string {
  return `"${escapedText(text).replaceAll("${", "$${").replaceAll("%{", "%%{")}"`;
}

/** As {@link quoted} for a text that holds `${…}` which stay what they are. */
export function quotedTemplate(text: string): string {
  let result = "";
  for (const { text: part, isCode } of parts(text)) result += isCode ? part : escapedText(part);
  return `"${result}"`;
}

/** A value of Terraform's JSON as an expression. */
export function expressionOf(value: Json): string {
  if (typeof value === "string") return quotedTemplate(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => expressionOf(item)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries.map(([key, item]) => `${quotedTemplate(key)} = ${expressionOf(item as Json)}`).join(", ")}}`;
}

const escapedText = (text: string) =>
  text.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");

/** A template's text and the `${…}` and `%{…}` in it, by turns. */
function parts(template: string): { text: string; isCode: boolean }[] {
  const found: { text: string; isCode: boolean }[] = [];
  let at = 0;
  for (let i = 0; i < template.length; i++) {
    const marker = template.slice(i, i + 2);
    if (/^(\$\$|%%)$/.test(marker) && template[i + 2] === "{") {
      i += 2;
    } else if (marker === "${" || marker === "%{") {
      const end = endOfCode(template, i + 2);
      found.push(
        { text: template.slice(at, i), isCode: false },
        { text: template.slice(i, end), isCode: true },
      );
      at = end;
      i = end - 1;
    }
  }
  return [...found, { text: template.slice(at), isCode: false }];
}

/** Behind the bracket that closes the one before `from`; quotes inside may have templates of their own. */
function endOfCode(template: string, from: number): number {
  let depth = 1;
  for (let i = from; i < template.length; i++) {
    if (template[i] === '"') i = endOfQuote(template, i + 1) - 1;
    else if (template[i] === "{") depth++;
    else if (template[i] === "}" && --depth === 0) return i + 1;
  }
  return template.length;
}

function endOfQuote(template: string, from: number): number {
  for (let i = from; i < template.length; i++) {
    if (template[i] === "\\") i++;
    else if (template.startsWith("${", i) && template[i - 1] !== "$") i = endOfCode(template, i + 2) - 1;
    else if (template[i] === '"') return i + 1;
  }
  return template.length;
}
