import {
  ComputeInstanceTemplate,
  type ComputeInstanceTemplateDisk,
} from "@cdktf/provider-google/lib/compute-instance-template";
import type { Construct } from "constructs";
import { boundedName } from "../../cluster/names";
import { isMigrated, machineFamily } from "../../google/machine-types";
import type { MachineSettings } from "../boot/settings";
import { encodedUserData } from "../boot/user-data";
import { fileArchitecture } from "../software/architecture";
import { systemDiskType } from "./disks";

/** The provider puts 26 characters after a prefix of at most 37. */
const prefixLength = 36;

/** See {@link createInstanceTemplate}. */
export interface InstanceTemplateProps {
  /** Name of the machines. */
  readonly name: string;
  readonly description: string;
  readonly region: string;
  readonly machineType: string;
  readonly image?: { readonly id: string };
  readonly diskGiB: number;
  readonly moreDisks?: readonly ComputeInstanceTemplateDisk[];
  readonly serviceAccount: string;
  readonly subnetworkId: string;
  /** A reserved address; if omitted, each machine gets one. */
  readonly address?: string;
  readonly spot?: boolean;
  readonly labels: Readonly<Record<string, string>>;
  readonly settings: MachineSettings;
}

/**
 * The newest image of Canonical when a machine starts, unless the file names one: the plan does not change with each release, and a replaced
 * machine has all security fixes. Ubuntu 26.04 has cgroup v2 only.
 *
 * @see https://cloud.google.com/compute/docs/images/os-details#ubuntu_lts
 */
function imageOf(image: { readonly id: string } | undefined, machineType: string): string {
  const architecture = fileArchitecture(machineFamily(machineType)?.architecture);
  return image?.id ?? `projects/ubuntu-os-cloud/global/images/family/ubuntu-2604-lts-${architecture}`;
}

/** The instance template of machines. Templates do not change: a new one replaces the old one before it is removed. */
export function createInstanceTemplate(
  scope: Construct,
  id: string,
  props: InstanceTemplateProps,
): ComputeInstanceTemplate {
  const { machineType, address } = props;
  return new ComputeInstanceTemplate(scope, id, {
    namePrefix: `${boundedName([props.name], prefixLength)}-`,
    description: props.description,
    instanceDescription: props.description,
    region: props.region,
    machineType,
    labels: { ...props.labels },
    disk: [
      {
        boot: true,
        autoDelete: true,
        sourceImage: imageOf(props.image, machineType),
        diskSizeGb: props.diskGiB,
        diskType: systemDiskType(machineType),
        labels: { ...props.labels },
      },
      ...(props.moreDisks ?? []),
    ],
    // Without access_config, machines have no public address.
    networkInterface: [{ subnetwork: props.subnetworkId, networkIp: address }],
    serviceAccount: { email: props.serviceAccount, scopes: ["cloud-platform"] },
    scheduling: props.spot
      ? {
          provisioningModel: "SPOT",
          preemptible: true,
          automaticRestart: false,
          instanceTerminationAction: "STOP",
        }
      : { automaticRestart: true, onHostMaintenance: isMigrated(machineType) ? "MIGRATE" : "TERMINATE" },
    shieldedInstanceConfig: { enableSecureBoot: true, enableVtpm: true, enableIntegrityMonitoring: true },
    metadata: {
      "user-data": encodedUserData(props.settings),
      // cloud-init decodes it. https://cloudinit.readthedocs.io/en/latest/reference/datasources/gce.html
      "user-data-encoding": "base64",
      "block-project-ssh-keys": "TRUE",
    },
    lifecycle: { createBeforeDestroy: true },
  });
}
