#!/usr/bin/env node
import { inspect, parseArgs } from "node:util";
import {
  loadEnvironmentFiles,
  loadEnvironments,
  planOf,
  report,
  type LoadedEnvironment,
} from "../modules/environment";
import { printable, printableStream } from "../modules/cluster/printable";
import { sizeOf } from "../modules/cluster/size";
import { version } from "../package.json";
import type * as exporting from "./export";
import type * as recovering from "./recover";
import { planTables } from "./plan-table";
import { table } from "./table";

const usage = `Usage: cdktf-clusters <command>

Commands:
  validate [FILE…]   check environment files, and print every problem of every file
  export [STACK…]    write stacks as plain Terraform JSON, for pipelines without CDKTF: a folder for each in --out
  recover STACK      after an interrupted apply of an EKS stack: print what exists in AWS and not in the state, and the
                     reverse, with the commands that import or delete it; changes nothing, and needs the AWS CLI

A FILE may be a directory of environment files. If omitted, it is the directory or file in the variable ENVIRONMENTS,
or else "environments"; export reads the same files. A file, and those that it extends, must be in its directory or
below it; the variable ENVIRONMENTS_ROOT allows a larger one. A STACK is <environment>-<cluster>, and * in it matches
any characters; if omitted, all stacks are exported.

Options:
      --plan         with validate: print the peak usage and the capacity of each cluster
      --out DIR      with export: the output directory
      --as KIND      with export: root (the default), a root module with provider and backend; or module, a child
                     module without them, whose inputs are sizes, version, machine types, access and network ids
      --backend TYPE with export --as root: an empty backend of this type, for terraform init -backend-config=…
      --force        with export: replace the files of an earlier export; keep all other files
      --state FILE   with recover: the state, such as the output of terraform state pull; default: the local state file
      --no-state     with recover: Terraform was interrupted before it wrote a state
      --format KIND  with recover: text (the default) or json
  -h, --help         print this text
  -v, --version      print the version

Exit codes: 0 success (with or without warnings), 1 a file has errors or cannot be written, 2 invalid command line.
recover: 0 nothing to recover, 1 error, 2 something to recover.
`;

/** The output streams of a command. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Runs the command line. Returns the exit code. All that it prints is printable: see `printableLines`. */
export function main(argv: readonly string[], { stdout, stderr }: Streams = process): number {
  return run(argv, { stdout: printableStream(stdout), stderr: printableStream(stderr) });
}

function run(argv: readonly string[], streams: Streams): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        plan: { type: "boolean" },
        out: { type: "string" },
        as: { type: "string" },
        backend: { type: "string" },
        force: { type: "boolean" },
        state: { type: "string" },
        "no-state": { type: "boolean" },
        format: { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
      allowPositionals: true,
    });
    const [command, ...operands] = positionals;

    if (values.help) return print(usage, streams);
    if (values.version) return print(`${version}\n`, streams);
    const unknown = Object.keys(values).find(
      (option) => command in options && !options[command].includes(option),
    );
    if (unknown) return usageError(`${command} has no option --${unknown}`, streams);
    if (command === "validate") return validate(operands, streams, values.plan);
    if (command === "export") return exportTo(operands, values, streams);
    if (command === "recover") return recover(operands, values, streams);
    return usageError(
      command === undefined ? "a command is missing" : `unknown command ${JSON.stringify(command)}`,
      streams,
    );
  } catch (failure) {
    const { code, message } = failure as NodeJS.ErrnoException;
    if (code?.startsWith("ERR_PARSE_ARGS")) return usageError(message.split(". ")[0], streams);
    if ((failure as { isInputError?: boolean }).isInputError) {
      streams.stderr.write(`${message}\n`);
      return 1;
    }
    // A defect of this program.
    streams.stderr.write(`${inspect(failure)}\n`);
    return 1;
  }
}

/** The options that each command has. */
const options: Readonly<Record<string, readonly string[]>> = {
  validate: ["plan"],
  export: ["out", "as", "backend", "force"],
  recover: ["state", "no-state", "format"],
};

function print(text: string, { stdout }: Streams): number {
  stdout.write(text);
  return 0;
}

function usageError(message: string, { stderr }: Streams): number {
  stderr.write(`cdktf-clusters: ${printable(message)}\nSee "cdktf-clusters --help".\n`);
  return 2;
}

// --- validate ---------------------------------------------------------------------------------------------------

function validate(operands: readonly string[], { stdout, stderr }: Streams, withPlan = false): number {
  const locations = operands.length > 0 ? operands : [process.env.ENVIRONMENTS || "environments"];
  const { environments, problems } = loadEnvironmentFiles(locations);
  if (report(problems, stderr)) return 1;
  stdout.write(table([["FILE", "CLUSTERS", "WORKERS"], ...environments.map(row)]));
  if (withPlan) {
    for (const { clusters } of environments) stdout.write(planTables(clusters.map(planOf)));
  }
  return 0;
}

function row({ file, clusters }: LoadedEnvironment): string[] {
  const sizes = clusters.flatMap(({ nodeGroups }) => nodeGroups.map(({ size }) => sizeOf(size)));
  const min = sizes.reduce((sum, size) => sum + size.min, 0);
  const max = sizes.reduce((sum, size) => sum + size.max, 0);
  return [file, String(clusters.length), min === max ? String(min) : `${min}–${max}`];
}

// --- export -----------------------------------------------------------------------------------------------------

interface ExportValues {
  readonly out?: string;
  readonly as?: string;
  readonly backend?: string;
  readonly force?: boolean;
}

function exportTo(
  stacks: readonly string[],
  { out, as = "root", backend, force = false }: ExportValues,
  streams: Streams,
): number {
  if (!out) return usageError("export needs --out DIR", streams);
  if (as !== "root" && as !== "module") {
    return usageError(`--as must be root or module, got ${JSON.stringify(as)}`, streams);
  }
  if (as === "module" && backend !== undefined) {
    return usageError("a module has no backend: use --backend with --as root", streams);
  }
  const { environments, problems } = loadEnvironments(process.env.ENVIRONMENTS || "environments");
  if (report(problems, streams.stderr)) return 1;

  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the check of files loads no CDKTF
  const { exportStacks } = require("./export") as typeof exporting;
  const exported = exportStacks(environments, { stacks, out, as, emptyBackend: backend, force });
  const rows = exported.map(({ stack, folder, files }) => [stack, folder, String(files)]);
  return print(
    table([["STACK", "FOLDER", "FILES"], ...rows], (column) => (column < 2 ? "left" : "right")),
    streams,
  );
}

// --- recover ----------------------------------------------------------------------------------------------------

interface RecoverValues {
  readonly state?: string;
  readonly "no-state"?: boolean;
  readonly format?: string;
}

function recover(
  [stack, ...others]: readonly string[],
  { state, "no-state": noState = false, format = "text" }: RecoverValues,
  streams: Streams,
): number {
  // A code other than 2, which reports that there is something to recover.
  const refused = (message: string) => (usageError(message, streams), 1);
  if (stack === undefined || others.length > 0) return refused("recover needs one STACK");
  if (format !== "text" && format !== "json") {
    return refused(`--format must be text or json, got ${JSON.stringify(format)}`);
  }
  if (noState && state !== undefined) return refused("--state and --no-state exclude each other");
  const { environments, problems } = loadEnvironments(process.env.ENVIRONMENTS || "environments");
  if (report(problems, streams.stderr)) return 1;

  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the check of files loads no CDKTF
  const { recoverStack, recoveryText } = require("./recover") as typeof recovering;
  const recovery = recoverStack(environments, stack, { state, noState });
  streams.stdout.write(
    format === "json" ? `${JSON.stringify(recovery, undefined, 2)}\n` : recoveryText(recovery),
  );
  return recovery.findings.length === 0 ? 0 : 2;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
