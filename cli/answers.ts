import { readSync } from "node:fs";

/** The lines that a user types. */
export interface Answers {
  /** The next line without its end; undefined at the end of the input. */
  readLine(): string | undefined;
}

/** The lines of a terminal; undefined if standard input is none, so that no user can answer. */
export function terminalAnswers(): Answers | undefined {
  return process.stdin.isTTY ? { readLine: () => lineOf(0) } : undefined;
}

/** A terminal gives a line at a time; this reads no further than its end. */
function lineOf(file: number): string | undefined {
  const bytes: number[] = [];
  const byte = Buffer.alloc(1);
  for (;;) {
    const count = readByte(file, byte);
    if (count === 0 && bytes.length === 0) return undefined;
    if (count === 0 || byte[0] === 0x0a) return Buffer.from(bytes).toString("utf8").replace(/\r$/, "");
    bytes.push(byte[0]);
  }
}

function readByte(file: number, byte: Buffer): number {
  for (;;) {
    try {
      return readSync(file, byte, 0, 1, null);
    } catch (failure) {
      const { code } = failure as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw failure;
      // The terminal does not block: wait for the user.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}
