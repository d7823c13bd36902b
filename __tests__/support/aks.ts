import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { TerraformStack } from "cdktf";
import { type AksCluster } from "../../modules/aks/cluster";
import type { AksClusterProps } from "../../modules/aks/spec";
import { AksStack } from "../../stacks/aks-stack";
import { once } from "./once";
import { Synthesized } from "./synthesized";

/** A cluster with only the required fields. */
export const minimal = {
  name: "shop",
  region: "westeurope",
  kubernetesVersion: "1.35",
  access: { admins: ["11111111-2222-3333-4444-555555555555"] },
  nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4ds_v5"], size: 3 }],
} as const satisfies AksClusterProps;

/**
 * A cluster in a stack of this project, with readable addresses: `minimal` with changes. Clusters with equal props share one synthesis, unless `change`
 * changes them.
 */
export function synthesizeAks(
  props: Partial<AksClusterProps> = {},
  change?: (cluster: AksCluster) => void,
): Synthesized {
  return change ? synthesized(props, change) : unchanged(props);
}

const unchanged = once((props: Partial<AksClusterProps>) => synthesized(props));

function synthesized(props: Partial<AksClusterProps>, change?: (cluster: AksCluster) => void): Synthesized {
  return Synthesized.from(
    (app) => {
      const stack = new AksStack(app, { platform: "aks", ...minimal, ...props });
      change?.(stack.cluster);
      return stack;
    },
    { alone: true },
  );
}

/** A cluster in a plain stack, as other projects create it. */
export function synthesizePlain(build: (stack: TerraformStack) => void): Synthesized {
  return Synthesized.from((app) => {
    const stack = new TerraformStack(app, "plain");
    new AzurermProvider(stack, "azurerm", { features: [{}] });
    build(stack);
    return stack;
  });
}
