import { printable, printableLine } from "./printable";

/** Escape codes of a terminal: bold, faint, and the eight colours that every terminal has. */
const codes = {
  error: [31, 1],
  warning: [33, 1],
  good: [32],
  strong: [1],
  faint: [2],
} as const;

/** How a part of a line is printed on a terminal. */
export type Style = keyof typeof codes;

/** A part of a line: plain text, or text with a style. */
export type Segment = string | readonly [style: Style, text: string];

const textOf = (segment: Segment): string => printable(typeof segment === "string" ? segment : segment[1]);

/** A line of output without its end. All text in it is printable; the codes of styles are the only ones. */
export function styledLine(segments: readonly Segment[], color: boolean): string {
  const plain = segments.map(textOf).join("");
  const line = printableLine(plain);
  // A command to a pipeline that the segments form together stays without colour.
  if (!color || line !== plain) return line;
  return segments
    .map((segment) => (typeof segment === "string" ? textOf(segment) : colored(segment[0], textOf(segment))))
    .join("");
}

function colored(style: Style, text: string): string {
  return text === "" ? "" : `\u001b[${codes[style].join(";")}m${text}\u001b[0m`;
}

/** What a stream can show. */
export interface Display {
  /** Whether a person reads the stream: messages have excerpts. */
  readonly rich: boolean;
  readonly color: boolean;

  /** Width in characters. */
  readonly width: number;
}

const standardWidth = 100;

/**
 * The display of a stream. A pseudo-terminal without a size, as containers and `script` have it, reports 0 columns. `FORCE_COLOR` and `NO_COLOR` have the meaning that Node.js gives them: the first is stronger, `0` and
 * `false` turn colours off.
 *
 * @see https://no-color.org
 * @see https://nodejs.org/api/cli.html#force_color1-2-3
 */
export function displayOf(
  { isTTY = false, columns }: { readonly isTTY?: boolean; readonly columns?: number },
  { FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv = process.env,
): Display {
  const forced = FORCE_COLOR === undefined ? undefined : !/^(0|false)$/i.test(FORCE_COLOR);
  const color = forced ?? (!NO_COLOR && isTTY && TERM !== "dumb");
  return { rich: isTTY || forced === true, color, width: columns || standardWidth };
}

/** A display of plain lines, as files and pipelines take them. */
export const plainDisplay: Display = { rich: false, color: false, width: standardWidth };
