import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { phases } from "../../../modules/permissions";
import { type PhaseCalls } from "./cloud-stacks";

/** Parts of paths that differ in each run. */
const random: readonly (readonly [RegExp, string])[] = [
  [/(\/roleAssignments\/)[0-9a-f-]{36}/, "$1ID"],
  [/(\/operations\/)operation-\d+/, "$1ID"],
];

/** Calls that sign in. */
const signsIn = /\/oauth2\/|\/metadata\/endpoints/;

/** With `UPDATE_CALLS=1`, the calls of the stacks of a run become those that the tests of `permissions` use. */
export class RecordedCalls {
  private readonly stacks = new Map<string, PhaseCalls>();

  constructor(
    private readonly cloud: "azure" | "google",
    private readonly provider: string,
  ) {}

  add(stack: string, calls: PhaseCalls): void {
    this.stacks.set(stack, calls);
  }

  write(): void {
    if (process.env.UPDATE_CALLS === undefined) return;
    const file = join(__dirname, "../../permissions", this.cloud, "calls.json");
    const { stacks } = JSON.parse(readFileSync(file, "utf8")) as { stacks: Record<string, object> };
    for (const [name, calls] of this.stacks) stacks[name] = phasesOfCalls(calls);
    const sorted = Object.fromEntries(Object.entries(stacks).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(file, `${JSON.stringify({ provider: this.provider, stacks: sorted }, undefined, 2)}\n`);
  }
}

/** Each call with its phases: `apply,plan`. */
function phasesOfCalls(calls: PhaseCalls): Record<string, string> {
  const found = new Map<string, Set<string>>();
  for (const phase of phases) {
    for (const call of calls[phase].filter((one) => !signsIn.test(one))) {
      const key = random.reduce((text, [pattern, by]) => text.replace(pattern, by), call);
      found.set(key, (found.get(key) ?? new Set()).add(phase));
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([call, all]) => [call, [...all].sort().join(",")]));
}
