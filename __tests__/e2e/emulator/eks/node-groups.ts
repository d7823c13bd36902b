import { randomUUID } from "node:crypto";
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  DeleteInstanceProfileCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import {
  type CreateNodegroupRequest,
  type Nodegroup,
  type UpdateNodegroupConfigRequest,
  type UpdateNodegroupVersionRequest,
} from "@aws-sdk/client-eks";
import { addNodeAccessEntry, removeAccessEntryOfEks } from "./access-entries";
import {
  createGroup,
  deleteGroup,
  describeGroup,
  type Launch,
  replaceInstances,
  resizeGroup,
  type Size,
} from "./auto-scaling";
import {
  arn,
  type ClusterRecord,
  type EksBackend,
  findCluster,
  type NodeGroupRecord,
  recordUpdate,
} from "./backend";
import { type Call } from "./call";
import { requireRole, requireSubnets } from "./checks";
import { inUse, invalidParameter, notFound } from "./errors";
import { TRUSTED_BY } from "./facts";
import {
  addVersion,
  createOwnLaunchTemplate,
  deleteOwnLaunchTemplate,
  ownTemplateData,
  readLaunchTemplate,
} from "./launch-templates";
import {
  checkNodeGroup,
  checkScaling,
  checkTaints,
  checkUpdateConfig,
  checkVersion,
} from "./node-group-rules";

export async function createNodeGroup({ eks, path, body }: Call<CreateNodegroupRequest>) {
  const record = findCluster(eks, path.cluster);
  const { cluster } = record;
  const name = body.nodegroupName ?? "";
  if (record.nodeGroups.has(name))
    throw inUse(`NodeGroup already exists with name ${name} and cluster name ${cluster.name}`);
  const subnets = body.subnets ?? [];
  await requireSubnets(eks, subnets, cluster.resourcesVpcConfig!.vpcId);
  const roleName = await requireRole(eks, body.nodeRole, TRUSTED_BY.nodes);
  const template = body.launchTemplate && (await readLaunchTemplate(eks, body.launchTemplate));
  await checkNodeGroup(eks, record, body, template);

  const id = randomUUID();
  const version = body.version ?? cluster.version;
  const autoScalingGroup = `eks-${name}-${id}`;
  const instanceProfile = `eks-${id}`;
  const nodeGroup: NodeGroupRecord["nodeGroup"] = {
    nodegroupName: name,
    nodegroupArn: arn(eks, "nodegroup", cluster.name, name, id),
    clusterName: cluster.name,
    version,
    releaseVersion: template?.data.ImageId ?? body.releaseVersion ?? `${version}.0-20251112`,
    createdAt: new Date(),
    modifiedAt: new Date(),
    status: "ACTIVE",
    capacityType: body.capacityType ?? "ON_DEMAND",
    scalingConfig: { minSize: 1, maxSize: 2, desiredSize: 2, ...body.scalingConfig },
    instanceTypes: template?.data.InstanceType ? undefined : (body.instanceTypes ?? ["t3.medium"]),
    subnets,
    amiType: template?.data.ImageId ? "CUSTOM" : (body.amiType ?? "AL2023_x86_64_STANDARD"),
    nodeRole: body.nodeRole!,
    labels: body.labels ?? {},
    taints: body.taints,
    resources: { autoScalingGroups: [{ name: autoScalingGroup }] },
    diskSize: template ? undefined : (body.diskSize ?? 20),
    health: { issues: [] },
    updateConfig: body.updateConfig ?? { maxUnavailable: 1 },
    nodeRepairConfig: body.nodeRepairConfig ?? { enabled: false },
    launchTemplate: template?.specification,
    tags: body.tags ?? {},
  };

  const tags = eksTags(cluster.name, name);
  addNodeAccessEntry(
    eks,
    record,
    nodeGroup.nodeRole,
    nodeGroup.amiType?.startsWith("WINDOWS") ? "EC2_WINDOWS" : "EC2_LINUX",
  );
  await createInstanceProfile(eks, instanceProfile, roleName);
  const data = await ownTemplateData(eks, record, nodeGroup, template?.data, instanceProfile, tags);
  const launchTemplateId = await createOwnLaunchTemplate(eks, data, tags);
  const created: NodeGroupRecord = { nodeGroup, autoScalingGroup, launchTemplateId, instanceProfile };
  await createGroup(
    eks,
    autoScalingGroup,
    subnets,
    size(nodeGroup),
    launch(cluster.name, created, "1", data.InstanceType!),
  );
  if (!canNodesJoin(record)) failToJoin(nodeGroup);
  record.nodeGroups.set(name, created);
  return { nodegroup: { ...nodeGroup, status: "CREATING" } satisfies Nodegroup };
}

export async function describeNodeGroup({ eks, path }: Call) {
  const { nodeGroup, autoScalingGroup } = findNodeGroup(findCluster(eks, path.cluster), path.nodeGroup);
  // An autoscaler changes the Auto Scaling group directly, and EKS returns the changed size.
  const { DesiredCapacity: desired } = await describeGroup(eks, autoScalingGroup);
  nodeGroup.scalingConfig!.desiredSize = desired;
  return { nodegroup: nodeGroup };
}

export function listNodeGroups({ eks, path }: Call) {
  return { nodegroups: [...findCluster(eks, path.cluster).nodeGroups.keys()] };
}

export async function deleteNodeGroup({ eks, path }: Call) {
  const record = findCluster(eks, path.cluster);
  const { nodeGroup, autoScalingGroup, launchTemplateId, instanceProfile } = findNodeGroup(
    record,
    path.nodeGroup,
  );
  await deleteGroup(eks, autoScalingGroup);
  await deleteOwnLaunchTemplate(eks, launchTemplateId);
  await deleteInstanceProfile(eks, instanceProfile, nodeGroup.nodeRole);
  record.nodeGroups.delete(path.nodeGroup);
  removeAccessEntryOfEks(record, nodeGroup.nodeRole);
  return { nodegroup: { ...nodeGroup, status: "DELETING" } satisfies Nodegroup };
}

export async function updateNodeGroupConfig({ eks, path, body }: Call<UpdateNodegroupConfigRequest>) {
  const record = findCluster(eks, path.cluster);
  const found = findNodeGroup(record, path.nodeGroup);
  const { nodeGroup } = found;
  const scaling = { ...nodeGroup.scalingConfig, ...body.scalingConfig };
  checkScaling(scaling);
  checkUpdateConfig(body.updateConfig);
  checkTaints(body.taints?.addOrUpdateTaints);

  if (body.scalingConfig) {
    nodeGroup.scalingConfig = scaling;
    await resizeGroup(eks, found.autoScalingGroup, size(nodeGroup), await currentLaunch(eks, record, found));
  }
  for (const key of body.labels?.removeLabels ?? []) delete nodeGroup.labels![key];
  Object.assign(nodeGroup.labels!, body.labels?.addOrUpdateLabels);
  if (body.taints) {
    const gone = [...(body.taints.removeTaints ?? []), ...(body.taints.addOrUpdateTaints ?? [])];
    const isGone = (taint: { key?: string; effect?: string }) =>
      gone.some(({ key, effect }) => key === taint.key && effect === taint.effect);
    nodeGroup.taints = [
      ...(nodeGroup.taints ?? []).filter((taint) => !isGone(taint)),
      ...(body.taints.addOrUpdateTaints ?? []),
    ];
  }
  if (body.updateConfig) nodeGroup.updateConfig = body.updateConfig;
  if (body.nodeRepairConfig) nodeGroup.nodeRepairConfig = body.nodeRepairConfig;
  nodeGroup.modifiedAt = new Date();
  return { update: recordUpdate(record, "ConfigUpdate", { ...body.scalingConfig }) };
}

/** A new Kubernetes version, image release or launch template version: the nodes are replaced. */
export async function updateNodeGroupVersion({ eks, path, body }: Call<UpdateNodegroupVersionRequest>) {
  const record = findCluster(eks, path.cluster);
  const found = findNodeGroup(record, path.nodeGroup);
  const { nodeGroup } = found;
  if (body.launchTemplate && !nodeGroup.launchTemplate) {
    throw invalidParameter("A node group made without a launch template can't be updated to use one.");
  }
  checkVersion(record, body.version);
  const wanted = body.launchTemplate ?? nodeGroup.launchTemplate;
  const template = wanted && (await readLaunchTemplate(eks, wanted));

  nodeGroup.launchTemplate = template?.specification;
  nodeGroup.version = body.version ?? nodeGroup.version;
  nodeGroup.releaseVersion = template?.data.ImageId ?? body.releaseVersion ?? nodeGroup.releaseVersion;
  nodeGroup.modifiedAt = new Date();
  const { cluster } = record;
  const tags = eksTags(cluster.name, path.nodeGroup);
  const data = await ownTemplateData(eks, record, nodeGroup, template?.data, found.instanceProfile, tags);
  const version = await addVersion(eks, found.launchTemplateId, data);
  const { DesiredCapacity: desired } = await describeGroup(eks, found.autoScalingGroup);
  await replaceInstances(
    eks,
    found.autoScalingGroup,
    { ...size(nodeGroup), desired: desired! },
    launch(cluster.name, found, version, data.InstanceType!),
  );
  return {
    update: recordUpdate(record, "VersionUpdate", {
      Version: body.version,
      ReleaseVersion: body.releaseVersion,
    }),
  };
}

/** https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html */
function eksTags(cluster: string, nodeGroup: string): Record<string, string> {
  return {
    "eks:cluster-name": cluster,
    "eks:nodegroup-name": nodeGroup,
    [`kubernetes.io/cluster/${cluster}`]: "owned",
    "k8s.io/cluster-autoscaler/enabled": "true",
    [`k8s.io/cluster-autoscaler/${cluster}`]: "owned",
  };
}

function size({ scalingConfig }: Nodegroup): Size {
  return { min: scalingConfig!.minSize!, max: scalingConfig!.maxSize!, desired: scalingConfig!.desiredSize! };
}

function launch(
  cluster: string,
  { nodeGroup, launchTemplateId }: NodeGroupRecord,
  templateVersion: string,
  instanceType: string,
): Launch {
  return {
    templateId: launchTemplateId,
    templateVersion,
    instanceTypes: nodeGroup.instanceTypes ?? [instanceType],
    spot: nodeGroup.capacityType === "SPOT",
    tags: eksTags(cluster, nodeGroup.nodegroupName),
  };
}

async function currentLaunch(
  eks: EksBackend,
  { cluster }: ClusterRecord,
  found: NodeGroupRecord,
): Promise<Launch> {
  const { MixedInstancesPolicy: policy } = await describeGroup(eks, found.autoScalingGroup);
  const { LaunchTemplateSpecification: used, Overrides: [first] = [] } = policy!.LaunchTemplate!;
  return launch(cluster.name, found, used!.Version!, first.InstanceType!);
}

/** Without a network plug-in nodes are never ready. EKS fails after half an hour, the emulator immediately. */
function canNodesJoin({ addOns, selfManagedAddOns }: ClusterRecord): boolean {
  return selfManagedAddOns || addOns.has("vpc-cni");
}

function failToJoin(nodeGroup: Nodegroup): void {
  nodeGroup.status = "CREATE_FAILED";
  nodeGroup.health = {
    issues: [
      {
        code: "NodeCreationFailure",
        message:
          "Unhealthy nodes in the kubernetes cluster: container runtime network not ready: cni plugin not initialized",
      },
    ],
  };
}

async function createInstanceProfile(eks: EksBackend, name: string, role: string): Promise<void> {
  await eks.aws.iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: name }));
  await eks.aws.iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: name, RoleName: role }));
}

async function deleteInstanceProfile(eks: EksBackend, name: string, roleArn: string): Promise<void> {
  const role = roleArn.split("/").at(-1);
  await eks.aws.iam.send(
    new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName: name, RoleName: role }),
  );
  await eks.aws.iam.send(new DeleteInstanceProfileCommand({ InstanceProfileName: name }));
}

function findNodeGroup(record: ClusterRecord, name: string): NodeGroupRecord {
  const found = record.nodeGroups.get(name);
  if (!found) throw notFound(`No node group found for name: ${name}.`);
  return found;
}
