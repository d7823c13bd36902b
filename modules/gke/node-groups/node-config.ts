import type { ContainerNodePoolNodeConfig } from "@cdktf/provider-google/lib/container-node-pool";
import { groupLabel, nodeTag } from "../names";
import type { GkeNodeGroupSpec } from "../spec";
import { bootDisk, secondaryDisks } from "./disks";
import { accelerators, localDisks, machineFeatures } from "./hardware";
import { kubeletConfig, linuxConfig } from "./system";
import { defaults } from "../fields.generated";
import { asSet } from "../../cluster/sets";

/** Values of the cluster for the configuration of nodes. */
export interface NodeConfigContext {
  /** Name of the cluster, a literal. */
  readonly clusterName: string;

  /** E-mail of the service account of all nodes. */
  readonly serviceAccount: string;

  /** The cluster's tags. */
  readonly tags: Readonly<Record<string, string>>;
}

/** The notation of taint effects in GKE, by that of Kubernetes. */
const taintEffects = {
  NoSchedule: "NO_SCHEDULE",
  PreferNoSchedule: "PREFER_NO_SCHEDULE",
  NoExecute: "NO_EXECUTE",
} as const;

/** Image types in the notation of GKE. Another spelling would be a difference in each plan. */
const imageTypes = {
  cos: "COS_CONTAINERD",
  ubuntu: "UBUNTU_CONTAINERD",
  windows: "WINDOWS_LTSC_CONTAINERD",
} as const;

const loggingVariants = { default: "DEFAULT", "max-throughput": "MAX_THROUGHPUT" } as const;

const confidentialTypes = { sev: "SEV", "sev-snp": "SEV_SNP", tdx: "TDX" } as const;

/** Full scope: IAM defines the permissions of nodes. */
export const nodeScopes = ["https://www.googleapis.com/auth/cloud-platform"];

/** GKE adds this entry, and the provider compares all entries. */
export const nodeMetadata = { "disable-legacy-endpoints": "true" };

/** The configuration of the nodes of a group. */
export function nodeConfig(
  spec: GkeNodeGroupSpec,
  context: NodeConfigContext & {
    /** The machine type for the argument; the one of `spec` decides which other arguments exist. */
    readonly machineType: string;
  },
): ContainerNodePoolNodeConfig {
  const isWindows = spec.image?.family === "windows";
  const resourceLabels = { ...context.tags, ...spec.tags };
  return {
    machineType: context.machineType,
    imageType: imageTypes[spec.image?.family ?? defaults["nodeGroups[].image.family"]],
    spot: spec.capacity === "spot" || undefined,
    ...bootDisk(spec),
    ...secondaryDisks(spec),
    ...accelerators(spec),
    ...localDisks(spec),
    ...machineFeatures(spec),

    serviceAccount: spec.serviceAccountEmail ?? context.serviceAccount,
    oauthScopes: nodeScopes,
    // Pods get tokens of their service account instead of those of the node.
    workloadMetadataConfig: { mode: "GKE_METADATA" },
    // Disabled by default on Windows, because the documentation of Google describes Linux only.
    shieldedInstanceConfig: {
      enableSecureBoot: spec.shielded?.secureBoot ?? !isWindows,
      enableIntegrityMonitoring:
        spec.shielded?.integrityMonitoring ?? defaults["nodeGroups[].shielded.integrityMonitoring"],
    },
    confidentialNodes:
      spec.confidential === undefined || spec.confidential === "none"
        ? undefined
        : { enabled: true, confidentialInstanceType: confidentialTypes[spec.confidential] },

    // The provider neither plans nor sends a removal of all labels, so one label is always set.
    labels: { [groupLabel]: spec.name, ...spec.labels },
    taint:
      spec.taints &&
      asSet(spec.taints).map(({ key, value = "", effect }) => ({ key, value, effect: taintEffects[effect] })),
    tags: [nodeTag(context.clusterName), ...asSet(spec.networkTags ?? defaults["nodeGroups[].networkTags"])],
    resourceManagerTags: filled(spec.resourceManagerTags),
    resourceLabels: { [groupLabel]: spec.name, ...resourceLabels },
    metadata: { ...nodeMetadata, ...spec.metadata },

    // The settings of the kubelet are for Linux. Their effect on Windows is not documented.
    kubeletConfig: isWindows && !spec.kubelet ? undefined : kubeletConfig(spec.kubelet),
    linuxNodeConfig: isWindows ? undefined : linuxConfig(spec.linux),
    windowsNodeConfig: isWindows
      ? {
          osversion: `OS_VERSION_LTSC${spec.image?.windowsVersion ?? defaults["nodeGroups[].image.windowsVersion"]}`,
        }
      : undefined,
    gvnic: { enabled: spec.gvnic ?? !isWindows },
    fastSocket: spec.fastSocket ? { enabled: true } : undefined,
    gcfsConfig: isWindows
      ? undefined
      : { enabled: spec.imageStreaming ?? defaults["nodeGroups[].imageStreaming"] },
    loggingVariant: isWindows ? undefined : loggingVariants[spec.logging ?? defaults["nodeGroups[].logging"]],
    containerdConfig: spec.registryAuthorities && {
      privateRegistryAccessConfig: {
        enabled: true,
        certificateAuthorityDomainConfig: asSet(
          spec.registryAuthorities,
          ({ secretVersion }) => secretVersion,
        ).map(({ hosts, secretVersion }) => ({
          fqdns: asSet(hosts),
          gcpSecretManagerCertificateConfig: { secretUri: secretVersion },
        })),
      },
    },
  };
}

/** GKE returns no value for an empty map, which would be a difference in each plan. */
function filled<T>(map: Readonly<Record<string, T>> | undefined): Record<string, T> | undefined {
  return map && Object.keys(map).length > 0 ? { ...map } : undefined;
}
