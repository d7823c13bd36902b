import type { EnvironmentSettings } from "../../modules/environment/settings";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { createStack } from "../../stacks";
import { Synthesized } from "./synthesized";

/** The stack of a cluster of an environment file. It refers to no other stack, so the synthesis needs no preparation. */
export const synthesizeStack = (cluster: PlatformClusterSpec, settings?: EnvironmentSettings): Synthesized =>
  Synthesized.from((app) => createStack(app, cluster, settings), { alone: true });
