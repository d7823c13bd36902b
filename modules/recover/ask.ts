import { spawnSync } from "node:child_process";
import { InputError } from "../cluster/problem";
import { commandLine } from "./commands";
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

/**
 * Asks a cloud with its command line tool, which reads credentials from the process environment and its own files.
 *
 * @throws InputError if the tool is missing, has no credentials, or the cloud refuses the request
 */
export const askCloud: Ask = ([program, ...argv]) => {
  const { name, cloud, argv: complete, idsOf, absent, credentials } = tools[program];
  const { status, stdout, stderr, error } = spawnSync(program, complete(argv), {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, AWS_PAGER: "" },
  });
  if (error !== undefined) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      code === "ENOENT"
        ? `${name} is not installed: recover needs the program ${program}`
        : `the program ${program} does not start: ${error.message}`,
    );
  }
  if (status === 0) return idsOf(stdout);
  if (credentials.test(stderr)) {
    throw new InputError(`${cloud} accepts no credentials of this process: ${lastLine(stderr)}`);
  }
  if (absent.test(stderr)) return [];
  throw new InputError(`${commandLine([program, ...argv])} failed: ${lastLine(stderr)}`);
};

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";
