import type { GkeClusterSpec } from "../../modules/gke/spec";
import type { Arguments } from "../support/synthesized";
import { type Elements, reference, textOf } from "./elements";
import type { Requirement } from "./requirement";
import { missingTaints, poolsOf } from "./taints";

const clusterOf = (json: Elements): Arguments => json.args("google_container_cluster")[0];

const memberTypes = [
  "google_project_iam_member",
  "google_compute_subnetwork_iam_member",
  "google_kms_crypto_key_iam_member",
  "google_secret_manager_secret_iam_member",
  "google_storage_bucket_iam_member",
  "google_dns_managed_zone_iam_member",
  "google_pubsub_topic_iam_member",
  "google_pubsub_subscription_iam_member",
  "google_bigquery_dataset_iam_member",
  "google_artifact_registry_repository_iam_member",
];

interface Grant {
  readonly role: string;
  readonly member: RegExp | string;

  /** The name of the resource, which is an argument of the grant. */
  readonly on?: string | RegExp;

  /** The project of the resource, if its name is not the whole one. */
  readonly project?: string;

  /** Title of its condition. */
  readonly condition?: string;
}

const fits = (args: Arguments, { role, member, on, project, condition }: Grant): boolean =>
  args.role === role &&
  (typeof member === "string" ? args.member === member : member.test(textOf(args.member))) &&
  args.condition?.title === condition &&
  (project === undefined || args.project === project) &&
  (on === undefined ||
    Object.entries(args).some(
      ([key, value]) =>
        key !== "member" &&
        key !== "condition" &&
        (typeof on === "string" ? textOf(value) === on : on.test(textOf(value))),
    ));

const has = (json: Elements, grant: Grant, type?: string): boolean =>
  (type ? [type] : memberTypes).some((one) => json.args(one).some((args) => fits(args, grant)));

function grants(
  name: string,
  source: string,
  required: (cluster: GkeClusterSpec, json: Elements) => readonly Grant[],
): Requirement<GkeClusterSpec> {
  return {
    name,
    source,
    missing: (cluster, json) =>
      required(cluster, json)
        .filter((grant) => !has(json, grant))
        .map(({ role, member, on }) => `${role} for ${String(member)} on ${String(on)}`),
  };
}

/** A member of IAM for pods of a service account. */
const pods = (namespace: string, account: string): RegExp =>
  new RegExp(`^principal://.*/subject/ns/${namespace}/sa/${account}$`);

const useKey = "roles/cloudkms.cryptoKeyEncrypterDecrypter";

/** APIs, and whether the JSON of a cluster needs each. */
const apis: Readonly<Record<string, (json: Elements, cluster: GkeClusterSpec) => boolean>> = {
  cloudresourcemanager: () => true,
  serviceusage: () => true,
  compute: () => true,
  container: () => true,
  iam: () => true,
  // Tokens of workload identities.
  iamcredentials: () => true,
  logging: () => true,
  monitoring: () => true,
  artifactregistry: () => true,
  // Keys of the cluster, and not those on which a workload has permissions.
  cloudkms: ({ terraform: { resource } }) =>
    Object.entries(resource as Arguments).some(
      ([type, all]) =>
        !type.endsWith("_iam_member") && /cryptoKeys\/|google_kms_crypto_key\./.test(JSON.stringify(all)),
    ),
  binaryauthorization: (json) =>
    ![undefined, "DISABLED"].includes(clusterOf(json).binary_authorization?.evaluation_mode),
  containersecurity: (json) => {
    const { mode, vulnerability_mode: scans } = clusterOf(json).security_posture_config ?? {};
    return mode !== "DISABLED" || scans !== "VULNERABILITY_DISABLED";
  },
  dns: (json, { dns }) =>
    clusterOf(json).dns_config?.cluster_dns === "CLOUD_DNS" ||
    json.all("google_dns_managed_zone").length > 0 ||
    dns !== undefined,
  storage: (_, { storage }) => storage?.object !== undefined,
  file: (json) => json.all("google_filestore_instance").length > 0,
  parallelstore: (json) => clusterOf(json).addons_config?.parallelstore_csi_driver_config?.enabled === true,
  lustre: (json) => clusterOf(json).addons_config?.lustre_csi_driver_config?.enabled === true,
  gkebackup: (json) => json.all("google_gke_backup_backup_plan").length > 0,
  secretmanager: (json, { nodeGroups }) =>
    clusterOf(json).secret_manager_config?.enabled === true ||
    nodeGroups.some(({ registryAuthorities = [] }) => registryAuthorities.length > 0),
  gkehub: (json) => clusterOf(json).fleet?.project !== undefined,
  anthosconfigmanagement: (json) =>
    json
      .args("google_gke_hub_feature_membership")
      .some(({ configmanagement }) => configmanagement?.config_sync?.enabled === true),
  anthospolicycontroller: (json) =>
    json
      .args("google_gke_hub_feature_membership")
      .some(({ policycontroller }) => policycontroller !== undefined),
  mesh: (json) =>
    json.args("google_gke_hub_feature_membership").some(({ mesh }) => mesh?.management !== undefined),
  pubsub: (json) => clusterOf(json).notification_config?.pubsub?.enabled === true,
  bigquery: (json) => clusterOf(json).resource_usage_export_config !== undefined,
  privateca: (json) =>
    clusterOf(json).mesh_certificates?.enable_certificates === true ||
    /_ca"/.test(JSON.stringify(clusterOf(json).user_managed_keys_config ?? {})),
};

/** Which permissions and APIs each part of a cluster needs on Google Cloud, and who gets access to the cluster. */
export const gkeRights: readonly Requirement<GkeClusterSpec>[] = [
  {
    name: "APIs",
    source: 'https://cloud.google.com/kubernetes-engine/docs ("Before you begin" of each feature)',
    missing: (cluster, json) =>
      cluster.gke?.projectServices === false
        ? []
        : Object.entries(apis)
            .filter(([, isNeeded]) => isNeeded(json, cluster))
            .filter(([api]) => !json.has("google_project_service", { service: `${api}.googleapis.com` }))
            .map(([api]) => api),
  },
  grants(
    "nodes",
    "https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#use_least_privilege_sa",
    ({ gke }, json) => {
      const account = json
        .all("google_service_account")
        .find(({ name }) => name === "node_groups_service_account");
      if (!account) return [];
      const member = reference(account, "member");
      return [
        { role: "roles/container.defaultNodeServiceAccount", member },
        ...[undefined, ...(gke?.imageProjects ?? [])].map((on) => ({
          role: "roles/artifactregistry.reader",
          member,
          on,
        })),
      ];
    },
  ),
  {
    name: "nodes pull images of the project",
    source: "https://cloud.google.com/artifact-registry/docs/integrate-gke",
    missing: ({ gke }, json) => {
      const account = json
        .all("google_service_account")
        .find(({ name }) => name === "node_groups_service_account");
      const readers = json
        .args("google_project_iam_member")
        .filter(
          ({ role, member }) =>
            role === "roles/artifactregistry.reader" && account && member === reference(account, "member"),
        );
      return account && readers.length < 1 + (gke?.imageProjects ?? []).length
        ? ["roles/artifactregistry.reader"]
        : [];
    },
  },
  grants("keys", "https://cloud.google.com/kubernetes-engine/docs/how-to/using-cmek", (_, json) => {
    const cluster = clusterOf(json);
    const keysOf = (value: unknown) =>
      [
        ...textOf(value).matchAll(
          /projects\/[^"]*\/cryptoKeys\/[^"/]+|\$\{google_kms_crypto_key\.\w+\.id\}/g,
        ),
      ].map(([key]) => key);
    const rows: [RegExp, unknown][] = [
      [/@container-engine-robot\./, cluster.database_encryption],
      [
        /@compute-system\./,
        [cluster.cluster_autoscaling, cluster.node_config, json.args("google_container_node_pool")],
      ],
      [/@cloud-filer\./, json.args("google_filestore_instance")],
      [/@gcp-sa-gkebackup\./, json.args("google_gke_backup_backup_plan")],
    ];
    return rows.flatMap(([member, value]) => keysOf(value).map((on) => ({ role: useKey, member, on })));
  }),
  grants(
    "secrets of registries",
    "https://cloud.google.com/kubernetes-engine/docs/how-to/access-private-registries-private-certificates",
    ({ nodeGroups }, json) => {
      const accountOf = (group: string): string =>
        textOf(
          poolsOf(json, "google_container_node_pool", group, nodeGroups)[0]?.args.node_config
            ?.service_account,
        );
      return nodeGroups.flatMap(({ name, registryAuthorities = [], serviceAccountEmail }) =>
        registryAuthorities.map(({ secretVersion }) => ({
          role: "roles/secretmanager.secretAccessor",
          member: `serviceAccount:${serviceAccountEmail ?? accountOf(name)}`,
          on: secretVersion.split("/")[3],
          project: secretVersion.split("/")[1],
        })),
      );
    },
  ),
  grants(
    "the host project of a Shared VPC",
    "https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-shared-vpc",
    ({ network }) => {
      const { existing } = network ?? {};
      if (existing?.hostProject === undefined || existing.hostGrants === false) return [];
      const gke = /@container-engine-robot\./;
      const subnets = [
        existing.subnetwork,
        ...(existing.moreSubnets ?? []).map(({ subnetwork }) => subnetwork),
      ];
      return [
        ...subnets.flatMap((on) =>
          [gke, /@cloudservices\./].map((member) => ({ role: "roles/compute.networkUser", member, on })),
        ),
        { role: "roles/container.hostServiceAgentUser", member: gke, on: existing.hostProject },
        ...(existing.hostFirewall
          ? [{ role: "roles/compute.securityAdmin", member: gke, on: existing.hostProject }]
          : []),
      ];
    },
  ),
  grants(
    "people",
    "https://cloud.google.com/kubernetes-engine/docs/how-to/role-based-access-control",
    ({ access, name }) => {
      const roles = {
        admins: "roles/container.admin",
        editors: "roles/container.developer",
        viewers: "roles/container.viewer",
      } as const;
      return (["admins", "editors", "viewers"] as const).flatMap((level) =>
        (access[level] ?? []).map((one) => {
          const { principal, namespaces } =
            typeof one === "string" ? { principal: one, namespaces: undefined } : one;
          return {
            role: namespaces ? "roles/container.clusterViewer" : roles[level],
            member: principal,
            condition: `GKE cluster ${name}`,
          };
        }),
      );
    },
  ),
  grants(
    "ExternalDNS",
    "https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/gke/",
    ({ dns }) => {
      const member = pods("external-dns", "external-dns");
      return dns
        ? [
            { role: "roles/dns.reader", member },
            ...dns.zones.map((on) => ({ role: "roles/dns.admin", member, on })),
          ]
        : [];
    },
  ),
  grants(
    "pods mount buckets",
    "https://cloud.google.com/kubernetes-engine/docs/how-to/cloud-storage-fuse-csi-driver-setup",
    ({ storage }) => {
      const { buckets = [], namespaces, readOnly } = storage?.object ?? {};
      const role = readOnly ? "roles/storage.objectViewer" : "roles/storage.objectUser";
      const members = namespaces?.map((one) => new RegExp(`^principalSet://.*/namespace/${one}$`)) ?? [
        /^principalSet:\/\/.*\/kubernetes\.cluster\//,
      ];
      return buckets.flatMap((on) => members.map((member) => ({ role, member, on })));
    },
  ),
  {
    name: "workload identities",
    source: "https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity",
    missing: ({ workloadIdentities = [], gke }, json) =>
      workloadIdentities.flatMap(
        ({ namespace, serviceAccount, via, serviceAccountEmail, grants: wanted = [] }) => {
          const own = `${namespace}/${serviceAccount}`;
          const impersonation = json
            .args("google_service_account_iam_member")
            .find(
              ({ role, member }) =>
                role === "roles/iam.workloadIdentityUser" && textOf(member).endsWith(`[${own}]`),
            );
          if (via === "service-account" && !impersonation) return [`${own}: impersonation`];
          const account = json.target(impersonation?.service_account_id, "google_service_account");
          const member =
            via === "service-account"
              ? `serviceAccount:${serviceAccountEmail ?? reference(account!, "email")}`
              : pods(namespace, serviceAccount);
          return wanted
            .filter((grant) => {
              const { role, condition, ...targets } = grant;
              // The project of the cluster, a name or a reference.
              const own = gke?.project ?? /^\$\{/;
              const [[target, on] = ["project", own]] = Object.entries(targets).filter(
                ([, value]) => value !== undefined,
              );
              return !has(
                json,
                { role, member, on: on as string | RegExp, condition: condition?.title },
                targetTypes[target] ?? "google_project_iam_member",
              );
            })
            .map(({ role }) => `${own}: ${role}`);
        },
      ),
  },
  {
    name: "taints keep other pods away",
    source: "https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/",
    missing: ({ nodeGroups }, json) =>
      missingTaints(nodeGroups, json, "google_container_node_pool", ({ node_config: config }) =>
        ((config?.taint ?? []) as Arguments[]).map(({ key, effect }) => `${key} ${effect}`),
      ),
  },
];

const targetTypes: Readonly<Record<string, string>> = {
  project: "google_project_iam_member",
  bucket: "google_storage_bucket_iam_member",
  secret: "google_secret_manager_secret_iam_member",
  topic: "google_pubsub_topic_iam_member",
  subscription: "google_pubsub_subscription_iam_member",
  key: "google_kms_crypto_key_iam_member",
  dataset: "google_bigquery_dataset_iam_member",
  repository: "google_artifact_registry_repository_iam_member",
};
