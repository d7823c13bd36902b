import { fill, isJson, type Json, addMissing } from "../rest/json";

/** A certificate that is none. */
const CERTIFICATE = Buffer.from(
  "-----BEGIN CERTIFICATE-----\nemulator\n-----END CERTIFICATE-----\n",
).toString("base64");

/** The complete version that GKE answers for a minor, and the default. Any release of the minor is valid. */
export const completeVersion = (wanted: unknown): string => {
  const text =
    typeof wanted === "string" && wanted !== "" && wanted !== "latest" && wanted !== "-" ? wanted : "1.35";
  if (/^\d+\.\d+$/.test(text)) return `${text}.3-gke.1234000`;
  return /^\d+\.\d+\.\d+$/.test(text) ? `${text}-gke.1234000` : text;
};

/** Fields that only contain others. */
const CONTAINERS = [
  "addonsConfig",
  "ipAllocationPolicy",
  "masterAuth",
  "monitoringConfig",
  "networkConfig",
  "nodeConfigDefaults",
  "nodePoolDefaults",
];

/**
 * Values that GKE fills in for fields without a value. Fields with the value false are not in its answers.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters
 * @see https://github.com/hashicorp/terraform-provider-google/blob/v7.45.0/google/services/container/resource_container_cluster_test.go
 */
export function fillCluster(cluster: Json, project: string, location: string): Json {
  const name = cluster.name as string;
  const isZone = /-[a-z]$/.test(location);
  const isAutopilot = isJson(cluster.autopilot) && cluster.autopilot.enabled === true;
  const version = completeVersion(cluster.initialClusterVersion);
  const zones = isZone ? [location] : ["a", "b", "c"].map((zone) => `${location}-${zone}`);
  const defaults: Json = {
    selfLink: `https://container.googleapis.com/v1/projects/${project}/locations/${location}/clusters/${name}`,
    location,
    zone: location,
    status: "RUNNING",
    id: "c1",
    etag: "e1",
    createTime: "2026-11-29T00:00:00+00:00",
    endpoint: "203.0.113.200",
    locations: zones,
    currentMasterVersion: version,
    currentNodeVersion: version,
    masterAuth: { clusterCaCertificate: CERTIFICATE, clientCertificateConfig: {} },
    labelFingerprint: "l1",
    clusterIpv4Cidr: "10.4.0.0/14",
    servicesIpv4Cidr: "10.8.0.0/20",
    loggingService: "logging.googleapis.com/kubernetes",
    monitoringService: "monitoring.googleapis.com/kubernetes",
    legacyAbac: {},
    autopilot: {},
    addonsConfig: {
      gcePersistentDiskCsiDriverConfig: { enabled: true },
      networkPolicyConfig: { disabled: true },
      kubernetesDashboard: { disabled: true },
      dnsCacheConfig: isAutopilot ? { enabled: true } : {},
      gcsFuseCsiDriverConfig: {},
      gcpFilestoreCsiDriverConfig: isAutopilot ? { enabled: true } : {},
    },
    anonymousAuthenticationConfig: { mode: "ENABLED" },
    autoscaling: { autoscalingProfile: "BALANCED" },
    binaryAuthorization: {},
    databaseEncryption: { state: "DECRYPTED", currentState: "CURRENT_STATE_DECRYPTED" },
    defaultMaxPodsConstraint: { maxPodsPerNode: "110" },
    enterpriseConfig: { clusterTier: "STANDARD" },
    ipAllocationPolicy: {
      stackType: "IPV4",
      podCidrOverprovisionConfig: {},
      defaultPodIpv4RangeUtilization: 0.05,
    },
    loggingConfig: { componentConfig: { enableComponents: ["SYSTEM_COMPONENTS", "WORKLOADS"] } },
    monitoringConfig: {
      componentConfig: { enableComponents: ["SYSTEM_COMPONENTS"] },
      managedPrometheusConfig: { enabled: true, autoMonitoringConfig: { scope: "NONE" } },
      advancedDatapathObservabilityConfig: {},
    },
    networkConfig: { defaultSnatStatus: {}, serviceExternalIpsConfig: {} },
    nodePoolDefaults: {
      nodeConfigDefaults: {
        loggingConfig: { variantConfig: { variant: "DEFAULT" } },
        nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: false },
      },
    },
    notificationConfig: { pubsub: {} },
    podAutoscaling: { hpaProfile: "HPA_PROFILE_UNSPECIFIED" },
    privateClusterConfig: {},
    rbacBindingConfig: {
      enableInsecureBindingSystemAuthenticated: true,
      enableInsecureBindingSystemUnauthenticated: true,
    },
    releaseChannel: { channel: "REGULAR" },
    securityPostureConfig: { mode: "BASIC", vulnerabilityMode: "VULNERABILITY_DISABLED" },
    shieldedNodes: { enabled: true },
    secretManagerConfig: {},
    userManagedKeysConfig: {},
    verticalPodAutoscaling: {},
  };
  addMissing(cluster, defaults, CONTAINERS);
  fillNetwork(cluster, project, name);
  if (isAutopilot) fill(cluster, AUTOPILOT);
  if (isAutopilot) (cluster.autoscaling as Json).enableNodeAutoprovisioning = true;
  return cluster;
}

/**
 * What GKE fills in for Autopilot.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/resources/autopilot-standard-feature-comparison
 */
const AUTOPILOT: Json = {
  autoscaling: {
    enableNodeAutoprovisioning: true,
    resourceLimits: [
      { resourceType: "cpu", maximum: "1000000000" },
      { resourceType: "memory", maximum: "1000000000" },
    ],
    autoprovisioningNodePoolDefaults: {
      imageType: "COS_CONTAINERD",
      serviceAccount: "default",
      management: { autoUpgrade: true, autoRepair: true },
      upgradeSettings: { maxSurge: 1, strategy: "SURGE" },
    },
  },
  verticalPodAutoscaling: { enabled: true },
  networkConfig: {
    datapathProvider: "ADVANCED_DATAPATH",
    dnsConfig: {
      clusterDns: "CLOUD_DNS",
      clusterDnsScope: "CLUSTER_SCOPE",
      clusterDnsDomain: "cluster.local",
    },
    gatewayApiConfig: { channel: "CHANNEL_STANDARD" },
  },
  nodePoolAutoConfig: { nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: false } },
};

function fillNetwork(cluster: Json, project: string, name: string): void {
  const network = cluster.networkConfig as Json;
  const wanted = cluster.privateClusterConfig as Json;
  network.network = withoutHost(
    cluster.network ?? network.network ?? `projects/${project}/global/networks/default`,
  );
  network.subnetwork = withoutHost(cluster.subnetwork ?? network.subnetwork);
  cluster.network = (network.network as string).split("/").pop();
  cluster.subnetwork = (network.subnetwork as string | undefined)?.split("/").pop();
  if (wanted.enablePrivateNodes === true) network.defaultEnablePrivateNodes = true;
  const ip = fill((cluster.ipAllocationPolicy ?? {}) as Json, {});
  if (ip.useIpAliases === true) {
    const range = cluster.clusterIpv4Cidr;
    fill(ip, {
      clusterIpv4CidrBlock: range,
      clusterIpv4Cidr: range,
      servicesIpv4CidrBlock: cluster.servicesIpv4Cidr,
      servicesIpv4Cidr: cluster.servicesIpv4Cidr,
    });
  }
  fill(cluster, {
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { endpoint: `gke-${name}-123456789012.europe-west3.gke.goog` },
      ipEndpointsConfig: {
        enabled: true,
        enablePublicEndpoint: wanted.enablePrivateEndpoint !== true,
        ...(isJson(wanted.masterGlobalAccessConfig) && {
          globalAccess: wanted.masterGlobalAccessConfig.enabled,
        }),
        publicEndpoint: "203.0.113.200",
        privateEndpoint: "10.0.0.2",
        authorizedNetworksConfig: {},
      },
    },
  });
}

const withoutHost = (reference: unknown) =>
  typeof reference === "string"
    ? reference.replace(/^https:\/\/www\.googleapis\.com\/compute\/v1\//, "")
    : undefined;

/** A group of machines of a node pool, as the URL of its manager. */
export const instanceGroup = (project: string, zone: string, cluster: string, pool: string): string =>
  `https://www.googleapis.com/compute/v1/projects/${project}/zones/${zone}/instanceGroupManagers/gke-${cluster}-${pool}-grp`;

/**
 * Values that GKE fills in for node pools.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters.nodePools
 * @see https://github.com/hashicorp/terraform-provider-google/blob/v7.45.0/google/services/container/resource_container_node_pool_test.go.tmpl
 */
export function fillPool(pool: Json, cluster: Json, project: string): Json {
  const config = addMissing((pool.config ?? {}) as Json, {
    machineType: "e2-medium",
    imageType: "COS_CONTAINERD",
    metadata: { "disable-legacy-endpoints": "true" },
    oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"],
    serviceAccount: "default",
    shieldedInstanceConfig: { enableIntegrityMonitoring: true },
    windowsNodeConfig: {},
    kubeletConfig: { insecureKubeletReadonlyPortEnabled: false },
    effectiveCgroupMode: "EFFECTIVE_CGROUP_MODE_V2",
  });
  fillDisks(config);
  fillAccelerators(config);
  const model = config.spot === true ? "spot" : "on-demand";
  // System labels of GKE: https://cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels
  fill(config, { resourceLabels: { "goog-gke-node-pool-provisioning-model": model } });
  const network = cluster.networkConfig as Json;
  const ip = cluster.ipAllocationPolicy as Json;
  pool.networkConfig ??= {};
  addMissing(
    pool,
    {
      config,
      selfLink: `${cluster.selfLink as string}/nodePools/${pool.name as string}`,
      status: "RUNNING",
      etag: "e1",
      version: completeVersion(cluster.currentMasterVersion),
      locations: cluster.locations,
      autoscaling: {},
      management: { autoRepair: true, autoUpgrade: true },
      maxPodsConstraint: cluster.defaultMaxPodsConstraint,
      podIpv4CidrSize: 24,
      networkConfig: {
        podIpv4CidrBlock: cluster.clusterIpv4Cidr,
        podRange: ip.clusterSecondaryRangeName ?? `gke-${cluster.name as string}-pods`,
        ...(network.defaultEnablePrivateNodes === true && { enablePrivateNodes: true }),
        ...(network.subnetwork !== undefined && { subnetwork: network.subnetwork }),
      },
      upgradeSettings: { maxSurge: 1, strategy: "SURGE" },
    },
    ["networkConfig"],
  );
  pool.instanceGroupUrls = (pool.locations as string[]).map((zone) =>
    instanceGroup(project, zone, cluster.name as string, pool.name as string),
  );
  return pool;
}

/** GKE answers disks in both forms. */
function fillDisks(config: Json): void {
  const disk = fill((config.bootDisk ?? {}) as Json, {
    diskType: config.diskType ?? "pd-balanced",
    sizeGb: String((config.diskSizeGb as number | undefined) ?? 100),
  });
  config.bootDisk = disk;
  fill(config, { diskType: disk.diskType, diskSizeGb: Number(disk.sizeGb) });
  const included = /-(\d+)-lssd$/.exec(config.machineType as string)?.[1];
  // Machine types with local SSDs have them as ephemeral storage: https://cloud.google.com/kubernetes-engine/docs/how-to/persistent-volumes/local-ssd
  if (included && !isJson(config.localNvmeSsdBlockConfig))
    fill(config, { ephemeralStorageLocalSsdConfig: { localSsdCount: Math.max(1, Number(included) / 4) } });
}

/** Without a setting, GKE installs the driver: https://cloud.google.com/kubernetes-engine/docs/how-to/gpus#create */
function fillAccelerators(config: Json): void {
  if (!Array.isArray(config.accelerators)) return;
  for (const accelerator of config.accelerators as Json[])
    fill(accelerator, { gpuDriverInstallationConfig: { gpuDriverVersion: "DEFAULT" } });
}
