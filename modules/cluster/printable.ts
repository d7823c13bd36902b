/**
 * Characters that a terminal obeys or hides instead of showing them: controls (C0, C1), format characters (bidirectional, zero-width),
 * line and paragraph separators, halves of surrogate pairs, and other characters without a shape.
 *
 * @see https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Commands to Azure Pipelines (`##vso[…]`) and to older runners of GitHub (`##[…]`), which find them anywhere in a line.
 *
 * @see https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
 */
const hashCommand = /##(?=[A-Za-z]*\[)/g;

/**
 * The start of a command to GitHub Actions (`::error file=…::`).
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
const colonCommand = /^(\s*):(?=:)/;

const short: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * Text of users, such as a path, a value or the name of a field, as a part of one line of output. What a terminal would obey or hide is
 * an escape of JSON: `\u001b`, `\n`. Text without such characters stays the same, and so does text that is already printable.
 */
export function printable(text: string): string {
  return text.replace(invisible, escaped).replace(hashCommand, "#\\u0023");
}

/** A whole line of output, which also does not start a command to GitHub Actions. */
export function printableLine(line: string): string {
  return printable(line).replace(colonCommand, "$1\\u003a");
}

/** Lines of output. Only line feeds (and the carriage returns before them) end a line. */
export function printableLines(text: string): string {
  return text.split(/\r?\n/).map(printableLine).join("\n");
}

/** A stream that prints only {@link printableLines}. */
export function printableStream(stream: { write(text: string): unknown }): {
  write(text: string): unknown;
} {
  return { write: (text) => stream.write(printableLines(text)) };
}

function escaped(character: string): string {
  if (Object.hasOwn(short, character)) return short[character];
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
