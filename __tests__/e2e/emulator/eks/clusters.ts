import { createHash, randomBytes, randomInt } from "node:crypto";
import {
  type Cluster,
  type CreateClusterRequest,
  type KubernetesNetworkConfigRequest,
  type KubernetesNetworkConfigResponse,
  type LogSetup,
  type Update,
  type UpdateClusterConfigRequest,
  type UpdateClusterVersionRequest,
} from "@aws-sdk/client-eks";
import { type Subnet } from "@aws-sdk/client-ec2";
import { CreateLogGroupCommand, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { arn, type ClusterRecord, type EksBackend, findCluster, recordUpdate } from "./backend";
import { requireRole, requireSecretsKey, requireSubnets } from "./checks";
import { createClusterSecurityGroup, deleteClusterSecurityGroup } from "./cluster-security-group";
import { inUse, invalidParameter, invalidRequest, notFound } from "./errors";
import { AUTHENTICATION_MODES, LOG_TYPES, TRUSTED_BY } from "./facts";
import { type Call } from "./call";

export async function createCluster({ eks, body }: Call<CreateClusterRequest>) {
  const name = body.name ?? "";
  if (!/^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/.test(name))
    throw invalidParameter(`Cluster name ${name} is not valid.`);
  if (eks.clusters.has(name)) throw inUse(`Cluster already exists with name: ${name}`);
  const version = requireVersion(body.version ?? "1.34");
  const vpcConfig = body.resourcesVpcConfig ?? {};
  const subnets = await requireSubnets(eks, vpcConfig.subnetIds ?? []);
  if (new Set(subnets.map((subnet) => subnet.AvailabilityZone)).size < 2) {
    throw invalidParameter("Subnets specified must be in at least two different AZs");
  }
  await requireRole(eks, body.roleArn, TRUSTED_BY.cluster);
  for (const { provider } of body.encryptionConfig ?? []) await requireSecretsKey(eks, provider?.keyArn);
  const endpoints = endpointAccess(vpcConfig);
  const networkConfig = serviceNetwork(body.kubernetesNetworkConfig, subnets);

  const vpcId = subnets[0].VpcId!;
  const logging = logSetups(body.logging?.clusterLogging);
  await ensureLogGroup(eks, name, logging);
  const clusterSecurityGroupId = await createClusterSecurityGroup(eks, name, vpcId);
  const id = randomBytes(16).toString("hex").toUpperCase();
  const cluster: ClusterRecord["cluster"] = {
    name,
    arn: arn(eks, "cluster", name),
    createdAt: new Date(),
    version,
    platformVersion: "eks.1",
    status: "ACTIVE",
    endpoint: `https://${id}.gr7.${eks.region}.eks.amazonaws.com`,
    certificateAuthority: { data: Buffer.from(fakeCertificate(name)).toString("base64") },
    identity: { oidc: { issuer: `https://oidc.eks.${eks.region}.amazonaws.com/id/${id}` } },
    roleArn: body.roleArn,
    resourcesVpcConfig: {
      subnetIds: vpcConfig.subnetIds,
      securityGroupIds: vpcConfig.securityGroupIds ?? [],
      clusterSecurityGroupId,
      vpcId,
      ...endpoints,
    },
    kubernetesNetworkConfig: networkConfig,
    accessConfig: {
      authenticationMode: body.accessConfig?.authenticationMode ?? "CONFIG_MAP",
      bootstrapClusterCreatorAdminPermissions:
        body.accessConfig?.bootstrapClusterCreatorAdminPermissions ?? true,
    },
    encryptionConfig: body.encryptionConfig,
    logging: { clusterLogging: logging },
    upgradePolicy: { supportType: body.upgradePolicy?.supportType ?? "EXTENDED" },
    zonalShiftConfig: { enabled: body.zonalShiftConfig?.enabled ?? false },
    computeConfig: body.computeConfig,
    storageConfig: body.storageConfig,
    remoteNetworkConfig: body.remoteNetworkConfig,
    // "The default tier" of a request without one: https://docs.aws.amazon.com/eks/latest/userguide/eks-provisioned-control-plane.html
    controlPlaneScalingConfig: { tier: body.controlPlaneScalingConfig?.tier ?? "standard" },
    deletionProtection: body.deletionProtection ?? false,
    health: { issues: [] },
    tags: body.tags ?? {},
  };
  eks.clusters.set(name, {
    cluster,
    selfManagedAddOns: body.bootstrapSelfManagedAddons ?? true,
    nodeGroups: new Map(),
    fargateProfiles: new Map(),
    addOns: new Map(),
    accessEntries: new Map(),
    capabilities: new Map(),
    podIdentities: new Map(),
    updates: new Map(),
  });
  return { cluster: { ...cluster, status: "CREATING" } satisfies Cluster };
}

export function describeCluster({ eks, path }: Call) {
  return { cluster: findCluster(eks, path.cluster).cluster };
}

export function listClusters({ eks }: Call) {
  return { clusters: [...eks.clusters.keys()].sort() };
}

export async function deleteCluster({ eks, path }: Call) {
  const { cluster, nodeGroups, fargateProfiles } = findCluster(eks, path.cluster);
  if (nodeGroups.size > 0) throw inUse("Cluster has nodegroups attached");
  if (fargateProfiles.size > 0) throw inUse("Cluster has Fargate profiles attached");
  if (cluster.deletionProtection) {
    throw invalidRequest(`Cluster ${cluster.name} can not be deleted while deletion protection is enabled.`);
  }
  await deleteClusterSecurityGroup(eks, cluster.resourcesVpcConfig!.clusterSecurityGroupId!);
  eks.clusters.delete(cluster.name);
  return { cluster: { ...cluster, status: "DELETING" } satisfies Cluster };
}

export async function updateClusterConfig({ eks, path, body }: Call<UpdateClusterConfigRequest>) {
  const record = findCluster(eks, path.cluster);
  const { cluster } = record;
  if (body.resourcesVpcConfig) {
    const { subnetIds, securityGroupIds } = body.resourcesVpcConfig;
    if (subnetIds) await requireSubnets(eks, subnetIds, cluster.resourcesVpcConfig!.vpcId);
    const endpoints = endpointAccess({ ...cluster.resourcesVpcConfig, ...body.resourcesVpcConfig });
    Object.assign(
      cluster.resourcesVpcConfig!,
      endpoints,
      subnetIds && { subnetIds },
      securityGroupIds && { securityGroupIds },
    );
    return { update: recordUpdate(record, "EndpointAccessUpdate", endpoints) };
  }
  if (body.logging) {
    cluster.logging = {
      clusterLogging: logSetups([
        ...(cluster.logging?.clusterLogging ?? []),
        ...(body.logging.clusterLogging ?? []),
      ]),
    };
    await ensureLogGroup(eks, cluster.name, cluster.logging.clusterLogging!);
    return { update: recordUpdate(record, "LoggingUpdate", { ClusterLogging: body.logging }) };
  }
  if (body.accessConfig) {
    const [from, to] = [cluster.accessConfig!, body.accessConfig].map(({ authenticationMode }) =>
      AUTHENTICATION_MODES.indexOf(authenticationMode!),
    );
    if (to < from) throw invalidParameter("Unsupported authentication mode update");
    cluster.accessConfig!.authenticationMode = body.accessConfig.authenticationMode;
    return {
      update: recordUpdate(record, "AccessConfigUpdate", {
        AuthenticationMode: body.accessConfig.authenticationMode,
      }),
    };
  }
  if (body.upgradePolicy) {
    cluster.upgradePolicy = body.upgradePolicy;
    return { update: recordUpdate(record, "UpgradePolicyUpdate", { UpgradePolicy: body.upgradePolicy }) };
  }
  if (body.zonalShiftConfig) {
    cluster.zonalShiftConfig = body.zonalShiftConfig;
    return {
      update: recordUpdate(record, "ZonalShiftConfigUpdate", { ZonalShiftConfig: body.zonalShiftConfig }),
    };
  }
  if (body.deletionProtection !== undefined) {
    cluster.deletionProtection = body.deletionProtection;
    return {
      update: recordUpdate(record, "DeletionProtectionUpdate", {
        UpdatedDeletionProtection: body.deletionProtection,
      }),
    };
  }
  if (body.controlPlaneScalingConfig) {
    cluster.controlPlaneScalingConfig = body.controlPlaneScalingConfig;
    return { update: recordUpdate(record, "ControlPlaneScalingConfigUpdate", {}) };
  }
  if (body.remoteNetworkConfig) {
    cluster.remoteNetworkConfig = body.remoteNetworkConfig;
    return {
      update: recordUpdate(record, "RemoteNetworkConfigUpdate", {
        RemoteNetworkConfig: body.remoteNetworkConfig,
      }),
    };
  }
  if (body.computeConfig || body.storageConfig || body.kubernetesNetworkConfig)
    return { update: updateAutoMode(record, body) };
  throw invalidParameter("No changes needed for the config provided.");
}

/** https://docs.aws.amazon.com/eks/latest/userguide/auto-enable-existing.html: the three settings change together. */
function updateAutoMode(record: ClusterRecord, body: UpdateClusterConfigRequest): Update {
  const { cluster } = record;
  const { computeConfig, storageConfig, kubernetesNetworkConfig: network } = body;
  const enabled = [
    computeConfig?.enabled,
    storageConfig?.blockStorage?.enabled,
    network?.elasticLoadBalancing?.enabled,
  ].map((one) => one ?? false);
  if (new Set(enabled).size > 1)
    throw invalidParameter(
      "For EKS Auto Mode, please ensure that all required configs, including computeConfig, kubernetesNetworkConfig, and blockStorage are all either fully enabled or fully disabled.",
    );
  cluster.computeConfig = { ...cluster.computeConfig, ...computeConfig };
  if (!enabled[0]) cluster.computeConfig = { enabled: false };
  cluster.storageConfig = { ...cluster.storageConfig, ...storageConfig };
  cluster.kubernetesNetworkConfig!.elasticLoadBalancing = { enabled: enabled[0] };
  return recordUpdate(record, "AutoModeUpdate", {});
}

export function updateClusterVersion({ eks, path, body }: Call<UpdateClusterVersionRequest>) {
  const record = findCluster(eks, path.cluster);
  const version = requireVersion(body.version!);
  const steps = minor(version) - minor(record.cluster.version);
  if (steps !== 1)
    throw invalidParameter(
      `Unsupported Kubernetes minor version update from ${record.cluster.version} to ${version}`,
    );
  record.cluster.version = version;
  return { update: recordUpdate(record, "VersionUpdate", { Version: version }) };
}

export function describeUpdate({ eks, path }: Call) {
  const update = findCluster(eks, path.cluster).updates.get(path.update);
  if (!update) throw notFound(`No update found for ID: ${path.update}`);
  return { update };
}

export function listUpdates({ eks, path }: Call) {
  return { updateIds: [...findCluster(eks, path.cluster).updates.keys()] };
}

/** The minor of `1.NN`. */
export const minor = (version: string) => Number(version.split(".")[1]);

function requireVersion(version: string): string {
  if (!/^1\.\d{2}$/.test(version)) throw invalidParameter(`unsupported Kubernetes version ${version}`);
  return version;
}

function endpointAccess(config: NonNullable<CreateClusterRequest["resourcesVpcConfig"]>) {
  const endpointPublicAccess = config.endpointPublicAccess ?? true;
  const endpointPrivateAccess = config.endpointPrivateAccess ?? false;
  if (!endpointPublicAccess && !endpointPrivateAccess) {
    throw invalidParameter("Private and public endpoint access cannot be false");
  }
  const given = config.publicAccessCidrs?.length ? config.publicAccessCidrs : ["0.0.0.0/0"];
  return {
    endpointPublicAccess,
    endpointPrivateAccess,
    publicAccessCidrs: endpointPublicAccess ? given : [],
  };
}

/** Addresses of services: from the caller with IPv4, from EKS with IPv6. IPv6 requires IPv6 ranges in all subnets. */
function serviceNetwork(
  given: KubernetesNetworkConfigRequest = {},
  subnets: Subnet[],
): KubernetesNetworkConfigResponse {
  const { ipFamily = "ipv4", serviceIpv4Cidr } = given;
  const elasticLoadBalancing = { enabled: given.elasticLoadBalancing?.enabled ?? false };
  if (ipFamily === "ipv4")
    return { ipFamily, serviceIpv4Cidr: serviceIpv4Cidr ?? "172.20.0.0/16", elasticLoadBalancing };
  if (serviceIpv4Cidr) throw invalidParameter("A cluster of the IPv6 family takes no serviceIpv4Cidr.");
  const without = subnets.find(({ Ipv6CidrBlockAssociationSet: ranges = [] }) => ranges.length === 0);
  if (without) throw invalidParameter(`Subnet ${without.SubnetId} has no IPv6 CIDR block.`);
  return { ipFamily, serviceIpv6Cidr: "fd5b:2c1d:7e40::/108", elasticLoadBalancing };
}

/** EKS returns all log types, in one entry for enabled types and one for disabled types. */
function logSetups(given: LogSetup[] = []): LogSetup[] {
  const on = new Set<string>();
  for (const { types = [], enabled } of given) for (const type of types) on[enabled ? "add" : "delete"](type);
  return [true, false]
    .map((enabled) => ({ types: LOG_TYPES.filter((type) => on.has(type) === enabled), enabled }))
    .filter(({ types }) => types.length > 0);
}

/** A control plane with logs creates a log group without expiry, unless it exists. */
async function ensureLogGroup(eks: EksBackend, cluster: string, logging: LogSetup[]): Promise<void> {
  if (!logging.some(({ enabled }) => enabled)) return;
  const logGroupName = `/aws/eks/${cluster}/cluster`;
  const { logGroups = [] } = await eks.aws.logs.send(
    new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }),
  );
  if (!logGroups.some((group) => group.logGroupName === logGroupName)) {
    await eks.aws.logs.send(new CreateLogGroupCommand({ logGroupName }));
  }
}

function fakeCertificate(name: string): string {
  const body = createHash("sha512")
    .update(`${name}${randomInt(2 ** 32)}`)
    .digest("base64");
  return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
}
