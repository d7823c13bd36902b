import { hoursPerMonth } from "../billing";
import type { ResourceFacts } from "../platform";
import { blocks } from "../stack";

const gke = "https://cloud.google.com/kubernetes-engine/docs";

/** Resources that exist within seconds. */
const quick: ResourceFacts = { minutes: 0.1 };

/** A change of an IAM policy. */
const grant: ResourceFacts = {
  minutes: 0.2,
  hidden: [
    {
      step: "access",
      text: "A change of an IAM policy becomes effective within minutes.",
      source: "https://cloud.google.com/iam/docs/access-change-propagation",
    },
  ],
};

const isPrivate = (config: Readonly<Record<string, unknown>>): boolean =>
  blocks(config.private_cluster_config)[0]?.enable_private_nodes === true;

/**
 * What is known of the resource types of GKE stacks. Times are estimates without a measurement. The source of a time is
 * the documentation of the operation for which Terraform waits.
 */
export const gkeResources: Readonly<Record<string, ResourceFacts>> = {
  google_container_cluster: {
    minutes: 8,
    timeSource: `${gke}/concepts/regional-clusters`,
    bills: [{ kind: "control plane", unit: "h", of: "control plane", each: () => hoursPerMonth }],
    hidden: [
      {
        text: "GKE runs the API servers and etcd in a project of Google: one in each of three zones of a regional cluster.",
        source: `${gke}/concepts/cluster-architecture`,
      },
      {
        text: "GKE creates a Private Service Connect endpoint in the node subnet, through which nodes reach the API server.",
        source: `${gke}/concepts/network-overview`,
        when: (config) =>
          isPrivate(config) && blocks(config.private_cluster_config)[0]?.master_ipv4_cidr_block === undefined,
      },
      {
        text: "GKE peers the network of the control plane with your network, because the file sets a range of its addresses.",
        source: `${gke}/concepts/private-cluster-concept`,
        when: (config) => blocks(config.private_cluster_config)[0]?.master_ipv4_cidr_block !== undefined,
      },
      {
        text: "GKE creates a default node pool of one node per zone, which the provider then deletes: GKE has no API for a cluster without nodes.",
        source:
          "https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster",
        when: ({ remove_default_node_pool }) => remove_default_node_pool === true,
      },
      {
        text: "GKE creates firewall rules for its nodes, for the control plane to nodes, and for pods.",
        source: `${gke}/concepts/firewall-rules`,
      },
      {
        step: "Kubernetes software",
        text: "GKE installs the network software, the CSI drivers and the agents of logging and monitoring, and keeps them up to date.",
        source: `${gke}/concepts/cluster-architecture`,
      },
      {
        text: "Autopilot creates nodes for pods in its own machines. They are not visible as VMs of your project that you manage.",
        source: `${gke}/concepts/autopilot-overview`,
        when: ({ enable_autopilot }) => enable_autopilot === true,
      },
      {
        step: "load balancing",
        text: "A controller of GKE creates load balancers, network endpoint groups and firewall rules for Services, Ingresses and Gateways.",
        source: `${gke}/concepts/container-native-load-balancing`,
      },
    ],
  },
  google_container_node_pool: {
    minutes: 2.5,
    timeSource: `${gke}/how-to/node-pools`,
    hidden: [
      {
        text: "GKE creates an instance template and a managed instance group in each zone of the pool.",
        source: `${gke}/concepts/node-pools`,
      },
      {
        step: "registration",
        text: "Compute Engine starts the machines from an image of GKE. Their start script configures containerd and the kubelet from instance metadata.",
        source: `${gke}/concepts/node-images`,
      },
      {
        step: "registration",
        text: "The kubelet gets a client certificate with a bootstrap token; with Shielded nodes it proves the identity of the machine with its virtual TPM.",
        source: `${gke}/how-to/shielded-gke-nodes`,
      },
      {
        step: "registration",
        text: "The node gets a range of pod addresses as an alias range of its interface. Then the node is Ready.",
        source: `${gke}/concepts/alias-ips`,
      },
    ],
  },
  google_project_service: {
    minutes: 0.5,
    hidden: [
      {
        text: "Google creates the service agents of an API, such as the account of GKE in your project, when the API is enabled first.",
        source: "https://cloud.google.com/iam/docs/service-account-types",
      },
    ],
    remains: {
      text: "Enabled APIs of the project stay enabled, because other software of the project can use them.",
      source:
        "https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_service",
    },
  },
  google_gke_hub_feature: { minutes: 0.5 },
  google_gke_hub_feature_membership: {
    minutes: 1,
    step: "Kubernetes software",
    hidden: [
      {
        text: "Google installs the software of the fleet's feature in the cluster.",
        source: "https://cloud.google.com/kubernetes-engine/fleet-management/docs/fleet-concepts",
      },
    ],
  },
  google_compute_network: { minutes: 0.3 },
  google_compute_subnetwork: { minutes: 0.3 },
  google_compute_router: { minutes: 0.3 },
  google_compute_router_nat: {
    minutes: 0.3,
    bills: [
      { kind: "Cloud NAT", unit: "h (by machines)", of: "Cloud NAT gateways", each: () => hoursPerMonth },
    ],
  },
  google_compute_address: {
    ...quick,
    bills: [
      { kind: "public IPv4 address", unit: "h", of: "public IPv4 addresses", each: () => hoursPerMonth },
    ],
  },
  google_compute_firewall: { minutes: 0.3 },
  google_compute_subnetwork_iam_member: grant,
  google_project_iam_member: grant,
  google_service_account: { minutes: 0.2 },
  google_service_account_iam_member: grant,
  google_storage_bucket_iam_member: grant,
  google_bigquery_dataset_iam_member: grant,
  google_secret_manager_secret_iam_member: grant,
  google_pubsub_topic: quick,
  google_pubsub_topic_iam_member: grant,
  google_dns_managed_zone: {
    ...quick,
    bills: [{ kind: "DNS zone", unit: "zones", of: "DNS zones", each: () => 1 }],
  },
  google_dns_managed_zone_iam_member: grant,
  google_dns_record_set: quick,
  google_kms_key_ring: {
    ...quick,
    remains: {
      text: "Google never deletes key rings and keys. Their names stay in use, and a destroy destroys only the versions of keys.",
      source: "https://cloud.google.com/kms/docs/resource-hierarchy",
    },
  },
  google_kms_crypto_key: {
    ...quick,
    bills: [{ kind: "KMS key", unit: "keys", of: "KMS keys", each: () => 1 }],
  },
  google_kms_crypto_key_iam_member: grant,
  google_filestore_instance: {
    minutes: 5,
    timeSource: "https://cloud.google.com/filestore/docs/creating-instances",
    bills: [
      {
        kind: "Filestore",
        unit: "GiB",
        of: "Filestore instances",
        each: ({ file_shares }) => Number(blocks(file_shares)[0]?.capacity_gb) || 0,
      },
    ],
  },
  google_gke_backup_backup_plan: {
    minutes: 0.5,
    remains: {
      text: "A backup plan with backups cannot be deleted: delete the backups first.",
      source: `${gke}/add-on/backup-for-gke/how-to/backup-plan`,
    },
  },
  google_logging_project_bucket_config: { ...quick, step: "observability" },
  google_logging_project_sink: { ...quick, step: "observability" },
};
