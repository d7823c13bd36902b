#!/usr/bin/env node
import { parseArgs } from "node:util";
import { loadEnvironmentFiles, report, type LoadedEnvironment } from "../modules/environment";
import { sizeOf } from "../modules/cluster/scaling";
import { version } from "../package.json";

const usage = `Usage: cdktf-clusters <command>

Commands:
  validate [FILE…]   check environment files, and print every problem of every file

A FILE may be a directory of environment files. Without one it is the directory or file that the variable
ENVIRONMENTS names, or else "environments".

Options:
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
      options: { help: { type: "boolean", short: "h" }, version: { type: "boolean", short: "v" } },
      allowPositionals: true,
    });
    const [command, ...operands] = positionals;

    if (values.help) return print(usage, streams);
    if (values.version) return print(`${version}\n`, streams);
    if (command === "validate") return validate(operands, streams);
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

function validate(operands: readonly string[], { stdout, stderr }: Streams): number {
  const locations = operands.length > 0 ? operands : [process.env.ENVIRONMENTS || "environments"];
  const { environments, problems } = loadEnvironmentFiles(locations);
  if (report(problems, stderr)) return 1;
  stdout.write(table([["FILE", "CLUSTERS", "WORKERS"], ...environments.map(row)]));
  return 0;
}

function row({ file, clusters }: LoadedEnvironment): string[] {
  const sizes = clusters.flatMap(({ nodeGroups }) => nodeGroups.map(({ size }) => sizeOf(size)));
  const min = sizes.reduce((sum, size) => sum + size.min, 0);
  const max = sizes.reduce((sum, size) => sum + size.max, 0);
  return [file, String(clusters.length), min === max ? String(min) : `${min}–${max}`];
}

/** Columns as wide as their widest cell; text to the left, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  return rows.map((cells) => `${line(cells)}\n`).join("");
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
