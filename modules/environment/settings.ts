import type { Environment } from "./types";

/** What an environment says about all its stacks, beside their clusters. */
export interface EnvironmentSettings extends Pick<Environment, "backend" | "providers" | "variables"> {
  /** The environment's name. */
  readonly environment?: string;
}
