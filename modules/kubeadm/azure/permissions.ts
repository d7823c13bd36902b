/** Permissions of controllers on control-plane machines in the resource group of the cluster, by feature. Roles of Azure for them allow much more. */

const compute = "Microsoft.Compute";
const sets = `${compute}/virtualMachineScaleSets`;

/**
 * The cloud controller manager reads machines, and the boot program of the control plane the ids and addresses of nodes.
 *
 * @see https://cloud-provider-azure.sigs.k8s.io/topics/azure-permissions/
 */
export const machineReader = [
  `${compute}/virtualMachines/read`,
  `${compute}/virtualMachines/instanceView/read`,
  `${sets}/read`,
  `${sets}/instanceView/read`,
  `${sets}/virtualMachines/read`,
  `${sets}/virtualMachines/instanceView/read`,
  `${sets}/virtualMachines/networkInterfaces/read`,
  "Microsoft.Network/networkInterfaces/read",
] as const;

/** @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/azure/README.md */
export const clusterAutoscaler = [
  `${sets}/read`,
  `${sets}/write`,
  `${sets}/delete/action`,
  `${sets}/virtualMachines/read`,
  `${sets}/virtualMachines/instanceView/read`,
] as const;

/** @see https://cloud-provider-azure.sigs.k8s.io/topics/azure-permissions/ */
export const blockDriver = [
  `${compute}/disks/delete`,
  `${compute}/disks/read`,
  `${compute}/disks/write`,
  `${compute}/locations/DiskOperations/read`,
  `${compute}/virtualMachines/read`,
  `${compute}/virtualMachines/write`,
  `${sets}/virtualMachines/read`,
  `${sets}/virtualMachines/write`,
  "Microsoft.Network/networkInterfaces/join/action",
  "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
] as const;

/**
 * Azure checks the action on disks for the source of a snapshot, and also for a snapshot that is the source of a disk.
 *
 * @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/issues/1711
 */
export const blockSnapshots = [
  `${compute}/disks/beginGetAccess/action`,
  `${compute}/snapshots/delete`,
  `${compute}/snapshots/read`,
  `${compute}/snapshots/write`,
] as const;
