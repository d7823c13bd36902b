import { ComputeAddress } from "@cdktf/provider-google/lib/compute-address";
import { ComputeDisk } from "@cdktf/provider-google/lib/compute-disk";
import { ComputeInstanceGroupManager } from "@cdktf/provider-google/lib/compute-instance-group-manager";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { machineFamily } from "../../google/machine-types";
import { boundedName } from "../../cluster/names";
import type { ClusterSettings } from "../boot/settings";
import type { Slot } from "../control-plane/slots";
import { defaults } from "../fields.generated";
import type { KubeadmControlPlaneSpec } from "../spec";
import { fileArchitecture } from "../software/architecture";
import { etcdDiskType } from "./disks";
import { createInstanceTemplate } from "./instance-template";

/** Name of the etcd disk on the machine: `/dev/disk/by-id/google-etcd`. */
export const etcdDevice = "etcd";

/** Longest name of the machines of a group, which gets five more characters. */
export const baseNameLength = 58;

/** See {@link ControlPlaneSlot}. */
export interface ControlPlaneSlotProps {
  readonly slot: Slot;
  readonly spec: KubeadmControlPlaneSpec;
  readonly settings: ClusterSettings;
  readonly subnetworkId: string;
  readonly serviceAccount: string;
  /** Id of the health check for repairs. */
  readonly healthCheckId: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly protection: boolean;
  /** Dependencies of the machine. The slot before is one of them: machines join, and are replaced, one after the other. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/**
 * A slot: an address, an etcd disk, and a managed instance group with exactly one machine, which has both. Google replaces a failed machine,
 * and the new one is the same member of etcd. Terraform continues when `/readyz` of the machine works.
 *
 * @see https://cloud.google.com/compute/docs/instance-groups/stateful-migs
 */
export class ControlPlaneSlot extends Construct {
  readonly address: ComputeAddress;
  readonly disk: ComputeDisk;
  readonly group: ComputeInstanceGroupManager;

  constructor(scope: Construct, id: string, props: ControlPlaneSlotProps) {
    super(scope, id);
    const { slot, spec, settings, labels, protection } = props;
    const { region } = settings;
    const { etcd = {}, disk = {}, timeoutMinutes = defaults["controlPlane.timeoutMinutes"] } = spec;
    this.address = new ComputeAddress(this, "address", {
      name: slot.name,
      region,
      subnetwork: props.subnetworkId,
      addressType: "INTERNAL",
      address: slot.address,
    });
    this.disk = new ComputeDisk(this, "etcd", {
      name: boundedName([slot.name, "etcd"], 63),
      zone: slot.zone,
      type: etcdDiskType(spec.machineType),
      size: etcd.sizeGiB ?? defaults["controlPlane.etcd.sizeGiB"],
      labels: { ...labels },
      lifecycle: protection ? { preventDestroy: true } : undefined,
    });
    const template = createInstanceTemplate(this, "instance_template", {
      name: slot.name,
      description: `Control plane of the cluster ${settings.name}, slot ${slot.index}`,
      region,
      machineType: spec.machineType,
      image: spec.image,
      diskGiB: disk.sizeGiB ?? defaults["controlPlane.disk.sizeGiB"],
      moreDisks: [
        {
          source: this.disk.name,
          deviceName: etcdDevice,
          mode: "READ_WRITE",
          boot: false,
          autoDelete: false,
        },
      ],
      serviceAccount: props.serviceAccount,
      subnetworkId: props.subnetworkId,
      address: this.address.address,
      labels,
      settings: {
        cluster: settings,
        machine: {
          role: "control-plane",
          architecture: fileArchitecture(machineFamily(spec.machineType)?.architecture),
          slot: slot.index,
          diskId: etcdDevice,
        },
      },
    });
    this.group = new ComputeInstanceGroupManager(this, "group", {
      name: slot.name,
      baseInstanceName: boundedName([slot.name], baseNameLength),
      zone: slot.zone,
      targetSize: 1,
      version: [{ instanceTemplate: template.id }],
      statefulDisk: [{ deviceName: etcdDevice, deleteRule: "NEVER" }],
      statefulInternalIp: [{ interfaceName: "nic0", deleteRule: "NEVER" }],
      // The address and the disk have one machine: the old one ends before the new one starts.
      updatePolicy: {
        type: "PROACTIVE",
        minimalAction: "REPLACE",
        mostDisruptiveAllowedAction: "REPLACE",
        replacementMethod: "RECREATE",
        maxSurgeFixed: 0,
        maxUnavailableFixed: 1,
      },
      instanceLifecyclePolicy: { defaultActionOnFailure: "REPAIR", forceUpdateOnRepair: "YES" },
      autoHealingPolicies: { healthCheck: props.healthCheckId, initialDelaySec: timeoutMinutes * 60 },
      // A group is stable when the health check has succeeded, and updated when all machines have its template.
      waitForInstances: true,
      waitForInstancesStatus: "UPDATED",
      timeouts: {
        create: `${timeoutMinutes}m`,
        update: `${timeoutMinutes}m`,
        delete: `${timeoutMinutes}m`,
      },
      dependsOn: [...props.prerequisites],
    });
  }
}
