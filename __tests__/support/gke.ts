import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { TerraformStack } from "cdktf";
import { type GkeCluster } from "../../modules/gke/cluster";
import { GkeNodeGroups, type GkeNodeGroupsProps } from "../../modules/gke/node-groups";
import type { AnyGkeClusterProps, GkeNodeGroupSpec } from "../../modules/gke/spec";
import { GkeStack } from "../../stacks/gke-stack";
import { type Arguments, Synthesized } from "./synthesized";

/** The fewest words that make a cluster. */
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

/** A cluster in a stack of ours, with readable addresses: `minimal` with some of it said differently. */
export function synthesizeGke(
  props: Partial<AnyGkeClusterProps> = {},
  change: (cluster: GkeCluster) => void = () => {},
): Synthesized {
  return Synthesized.from((app) => {
    const stack = new GkeStack(app, { platform: "gke", ...minimal, ...props });
    change(stack.cluster);
    return stack;
  });
}

/** What node groups take from their cluster. */
const context: GkeNodeGroupsProps = {
  clusterName: "shop",
  clusterId: "projects/shop-production/locations/europe-west3/clusters/shop",
  zones: ["europe-west3-a", "europe-west3-b", "europe-west3-c"],
  serviceAccount: "nodes@shop-production.iam.gserviceaccount.com",
  tags: {},
  nodeAddresses: "private",
  autoscaling: "cluster-autoscaler",
  prerequisites: [],
};

/** The one pool that a group becomes, without the cluster around it, which takes much longer. */
export function poolOf(
  group: Partial<GkeNodeGroupSpec> = {},
  cluster: Partial<GkeNodeGroupsProps> = {},
): Arguments {
  const spec: GkeNodeGroupSpec = { name: "workers", machineTypes: ["n2-standard-4"], size: 3, ...group };
  return synthesizePlain((stack) => {
    new GkeNodeGroups(stack, "node_groups", { ...context, ...cluster }).add(spec);
  }).resource(ContainerNodePool);
}

/** A cluster in a stack of somebody else's. */
export function synthesizePlain(build: (stack: TerraformStack) => void): Synthesized {
  return Synthesized.from((app) => {
    const stack = new TerraformStack(app, "plain");
    new GoogleProvider(stack, "google", { region: "europe-west3", project: "shop-production" });
    build(stack);
    return stack;
  });
}
