import type { App, TerraformStack } from "cdktf";
import type { PlatformClusterSpec } from "../modules/environment/types";
import type * as eks from "./eks-stack";
import type * as gke from "./gke-stack";

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of every platform */

/** How each platform makes a stack of a cluster. Loaded when the first cluster of the platform is there. */
const platforms: {
  readonly [Name in PlatformClusterSpec["platform"]]: (
    app: App,
    cluster: Extract<PlatformClusterSpec, { readonly platform: Name }>,
  ) => TerraformStack;
} = {
  eks: (app, cluster) => new (require("./eks-stack") as typeof eks).EksStack(app, cluster),
  gke: (app, cluster) => new (require("./gke-stack") as typeof gke).GkeStack(app, cluster),
};

/** The stack of a cluster, under the cluster's name. */
export function createStack(app: App, cluster: PlatformClusterSpec): TerraformStack {
  const create = platforms[cluster.platform] as (app: App, cluster: PlatformClusterSpec) => TerraformStack;
  return create(app, cluster);
}
