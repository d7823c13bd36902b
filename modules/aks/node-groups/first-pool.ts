import type { KubernetesClusterDefaultNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { placements } from "../../cluster/scaling";
import type { AksNodeGroupSpec } from "../spec";
import { firstPoolName } from "./node-group";
import { isCountForeign, poolArguments, type PoolContext, upgradeSettings } from "./pool";

/** The cluster's first node pool, which is an argument of the cluster: the group as a whole, or its part in the first zone. */
export function firstPool(
  spec: AksNodeGroupSpec,
  zones: readonly string[],
  context: PoolContext,
  tags: Readonly<Record<string, string>>,
): { readonly pool: KubernetesClusterDefaultNodePool; readonly ignoreChanges: string[] } {
  const [part] = placements(spec, zones);
  const pool: KubernetesClusterDefaultNodePool = {
    ...poolArguments(spec, part, context),
    name: firstPoolName,
    tags: { ...tags, ...spec.tags },
    onlyCriticalAddonsEnabled: (spec.taints ?? []).length > 0,
    // What can't be changed in place is done by way of a second pool of this name; without it, by a new cluster.
    temporaryNameForRotation: `${firstPoolName}tmp`,
    upgradeSettings: upgradeSettings(spec) as KubernetesClusterDefaultNodePool["upgradeSettings"],
  };
  return { pool, ignoreChanges: isCountForeign(part) ? ["default_node_pool[0].node_count"] : [] };
}
