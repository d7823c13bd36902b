import { readFileSync } from "node:fs";
import { join } from "node:path";
import { phases, type Phase } from "../../modules/permissions";

/** The calls of Terraform by phase, as `METHOD path`. */
export type PhaseCalls = Readonly<Record<Phase, readonly string[]>>;

/** The calls that the deploy tests recorded for some stacks: stack -> call -> the phases with this call. */
export function recordedCalls(cloud: "azure" | "google"): ReadonlyMap<string, PhaseCalls> {
  const text = readFileSync(join(__dirname, cloud, "calls.json"), "utf8");
  const { stacks } = JSON.parse(text) as { stacks: Record<string, Record<string, string>> };
  return new Map(
    Object.entries(stacks).map(([stack, calls]) => {
      const of = (phase: Phase) =>
        Object.entries(calls)
          .filter(([, all]) => all.split(",").includes(phase))
          .map(([call]) => call);
      return [
        stack,
        Object.fromEntries(phases.map((phase) => [phase, of(phase)])) as Record<Phase, string[]>,
      ];
    }),
  );
}

/** Calls whose answer a process of the provider keeps. The deploy tests use one process for all commands. */
const startCalls = /^GET (\/subscriptions\/[^/]+\/providers|\/compute\/.*\/instanceGroupManagers)$/;

/** The calls that need the permissions of a phase: an apply also replaces and deletes, and each command reads. */
export function callsFor(calls: PhaseCalls, phase: Phase): readonly string[] {
  const plan = [...calls.apply.filter((call) => startCalls.test(call)), ...calls.plan];
  if (phase === "plan") return plan;
  return phase === "destroy" ? [...plan, ...calls.destroy] : [...plan, ...calls.apply, ...calls.destroy];
}
