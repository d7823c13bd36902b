import type { BackendSpec } from "../../modules/environment/backend/types";
import { TerraformStack } from "cdktf";
import { createBackend } from "../../stacks/backends";
import { EksStack } from "../../stacks/eks-stack";
import { minimal } from "../support/eks";
import { Synthesized } from "../support/synthesized";

/** The backend of a stack without resources, in Terraform JSON. */
const synthesized = (backend?: BackendSpec) =>
  Synthesized.from((app) => {
    const stack = new TerraformStack(app, "production-shop");
    createBackend(stack, { environment: "production", stack: "production-shop" }, backend);
    return stack;
  }).terraform.terraform as { backend?: object; cloud?: object };

test("the stack of a cluster has the backend of its environment", () => {
  const { terraform } = Synthesized.from(
    (app) =>
      new EksStack(
        app,
        { platform: "eks", ...minimal, name: "production-shop" },
        { environment: "production", backend: { type: "local", path: "{environment}/{cluster}.tfstate" } },
      ),
  ).terraform;
  expect(terraform.backend).toEqual({ local: { path: "../../../production/shop.tfstate" } });
});

/** Each type with the required fields, and with all fields. */
const shapes: readonly [BackendSpec, object][] = [
  [{ type: "local" }, { backend: { local: { path: "../../../terraform.production-shop.tfstate" } } }],
  [
    { type: "local", path: "states/{environment}/{cluster}.tfstate" },
    { backend: { local: { path: "../../../states/production/shop.tfstate" } } },
  ],
  [
    { type: "s3", bucket: "acme", region: "eu-central-1" },
    {
      backend: {
        s3: {
          bucket: "acme",
          region: "eu-central-1",
          key: "production-shop/terraform.tfstate",
          encrypt: true,
          use_lockfile: true,
        },
      },
    },
  ],
  [
    {
      type: "s3",
      bucket: "acme",
      region: "eu-central-1",
      key: "k8s/{environment}/{cluster}",
      encrypt: false,
      useLockfile: false,
      kmsKeyId: "arn:aws:kms:eu-central-1:111122223333:key/a",
      allowedAccountIds: ["111122223333"],
      assumeRole: { roleArn: "arn:aws:iam::111122223333:role/State", sessionName: "ci", externalId: "x" },
    },
    {
      backend: {
        s3: {
          bucket: "acme",
          region: "eu-central-1",
          key: "k8s/production/shop",
          encrypt: false,
          use_lockfile: false,
          kms_key_id: "arn:aws:kms:eu-central-1:111122223333:key/a",
          allowed_account_ids: ["111122223333"],
          assume_role: {
            role_arn: "arn:aws:iam::111122223333:role/State",
            session_name: "ci",
            external_id: "x",
          },
        },
      },
    },
  ],
  [
    { type: "azurerm", storageAccountName: "acme", containerName: "state", useOidc: true },
    {
      backend: {
        azurerm: {
          storage_account_name: "acme",
          container_name: "state",
          key: "production-shop/terraform.tfstate",
          use_azuread_auth: true,
          use_oidc: true,
        },
      },
    },
  ],
  [
    { type: "gcs", bucket: "acme", impersonateServiceAccount: "tf@p.iam.gserviceaccount.com" },
    {
      backend: {
        gcs: {
          bucket: "acme",
          prefix: "production-shop",
          impersonate_service_account: "tf@p.iam.gserviceaccount.com",
        },
      },
    },
  ],
  [
    { type: "cloud", organization: "acme", project: "clusters" },
    { cloud: { organization: "acme", workspaces: { name: "production-shop", project: "clusters" } } },
  ],
  [
    { type: "cloud", organization: "acme", hostname: "tfe.acme.com", workspace: "k8s-{stack}" },
    {
      cloud: {
        organization: "acme",
        hostname: "tfe.acme.com",
        workspaces: { name: "k8s-production-shop" },
      },
    },
  ],
  [
    { type: "remote", organization: "acme" },
    { backend: { remote: { organization: "acme", workspaces: { name: "production-shop" } } } },
  ],
  [
    { type: "http", address: "https://state.acme.com/{stack}" },
    {
      backend: {
        http: {
          address: "https://state.acme.com/production-shop",
          lock_address: "https://state.acme.com/production-shop",
          unlock_address: "https://state.acme.com/production-shop",
        },
      },
    },
  ],
  [
    {
      type: "http",
      address: "https://state.acme.com/{stack}",
      lockAddress: "https://state.acme.com/{stack}/lock",
      lockMethod: "POST",
      unlockMethod: "DELETE",
      retryWaitMin: 5,
    },
    {
      backend: {
        http: {
          address: "https://state.acme.com/production-shop",
          lock_address: "https://state.acme.com/production-shop/lock",
          lock_method: "POST",
          unlock_address: "https://state.acme.com/production-shop/lock",
          unlock_method: "DELETE",
          retry_wait_min: 5,
        },
      },
    },
  ],
  [{ type: "pg" }, { backend: { pg: { schema_name: "production-shop" } } }],
  [
    { type: "pg", schemaName: "k8s_{cluster}", skipSchemaCreation: true },
    { backend: { pg: { schema_name: "k8s_shop", skip_schema_creation: true } } },
  ],
];

test.each(shapes.map(([spec, shape]) => [JSON.stringify(spec), spec, shape] as const))(
  "%s is what Terraform reads",
  (_, spec, shape) => {
    const { backend, cloud } = synthesized(spec);
    expect({ ...(backend && { backend }), ...(cloud && { cloud }) }).toEqual(shape);
  },
);

test("by default the state is in a file in the project folder", () => {
  expect(synthesized().backend).toEqual(synthesized({ type: "local" }).backend);
});

test("a cluster has its own backend instead of the common one", () => {
  const settings = {
    environment: "production",
    backend: { type: "s3", bucket: "acme", region: "eu-central-1" },
    backends: { shop: { type: "gcs", bucket: "acme" } },
  } as const;
  const backendOf = (name: string) =>
    (
      Synthesized.from((app) => new EksStack(app, { platform: "eks", ...minimal, name }, settings)).terraform
        .terraform as { backend: object }
    ).backend;
  expect(backendOf("production-shop")).toEqual({ gcs: { bucket: "acme", prefix: "production-shop" } });
  expect(backendOf("production-search")).toEqual({
    s3: expect.objectContaining({ bucket: "acme", key: "production-search/terraform.tfstate" }),
  });
});

test("a cloud block does not run Terraform", () => {
  const path = process.env.PATH;
  process.env.PATH = "/nowhere";
  try {
    expect(synthesized({ type: "cloud", organization: "acme" }).cloud).toBeDefined();
  } finally {
    process.env.PATH = path;
  }
});
