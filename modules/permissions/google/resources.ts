import { googleMachineResources } from "./machine-resources";
import { global, type GoogleRow, of, policy, regional } from "./model";

/** The provider's sources that the rows name. */
export const provider = "https://github.com/hashicorp/terraform-provider-google/blob/main/google/services/";

const clusters = of("container.clusters");
const keys = of("cloudkms.cryptoKeys");
/** Changes of what belongs to a network are changes of the network. */
const inNetwork = "compute.networks.updatePolicy";

/**
 * What Terraform needs for the resource types of stacks on Google Cloud. A test finds types without a row, and rows without a use.
 *
 * @see https://cloud.google.com/iam/docs/permissions-reference
 * @see https://cloud.google.com/compute/docs/reference/rest/v1
 */
export const googleResources: Readonly<Record<string, GoogleRow>> = {
  ...googleMachineResources,
  google_bigquery_dataset_iam_member: {
    read: of("bigquery.datasets")("get", "getIamPolicy"),
    create: of("bigquery.datasets")("update", "setIamPolicy"),
    delete: of("bigquery.datasets")("update", "setIamPolicy"),
    on: "projects/{project}/datasets/{dataset_id}",
    source: "bigquery/iam_bigquery_dataset.go",
  },
  google_compute_address: {
    read: ["compute.addresses.get"],
    create: of("compute.addresses")("create", "setLabels"),
    delete: ["compute.addresses.delete"],
    waits: regional,
    with: {
      argument: "address_type",
      value: "INTERNAL",
      create: ["compute.addresses.createInternal", "compute.subnetworks.use"],
      delete: ["compute.addresses.deleteInternal"],
    },
    source: "compute/resource_compute_address.go",
  },
  google_compute_firewall: {
    read: ["compute.firewalls.get"],
    create: ["compute.firewalls.create", inNetwork],
    update: ["compute.firewalls.update"],
    delete: ["compute.firewalls.delete", inNetwork],
    waits: global,
    source: "compute/resource_compute_firewall.go",
  },
  google_compute_network: {
    read: ["compute.networks.get"],
    create: ["compute.networks.create"],
    update: ["compute.networks.update"],
    delete: ["compute.networks.delete"],
    waits: global,
    source: "compute/resource_compute_network.go",
  },
  google_compute_router: {
    read: ["compute.routers.get"],
    create: ["compute.routers.create", inNetwork],
    update: ["compute.routers.update"],
    delete: ["compute.routers.delete", inNetwork],
    waits: regional,
    source: "compute/resource_compute_router.go",
  },
  google_compute_router_nat: {
    read: ["compute.routers.get"],
    create: ["compute.routers.update", inNetwork],
    update: ["compute.addresses.use"],
    delete: ["compute.routers.update", inNetwork],
    waits: regional,
    source: "compute/resource_compute_router_nat.go",
  },
  google_compute_subnetwork: {
    read: ["compute.subnetworks.get"],
    create: ["compute.subnetworks.create", inNetwork],
    update: of("compute.subnetworks")("update", "expandIpCidrRange", "setPrivateIpGoogleAccess"),
    delete: ["compute.subnetworks.delete", inNetwork],
    waits: regional,
    source: "compute/resource_compute_subnetwork.go",
  },
  google_compute_subnetwork_iam_member: {
    ...policy("compute.subnetworks"),
    on: "{subnetwork}",
    source: "compute/iam_compute_subnetwork.go",
  },
  google_container_cluster: {
    read: clusters("get"),
    create: clusters("create"),
    update: clusters("update"),
    delete: clusters("delete"),
    waits: ["container.operations.get"],
    source: "container/resource_container_cluster.go",
  },
  google_container_node_pool: {
    read: [...clusters("get"), "compute.instanceGroupManagers.list"],
    // 6.50 reads each group of machines, 7.45 lists those of a zone.
    readBefore: ["compute.instanceGroupManagers.get"],
    create: clusters("update"),
    delete: clusters("update"),
    waits: ["container.operations.get"],
    source: "container/resource_container_node_pool.go",
  },
  google_dns_managed_zone: {
    read: ["dns.managedZones.get"],
    create: ["dns.managedZones.create", "dns.networks.bindPrivateDNSZone"],
    update: ["dns.managedZones.update"],
    delete: ["dns.managedZones.delete"],
    source: "dns/resource_dns_managed_zone.go",
  },
  google_dns_managed_zone_iam_member: {
    ...policy("dns.managedZones"),
    on: "projects/{project}/managedZones/{managed_zone}",
    source: "dns/iam_dns_managed_zone.go",
  },
  google_dns_record_set: {
    read: ["dns.resourceRecordSets.list"],
    create: [...of("dns.changes")("create", "get"), "dns.resourceRecordSets.create"],
    update: ["dns.resourceRecordSets.update"],
    delete: [...of("dns.changes")("create", "get"), "dns.resourceRecordSets.delete"],
    source: "dns/resource_dns_record_set.go",
  },
  google_filestore_instance: {
    read: ["file.instances.get"],
    create: ["file.instances.create"],
    update: ["file.instances.update"],
    delete: ["file.instances.delete"],
    waits: ["file.operations.get"],
    source: "filestore/resource_filestore_instance.go",
  },
  google_gke_backup_backup_plan: {
    read: ["gkebackup.backupPlans.get"],
    create: ["gkebackup.backupPlans.create"],
    update: ["gkebackup.backupPlans.update"],
    delete: ["gkebackup.backupPlans.delete"],
    waits: ["gkebackup.operations.get"],
    source: "gkebackup/resource_gke_backup_backup_plan.go",
  },
  google_gke_hub_feature: {
    read: ["gkehub.features.get"],
    create: ["gkehub.features.create"],
    update: ["gkehub.features.update"],
    delete: ["gkehub.features.delete"],
    waits: ["gkehub.operations.get"],
    source: "gkehub2/resource_gke_hub_feature.go",
  },
  google_gke_hub_feature_membership: {
    // A part of the feature.
    read: ["gkehub.features.get"],
    create: ["gkehub.features.update"],
    update: ["gkehub.features.update"],
    delete: ["gkehub.features.update"],
    waits: ["gkehub.operations.get"],
    source: "gkehub/resource_gke_hub_feature_membership.go",
  },
  google_kms_crypto_key: {
    read: keys("get"),
    create: keys("create"),
    update: keys("update"),
    // Keys cannot be deleted: their rotation ends, and their versions are destroyed.
    delete: [...keys("update"), ...of("cloudkms.cryptoKeyVersions")("list", "destroy")],
    source: "kms/resource_kms_crypto_key.go",
  },
  google_kms_crypto_key_iam_member: {
    ...policy("cloudkms.cryptoKeys"),
    on: "{crypto_key_id}",
    source: "kms/iam_kms_crypto_key.go",
  },
  google_kms_key_ring: {
    read: ["cloudkms.keyRings.get"],
    create: ["cloudkms.keyRings.create"],
    source: "kms/resource_kms_key_ring.go",
  },
  google_logging_project_bucket_config: {
    read: ["logging.buckets.get"],
    create: ["logging.buckets.create"],
    update: ["logging.buckets.update"],
    delete: ["logging.buckets.delete"],
    waits: ["logging.operations.get"],
    source: "logging/resource_logging_project_bucket_config.go",
  },
  google_logging_project_sink: {
    read: ["logging.sinks.get"],
    create: ["logging.sinks.create"],
    update: ["logging.sinks.update"],
    delete: ["logging.sinks.delete"],
    source: "logging/resource_logging_project_sink.go",
  },
  google_project_iam_member: {
    ...policy("resourcemanager.projects"),
    source: "resourcemanager/iam_project.go",
  },
  google_project_service: {
    read: ["serviceusage.services.list", "resourcemanager.projects.get"],
    create: ["serviceusage.services.enable"],
    waits: ["serviceusage.operations.get"],
    source: "resourcemanager/resource_google_project_service.go",
  },
  google_pubsub_topic: {
    read: ["pubsub.topics.get"],
    create: ["pubsub.topics.create"],
    update: ["pubsub.topics.update"],
    delete: ["pubsub.topics.delete"],
    source: "pubsub/resource_pubsub_topic.go",
  },
  google_pubsub_topic_iam_member: {
    ...policy("pubsub.topics"),
    on: "projects/{project}/topics/{topic}",
    source: "pubsub/iam_pubsub_topic.go",
  },
  google_secret_manager_secret_iam_member: {
    ...policy("secretmanager.secrets"),
    on: "projects/{project}/secrets/{secret_id}",
    source: "secretmanager/iam_secret_manager_secret.go",
  },
  google_service_account: {
    read: ["iam.serviceAccounts.get"],
    create: ["iam.serviceAccounts.create"],
    update: ["iam.serviceAccounts.update"],
    delete: ["iam.serviceAccounts.delete"],
    source: "resourcemanager/resource_google_service_account.go",
  },
  google_service_account_iam_member: {
    ...policy("iam.serviceAccounts"),
    on: "{service_account_id}",
    source: "resourcemanager/iam_service_account.go",
  },
  google_storage_bucket_iam_member: {
    ...policy("storage.buckets"),
    on: "projects/_/buckets/{bucket}",
    source: "storage/iam_storage_bucket.go",
  },
};

/** What Terraform needs for data sources. The billing account of a project is part of reading it. */
export const googleDataSources: Readonly<Record<string, GoogleRow>> = {
  google_project: {
    read: ["resourcemanager.projects.get"],
    source: "resourcemanager/data_source_google_project.go",
  },
  google_storage_bucket_object_content: {
    read: ["storage.objects.get"],
    isObject: true,
    source: "storage/data_source_google_storage_bucket_object_content.go",
  },
};

/**
 * What the identity needs on each service account that it gives to nodes.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/service-accounts
 */
export const actAs = "iam.serviceAccounts.actAs";
