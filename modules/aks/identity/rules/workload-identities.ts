import { error, warning } from "../../../cluster/problem";
import { repeatedWorkloads, workloadNameProblems } from "../../../cluster/workload-names";
import { defineRules, isKnown, knownEntries, repeated, shown } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/identity", {
  /**
   * Namespaces and service accounts have names of Kubernetes.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
   */
  "workload-names"({ workloadIdentities }) {
    return knownEntries(workloadIdentities).flatMap(([i, workload]) =>
      workloadNameProblems(["workloadIdentities", i], workload),
    );
  },

  /**
   * A service account has one identity.
   *
   * @see https://learn.microsoft.com/azure/aks/workload-identity-overview
   */
  "workloads-unique"({ workloadIdentities }) {
    return repeatedWorkloads(workloadIdentities);
  },

  /**
   * A grant is a role on the id of a resource, a resource group or a subscription. An identity without grants
   * has no access in Azure.
   *
   * @see https://registry.terraform.io/providers/hashicorp/azurerm/4.55.0/docs/resources/role_assignment#scope
   */
  "workload-grants"({ workloadIdentities }) {
    return knownEntries(workloadIdentities).flatMap(([i, { grants }]) => {
      const path = ["workloadIdentities", i];
      if (!isKnown(grants) || grants.length === 0) {
        return grants !== undefined && !isKnown(grants)
          ? []
          : [warning(path, "has no role in Azure; set roles and scopes in grants")];
      }
      return knownEntries(grants)
        .filter(([, { scope }]) => isKnown(scope) && !/^\/subscriptions\/[^/]+/i.test(scope))
        .map(([n, { scope }]) =>
          error(
            [...path, "grants", n, "scope"],
            `must be the id of a resource, a resource group or a subscription, got ${shown(scope)}`,
          ),
        );
    });
  },

  /**
   * An identity has each role on a scope once. Azure refuses a second assignment.
   *
   * @see https://learn.microsoft.com/azure/role-based-access-control/role-assignments
   */
  "workload-grants-unique"({ workloadIdentities }) {
    return knownEntries(workloadIdentities).flatMap(([i, { grants }]) => {
      const known = knownEntries(grants).filter(([, { role, scope }]) => isKnown(role) && isKnown(scope));
      // Azure distinguishes cases in neither.
      return repeated(known, ({ role, scope }) => `${role} ${scope.replace(/\/$/, "")}`.toLowerCase()).map(
        ({ index, value, first }) =>
          error(
            ["workloadIdentities", i, "grants", index],
            `${shown(value.role)} on this scope is a duplicate of [${first}]`,
          ),
      );
    });
  },

  /**
   * `dns.zones` creates the identity of ExternalDNS. The service account can't have a second one.
   *
   * @remarks Decision of this project: the cluster creates this identity itself.
   */
  "external-dns-reserved"({ workloadIdentities, dns, loadBalancing }) {
    if (!dns || loadBalancing?.controller) return [];
    return knownEntries(workloadIdentities)
      .filter(
        ([, { namespace, serviceAccount }]) =>
          namespace === "external-dns" && serviceAccount === "external-dns",
      )
      .map(([i]) =>
        error(
          ["workloadIdentities", i],
          "external-dns/external-dns has an identity that dns.zones creates; omit it here",
        ),
      );
  },
});
