import type { EnvironmentSettings } from "./settings";
import type { PlatformClusterSpec } from "./types";

/** An environment without errors: the input of stacks. */
export interface LoadedEnvironment {
  /** Name of the file without its extension. */
  readonly name: string;

  /** The file, relative to the working directory if it is below it. */
  readonly file: string;

  /** The clusters, with their full names (`<environment>-<name>`) and with the environment's tags. */
  readonly clusters: readonly PlatformClusterSpec[];

  /** What its stacks need next to the cluster: backends, providers, variables. */
  readonly settings: EnvironmentSettings;
}
