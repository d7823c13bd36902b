import { createHash } from "node:crypto";
import { fill, type Json } from "../rest/json";
import { type ResourceId } from "./resource-id";
import { TENANT } from "./identity";
import { machineProperties } from "./machine-defaults";

/** A UUID that is the same for the same text. */
export function uuid(text: string): string {
  const hex = createHash("sha256").update(text.toLowerCase()).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** The properties that Azure fills in, by the type of the resource in lower case. */
const properties: Readonly<Record<string, (id: ResourceId, item: Json) => Json>> = {
  // https://learn.microsoft.com/azure/templates/microsoft.network/publicipaddresses
  "microsoft.network/publicipaddresses": ({ key }) => ({
    ipAddress: `203.0.113.${parseInt(uuid(key).slice(0, 2), 16) % 250}`,
    publicIPAddressVersion: "IPv4",
    idleTimeoutInMinutes: 4,
    ddosSettings: { protectionMode: "VirtualNetworkInherited" },
  }),
  // https://learn.microsoft.com/azure/templates/microsoft.network/natgateways
  "microsoft.network/natgateways": () => ({ idleTimeoutInMinutes: 4 }),
  // https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks
  "microsoft.network/virtualnetworks": ({ key }) => ({
    resourceGuid: uuid(key),
    privateEndpointVNetPolicies: "Disabled",
    enableDdosProtection: false,
  }),
  // https://learn.microsoft.com/azure/templates/microsoft.network/virtualnetworks/subnets
  "microsoft.network/virtualnetworks/subnets": () => ({
    privateEndpointNetworkPolicies: "Disabled",
    privateLinkServiceNetworkPolicies: "Enabled",
    delegations: [],
  }),
  "microsoft.network/privatednszones": () => ({
    maxNumberOfRecordSets: 25_000,
    maxNumberOfVirtualNetworkLinks: 1000,
    maxNumberOfVirtualNetworkLinksWithRegistration: 100,
    numberOfRecordSets: 1,
  }),
  // https://learn.microsoft.com/azure/dns/dns-zones-records#soa-records
  "microsoft.network/privatednszones/soa": ({ parent }) => ({
    ttl: 3600,
    fqdn: `${parent.split("/").at(-1)!}.`,
    isAutoRegistered: false,
    soaRecord: {
      email: "azureprivatedns-host.microsoft.com",
      host: "azureprivatedns.net",
      serialNumber: 1,
      refreshTime: 3600,
      retryTime: 300,
      expireTime: 2_419_200,
      minimumTtl: 10,
    },
  }),
  "microsoft.network/privatednszones/virtualnetworklinks": () => ({
    virtualNetworkLinkState: "Completed",
    resolutionPolicy: "Default",
  }),
  "microsoft.network/virtualnetworks/virtualnetworkpeerings": () => ({
    peeringState: "Connected",
    peeringSyncLevel: "FullyInSync",
    peerCompleteVnets: true,
  }),
  "microsoft.managedidentity/userassignedidentities": ({ key }) => ({
    principalId: uuid(`${key} principal`),
    clientId: uuid(`${key} client`),
    tenantId: TENANT,
  }),
  // https://learn.microsoft.com/azure/templates/microsoft.operationalinsights/workspaces
  "microsoft.operationalinsights/workspaces": ({ key }) => ({
    customerId: uuid(key),
    retentionInDays: 30,
    sku: { name: "PerGB2018" },
    features: { enableLogAccessUsingOnlyResourcePermissions: true, disableLocalAuth: false },
    workspaceCapping: { dailyQuotaGb: -1 },
    publicNetworkAccessForIngestion: "Enabled",
    publicNetworkAccessForQuery: "Enabled",
  }),
  "microsoft.monitor/accounts": ({ key }) => ({
    accountId: uuid(key),
    publicNetworkAccess: "Enabled",
    metrics: { prometheusQueryEndpoint: "https://metrics.prometheus.monitor.azure.com", internalId: "m" },
    defaultIngestionSettings: {
      dataCollectionEndpointResourceId: `${key}/dce`,
      dataCollectionRuleResourceId: `${key}/dcr`,
    },
  }),
  "microsoft.insights/datacollectionrules": ({ key }) => ({
    immutableId: `dcr-${uuid(key).replaceAll("-", "")}`,
  }),
  "microsoft.insights/datacollectionendpoints": ({ key }) => ({
    immutableId: `dce-${uuid(key).replaceAll("-", "")}`,
    configurationAccess: { endpoint: "https://endpoint.handler.control.monitor.azure.com" },
    logsIngestion: { endpoint: "https://endpoint.ingest.monitor.azure.com" },
    metricsIngestion: { endpoint: "https://endpoint.metrics.ingest.monitor.azure.com" },
    networkAcls: { publicNetworkAccess: "Enabled" },
  }),
  // https://learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts
  "microsoft.storage/storageaccounts": ({ name }, item) => ({
    primaryLocation: item.location,
    statusOfPrimary: "available",
    accessTier: "Hot",
    primaryEndpoints: Object.fromEntries(
      ["blob", "file", "queue", "table", "dfs", "web"].map((service) => [
        service,
        `https://${name}.${service}.core.windows.net/`,
      ]),
    ),
    supportsHttpsTrafficOnly: true,
    allowSharedKeyAccess: true,
    publicNetworkAccess: "Enabled",
    networkAcls: { bypass: "AzureServices", defaultAction: "Allow", virtualNetworkRules: [], ipRules: [] },
    encryption: {
      keySource: "Microsoft.Storage",
      services: { blob: { enabled: true, keyType: "Account" }, file: { enabled: true, keyType: "Account" } },
    },
  }),
  "microsoft.storage/storageaccounts/fileservices/shares": () => ({
    accessTier: "TransactionOptimized",
    shareQuota: 1024,
  }),
  "microsoft.storage/storageaccounts/blobservices/containers": () => ({
    publicAccess: "None",
    hasImmutabilityPolicy: false,
    hasLegalHold: false,
    defaultEncryptionScope: "$account-encryption-key",
  }),
  "microsoft.compute/diskencryptionsets": () => ({ encryptionType: "EncryptionAtRestWithCustomerKey" }),
  "microsoft.dataprotection/backupvaults": () => ({
    securitySettings: { softDeleteSettings: { state: "On", retentionDurationInDays: 14 } },
    featureSettings: {},
  }),
  "microsoft.dataprotection/backupvaults/backupinstances": () => ({
    protectionStatus: { status: "ProtectionConfigured" },
    currentProtectionState: "ProtectionConfigured",
  }),
  "microsoft.netapp/netappaccounts/capacitypools": ({ key }) => ({
    poolId: uuid(key),
    qosType: "Auto",
    encryptionType: "Single",
  }),
  "microsoft.netapp/netappaccounts/capacitypools/volumes": () => ({
    mountTargets: [{ ipAddress: "10.69.200.4" }],
    networkFeatures: "Standard",
    securityStyle: "unix",
    snapshotDirectoryVisible: true,
    throughputMibps: 512,
    unixPermissions: "0770",
    encryptionKeySource: "Microsoft.NetApp",
    coolAccess: false,
  }),
  "microsoft.network/privateendpoints": ({ key, name }) => ({
    customDnsConfigs: [],
    networkInterfaces: [
      { id: `${key.replace(/privateendpoints\/.*/, "networkInterfaces")}/${name}.nic.${uuid(key)}` },
    ],
  }),
  // https://learn.microsoft.com/rest/api/kubernetesconfiguration/extensions/extensions/get
  "microsoft.kubernetesconfiguration/extensions": ({ key }) => ({
    currentVersion: "1.0.0",
    autoUpgradeMinorVersion: true,
    aksAssignedIdentity: { type: "SystemAssigned", principalId: uuid(`${key}/identity`), tenantId: TENANT },
  }),
};

/** Fills in what Azure answers for any resource, and for those of a type. */
export function fillResource(id: ResourceId, item: Json): Json {
  Object.assign(item, { id: id.id, name: id.name, type: id.type });
  fill(item, { properties: { provisioningState: "Succeeded" } });
  const more = (properties[id.type] ?? machineProperties[id.type])?.(id, item);
  if (more) fill(item.properties as Json, more);
  fillIdentity(id, item);
  return item;
}

/** The identities of a resource, with their principals. */
function fillIdentity({ key }: ResourceId, item: Json): void {
  const identity = item.identity as Json | undefined;
  if (!identity) return;
  if (String(identity.type).includes("SystemAssigned"))
    fill(identity, { principalId: uuid(`${key} principal`), tenantId: TENANT });
  for (const [id, value] of Object.entries((identity.userAssignedIdentities ?? {}) as Json)) {
    const path = id.toLowerCase();
    const filled = { principalId: uuid(`${path} principal`), clientId: uuid(`${path} client`) };
    (identity.userAssignedIdentities as Json)[id] = { ...(value as Json), ...filled };
  }
}
