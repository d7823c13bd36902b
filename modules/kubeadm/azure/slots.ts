import { LinuxVirtualMachine } from "@cdktf/provider-azurerm/lib/linux-virtual-machine";
import { ManagedDisk } from "@cdktf/provider-azurerm/lib/managed-disk";
import { NetworkInterface } from "@cdktf/provider-azurerm/lib/network-interface";
import { NetworkInterfaceApplicationSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/network-interface-application-security-group-association";
import { VirtualMachineDataDiskAttachment } from "@cdktf/provider-azurerm/lib/virtual-machine-data-disk-attachment";
import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import type { ITerraformDependable, TerraformResource } from "cdktf";
import { Construct } from "constructs";
import { architectureOf } from "../../azure/machine-types";
import type { ResourceGroupRef } from "../../azure/resource-group";
import type { ClusterSettings } from "../boot/settings";
import { encodedUserData } from "../boot/user-data";
import type { Slot } from "../control-plane/slots";
import { defaults } from "../fields.generated";
import type { KubeadmControlPlaneSpec } from "../spec";
import { fileArchitecture } from "../software/architecture";
import type { MachineIdentity } from "./identity";
import { imageOf } from "./image";
import { readinessScript } from "./readiness";
import { unusableKey } from "./ssh-key";

/** Logical unit number of the etcd disk. */
const etcdUnit = 0;

/** The tag of control-plane machines with their version of Kubernetes. */
const versionTag = "kubernetes-version";

/** A condition of Terraform: the machines of all slots have the version of Kubernetes. */
export const slotsHaveVersion = (slots: readonly ControlPlaneSlot[], version: string): string =>
  `\${alltrue([${slots
    .map(({ address }) => `try(${address}.tags["${versionTag}"], "") == "${version}"`)
    .join(", ")}])}`;

/** Name of the only configuration of an interface. */
export const ipConfigurationName = "machine";

/** See {@link ControlPlaneSlot}. */
export interface ControlPlaneSlotProps {
  readonly slot: Slot;
  readonly place: ResourceGroupRef;
  readonly spec: KubeadmControlPlaneSpec;
  readonly settings: ClusterSettings;
  readonly subnetId: string;
  /** Id of the application security group of the control plane. */
  readonly securityGroupId: string;
  readonly identity: MachineIdentity;
  readonly tags: Readonly<Record<string, string>>;
  readonly protection: boolean;
  /** Dependencies of the machine. The slot before is one of them: machines join one after the other. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/**
 * A slot: a network interface with a fixed address, an etcd disk and a virtual machine. Scale sets cannot use an existing interface, so that
 * their machines have no fixed address. Azure restarts the machine on another host if its host fails, with the same interface and disks. A
 * deleted or broken machine is replaced by Terraform.
 *
 * A changed image, type or user data reaches the machine only when it is replaced: Terraform would destroy all machines before it creates the
 * first one, because it destroys in the reverse order of dependencies.
 */
export class ControlPlaneSlot extends Construct {
  readonly networkInterface: NetworkInterface;
  readonly disk: ManagedDisk;
  readonly machine: LinuxVirtualMachine;

  /** Ends when the API server of the machine works, and prints the certificate authority. */
  readonly ready: VirtualMachineRunCommand;

  constructor(scope: Construct, id: string, props: ControlPlaneSlotProps) {
    super(scope, id);
    const { slot, place, spec, settings, identity, tags, protection } = props;
    const { etcd = {}, disk = {}, timeoutMinutes = defaults["controlPlane.timeoutMinutes"] } = spec;
    const lifecycle = protection ? { preventDestroy: true } : undefined;
    this.networkInterface = new NetworkInterface(this, "interface", {
      ...place,
      name: slot.name,
      ipConfiguration: [
        {
          name: ipConfigurationName,
          subnetId: props.subnetId,
          privateIpAddressAllocation: "Static",
          privateIpAddress: slot.address,
        },
      ],
      tags: { ...tags },
    });
    const member = new NetworkInterfaceApplicationSecurityGroupAssociation(this, "security_group", {
      networkInterfaceId: this.networkInterface.id,
      applicationSecurityGroupId: props.securityGroupId,
    });
    this.disk = new ManagedDisk(this, "etcd", {
      ...place,
      name: `${slot.name}-etcd`,
      zone: slot.zone,
      // Always encrypted, with keys of Azure.
      storageAccountType: "Premium_LRS",
      createOption: "Empty",
      diskSizeGb: etcd.sizeGiB ?? defaults["controlPlane.etcd.sizeGiB"],
      networkAccessPolicy: "DenyAll",
      publicNetworkAccessEnabled: false,
      tags: { ...tags },
      lifecycle,
    });
    this.machine = new LinuxVirtualMachine(this, "machine", {
      ...place,
      name: slot.name,
      computerName: slot.name,
      zone: slot.zone,
      size: spec.machineType,
      networkInterfaceIds: [this.networkInterface.id],
      identity: { type: "UserAssigned", identityIds: [identity.identity.id] },
      adminUsername: "no-login",
      adminSshKey: [{ username: "no-login", publicKey: unusableKey }],
      disablePasswordAuthentication: true,
      ...imageOf(spec.image, spec.machineType),
      osDisk: {
        caching: "ReadOnly",
        storageAccountType: "Premium_LRS",
        diskSizeGb: disk.sizeGiB ?? defaults["controlPlane.disk.sizeGiB"],
      },
      bootDiagnostics: {},
      userData: encodedUserData({
        cluster: settings,
        machine: {
          role: "control-plane",
          architecture: fileArchitecture(architectureOf(spec.machineType)),
          slot: slot.index,
          diskId: String(etcdUnit),
          identity: identity.identity.clientId,
        },
      }),
      // The version with which the machine was created: node pools wait for it.
      tags: { ...tags, [versionTag]: settings.kubernetesVersion },
      lifecycle: {
        ignoreChanges: [
          "size",
          "source_image_id",
          "source_image_reference",
          "user_data",
          "os_disk",
          `tags["${versionTag}"]`,
        ],
      },
      dependsOn: [member, ...props.prerequisites],
    });
    const attachment = new VirtualMachineDataDiskAttachment(this, "attachment", {
      virtualMachineId: this.machine.id,
      managedDiskId: this.disk.id,
      lun: etcdUnit,
      caching: "None",
    });
    this.ready = new VirtualMachineRunCommand(this, "ready", {
      name: "ready",
      location: place.location,
      virtualMachineId: this.machine.id,
      source: { script: readinessScript(timeoutMinutes, "/etc/kubernetes/pki/ca.crt") },
      timeouts: { create: `${timeoutMinutes + 5}m`, update: `${timeoutMinutes + 5}m` },
      dependsOn: [attachment],
    });
  }

  /** Terraform address of the machine. */
  get address(): string {
    return addressOf(this.machine);
  }
}

/** The Terraform address of a resource in its module. */
export const addressOf = ({ terraformResourceType, friendlyUniqueId }: TerraformResource): string =>
  `${terraformResourceType}.${friendlyUniqueId}`;
