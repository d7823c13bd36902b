import type { Environment } from "./types";

/** The settings of an environment that apply to all its stacks. */
export interface EnvironmentSettings extends Pick<Environment, "backend" | "providers" | "variables"> {
  /** Name of the environment. */
  readonly environment?: string;
}
