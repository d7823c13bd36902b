/**
 * Reads every file of `__tests__/corpus/`: `node --require ./bench/typescript.js bench/wrong-input/corpus.ts RIGHT`, RIGHT being a file
 * without mistakes. Prints as JSON, by room, what is said about each file, and how long that took.
 */
import { errorsOf, expectedOf, filesOf, type Room, rooms } from "../../__tests__/corpus/corpus";
import { loadEnvironments } from "../../modules/environment";

const [, , right] = process.argv;

/** What was found about a file. */
interface Finding {
  readonly file: string;
  /** All errors stand where they are expected, and there are no others. */
  readonly position: boolean;
  /** They also say what is expected. */
  readonly words: boolean;
  readonly ms: number;
  /** What a file without mistakes took, right after. */
  readonly rightMs: number;
}

function find(room: Room, file: string): Finding {
  const expected = expectedOf(room)[file] ?? [];
  let errors: readonly string[] = [];
  const ms = time(() => (errors = errorsOf(room, file)));
  const rightMs = time(() => loadEnvironments(right));
  const positions = (all: readonly string[]) => all.map((error) => error.split(" ")[0]).join();
  return {
    file,
    position: errors.length > 0 && positions(errors) === positions(expected),
    words: errors.length > 0 && errors.join("\n") === expected.join("\n"),
    ms,
    rightMs,
  };
}

function time(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const findAll = () => rooms.map((room) => [room, filesOf(room).map((file) => find(room, file))]);

// The first time warms up.
findAll();
console.log(JSON.stringify(Object.fromEntries(findAll())));
