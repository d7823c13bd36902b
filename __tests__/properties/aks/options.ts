import type { AksAutoscalerSpec, AksOptions } from "../../../modules/aks/spec";
import type { Draw } from "../draw";
import { certificate, type Frame, registry, resource } from "./frame";

export function optionsOf(draw: Draw, frame: Frame): AksOptions | undefined {
  const isAutoscaled = (frame.autoscaling ?? "cluster-autoscaler") === "cluster-autoscaler";
  const tier = draw.maybe(() => draw.one(["standard", "premium", "free"] as const));
  const minimums = [
    ...(frame.network?.nat === "regional" && !frame.network.existing ? ["4.67.0"] : []),
    ...(frame.autoscaling === "auto-provisioning" ? ["4.57.0"] : []),
  ];
  const identity = (name: string) => resource("Microsoft.ManagedIdentity/userAssignedIdentities", name);
  return {
    tier,
    resourceGroup: draw.maybe(() => "shop-production"),
    nodeResourceGroup: draw.maybe(() => draw.label(80)),
    providerMinimum: minimums[0] ?? draw.maybe(() => draw.one(["4.55.0", "4.68.0"])),
    identities: draw.maybe(() => ({
      controlPlane: draw.maybe(() => ({ id: identity("control-plane"), principalId: draw.uuid() })),
      kubelet: draw.maybe(() => ({
        id: identity("kubelet"),
        principalId: draw.uuid(),
        clientId: draw.uuid(),
      })),
    })),
    registries: draw.maybe(() =>
      draw.some([registry, resource("Microsoft.ContainerRegistry/registries", "team")], 0),
    ),
    azurePolicy: draw.maybe(() => draw.bool()),
    keyVaultSecrets: draw.maybe(() => draw.bool()),
    keyVaultSecretsInterval: draw.maybe(() => draw.one(["2m", "1h30m"])),
    imageCleanerHours: draw.maybe(() => draw.one([0, draw.int(24, 2160)])),
    runCommand: draw.maybe(() => draw.bool()),
    costAnalysis: draw.maybe(() => (tier === "free" ? false : draw.bool())),
    keda: draw.maybe(() => draw.bool()),
    verticalPodAutoscaling: draw.maybe(() => draw.bool()),
    autoscaler: isAutoscaled ? draw.maybe(() => autoscalerOf(draw)) : undefined,
    aiToolchain: draw.maybe(() => draw.bool()),
    trustedCas: draw.maybe(() => [certificate]),
  };
}

function autoscalerOf(draw: Draw): AksAutoscalerSpec {
  const duration = () => draw.maybe(() => draw.one(["10m", "30s", "1h"]));
  const flag = () => draw.maybe(() => draw.bool());
  return {
    balanceSimilarGroups: flag(),
    expander: draw.maybe(() => draw.one(["least-waste", "most-pods", "priority", "random"] as const)),
    maxGracefulTerminationSeconds: draw.maybe(() => draw.int(0, 3600)),
    maxNodeProvisioningTime: duration(),
    maxUnreadyNodes: draw.maybe(() => draw.int(0, 20)),
    maxUnreadyPercentage: draw.maybe(() => draw.int(0, 100)),
    newPodScaleUpDelay: duration(),
    scaleDownDelayAfterAdd: duration(),
    scaleDownDelayAfterDelete: duration(),
    scaleDownDelayAfterFailure: duration(),
    scaleDownUnneeded: duration(),
    scaleDownUnready: duration(),
    scaleDownUtilization: draw.maybe(() => draw.one([0, 0.5, 1])),
    scanInterval: duration(),
    emptyBulkDeleteMax: draw.maybe(() => draw.int(1, 50)),
    skipNodesWithLocalStorage: flag(),
    skipNodesWithSystemPods: flag(),
    daemonsetEvictionForEmptyNodes: flag(),
    daemonsetEvictionForOccupiedNodes: flag(),
    ignoreDaemonsetsUtilization: flag(),
  };
}
