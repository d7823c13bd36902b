import type { GkeOptions } from "../../../modules/gke/spec";
import type { Draw } from "../draw";
import { always, anyValue, except, fields, seldom, trueIf } from "../vocabulary";
import { type Frame, gke, key, managerTags, networkTags, type Part } from "./frame";
import { upgradeOf } from "./node-groups";

export function optionsOf(draw: Draw, frame: Frame): GkeOptions {
  const { isAutopilot, isAlpha, isNewer, autoscaling, region } = frame;
  const isProvisioned = autoscaling === "auto-provisioning";
  const makesNodes = isAutopilot || isProvisioned;
  return gke.map(draw, "gke", {
    mode: isAutopilot ? "autopilot" : except("autopilot"),
    project: () => "shop-production",
    controlPlane: except(isAutopilot && "zonal"),
    providerMinimum: isNewer ? "7.22.0" : () => draw.one(["6.50.0", "7.0.0"]),
    nodeServiceAccountEmail: () => "all-nodes@shop-production.iam.gserviceaccount.com",
    imageProjects: () => draw.some(["shared-images", "team-images"], 0),
    configConnector: trueIf(!isAutopilot),
    verticalPodAutoscaling: isAutopilot ? () => true : anyValue,
    fleetProject: () => "fleet-host",
    fleetFeature: undefined, // added last
    policyController: undefined, // added last
    serviceMesh: undefined, // added last
    betaApis: () => ["resource.k8s.io/v1beta1/deviceclasses"],
    alphaFeatures: isAlpha || (() => false),
    controlPlaneKeys: seldom(8, () => controlPlaneKeysOf(draw, region)),
    autoscalingProfile: isAutopilot ? undefined : anyValue,
    autoProvisioning: isProvisioned ? always(provisioningOf(draw, frame)) : undefined,
    defaultComputeClass: trueIf(isNewer),
    allowNetAdmin: isAutopilot ? anyValue : undefined,
    autoNetworkTags: makesNodes ? () => networkTags(draw) : undefined,
    autoResourceManagerTags: makesNodes ? () => managerTags(draw) : undefined,
  });
}

function controlPlaneKeysOf(draw: Draw, region: string): Part<"gke.controlPlaneKeys"> {
  const pool = () => `projects/shop-production/locations/${region}/caPools/${draw.label(10)}`;
  const versions = () => [`${key(draw, region)}/cryptoKeyVersions/1`];
  return fields({
    clusterCa: pool,
    etcdApiCa: pool,
    etcdPeerCa: pool,
    aggregationCa: pool,
    serviceAccountSigningKeys: versions,
    serviceAccountVerificationKeys: versions,
    controlPlaneDisksKeyId: () => key(draw, region),
    etcdBackupKeyId: () => key(draw, region),
  });
}

function provisioningOf(draw: Draw, { zones }: Frame): Part<"gke.autoProvisioning"> {
  const bounds = () => {
    const min = draw.maybe(() => draw.int(0, 10));
    return { min, max: draw.int(Math.max(1, min ?? 0), 1000) };
  };
  return fields({
    cpu: bounds(),
    memoryGiB: bounds(),
    gpus: () => ({ "nvidia-l4": bounds() }),
    zones: () => draw.some(zones),
    disk: seldom(70, fields({ sizeGiB: () => draw.int(10, 500) })),
    minCpuPlatform: () => "Intel Ice Lake",
    upgrade: seldom(70, () => upgradeOf(draw, false, true)),
  });
}
