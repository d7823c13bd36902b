import type {
  ContainerClusterClusterAutoscaling,
  ContainerClusterClusterAutoscalingAutoProvisioningDefaults,
  ContainerClusterClusterAutoscalingResourceLimits,
} from "@cdktf/provider-google/lib/container-cluster";
import { nodeScopes } from "../node-groups/node-config";
import { upgradeDefaults } from "../node-groups/upgrade";
import { asSet } from "../../cluster/sets";
import type { AnyGkeClusterProps, GkeAutoProvisioningSpec } from "../spec";
import { defaults } from "../fields.generated";

/** Service account and disk key of the nodes that auto-provisioning creates. */
export interface AutoProvisionedNodes {
  /** E-mail of their service account. */
  readonly serviceAccount: string;

  /** Full name of the key of their disks; undefined with a key of Google. */
  readonly disksKeyId?: string;

  /** Zones of the network. */
  readonly zones: readonly string[];
}

const profiles = { balanced: "BALANCED", "optimize-utilization": "OPTIMIZE_UTILIZATION" } as const;

/**
 * The autoscaler of GKE, and the nodes of auto-provisioning. The limits are set only with auto-provisioning: without it, each plan of
 * provider versions before 7.18 would show a difference.
 */
export function clusterAutoscaling(
  { gke = {}, autoscaling }: AnyGkeClusterProps,
  nodes: AutoProvisionedNodes,
): ContainerClusterClusterAutoscaling {
  if (gke.mode === "autopilot") return { autoProvisioningDefaults: nodeIdentity(nodes) };

  const provisioning = autoscaling === "auto-provisioning" ? gke.autoProvisioning : undefined;
  return {
    enabled: provisioning !== undefined,
    autoscalingProfile: profiles[gke.autoscalingProfile ?? defaults["gke.autoscalingProfile"]],
    ...(provisioning && {
      resourceLimits: resourceLimits(provisioning),
      autoProvisioningLocations: asSet(provisioning.zones ?? nodes.zones),
      autoProvisioningDefaults: { ...nodeIdentity(nodes), ...nodeDefaults(provisioning) },
    }),
  };
}

/** If the service account is omitted, GKE uses the default account of Compute Engine, which may edit the whole project. */
function nodeIdentity({
  serviceAccount,
  disksKeyId,
}: Omit<AutoProvisionedNodes, "zones">): ContainerClusterClusterAutoscalingAutoProvisioningDefaults {
  return { serviceAccount, oauthScopes: nodeScopes, bootDiskKmsKey: disksKeyId };
}

function nodeDefaults({
  disk = {},
  image = defaults["gke.autoProvisioning.image"],
  minCpuPlatform,
  upgrade,
}: GkeAutoProvisioningSpec): ContainerClusterClusterAutoscalingAutoProvisioningDefaults {
  return {
    diskSize: disk.sizeGiB ?? defaults["gke.autoProvisioning.disk.sizeGiB"],
    diskType: disk.type ?? defaults["gke.autoProvisioning.disk.type"],
    imageType: `${image.toUpperCase()}_CONTAINERD`,
    minCpuPlatform,
    management: { autoRepair: true, autoUpgrade: true },
    shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
    // Both are 0 if omitted, and a pool needs one above 0.
    upgradeSettings: upgradeDefaults(upgrade),
  };
}

function resourceLimits({
  cpu,
  memoryGiB,
  gpus = {},
}: GkeAutoProvisioningSpec): ContainerClusterClusterAutoscalingResourceLimits[] {
  return Object.entries({ cpu, memory: memoryGiB, ...gpus }).map(
    ([resourceType, { min = defaults["gke.autoProvisioning.cpu.min"], max }]) => ({
      resourceType,
      minimum: min,
      maximum: max,
    }),
  );
}
