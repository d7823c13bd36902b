/**
 * Terraform backend of the stacks of an environment. Each stack has a separate state: a name or path may contain `{stack}`,
 * which becomes `<environment>-<cluster>`, or its parts `{environment}` and `{cluster}`.
 *
 * Only literals: Terraform reads a backend before it knows any variable. No secrets: variables of the process environment contain
 * them, as stated for each type.
 */
export type BackendSpec =
  | LocalBackendSpec
  | S3BackendSpec
  | AzurermBackendSpec
  | GcsBackendSpec
  | CloudBackendSpec
  | RemoteBackendSpec
  | HttpBackendSpec
  | PgBackendSpec;

/** A local file in the folder of the project, for one user on one machine. */
export interface LocalBackendSpec {
  readonly type: "local";

  /**
   * Path relative to the folder of the project, which contains `cdktf.json`. Not absolute, and not in `cdktf.out`, which is deleted.
   *
   * @default "terraform.{stack}.tfstate"
   */
  readonly path?: string;
}

/** An object in a bucket of Amazon S3. Credentials: those of the AWS CLI, e.g. `AWS_ACCESS_KEY_ID` or `AWS_PROFILE`. */
export interface S3BackendSpec {
  readonly type: "s3";

  /** Name of the bucket: 3 to 63 lower-case letters, digits, `.` and `-`. Object versioning is recommended. */
  readonly bucket: string;

  /** Region of the bucket, e.g. `eu-central-1`. */
  readonly region: string;

  /**
   * Key of the object; at most 1,000 bytes, because the key of the lock file also ends in `.tflock`.
   *
   * @default "{stack}/terraform.tfstate"
   */
  readonly key?: string;

  /**
   * Whether a lock file next to the state prevents two runs at the same time. Needs Terraform 1.10.
   *
   * @default true
   */
  readonly useLockfile?: boolean;

  /**
   * Whether S3 encrypts the state.
   *
   * @default true
   */
  readonly encrypt?: boolean;

  /** ARN of the KMS key that encrypts the state. If omitted, the default encryption of the bucket. */
  readonly kmsKeyId?: string;

  /** Allowed accounts of the credentials: a guard against wrong credentials. 12 digits each, in quotes. */
  readonly allowedAccountIds?: readonly string[];

  /** Forbidden accounts of the credentials. Excludes `allowedAccountIds`. */
  readonly forbiddenAccountIds?: readonly string[];

  /** The role that reads and writes the state. */
  readonly assumeRole?: BackendRoleSpec;
}

/** An IAM role that a backend assumes. */
export interface BackendRoleSpec {
  /** ARN of the role. */
  readonly roleArn: string;

  /** Name of the session, which CloudTrail shows: 2 to 64 letters, digits and `=,.@_-`. */
  readonly sessionName?: string;

  /** External id that the trust policy of the role requires. */
  readonly externalId?: string;
}

/** A blob in Azure Storage, locked with a lease. Credentials: `ARM_*`, such as `ARM_CLIENT_ID`, or the Azure CLI. */
export interface AzurermBackendSpec {
  readonly type: "azurerm";

  /** Name of the storage account: 3 to 24 lower-case letters and digits. */
  readonly storageAccountName: string;

  /** Name of the container: 3 to 63 lower-case letters, digits and single `-`. */
  readonly containerName: string;

  /**
   * Name of the blob.
   *
   * @default "{stack}/terraform.tfstate"
   */
  readonly key?: string;

  /** Resource group of the storage account; required for access with the key of the account. */
  readonly resourceGroupName?: string;

  /** Subscription of the storage account, a UUID. */
  readonly subscriptionId?: string;

  /** Tenant of Entra ID, a UUID. */
  readonly tenantId?: string;

  /** Client id of the application or managed identity, a UUID; no secret. */
  readonly clientId?: string;

  /**
   * Whether access to blobs uses the identity of Entra ID, not a key of the storage account.
   *
   * @default true
   */
  readonly useAzureadAuth?: boolean;

  /** Whether the OIDC token of a pipeline is the credential. */
  readonly useOidc?: boolean;

  /**
   * Cloud environment of Azure.
   *
   * @default "public"
   */
  readonly environment?: "public" | "usgovernment" | "china";
}

/** An object in Google Cloud Storage, with locking. Credentials: `GOOGLE_APPLICATION_CREDENTIALS` or the gcloud CLI. */
export interface GcsBackendSpec {
  readonly type: "gcs";

  /** Name of the bucket: 3 to 63 lower-case letters, digits, `-`, `_` and `.`. Object versioning is recommended. */
  readonly bucket: string;

  /**
   * Folder of the state file `default.tfstate`.
   *
   * @default "{stack}"
   */
  readonly prefix?: string;

  /** Cloud KMS key that encrypts the state: `projects/…/locations/…/keyRings/…/cryptoKeys/…`. */
  readonly kmsEncryptionKey?: string;

  /** E-mail address of the service account that reads and writes the state. */
  readonly impersonateServiceAccount?: string;
}

/** A workspace of HCP Terraform or Terraform Enterprise, with the `cloud` block. Credentials: `TF_TOKEN_<host>`, or `terraform login`. */
export interface CloudBackendSpec {
  readonly type: "cloud";

  /** Name of the organization. */
  readonly organization: string;

  /**
   * Host of the service.
   *
   * @default "app.terraform.io"
   */
  readonly hostname?: string;

  /** Project in which a missing workspace is created. */
  readonly project?: string;

  /**
   * Name of the workspace: letters, digits, `_` and `-`, at most 90.
   *
   * @default "{stack}"
   */
  readonly workspace?: string;
}

/** Like `cloud`, with the older `remote` backend, for services that do not support `cloud`. Credentials: `TF_TOKEN_<host>`. */
export interface RemoteBackendSpec {
  readonly type: "remote";

  /** Name of the organization. */
  readonly organization: string;

  /**
   * Host of the service.
   *
   * @default "app.terraform.io"
   */
  readonly hostname?: string;

  /**
   * Name of the workspace: letters, digits, `_` and `-`, at most 90.
   *
   * @default "{stack}"
   */
  readonly workspace?: string;
}

/** A service that stores state with a REST API, such as GitLab. Credentials: `TF_HTTP_USERNAME` and `TF_HTTP_PASSWORD`. */
export interface HttpBackendSpec {
  readonly type: "http";

  /** URL of the state. It contains `{stack}` or other placeholders, so that it differs between stacks: `https://state.example.com/{stack}`. */
  readonly address: string;

  /**
   * HTTP method that stores the state.
   *
   * @default "POST"
   */
  readonly updateMethod?: HttpMethod;

  /** URL of the lock. If omitted, the URL of the state, so that each run has a lock. */
  readonly lockAddress?: string;

  /**
   * HTTP method that acquires the lock.
   *
   * @default "LOCK"
   */
  readonly lockMethod?: HttpMethod;

  /** URL that releases the lock. If omitted, the URL of the lock. */
  readonly unlockAddress?: string;

  /**
   * HTTP method that releases the lock.
   *
   * @default "UNLOCK"
   */
  readonly unlockMethod?: HttpMethod;

  /**
   * Maximum number of retries of a request; at least 0.
   *
   * @default 2
   */
  readonly retryMax?: number;

  /** Minimum number of seconds between two attempts. If omitted, 1. */
  readonly retryWaitMin?: number;

  /** Maximum number of seconds between two attempts. If omitted, 30. */
  readonly retryWaitMax?: number;
}

/** See {@link HttpBackendSpec.updateMethod}. */
export type HttpMethod = "POST" | "PUT" | "PATCH" | "DELETE" | "LOCK" | "UNLOCK";

/** A schema in PostgreSQL, with advisory locks. Credentials and host: `PG_CONN_STR`. */
export interface PgBackendSpec {
  readonly type: "pg";

  /**
   * Name of the schema; at most 63 bytes.
   *
   * @default "{stack}"
   */
  readonly schemaName?: string;

  /** The schema exists, and the database user has no permission to create one. */
  readonly skipSchemaCreation?: boolean;

  /** The tables exist. */
  readonly skipTableCreation?: boolean;

  /** The indexes exist. */
  readonly skipIndexCreation?: boolean;
}
