import { InputError } from "../../cluster/problem";
import type { Access, AzureView } from "./scopes";

const blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs";

/**
 * The state in a container. Terraform locks it with a lease, which is a write, also when it plans.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/azurerm
 * @see https://learn.microsoft.com/azure/storage/blobs/storage-auth-abac-examples
 */
export function stateAccess({ backend, subscription }: AzureView): Access[] {
  if (backend === undefined) return [];
  const { storage_account_name: account, container_name: container, key } = backend as Record<string, string>;
  const { resource_group_name: group = "RESOURCE_GROUP", subscription_id: id } = backend as Record<
    string,
    string
  >;
  if (account === undefined || container === undefined || key === undefined) {
    throw new InputError("the backend azurerm needs storageAccountName, containerName and key");
  }
  const home = id === undefined ? subscription : `/subscriptions/${id}`;
  const scope = `${home}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/${account}`;
  if (backend.use_azuread_auth === false) {
    return [{ scope, actions: ["Microsoft.Storage/storageAccounts/listKeys/action"] }];
  }
  const path = `@Resource[${blobs}:path] StringEquals '${key}'`;
  return [
    {
      scope: `${scope}/blobServices/default/containers/${container}`,
      actions: [],
      dataActions: [`${blobs}/read`, `${blobs}/write`],
      condition:
        `((!(ActionMatches{'${blobs}/read'} AND NOT SubOperationMatches{'Blob.List'}) AND ` +
        `!(ActionMatches{'${blobs}/write'})) OR (${path}))`,
    },
  ];
}
