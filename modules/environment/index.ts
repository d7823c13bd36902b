import { displayOf } from "../cluster/styled";
import { report } from "./problems";
import { loadEnvironments } from "./load";
import type { LoadedEnvironment } from "./loaded-environment";

export { loadEnvironmentFiles, loadEnvironments } from "./load";
export type { LoadOptions, LoadResult, Place } from "./load";
export type { LoadedEnvironment } from "./loaded-environment";
export { nearest as nearestName } from "../cluster/nearest";
export { planOf } from "./plan";
export type { Excerpt } from "./excerpt";
export { formatProblem, report, summaryOf } from "./problems";
export type { LocatedProblem, ReportOptions } from "./problems";
export type { EnvironmentSettings } from "./settings";
export type { Environment, PlatformClusterSpec } from "./types";

/**
 * Loads the environments at a location (a directory or a file). Prints all problems to stderr, and exits with code 1 if one of
 * them is an error.
 */
export function loadOrExit(location: string): readonly LoadedEnvironment[] {
  const { environments, problems, excerptOf } = loadEnvironments(location);
  if (report(problems, process.stderr, { display: displayOf(process.stderr), excerptOf })) process.exit(1);
  return environments;
}
