/** Permissions of controllers on control-plane machines, by feature. Roles of Google for them allow much more. */

/**
 * The cloud controller manager reads machines, and the boot program of the control plane the addresses of nodes.
 *
 * @see https://github.com/kubernetes/cloud-provider-gcp
 */
export const machineReader = [
  "compute.instances.get",
  "compute.instances.list",
  "compute.machineTypes.get",
  "compute.networks.get",
  "compute.projects.get",
  "compute.regions.get",
  "compute.subnetworks.get",
  "compute.zones.get",
  "compute.zones.list",
] as const;

/** @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/gce/README.md */
export const clusterAutoscaler = [
  "compute.instanceGroupManagers.get",
  "compute.instanceGroupManagers.list",
  "compute.instanceGroupManagers.update",
  "compute.instanceGroups.get",
  "compute.instanceGroups.list",
  "compute.instanceTemplates.get",
  "compute.instanceTemplates.list",
  "compute.instances.delete",
  "compute.machineTypes.list",
  "compute.regions.list",
  "compute.zoneOperations.get",
] as const;

/** @see https://github.com/kubernetes-sigs/gcp-compute-persistent-disk-csi-driver */
export const blockDriver = [
  "compute.disks.create",
  "compute.disks.delete",
  "compute.disks.get",
  "compute.disks.list",
  "compute.disks.resize",
  "compute.disks.setLabels",
  "compute.disks.use",
  "compute.instances.attachDisk",
  "compute.instances.detachDisk",
  "compute.zoneOperations.get",
] as const;

/**
 * The deletion of a snapshot is an operation of the project, not of a zone.
 *
 * @see https://cloud.google.com/compute/docs/disks/create-snapshots#permissions
 */
export const blockSnapshots = [
  "compute.disks.createSnapshot",
  "compute.globalOperations.get",
  "compute.snapshots.create",
  "compute.snapshots.delete",
  "compute.snapshots.get",
  "compute.snapshots.list",
  "compute.snapshots.setLabels",
  "compute.snapshots.useReadOnly",
] as const;
