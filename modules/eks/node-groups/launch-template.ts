import {
  LaunchTemplate,
  type LaunchTemplateBlockDeviceMappings,
} from "@cdktf/provider-aws/lib/launch-template";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { defaults } from "../fields.generated";
import type { ImageDisk, NodeImage } from "./images";
import { limits } from "../limits";
import type { EksDiskSpec, EksNodeGroupSpec } from "../spec";
import { capacityReservation, fabricInterfaces } from "./hardware";
import { type Bootstrap, userDataOf } from "./user-data";

/** See {@link createLaunchTemplate}. */
export interface LaunchTemplateProps {
  readonly clusterName: string;
  readonly spec: EksNodeGroupSpec;
  readonly image: Pick<NodeImage, "disks" | "userData">;
  readonly securityGroupIds: readonly string[];
  /** Tags of the cluster: machines, disks and interfaces inherit none. */
  readonly tags: Readonly<Record<string, string>>;
  /** Id of the image; undefined if EKS chooses it. */
  readonly imageId?: string;
  /** The machine type; undefined if EKS or the Auto Scaling group selects it. */
  readonly machineType?: string;
  /** ARN of the instance profile; undefined if EKS creates it. */
  readonly instanceProfileArn?: string;
  /** Name of the placement group; undefined without one. */
  readonly placementGroup?: string;
  /** The connection to the cluster; undefined if EKS configures the nodes. */
  readonly bootstrap?: Bootstrap;
}

/** The launch template of a group, the same for both kinds of groups. */
export function createLaunchTemplate(
  scope: Construct,
  { clusterName, spec, image, securityGroupIds, tags, ...props }: LaunchTemplateProps,
): LaunchTemplate {
  const userData = userDataOf(spec, image.userData, props.bootstrap);
  const machineTags = { Name: `${clusterName}-${spec.name}`, ...tags, ...spec.tags };

  return new LaunchTemplate(scope, "launch_template", {
    // Neither name has a slash, so that two pairs never result in the same text.
    name: boundedName([`${clusterName}/${spec.name}`], limits.launchTemplateName),
    description: `Nodes of the group ${spec.name} of the EKS cluster ${clusterName}`,
    updateDefaultVersion: true,
    imageId: props.imageId,
    instanceType: props.machineType,
    iamInstanceProfile: props.instanceProfileArn ? { arn: props.instanceProfileArn } : undefined,
    placement: props.placementGroup ? { groupName: props.placementGroup } : undefined,
    ...capacityReservation(spec.reservation),
    // EC2 supports security groups of the machine or of its interfaces, not both.
    ...(spec.efa
      ? { networkInterfaces: fabricInterfaces(spec.machineTypes[0], securityGroupIds) }
      : { vpcSecurityGroupIds: [...securityGroupIds] }),
    blockDeviceMappings: image.disks.map((disk) => blockDevice(disk, spec.disk)),
    metadataOptions: {
      httpEndpoint: "enabled",
      httpTokens: "required",
      // One hop ends at the node: pods cannot use its role; they have separate identities.
      httpPutResponseHopLimit: 1,
    },
    // Tags of the provider or the template do not apply to resources that EC2 creates from it.
    tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
      resourceType,
      tags: machineTags,
    })),
    userData: userData === undefined ? undefined : base64(userData),
    lifecycle: { createBeforeDestroy: true },
  });
}

/** The volume of containers has the size and speed of the props; a system volume keeps those of the image. */
function blockDevice(
  { device, holdsContainers }: ImageDisk,
  disk: EksDiskSpec = {},
): LaunchTemplateBlockDeviceMappings {
  const {
    sizeGiB = defaults["nodeGroups[].disk.sizeGiB"],
    type = defaults["nodeGroups[].disk.type"],
    iops,
    throughputMiBps,
  } = disk;
  return {
    deviceName: device,
    ebs: {
      encrypted: "true",
      deleteOnTermination: "true",
      kmsKeyId: disk.kmsKeyArn,
      ...(holdsContainers
        ? { volumeType: type, volumeSize: sizeGiB, iops, throughput: throughputMiBps }
        : { volumeType: defaults["nodeGroups[].disk.type"] }),
    },
  };
}

/** Encoded here, so that `${…}` of a script is not changed. Terraform inserts its references after it has decoded the rest. */
function base64(text: string): string {
  const references = [...new Set(text.match(/\$\{TfToken\[[^\]]+\]\}/g) ?? [])];
  const mark = (i: number) => `@@reference-${i}@@`;
  const marked = references.reduce((known, reference, i) => known.replaceAll(reference, mark(i)), text);
  const encoded = Buffer.from(marked).toString("base64");
  if (references.length === 0) return encoded;

  return Fn.base64encode(
    references.reduce(
      (whole, reference, i) => Fn.replace(whole, mark(i), reference),
      Fn.base64decode(encoded),
    ),
  );
}
