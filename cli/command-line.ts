import { parseArgs } from "node:util";
import { nearest } from "../modules/cluster/nearest";
import { suggestion } from "../modules/cluster/value-aliases";
import {
  type Command,
  type CommandName,
  commandNames,
  commandTable,
  globalOptions,
  type Option,
} from "./commands";

/** An invalid command line. */
export class UsageError extends Error {
  constructor(
    message: string,

    /** The command whose help explains more. */
    readonly command?: CommandName,
  ) {
    super(message);
  }
}

/** The error about a required option. */
export function missingOption(command: CommandName, name: string): UsageError {
  const { argument = "", values }: Option = optionOf(name, `--${name}`, command);
  const choice = values === undefined ? "" : `: ${alternatives(values)}`;
  return new UsageError(`${command} needs --${name} ${argument}${choice}`, command);
}

/** The parsed command line. */
export interface CommandLine {
  readonly command?: CommandName;
  readonly operands: readonly string[];
  readonly options: Options;
}

/** The options that were given, with their values; flags have none. */
export type Options = ReadonlyMap<string, string | undefined>;

/**
 * Parses a command line with the table of commands.
 *
 * @throws UsageError if it is invalid
 */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const known = allOptions();
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      [...known].map(([name, { argument, short }]) => [
        name,
        { type: argument === undefined ? "boolean" : "string", ...(short && { short }) } as const,
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [first, ...operands] = tokens.flatMap((token) => (token.kind === "positional" ? token.value : []));
  const given = tokens.flatMap((token) => (token.kind === "option" ? token : []));
  const isGlobal = given.some(({ name }) => Object.hasOwn(globalOptions, name));
  const command = first === undefined ? undefined : commandOf(first);
  const options = optionsOf(given, command);

  if (command === undefined && !isGlobal) throw new UsageError("a command is missing");
  if (command !== undefined && !isGlobal) checkOperands(command, operands);
  return { command, operands, options };
}

/** The options of all commands by name. Those of the same name are flags, or have values, in all commands. */
function allOptions(): Map<string, Option> {
  const tables = [globalOptions, ...commandNames.map((name) => commandTable[name].options)];
  return new Map(tables.flatMap((options) => Object.entries<Option>(options)));
}

/** @throws UsageError if there is no such command */
export function commandOf(name: string): CommandName {
  const found = commandNames.find((one) => one === name);
  if (found !== undefined) return found;
  const meant = nearest(name, commandNames);
  throw new UsageError(
    `unknown command ${JSON.stringify(name)}${meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`}`,
  );
}

interface Given {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string;
  readonly inlineValue?: boolean;
}

function optionsOf(given: readonly Given[], command: CommandName | undefined): Options {
  const values = new Map<string, string | undefined>();
  for (const { name, rawName, value, inlineValue = false } of given) {
    const option = optionOf(name, rawName, command);
    const fail = (message: string) => new UsageError(message, command);
    if (option.argument === undefined) {
      if (inlineValue) throw fail(`${rawName} does not take a value, got ${JSON.stringify(value)}`);
      values.set(name, undefined);
      continue;
    }
    // Without "=", what looks like an option is one: the value was forgotten.
    if (value === undefined || (!inlineValue && value.startsWith("-"))) {
      throw fail(`${rawName} needs a value: ${rawName} ${option.argument}`);
    }
    if (value === "") throw fail(`${rawName} must not be empty: ${rawName} ${option.argument}`);
    const before = values.get(name);
    if (before !== undefined) {
      throw fail(
        `${rawName} has two values, ${JSON.stringify(before)} and ${JSON.stringify(value)}: give one`,
      );
    }
    checkValue(rawName, option, value, fail);
    values.set(name, value);
  }
  return values;
}

function optionOf(name: string, rawName: string, command: CommandName | undefined): Option {
  const mine: Readonly<Record<string, Option>> =
    command === undefined
      ? Object.fromEntries(allOptions())
      : { ...globalOptions, ...commandTable[command].options };
  if (Object.hasOwn(mine, name)) return mine[name];
  if (command !== undefined && allOptions().has(name)) {
    throw new UsageError(`${command} has no option ${rawName}`, command);
  }
  const meant = nearest(name, Object.keys(mine));
  throw new UsageError(
    `unknown option ${JSON.stringify(rawName)}${meant === undefined ? "" : `; did you mean "--${meant}"?`}`,
    command,
  );
}

function checkValue(
  rawName: string,
  { values }: Option,
  value: string,
  fail: (message: string) => UsageError,
): void {
  if (values === undefined || values.includes(value)) return;
  throw fail(
    `${rawName} must be ${alternatives(values)}, got ${JSON.stringify(value)}${suggestion(value, values)}`,
  );
}

const alternatives = (values: readonly string[]): string =>
  values.length === 2 ? values.join(" or ") : `one of ${values.join(", ")}`;

function checkOperands(name: CommandName, operands: readonly string[]): void {
  const command: Command = commandTable[name];
  const most = command.operands === undefined ? 0 : (command.maxOperands ?? Infinity);
  if (operands.length <= most) return;
  const extra = JSON.stringify(operands[most]);
  throw new UsageError(
    most === 0
      ? `${name} takes no operands, got ${extra}`
      : `${name} takes ${command.operands}, got also ${extra}`,
    name,
  );
}
