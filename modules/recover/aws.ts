import { spawnSync } from "node:child_process";
import { InputError } from "../cluster/problem";
import { commandLine } from "./commands";
import type { Ask } from "./find";

/** Errors of AWS for an object that does not exist. */
const absent = /\((\w+\.)*(\w*NotFound\w*|NoSuchEntity|\w*NonExistentQueue|QueueDoesNotExist|\w*Unknown)\)/;

/**
 * Asks AWS with its command line tool, which reads credentials and `AWS_ENDPOINT_URL` from the process environment.
 *
 * @throws InputError if the tool is missing, has no credentials, or AWS refuses the request
 */
export const askAws: Ask = ([program, ...argv]) => {
  const { status, stdout, stderr, error } = spawnSync(program, [...argv, "--output", "json"], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, AWS_PAGER: "" },
  });
  if (error !== undefined) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      code === "ENOENT"
        ? "the AWS CLI is not installed: recover needs the program aws"
        : `the program aws does not start: ${error.message}`,
    );
  }
  if (status === 0) return idsOf(stdout);
  if (absent.test(stderr)) return [];
  if (/credentials|ExpiredToken|InvalidClientTokenId|AuthFailure/i.test(stderr)) {
    throw new InputError(`AWS accepts no credentials of this process: ${lastLine(stderr)}`);
  }
  throw new InputError(`${commandLine([program, ...argv])} failed: ${lastLine(stderr)}`);
};

const lastLine = (text: string) => text.trim().split("\n").at(-1) ?? "";

function idsOf(stdout: string): string[] {
  const value: unknown = stdout.trim() === "" ? null : JSON.parse(stdout);
  return [value].flat(2).filter((one): one is string => typeof one === "string");
}
