import { plain } from "../cluster/nearest";

/** A field as other tools call it, and what it is here. */
export interface Synonym {
  /** What people write: spelling habits (`instance_types`) count as the same. */
  readonly words: readonly string[];

  /** The field from the map that people write it in; where that map has no such field, the row does not count. */
  readonly field: readonly [string, ...string[]];

  /** What else tells the map from others: a field that it must have. */
  readonly beside?: string;

  /** How the field is written. */
  readonly example?: string;
}

const size = { field: ["size"], example: "size: 3, or size: { min: 3, max: 6 }" } as const;
const versions = { field: ["kubernetesVersion"], example: 'kubernetesVersion: "1.35"' } as const;

/**
 * Names of fields in eksctl, terraform-aws-eks, the Terraform providers, the clouds' own APIs, Cluster API and kOps. The first row that fits
 * a map counts.
 */
export const synonyms: readonly Synonym[] = [
  // A cluster
  {
    words: [
      "nodePools",
      "nodePool",
      "workers",
      "managedNodeGroups",
      "eksManagedNodeGroups",
      "agentPoolProfiles",
    ],
    field: ["nodeGroups"],
  },
  {
    words: ["defaultNodePool", "instanceGroups", "machinePools", "pools", "workerGroups"],
    field: ["nodeGroups"],
  },
  { words: ["version", "clusterVersion", "k8sVersion", "minMasterVersion"], ...versions },
  { words: ["location", "awsRegion"], field: ["region"] },
  { words: ["clusterName", "metadata"], field: ["name"] },
  { words: ["provider", "cloud", "type"], field: ["platform"], beside: "kubernetesVersion" },
  { words: ["vpc", "vnet", "virtualNetwork", "networking", "networkConfig"], field: ["network"] },
  { words: ["deletionProtection", "preventDestroy", "terminationProtection"], field: ["protection"] },
  { words: ["resourceGroup", "resourceGroupName"], field: ["aks", "resourceGroup"], beside: "aks" },
  { words: ["skuTier", "tier"], field: ["aks", "tier"], beside: "aks" },
  { words: ["project", "projectId"], field: ["gke", "project"], beside: "gke" },
  { words: ["releaseChannel", "automaticChannelUpgrade"], field: ["upgrades", "channel"], beside: "aks" },
  { words: ["releaseChannel", "channel"], field: ["upgrades", "channel"], beside: "gke" },
  { words: ["maintenanceWindow", "maintenancePolicy"], field: ["upgrades", "window"], beside: "aks" },
  { words: ["maintenanceWindow", "maintenancePolicy"], field: ["upgrades", "window"], beside: "gke" },
  { words: ["fargateProfiles"], field: ["eks", "fargateProfiles"], beside: "eks" },
  { words: ["addons", "clusterAddons"], field: ["eks", "addOns"], beside: "eks" },
  { words: ["cloudWatch", "logging", "monitoring"], field: ["observability"] },
  {
    words: ["logRetentionDays", "retentionDays"],
    field: ["observability", "retentionDays"],
    beside: "observability",
  },
  { words: ["secretsEncryption", "encryptionConfig", "kms"], field: ["encryption"] },
  { words: ["iam", "rbac", "endpointAccess", "privateCluster"], field: ["access"], beside: "nodeGroups" },
  {
    words: ["accessEntries", "adminGroupObjectIds", "admins"],
    field: ["access", "admins"],
    beside: "access",
  },
  {
    words: ["publicAccessCidrs", "authorizedIpRanges", "masterAuthorizedNetworks"],
    field: ["access", "publicFrom"],
    beside: "access",
  },
  { words: ["irsa", "podIdentities", "serviceAccounts"], field: ["workloadIdentities"] },
  { words: ["natGateway", "nat"], field: ["network", "egress"], beside: "aks" },
  { words: ["natGateway", "nat"], field: ["network", "nat"], beside: "network" },
  { words: ["cidr", "vpcCidr", "addressSpace"], field: ["network", "cidr"], beside: "network" },
  {
    words: ["zones", "availabilityZones", "azs", "nodeLocations"],
    field: ["network", "zones"],
    beside: "network",
  },
  { words: ["labels", "resourceLabels"], field: ["tags"], beside: "kubernetesVersion" },

  // Its network
  { words: ["availabilityZones", "azs", "nodeLocations"], field: ["zones"], beside: "cidr" },
  { words: ["vpcCidr", "cidrBlock", "addressSpace", "addressPrefix"], field: ["cidr"], beside: "zones" },
  { words: ["natGateway", "natGateways", "enableNatGateway"], field: ["egress"] },
  { words: ["natGateway", "natGateways", "enableNatGateway"], field: ["nat"] },
  { words: ["outboundType"], field: ["egress"] },
  {
    words: ["serviceIpv4Cidr", "servicesRange", "serviceIpRange", "servicesIpv4CidrBlock"],
    field: ["serviceCidr"],
  },
  { words: ["podsRange", "podIpRange", "clusterIpv4Cidr", "clusterIpv4CidrBlock"], field: ["podCidr"] },
  { words: ["vpcId", "subnets", "subnetIds", "privateSubnets"], field: ["existing"] },
  { words: ["subnetwork", "subnet", "vnetSubnetId"], field: ["existing"] },
  { words: ["vpcEndpoints"], field: ["endpoints"] },
  { words: ["datapathProvider"], field: ["dataplane"] },

  // Access
  {
    words: [
      "publicAccessCidrs",
      "authorizedIpRanges",
      "masterAuthorizedNetworks",
      "authorizedNetworks",
      "allowedCidrs",
    ],
    field: ["publicFrom"],
  },
  { words: ["adminGroupObjectIds", "adminRoleArns", "accessEntries", "administrators"], field: ["admins"] },
  {
    words: ["privateAccess", "privateCluster", "enablePrivateNodes", "endpointPrivateAccess"],
    field: ["private"],
  },
  { words: ["readers", "readOnly"], field: ["viewers"] },
  { words: ["developers", "writers"], field: ["editors"] },
  { words: ["principalArn", "roleArn", "arn", "user", "group"], field: ["principal"], beside: "namespaces" },

  // A node group
  {
    words: ["instanceTypes", "instanceType", "vmSize", "vmSizes", "nodeType", "machineType"],
    field: ["machineTypes"],
  },
  {
    words: ["desiredCapacity", "desiredSize", "nodeCount", "initialNodeCount", "count", "replicas"],
    ...size,
  },
  {
    words: ["minSize", "maxSize", "minCount", "maxCount", "minNodeCount", "maxNodeCount", "scalingConfig"],
    ...size,
  },
  { words: ["minNodes", "maxNodes", "totalMinNodeCount", "totalMaxNodeCount", "nodes"], ...size },
  { words: ["min", "max"], ...size, beside: "machineTypes" },
  {
    words: ["capacityType", "spot", "priority", "preemptible", "useSpot"],
    field: ["capacity"],
    example: "capacity: spot",
  },
  {
    words: ["volumeSize", "diskSize", "diskSizeGb", "osDiskSizeGb", "rootVolumeSize", "diskSizeGiB"],
    field: ["disk", "sizeGiB"],
    example: "disk: { sizeGiB: 100 }",
    beside: "machineTypes",
  },
  { words: ["volumeType", "diskType", "osDiskType"], field: ["disk", "type"], beside: "machineTypes" },
  {
    words: ["availabilityZones", "availabilityZone", "nodeLocations"],
    field: ["zones"],
    beside: "machineTypes",
  },
  { words: ["nodeLabels", "kubernetesLabels"], field: ["labels"] },
  { words: ["nodeTaints", "taint"], field: ["taints"] },
  { words: ["maxPodsPerNode"], field: ["maxPods"] },
  {
    words: ["amiFamily", "amiType", "imageType", "osSku", "imageFamily"],
    field: ["image", "family"],
    beside: "image",
  },
  { words: ["ami", "amiId"], field: ["image", "id"], beside: "userData" },
  { words: ["updateConfig", "upgradeSettings"], field: ["upgrade"] },
  { words: ["guestAccelerators", "accelerators", "accelerator"], field: ["gpu"] },
  { words: ["overrideBootstrapCommand", "preBootstrapCommands", "bootstrapExtraArgs"], field: ["userData"] },
  { words: ["serviceAccount"], field: ["serviceAccountEmail"], beside: "machineTypes" },

  // Smaller maps
  { words: ["size", "sizeGb", "volumeSize", "diskSize", "diskSizeGb"], field: ["sizeGiB"], beside: "type" },
  { words: ["throughput"], field: ["throughputMiBps"], beside: "iops" },
  { words: ["volumeType", "diskType"], field: ["type"], beside: "sizeGiB" },
  { words: ["minimum", "lower", "from"], field: ["min"], beside: "max" },
  { words: ["maximum", "upper", "to"], field: ["max"], beside: "min" },
  { words: ["name"], field: ["key"], beside: "effect" },
  { words: ["ebs", "disk", "disks", "persistentDisk"], field: ["block"], beside: "object" },
  { words: ["efs", "filestore", "nfs", "azureFiles"], field: ["file"], beside: "object" },
  { words: ["s3", "gcs", "blob", "buckets"], field: ["object"], beside: "block" },
  { words: ["retentionInDays", "logRetentionDays", "retention"], field: ["retentionDays"] },
  { words: ["clusterLogging", "enabledLogTypes", "enableTypes", "components"], field: ["logTypes"] },
  { words: ["kmsKeyArn", "kmsKeyId", "keyArn", "key"], field: ["keyId"] },
  { words: ["sa", "serviceAccountName"], field: ["serviceAccount"], beside: "namespace" },
  { words: ["policies", "attachPolicyArns", "rolePolicyArns"], field: ["policyArns"] },
  { words: ["policy", "attachPolicy"], field: ["statements"] },
  { words: ["roles", "iamRoles"], field: ["grants"] },
];

/** Words of other tools for a word of a field's value. */
const words: Readonly<Record<string, readonly string[]>> = {
  eks: ["aws", "amazon"],
  aks: ["azure", "azurerm"],
  gke: ["gcp", "google", "googleCloud"],
  spot: ["preemptible", "lowPriority"],
  "on-demand": ["regular"],
  "auto-provisioning": ["karpenter", "autoMode"],
};

/** The one of the allowed words that others call by this name; undefined when there is none. */
export function wordFor(value: string, allowed: readonly string[]): string | undefined {
  return allowed.find(
    (word) => Object.hasOwn(words, word) && words[word].some((other) => plain(other) === plain(value)),
  );
}

const rows = new Map<string, Synonym[]>();
for (const row of synonyms) {
  for (const word of row.words) rows.set(plain(word), [...(rows.get(plain(word)) ?? []), row]);
}

/** What a field of another tool is in a map of these fields; undefined when nobody calls anything that. */
export function synonymOf(word: string, allowed: readonly string[]): Synonym | undefined {
  const fits = (name: string | undefined) => name === undefined || allowed.includes(name);
  return rows.get(plain(word))?.find(({ field, beside }) => fits(field[0]) && fits(beside));
}
