import {
  LaunchTemplate,
  type LaunchTemplateBlockDeviceMappings,
} from "@cdktf/provider-aws/lib/launch-template";
import type { TerraformResourceLifecycle } from "cdktf";
import type { Construct } from "constructs";
import { base64, Encoder, hclString, partsOf, resolvedText } from "../../cluster/encode";
import { boundedName } from "../../cluster/names";
import { defaults } from "../fields.generated";
import type { ImageDisk, NodeImage, UserDataFormat } from "./images";
import { limits } from "../limits";
import type { EksDiskSpec, EksMoreDiskSpec, EksNodeGroupSpec } from "../spec";
import { capacityReservation, fabricInterfaces } from "./hardware";
import { replacementGuard } from "./replacement";
import { type Bootstrap, userDataOf } from "./user-data";
import { asMap, asSet } from "../../cluster/sets";

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
  /** Fields whose change replaces the nodes; undefined if there are none. */
  readonly immutable?: unknown;
  /** The subnets by zone, of a managed group with a node pool for each zone. */
  readonly zoneSubnets?: Readonly<Record<string, unknown>>;
}

/** The launch template of a group, the same for both kinds of groups. */
export function createLaunchTemplate(
  scope: Construct,
  { clusterName, spec, image, securityGroupIds, tags, ...props }: LaunchTemplateProps,
): LaunchTemplate {
  const guard = replacementGuard(spec, props.immutable, props.zoneSubnets);
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
    blockDeviceMappings: [
      ...image.disks.map((disk) => blockDevice(disk, spec.disk)),
      ...moreDisks(spec).map((disk) => blockDevice({ device: disk.device, holdsContainers: true }, disk)),
    ],
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
    userData: encodedUserData(spec, image.userData, props.bootstrap),
    tags: guard.tags,
    lifecycle: { ...guard.lifecycle, ...kubeletConditions(spec, props.bootstrap) },
  });
}

/**
 * Operations per second of gp3 without the setting. They are always written: the provider keeps the old ones if the argument is omitted.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
 */
const gp3Iops = 3000;

/** In the order of their devices: another order in the file must not replace nodes. */
function moreDisks({ moreDisks: disks = [] }: EksNodeGroupSpec): EksMoreDiskSpec[] {
  return [...disks].sort((a, b) => (a.device < b.device ? -1 : 1));
}

/** The volume of containers, and more disks, have the size and speed of the props; a system volume keeps those of the image. */
function blockDevice(
  { device, holdsContainers }: Pick<ImageDisk, "device" | "holdsContainers">,
  disk: EksDiskSpec & Pick<EksMoreDiskSpec, "snapshotId"> = {},
): LaunchTemplateBlockDeviceMappings {
  const {
    sizeGiB = defaults["nodeGroups[].disk.sizeGiB"],
    type = defaults["nodeGroups[].disk.type"],
    iops = type === "gp3" ? gp3Iops : undefined,
    throughputMiBps,
  } = disk;
  return {
    deviceName: device,
    ebs: {
      encrypted: "true",
      deleteOnTermination: "true",
      kmsKeyId: disk.kmsKeyArn,
      snapshotId: disk.snapshotId,
      ...(holdsContainers
        ? { volumeType: type, volumeSize: sizeGiB, iops, throughput: throughputMiBps }
        : { volumeType: defaults["nodeGroups[].disk.type"] }),
    },
  };
}

/** In base64, so that `${…}` of a script is not changed. Only CDKTF tokens in it are references. */
function encodedUserData(
  { userData: program, maxPods, labels, taints, localStorage }: EksNodeGroupSpec,
  format: UserDataFormat,
  bootstrap: Bootstrap | undefined,
): string | undefined {
  // Another order in the file must not replace nodes.
  const settings = { maxPods, labels: asMap(labels), taints: taints && asSet(taints), localStorage };
  if (userDataOf({ ...settings, userData: program }, format, bootstrap) === undefined) return undefined;

  const pieces = program?.split(/(\$\{TfToken\[[^[\]]+\]\})/) ?? [];
  const tokens = pieces.filter((_, i) => i % 2 === 1);
  return resolvedText({ settings, bootstrap, tokens }, (resolved) =>
    base64((insert) => {
      const encoder = new Encoder(insert);
      const text = pieces.map((piece, i) =>
        i % 2 === 1 ? encoder.text(resolved.tokens[(i - 1) / 2]) : piece,
      );
      const group = { ...resolved.settings, userData: program === undefined ? undefined : text.join("") };
      return userDataOf(group, format, resolved.bootstrap, encoder)!;
    }),
  );
}

/** Labels and taints are arguments of the kubelet: with a comma or a blank, a value of a reference would set others, too. */
function kubeletConditions(
  { labels = {}, taints = [] }: EksNodeGroupSpec,
  bootstrap: Bootstrap | undefined,
): Pick<TerraformResourceLifecycle, "precondition"> {
  const isReference = (text: string) => partsOf(text).some((part) => "expression" in part);
  const values = [...Object.values(labels), ...taints.map(({ value = "" }) => value)].filter(isReference);
  const keys = taints.map(({ key }) => key).filter(isReference);
  const name = "[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
  const condition = (texts: readonly string[], pattern: string, what: string) =>
    texts.length === 0
      ? []
      : [
          {
            condition: resolvedText(texts, (resolved) => {
              const list = resolved.map(hclString).join(", ");
              return `\${alltrue([for value in [${list}] : can(regex("^${pattern}$", value))])}`;
            }),
            errorMessage: `${what} of this node group must have letters, digits, "-", "_" and ".", and at most 63 characters.`,
          },
        ];
  const precondition = bootstrap
    ? [
        ...condition(values, `(${name})?`, "Values of labels and taints"),
        ...condition(keys, `([a-z0-9.-]{1,253}/)?${name}`, "Keys of taints"),
      ]
    : [];
  return precondition.length > 0 ? { precondition } : {};
}
