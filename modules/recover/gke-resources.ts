import type { CloudTable } from "./table";
import type { Repeatable, Search } from "./eks-resources";

/** A resource that a `describe` command finds by its arguments. */
const described = (command: string, importId: string): Search => ({
  find: `gcloud ${command} --format value(name)`,
  importId: `projects/{derived.project}/${importId}`,
});

const member: Repeatable = { repeatable: "another apply adds the same member again" };

/**
 * The resource types of GKE stacks.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs
 * @see https://cloud.google.com/sdk/gcloud/reference
 */
const resources: CloudTable["resources"] = {
  google_project_service: { repeatable: "another apply enables the same service again" },
  google_gke_hub_feature: {
    find: "gcloud container fleet {derived.feature} {derived.featureCommand} --project {project} --format value({derived.featureName})",
    importId: "projects/{project}/locations/{location}/features/{name}",
  },
  google_gke_hub_feature_membership: {
    repeatable: "another apply sets the same settings of the member again",
  },
  google_compute_network: described("compute networks describe {name}", "global/networks/{name}"),
  google_compute_subnetwork: described(
    "compute networks subnets describe {name} --region {region}",
    "regions/{region}/subnetworks/{name}",
  ),
  google_compute_address: described(
    "compute addresses describe {name} --region {region}",
    "regions/{region}/addresses/{name}",
  ),
  google_compute_router: described(
    "compute routers describe {name} --region {region}",
    "regions/{region}/routers/{name}",
  ),
  google_compute_router_nat: described(
    "compute routers nats describe {name} --router {router} --region {region}",
    "regions/{region}/routers/{router}/{name}",
  ),
  google_compute_firewall: described("compute firewall-rules describe {name}", "global/firewalls/{name}"),
  google_container_cluster: described(
    "container clusters describe {name} --location {location}",
    "locations/{location}/clusters/{name}",
  ),
  google_container_node_pool: {
    // The provider completes the name.
    find: "gcloud container node-pools list --cluster {derived.cluster} --location {derived.location} --filter name~^{name_prefix} --format value(selfLink)",
    importId: "{found}",
  },
  google_service_account: {
    find: "gcloud iam service-accounts describe {account_id}@{derived.project}.iam.gserviceaccount.com --format value(email)",
    importId:
      "projects/{derived.project}/serviceAccounts/{account_id}@{derived.project}.iam.gserviceaccount.com",
  },
  google_kms_key_ring: described(
    "kms keyrings describe {name} --location {location}",
    "locations/{location}/keyRings/{name}",
  ),
  google_kms_crypto_key: {
    find: "gcloud kms keys describe {name} --keyring {key_ring} --format value(name)",
    importId: "{key_ring}/cryptoKeys/{name}",
  },
  google_filestore_instance: described(
    "filestore instances describe {name} --location {location}",
    "locations/{location}/instances/{name}",
  ),
  google_gke_backup_backup_plan: described(
    "container backup-restore backup-plans describe {name} --location {location}",
    "locations/{location}/backupPlans/{name}",
  ),
  google_dns_managed_zone: described("dns managed-zones describe {name}", "managedZones/{name}"),
  google_dns_record_set: described(
    "dns record-sets describe {name} --zone {managed_zone} --type {type}",
    "managedZones/{managed_zone}/rrsets/{name}/{type}",
  ),
  google_pubsub_topic: described("pubsub topics describe {name}", "topics/{name}"),
  google_logging_project_sink: described("logging sinks describe {name}", "sinks/{name}"),
  google_logging_project_bucket_config: { repeatable: "another apply updates the bucket that exists" },
  google_project_iam_member: member,
  google_service_account_iam_member: member,
  google_compute_subnetwork_iam_member: member,
  google_kms_crypto_key_iam_member: member,
  google_dns_managed_zone_iam_member: member,
  google_pubsub_topic_iam_member: member,
  google_secret_manager_secret_iam_member: member,
  google_storage_bucket_iam_member: member,
  google_bigquery_dataset_iam_member: member,
  google_pubsub_subscription_iam_member: member,
  google_artifact_registry_repository_iam_member: member,
};

/** The commands of gcloud for features of fleets, by the names of features. */
const featureCommands: Readonly<Record<string, readonly [string, string, string]>> = {
  configmanagement: ["config-management", "status", "acm_status.name"],
  policycontroller: ["policycontroller", "describe", "name"],
  servicemesh: ["mesh", "describe", "name"],
};

const featureOf = (name: unknown) => {
  const [feature, featureCommand, featureName] = featureCommands[String(name)] ?? [];
  return { feature, featureCommand, featureName };
};

const partOf = (id: unknown, name: string): string | undefined =>
  typeof id === "string" ? new RegExp(`(?:^|/)${name}/([^/]+)`).exec(id)?.[1] : undefined;

/** The search for resources of GKE stacks with the Google Cloud CLI. */
export const gkeTable: CloudTable = {
  cloud: "Google Cloud",
  resources,
  reference: /\$\{(google_\w+\.\w+)\.([\w.[\]]+)\}/g,
  idIsImportId: true,
  // With --quiet, it does not offer to enable APIs.
  withScope: (argv, scope) => [...argv, ...(scope === undefined ? [] : ["--project", scope]), "--quiet"],
  derivedOf: ({ project, cluster, name }, scope) => ({
    ...featureOf(name),
    project: typeof project === "string" ? project : scope,
    cluster: partOf(cluster, "clusters"),
    location: partOf(cluster, "locations"),
  }),
};
