import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { TerraformStack } from "cdktf";
import { type GkeCluster } from "../../modules/gke/cluster";
import { GkeNodeGroups, type GkeNodeGroupsProps } from "../../modules/gke/node-groups";
import type { AnyGkeClusterProps, GkeNodeGroupSpec } from "../../modules/gke/spec";
import { GkeStack } from "../../stacks/gke-stack";
import { once } from "./once";
import { type Arguments, Synthesized } from "./synthesized";

/** A cluster with only the required fields. */
export const minimal = {
  name: "shop",
  region: "europe-west3",
  kubernetesVersion: "1.35",
  access: { admins: ["group:platform@example.com"] },
  nodeGroups: [{ name: "workers", machineTypes: ["e2-standard-4"], size: 3 }],
} as const satisfies AnyGkeClusterProps;

/** The same in Autopilot. */
export const autopilot = {
  ...minimal,
  nodeGroups: [],
  gke: { mode: "autopilot" },
} as const satisfies AnyGkeClusterProps;

/**
 * A cluster in a stack of this project, with readable addresses: `minimal` with changes. Clusters with equal props share one synthesis, unless `change`
 * changes them.
 */
export function synthesizeGke(
  props: Partial<AnyGkeClusterProps> = {},
  change?: (cluster: GkeCluster) => void,
): Synthesized {
  return change ? synthesized(props, change) : unchanged(props);
}

const unchanged = once((props: Partial<AnyGkeClusterProps>) => synthesized(props));

function synthesized(
  props: Partial<AnyGkeClusterProps>,
  change?: (cluster: GkeCluster) => void,
): Synthesized {
  return Synthesized.from(
    (app) => {
      const stack = new GkeStack(app, { platform: "gke", ...minimal, ...props });
      change?.(stack.cluster);
      return stack;
    },
    { alone: true },
  );
}

/** The props that node groups get from their cluster. */
const context: GkeNodeGroupsProps = {
  clusterName: "shop",
  clusterId: "projects/shop-production/locations/europe-west3/clusters/shop",
  zones: ["europe-west3-a", "europe-west3-b", "europe-west3-c"],
  serviceAccount: "nodes@shop-production.iam.gserviceaccount.com",
  tags: {},
  isUpgradedByGke: true,
  nodeAddresses: "private",
  autoscaling: "cluster-autoscaler",
  prerequisites: [],
  secretPrerequisites: [],
};

/** The only pool of a node group, without a cluster, which would take much longer. */
export function poolOf(
  group: Partial<GkeNodeGroupSpec> = {},
  cluster: Partial<GkeNodeGroupsProps> = {},
): Arguments {
  const spec: GkeNodeGroupSpec = { name: "workers", machineTypes: ["n2-standard-4"], size: 3, ...group };
  return synthesizePlain((stack) => {
    new GkeNodeGroups(stack, "node_groups", { ...context, ...cluster }).add(spec);
  }).resource(ContainerNodePool);
}

/** A cluster in a plain stack, as other projects create it. */
export function synthesizePlain(build: (stack: TerraformStack) => void): Synthesized {
  return Synthesized.from((app) => {
    const stack = new TerraformStack(app, "plain");
    new GoogleProvider(stack, "google", { region: "europe-west3", project: "shop-production" });
    build(stack);
    return stack;
  });
}
