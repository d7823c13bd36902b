import * as autoscaling from "@aws-sdk/client-auto-scaling";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as ec2 from "@aws-sdk/client-ec2";
import * as eks from "@aws-sdk/client-eks";
import * as iam from "@aws-sdk/client-iam";
import * as kms from "@aws-sdk/client-kms";
import { argumentsOf } from "../../../modules/recover/commands";
import { type AwsClients } from "../aws/clients";

/** The services. Members of the older AWS protocols begin with a capital letter. */
const SERVICES = {
  autoscaling: { module: autoscaling, client: "autoScaling", capital: true },
  ec2: { module: ec2, client: "ec2", capital: true },
  eks: { module: eks, client: "eks", capital: false },
  iam: { module: iam, client: "iam", capital: true },
  kms: { module: kms, client: "kms", capital: true },
  logs: { module: logs, client: "logs", capital: false },
} as const;

/** Options whose value is always a list. */
const LISTS = /^(filters?|.*-ids|.*-names)$/;

/** The printed form of a query's list, which is the input of a pipe. */
const OUTPUTS: Readonly<Record<string, (found: readonly string[]) => string>> = {
  json: (found) => JSON.stringify(found, undefined, 4),
  text: (found) => found.join("\t"),
};

/** The result of a command, and its printed form. */
interface Printed {
  readonly found: string[];
  readonly text: string;
}

/**
 * Runs a command of the AWS CLI with the SDK, so that the CLI need not be installed. Supports options with values, filters, a simple
 * `--query`, `--output` and `| xargs -n1`.
 *
 * @returns the selection of the query
 */
export async function runAws(aws: AwsClients, command: string): Promise<string[]> {
  const [first, second] = command.split(" | xargs -n1 ");
  const { found, text } = await call(aws, first);
  if (second === undefined) return found;
  return (await Promise.all(argumentsOf(text).map((argument) => call(aws, `${second} ${argument}`)))).flatMap(
    (printed) => printed.found,
  );
}

async function call(aws: AwsClients, command: string): Promise<Printed> {
  const [program, name, operation, ...rest] = argumentsOf(command);
  const service = SERVICES[name as keyof typeof SERVICES];
  if (program !== "aws" || !service) throw new Error(`not a command of the AWS CLI: ${command}`);
  const Command = (service.module as Record<string, unknown>)[`${pascal(operation)}Command`];
  if (typeof Command !== "function") throw new Error(`unknown operation ${name} ${operation}`);
  const { query, output: [format] = ["json"], ...options } = readOptions(rest);
  if (!OUTPUTS[format]) throw new Error(`--output must be json or text, got ${format}`);
  const print = (found: string[]): Printed => ({ found, text: OUTPUTS[format](found) });
  const input = Object.fromEntries(
    Object.entries(options).map(([option, values]) => [
      service.capital ? pascal(option) : camel(option),
      LISTS.test(option) ? values.map(readValue) : values[0],
    ]),
  );
  try {
    const client = aws[service.client] as unknown as { send(command: unknown): Promise<unknown> };
    const output = await client.send(new (Command as new (input: unknown) => unknown)(input));
    return print(query ? select(output, query[0]) : []);
  } catch (error) {
    // The CLI ends with an error, so it finds nothing.
    if (query && /NotFound|NoSuchEntity/.test((error as Error).name)) return { found: [], text: "" };
    throw error;
  }
}

function readOptions(rest: readonly string[]): Record<string, string[]> {
  const options: Record<string, string[]> = {};
  let current = "";
  for (const argument of rest) {
    if (argument.startsWith("--")) options[(current = argument.slice(2))] = [];
    else options[current].push(argument);
  }
  return options;
}

/** `Name=vpc-id,Values=a,b` or a plain value. */
function readValue(text: string): unknown {
  const [, name, values] = /^Name=([^,]+),Values=(.*)$/.exec(text) ?? [];
  return name ? { Name: name, Values: values.split(",") } : text;
}

/** Supports the part of JMESPath that the commands use: `A[].B`, `A[?B=='c' && D!='e' || G=='h'].F`, `A.B`. */
export function select(output: unknown, query: string): string[] {
  let at: unknown[] = [output];
  for (const step of query.match(/\[\?[^\]]*\]|\[\]|\w+/g) ?? []) {
    if (step === "[]") at = at.flat();
    else if (step.startsWith("[?")) at = at.flat().filter((one) => satisfies(one, step));
    else at = at.map((one) => (one as Record<string, unknown> | undefined)?.[step]);
  }
  return at.filter((one) => one !== undefined && one !== null).map(String);
}

/** `&&` binds closer than `||`. */
const satisfies = (one: unknown, conditions: string) =>
  conditions
    .split("||")
    .some((all) =>
      [...all.matchAll(/(\w+)(==|!=)'([^']*)'/g)].every(
        ([, key, operator, value]) =>
          ((one as Record<string, unknown> | undefined)?.[key] === value) === (operator === "=="),
      ),
    );

const pascal = (name: string) => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
const camel = (name: string) => pascal(name).replace(/^\w/, (letter) => letter.toLowerCase());
