import { principalsOf } from "../../../cluster/principals";
import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import { isNamespace } from "../../../cluster/workload-names";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/access", {
  /**
   * Each principal is an object id of Microsoft Entra ID, not a name.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/role_assignment#principal_id
   */
  "principal-ids"({ access }) {
    return principalsOf(access)
      .filter(([, principal]) => isKnown(principal) && !uuid.test(principal))
      .map(([path, principal]) =>
        error(
          path,
          `must be an object id of Entra ID such as 11111111-2222-3333-4444-555555555555, got ${shown(principal)}`,
        ),
      );
  },

  /**
   * A principal has one kind of access. A second entry would hide what it may do.
   *
   * @remarks Decision of this project: Azure would add up the roles of all entries.
   */
  "principals-unique"({ access }) {
    const principals = principalsOf(access).filter(([, principal]) => isKnown(principal));
    return repeated([...principals.entries()], ([, principal]) => principal.toLowerCase()).map(
      ({ value: [path, principal] }) =>
        error(path, `${principal} is a duplicate: a principal has one kind of access`),
    );
  },

  /**
   * Namespaces of a grant are names of Kubernetes. Azure has no patterns in scopes.
   *
   * @see https://learn.microsoft.com/azure/aks/entra-id-authorization
   */
  "grant-namespaces"({ access }) {
    return (["editors", "viewers"] as const).flatMap((level) =>
      knownEntries(access[level]).flatMap(([i, { namespaces }]) =>
        knownEntries(namespaces)
          .filter(([, name]) => !isNamespace(name))
          .map(([n, name]) =>
            error(
              ["access", level, i, "namespaces", n],
              `must be a namespace such as "shop"; Azure supports no patterns, got ${shown(name)}`,
            ),
          ),
      ),
    );
  },

  /**
   * A grant names at least one namespace, each once. Azure refuses a second assignment of the same role,
   * principal and scope.
   *
   * @see https://learn.microsoft.com/azure/role-based-access-control/role-assignments
   */
  "grant-namespaces-unique"({ access }) {
    return (["editors", "viewers"] as const).flatMap((level) =>
      knownEntries(access[level]).flatMap(([i, { namespaces }]) => {
        const path = ["access", level, i, "namespaces"];
        if (isKnown(namespaces) && namespaces.length === 0) {
          return [
            error(path, "must have at least one namespace; if omitted, the grant is for the whole cluster"),
          ];
        }
        return repeated(knownEntries(namespaces)).map(({ index, value, first }) =>
          error([...path, index], `${shown(value)} is a duplicate of [${first}]`),
        );
      }),
    );
  },

  /**
   * At least one principal is an admin. With Azure RBAC and disabled local accounts, no other principal has
   * access.
   *
   * @see https://learn.microsoft.com/azure/aks/entra-id-authorization
   */
  "cluster-has-admin"({ access }) {
    if (!Array.isArray(access.admins) || access.admins.length > 0) return [];
    return [
      warning(
        ["access", "admins"],
        "has no admins: no principal has access to the cluster, unless an Azure role is assigned outside this file",
      ),
    ];
  },

  /**
   * The tenant is a UUID.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/kubernetes_cluster#tenant_id
   */
  "tenant-id"({ access }) {
    const { tenantId } = access;
    if (!isKnown(tenantId) || uuid.test(tenantId)) return [];
    return [error(["access", "tenantId"], `must be the id of an Entra tenant, got ${shown(tenantId)}`)];
  },
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Principals of all levels of access, with their paths. */
