import { printableStream } from "../modules/cluster/printable";
import { type Display, displayOf } from "../modules/cluster/styled";
import type { Answers } from "./answers";
import type { CommandLine } from "./command-line";

/** An output stream. */
export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The output streams of a command, and the terminal that answers its questions. */
export interface Streams {
  readonly stdout: Stream;
  readonly stderr: Stream;

  /** If omitted, no user can answer: what a command needs must be in its options. */
  readonly answers?: Answers;
}

/** A stream that prints only printable lines. `raw` is for functions that make their text printable. */
export interface Output {
  write(text: string): unknown;
  readonly raw: Stream;
  readonly display: Display;
}

export function outputTo(stream: Stream): Output {
  return { ...printableStream(stream), raw: stream, display: displayOf(stream) };
}

/** What a command gets. */
export interface Call extends Pick<CommandLine, "operands" | "options"> {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly answers?: Answers;
}

/** The location of environment files, if no file is given. */
export const defaultLocation = (): string => process.env.ENVIRONMENTS || "environments";
