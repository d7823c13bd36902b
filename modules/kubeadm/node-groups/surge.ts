import { isKnown } from "../../cluster/rules/rule";
import type { NodePlacement } from "../../cluster/scaling";
import type { Cloud } from "../cloud";
import { defaults } from "../fields.generated";
import type { KubeadmNodeGroupSpec } from "../spec";

/** New nodes of a rolling update of a node pool, before old ones end: as many as may be unavailable at once. */
export function surgeOf(
  { upgrade = {} }: Pick<KubeadmNodeGroupSpec, "upgrade">,
  pool: NodePlacement,
  cloud: Pick<Cloud, "leastSurge"> | undefined,
): number {
  const { maxUnavailable, maxUnavailablePercent = defaults["nodeGroups[].upgrade.maxUnavailablePercent"] } =
    upgrade;
  const wanted = isKnown(maxUnavailable)
    ? maxUnavailable
    : isKnown(maxUnavailablePercent)
      ? Math.ceil((pool.size.max * maxUnavailablePercent) / 100)
      : 0;
  return Math.max(wanted, cloud?.leastSurge?.(pool) ?? 0);
}
