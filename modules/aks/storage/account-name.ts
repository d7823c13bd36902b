import { Fn } from "cdktf";

/**
 * Name of a storage account: one in all of Azure. The id of the resource group has the subscription in it, so that two clusters of
 * one name do not meet.
 *
 * @param prefix - lower-case letters, up to 6
 */
export function accountName(prefix: string, resourceGroupId: string): string {
  return Fn.join("", [prefix, Fn.substr(Fn.sha1(resourceGroupId), 0, 18)]);
}
