import type { App, TerraformStack } from "cdktf";
import type { EnvironmentSettings } from "../modules/environment/settings";
import type { PlatformClusterSpec } from "../modules/environment/types";
import type * as aks from "./aks-stack";
import type * as eks from "./eks-stack";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of every platform */

/** How each platform makes a stack of a cluster. Loaded when the first cluster of the platform is there. */
const platforms: Platforms = {
  eks: (app, cluster, settings) =>
    new (require("./eks-stack") as typeof eks).EksStack(app, cluster, settings),
  aks: (app, cluster, settings) =>
    new (require("./aks-stack") as typeof aks).AksStack(app, cluster, settings),
};

/** A row for every platform; each takes clusters of its own. */
type Platforms = {
  readonly [Name in PlatformClusterSpec["platform"]]: (
    app: App,
    cluster: Extract<PlatformClusterSpec, { readonly platform: Name }>,
    settings: EnvironmentSettings,
  ) => TerraformStack;
};

/** The stack of a cluster, under the cluster's name, with what its environment says about all stacks. */
export function createStack(
  app: App,
  cluster: PlatformClusterSpec,
  settings: EnvironmentSettings = {},
): TerraformStack {
  const create = platforms[cluster.platform] as (
    ...args: [App, PlatformClusterSpec, EnvironmentSettings]
  ) => TerraformStack;
  return create(app, cluster, settings);
}
