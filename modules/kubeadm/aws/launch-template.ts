import {
  LaunchTemplate,
  type LaunchTemplateNetworkInterfaces,
} from "@cdktf/provider-aws/lib/launch-template";
import type { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import type { MachineSettings } from "../boot/settings";
import { encodedUserData } from "../boot/user-data";
import { limits } from "../limits";
import { imageIdOf, rootDevice } from "./image";

/** See {@link createLaunchTemplate}. */
export interface LaunchTemplateProps {
  /** Name of the machines. */
  readonly name: string;
  readonly description: string;
  readonly machineType: string;
  /** The machine type is an override of the Auto Scaling group. */
  readonly hasTypeInGroup?: boolean;
  readonly image?: { readonly id: string };
  readonly diskGiB: number;
  readonly instanceProfileArn: string;
  /** An existing interface, with its security groups; or the groups of a new one. */
  readonly network: LaunchTemplateNetworkInterfaces;
  /** Tags of the machines, disks and interfaces: they inherit none. */
  readonly machineTags: Readonly<Record<string, string>>;
  readonly settings: MachineSettings;
}

/** The launch template of machines. */
export function createLaunchTemplate(
  scope: Construct,
  id: string,
  props: LaunchTemplateProps,
): LaunchTemplate {
  const tags = { Name: props.name, ...props.machineTags };
  // EC2 refuses tags of an interface that exists.
  const tagged = ["instance", "volume", ...(props.network.networkInterfaceId ? [] : ["network-interface"])];
  return new LaunchTemplate(scope, id, {
    name: boundedName([props.name], limits.launchTemplateName),
    description: props.description,
    updateDefaultVersion: true,
    imageId: imageIdOf(props.image, props.machineType),
    instanceType: props.hasTypeInGroup ? undefined : props.machineType,
    iamInstanceProfile: { arn: props.instanceProfileArn },
    networkInterfaces: [props.network],
    blockDeviceMappings: [
      {
        deviceName: rootDevice,
        ebs: {
          encrypted: "true",
          deleteOnTermination: "true",
          volumeType: "gp3",
          volumeSize: props.diskGiB,
        },
      },
    ],
    metadataOptions: {
      httpEndpoint: "enabled",
      httpTokens: "required",
      // One hop ends at the machine: pods cannot use its role, except those in the network of the host.
      httpPutResponseHopLimit: 1,
    },
    tagSpecifications: tagged.map((resourceType) => ({ resourceType, tags })),
    userData: encodedUserData(props.settings),
  });
}
