import { boundedName } from "../cluster/names";
import { limits } from "./limits";

export { accountId, type Named, projectName, regionalName } from "../google/names";

/** The label of nodes and machines with the name of their node group. The names of node pools are generated. */
export const groupLabel = "node-group";

/** The network tag of all nodes of a cluster, which firewall rules name. */
export function nodeTag(clusterName: string): string {
  return boundedName(["gke", clusterName], limits.networkTag);
}
