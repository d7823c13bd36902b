import { permissionsFor, phases, type Phase } from "../../../modules/permissions";
import {
  actAs,
  googleDataSources,
  googleResources,
  provider,
} from "../../../modules/permissions/google/resources";
import { googleRoles, permissionsOf } from "../../../modules/permissions/google/roles";
import { shippedClusters } from "../../support/shipped";
import { callsFor, recordedCalls } from "../recorded";
import { checkedBy, deniedBy, inBody, isAllowed } from "./calls";

const stacks = new Map(
  shippedClusters()
    .filter(({ stack }) => (stack.terraform as unknown as Parts).provider.google !== undefined)
    .map((one) => [one.name, one]),
);

interface Parts {
  readonly provider: { readonly google: readonly object[] };
  readonly resource: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly data?: Readonly<Record<string, object>>;
}

/** The project of the emulator for a stack whose file has none. */
const emulated = "emulator-project";

function configurationOf(name: string): Parts {
  const { provider: providers, ...rest } = stacks.get(name)!.stack.terraform as unknown as Parts;
  // The deploy tests deploy stacks without protection, so that their buckets are emptied.
  const buckets = Object.entries(rest.resource.google_storage_bucket ?? {}).map(([key, bucket]) => [
    key,
    { ...bucket, force_destroy: true },
  ]);
  return {
    ...rest,
    resource: { ...rest.resource, google_storage_bucket: Object.fromEntries(buckets) },
    provider: { google: [{ project: emulated, ...providers.google[0] }] },
  };
}

/** A stack whose services name its project needs no other one. */
const rolesOf = (name: string, phase: Phase, parts: object = {}) => {
  const configuration = configurationOf(name);
  const [service] = Object.values(configuration.resource.google_project_service);
  const google = [
    { ...configuration.provider.google[0], ...(service.project !== undefined && { project: undefined }) },
  ];
  return googleRoles(name, { ...configuration, provider: { google }, ...parts }, phase);
};

/** Types that no shipped stack has: a node group of a kubeadm cluster over several zones. */
const notShipped = ["google_compute_region_instance_group_manager"];

test("each resource type and data source of the shipped stacks has a row, and each row is used", () => {
  const onGoogle = shippedClusters().map(({ stack }) => stack.terraform as unknown as Parts);
  const types = (part: "resource" | "data") => [
    ...new Set(
      onGoogle
        .flatMap((parts) => Object.keys(parts[part] ?? {}))
        .filter((type) => type.startsWith("google_")),
    ),
  ];
  expect(Object.keys(googleResources).sort()).toEqual([...types("resource"), ...notShipped].sort());
  expect(Object.keys(googleDataSources).sort()).toEqual(types("data").sort());
});

test("each row names its source", () => {
  for (const { source } of [...Object.values(googleResources), ...Object.values(googleDataSources)])
    expect(`${provider}${source}`).toMatch(/^https:\/\/github\.com\/hashicorp\/.*\/[\w-]+\/\w+\.go$/);
});

/** Google checks them with another call, for a change or for older versions, and the emulator finishes each operation when it answers. */
const withoutCall = new Set([
  actAs,
  ...inBody,
  ...Object.values(googleResources).flatMap(({ readBefore = [], update = [], waits = [] }) => [
    ...readBefore,
    ...update,
    ...waits,
  ]),
]);

const recorded = [...recordedCalls("google")].flatMap(([name, calls]) =>
  phases.map((phase) => [name, phase, calls] as const),
);

test.each(recorded)("%s: the roles for %s allow each recorded call", (name, phase, calls) => {
  expect(calls[phase].length).toBeGreaterThan(10);
  expect(deniedBy(rolesOf(name, phase), calls[phase])).toEqual([]);
});

test.each(recorded)("%s: a recorded call needs each permission for %s", (name, phase, calls) => {
  const { roles, bindings } = rolesOf(name, phase);
  const checked = callsFor(calls, phase).flatMap(checkedBy);
  const unused = bindings.flatMap((binding) => {
    const id = binding.role.split("/").at(-1)!;
    const role = roles.get(id)!;
    return role.includedPermissions
      .filter((permission) => !withoutCall.has(permission))
      .filter((permission) => {
        const only = new Map([[id, { ...role, includedPermissions: [permission] }]]);
        const alone = { roles: only, bindings: [binding], unknownTypes: [], unlimited: [] };
        return !checked.some((call) => isAllowed(alone, call));
      })
      .map((permission) => `${permission} on ${binding.resource}`);
  });
  expect(unused).toEqual([]);
});

test.each(phases)(
  "a role of %s may read the groups of a node pool one by one, as google 6.50 does",
  (phase) => {
    const zone = "GET /compute/compute/v1/projects/emulator-project/zones/europe-west3-a";
    expect(
      deniedBy(rolesOf("dev-gke", phase), [`${zone}/instanceGroupManagers/gke-dev-gke-spot-grp`]),
    ).toEqual([]);
  },
);

test.each(recorded)(
  "%s: without the right to read the cluster and its network, a recorded call of %s is denied",
  (name, phase, calls) => {
    const all = rolesOf(name, phase);
    const without = [...all.roles].map(([id, role]) => {
      const includedPermissions = role.includedPermissions.filter(
        (one) => one !== "container.clusters.get" && one !== "compute.networks.get",
      );
      return [id, { ...role, includedPermissions }] as const;
    });
    expect(deniedBy({ ...all, roles: new Map(without) }, calls[phase])).not.toEqual([]);
  },
);

test.each([
  ["POST /storage/storage/v1/b", "storage.buckets.create", "projects/_/buckets"],
  ["GET /storage/storage/v1/b/models", "storage.buckets.get", "projects/_/buckets/models"],
  ["PUT /storage/storage/v1/b/models/iam", "storage.buckets.setIamPolicy", "projects/_/buckets/models"],
  [
    "GET /storage/storage/v1/b/models/anywhereCaches/",
    "storage.anywhereCaches.list",
    "projects/_/buckets/models",
  ],
  ["GET /storage/storage/v1/b/models/o", "storage.objects.list", "projects/_/buckets/models/objects"],
  [
    "DELETE /storage/storage/v1/b/models/o/node/ca.crt",
    "storage.objects.delete",
    "projects/_/buckets/models/objects/node/ca.crt",
  ],
  [
    "GET /compute/compute/v1/projects/shop/regions/r1/healthChecks/api",
    "compute.regionHealthChecks.get",
    "projects/shop/regions/r1/healthChecks/api",
  ],
])("%s needs %s on %s", (call, permission, resource) => {
  expect(checkedBy(call)).toEqual([expect.objectContaining({ permission, resource })]);
});

test("a condition on the name of an object allows no other object, and a role of the project no bucket of another", () => {
  const role = {
    title: "",
    description: "",
    stage: "GA",
    includedPermissions: ["storage.objects.get"],
  } as const;
  const only = (resource: string, condition?: string) => ({
    ...{ roles: new Map([["reader", role]]), unknownTypes: [], unlimited: [] },
    bindings: [{ role: "projects/shop/roles/reader", resource, condition }],
  });
  const read = (bucket: string, name: string) => [`GET /storage/storage/v1/b/${bucket}/o/${name}`];
  const own = "shop-123456789012";
  const limited = only(
    "projects/shop",
    "resource.name.startsWith('projects/_/buckets/shop-') && resource.name.endsWith('/objects/node/ca.crt')",
  );
  expect(deniedBy(limited, read(own, "node/ca.crt"))).toEqual([]);
  expect(deniedBy(limited, read(own, "pki/ca.key"))).toHaveLength(1);
  expect(deniedBy(only("projects/shop"), read(own, "pki/ca.key"))).toEqual([]);
  expect(deniedBy(only("projects/shop"), read("models", "node/ca.crt"))).toHaveLength(1);
});

const reads = /\.(get|list|getIamPolicy)$/;

test("a plan changes nothing, and a destroy creates nothing", () => {
  for (const row of [...Object.values(googleResources), ...Object.values(googleDataSources)]) {
    expect(permissionsOf(row, "plan").filter((one) => !reads.test(one))).toEqual([]);
    expect(permissionsOf(row, "destroy").filter((one) => /\.(create|enable)$/.test(one))).toEqual(
      // A change of records is a separate resource.
      row === googleResources.google_dns_record_set ? ["dns.changes.create"] : [],
    );
  }
});

const own = `projects/${emulated}`;
const decide = (name: string, phase: Phase, permission: string, resource: string) =>
  isAllowed(rolesOf(name, phase), { permission, resource }) ? "allowed" : "denied";

test.each([
  ["production-gke", "plan", "container.clusters.get", own, "allowed"],
  ["production-gke", "plan", "container.clusters.create", own, "denied"],
  ["production-gke", "apply", "container.clusters.create", own, "allowed"],
  ["production-gke", "apply", "container.clusters.create", "projects/other", "denied"],
  ["production-gke", "apply", "iam.serviceAccounts.getAccessToken", own, "denied"],
  ["production-gke", "apply", actAs, own, "denied"],
  [
    "production-gke",
    "apply",
    actAs,
    `${own}/serviceAccounts/other@${emulated}.iam.gserviceaccount.com`,
    "denied",
  ],
  ["production-gke", "destroy", "container.clusters.delete", own, "allowed"],
  ["production-gke", "destroy", "container.clusters.create", own, "denied"],
  ["gke-shared-vpc-shop", "apply", "container.clusters.create", "projects/shop-production", "allowed"],
  ["gke-shared-vpc-shop", "apply", "container.clusters.create", "projects/shop-network", "denied"],
  [
    "gke-shared-vpc-shop",
    "apply",
    "resourcemanager.projects.setIamPolicy",
    "projects/shop-network",
    "allowed",
  ],
  [
    "gke-shared-vpc-shop",
    "apply",
    "compute.subnetworks.setIamPolicy",
    "projects/shop-network/regions/europe-west3/subnetworks/shop",
    "allowed",
  ],
  [
    "gke-shared-vpc-shop",
    "apply",
    "compute.subnetworks.setIamPolicy",
    "projects/shop-network/regions/europe-west3/subnetworks/other",
    "denied",
  ],
  [
    "gke-shared-vpc-shop",
    "plan",
    "compute.subnetworks.setIamPolicy",
    "projects/shop-network/regions/europe-west3/subnetworks/shop",
    "denied",
  ],
] as const)("%s, %s: %s on %s is %s", (name, phase, permission, resource, expected) => {
  expect(decide(name, phase, permission, resource)).toBe(expected);
});

test.each([...stacks].filter(([, { cluster }]) => cluster.platform === "gke").map(([name]) => name))(
  "%s acts only as the service accounts of its nodes, and only in an apply",
  (name) => {
    const accounts = (phase: Phase) => {
      const { roles, bindings } = rolesOf(name, phase);
      const acting = bindings.filter(({ role }) =>
        roles.get(role.split("/").at(-1)!)!.includedPermissions.includes(actAs),
      );
      return acting.map(({ resource }) => resource);
    };
    expect(accounts("plan")).toEqual([]);
    expect(accounts("destroy")).toEqual([]);
    const found = accounts("apply");
    expect(found).not.toEqual([]);
    for (const account of found)
      expect(account).toMatch(
        /^projects\/[\w-]+\/serviceAccounts\/[\w-]+@[\w-]+\.iam\.gserviceaccount\.com$/,
      );
    // Workloads have accounts that no node has.
    const all = Object.keys(configurationOf(name).resource.google_service_account).length;
    const workloads = Object.keys(configurationOf(name).resource.google_service_account).filter((key) =>
      key.startsWith("identity_"),
    ).length;
    expect(found).toHaveLength(all - workloads);
  },
);

test("the roles that a stack grants on a project are in the condition of the binding", () => {
  const { bindings } = rolesOf("gke-shared-vpc-shop", "apply");
  expect(bindings.find(({ resource }) => resource === "projects/shop-network")!.condition).toBe(
    "api.getAttribute('iam.googleapis.com/modifiedGrantsByRole', []).hasOnly(['roles/compute.securityAdmin', 'roles/container.hostServiceAgentUser'])",
  );
});

test("more than ten roles are a warning", () => {
  const { resource } = configurationOf("dev-gke");
  const members = Object.fromEntries(
    Array.from({ length: 11 }, (_, i) => [
      `m${i}`,
      { member: "user:a@example.com", role: `roles/test.r${i}` },
    ]),
  );
  const configuration = {
    ...configurationOf("dev-gke"),
    resource: { ...resource, google_project_iam_member: members },
  };
  const source = { name: "dev-gke", platform: "gke", region: "europe-west3", configuration };
  expect(permissionsFor(source, "plan").warnings).toEqual([]);
  expect(permissionsFor(source, "apply").warnings).toEqual([
    `${own} gets more than 10 roles, so no condition limits which roles are granted`,
  ]);
});

test("ids and titles of roles have the form that Google requires", () => {
  for (const name of stacks.keys()) {
    for (const [id, role] of rolesOf(name, "apply").roles) {
      expect(id).toMatch(/^[\w.]{3,64}$/);
      expect(role.title.length).toBeLessThanOrEqual(100);
      expect(Object.keys(role)).toEqual(["title", "description", "stage", "includedPermissions"]);
    }
  }
});

test("without a project in the file, the resources have a placeholder", () => {
  const { bindings } = googleRoles("production-gke", stacks.get("production-gke")!.stack.terraform, "plan");
  expect(bindings.map(({ resource }) => resource)).toEqual(["projects/PROJECT_ID"]);
});

test("the state in a bucket is read and locked, by its prefix", () => {
  const gcs = { bucket: "states", prefix: "dev-gke" };
  const { bindings, roles } = rolesOf("dev-gke", "plan", { terraform: { backend: { gcs } } });
  const binding = bindings.find(({ resource }) => resource === "projects/_/buckets/states")!;
  expect(roles.get(binding.role.split("/").at(-1)!)!.includedPermissions).toEqual(
    ["create", "delete", "get", "list"].map((one) => `storage.objects.${one}`),
  );
  expect(binding.condition).toContain(
    "resource.name.startsWith('projects/_/buckets/states/objects/dev-gke/')",
  );
});

test("unknown resource types are listed", () => {
  const resource = { ...configurationOf("dev-gke").resource, google_redis_instance: { main: {} } };
  expect(rolesOf("dev-gke", "apply", { resource }).unknownTypes).toEqual(["google_redis_instance"]);
});

test("a grant on the bucket of the state keeps the limit of the objects", () => {
  const gcs = { bucket: "states", prefix: "prod" };
  const { resource } = configurationOf("dev-gke");
  const grant = { bucket: "states", role: "roles/storage.objectViewer", member: "user:a@example.com" };
  const changed = { ...resource, google_storage_bucket_iam_member: { a: grant } };
  const { bindings, roles } = rolesOf("dev-gke", "apply", {
    resource: changed,
    terraform: { backend: { gcs } },
  });
  const found = bindings.filter(({ resource: one }) => one === "projects/_/buckets/states");
  const limited = found.map(({ role, condition }) => {
    const permissions = roles.get(role.split("/").at(-1)!)!.includedPermissions;
    return [
      permissions.some((one) => one.startsWith("storage.objects.")),
      condition?.endsWith("objects/prod/')"),
    ];
  });
  expect(limited.sort()).toEqual([
    [false, undefined],
    [true, true],
  ]);
});

describe("kubeadm on Google Cloud", () => {
  const { name, stack } = shippedClusters().find(
    ({ cluster }) => cluster.platform === "kubeadm" && cluster.cloud === "google",
  )!;
  const parts = stack.terraform as unknown as Parts;

  test("the identity acts as the account of each machine", () => {
    const { roles, bindings } = googleRoles(name, parts, "apply");
    const acting = bindings.filter(({ role }) =>
      roles.get(role.split("/").at(-1)!)!.includedPermissions.includes(actAs),
    );
    const machines = Object.values(parts.resource.google_compute_instance_template).map((template) =>
      JSON.stringify(template.service_account),
    );
    expect(acting).toHaveLength(new Set(machines).size);
    expect(acting.length).toBeGreaterThan(1);
  });

  test("the condition names the custom roles of the stack", () => {
    const { bindings, unlimited } = googleRoles(name, parts, "apply");
    const limit = bindings.flatMap(({ condition }) => condition ?? []).join();
    for (const { role_id: id } of Object.values(parts.resource.google_project_iam_custom_role))
      expect(limit).toMatch(new RegExp(`'projects/[\\w-]+/roles/${String(id)}'`));
    expect(limit).not.toContain("${");
    expect(unlimited).toEqual([]);
  });

  test("a role that only Terraform knows is a warning, without a condition", () => {
    const members = { one: { role: "${var.role}", member: "user:a@example.com" } };
    const resource = { ...parts.resource, google_project_iam_member: members };
    const { bindings, unlimited } = googleRoles(name, { ...parts, resource }, "apply");
    expect(bindings.filter(({ condition }) => condition?.includes("modifiedGrantsByRole"))).toEqual([]);
    expect(unlimited.map(({ reason }) => reason)).toEqual([
      "the role ${var.role}, whose name only Terraform knows",
    ]);
  });
});

test("the ids of roles of a long name are bounded and different", () => {
  const name = `a${"-long-name".repeat(8)}`;
  const rolesIn = (phase: Phase) => googleRoles(name, configurationOf("dev-gke"), phase).roles;
  const ids = phases.flatMap((phase) => [...rolesIn(phase).keys()]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^\w{3,64}$/);
});
