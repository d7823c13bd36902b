import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { TerraformStack } from "cdktf";
import { type GkeCluster } from "../../modules/gke/cluster";
import type { AnyGkeClusterProps } from "../../modules/gke/props";
import { GkeStack } from "../../stacks/gke-stack";
import { Synthesized } from "./synthesized";

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

/** A cluster in a stack of somebody else's. */
export function synthesizePlain(build: (stack: TerraformStack) => void): Synthesized {
  return Synthesized.from((app) => {
    const stack = new TerraformStack(app, "plain");
    new GoogleProvider(stack, "google", { region: "europe-west3", project: "shop-production" });
    build(stack);
    return stack;
  });
}
