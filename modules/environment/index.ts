import { report } from "./problems";
import { loadEnvironments, type LoadedEnvironment } from "./load";

export { loadEnvironmentFiles, loadEnvironments } from "./load";
export type { LoadedEnvironment, LoadOptions, LoadResult } from "./load";
export { nearest as nearestName } from "../cluster/nearest";
export { planOf } from "./plan";
export { formatProblem, report } from "./problems";
export type { LocatedProblem } from "./problems";
export type { EnvironmentSettings } from "./settings";
export type { Environment, PlatformClusterSpec } from "./types";

/**
 * The environments at a location (a directory or a file), for programs that can't go on without them: prints all
 * problems to stderr and, when one of them is an error, ends the process with exit code 1.
 */
export function loadOrExit(location: string): readonly LoadedEnvironment[] {
  const { environments, problems } = loadEnvironments(location);
  if (report(problems, process.stderr)) process.exit(1);
  return environments;
}
