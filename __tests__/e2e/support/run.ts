import { spawn, type StdioOptions } from "node:child_process";

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Exit codes that are not an error; default: only 0. */
  readonly accept?: readonly number[];
  /** Milliseconds after which the program is ended, with an error that has its output; default: none. */
  readonly limit?: number;
}

export interface RunResult {
  /** Exit code; -1 if a signal ended the program. */
  readonly code: number;
  readonly stdout: string;
  /** Standard output and standard error, interleaved. */
  readonly output: string;
}

/** A running program in a separate process group. */
export interface Running {
  /** The result, for any exit code. */
  readonly result: Promise<RunResult>;
  /** Kills the whole process group (SIGKILL). */
  kill(): void;
  /** Whether a process of the group exists. */
  isAlive(): boolean;
}

/** Runs a program without blocking the event loop, which the emulator uses. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { accept = [0], limit } = options;
  const child = launch(program, args, options, false);
  const timer = limit === undefined ? undefined : setTimeout(() => child.kill(), limit);
  const result = await collect(child).finally(() => clearTimeout(timer));
  if (accept.includes(result.code)) return result;
  const reason = child.killed ? `not ended after ${limit! / 1000} s` : `exit code ${result.code}`;
  throw new Error(`${[program, ...args].join(" ")}: ${reason}\n${result.output.slice(-6000)}`);
}

/** A guard in the process group of the program: if the parent process ends for any reason, the pipe closes and the group is killed. */
const GUARDED = '{ read -r _ <&3; kill -KILL 0; } >/dev/null 2>&1 & exec "$@" 3<&-';

/** Arguments of `sh` for a program that leads its process group and ends with its parent. */
export const guarded = (program: string, args: readonly string[]) => ["-c", GUARDED, "sh", program, ...args];

/** Starts a program that can be killed. */
export function start(program: string, args: readonly string[], options: RunOptions = {}): Running {
  const child = launch("sh", guarded(program, args), options, true);
  child.on("exit", () => child.stdio[3]!.destroy());
  return {
    result: collect(child),
    kill: () => void (child.pid && signalGroup(child.pid, "SIGKILL")),
    isAlive: () => child.pid !== undefined && isGroupAlive(child.pid),
  };
}

function launch(program: string, args: readonly string[], { cwd, env }: RunOptions, detached: boolean) {
  const options = { cwd, env: { ...process.env, ...env }, detached };
  const stdio: StdioOptions = ["ignore", "pipe", "pipe", ...(detached ? (["pipe"] as const) : [])];
  return spawn(program, args, { ...options, stdio });
}

function collect(child: ReturnType<typeof launch>): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    let output = "";
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, stdout, output }));
  });
}

export const isGroupAlive = (pid: number) => signalGroup(pid, 0);

/** @returns whether there was a process in the group */
function signalGroup(pid: number, signal: "SIGKILL" | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
