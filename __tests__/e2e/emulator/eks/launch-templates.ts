import { randomUUID } from "node:crypto";
import {
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  DeleteLaunchTemplateCommand,
  DescribeImagesCommand,
  DescribeLaunchTemplateVersionsCommand,
  RegisterImageCommand,
  type RequestLaunchTemplateData,
  type ResourceType,
  type ResponseLaunchTemplateData,
} from "@aws-sdk/client-ec2";
import { type LaunchTemplateSpecification, type Nodegroup } from "@aws-sdk/client-eks";
import { type ClusterRecord, type EksBackend } from "./backend";
import { invalidParameter, invalidRequest } from "./errors";
import { AMI_TYPES, FORBIDDEN_IN_LAUNCH_TEMPLATE } from "./facts";

/** Checks the launch template version of a request and returns it. */
export interface GivenLaunchTemplate {
  readonly specification: LaunchTemplateSpecification;
  readonly data: ResponseLaunchTemplateData;
}

export async function readLaunchTemplate(
  eks: EksBackend,
  { id, name, version }: LaunchTemplateSpecification,
): Promise<GivenLaunchTemplate> {
  const { LaunchTemplateVersions: [found] = [] } = await eks.aws.ec2
    .send(
      new DescribeLaunchTemplateVersionsCommand({
        ...(id ? { LaunchTemplateId: id } : { LaunchTemplateName: name }),
        Versions: [version ?? "$Default"],
      }),
    )
    .catch((error: Error) => {
      throw invalidRequest(`You tried using a launch template that doesn't exist: ${error.message}`);
    });
  if (!found) throw invalidRequest(`Launch template ${id ?? name} has no version ${version}.`);
  const data = found.LaunchTemplateData ?? {};
  for (const property of FORBIDDEN_IN_LAUNCH_TEMPLATE) {
    if (data[property]) throw invalidRequest(`Launch template should not specify ${property}.`);
  }
  if (data.NetworkInterfaces?.some((networkInterface) => networkInterface.SubnetId)) {
    throw invalidRequest("Launch template should not specify a subnet.");
  }
  return {
    specification: {
      id: found.LaunchTemplateId,
      name: found.LaunchTemplateName,
      version: String(found.VersionNumber),
    },
    data,
  };
}

/** EKS launches from a separate template, which it creates from the caller's template. */
export async function createOwnLaunchTemplate(
  eks: EksBackend,
  data: RequestLaunchTemplateData,
  tags: Record<string, string>,
): Promise<string> {
  const { LaunchTemplate: template } = await eks.aws.ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: `eks-${randomUUID()}`,
      LaunchTemplateData: data,
      TagSpecifications: [{ ResourceType: "launch-template", Tags: toTags(tags) }],
    }),
  );
  return template!.LaunchTemplateId!;
}

export async function addVersion(
  eks: EksBackend,
  id: string,
  data: RequestLaunchTemplateData,
): Promise<string> {
  const { LaunchTemplateVersion: added } = await eks.aws.ec2.send(
    new CreateLaunchTemplateVersionCommand({ LaunchTemplateId: id, LaunchTemplateData: data }),
  );
  return String(added!.VersionNumber);
}

export async function deleteOwnLaunchTemplate(eks: EksBackend, id: string): Promise<void> {
  await eks.aws.ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateId: id }));
}

/** The caller's data with the additions of EKS: image, instance type, profile, security group and tags. */
export async function ownTemplateData(
  eks: EksBackend,
  { cluster }: ClusterRecord,
  nodeGroup: Nodegroup,
  given: ResponseLaunchTemplateData | undefined,
  instanceProfile: string,
  tags: Record<string, string>,
): Promise<RequestLaunchTemplateData> {
  const ownSecurityGroups =
    given?.SecurityGroupIds?.length || given?.NetworkInterfaces?.some((n) => n.Groups?.length);
  const disk = {
    VolumeSize: nodeGroup.diskSize ?? 20,
    VolumeType: "gp2" as const,
    DeleteOnTermination: true,
  };
  return {
    ...(given as RequestLaunchTemplateData),
    ImageId: given?.ImageId ?? (await registeredImage(eks, nodeGroup)),
    InstanceType: (given?.InstanceType ??
      nodeGroup.instanceTypes![0]) as RequestLaunchTemplateData["InstanceType"],
    IamInstanceProfile: { Name: instanceProfile },
    ...(ownSecurityGroups ? {} : { SecurityGroupIds: [cluster.resourcesVpcConfig!.clusterSecurityGroupId!] }),
    BlockDeviceMappings: given?.BlockDeviceMappings?.length
      ? (given.BlockDeviceMappings as RequestLaunchTemplateData["BlockDeviceMappings"])
      : [{ DeviceName: "/dev/xvda", Ebs: disk }],
    MetadataOptions: (given?.MetadataOptions as RequestLaunchTemplateData["MetadataOptions"]) ?? {
      HttpTokens: "required",
      HttpPutResponseHopLimit: 2,
    },
    TagSpecifications: withTags(given?.TagSpecifications, tags),
  };
}

/** The AMI of the group's image type and release, registered in the emulator on first use. */
async function registeredImage(eks: EksBackend, { amiType, releaseVersion }: Nodegroup): Promise<string> {
  const known = AMI_TYPES[amiType!];
  if (!known) throw invalidParameter(`The AMI type ${amiType} is not supported.`);
  const name = `${known.image}-${releaseVersion}`;
  const { Images: [image] = [] } = await eks.aws.ec2.send(
    new DescribeImagesCommand({ Filters: [{ Name: "name", Values: [name] }] }),
  );
  if (image) return image.ImageId!;
  const { ImageId: id } = await eks.aws.ec2.send(
    new RegisterImageCommand({ Name: name, Architecture: known.architecture }),
  );
  return id!;
}

function withTags(
  given: ResponseLaunchTemplateData["TagSpecifications"] = [],
  tags: Record<string, string>,
): RequestLaunchTemplateData["TagSpecifications"] {
  const types = new Set<ResourceType>([
    ...given.map(({ ResourceType: type }) => type!),
    "instance",
    "volume",
  ]);
  return [...types].map((type) => {
    const own = given.find(({ ResourceType: givenType }) => givenType === type)?.Tags ?? [];
    return { ResourceType: type, Tags: [...own.filter(({ Key }) => !(Key! in tags)), ...toTags(tags)] };
  });
}

function toTags(tags: Record<string, string>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
