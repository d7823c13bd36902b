/**
 * Synthesizes the cluster of one file in a new process, and writes the JSON:
 * `node scripts/run.js __tests__/properties/fresh.ts <file>`.
 */
import { synthesize } from "./check";
import { today } from "./common";

/** The clock of the tests. */
const { Date: RealDate } = globalThis;
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, self) => Reflect.construct(target, given.length > 0 ? given : [today], self),
  get: (target, name) => (name === "now" ? () => today.getTime() : Reflect.get(target, name)),
});

process.stdout.write(synthesize(process.argv[2]).stack.json);
