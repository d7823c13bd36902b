import { spawnSync } from "node:child_process";
import { InputError } from "../cluster/problem";
import { commandLine } from "../cluster/shell";
import type { Ask } from "./find";

/** A command line tool of a cloud. */
interface Tool {
  readonly name: string;
  readonly cloud: string;
  readonly argv: (argv: readonly string[]) => readonly string[];
  readonly idsOf: (stdout: string) => string[];

  /** Errors for an object that does not exist. */
  readonly absent: RegExp;
  readonly credentials: RegExp;
}

function idsInJson(stdout: string): string[] {
  const value: unknown = stdout.trim() === "" ? null : JSON.parse(stdout);
  return [value].flat(2).filter((one): one is string => typeof one === "string" && one !== "");
}

/** Ids in lines. A link becomes the name of the resource, in which GKE writes zones of zonal clusters differently. */
const inLines = (stdout: string): string[] =>
  stdout
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) =>
      line
        .replace(/^https:\/\/container\.googleapis\.com\/v1\//, "")
        .replace(/^(projects\/[^/]+)\/zones\/(?=[^/]+\/clusters\/)/, "$1/locations/"),
    );

const tools: Readonly<Record<string, Tool>> = {
  aws: {
    name: "the AWS CLI",
    cloud: "AWS",
    argv: (argv) => [...argv, "--output", "json"],
    idsOf: idsInJson,
    absent: /\((\w+\.)*(\w*NotFound\w*|NoSuchEntity|\w*NonExistentQueue|QueueDoesNotExist|\w*Unknown)\)/,
    credentials: /credentials|ExpiredToken|InvalidClientTokenId|AuthFailure/i,
  },
  az: {
    name: "the Azure CLI",
    cloud: "Azure",
    argv: (argv) => [...argv, "--output", "json"],
    idsOf: idsInJson,
    // Not SubscriptionNotFound, which is an error.
    absent: /\b(Resource|ResourceGroup|ParentResource)NotFound\b|\(NotFound\)|Code: NotFound\b/,
    credentials: /az login|AADSTS\d+|ExpiredAuthenticationToken/,
  },
  gcloud: {
    name: "the Google Cloud CLI",
    cloud: "Google Cloud",
    argv: (argv) => argv,
    idsOf: inLines,
    // The APIs of a new project are not enabled. A project that does not exist is an error.
    absent: /\bNOT_FOUND\b|code=404|HTTPError 404|SERVICE_DISABLED|'projects\/[^'/]+\/[^']+' was not found/,
    credentials: /gcloud auth login|Reauthentication|invalid_grant|UNAUTHENTICATED/,
  },
};

/** How many commands run at a time. */
const PARALLEL = 6;

/** What a program printed, or why it did not start. */
interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly error?: { readonly code?: string; readonly message: string };
}

/** A program for Node: runs the commands of its input in parallel, because this process waits for them. */
const RUNNER = `
const { execFile } = require("node:child_process");
const commands = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const runs = [];
let next = 0;
let done = 0;
function begin() {
  if (next === commands.length) return;
  const at = next++;
  const [program, ...argv] = commands[at];
  const child = execFile(program, argv, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }, (failure, stdout, stderr) => {
    const started = !failure || typeof failure.code === "number";
    const error = started ? undefined : { code: failure.code, message: failure.message };
    runs[at] = { status: child.exitCode, stdout, stderr, error };
    begin();
    if (++done === commands.length) process.stdout.write(JSON.stringify(runs));
  });
}
for (let i = 0; i < ${PARALLEL}; i++) begin();
`;

function runAll(commands: readonly (readonly string[])[]): Run[] {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, ["-e", RUNNER], {
    input: JSON.stringify(commands),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, AWS_PAGER: "" },
  });
  if (status !== 0) throw error ?? new Error(stderr);
  return JSON.parse(stdout) as Run[];
}

function idsOf(
  [program, ...argv]: readonly string[],
  { status, stdout, stderr, error }: Run,
): readonly string[] {
  const { name, cloud, idsOf: readIds, absent, credentials } = tools[program];
  if (error !== undefined) {
    throw new InputError(
      error.code === "ENOENT"
        ? `${name} is not installed: recover needs the program ${program}`
        : `the program ${program} does not start: ${error.message}`,
    );
  }
  if (status === 0) return readIds(stdout);
  if (credentials.test(stderr)) {
    throw new InputError(`${cloud} accepts no credentials of this process: ${lastLine(stderr)}`);
  }
  if (absent.test(stderr)) return [];
  throw new InputError(`${commandLine([program, ...argv])} failed: ${lastLine(stderr)}`);
}

/** Asks with several commands, of which six run at a time. */
function askAll(commands: readonly (readonly string[])[]): (readonly string[])[] {
  const runs = runAll(commands.map(([program, ...argv]) => [program, ...tools[program].argv(argv)]));
  return commands.map((argv, index) => idsOf(argv, runs[index]));
}

/**
 * Asks a cloud with its command line tool, which reads credentials from the process environment and its own files.
 *
 * @throws InputError if the tool is missing, has no credentials, or the cloud refuses the request
 */
export const askCloud: Ask = Object.assign((argv: readonly string[]) => askAll([argv])[0], { all: askAll });

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";
