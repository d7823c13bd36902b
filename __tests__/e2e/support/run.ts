import { spawn } from "node:child_process";

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Exit codes that are an answer and not a failure; default: only 0. */
  readonly accept?: readonly number[];
}

export interface RunResult {
  /** Exit code; -1 when a signal ended the program. */
  readonly code: number;
  readonly stdout: string;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/** A program that runs, in a process group of its own. */
export interface Running {
  /** What came of it, whatever the exit code. */
  readonly result: Promise<RunResult>;
  /** Ends it and all that it started at once (SIGKILL), so that nothing of it can do anything any more. */
  kill(): void;
  /** Whether anything of it is still there. */
  isAlive(): boolean;
}

/** Runs a program to its end without blocking the event loop, on which the emulator lives. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const { accept = [0] } = options;
  const result = await collect(launch(program, args, options, false));
  if (accept.includes(result.code)) return result;
  throw new Error(`${[program, ...args].join(" ")}: exit code ${result.code}\n${result.output.slice(-6000)}`);
}

/** Starts a program that can be killed in the middle of its work. */
export function start(program: string, args: readonly string[], options: RunOptions = {}): Running {
  const child = launch(program, args, options, true);
  return {
    result: collect(child),
    kill: () => void signalGroup(child.pid, "SIGKILL"),
    isAlive: () => signalGroup(child.pid, 0),
  };
}

function launch(program: string, args: readonly string[], { cwd, env }: RunOptions, detached: boolean) {
  return spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached,
  });
}

function collect(child: ReturnType<typeof launch>): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    let stdout = "";
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, stdout, output }));
  });
}

/** @returns whether there was a process in the group */
function signalGroup(pid: number | undefined, signal: "SIGKILL" | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}
