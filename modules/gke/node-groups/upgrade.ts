import type {
  ContainerNodePoolUpgradeSettings,
  ContainerNodePoolUpgradeSettingsBlueGreenSettings,
} from "@cdktf/provider-google/lib/container-node-pool";
import { floorOf, largerOf, smallerOf, times } from "../../cluster/arithmetic";
import { limits } from "../limits";
import type { GkeBlueGreenSpec, GkeNodeUpgradeSpec } from "../spec";
import { defaults } from "../fields.generated";

/**
 * The upgrade settings of a node pool.
 *
 * @param nodes - minimum number of nodes of the group, the base of percentages
 */
export function upgradeSettings(
  upgrade: GkeNodeUpgradeSpec = {},
  nodes = 0,
): ContainerNodePoolUpgradeSettings {
  const settings = upgradeDefaults(upgrade, nodes);
  const policy = settings.blueGreenSettings?.standardRolloutPolicy;
  if (!policy) return settings;
  // The provider keeps the value of a removed argument, and would send both.
  const { batchNodeCount = 0, batchPercentage = 0 } = policy;
  const standardRolloutPolicy = { ...policy, batchNodeCount, batchPercentage };
  return { ...settings, blueGreenSettings: { ...settings.blueGreenSettings, standardRolloutPolicy } };
}

/** The upgrade settings of node pools that GKE creates. The provider accepts one of the two sizes of a batch. */
export function upgradeDefaults(
  upgrade: GkeNodeUpgradeSpec = {},
  nodes = 0,
): ContainerNodePoolUpgradeSettings {
  if (upgrade.strategy === "blue-green") {
    return { strategy: "BLUE_GREEN", blueGreenSettings: blueGreenSettings(upgrade.blueGreen) };
  }
  const maxUnavailable = unavailable(upgrade, nodes);
  const mayLoseNodes = upgrade.maxUnavailablePercent !== undefined || maxUnavailable > 0;
  return { strategy: "SURGE", maxUnavailable, maxSurge: upgrade.maxSurge ?? (mayLoseNodes ? 0 : 1) };
}

function unavailable({ maxUnavailable, maxUnavailablePercent }: GkeNodeUpgradeSpec, nodes: number): number {
  if (maxUnavailablePercent === undefined) return maxUnavailable ?? 0;
  const share = floorOf(times(nodes, maxUnavailablePercent), 100);
  return smallerOf(largerOf(share, 1), limits.nodesInUpgrade);
}

function blueGreenSettings({
  batchNodes,
  batchPercent,
  batchSoakSeconds = defaults["nodeGroups[].upgrade.blueGreen.batchSoakSeconds"],
  soakSeconds = defaults["nodeGroups[].upgrade.blueGreen.soakSeconds"],
}: GkeBlueGreenSpec = {}): ContainerNodePoolUpgradeSettingsBlueGreenSettings {
  return {
    nodePoolSoakDuration: `${soakSeconds}s`,
    standardRolloutPolicy: {
      batchNodeCount: batchNodes,
      batchPercentage:
        batchNodes === undefined
          ? (batchPercent ?? defaults["nodeGroups[].upgrade.blueGreen.batchPercent"]) / 100
          : undefined,
      batchSoakDuration: `${batchSoakSeconds}s`,
    },
  };
}
