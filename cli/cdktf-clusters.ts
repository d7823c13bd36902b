#!/usr/bin/env node
import { parseArgs } from "node:util";
import { loadEnvironmentFiles, planOf, report, type LoadedEnvironment } from "../modules/environment";
import { sizeOf } from "../modules/cluster/scaling";
import { version } from "../package.json";
import { planTables } from "./plan-table";
import { table } from "./table";

const usage = `Usage: cdktf-clusters <command>

Commands:
  validate [FILE…]   check environment files, and print every problem of every file

A FILE may be a directory of environment files. Without one it is the directory or file that the variable
ENVIRONMENTS names, or else "environments".

Options:
      --plan         with validate: print for each cluster what it may come to need at its largest, and what there is
  -h, --help         print this text
  -v, --version      print the version

Exit codes: 0 all is right (there may be warnings), 1 a file has errors, 2 the command line is wrong.
`;

/** Where a command writes. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Runs the command line. Returns the exit code. */
export function main(argv: readonly string[], streams: Streams = process): number {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        plan: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
      allowPositionals: true,
    });
    const [command, ...operands] = positionals;

    if (values.help) return print(usage, streams);
    if (values.version) return print(`${version}\n`, streams);
    if (command === "validate") return validate(operands, streams, values.plan);
    return misused(
      command === undefined ? "a command is missing" : `unknown command ${JSON.stringify(command)}`,
      streams,
    );
  } catch (failure) {
    const { code, message } = failure as NodeJS.ErrnoException;
    if (code?.startsWith("ERR_PARSE_ARGS")) return misused(message.split(". ")[0], streams);
    throw failure;
  }
}

function print(text: string, { stdout }: Streams): number {
  stdout.write(text);
  return 0;
}

function misused(message: string, { stderr }: Streams): number {
  stderr.write(`cdktf-clusters: ${message}\nSee "cdktf-clusters --help".\n`);
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

if (require.main === module) process.exitCode = main(process.argv.slice(2));
