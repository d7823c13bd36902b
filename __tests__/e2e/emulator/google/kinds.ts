import { fill, type Json } from "../rest/json";
import { computeItem, type Kind, regional } from "./kind";
import { machineKinds } from "./machine-kinds";

/**
 * The collections that the stacks use, with the default values of their APIs.
 *
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/networks
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/subnetworks
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/routers
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/firewalls
 * @see https://cloud.google.com/compute/docs/reference/rest/v1/addresses
 * @see https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys
 * @see https://cloud.google.com/dns/docs/reference/rest/v1/managedZones
 * @see https://cloud.google.com/filestore/docs/reference/rest/v1/projects.locations.instances
 * @see https://cloud.google.com/kubernetes-engine/docs/add-on/backup-for-gke/reference/rest/v1/projects.locations.backupPlans
 * @see https://cloud.google.com/logging/docs/reference/v2/rest/v2/projects.sinks
 * @see https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts
 */
export const kinds: readonly Kind[] = [
  {
    service: "compute",
    collection: "projects/*/global/networks",
    operation: "compute",
    defaults: (_, context) => ({
      ...computeItem(context),
      mtu: 1460,
      routingConfig: { routingMode: "REGIONAL", bgpBestPathSelectionMode: "LEGACY" },
      networkFirewallPolicyEnforcementOrder: "AFTER_CLASSIC_FIREWALL",
    }),
  },
  {
    service: "compute",
    collection: "projects/*/regions/*/subnetworks",
    operation: "compute",
    defaults: (item, context) => ({
      ...regional(context),
      gatewayAddress: String(item.ipCidrRange).replace(/\d+\/\d+$/, "1"),
      purpose: "PRIVATE",
      stackType: "IPV4_ONLY",
      privateIpGoogleAccess: false,
      privateIpv6GoogleAccess: "DISABLE_GOOGLE_ACCESS",
      enableFlowLogs: false,
      ...(item.ipv6AccessType === "EXTERNAL" && { externalIpv6Prefix: "2600:1901:0:1234:0:0:0:0/64" }),
      ...(item.ipv6AccessType === "INTERNAL" && { internalIpv6Prefix: "fd20:b4d:d5a6:0:0:0:0:0/64" }),
    }),
  },
  {
    service: "compute",
    collection: "projects/*/regions/*/routers",
    operation: "compute",
    defaults: (_, context) => ({ ...regional(context), encryptedInterconnectRouter: false }),
  },
  {
    service: "compute",
    collection: "projects/*/global/firewalls",
    operation: "compute",
    defaults: (_, context) => ({
      ...computeItem(context),
      direction: "INGRESS",
      priority: 1000,
      disabled: false,
      logConfig: { enable: false },
    }),
  },
  {
    service: "compute",
    collection: "projects/*/regions/*/addresses",
    operation: "compute",
    defaults: (_, context) => ({
      ...regional(context),
      address: `203.0.113.${context.number % 250}`,
      addressType: "EXTERNAL",
      ipVersion: "IPV4",
      networkTier: "PREMIUM",
      status: "RESERVED",
      labelFingerprint: `l${context.number}=`,
    }),
  },
  {
    service: "kms",
    collection: "projects/*/locations/*/keyRings",
    idParameter: "keyRingId",
    fullName: true,
    operation: "none",
  },
  {
    service: "kms",
    collection: "projects/*/locations/*/keyRings/*/cryptoKeys",
    idParameter: "cryptoKeyId",
    fullName: true,
    operation: "none",
    defaults: (_, { name }) => ({
      primary: { name: `${name}/cryptoKeyVersions/1`, state: "ENABLED" },
      // 30 days: https://cloud.google.com/kms/docs/destroy-restore
      destroyScheduledDuration: "2592000s",
      versionTemplate: { algorithm: "GOOGLE_SYMMETRIC_ENCRYPTION", protectionLevel: "SOFTWARE" },
    }),
  },
  {
    service: "dns",
    collection: "projects/*/managedZones",
    operation: "none",
    defaults: (_, { number }) => ({
      id: String(number),
      creationTime: "2026-11-29T00:00:00.000Z",
      nameServers: ["ns-gcp-private.googledomains.com."],
      cloudLoggingConfig: { enableLogging: false },
      visibility: "public",
    }),
  },
  {
    service: "filestore",
    collection: "projects/*/locations/*/instances",
    idParameter: "instanceId",
    fullName: true,
    operation: "long-running",
    defaults: (item) => {
      for (const network of item.networks as Json[])
        fill(network, { ipAddresses: ["10.20.0.2"], reservedIpRange: "10.20.0.0/24" });
      return { state: "READY", protocol: "NFS_V3", etag: "1", createTime: "2026-11-29T00:00:00Z" };
    },
  },
  {
    service: "gkebackup",
    collection: "projects/*/locations/*/backupPlans",
    idParameter: "backupPlanId",
    fullName: true,
    operation: "long-running",
    defaults: (_, { number }) => ({
      uid: String(number),
      etag: "1",
      state: "READY",
      deactivated: false,
      protectedPodCount: 0,
    }),
  },
  {
    service: "pubsub",
    collection: "projects/*/topics",
    fullName: true,
    operation: "none",
    deletable: "always",
  },
  {
    service: "logging",
    collection: "projects/*/locations/*/buckets",
    idParameter: "bucketId",
    fullName: true,
    operation: "long-running",
    defaults: () => ({ lifecycleState: "ACTIVE", retentionDays: 30 }),
    deletable: "always",
  },
  {
    service: "logging",
    collection: "projects/*/sinks",
    operation: "none",
    defaults: () => ({
      writerIdentity: "serviceAccount:service-123456789012@gcp-sa-logging.iam.gserviceaccount.com",
    }),
  },
  {
    service: "iam",
    collection: "projects/*/serviceAccounts",
    fullName: true,
    operation: "none",
    deletable: "always",
  },
];

/** The kind of a collection. */
export const kindOf = (service: string, collection: string): Kind | undefined =>
  [...kinds, ...machineKinds].find(
    (kind) => kind.service === service && matches(kind.collection, collection),
  );

const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replaceAll("*", "[^/]+")}$`).test(path);
