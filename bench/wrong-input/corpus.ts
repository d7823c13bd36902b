/**
 * Reads the file of each case of `__tests__/corpus/`: `node --require ./bench/typescript.js bench/wrong-input/corpus.ts FOLDER VALID`.
 * Writes the files to FOLDER, a folder for each section; VALID is a file without mistakes. Prints as JSON, by section, the findings of
 * each file and their time.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  type Case,
  casesOf,
  errorsOf,
  type Section,
  sections,
  writeCase,
} from "../../__tests__/corpus/corpus";
import { loadEnvironments } from "../../modules/environment";

const [, , folder, valid] = process.argv;

/** The result of one file. */
interface Finding {
  readonly file: string;
  /** All errors are at the expected positions, and there are no others. */
  readonly position: boolean;
  /** The messages are the expected ones, too. */
  readonly message: boolean;
  readonly ms: number;
  /** The time of a file without mistakes, right after. */
  readonly validMs: number;
}

function find(file: string, { problems }: Case): Finding {
  let errors: readonly string[] = [];
  const ms = time(() => (errors = errorsOf(file)));
  const validMs = time(() => loadEnvironments(valid));
  const positions = (all: readonly string[]) => all.map((error) => error.split(/:? /)[0]).join();
  return {
    file,
    position: errors.length > 0 && positions(errors) === positions(problems),
    message: errors.length > 0 && errors.join("\n") === problems.join("\n"),
    ms,
    validMs,
  };
}

function time(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const files = sections.map((section) => [section, writeAll(section)] as const);

function writeAll(section: Section): [file: string, each: Case][] {
  mkdirSync(join(folder, section), { recursive: true });
  return casesOf(section).map((each) => [writeCase(join(folder, section), each), each]);
}

const findAll = () =>
  files.map(([section, cases]) => [section, cases.map(([file, each]) => find(file, each))] as const);

// The first time warms up.
findAll();
console.log(JSON.stringify(Object.fromEntries(findAll())));
