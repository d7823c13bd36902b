/**
 * Where the state of an environment's stacks is kept; `type` tells the kind of place. Every stack has a state of its own:
 * in a name or path, `{stack}` stands for `<environment>-<cluster>`, `{environment}` and `{cluster}` for its parts.
 *
 * Only literals: Terraform reads a backend before it knows any variable. No secrets: each kind says which variables
 * of the process environment hold them.
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

/** A file beside the project, for one person on one machine. */
export interface LocalBackendSpec {
  readonly type: "local";

  /**
   * Path from the project's folder, where `cdktf.json` is; never absolute, and not in `cdktf.out`, where it would be deleted.
   *
   * @default "terraform.{stack}.tfstate"
   */
  readonly path?: string;
}

/** An object in a bucket of Amazon S3. Credentials: as of the AWS CLI, e.g. `AWS_ACCESS_KEY_ID` or `AWS_PROFILE`. */
export interface S3BackendSpec {
  readonly type: "s3";

  /** Name of the bucket: 3 to 63 lower-case letters, digits, `.` and `-`. It should keep old versions of its objects. */
  readonly bucket: string;

  /** Region of the bucket, e.g. `eu-central-1`. */
  readonly region: string;

  /**
   * Key of the object; at most 1,000 bytes, so that the lock file's `.tflock` fits behind it.
   *
   * @default "{stack}/terraform.tfstate"
   */
  readonly key?: string;

  /**
   * Whether a lock file beside the state keeps two runs apart. Needs Terraform 1.10.
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

  /** ARN of the KMS key that encrypts the state. Left out: the bucket's own encryption. */
  readonly kmsKeyId?: string;

  /** Accounts that credentials may be of: a guard against the wrong ones. 12 digits each, in quotes. */
  readonly allowedAccountIds?: readonly string[];

  /** Accounts that credentials may not be of. Excludes `allowedAccountIds`. */
  readonly forbiddenAccountIds?: readonly string[];

  /** The role that reads and writes the state. */
  readonly assumeRole?: BackendRoleSpec;
}

/** A role of AWS that a backend takes on. */
export interface BackendRoleSpec {
  /** ARN of the role. */
  readonly roleArn: string;

  /** Name of the session, as CloudTrail shows it: 2 to 64 letters, digits and `=,.@_-`. */
  readonly sessionName?: string;

  /** What the role's trust policy asks for. */
  readonly externalId?: string;
}

/** A blob in Azure Storage, which leases of blobs lock. Credentials: `ARM_*`, such as `ARM_CLIENT_ID`, or the Azure CLI. */
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

  /** Resource group of the storage account; needed where access goes by the account's key. */
  readonly resourceGroupName?: string;

  /** Subscription of the storage account, a UUID. */
  readonly subscriptionId?: string;

  /** Tenant of Entra ID, a UUID. */
  readonly tenantId?: string;

  /** Id of the application or managed identity, a UUID; no secret. */
  readonly clientId?: string;

  /**
   * Whether blobs are reached as the signed-in identity, not by a key of the storage account.
   *
   * @default true
   */
  readonly useAzureadAuth?: boolean;

  /** Whether a pipeline's OIDC token is the credential. */
  readonly useOidc?: boolean;

  /**
   * The cloud.
   *
   * @default "public"
   */
  readonly environment?: "public" | "usgovernment" | "china";
}

/** An object in Google Cloud Storage, which locks itself. Credentials: `GOOGLE_APPLICATION_CREDENTIALS` or the gcloud CLI. */
export interface GcsBackendSpec {
  readonly type: "gcs";

  /** Name of the bucket: 3 to 63 lower-case letters, digits, `-`, `_` and `.`. It should keep old versions of its objects. */
  readonly bucket: string;

  /**
   * Folder of the state, whose file is `default.tfstate`.
   *
   * @default "{stack}"
   */
  readonly prefix?: string;

  /** Cloud KMS key that encrypts the state: `projects/…/locations/…/keyRings/…/cryptoKeys/…`. */
  readonly kmsEncryptionKey?: string;

  /** E-mail address of the service account that reads and writes the state. */
  readonly impersonateServiceAccount?: string;
}

/** A workspace of HCP Terraform or Terraform Enterprise, by the `cloud` block. Credentials: `TF_TOKEN_<host>`, or `terraform login`. */
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

  /** Project in which a missing workspace is made. */
  readonly project?: string;

  /**
   * Name of the workspace: letters, digits, `_` and `-`, at most 90.
   *
   * @default "{stack}"
   */
  readonly workspace?: string;
}

/** As `cloud`, by the older `remote` backend; for services that speak only that. Credentials: `TF_TOKEN_<host>`. */
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

/** A service that keeps state by REST, such as GitLab's. Credentials: `TF_HTTP_USERNAME` and `TF_HTTP_PASSWORD`. */
export interface HttpBackendSpec {
  readonly type: "http";

  /** URL of the state; holds `{stack}`, or what tells stacks apart: `https://state.example.com/{stack}`. */
  readonly address: string;

  /**
   * Method that stores the state.
   *
   * @default "POST"
   */
  readonly updateMethod?: HttpMethod;

  /** URL of the lock. Left out: that of the state, so that no run goes without a lock. */
  readonly lockAddress?: string;

  /**
   * Method that takes the lock.
   *
   * @default "LOCK"
   */
  readonly lockMethod?: HttpMethod;

  /** URL that gives the lock back. Left out: that of the lock. */
  readonly unlockAddress?: string;

  /**
   * Method that gives the lock back.
   *
   * @default "UNLOCK"
   */
  readonly unlockMethod?: HttpMethod;

  /**
   * How often a request is tried again; at least 0.
   *
   * @default 2
   */
  readonly retryMax?: number;

  /** Seconds between two tries, at least; 1 when left out. */
  readonly retryWaitMin?: number;

  /** Seconds between two tries, at most; 30 when left out. */
  readonly retryWaitMax?: number;
}

/** See {@link HttpBackendSpec.updateMethod}. */
export type HttpMethod = "POST" | "PUT" | "PATCH" | "DELETE" | "LOCK" | "UNLOCK";

/** A schema in PostgreSQL, which advisory locks keep apart. Credentials and host: `PG_CONN_STR`. */
export interface PgBackendSpec {
  readonly type: "pg";

  /**
   * Name of the schema; at most 63 bytes.
   *
   * @default "{stack}"
   */
  readonly schemaName?: string;

  /** The schema is there, and the database user may not make one. */
  readonly skipSchemaCreation?: boolean;

  /** The tables are there. */
  readonly skipTableCreation?: boolean;

  /** The indexes are there. */
  readonly skipIndexCreation?: boolean;
}
