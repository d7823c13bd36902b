import { type LoadedEnvironment, loadEnvironments } from "../../modules/environment";
import type { Problem } from "../../modules/cluster/problem";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import { type Synthesized } from "./synthesized";
import { synthesizeStack } from "./stack";

/** A folder of this repository with environment files. */
type Folder = "environments" | "examples";

/** A cluster of a file of this repository. */
export interface ShippedCluster {
  /** The name of its stack. */
  readonly name: string;

  readonly cluster: PlatformClusterSpec;

  /** The environment, with only this cluster. */
  readonly environment: LoadedEnvironment;

  /** Its stack. All files of a suite share one synthesis of each stack. */
  readonly stack: Synthesized;
}

/** What a folder of this repository has. */
export interface Shipped {
  readonly environments: readonly LoadedEnvironment[];
  readonly problems: readonly Problem[];
  readonly clusters: readonly ShippedCluster[];
}

const folders = new Map<Folder, Shipped>();

/** The environment files of a folder of this repository, and their clusters. */
export function shipped(folder: Folder): Shipped {
  let found = folders.get(folder);
  if (!found) folders.set(folder, (found = load(folder)));
  return found;
}

/** All clusters of the environment files of this repository. */
export const shippedClusters = (): readonly ShippedCluster[] =>
  (["environments", "examples"] as const).flatMap((folder) => shipped(folder).clusters);

function load(folder: Folder): Shipped {
  const { environments, problems } = loadEnvironments(folder, { today: new Date("2026-11-23") });
  const clusters = environments.flatMap((environment) =>
    environment.clusters.map((cluster): ShippedCluster => {
      let stack: Synthesized | undefined;
      return {
        name: cluster.name,
        cluster,
        environment: { ...environment, clusters: [cluster] },
        get stack() {
          return (stack ??= synthesizeStack(cluster));
        },
      };
    }),
  );
  return { environments, problems, clusters };
}
