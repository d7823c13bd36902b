import type { NodePlacement } from "../../cluster/scaling";
import { limits } from "../../google/limits";
import { computeName } from "../../google/names";

/** The parts of the name of a managed instance group: that of the cluster, of the node group, and the last part of its zone. */
export const groupNameParts = (
  clusterName: string,
  region: string,
  { name }: { readonly name: string },
  { zone }: Pick<NodePlacement, "zone">,
): string[] => [clusterName, name, ...(zone === undefined ? [] : [zone.slice(`${region}-`.length)])];

/** The name of a managed instance group. */
export const groupName = (...group: Parameters<typeof groupNameParts>): string =>
  computeName(groupNameParts(...group), limits.computeName);
