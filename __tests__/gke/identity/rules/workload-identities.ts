import type { GkeGrant } from "../../../../modules/gke/spec";
import {
  type GkeRuleCases,
  cluster,
  group,
  key,
  keyElsewhere,
  variable,
  withGrants,
  withWorkload,
} from "../../rule-support";

const role = "roles/storage.objectViewer";

const account = "orders@shop.iam.gserviceaccount.com";

/** Two workloads with service accounts of IAM, and one grant each. */
const impersonating =
  (...emails: readonly (string | undefined)[]) =>
  (...grants: readonly GkeGrant[]) =>
    cluster({
      workloadIdentities: emails.map((serviceAccountEmail, i) => ({
        namespace: "shop",
        serviceAccount: ["orders", "items"][i],
        via: "service-account" as const,
        serviceAccountEmail,
        grants: [grants[i]],
      })),
    });

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/identity/workload-names",
    passes: [["names", withWorkload({ serviceAccount: "orders.v1" })]],
    fails: [
      [
        "others",
        withWorkload({ namespace: "shop.a", serviceAccount: "Orders" }),
        'error workloadIdentities[0].namespace: must be a namespace such as "shop", got "shop.a"',
        'error workloadIdentities[0].serviceAccount: must be a service account such as "orders", got "Orders"',
      ],
    ],
  },
  {
    rule: "gke/identity/workloads-unique",
    passes: [["one", withWorkload({})]],
    fails: [
      [
        "a duplicate",
        cluster({
          workloadIdentities: [
            { namespace: "shop", serviceAccount: "orders-v1" },
            { namespace: "shop", serviceAccount: "orders-v1" },
          ],
        }),
        "error workloadIdentities[1]: shop/orders-v1 is a duplicate of [0]",
      ],
      [
        "ExternalDNS' own",
        cluster({
          dns: { zones: ["shop"] },
          workloadIdentities: [{ namespace: "external-dns", serviceAccount: "external-dns" }],
        }),
        "error workloadIdentities[0]: external-dns/external-dns already has its roles from dns",
      ],
    ],
  },
  {
    rule: "gke/identity/workloads-have-grants",
    passes: [["a grant", withGrants({ role })]],
    fails: [
      [
        "none",
        withWorkload({}),
        "warning workloadIdentities[0]: has no grants: the pods have no roles in Google Cloud yet",
      ],
      [
        "an empty list",
        withGrants(),
        "warning workloadIdentities[0]: has no grants: the pods have no roles in Google Cloud yet",
      ],
    ],
  },
  {
    rule: "gke/identity/grant-roles",
    passes: [
      [
        "roles",
        withGrants({ role }, { role: "projects/shop/roles/orders", bucket: "a-b" }, { role: variable }),
      ],
    ],
    fails: [
      [
        "a permission",
        withGrants({ role: "storage.objects.get" }),
        'error workloadIdentities[0].grants[0].role: must be a role such as roles/storage.objectViewer, got "storage.objects.get"',
      ],
      [
        "a basic role",
        withGrants({ role: "roles/editor" }),
        "warning workloadIdentities[0].grants[0].role: roles/editor allows pods to change the whole project; use a role of one service",
      ],
    ],
  },
  {
    rule: "gke/identity/grant-targets",
    passes: [
      [
        "resources by name",
        withGrants(
          { role },
          { role, bucket: "shop-images" },
          { role, secret: "db-password" },
          { role, topic: "projects/shop/topics/orders" },
          { role, subscription: "orders" },
          { role, key },
          { role, key: keyElsewhere },
          { role, dataset: "orders_2026" },
          { role, repository: "projects/shop/locations/europe-west3/repositories/images" },
          { role, project: "shop-data" },
        ),
      ],
    ],
    fails: [
      [
        "two targets",
        withGrants({ role, bucket: "shop", topic: "orders" }),
        "error workloadIdentities[0].grants[0]: must name one resource, got bucket and topic; use a grant for each",
      ],
      [
        "none of the kind",
        withGrants(
          { role, bucket: "gs://shop" },
          { role, repository: "images" },
          { role, key: "secrets" },
          { role, project: "1" },
          { role, dataset: "orders-2026" },
        ),
        'error workloadIdentities[0].grants[0].bucket: must be the name of a bucket such as shop-images, got "gs://shop"',
        'error workloadIdentities[0].grants[1].repository: must be the full name of a repository such as projects/shop/locations/europe-west3/repositories/images, got "images"',
        'error workloadIdentities[0].grants[2].key: must be the full name of a key such as projects/shop/locations/europe-west3/keyRings/gke/cryptoKeys/secrets, got "secrets"',
        'error workloadIdentities[0].grants[3].project: must be the id of a project such as shop-production, got "1"',
        'error workloadIdentities[0].grants[4].dataset: must be the name of a dataset, got "orders-2026"',
      ],
    ],
  },
  {
    rule: "gke/identity/grants-unique",
    passes: [
      ["a role on two resources", withGrants({ role, bucket: "shop-a" }, { role, bucket: "shop-b" })],
      [
        "a role under two conditions",
        withGrants(
          { role, condition: { title: "a", expression: "true" } },
          { role, condition: { title: "b", expression: "true" } },
        ),
      ],
      [
        "one service account with different roles for two workloads",
        impersonating(account, account)({ role, bucket: "shop" }, { role, bucket: "shop-b" }),
      ],
      [
        "two service accounts with one role",
        impersonating(account, "items@shop.iam.gserviceaccount.com")({ role }, { role }),
      ],
      ["two new service accounts with one role", impersonating(undefined, undefined)({ role }, { role })],
    ],
    fails: [
      [
        "the same role for two workloads with one service account",
        impersonating(account, account)({ role, bucket: "shop-a" }, { role, bucket: "shop-a" }),
        `error workloadIdentities[1].grants[0]: ${account} already has ${role} on this resource from workloadIdentities[0].grants[0]; omit one of the two`,
      ],
      [
        "the same role for two workloads with one service account from a variable",
        impersonating("${var.account}", "${var.account}")({ role }, { role }),
        `error workloadIdentities[1].grants[0]: \${var.account} already has ${role} on this resource from workloadIdentities[0].grants[0]; omit one of the two`,
      ],
      [
        "a resource with its short and its full name",
        cluster({
          gke: { project: "shop-production" },
          workloadIdentities: [
            {
              namespace: "shop",
              serviceAccount: "orders",
              grants: [
                { role },
                { role, project: "shop-production" },
                { role, secret: "db" },
                { role, secret: "projects/shop-production/secrets/db" },
              ],
            },
          ],
        }),
        "error workloadIdentities[0].grants[1]: roles/storage.objectViewer is a duplicate of [0]",
        "error workloadIdentities[0].grants[3]: roles/storage.objectViewer is a duplicate of [2]",
      ],
      [
        "the secret of a registry, which nodes with the same service account already read",
        cluster({
          nodeGroups: [
            group({
              serviceAccountEmail: account,
              registryAuthorities: [
                { hosts: ["registry.example"], secretVersion: "projects/shop/secrets/ca/versions/2" },
              ],
            }),
          ],
          workloadIdentities: [
            {
              namespace: "shop",
              serviceAccount: "orders",
              via: "service-account",
              serviceAccountEmail: account,
              grants: [{ role: "roles/secretmanager.secretAccessor", secret: "projects/shop/secrets/ca" }],
            },
          ],
        }),
        `error workloadIdentities[0].grants[0]: ${account} already has roles/secretmanager.secretAccessor on this resource from nodeGroups[0].registryAuthorities[0]; omit one of the two`,
      ],
      [
        "one twice",
        withGrants({ role, bucket: "shop-a" }, { role, bucket: "shop-a" }),
        "error workloadIdentities[0].grants[1]: roles/storage.objectViewer is a duplicate of [0]",
      ],
    ],
  },
  {
    rule: "gke/identity/grant-conditions",
    passes: [
      [
        "a condition",
        withGrants({
          role,
          condition: { title: "this year", expression: "request.time.getFullYear() == 2026" },
        }),
      ],
    ],
    fails: [
      [
        "an empty one",
        withGrants({ role, condition: { title: " ", expression: "" } }),
        "error workloadIdentities[0].grants[0].condition.title: must not be empty",
        "error workloadIdentities[0].grants[0].condition.expression: must not be empty",
      ],
    ],
  },
  {
    rule: "gke/identity/impersonated-service-account",
    passes: [["an account", withWorkload({ via: "service-account", serviceAccountEmail: account })]],
    fails: [
      [
        "an account without impersonation",
        withWorkload({ serviceAccountEmail: account }),
        'error workloadIdentities[0].serviceAccountEmail: has no effect without impersonation; set via "service-account", or omit it',
      ],
      [
        "none",
        withWorkload({ via: "service-account", serviceAccountEmail: "orders" }),
        'error workloadIdentities[0].serviceAccountEmail: must be the e-mail of a service account such as nodes@shop.iam.gserviceaccount.com, got "orders"',
      ],
    ],
  },
];
