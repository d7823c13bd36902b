import type { Environment } from "./types";

/** The settings of an environment for its stacks. */
export interface EnvironmentSettings extends Pick<
  Environment,
  "backend" | "backends" | "providers" | "variables"
> {
  /** Name of the environment. */
  readonly environment?: string;
}
