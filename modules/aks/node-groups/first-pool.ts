import type { KubernetesClusterDefaultNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { placements } from "../../cluster/scaling";
import type { AksNodeGroupSpec } from "../spec";
import { firstPoolName } from "./node-group";
import { ignoresNodeCount, poolArguments, type PoolContext, upgradeSettings } from "./node-pool";

/** The cluster's first node pool, an argument of the cluster: the whole group, or its part in the first zone. */
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
    // Immutable arguments are changed with a temporary pool of this name; without it, the cluster would be replaced.
    temporaryNameForRotation: `${firstPoolName}tmp`,
    upgradeSettings: upgradeSettings(spec) as KubernetesClusterDefaultNodePool["upgradeSettings"],
  };
  return { pool, ignoreChanges: ignoresNodeCount(part) ? ["default_node_pool[0].node_count"] : [] };
}
