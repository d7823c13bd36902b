import type { KubernetesClusterDefaultNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { IConstruct } from "constructs";
import type { AksNodeGroupSpec } from "../spec";
import { firstPoolName } from "./node-group";
import { ignoresNodeCount, partsOf, poolArguments, type PoolContext, upgradeSettings } from "./node-pool";

/** The cluster's first node pool, an argument of the cluster: the whole group, or its part in the first zone. */
export function firstPool(
  scope: IConstruct,
  spec: AksNodeGroupSpec,
  zones: readonly string[],
  context: PoolContext,
  tags: Readonly<Record<string, string>>,
): { readonly pool: KubernetesClusterDefaultNodePool; readonly ignoreChanges: string[] } {
  const [part] = partsOf(scope, spec, zones);
  const pool: KubernetesClusterDefaultNodePool = {
    ...poolArguments(scope, spec, part, context),
    name: firstPoolName,
    tags: { ...tags, ...spec.tags },
    onlyCriticalAddonsEnabled: (spec.taints ?? []).length > 0,
    // Immutable arguments are changed with a temporary pool of this name; without it, the cluster would be replaced.
    temporaryNameForRotation: `${firstPoolName}tmp`,
    upgradeSettings: upgradeSettings(spec) as KubernetesClusterDefaultNodePool["upgradeSettings"],
  };
  return { pool, ignoreChanges: ignoresNodeCount(part) ? ["default_node_pool[0].node_count"] : [] };
}
