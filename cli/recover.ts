import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../modules/cluster/problem";
import type { LoadedEnvironment, PlatformClusterSpec } from "../modules/environment";
import {
  aksTable,
  type Ask,
  askCloud,
  type CloudTable,
  type Configuration,
  eksTable,
  type Finding,
  findDifferences,
  gkeTable,
  kubeadmAzureTable,
  kubeadmGoogleTable,
  kubeadmTable,
  type Recovery,
  stateResources,
} from "../modules/recover";
import type { KubeadmCloud } from "../modules/kubeadm/spec";
import { outputDirectory } from "../stacks/synthesize";
import { stacksOf, synthesize } from "./export";
import { unknownStack } from "./stack-names";
import { table } from "./table";

/** Options of `cdktf-clusters recover`. */
export interface RecoverOptions {
  /** A file with the state, such as the output of `terraform state pull`. If omitted, the state file of a local backend. */
  readonly state?: string;

  /** The stack has no state: everything that exists is to be imported. */
  readonly noState: boolean;

  /** Asks the cloud. If omitted, with its command line tool. */
  readonly ask?: Ask;
}

/** The result of a comparison, and what the user does first. */
export interface StackRecovery extends Recovery {
  readonly stack: string;

  /** What to do before all commands. */
  readonly notes: readonly string[];
}

/**
 * Compares a stack with its state and with its cloud. Changes nothing.
 *
 * @throws InputError if the stack does not exist, its state cannot be read, or the cloud does not answer
 */
export function recoverStack(
  environments: readonly LoadedEnvironment[],
  stack: string,
  { state, noState, ask = askCloud }: RecoverOptions,
): StackRecovery {
  const all = stacksOf(environments);
  const chosen = all.find(({ cluster }) => cluster.name === stack);
  if (chosen === undefined)
    throw unknownStack(
      stack,
      all.map(({ cluster }) => cluster.name),
    );
  const { cluster, settings } = chosen;
  const configuration = synthesize(cluster, settings) as SynthesizedStack;
  const { resources, notes } = stateOf(configuration, stack, state, noState);
  const { table, scopeOf } =
    cluster.platform === "kubeadm" ? kubeadmClouds[cluster.cloud] : clouds[cluster.platform];
  return {
    stack,
    notes,
    ...findDifferences(configuration, resources, ask, scopeOf(configuration, ask), table),
  };
}

/** A platform: how to find its resources, and the region, the subscription or the project in which they are. */
interface Cloud {
  readonly table: CloudTable;
  readonly scopeOf: (configuration: SynthesizedStack, ask: Ask) => string | undefined;
}

const literal = (value: unknown): string | undefined =>
  typeof value === "string" && !value.includes("${") ? value : undefined;

const regionOf = ({ provider }: SynthesizedStack) => literal(provider?.aws?.[0]?.region);

const subscriptionOf: Cloud["scopeOf"] = ({ provider }, ask) =>
  literal(provider?.azurerm?.[0]?.subscription_id) ??
  process.env.ARM_SUBSCRIPTION_ID ??
  ask(["az", "account", "show", "--query", "id"])[0];

const clouds: Readonly<Record<Exclude<PlatformClusterSpec["platform"], "kubeadm">, Cloud>> = {
  eks: { table: eksTable, scopeOf: regionOf },
  aks: { table: aksTable, scopeOf: subscriptionOf },
  gke: { table: gkeTable, scopeOf: projectOf },
};

const kubeadmClouds: Readonly<Record<KubeadmCloud, Cloud>> = {
  aws: { table: kubeadmTable, scopeOf: regionOf },
  azure: { table: kubeadmAzureTable, scopeOf: subscriptionOf },
  google: { table: kubeadmGoogleTable, scopeOf: projectOf },
};

/** The project of a stack. */
function projectOf({ provider, resource }: SynthesizedStack, ask: Ask): string | undefined {
  const [cluster] = Object.values(resource?.google_container_cluster ?? {});
  const { GOOGLE_PROJECT, GOOGLE_CLOUD_PROJECT, GCLOUD_PROJECT, CLOUDSDK_CORE_PROJECT } = process.env;
  return (
    literal(cluster?.project) ??
    literal(provider?.google?.[0]?.project) ??
    // The order of the provider.
    GOOGLE_PROJECT ??
    GOOGLE_CLOUD_PROJECT ??
    GCLOUD_PROJECT ??
    CLOUDSDK_CORE_PROJECT ??
    ask(["gcloud", "config", "get-value", "project"])[0]
  );
}

interface SynthesizedStack extends Configuration {
  readonly provider?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
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
      `the state of ${stack} is in the backend ${backend}: run terraform state pull > FILE in ${folderOf(stack)}, and use ` +
        "--state FILE",
    );
  }
  // Terraform resolves the path from the folder of the stack.
  const path = terraform?.backend?.local?.path ?? `terraform.${stack}.tfstate`;
  return resolve(folderOf(stack), path);
}

/** The folder in which Terraform runs, as \`cdktf synth\` writes it. */
const folderOf = (stack: string): string => join(outputDirectory(), "stacks", stack);

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
      `\nCommands, to run in ${folderOf(stack)}:\n`,
    );
    for (const { heading, has } of sections) {
      const commands = findings.filter(({ kind }) => has(kind)).flatMap((one) => one.commands);
      if (commands.length > 0) lines.push(`\n# ${heading}\n`, ...commands.map((command) => `${command}\n`));
    }
  }
  if (pending.length > 0) {
    lines.push(
      `\nnot searched, because their arguments are not known before others are imported: ${pending.join(", ")}\n`,
    );
  }
  return lines.join("");
}

/** The order in which the commands can run. */
const sections: readonly { readonly heading: string; readonly has: (kind: Finding["kind"]) => boolean }[] = [
  {
    heading: "Remove from the state what the cloud does not have",
    has: (kind) => kind.startsWith("not in ") && kind !== "not in state",
  },
  { heading: "Import what is not in the state", has: (kind) => kind === "not in state" },
  {
    heading: "Delete what the cloud adds to new resources, and the interrupted apply did not delete",
    has: (kind) => kind.startsWith("added by "),
  },
  { heading: "Delete duplicates, after a check that nothing uses them", has: (kind) => kind === "duplicate" },
];
