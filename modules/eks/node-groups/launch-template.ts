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
  /** Id of the image, where EKS does not choose it. */
  readonly imageId?: string;
  /** The one type of the machines, where neither EKS nor the Auto Scaling group chooses it. */
  readonly machineType?: string;
  /** ARN of the instance profile, where EKS does not make it. */
  readonly instanceProfileArn?: string;
  /** Name of the placement group, where there is one. */
  readonly placementGroup?: string;
  /** Where nodes find the cluster, where EKS does not tell them. */
  readonly bootstrap?: Bootstrap;
}

/** What every machine of a group is made from, whatever the kind of the group. */
export function createLaunchTemplate(
  scope: Construct,
  { clusterName, spec, image, securityGroupIds, tags, ...props }: LaunchTemplateProps,
): LaunchTemplate {
  const userData = userDataOf(spec, image.userData, props.bootstrap);
  const machineTags = { Name: `${clusterName}-${spec.name}`, ...tags, ...spec.tags };

  return new LaunchTemplate(scope, "launch_template", {
    // A slash is in neither name, so that two pairs never join to the same text.
    name: boundedName([`${clusterName}/${spec.name}`], limits.launchTemplateName),
    description: `Nodes of the group ${spec.name} of the EKS cluster ${clusterName}`,
    updateDefaultVersion: true,
    imageId: props.imageId,
    instanceType: props.machineType,
    iamInstanceProfile: props.instanceProfileArn ? { arn: props.instanceProfileArn } : undefined,
    placement: props.placementGroup ? { groupName: props.placementGroup } : undefined,
    ...capacityReservation(spec.reservation),
    // EC2 takes security groups of the machine or of its interfaces, not both.
    ...(spec.efa
      ? { networkInterfaces: fabricInterfaces(spec.machineTypes[0], securityGroupIds) }
      : { vpcSecurityGroupIds: [...securityGroupIds] }),
    blockDeviceMappings: image.disks.map((disk) => blockDevice(disk, spec.disk)),
    metadataOptions: {
      httpEndpoint: "enabled",
      httpTokens: "required",
      // One hop ends at the node: pods do not get its role, they have identities of their own.
      httpPutResponseHopLimit: 1,
    },
    // Tags of the provider or the template do not reach what EC2 makes from it.
    tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
      resourceType,
      tags: machineTags,
    })),
    userData: userData === undefined ? undefined : base64(userData),
    lifecycle: { createBeforeDestroy: true },
  });
}

/** The volume that holds containers has the size and speed asked for; a system's own keeps those of the image. */
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

/**
 * In place, so that a script's `${…}` stays the shell's. References of Terraform are put in by Terraform, after it has
 * decoded the rest.
 */
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
