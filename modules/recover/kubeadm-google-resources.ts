import type { Repeatable, Search } from "./eks-resources";
import { gkeTable } from "./gke-resources";
import type { CloudTable } from "./table";

/** A resource that a `describe` command finds by its arguments. */
const described = (command: string, importId: string): Search => ({
  find: `gcloud ${command} --format value(name)`,
  importId: `projects/{derived.project}/${importId}`,
});

/** The resource types that only kubeadm clusters have. */
const resources: Readonly<Record<string, Search | Repeatable>> = {
  google_compute_disk: described("compute disks describe {name} --zone {zone}", "zones/{zone}/disks/{name}"),
  google_compute_health_check: described(
    "compute health-checks describe {name} --global",
    "global/healthChecks/{name}",
  ),
  google_compute_region_health_check: described(
    "compute health-checks describe {name} --region {region}",
    "regions/{region}/healthChecks/{name}",
  ),
  google_compute_region_backend_service: described(
    "compute backend-services describe {name} --region {region}",
    "regions/{region}/backendServices/{name}",
  ),
  google_compute_forwarding_rule: described(
    "compute forwarding-rules describe {name} --region {region}",
    "regions/{region}/forwardingRules/{name}",
  ),
  google_compute_instance_group_manager: described(
    "compute instance-groups managed describe {name} --zone {zone}",
    "zones/{zone}/instanceGroupManagers/{name}",
  ),
  // A group over several zones.
  google_compute_region_instance_group_manager: described(
    "compute instance-groups managed describe {name} --region {region}",
    "regions/{region}/instanceGroupManagers/{name}",
  ),
  google_compute_instance_template: {
    // The provider completes the name.
    find: "gcloud compute instance-templates list --filter name~^{name_prefix} --format value(selfLink)",
    importId: "{found}",
  },
  google_project_iam_custom_role: {
    find: "gcloud iam roles describe {role_id} --format value(name)",
    importId: "projects/{derived.project}/roles/{role_id}",
  },
  google_storage_bucket: {
    // Its name has the number of the project, which no argument has. Clusters of a name can be in several regions.
    find: 'gcloud storage buckets list --filter "labels.kubeadm_cluster={labels.kubeadm_cluster} AND location={location}" --format value(name)',
    importId: "{found}",
  },
  google_storage_bucket_iam_binding: { repeatable: "another apply sets the same members again" },
  google_storage_bucket_object: { repeatable: "another apply writes the same object again" },
};

/** The search for resources of stacks with kubeadm clusters on Google Cloud: those of GKE stacks, and more. */
export const kubeadmGoogleTable: CloudTable = {
  ...gkeTable,
  resources: { ...gkeTable.resources, ...resources },
};
