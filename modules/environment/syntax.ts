import type { ErrorCode, YAMLError } from "yaml";

/** An error of the YAML parser, in terms of the file. */
export interface SyntaxFault {
  /** The error and its correction. */
  readonly message: string;

  /** The position is the start of the current value, not the position at which the parser stopped. */
  readonly atStart?: boolean;

  /** The parser cannot continue: later errors are likely consequences, and values are not reliable. */
  readonly garbled?: boolean;
}

/** @param line - the text from the fault to the end of its line */
type Wording = (error: YAMLError, line: string, text: string) => SyntaxFault;

const sound = (message: string): Wording => always({ message });
const garbled = (message: string): Wording => always({ message, garbled: true });

function always(fault: SyntaxFault): Wording {
  return () => fault;
}

/** Some codes have several causes, which only the parser's message distinguishes. */
function byMessage(...rows: readonly (readonly [RegExp, Wording])[]): Wording {
  return (error, line, text) =>
    (rows.find(([pattern]) => pattern.test(error.message))?.[1] ?? unknownError)(error, line, text);
}

/** A line in a list without its dash: a field of the item above, or an item. */
function itemIndentation({ pos: [at] }: YAMLError, text: string): string {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const [, blanks, name] = /^( *)([\w-]+):(?:\s|$)/.exec(text.slice(start).split("\n", 1)[0]) ?? [];
  if (name !== undefined) {
    for (const line of text.slice(0, start).split("\n").reverse()) {
      const [, before, first] = /^( *- +)([\w-]+):(?:\s|$)/.exec(line) ?? [];
      if (first === undefined || before.indexOf("-") >= blanks.length) continue;
      if (before.length <= blanks.length) break;
      return `indent ${JSON.stringify(name)} as much as ${JSON.stringify(first)} (${before.length} spaces)`;
    }
  }
  return 'each item of a list must start with "- ", in the column of the first item';
}

const unknownError: Wording = ({ message }) => ({
  message: `not valid YAML: ${message.split("\n")[0].replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase())}`,
  garbled: true,
});

const noField = garbled('a field is written "name: value", with a colon and a space');
const openList = garbled("the list in [ ] is not closed, or goes on at too little indentation");
const openMap = garbled("the map in { } is not closed, or goes on at too little indentation");

/** Error codes of the `yaml` package. */
const wordings: Readonly<Partial<Record<ErrorCode, Wording>>> = {
  ALIAS_PROPS: sound("an alias (*name) has no anchor and no tag"),
  BAD_ALIAS: sound("an anchor (&name) or alias (*name) needs a name, and a space after it"),
  BAD_DIRECTIVE: sound("lines that start with % have no meaning here: remove the line"),
  BAD_DQ_ESCAPE: sound(
    "\\ starts an escape in double quotes, and this is none: write \\\\, or use single quotes",
  ),
  BAD_INDENT: byMessage(
    [/end with a \]/, openList],
    [/end with a \}/, openMap],
    [/./, garbled("the indentation fits nothing above: what belongs together starts in one column")],
  ),
  BAD_SCALAR_START: byMessage(
    [/tab character/, garbled("a value can't start with a tab: use spaces")],
    [/./, (_, line) => ({ message: `a value can't start with ${line[0]}: put it in quotes` })],
  ),
  BLOCK_AS_IMPLICIT_KEY: (_, line) => ({
    message: /:\s/.test(line)
      ? '": " inside a value: put the value in quotes, or start nested fields on a new line'
      : "the lines below are indented as if they were part of this value: move them left, or remove the value",
    garbled: true,
  }),
  BLOCK_IN_FLOW: garbled("a comma is missing, or { } and [ ] hold lines that belong outside"),
  KEY_OVER_1024_CHARS: garbled("a field's name is at most 1024 characters long"),
  MISSING_CHAR: byMessage(
    [
      /^Missing closing/,
      always({ message: "the quotes that open here are never closed", atStart: true, garbled: true }),
    ],
    [/^Comments/, sound("a comment needs a space before #")],
    [/followed by map values/, noField],
    [/^Sequence item/, (error, _, text) => ({ message: itemIndentation(error, text), garbled: true })],
    [/^Missing ,/, garbled("a comma is missing")],
    [/end with a \]/, openList],
    [/end with a \}/, openMap],
  ),
  MULTILINE_IMPLICIT_KEY: noField,
  MULTIPLE_ANCHORS: sound("a value takes one anchor (&name) at most"),
  MULTIPLE_DOCS: sound("the file has several documents: move the text after --- to a separate file"),
  MULTIPLE_TAGS: sound("a value takes one tag (!name) at most"),
  RESOURCE_EXHAUSTION: garbled("maps and lists are nested too deeply"),
  TAB_AS_INDENT: garbled("indented with a tab: use spaces"),
  TAG_RESOLVE_FAILED: sound("tags (!name) have no meaning here: remove it"),
  UNEXPECTED_TOKEN: byMessage(
    [
      /block-seq-ind on same line/,
      garbled("a list must start on a separate line, below the name of the field"),
    ],
    [
      /at node end/,
      garbled("text after the end of the value: put the whole value in quotes, or remove the text"),
    ],
    [/^Block scalar header/, garbled("after | or >, text starts on the next line")],
    [/Unexpected ,|empty item/, garbled("a comma too many")],
    [/flow-(seq|map)-end/, garbled("a closing bracket without an opening one")],
  ),
};

/** @param text - the parsed text */
export function syntaxFault(error: YAMLError, text: string): SyntaxFault {
  const [line] = text.slice(error.pos[0]).split("\n", 1);
  const [reference] = /^\$\{[^{}]*\}/.exec(text.slice(error.pos[0] - 1)) ?? [];
  // In [ ] and { }, the bracket starts a map.
  if (reference !== undefined) {
    return { message: `a reference in [ ] or { } must be in quotes: "${reference}"`, garbled: true };
  }
  return (wordings[error.code] ?? unknownError)(error, line, text);
}
