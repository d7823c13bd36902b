/**
 * How the environment's stacks talk to the clouds. A stack takes the settings of its own platform's provider. Values may refer
 * to variables, but for `version`. No secrets: each provider reads them from the process environment.
 */
export interface ProvidersSpec {
  /** Provider of EKS clusters. Credentials: as of the AWS CLI, e.g. `AWS_ACCESS_KEY_ID` or `AWS_PROFILE`. */
  readonly aws?: AwsProviderSpec;

  /** Provider of AKS clusters. Credentials: `ARM_*`, such as `ARM_CLIENT_SECRET`, or the Azure CLI. */
  readonly azurerm?: AzurermProviderSpec;

  /** Provider of GKE clusters. Credentials: `GOOGLE_APPLICATION_CREDENTIALS` or the gcloud CLI. */
  readonly google?: GoogleProviderSpec;
}

/** Name of a provider in `providers`. */
export type ProviderName = keyof ProvidersSpec;

/** What every provider has. */
export interface AnyProviderSpec {
  /**
   * Versions of the provider that may be used, in Terraform's words: `~> 6.30`. Within what the constructs are written for:
   * from their bindings' version to below the next major. A side that is left open takes its bound from there.
   */
  readonly version?: string;
}

/** Settings of the provider hashicorp/aws. */
export interface AwsProviderSpec extends AnyProviderSpec {
  /** Accounts that may be changed: with credentials of another, Terraform stops before it does anything. 12 digits each, in quotes. */
  readonly allowedAccountIds?: readonly string[];

  /** Accounts that may not be changed. Excludes `allowedAccountIds`. */
  readonly forbiddenAccountIds?: readonly string[];

  /** The role that makes the cluster. */
  readonly assumeRole?: AssumeRoleSpec;

  /** Tags on everything that the provider makes, also on what is added in code. Tags of the environment and the cluster win. */
  readonly defaultTags?: Readonly<Record<string, string>>;
}

/** A role of AWS that the provider takes on. */
export interface AssumeRoleSpec {
  /** ARN of the role. */
  readonly roleArn: string;

  /** Name of the session, as CloudTrail shows it: 2 to 64 letters, digits and `=,.@_-`. */
  readonly sessionName?: string;

  /** What the role's trust policy asks for. */
  readonly externalId?: string;

  /** How long the session lasts, 15 minutes to 12 hours: `1h`, `90m`. */
  readonly duration?: string;
}

/** Settings of the provider hashicorp/azurerm. */
export interface AzurermProviderSpec extends AnyProviderSpec {
  /** The subscription that is changed, a UUID. Left out: `ARM_SUBSCRIPTION_ID`. */
  readonly subscriptionId?: string;

  /** Tenant of Entra ID, a UUID. Left out: `ARM_TENANT_ID`. */
  readonly tenantId?: string;

  /** Id of the application or managed identity, a UUID; no secret. Left out: `ARM_CLIENT_ID`. */
  readonly clientId?: string;

  /** Whether a pipeline's OIDC token is the credential. */
  readonly useOidc?: boolean;

  /**
   * The cloud.
   *
   * @default "public"
   */
  readonly environment?: "public" | "usgovernment" | "china";

  /** Which resource providers Terraform registers in the subscription; `none` where it may not. */
  readonly resourceProviderRegistrations?: "core" | "extended" | "all" | "none" | "legacy";

  /** Whether storage is reached as the signed-in identity, not by an account's key. */
  readonly storageUseAzuread?: boolean;

  /** Microsoft partner id, a UUID, that usage is counted for. */
  readonly partnerId?: string;
}

/** Settings of the provider hashicorp/google. */
export interface GoogleProviderSpec extends AnyProviderSpec {
  /** The project that is changed. Left out: `GOOGLE_PROJECT`. */
  readonly project?: string;

  /** E-mail address of the service account that makes the cluster. */
  readonly impersonateServiceAccount?: string;

  /** The project that pays for requests and gives their quota, with `userProjectOverride`. */
  readonly billingProject?: string;

  /** Whether `billingProject` is used. */
  readonly userProjectOverride?: boolean;

  /** Labels on everything that the provider makes, also on what is added in code. Tags of the environment and the cluster win. */
  readonly defaultLabels?: Readonly<Record<string, string>>;
}
