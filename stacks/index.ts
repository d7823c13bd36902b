import type { App, TerraformStack } from "cdktf";
import type { EnvironmentSettings } from "../modules/environment/settings";
import type { PlatformClusterSpec } from "../modules/environment/types";
import type * as eks from "./eks-stack";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of every platform */

/** How each platform makes a stack of a cluster. Loaded when the first cluster of the platform is there. */
const platforms: Record<
  PlatformClusterSpec["platform"],
  (app: App, cluster: PlatformClusterSpec, settings: EnvironmentSettings) => TerraformStack
> = {
  eks: (app, cluster, settings) =>
    new (require("./eks-stack") as typeof eks).EksStack(app, cluster, settings),
};

/** The stack of a cluster, under the cluster's name, with what its environment says about all stacks. */
export function createStack(
  app: App,
  cluster: PlatformClusterSpec,
  settings: EnvironmentSettings = {},
): TerraformStack {
  return platforms[cluster.platform](app, cluster, settings);
}
