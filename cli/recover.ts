import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../modules/cluster/problem";
import type { LoadedEnvironment } from "../modules/environment";
import {
  type Ask,
  askAws,
  type Configuration,
  findDifferences,
  type Recovery,
  stateResources,
} from "../modules/recover";
import { stacksOf, synthesize, unknownStack } from "./export";
import { table } from "./table";

/** Options of `cdktf-clusters recover`. */
export interface RecoverOptions {
  /** A file with the state, such as the output of `terraform state pull`. If omitted, the state file of a local backend. */
  readonly state?: string;

  /** The stack has no state: everything that exists is to be imported. */
  readonly noState: boolean;

  /** Asks AWS. If omitted, with the AWS CLI. */
  readonly ask?: Ask;
}

/** The result of a comparison, and what the user does first. */
export interface StackRecovery extends Recovery {
  readonly stack: string;

  /** What to do before all commands. */
  readonly notes: readonly string[];
}

/**
 * Compares a stack with its state and with AWS. Changes nothing.
 *
 * @throws InputError if the stack does not exist or is not on EKS, its state cannot be read, or AWS does not answer
 */
export function recoverStack(
  environments: readonly LoadedEnvironment[],
  stack: string,
  { state, noState, ask = askAws }: RecoverOptions,
): StackRecovery {
  const all = stacksOf(environments);
  const chosen = all.find(({ cluster }) => cluster.name === stack);
  if (chosen === undefined) throw unknownStack(stack, all);
  const { cluster, settings } = chosen;
  if (cluster.platform !== "eks") {
    throw new InputError(
      `${stack} is on ${cluster.platform}, and recover supports EKS only: list the resources in the portal or console of the ` +
        `cloud, compare them with terraform state list, and import them: see "Recovery after an interrupted apply" in docs/deploy.md`,
    );
  }
  const configuration = synthesize(cluster, settings) as SynthesizedStack;
  const { resources, notes } = stateOf(configuration, stack, state, noState);
  const region = configuration.provider?.aws?.[0]?.region;
  const isLiteral = typeof region === "string" && !region.includes("${");
  return { stack, notes, ...findDifferences(configuration, resources, ask, isLiteral ? region : undefined) };
}

interface SynthesizedStack extends Configuration {
  readonly provider?: { readonly aws?: readonly { readonly region?: unknown }[] };
  readonly terraform?: { readonly backend?: Readonly<Record<string, { readonly path?: string }>> };
}

function stateOf(
  configuration: SynthesizedStack,
  stack: string,
  given: string | undefined,
  noState: boolean,
): { resources: ReturnType<typeof stateResources>; notes: string[] } {
  if (noState) return { resources: [], notes: [] };
  const file = given ?? localState(configuration, stack);
  if (!existsSync(file)) {
    throw new InputError(
      `the state ${file} does not exist: use --state FILE with the output of terraform state pull; or --no-state if Terraform was ` +
        "interrupted before it wrote one",
    );
  }
  return { resources: stateResources(readFileSync(file, "utf8"), file), notes: lockNotes(file) };
}

function localState({ terraform }: SynthesizedStack, stack: string): string {
  const [backend] = Object.keys(terraform?.backend ?? {});
  if (backend !== undefined && backend !== "local") {
    throw new InputError(
      `the state of ${stack} is in the backend ${backend}: run terraform state pull > FILE in cdktf.out/stacks/${stack}, and use ` +
        "--state FILE",
    );
  }
  // Terraform resolves the path from the folder of the stack.
  const path = terraform?.backend?.local?.path ?? `terraform.${stack}.tfstate`;
  return resolve("cdktf.out/stacks", stack, path);
}

/** Terraform keeps a file next to a local state while it is locked. */
function lockNotes(file: string): string[] {
  const lock = join(dirname(file), `.${basename(file)}.lock.info`);
  if (!existsSync(lock)) return [];
  const id = /"ID":\s*"([\w-]+)"/.exec(readFileSync(lock, "utf8"))?.[1] ?? "ID";
  return [
    `the lock file ${lock} exists: make sure that no other apply runs; if Terraform then reports "Error acquiring the state lock", run ` +
      `terraform force-unlock ${id}`,
  ];
}

/** The result as text: a table, and the commands in the order in which they can run. */
export function recoveryText({ stack, findings, pending, notes }: StackRecovery): string {
  const lines = notes.map((note) => `note: ${note}\n`);
  if (findings.length === 0) lines.push(`${stack}: nothing to recover\n`);
  else {
    lines.push(
      table(
        [["STATUS", "RESOURCE", "ID"], ...findings.map(({ kind, address, id }) => [kind, address, id])],
        () => "left",
      ),
      `\nCommands, to run in cdktf.out/stacks/${stack}:\n`,
    );
    for (const kind of ["not in AWS", "not in state", "duplicate"]) {
      const commands = findings.filter((one) => one.kind === kind).flatMap((one) => one.commands);
      if (commands.length > 0)
        lines.push(`\n# ${headings[kind]}\n`, ...commands.map((command) => `${command}\n`));
    }
  }
  if (pending.length > 0) {
    lines.push(
      `\nnot searched, because their arguments are not known before others are imported: ${pending.join(", ")}\n`,
    );
  }
  return lines.join("");
}

const headings: Readonly<Record<string, string>> = {
  "not in AWS": "Remove from the state what AWS does not have",
  "not in state": "Import what is not in the state",
  duplicate: "Delete duplicates, after a check that nothing uses them",
};
