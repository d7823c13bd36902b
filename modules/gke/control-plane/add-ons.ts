import type {
  ContainerClusterAddonsConfig,
  ContainerClusterConfig,
} from "@cdktf/provider-google/lib/container-cluster";
import type { AnyGkeClusterProps } from "../spec";
import { defaults } from "../fields.generated";

/**
 * Arguments of add-ons. Each is set explicitly: GKE may change the default of an omitted one, and the provider keeps the value of a
 * removed one.
 */
export function addOnArguments(props: AnyGkeClusterProps): Partial<ContainerClusterConfig> {
  const { gke = {}, loadBalancing = {} } = props;
  return {
    addonsConfig: addonsConfig(props),
    gatewayApiConfig: {
      channel:
        (loadBalancing.gateway ?? defaults["loadBalancing.gateway"])
          ? "CHANNEL_STANDARD"
          : "CHANNEL_DISABLED",
    },
    secretManagerConfig: { enabled: gke.secretManager ?? defaults["gke.secretManager"] },
    verticalPodAutoscaling: { enabled: gke.verticalPodAutoscaling ?? defaults["gke.verticalPodAutoscaling"] },
    podAutoscaling: gke.horizontalPodAutoscaling && {
      hpaProfile: gke.horizontalPodAutoscaling.toUpperCase(),
    },
    identityServiceConfig: { enabled: gke.identityService ?? defaults["gke.identityService"] },
    meshCertificates: { enableCertificates: gke.meshCertificates ?? defaults["gke.meshCertificates"] },
    fleet: gke.fleetProject === undefined ? undefined : { project: gke.fleetProject },
    enableK8SBetaApis: gke.betaApis && { enabledApis: [...gke.betaApis] },
    enableKubernetesAlpha: gke.alphaFeatures || undefined,
  };
}

function addonsConfig({
  gke = {},
  network = {},
  storage = {},
  loadBalancing = {},
}: AnyGkeClusterProps): ContainerClusterAddonsConfig {
  const isAutopilot = gke.mode === "autopilot";
  return {
    httpLoadBalancing: { disabled: !(loadBalancing.controller ?? defaults["loadBalancing.controller"]) },
    horizontalPodAutoscaling: { disabled: false },
    gcePersistentDiskCsiDriverConfig: { enabled: Boolean(storage.block ?? defaults["storage.block"]) },
    // Autopilot always has these add-ons.
    gcpFilestoreCsiDriverConfig: { enabled: Boolean(storage.file) || isAutopilot },
    gcsFuseCsiDriverConfig: { enabled: storage.object !== undefined || isAutopilot },
    parallelstoreCsiDriverConfig: { enabled: storage.parallelstore ?? defaults["storage.parallelstore"] },
    lustreCsiDriverConfig: {
      enabled: Boolean(storage.lustre),
      enableLegacyLustrePort: storage.lustre === "legacy-port",
    },
    gkeBackupAgentConfig: { enabled: Boolean(storage.backup) },
    rayOperatorConfig: gke.ray
      ? [
          {
            enabled: true,
            rayClusterLoggingConfig: { enabled: true },
            rayClusterMonitoringConfig: { enabled: true },
          },
        ]
      : [{ enabled: false }],
    ...(isAutopilot
      ? {}
      : {
          dnsCacheConfig: { enabled: network.dns?.nodeCache ?? defaults["network.dns.nodeCache"] },
          networkPolicyConfig: { disabled: network.dataplane !== "calico" },
          statefulHaConfig: { enabled: storage.statefulHa ?? defaults["storage.statefulHa"] },
          configConnectorConfig: { enabled: gke.configConnector ?? defaults["gke.configConnector"] },
        }),
  };
}
