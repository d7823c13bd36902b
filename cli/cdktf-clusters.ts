#!/usr/bin/env node
import { inspect } from "node:util";
import { printable } from "../modules/cluster/printable";
import { isError } from "../modules/cluster/problem";
// Not their index, which loads CDKTF: help and completion need neither it nor an environment.
import { destructiveKinds } from "../modules/compare/model";
import { isChanged, markdownOf, textOf } from "../modules/compare/render";
import { loadEnvironments, report } from "../modules/environment";
import { isYaml } from "../modules/environment/files";
import type { Format } from "../modules/explain";
import type { Phase } from "../modules/permissions";
import { version } from "../package.json";
import { type Answers, terminalAnswers } from "./answers";
import { type Call, defaultLocation, type Output, outputTo, type Streams } from "./call";
import { endOnClosedPipe } from "./closed-pipe";
import { commandOf, missingOption, parseCommandLine, UsageError } from "./command-line";
import { type CommandName, commandTable } from "./commands";
import type * as comparing from "./compare";
import type * as explaining from "./explain";
import type * as exporting from "./export";
import { completion } from "./completion";
import { fields } from "./fields";
import { commandHelp, programHelp } from "./help";
import type * as starting from "./init/init";
import type * as permitting from "./permissions";
import type * as recovering from "./recover";
import type * as rendering from "./manifests";
import type * as downloading from "./software";
import { loadStacks } from "./load-stacks";
import { adviceOnMissing } from "./missing-files";
import { missingPackage } from "./missing-package";
import { show } from "./show/show";
import { table } from "./table";
import { validate } from "./validate";
import type * as listing from "./versions";
import { withoutManifestRules } from "./without-manifest-rules";

/** Runs the command line. Returns the exit code. All that it prints is printable: see `printableLines`. */
export function main(argv: readonly string[], streams: Streams = terminal()): number {
  const { stdout, stderr, answers } = streams;
  return run(argv, outputTo(stdout), outputTo(stderr), answers);
}

function terminal(): Streams {
  endOnClosedPipe();
  return { stdout: process.stdout, stderr: process.stderr, answers: terminalAnswers() };
}

function run(argv: readonly string[], stdout: Output, stderr: Output, answers?: Answers): number {
  try {
    const { command, operands, options } = parseCommandLine(argv);
    if (options.has("help")) {
      stdout.write(helpOf(command));
      return 0;
    }
    // Without a command, the command line has one of the global options.
    if (command === undefined || options.has("version")) {
      stdout.write(`${version}\n`);
      return 0;
    }
    return actions[command]({ operands, options, stdout, stderr, answers });
  } catch (failure) {
    if (failure instanceof UsageError) {
      const help = failure.command === undefined ? "--help" : `help ${failure.command}`;
      stderr.write(`cdktf-clusters: ${printable(failure.message)}\nSee "cdktf-clusters ${help}".\n`);
      return commandTable[failure.command ?? "help"].usageErrorCode ?? 2;
    }
    if ((failure as { isInputError?: boolean }).isInputError) {
      stderr.write(`${(failure as Error).message}\n`);
      return 1;
    }
    const missing = missingPackage(failure);
    if (missing !== undefined) {
      stderr.write(`${missing}\n`);
      return 1;
    }
    // A defect of this program.
    stderr.write(`${inspect(failure)}\n`);
    return 1;
  }
}

const helpOf = (command: CommandName | undefined): string =>
  command === undefined || command === "help" ? programHelp() : commandHelp(command);

/** A function for each command of the table. */
const actions: Readonly<Record<CommandName, (call: Call) => number>> = {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the other commands do not need it
  init: (call) => (require("./init/init") as typeof starting).init(call),
  validate,
  show,
  compare,
  export: exportTo,
  explain,
  fields,
  permissions,
  recover,
  software,
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the other commands do not need the values of charts
  manifests: (call) => (require("./manifests") as typeof rendering).manifests(call),
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the other commands do not need all tables
  versions: (call) => (require("./versions") as typeof listing).versions(call),
  completion,
  help({ operands: [name], stdout }) {
    stdout.write(helpOf(name === undefined ? undefined : commandOf(name)));
    return 0;
  },
};

function exportTo({ operands, options, stdout, stderr }: Call): number {
  const out = options.get("out");
  const as = (options.get("as") ?? "root") as exporting.ExportForm;
  const backend = options.get("backend");
  if (out === undefined) throw missingOption("export", "out");
  if (as === "module" && backend !== undefined) {
    throw new UsageError("a module has no backend: use --backend with --as root", "export");
  }
  if (as === "gitops" && backend !== undefined) {
    throw new UsageError("--as gitops reads the backend of the file: use --backend with --as root", "export");
  }
  const { environments, problems, excerptOf } = loadEnvironments(defaultLocation(), { adviceOnMissing });
  const strict = options.has("strict");
  if (report(problems, stderr.raw, { display: stderr.display, excerptOf, strict })) return 1;

  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the check of files loads no CDKTF
  const { exportStacks } = require("./export") as typeof exporting;
  const force = options.has("force");
  const { exported, skipped, stale } = exportStacks(environments, {
    stacks: operands,
    out,
    as,
    emptyBackend: backend,
    force,
  });
  for (const reason of skipped) stderr.write(`skipped: ${reason}\n`);
  // Another file may have the stack.
  for (const folder of isYaml(defaultLocation()) ? [] : stale) {
    stderr.write(
      `${folder} has an earlier export of a stack that no environment has: if its cluster was removed, run terraform destroy there, then delete the folder\n`,
    );
  }
  if (exported.length === 0 && skipped.length > 0) {
    stderr.write("nothing was exported: all selected stacks were skipped\n");
    return 1;
  }
  const rows = exported.map(({ stack, folder, files }) => [stack, folder, String(files)]);
  stdout.write(table([["STACK", "FOLDER", "FILES"], ...rows], (column) => (column < 2 ? "left" : "right")));
  return 0;
}

function compare({ operands: [old, fresh], options, stdout, stderr }: Call): number {
  if (old === undefined) throw new UsageError("compare needs OLD", "compare");
  const allowed = (options.get("allow") ?? "").split(",").filter((kind) => kind !== "");
  const unknown = allowed.find((kind) => !destructiveKinds.some((one) => one === kind));
  if (unknown !== undefined) {
    throw new UsageError(
      `--allow must be a list of ${destructiveKinds.join(", ")}, got ${JSON.stringify(unknown)}`,
      "compare",
    );
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the check of files loads no CDKTF
  const comparer = require("./compare") as typeof comparing;
  const { clustersOf, compareClusters, otherNames, placeOf, renamedClusters, unaccepted } = comparer;
  const folder = defaultLocation();
  const before = placeOf(old, folder);
  try {
    const after = placeOf(fresh ?? folder, folder);
    try {
      const places = [before, after];
      const loaded = places.map(({ location, within }) => {
        const one = within(() => loadEnvironments(location));
        return { ...one, clusters: one.problems.some(isError) ? undefined : clustersOf(one.environments) };
      });
      const failed = loaded.map(({ problems, excerptOf }, i) => {
        const { named } = places[i];
        const shown = new Map(
          problems
            .filter(isError)
            .map((one) => [{ ...one, file: named(one.file), message: named(one.message) }, one] as const),
        );
        return report([...shown.keys()], stderr.raw, {
          display: stderr.display,
          excerptOf: (problem) => excerptOf(shown.get(problem) ?? problem),
        });
      });
      if (failed.some(Boolean)) return 1;
      const [a, b] = loaded.map(({ clusters }) => clusters!);
      const comparison = compareClusters(a, b);
      const format = options.get("format");
      stdout.write(
        format === "json"
          ? `${JSON.stringify(comparison, undefined, 2)}\n`
          : format === "markdown"
            ? markdownOf(comparison)
            : textOf(comparison),
      );
      const hint = otherNames([before.location, after.location], [a, b]);
      if (hint !== undefined) stderr.write(`${hint}\n`);
      for (const [from, to] of renamedClusters(a, b)) {
        stderr.write(
          `${to} has the fields of ${from}: a running cluster keeps its name, so ${to} is a new cluster next to ${from}. To keep ${from}, restore the names of its file and of the cluster\n`,
        );
      }
      if (unaccepted(comparison, allowed).length > 0) return 3;
      return comparison.clusters.some(isChanged) ? 2 : 0;
    } finally {
      after.remove();
    }
  } finally {
    before.remove();
  }
}

function explain({ operands: stacks, options, stdout, stderr }: Call): number {
  const out = options.get("out");
  const format = (options.get("format") ?? (out === undefined ? "terminal" : "html")) as Format;
  const loaded = loadStacks(stacks, stderr);
  if (loaded === undefined) return 1;
  const { environments } = loaded;

  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the check of files loads no CDKTF
  const { explainStacks } = require("./explain") as typeof explaining;
  stdout.write(explainStacks(environments, { stacks, format, columns: stdout.display.width, out }));
  return 0;
}

function permissions({ operands: stacks, options, stdout, stderr }: Call): number {
  const phase = options.get("phase") as Phase | undefined;
  if (phase === undefined) throw missingOption("permissions", "phase");
  const loaded = loadStacks(stacks, stderr);
  if (loaded === undefined) return 1;
  const { environments } = loaded;

  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the check of files loads no CDKTF
  const { permissionsOfStacks } = require("./permissions") as typeof permitting;
  const format = options.get("format") === "markdown" ? "markdown" : "json";
  const { text, warnings } = permissionsOfStacks(environments, {
    stacks,
    phase,
    format,
    out: options.get("out"),
  });
  for (const warning of warnings) stderr.write(`warning: ${warning}\n`);
  stdout.write(text);
  return 0;
}

function recover({ operands: [stack], options, stdout, stderr }: Call): number {
  const state = options.get("state");
  const noState = options.has("no-state");
  if (stack === undefined) throw new UsageError("recover needs one STACK", "recover");
  if (noState && state !== undefined) {
    throw new UsageError("--state and --no-state exclude each other", "recover");
  }
  const loaded = loadStacks([stack], stderr);
  if (loaded === undefined) return 1;
  const { environments } = loaded;

  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the check of files loads no CDKTF
  const { recoverStack, recoveryText } = require("./recover") as typeof recovering;
  const recovery = recoverStack(environments, stack, { state, noState });
  const isJson = options.get("format") === "json";
  stdout.write(isJson ? `${JSON.stringify(recovery, undefined, 2)}\n` : recoveryText(recovery));
  return recovery.findings.length === 0 ? 0 : 2;
}

function software({ operands, options, stdout, stderr }: Call): number {
  const loaded = loadStacks(operands, stderr, withoutManifestRules);
  if (loaded === undefined) return 1;

  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the check of files loads no CDKTF
  const { checksumsText, filesOfStacks } = require("./software") as typeof downloading;
  const files = filesOfStacks(loaded.environments, operands);
  const isJson = options.get("format") === "json";
  stdout.write(isJson ? `${JSON.stringify(files, undefined, 2)}\n` : checksumsText(files));
  return 0;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
