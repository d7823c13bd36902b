import { copy, fill, isJson, type Json } from "../rest/json";
import { uuid } from "./defaults";
import { type ResourceId } from "./resource-id";

/** The patches that AKS answers for a minor. Any patch is valid. */
export const completeVersion = (wanted: unknown): string => {
  const text = typeof wanted === "string" && wanted !== "" ? wanted : "1.35";
  return /^\d+\.\d+$/.test(text) ? `${text}.4` : text;
};

/**
 * The versions of node pools: that of the control plane, and patches of two older minors.
 *
 * @see https://learn.microsoft.com/rest/api/aks/agent-pools/get-available-agent-pool-versions
 * @see https://learn.microsoft.com/azure/aks/use-multiple-node-pools#validation-rules-for-upgrades
 */
export function poolVersions(controlPlane: string): Json[] {
  const [major, minor] = controlPlane.split(".").map(Number);
  const older = [1, 2].map((steps) => completeVersion(`${major}.${minor - steps}`));
  return [controlPlane, ...older].map((kubernetesVersion) => ({ kubernetesVersion }));
}

/**
 * What AKS fills in for clusters.
 *
 * @see https://learn.microsoft.com/azure/templates/microsoft.containerservice/managedclusters
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/containers/kubernetes_cluster_resource_test.go
 */
export function fillCluster(id: ResourceId, cluster: Json): Json {
  const properties = cluster.properties as Json;
  const version = completeVersion(properties.kubernetesVersion);
  const prefix = (properties.dnsPrefix ?? properties.fqdnSubdomain ?? id.name) as string;
  const isPrivate =
    isJson(properties.apiServerAccessProfile) &&
    properties.apiServerAccessProfile.enablePrivateCluster === true;
  const location = cluster.location as string;
  const host = `${prefix}-abcd1234`;
  properties.currentKubernetesVersion = version;
  fill(cluster, { kind: "Base", sku: { name: "Base", tier: "Free" } });
  fill(properties, {
    powerState: { code: "Running" },
    kubernetesVersion: version,
    azurePortalFQDN: `${host}.portal.hcp.${location}.azmk8s.io`,
    ...(isPrivate
      ? { privateFQDN: `${host}.privatelink.${location}.azmk8s.io` }
      : { fqdn: `${host}.hcp.${location}.azmk8s.io` }),
    maxAgentPools: 100,
    enableRBAC: true,
    nodeResourceGroup: `MC_${id.name}`,
    disableLocalAccounts: false,
    supportPlan: "KubernetesOfficial",
    resourceUID: uuid(id.key).replaceAll("-", "").slice(0, 24),
    servicePrincipalProfile: { clientId: "msi" },
    autoUpgradeProfile: { nodeOSUpgradeChannel: "NodeImage" },
    storageProfile: {
      diskCSIDriver: { enabled: true },
      fileCSIDriver: { enabled: true },
      snapshotController: { enabled: true },
    },
    securityProfile: {},
    oidcIssuerProfile: { enabled: false },
    metricsProfile: { costAnalysis: { enabled: false } },
    bootstrapProfile: { artifactSource: "Direct" },
    nodeProvisioningProfile: { mode: "Manual", defaultNodePools: "Auto" },
    workloadAutoScalerProfile: {},
    windowsProfile: { adminUsername: "azureuser", enableCSIProxy: true },
    networkProfile: { networkPlugin: "azure", loadBalancerSku: "standard", outboundType: "loadBalancer" },
  });
  const issuer = properties.oidcIssuerProfile as Json;
  if (issuer.enabled === true)
    issuer.issuerURL = `https://${location}.oic.prod-aks.azure.com/tenant/${uuid(id.key)}/`;
  fillNetwork(id, properties.networkProfile as Json);
  fillAddOns(id, properties, location);
  return cluster;
}

function fillNetwork({ key }: ResourceId, network: Json): void {
  fill(network, { networkDataplane: "azure", networkPolicy: "none", ipFamilies: ["IPv4"] });
  if (network.podCidr) fill(network, { podCidrs: [network.podCidr] });
  if (network.serviceCidr) fill(network, { serviceCidrs: [network.serviceCidr] });
  const address = { id: `${key}/outbound` };
  // https://learn.microsoft.com/azure/aks/load-balancer-standard
  if (network.outboundType === "loadBalancer") {
    fill(network, {
      loadBalancerProfile: {
        backendPoolType: "nodeIPConfiguration",
        allocatedOutboundPorts: 0,
        idleTimeoutInMinutes: 30,
      },
    });
    const profile = network.loadBalancerProfile as Json;
    if (!profile.outboundIPs && !profile.outboundIPPrefixes)
      fill(profile, { managedOutboundIPs: { count: 1 } });
    profile.effectiveOutboundIPs = [address];
  }
  if (network.outboundType === "managedNATGateway") {
    fill(network, { natGatewayProfile: { managedOutboundIPProfile: { count: 1 }, idleTimeoutInMinutes: 4 } });
    (network.natGatewayProfile as Json).effectiveOutboundIPs = [address];
  }
}

/** Add-ons have identities in the resource group of the nodes. */
function fillAddOns({ key }: ResourceId, properties: Json, location: string): void {
  for (const [name, profile] of Object.entries((properties.addonProfiles ?? {}) as Json)) {
    const addOn = profile as Json;
    if (addOn.enabled !== true) continue;
    fill(addOn, {
      identity: {
        resourceId: `${key}/${name}`,
        clientId: uuid(`${key}${name}c`),
        objectId: uuid(`${key}${name}o`),
      },
    });
  }
  const routing = isJson(properties.ingressProfile)
    ? (properties.ingressProfile.webAppRouting as Json | undefined)
    : undefined;
  if (routing?.enabled === true)
    fill(routing, {
      identity: {
        resourceId: `${key}/webapprouting`,
        clientId: uuid(`${key}wc`),
        objectId: uuid(`${key}wo`),
      },
      nginx: { defaultIngressControllerType: "AnnotationControlled" },
    });
  fill(properties, { identityProfile: {} });
  const identities = properties.identityProfile as Json;
  fill(identities, {
    kubeletidentity: {
      resourceId: `${key}/kubelet-${location}`,
      clientId: uuid(`${key}kc`),
      objectId: uuid(`${key}ko`),
    },
  });
}

/**
 * What AKS fills in for node pools. GPU pools get a driver. It does not fill in a workload runtime: it would be a difference in the second
 * plan of the provider's acceptance tests, which do not set it.
 *
 * @see https://github.com/hashicorp/terraform-provider-azurerm/blob/v5.2.0/internal/services/containers/kubernetes_cluster_node_pool_resource_test.go
 * @see https://learn.microsoft.com/azure/templates/microsoft.containerservice/managedclusters/agentpools
 * @see https://learn.microsoft.com/azure/aks/use-nvidia-gpu
 */
export function fillPool(pool: Json, version: string): Json {
  fill(pool, {
    count: 1,
    osType: "Linux",
    osSKU: pool.osType === "Windows" ? "Windows2022" : "Ubuntu",
    osDiskSizeGB: 128,
    osDiskType: "Managed",
    kubeletDiskType: "OS",
    maxPods: 110,
    type: "VirtualMachineScaleSets",
    scaleDownMode: "Delete",
    enableAutoScaling: false,
    enableNodePublicIP: false,
    enableFIPS: false,
    mode: "User",
    orchestratorVersion: version,
    currentOrchestratorVersion: completeVersion(pool.orchestratorVersion ?? version),
    provisioningState: "Succeeded",
    powerState: { code: "Running" },
    nodeImageVersion: "AKSAzureLinux-V3-202611.01.0",
    securityProfile: { enableVTPM: false, enableSecureBoot: false },
  });
  if (pool.scaleSetPriority !== "Spot")
    fill(pool, { upgradeSettings: { maxSurge: "10%", maxUnavailable: "0" } });
  if (/^Standard_N[CDGV]/i.test(pool.vmSize as string)) fill(pool, { gpuProfile: { driver: "Install" } });
  return pool;
}

/** A cluster as it is answered: with its node pools. */
export function withPools(cluster: Json, pools: readonly Json[]): Json {
  const agentPoolProfiles = pools.map(({ name, properties }) => ({ name, ...(copy(properties) as Json) }));
  return { ...cluster, properties: { ...(cluster.properties as Json), agentPoolProfiles } };
}

/** Credentials of a cluster without users. */
export const CREDENTIALS: Json = {
  kubeconfigs: [
    {
      name: "clusterUser",
      value: Buffer.from(
        JSON.stringify({
          apiVersion: "v1",
          kind: "Config",
          clusters: [
            {
              name: "c",
              cluster: { server: "https://c.hcp.azmk8s.io:443", "certificate-authority-data": "Y2E=" },
            },
          ],
          users: [
            { name: "u", user: { "client-certificate-data": "Y2U=", "client-key-data": "a2U=", token: "t" } },
          ],
          contexts: [{ name: "c", context: { cluster: "c", user: "u" } }],
          "current-context": "c",
        }),
      ).toString("base64"),
    },
  ],
};
