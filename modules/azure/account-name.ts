import { Fn } from "cdktf";

/**
 * Name of a storage account: unique in Azure, with up to 24 lower-case letters and digits.
 *
 * @param prefix - lower-case letters, up to 6
 * @param uniqueness - text that no other cluster has, in any subscription
 */
export function accountName(prefix: string, uniqueness: string): string {
  return Fn.join("", [prefix, Fn.substr(Fn.sha1(uniqueness), 0, 18)]);
}
