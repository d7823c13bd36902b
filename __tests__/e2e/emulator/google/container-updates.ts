import { at, copy, isJson, type Json, merge, replaceAt } from "../rest/json";
import { completeVersion } from "./container-defaults";

/**
 * The field of a cluster that a field of an update request replaces.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/ClusterUpdate
 */
const targets: Readonly<Record<string, string>> = {
  additionalPodRangesConfig: "ipAllocationPolicy.additionalPodRangesConfig",
  desiredAdditionalIpRangesConfig: "ipAllocationPolicy.additionalIpRangesConfigs",
  desiredAutoIpamConfig: "ipAllocationPolicy.autoIpamConfig",
  desiredAutopilotClusterPolicyConfig: "autopilot.clusterPolicyConfig",
  desiredAutopilotWorkloadPolicyConfig: "autopilot.workloadPolicyConfig",
  desiredDatapathProvider: "networkConfig.datapathProvider",
  desiredDefaultEnablePrivateNodes: "networkConfig.defaultEnablePrivateNodes",
  desiredDefaultSnatStatus: "networkConfig.defaultSnatStatus",
  desiredDisableL4LbFirewallReconciliation: "networkConfig.disableL4LbFirewallReconciliation",
  desiredDnsConfig: "networkConfig.dnsConfig",
  desiredEnableCiliumClusterwideNetworkPolicy: "networkConfig.enableCiliumClusterwideNetworkPolicy",
  desiredEnableFqdnNetworkPolicy: "networkConfig.enableFqdnNetworkPolicy",
  desiredEnableMultiNetworking: "networkConfig.enableMultiNetworking",
  desiredGatewayApiConfig: "networkConfig.gatewayApiConfig",
  desiredInTransitEncryptionConfig: "networkConfig.inTransitEncryptionConfig",
  desiredIntraNodeVisibilityConfig: "networkConfig.enableIntraNodeVisibility",
  desiredL4ilbSubsettingConfig: "networkConfig.enableL4ilbSubsetting",
  desiredNetworkPerformanceConfig: "networkConfig.networkPerformanceConfig",
  desiredNodePoolAutoConfigKubeletConfig: "nodePoolAutoConfig.nodeKubeletConfig",
  desiredNodePoolAutoConfigLinuxNodeConfig: "nodePoolAutoConfig.linuxNodeConfig",
  desiredNodePoolAutoConfigNetworkTags: "nodePoolAutoConfig.networkTags",
  desiredNodePoolAutoConfigResourceManagerTags: "nodePoolAutoConfig.resourceManagerTags",
  desiredNodeKubeletConfig: "nodePoolDefaults.nodeConfigDefaults.nodeKubeletConfig",
  desiredNodePoolLoggingConfig: "nodePoolDefaults.nodeConfigDefaults.loggingConfig",
  desiredGcfsConfig: "nodePoolDefaults.nodeConfigDefaults.gcfsConfig",
  desiredContainerdConfig: "nodePoolDefaults.nodeConfigDefaults.containerdConfig",
  desiredPrivateIpv6GoogleAccess: "networkConfig.privateIpv6GoogleAccess",
  desiredPrivilegedAdmissionConfig: "autopilot.privilegedAdmissionConfig",
  desiredServiceExternalIpsConfig: "networkConfig.serviceExternalIpsConfig",
  desiredStackType: "ipAllocationPolicy.stackType",
};

/** Wrappers whose inner value is the field of the cluster. */
const wrappers: Readonly<Record<string, string>> = {
  desiredAdditionalIpRangesConfig: "additionalIpRangesConfigs",
  desiredIntraNodeVisibilityConfig: "enabled",
  desiredL4ilbSubsettingConfig: "enabled",
};

/** Applies an update request to a cluster. The request has one or several `desired…` fields. */
export function updateCluster(cluster: Json, update: Json): void {
  for (const [field, value] of Object.entries(update)) {
    if (field === "desiredMasterVersion") cluster.currentMasterVersion = completeVersion(value);
    else if (field === "desiredNodeVersion" || (field.startsWith("desiredNodePool") && !(field in targets)))
      updatePool(cluster, update);
    else if (field === "desiredLocations") cluster.locations = value;
    else if (field === "desiredAddonsConfig") mergeAddOns(cluster, value as Json);
    else if (field === "desiredControlPlaneEndpointsConfig") mergeEndpoints(cluster, value as Json);
    else if (field === "desiredEnablePrivateEndpoint")
      at(at(cluster, "controlPlaneEndpointsConfig"), "ipEndpointsConfig").enablePublicEndpoint =
        value !== true;
    else if (field === "desiredClusterAutoscaling") setAutoscaling(cluster, value as Json);
    else if (field === "desiredDatabaseEncryption") setEncryption(cluster, value as Json);
    else if (field !== "forceSendFields") replaceAt(cluster, targetOf(field), unwrap(field, value));
  }
}

const targetOf = (field: string) =>
  targets[field] ?? field.replace(/^desired(.)/, (_, letter: string) => letter.toLowerCase());

function unwrap(field: string, value: unknown): unknown {
  const inner = wrappers[field];
  return inner && isJson(value) ? value[inner] : value;
}

/** Each named add-on is replaced; others stay. */
function mergeAddOns(cluster: Json, value: Json): void {
  Object.assign(at(cluster, "addonsConfig"), copy(value));
}

/** The list of authorized networks is replaced as a whole. */
function mergeEndpoints(cluster: Json, value: Json): void {
  const endpoints = at(cluster, "controlPlaneEndpointsConfig");
  const { ipEndpointsConfig: ip, dnsEndpointConfig: dns } = value;
  if (isJson(dns)) merge(at(endpoints, "dnsEndpointConfig"), dns);
  if (!isJson(ip)) return;
  const { authorizedNetworksConfig: networks, ...others } = ip;
  const kept = merge(at(endpoints, "ipEndpointsConfig"), others);
  if (networks !== undefined) kept.authorizedNetworksConfig = copy(networks);
}

/**
 * The provider omits the defaults of new pools if they do not change, and expects them to stay.
 *
 * @see https://github.com/hashicorp/terraform-provider-google/blob/v7.45.0/google/services/container/resource_container_cluster.go expandClusterAutoscaling
 */
function setAutoscaling(cluster: Json, value: Json): void {
  const before = at(cluster, "autoscaling").autoprovisioningNodePoolDefaults;
  const after = copy(value) as Json;
  if (after.enableNodeAutoprovisioning === true && isJson(before)) {
    const changed = after.autoprovisioningNodePoolDefaults;
    after.autoprovisioningNodePoolDefaults = isJson(changed) ? merge(copy(before) as Json, changed) : before;
  }
  cluster.autoscaling = after;
}

function setEncryption(cluster: Json, value: Json): void {
  const isOn = value.state === "ENCRYPTED" || value.state === "ALL_OBJECTS_ENCRYPTION_ENABLED";
  cluster.databaseEncryption = {
    ...value,
    currentState: isOn ? "CURRENT_STATE_ENCRYPTED" : "CURRENT_STATE_DECRYPTED",
  };
}

function updatePool(cluster: Json, update: Json): void {
  const pool = ((cluster.nodePools ?? []) as Json[]).find(({ name }) => name === update.desiredNodePoolId);
  if (!pool) {
    if (update.desiredNodeVersion !== undefined)
      cluster.currentNodeVersion = completeVersion(update.desiredNodeVersion);
    return;
  }
  if (update.desiredNodePoolAutoscaling !== undefined)
    pool.autoscaling = copy(update.desiredNodePoolAutoscaling);
  if (update.desiredImageType !== undefined) at(pool, "config").imageType = update.desiredImageType;
  if (update.desiredNodeVersion !== undefined) pool.version = completeVersion(update.desiredNodeVersion);
}

/** Wrappers of lists in update requests of node pools. */
const poolTargets: Readonly<Record<string, string>> = {
  locations: "locations",
  upgradeSettings: "upgradeSettings",
  nodeNetworkConfig: "networkConfig",
  nodeDrainConfig: "nodeDrainConfig",
  maintenancePolicy: "maintenancePolicy",
  queuedProvisioning: "queuedProvisioning",
};

/**
 * Applies an update request to a node pool.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters.nodePools/update
 */
export function updateNodePool(pool: Json, update: Json): void {
  for (const [field, value] of Object.entries(update)) {
    if (field === "nodeVersion") pool.version = completeVersion(value);
    else if (field === "nodePoolId" || field === "name") continue;
    else if (field === "labels" || field === "taints" || field === "tags" || field === "resourceLabels")
      setWrapped(at(pool, "config"), field, value as Json);
    else if (field === "nodeNetworkConfig") merge(at(pool, "networkConfig"), value as Json);
    else if (field in poolTargets) pool[poolTargets[field]] = copy(value);
    else setConfig(at(pool, "config"), field, value);
  }
}

/** `{ labels: { labels: {} } }`, `{ taints: { taints: [] } }`, `{ tags: { tags: [] } }`. The provider omits empty lists. */
function setWrapped(config: Json, field: string, value: Json): void {
  const isList = field === "taints" || field === "tags";
  config[field] = copy(value[field] ?? value.labels ?? (isList ? [] : {}));
}

/** Of the boot disk, fields without a value keep theirs: the provider omits what does not change. */
function setConfig(config: Json, field: string, value: unknown): void {
  const disk = at(config, "bootDisk");
  if (field === "bootDisk") merge(disk, value as Json);
  else config[field === "image" ? "imageType" : field] = copy(value);
  if (field === "diskSizeGb") disk.sizeGb = String(value);
  if (field === "diskType") disk.diskType = value;
  Object.assign(config, { diskType: disk.diskType, diskSizeGb: Number(disk.sizeGb) });
}
