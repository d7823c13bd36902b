import { global, type GoogleRow, of, policy, regional, zonal } from "./model";

const disks = of("compute.disks");
const instances = of("compute.instances");
const roles = of("iam.roles");
const objects = of("storage.objects");

/**
 * Compute Engine asks of the identity that creates a group what its machines need, although its own service agent creates them.
 *
 * @see https://cloud.google.com/compute/docs/instances/create-vm-from-instance-template
 */
const group = {
  read: ["compute.instanceGroupManagers.get"],
  create: [
    "compute.addresses.useInternal",
    ...disks("create", "setLabels", "use"),
    "compute.healthChecks.useReadOnly",
    "compute.instanceGroupManagers.create",
    "compute.instanceGroups.create",
    "compute.instanceTemplates.useReadOnly",
    ...instances("create", "setLabels", "setMetadata", "setServiceAccount"),
    "compute.subnetworks.use",
  ],
  update: ["compute.instanceGroupManagers.update"],
  delete: ["compute.instanceGroupManagers.delete", "compute.instanceGroups.delete", ...instances("delete")],
} as const;

/** What Terraform needs for the machines of kubeadm clusters, and what belongs to them. Images of other projects need a role there. */
export const googleMachineResources: Readonly<Record<string, GoogleRow>> = {
  google_compute_disk: {
    read: disks("get"),
    create: disks("create", "setLabels"),
    update: disks("resize", "setLabels"),
    // The provider detaches it from its machine first.
    delete: [...disks("delete"), ...instances("get", "detachDisk")],
    waits: zonal,
    source: "compute/resource_compute_disk.go",
  },
  google_compute_forwarding_rule: {
    read: ["compute.forwardingRules.get"],
    create: [
      "compute.addresses.useInternal",
      ...of("compute.forwardingRules")("create", "setLabels"),
      "compute.networks.use",
      "compute.regionBackendServices.use",
      "compute.subnetworks.use",
    ],
    update: of("compute.forwardingRules")("setTarget", "update"),
    delete: ["compute.forwardingRules.delete"],
    waits: regional,
    source: "compute/resource_compute_forwarding_rule.go",
  },
  google_compute_health_check: {
    read: ["compute.healthChecks.get"],
    create: ["compute.healthChecks.create"],
    update: ["compute.healthChecks.update"],
    delete: ["compute.healthChecks.delete"],
    waits: global,
    source: "compute/resource_compute_health_check.go",
  },
  google_compute_instance_group_manager: {
    ...group,
    waits: zonal,
    source: "compute/resource_compute_instance_group_manager.go",
  },
  google_compute_instance_template: {
    read: ["compute.instanceTemplates.get"],
    create: ["compute.instanceTemplates.create"],
    delete: ["compute.instanceTemplates.delete"],
    waits: global,
    source: "compute/resource_compute_instance_template.go",
  },
  google_compute_region_backend_service: {
    read: ["compute.regionBackendServices.get"],
    create: [
      "compute.instanceGroups.use",
      "compute.regionBackendServices.create",
      "compute.regionHealthChecks.useReadOnly",
    ],
    update: ["compute.regionBackendServices.update"],
    delete: ["compute.regionBackendServices.delete"],
    waits: regional,
    source: "compute/resource_compute_region_backend_service.go",
  },
  google_compute_region_health_check: {
    read: ["compute.regionHealthChecks.get"],
    create: ["compute.regionHealthChecks.create"],
    update: ["compute.regionHealthChecks.update"],
    delete: ["compute.regionHealthChecks.delete"],
    waits: regional,
    source: "compute/resource_compute_region_health_check.go",
  },
  google_compute_region_instance_group_manager: {
    ...group,
    waits: regional,
    source: "compute/resource_compute_region_instance_group_manager.go",
  },
  google_project_iam_custom_role: {
    read: roles("get"),
    // The provider restores a deleted role of the same id.
    create: roles("create", "undelete", "update"),
    update: roles("update"),
    delete: roles("delete"),
    source: "resourcemanager/resource_google_project_iam_custom_role.go",
  },
  google_storage_bucket: {
    read: ["storage.buckets.get"],
    create: ["storage.buckets.create"],
    update: ["storage.buckets.update"],
    delete: ["storage.buckets.delete"],
    with: {
      ...{ argument: "force_destroy", value: true },
      // Version 6 of the provider deletes no object of a bucket whose caches it may not list.
      delete: [...objects("delete", "list"), "storage.anywhereCaches.list"],
    },
    source: "storage/resource_storage_bucket.go",
  },
  google_storage_bucket_iam_binding: {
    ...policy("storage.buckets"),
    on: "projects/_/buckets/{bucket}",
    source: "storage/iam_storage_bucket.go",
  },
  google_storage_bucket_object: {
    read: objects("get"),
    // To write a new version is to delete the old one.
    create: objects("create", "delete"),
    update: objects("update"),
    delete: objects("delete"),
    isObject: true,
    source: "storage/resource_storage_bucket_object.go",
  },
};
