import { error, type Path } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/identity", {
  /**
   * Existing identities are given by UUIDs: the object id and the client id.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#kubelet_identity
   */
  "identity-ids"({ aks = {} }) {
    const { controlPlane, kubelet } = aks.identities ?? {};
    const fields: [Path, string | undefined][] = [
      [["controlPlane", "principalId"], controlPlane?.principalId],
      [["kubelet", "principalId"], kubelet?.principalId],
      [["kubelet", "clientId"], kubelet?.clientId],
    ];
    return fields
      .filter(([, id]) => isKnown(id) && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
      .map(([path, id]) =>
        error(
          ["aks", "identities", ...path],
          `must be a UUID such as 11111111-2222-3333-4444-555555555555, got ${shown(id)}`,
        ),
      );
  },

  /**
   * A registry is named once. Azure refuses a second assignment of the same role on it.
   *
   * @see https://learn.microsoft.com/azure/role-based-access-control/role-assignments
   */
  "registries-unique"({ aks }) {
    return repeated(knownEntries(aks?.registries), (id) => id.toLowerCase()).map(({ index, first }) =>
      error(["aks", "registries", index], `is a duplicate of [${first}]`),
    );
  },
});
