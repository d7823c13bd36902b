import type { AnyGkeClusterProps } from "../../modules/gke/spec";
import { minimal, synthesizeGke } from "../support/gke";
import { key, keyElsewhere } from "./rule-support";

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

/** The API of each resource type, or of an argument that is on. A resource fails in a project without its API. */
const apiOf: readonly (readonly [type: RegExp, api: string])[] = [
  [/^google_container_/, "container"],
  [/^google_compute_/, "compute"],
  [/^google_gke_hub_/, "gkehub"],
  [/^google_kms_/, "cloudkms"],
  [/^google_secret_manager_/, "secretmanager"],
  [/^google_filestore_/, "file"],
  [/^google_gke_backup_/, "gkebackup"],
  [/^google_pubsub_/, "pubsub"],
  [/^google_bigquery_/, "bigquery"],
  [/^google_dns_/, "dns"],
  [/^google_storage_/, "storage"],
  [/^google_logging_/, "logging"],
  [/^google_service_account/, "iam"],
  [/^google_project_/, "cloudresourcemanager"],
];

const group = { ...minimal.nodeGroups[0] };
const nodeKey = "projects/keys/locations/europe-west3/keyRings/gke/cryptoKeys/nodes";
const secretVersion = "projects/shop-secrets/secrets/ca/versions/1";
const authority = { hosts: ["registry.example.com"], secretVersion };

const clusters: Readonly<Record<string, Partial<AnyGkeClusterProps>>> = {
  "the smallest one": {},
  "keys of the platform": { encryption: { secrets: "platform-key" } },
  "own keys": {
    encryption: { secrets: "customer-key", keyId: key, disks: "customer-key", disksKeyId: nodeKey },
    storage: { file: { tier: "zonal", keyId: key }, backup: { keyId: key } },
  },
  "a key of disks of one group": {
    encryption: { secrets: "platform-key" },
    nodeGroups: [
      { ...group, disk: { kmsKeyId: nodeKey } },
      { ...group, name: "more", disk: { kmsKeyId: nodeKey } },
    ],
  },
  "keys of files and backups": {
    encryption: { secrets: "platform-key" },
    storage: { file: { tier: "zonal", keyId: key }, backup: { keyId: key } },
  },
  "private registries": {
    nodeGroups: [
      { ...group, registryAuthorities: [authority] },
      { ...group, name: "more", registryAuthorities: [authority] },
      {
        ...group,
        name: "own",
        serviceAccountEmail: "own@shop-production.iam.gserviceaccount.com",
        registryAuthorities: [authority],
      },
    ],
  },
  everything: {
    network: { private: true },
    dns: { zones: ["shop-example-com"] },
    gitops: "config-sync",
    storage: { file: true, backup: true, object: { buckets: ["shop-images"] } },
    observability: { notifications: true, usageMetering: {}, retentionDays: 30 },
    gke: {
      project: "shop-production",
      meshCertificates: true,
      secretManager: true,
      fleetProject: "shop-fleet",
      policyController: true,
      serviceMesh: true,
    },
  },
};

/** The service agents that use keys, by the type of the resource that names the key. */
const agentOf: Readonly<Record<string, RegExp>> = {
  // Secrets, and disks of the default node pool.
  google_container_cluster: /@(container-engine-robot|compute-system)\.iam\.gserviceaccount\.com$/,
  google_container_node_pool: /@compute-system\.iam\.gserviceaccount\.com$/,
  google_filestore_instance: /@cloud-filer\.iam\.gserviceaccount\.com$/,
  google_gke_backup_backup_plan: /@gcp-sa-gkebackup\.iam\.gserviceaccount\.com$/,
};

/** All texts in a value. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const stacks = Object.entries(clusters).map(([name, props]) => [name, synthesizeGke(props)] as const);

test.each(stacks)(
  "%s: the API of each resource is enabled before it is created",
  (_, { terraform, graph }) => {
    const { google_project_service: services, ...resources } = terraform.resource as Resources;
    const enabled = Object.values(services).map(({ service }) => service);
    for (const [type, elements] of Object.entries(resources)) {
      const api = apiOf.find(([pattern]) => pattern.test(type))?.[1];
      expect([type, api]).toEqual([type, expect.any(String)]);
      expect(enabled).toContain(`${api}.googleapis.com`);
      if (["secretmanager", "file", "gkebackup", "container"].includes(api!)) {
        for (const name of Object.keys(elements)) {
          expect(graph.isOrdered(`google_project_service.project_${api}`, `${type}.${name}`)).toBe(true);
        }
      }
    }
  },
);

test.each(stacks)(
  "%s: each key has its grant before the resource that uses it",
  (_, { terraform, graph }) => {
    const resources = terraform.resource as Resources;
    const { google_kms_crypto_key_iam_member: grants = {}, ...others } = resources;
    for (const [type, elements] of Object.entries(others)) {
      for (const [name, element] of Object.entries(elements)) {
        const keys = textsOf(element).filter((text) =>
          /\/cryptoKeys\/|google_kms_crypto_key\.\w+\.id/.test(text),
        );
        for (const used of keys) {
          const grant = Object.entries(grants).find(
            ([id, { crypto_key_id: granted, member }]) =>
              granted === used &&
              agentOf[type].test(String(member)) &&
              graph.isOrdered(`google_kms_crypto_key_iam_member.${id}`, `${type}.${name}`),
          );
          expect([type, name, used, grant?.[1].role]).toEqual([
            type,
            name,
            used,
            "roles/cloudkms.cryptoKeyEncrypterDecrypter",
          ]);
        }
      }
    }
  },
);

test("terraform-provider-google #23670: nodes may read the secrets of private registries", () => {
  const { terraform, graph } = synthesizeGke(clusters["private registries"]);
  const resources = terraform.resource as Resources;
  expect(resources.google_project_service).toHaveProperty("project_secretmanager");
  const grants = Object.entries(resources.google_secret_manager_secret_iam_member);
  expect(grants.map(([, { member }]) => member).sort()).toEqual([
    "serviceAccount:${google_service_account.node_groups_service_account.email}",
    "serviceAccount:own@shop-production.iam.gserviceaccount.com",
  ]);
  for (const [name, grant] of grants) {
    expect(grant).toMatchObject({
      project: "shop-secrets",
      secret_id: "ca",
      role: "roles/secretmanager.secretAccessor",
    });
    expect(
      graph.isOrdered(
        "google_project_service.project_secretmanager",
        `google_secret_manager_secret_iam_member.${name}`,
      ),
    ).toBe(true);
  }
  const [shared] = grants.map(([name]) => `google_secret_manager_secret_iam_member.${name}`).sort();
  for (const pool of ["workers", "more"]) {
    expect(graph.isOrdered(shared, `google_container_node_pool.node_groups_${pool}`)).toBe(true);
  }
});

test("versions of one secret share a permission, which a change of the version keeps", () => {
  const grantsOf = (...versions: readonly string[]) => {
    const registryAuthorities = versions.map((version) => ({ ...authority, secretVersion: version }));
    const stack = synthesizeGke({ nodeGroups: [{ ...group, registryAuthorities }] });
    return stack.terraform.resource.google_secret_manager_secret_iam_member;
  };
  const before = grantsOf(secretVersion);
  expect(Object.keys(before as object)).toHaveLength(1);
  expect(grantsOf("projects/shop-secrets/secrets/ca/versions/2")).toEqual(before);
  expect(grantsOf(secretVersion, "projects/shop-secrets/secrets/ca/versions/2")).toEqual(before);
});

test("the secret of a reference is derived by Terraform", () => {
  const stack = synthesizeGke({
    nodeGroups: [{ ...group, registryAuthorities: [{ ...authority, secretVersion: "${var.secret}" }] }],
  });
  const [grant] = Object.values(stack.terraform.resource.google_secret_manager_secret_iam_member as object);
  expect(grant).toMatchObject({ role: "roles/secretmanager.secretAccessor" });
  expect(JSON.stringify(grant)).toContain("var.secret");
});

test("terraform-google-kubernetes-engine #723: GKE may write firewall rules in the host project", () => {
  const existing = {
    network: "projects/shop-host/global/networks/shop",
    subnetwork: "projects/shop-host/regions/europe-west3/subnetworks/nodes",
    podRange: "pods",
    serviceRange: "services",
    hostProject: "shop-host",
  };
  const members = (patch: object) =>
    Object.values(
      synthesizeGke({ network: { existing: { ...existing, ...patch } } }).terraform.resource
        .google_project_iam_member as Resources[string],
    );
  const role = expect.objectContaining({
    project: "shop-host",
    role: "roles/compute.securityAdmin",
  }) as object;
  expect(members({ hostFirewall: true })).toContainEqual(role);
  expect(members({})).not.toContainEqual(role);
});

test("keys of another region are refused", () => {
  expect(() => synthesizeGke({ encryption: { keyId: keyElsewhere } })).toThrow(/encryption\.keyId/);
});
