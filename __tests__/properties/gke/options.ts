import type { GkeOptions } from "../../../modules/gke/spec";
import type { Draw } from "../draw";
import { type Frame, key, managerTags, networkTags } from "./frame";
import { upgradeOf } from "./node-groups";

export function optionsOf(draw: Draw, frame: Frame): GkeOptions {
  const { isAutopilot, isAlpha, isNewer, autoscaling, region } = frame;
  const isProvisioned = autoscaling === "auto-provisioning";
  const makesNodes = isAutopilot || isProvisioned;
  return {
    mode: isAutopilot ? "autopilot" : draw.maybe(() => "standard" as const),
    project: draw.maybe(() => "shop-production"),
    projectServices: draw.maybe(() => draw.bool()),
    controlPlane: draw.maybe(() => (isAutopilot ? "regional" : draw.one(["regional", "zonal"] as const))),
    providerMinimum: isNewer ? "7.22.0" : draw.maybe(() => draw.one(["6.50.0", "7.0.0"])),
    nodeServiceAccountEmail: draw.maybe(() => "all-nodes@shop-production.iam.gserviceaccount.com"),
    imageProjects: draw.maybe(() => draw.some(["shared-images", "team-images"], 0)),
    binaryAuthorization: draw.maybe(() => draw.bool()),
    securityPosture: draw.maybe(() => draw.one(["disabled", "basic", "enterprise"] as const)),
    vulnerabilityScanning: draw.maybe(() => draw.one(["disabled", "basic", "enterprise"] as const)),
    anonymousAccess: draw.maybe(() => draw.one(["limited", "enabled"] as const)),
    secretManager: draw.maybe(() => draw.bool()),
    configConnector: draw.maybe(() => !isAutopilot && draw.bool()),
    ray: draw.maybe(() => draw.bool()),
    identityService: draw.maybe(() => draw.bool()),
    meshCertificates: draw.maybe(() => draw.bool()),
    verticalPodAutoscaling: draw.maybe(() => isAutopilot || draw.bool()),
    horizontalPodAutoscaling: draw.maybe(() => draw.one(["none", "performance"] as const)),
    fleetProject: draw.maybe(() => "fleet-host"),
    betaApis: draw.maybe(() => ["resource.k8s.io/v1beta1/deviceclasses"]),
    alphaFeatures: isAlpha ? true : draw.maybe(() => false),
    controlPlaneKeys: draw.seldom(() => controlPlaneKeysOf(draw, region)),
    autoscalingProfile: isAutopilot
      ? undefined
      : draw.maybe(() => draw.one(["balanced", "optimize-utilization"] as const)),
    autoProvisioning: isProvisioned ? provisioningOf(draw, frame) : undefined,
    defaultComputeClass: draw.maybe(() => isNewer && draw.bool()),
    allowNetAdmin: isAutopilot ? draw.maybe(() => draw.bool()) : undefined,
    autoNetworkTags: makesNodes ? draw.maybe(() => networkTags(draw)) : undefined,
    autoResourceManagerTags: makesNodes ? draw.maybe(() => managerTags(draw)) : undefined,
  };
}

function controlPlaneKeysOf(draw: Draw, region: string): GkeOptions["controlPlaneKeys"] {
  const pool = () =>
    draw.maybe(() => `projects/shop-production/locations/${region}/caPools/${draw.label(10)}`);
  const versions = () => draw.maybe(() => [`${key(draw, region)}/cryptoKeyVersions/1`]);
  return {
    clusterCa: pool(),
    etcdApiCa: pool(),
    etcdPeerCa: pool(),
    aggregationCa: pool(),
    serviceAccountSigningKeys: versions(),
    serviceAccountVerificationKeys: versions(),
    controlPlaneDisksKeyId: draw.maybe(() => key(draw, region)),
    etcdBackupKeyId: draw.maybe(() => key(draw, region)),
  };
}

function provisioningOf(draw: Draw, { zones }: Frame): GkeOptions["autoProvisioning"] {
  const bounds = () => {
    const min = draw.maybe(() => draw.int(0, 10));
    return { min, max: draw.int(Math.max(1, min ?? 0), 1000) };
  };
  return {
    cpu: bounds(),
    memoryGiB: bounds(),
    gpus: draw.maybe(() => ({ "nvidia-l4": bounds() })),
    zones: draw.maybe(() => draw.some(zones)),
    image: draw.maybe(() => draw.one(["cos", "ubuntu"] as const)),
    disk: draw.maybe(() => ({
      sizeGiB: draw.maybe(() => draw.int(10, 500)),
      type: draw.maybe(() => draw.one(["pd-standard", "pd-balanced", "pd-ssd"] as const)),
    })),
    minCpuPlatform: draw.maybe(() => "Intel Ice Lake"),
    upgrade: draw.one([undefined, upgradeOf(draw, false)]),
  };
}
