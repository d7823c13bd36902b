import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { AutoscalingLifecycleHook } from "@cdktf/provider-aws/lib/autoscaling-lifecycle-hook";
import { EbsVolume } from "@cdktf/provider-aws/lib/ebs-volume";
import { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface";
import { type ITerraformDependable, Token } from "cdktf";
import { Construct } from "constructs";
import { architectureOf } from "../../aws/machine-types";
import type { ClusterSettings } from "../boot/settings";
import type { Slot } from "../control-plane/slots";
import { defaults } from "../fields.generated";
import type { KubeadmControlPlaneSpec } from "../spec";
import { fileArchitecture } from "../software/architecture";
import { createLaunchTemplate } from "./launch-template";
import { hookOf, ignoredHook, leaveHook, readinessHook, readyHook } from "./readiness";
import { machineTags } from "./tags";

/** The machine of a slot ends before the next one starts. */
const pace = { minHealthyPercentage: 0, maxHealthyPercentage: 100 } as const;

/** See {@link SlotInterface}. */
export interface SlotInterfaceProps {
  readonly slot: Slot;
  readonly subnetId: string;
  readonly securityGroupId: string;
}

/** The network interface of a slot: its fixed address. */
export function createSlotInterface(
  scope: Construct,
  { slot, subnetId, securityGroupId }: SlotInterfaceProps,
): NetworkInterface {
  return new NetworkInterface(scope, `slot_${slot.index}_interface`, {
    subnetId,
    privateIps: [slot.address],
    securityGroups: [securityGroupId],
    description: `Control plane ${slot.name}`,
    tags: { Name: slot.name },
  });
}

/** See {@link ControlPlaneSlot}. */
export interface ControlPlaneSlotProps {
  readonly slot: Slot;
  readonly spec: KubeadmControlPlaneSpec;
  readonly settings: ClusterSettings;
  readonly networkInterface: NetworkInterface;
  readonly instanceProfileArn: string;
  /** Tags of the cluster. */
  readonly tags: Readonly<Record<string, string>>;
  readonly protection: boolean;
  /** Dependencies of the machine. The slot before is one of them: machines join one after the other. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/**
 * A slot: an etcd disk, and an Auto Scaling group with exactly one machine, which has the interface of the slot. Auto Scaling replaces a
 * failed machine, and the new one is the same member of etcd.
 */
export class ControlPlaneSlot extends Construct {
  readonly disk: EbsVolume;
  readonly group: AutoscalingGroup;

  constructor(scope: Construct, id: string, props: ControlPlaneSlotProps) {
    super(scope, id);
    const { slot, spec, settings } = props;
    const own = machineTags(settings.name, "control-plane");
    const { etcd = {}, disk = {}, timeoutMinutes = defaults["controlPlane.timeoutMinutes"] } = spec;

    this.disk = new EbsVolume(this, "etcd", {
      availabilityZone: slot.zone,
      type: "gp3",
      size: etcd.sizeGiB ?? defaults["controlPlane.etcd.sizeGiB"],
      iops: etcd.iops ?? defaults["controlPlane.etcd.iops"],
      throughput: etcd.throughputMiBps ?? defaults["controlPlane.etcd.throughputMiBps"],
      encrypted: true,
      tags: { Name: `${slot.name}-etcd`, ...own },
      lifecycle: props.protection ? { preventDestroy: true } : undefined,
    });
    const template = createLaunchTemplate(this, "launch_template", {
      name: slot.name,
      description: `Control plane of the cluster ${settings.name}, slot ${slot.index}`,
      machineType: spec.machineType,
      image: spec.image,
      diskGiB: disk.sizeGiB ?? defaults["controlPlane.disk.sizeGiB"],
      instanceProfileArn: props.instanceProfileArn,
      // Its security group is that of the interface: EC2 refuses one in the template.
      network: {
        deviceIndex: 0,
        networkInterfaceId: props.networkInterface.id,
        deleteOnTermination: "false",
      },
      machineTags: { ...props.tags, ...own },
      settings: {
        cluster: settings,
        machine: {
          role: "control-plane",
          architecture: fileArchitecture(architectureOf(spec.machineType)),
          slot: slot.index,
          diskId: this.disk.id,
          hook: hookOf(slot.name),
        },
      },
    });
    this.group = new AutoscalingGroup(this, "group", {
      name: slot.name,
      minSize: 1,
      maxSize: 1,
      desiredCapacity: 1,
      // With an existing interface in the template, EC2 takes the subnet from it and Auto Scaling wants the zone.
      // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
      availabilityZones: [slot.zone],
      launchTemplate: { id: template.id, version: Token.asString(template.latestVersion) },
      healthCheckType: "EC2",
      // The interface and the disk have one machine: the old one ends before the new one starts.
      instanceMaintenancePolicy: pace,
      // A changed template starts it in all slots at once. The machines leave one after the other.
      instanceRefresh: { strategy: "Rolling", preferences: { ...pace, skipMatching: true } },
      initialLifecycleHook: [readinessHook(timeoutMinutes)],
      waitForCapacityTimeout: `${timeoutMinutes}m`,
      tag: Object.entries({ Name: slot.name, ...props.tags, ...own }).map(([key, value]) => ({
        key,
        value,
        propagateAtLaunch: false,
      })),
      lifecycle: { ignoreChanges: [ignoredHook] },
      dependsOn: [...props.prerequisites],
    });
    new AutoscalingLifecycleHook(this, "ready_hook", readyHook(this.group, timeoutMinutes));
    new AutoscalingLifecycleHook(this, "leave_hook", leaveHook(this.group));
  }
}
