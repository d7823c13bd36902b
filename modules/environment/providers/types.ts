/**
 * Configuration of the providers of the stacks. A stack uses the provider of its platform. Values may refer to variables, except
 * for `version`. No secrets: each provider reads them from the process environment.
 */
export interface ProvidersSpec {
  /** Provider of EKS clusters. Credentials: those of the AWS CLI, e.g. `AWS_ACCESS_KEY_ID` or `AWS_PROFILE`. */
  readonly aws?: AwsProviderSpec;

  /** Provider of AKS clusters. Credentials: `ARM_*`, such as `ARM_CLIENT_SECRET`, or the Azure CLI. */
  readonly azurerm?: AzurermProviderSpec;

  /** Provider of GKE clusters. Credentials: `GOOGLE_APPLICATION_CREDENTIALS` or the gcloud CLI. */
  readonly google?: GoogleProviderSpec;
}

/** Name of a provider in `providers`. */
export type ProviderName = keyof ProvidersSpec;

/** Settings of all providers. */
export interface AnyProviderSpec {
  /**
   * Version constraint of the provider in the syntax of Terraform: `~> 6.30`. It is limited to the supported versions: from the
   * version of the bindings to below the next major version.
   */
  readonly version?: string;
}

/** Settings of the provider hashicorp/aws. */
export interface AwsProviderSpec extends AnyProviderSpec {
  /** Allowed accounts: with credentials of another account, Terraform fails before any change. 12 digits each, in quotes. */
  readonly allowedAccountIds?: readonly string[];

  /** Forbidden accounts. Excludes `allowedAccountIds`. */
  readonly forbiddenAccountIds?: readonly string[];

  /** The role that the provider assumes. */
  readonly assumeRole?: AssumeRoleSpec;

  /** Tags of all resources of the provider, including resources that are added in code. Tags of the environment and the cluster override them. */
  readonly defaultTags?: Readonly<Record<string, string>>;
}

/** An IAM role that the provider assumes. */
export interface AssumeRoleSpec {
  /** ARN of the role. */
  readonly roleArn: string;

  /** Name of the session, which CloudTrail shows: 2 to 64 letters, digits and `=,.@_-`. */
  readonly sessionName?: string;

  /** External id that the trust policy of the role requires. */
  readonly externalId?: string;

  /** Duration of the session, 15 minutes to 12 hours: `1h`, `90m`. */
  readonly duration?: string;
}

/** Settings of the provider hashicorp/azurerm. */
export interface AzurermProviderSpec extends AnyProviderSpec {
  /** The subscription, a UUID. If omitted, `ARM_SUBSCRIPTION_ID`. */
  readonly subscriptionId?: string;

  /** Tenant of Entra ID, a UUID. If omitted, `ARM_TENANT_ID`. */
  readonly tenantId?: string;

  /** Client id of the application or managed identity, a UUID; no secret. If omitted, `ARM_CLIENT_ID`. */
  readonly clientId?: string;

  /** Whether the OIDC token of a pipeline is the credential. */
  readonly useOidc?: boolean;

  /**
   * Cloud environment of Azure.
   *
   * @default "public"
   */
  readonly environment?: "public" | "usgovernment" | "china";

  /** Resource providers that Terraform registers in the subscription; `none` if the deploying identity has no permission for this. */
  readonly resourceProviderRegistrations?: "core" | "extended" | "all" | "none" | "legacy";

  /** Whether requests to storage use the identity of Entra ID, not the key of the storage account. */
  readonly storageUseAzuread?: boolean;

  /** Microsoft partner id for the attribution of usage, a UUID. */
  readonly partnerId?: string;
}

/** Settings of the provider hashicorp/google. */
export interface GoogleProviderSpec extends AnyProviderSpec {
  /** The project. If omitted, `GOOGLE_PROJECT`. */
  readonly project?: string;

  /** E-mail address of the service account that the provider impersonates. */
  readonly impersonateServiceAccount?: string;

  /** The project for billing and quotas of requests, with `userProjectOverride`. */
  readonly billingProject?: string;

  /** Whether `billingProject` is used. */
  readonly userProjectOverride?: boolean;

  /** Labels of all resources of the provider, including resources that are added in code. Tags of the environment and the cluster override them. */
  readonly defaultLabels?: Readonly<Record<string, string>>;
}
