import { spawnSync } from "node:child_process";
import { InputError } from "../../cluster/problem";

/**
 * What Helm prints for a chart.
 *
 * @param helm - the program
 * @param what - the chart, for messages
 * @param instead - the lines that follow the message if Helm is not installed
 * @throws InputError if Helm is missing or fails, or prints nothing
 */
export function runHelm(
  helm: string,
  args: readonly string[],
  what: string,
  instead: () => readonly string[],
): string {
  const { status, signal, stdout, stderr, error } = spawnSync(helm, [...args], {
    encoding: "utf8",
    env: process.env,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") {
    throw new InputError([
      `${helm} is not installed: this command needs Helm (https://helm.sh/docs/intro/install/), whose path can be in the environment variable HELM.`,
      ...instead(),
    ]);
  }
  if (error !== undefined) throw new InputError(`${helm} does not start: ${error.message}`);
  if (status !== 0) {
    const end = status === null ? `was ended by ${signal}` : `failed with exit code ${status}`;
    throw new InputError([`Helm ${end} for ${what}:`, ...stderr.trimEnd().split("\n").slice(-10)]);
  }
  if (stdout.trim() === "") throw new InputError(`Helm printed no object for ${what}`);
  return stdout;
}
