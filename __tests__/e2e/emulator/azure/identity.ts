import { type Answer } from "../rest/server";

/** The subscription and the tenant of the emulator. */
export const SUBSCRIPTION = "00000000-1111-2222-3333-444444444444";
export const TENANT = "55555555-6666-7777-8888-999999999999";
const CLIENT = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

/**
 * Variables with which the provider signs in to the emulator.
 *
 * @param version - of the provider: 5.0 replaced the variable that switches off lists of locations and services
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/5.0-upgrade-guide
 */
export const credentials = (endpoint: string, version: string): Record<string, string | undefined> => ({
  ARM_METADATA_HOSTNAME: endpoint.replace("https://", ""),
  ARM_METADATA_HOST: undefined,
  ARM_SUBSCRIPTION_ID: SUBSCRIPTION,
  ARM_TENANT_ID: TENANT,
  ARM_CLIENT_ID: CLIENT,
  ARM_CLIENT_SECRET: "emulator",
  ARM_ENVIRONMENT: undefined,
  ARM_USE_CLI: "false",
  ...(version.startsWith("4.")
    ? { ARM_PROVIDER_ENHANCED_VALIDATION: "false" }
    : {
        ARM_PROVIDER_ENHANCED_VALIDATION_LOCATIONS: "false",
        ARM_PROVIDER_ENHANCED_VALIDATION_RESOURCE_PROVIDERS: "false",
      }),
  ARM_DISABLE_TERRAFORM_PARTNER_ID: "true",
  // The emulator has finished each operation when it answers. Otherwise the client waits for 10 seconds.
  GO_AZURE_SDK_SKIP_POLLING_DELAY: "true",
});

/**
 * The endpoints of the cloud.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/azure-metadata-endpoints
 */
export const metadata = (endpoint: string): Answer => ({
  status: 200,
  body: {
    portal: endpoint,
    name: "AzureCloud",
    resourceManager: endpoint,
    microsoftGraphResourceId: `${endpoint}/graph`,
    batch: "https://batch.core.windows.net/",
    media: "https://rest.media.azure.net",
    logAnalyticsResourceId: "https://api.loganalytics.io",
    attestationResourceId: "https://attest.azure.net",
    synapseAnalyticsResourceId: "https://dev.azuresynapse.net",
    ossrDbmsResourceId: "https://ossrdbms-aad.database.windows.net",
    activeDirectoryDataLake: "https://datalake.azure.net/",
    authentication: {
      loginEndpoint: endpoint,
      audiences: [endpoint, "https://management.azure.com/"],
      tenant: "common",
      identityProvider: "AAD",
    },
    suffixes: {
      acrLoginServer: "azurecr.io",
      attestationEndpoint: "attest.azure.net",
      azureDataLakeAnalyticsCatalogAndJob: "azuredatalakeanalytics.net",
      azureDataLakeStoreFileSystem: "azuredatalakestore.net",
      azureFrontDoorEndpointSuffix: "azurefd.net",
      keyVaultDns: "vault.azure.net",
      mariadbServerEndpoint: "mariadb.database.azure.com",
      mhsmDns: "managedhsm.azure.net",
      mysqlServerEndpoint: "mysql.database.azure.com",
      postgresqlServerEndpoint: "postgres.database.azure.com",
      sqlServerHostname: "database.windows.net",
      storage: "core.windows.net",
      storageSyncEndpointSuffix: "afs.azure.net",
      synapseAnalytics: "dev.azuresynapse.net",
    },
  },
});

/** A token that is not signed: the provider reads its claims only. */
export function token(): Answer {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = {
    aud: "https://management.azure.com/",
    appid: CLIENT,
    oid: CLIENT,
    tid: TENANT,
    sub: CLIENT,
  };
  const text = `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.e30`;
  return {
    status: 200,
    body: { token_type: "Bearer", expires_in: 86_400, ext_expires_in: 86_400, access_token: text },
  };
}
