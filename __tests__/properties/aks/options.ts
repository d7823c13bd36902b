import type { AksOptions } from "../../../modules/aks/spec";
import type { Draw } from "../draw";
import { always, fields, trueIf } from "../vocabulary";
import { aks, certificate, type Frame, type Part, registry, resource } from "./frame";

export function optionsOf(draw: Draw, frame: Frame): AksOptions {
  const isAutoscaled = (frame.autoscaling ?? aks.default("autoscaling")) === "cluster-autoscaler";
  const tier = aks.maybe(draw, "aks.tier");
  const minimums = [
    ...(frame.network?.nat === "regional" && !frame.network.existing ? ["4.67.0"] : []),
    ...(frame.autoscaling === "auto-provisioning" ? ["4.57.0"] : []),
  ];
  const identity = (name: string) => ({
    id: resource("Microsoft.ManagedIdentity/userAssignedIdentities", name),
    principalId: draw.uuid(),
    rolesAssigned: draw.maybe(() => draw.bool()),
  });
  return aks.map(draw, "aks", {
    tier,
    resourceGroup: () => "shop-production",
    nodeResourceGroup: () => draw.label(80),
    providerMinimum: minimums[0] ?? (() => draw.one(["4.55.0", "4.68.0"])),
    identities: fields({
      controlPlane: () => identity("control-plane"),
      kubelet: () => ({ ...identity("kubelet"), clientId: draw.uuid() }),
    }),
    registries: () => draw.some([registry, resource("Microsoft.ContainerRegistry/registries", "team")], 0),
    keyVaultSecretsInterval: () => draw.one(["2m", "1h30m"]),
    imageCleanerHours: () => draw.one([0, draw.int(24, 2160)]),
    ...(frame.egress === "none" && {
      azurePolicy: always(false),
      costAnalysis: always(false),
      aiToolchain: () => false,
    }),
    ...(frame.egress !== "none" && { costAnalysis: trueIf(tier !== "free") }),
    autoscaler: isAutoscaled ? autoscalerOf(draw) : undefined,
    dapr: frame.egress === "none" ? undefined : fields({ version: always("1.15.4") }),
    trustedCas: () => [certificate],
    setByPolicy: frame.setByPolicy,
    ...(frame.setByPolicy?.includes("azure-policy") && { azurePolicy: undefined }),
    // The password needs a sensitive variable of the environment.
    windows: undefined,
  });
}

function autoscalerOf(draw: Draw): Part<"aks.autoscaler"> {
  const duration = () => draw.one(["10m", "30s", "1h"]);
  return fields({
    maxGracefulTerminationSeconds: () => draw.int(0, 3600),
    maxNodeProvisioningTime: duration,
    maxUnreadyNodes: () => draw.int(0, 20),
    maxUnreadyPercentage: () => draw.int(0, 100),
    newPodScaleUpDelay: duration,
    scaleDownDelayAfterAdd: duration,
    scaleDownDelayAfterDelete: duration,
    scaleDownDelayAfterFailure: duration,
    scaleDownUnneeded: duration,
    scaleDownUnready: duration,
    scaleDownUtilization: () => draw.one([0, 0.5, 1]),
    scanInterval: duration,
    emptyBulkDeleteMax: () => draw.int(1, 50),
  });
}
