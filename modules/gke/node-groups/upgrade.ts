import type {
  ContainerNodePoolUpgradeSettings,
  ContainerNodePoolUpgradeSettingsBlueGreenSettings,
} from "@cdktf/provider-google/lib/container-node-pool";
import { limits } from "../limits";
import type { GkeBlueGreenSpec, GkeNodeUpgradeSpec } from "../spec";

/**
 * How the nodes of a pool are replaced.
 *
 * @param nodes - fewest nodes of the group, of which percentages are taken
 */
export function upgradeSettings(
  upgrade: GkeNodeUpgradeSpec = {},
  nodes = 0,
): ContainerNodePoolUpgradeSettings {
  if (upgrade.strategy === "blue-green") {
    return { strategy: "BLUE_GREEN", blueGreenSettings: blueGreenSettings(upgrade.blueGreen) };
  }
  const maxUnavailable = unavailable(upgrade, nodes);
  return { strategy: "SURGE", maxUnavailable, maxSurge: upgrade.maxSurge ?? (maxUnavailable > 0 ? 0 : 1) };
}

function unavailable({ maxUnavailable, maxUnavailablePercent }: GkeNodeUpgradeSpec, nodes: number): number {
  if (maxUnavailablePercent === undefined) return maxUnavailable ?? 0;
  const share = Math.floor((nodes * maxUnavailablePercent) / 100);
  return Math.min(Math.max(share, 1), limits.nodesInUpgrade);
}

function blueGreenSettings({
  batchNodes,
  batchPercent,
  batchSoakSeconds = 0,
  soakSeconds = 3600,
}: GkeBlueGreenSpec = {}): ContainerNodePoolUpgradeSettingsBlueGreenSettings {
  return {
    nodePoolSoakDuration: `${soakSeconds}s`,
    standardRolloutPolicy: {
      batchNodeCount: batchNodes,
      batchPercentage: batchNodes === undefined ? (batchPercent ?? 33) / 100 : undefined,
      batchSoakDuration: `${batchSoakSeconds}s`,
    },
  };
}
