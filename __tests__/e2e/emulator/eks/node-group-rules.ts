import { DescribeInstanceTypesCommand, type _InstanceType } from "@aws-sdk/client-ec2";
import {
  type CreateNodegroupRequest,
  type NodegroupScalingConfig,
  type NodegroupUpdateConfig,
  type Taint,
} from "@aws-sdk/client-eks";
import { type ClusterRecord, type EksBackend } from "./backend";
import { minor } from "./clusters";
import { invalidParameter, invalidRequest } from "./errors";
import { AMI_TYPES, QUOTAS } from "./facts";
import { type GivenLaunchTemplate } from "./launch-templates";

/** The checks of EKS before it creates a node group, as far as request and emulator allow. */
export async function checkNodeGroup(
  eks: EksBackend,
  record: ClusterRecord,
  request: CreateNodegroupRequest,
  template: GivenLaunchTemplate | undefined,
): Promise<void> {
  if (!/^[0-9A-Za-z][0-9A-Za-z_-]{0,62}$/.test(request.nodegroupName ?? "")) {
    throw invalidParameter(`nodegroupName ${request.nodegroupName} is not valid.`);
  }
  if (record.nodeGroups.size >= QUOTAS.groupsPerCluster) {
    throw invalidRequest(`A cluster has at most ${QUOTAS.groupsPerCluster} managed node groups.`);
  }
  checkScaling(request.scalingConfig);
  checkUpdateConfig(request.updateConfig);
  checkTaints(request.taints);
  checkVersion(record, request.version);
  checkAgainstTemplate(request, template);
  await checkArchitecture(eks, request, template);
}

export function checkScaling(scaling: NodegroupScalingConfig = {}): void {
  const { minSize = 1, desiredSize = 2, maxSize = 2 } = scaling;
  if (minSize < 0 || maxSize < 1)
    throw invalidParameter("Minimum capacity must be at least 0, maximum at least 1");
  if (minSize > desiredSize)
    throw invalidParameter(`Minimum capacity ${minSize} can't be greater than desired size ${desiredSize}`);
  if (desiredSize > maxSize)
    throw invalidParameter(`desired capacity ${desiredSize} can't be greater than max size ${maxSize}`);
  if (maxSize > QUOTAS.nodesPerGroup)
    throw invalidRequest(`A node group has at most ${QUOTAS.nodesPerGroup} nodes.`);
}

export function checkUpdateConfig(update: NodegroupUpdateConfig = {}): void {
  if (update.maxUnavailable && update.maxUnavailablePercentage) {
    throw invalidParameter("You must specify exactly one of maxUnavailable or maxUnavailablePercentage");
  }
}

export function checkTaints(taints: Taint[] = []): void {
  if (taints.length > 50) throw invalidParameter("A node group has at most 50 taints.");
  const effects = ["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"];
  for (const { effect } of taints)
    if (!effects.includes(effect!)) throw invalidParameter(`Taint effect ${effect} is not valid.`);
}

/** Nodes are never newer than their control plane. */
export function checkVersion({ cluster }: ClusterRecord, version: string | undefined): void {
  if (version && minor(version) > minor(cluster.version)) {
    throw invalidParameter(
      `Nodegroup Kubernetes version should be equal to or lower than cluster Kubernetes version ${cluster.version}`,
    );
  }
}

function checkAgainstTemplate(
  request: CreateNodegroupRequest,
  template: GivenLaunchTemplate | undefined,
): void {
  if (!template) return;
  if (request.diskSize) throw invalidParameter("Disk size must be specified within the launch template.");
  if (request.remoteAccess)
    throw invalidParameter("Remote access configuration cannot be specified with a launch template.");
  if (template.data.InstanceType && request.instanceTypes?.length) {
    throw invalidParameter(
      "Instance type must be specified only in the request or only in the launch template.",
    );
  }
  if (template.data.ImageId && (request.amiType ?? "CUSTOM") !== "CUSTOM") {
    throw invalidParameter("An AMI type can't be specified when the launch template specifies an image.");
  }
}

async function checkArchitecture(
  eks: EksBackend,
  request: CreateNodegroupRequest,
  template: GivenLaunchTemplate | undefined,
): Promise<void> {
  if (template?.data.ImageId) return;
  const architecture = AMI_TYPES[request.amiType ?? "AL2023_x86_64_STANDARD"]?.architecture;
  if (!architecture) throw invalidParameter(`The AMI type ${request.amiType} is not supported.`);
  const names = template?.data.InstanceType
    ? [template.data.InstanceType]
    : (request.instanceTypes ?? ["t3.medium"]);
  const { InstanceTypes: types = [] } = await eks.aws.ec2
    .send(new DescribeInstanceTypesCommand({ InstanceTypes: names as _InstanceType[] }))
    .catch((error: Error) => {
      throw invalidParameter(error.message);
    });
  const wrong = types.filter((type) => !type.ProcessorInfo?.SupportedArchitectures?.includes(architecture));
  if (wrong.length > 0) {
    throw invalidParameter(
      `[${wrong.map((type) => type.InstanceType).join(", ")}] is not a valid instance type for requested amiType ${request.amiType}`,
    );
  }
}
