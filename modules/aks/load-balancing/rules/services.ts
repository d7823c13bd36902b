import { error, warning } from "../../../cluster/problem";
import { isKnown, isWhole, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import type { AksClusterProps } from "../../spec";
import { podNetworkOf } from "../../settings";

const named = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export const rules = defineRules<AksClusterProps>("aks/load-balancing", {
  /** [Kubernetes] Names of namespaces and service accounts. */
  "workload-names"({ workloadIdentities }) {
    return knownEntries(workloadIdentities).flatMap(([i, workload]) =>
      (["namespace", "serviceAccount"] as const)
        .filter((field) => isKnown(workload[field]) && !named.test(workload[field]))
        .map((field) =>
          error(
            ["workloadIdentities", i, field],
            `must be lower-case letters, digits and "-", got ${shown(workload[field])}`,
          ),
        ),
    );
  },

  /** A service account has one identity. */
  "workloads-unique"({ workloadIdentities }) {
    const key = ({ namespace, serviceAccount }: { namespace: string; serviceAccount: string }) =>
      `${namespace}/${serviceAccount}`;
    return repeated(knownEntries(workloadIdentities), key).map(({ index, value, first }) =>
      error(["workloadIdentities", index], `${key(value)} is there already, at position ${first}`),
    );
  },

  /** Roles on scopes: the scope is an id, the role a name. */
  "workload-grants"({ workloadIdentities }) {
    return knownEntries(workloadIdentities).flatMap(([i, { grants }]) => {
      const path = ["workloadIdentities", i];
      if (!isKnown(grants) || grants.length === 0) {
        return grants !== undefined && !isKnown(grants)
          ? []
          : [warning(path, "has no rights in Azure yet: name roles and scopes in grants")];
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

  /** [Azure RBAC] There is one grant of a role to an identity on a scope. */
  "workload-grants-unique"({ workloadIdentities }) {
    return knownEntries(workloadIdentities).flatMap(([i, { grants }]) => {
      const known = knownEntries(grants).filter(([, { role, scope }]) => isKnown(role) && isKnown(scope));
      return repeated(known, ({ role, scope }) => `${role} ${scope.toLowerCase()}`).map(
        ({ index, value, first }) =>
          error(
            ["workloadIdentities", i, "grants", index],
            `${shown(value.role)} on this scope is there already, at position ${first}`,
          ),
      );
    });
  },

  /** A service account that gets an identity with the cluster can't have a second one. */
  "external-dns-is-ours"({ workloadIdentities, dns, loadBalancing }) {
    if (!dns || loadBalancing?.controller) return [];
    return knownEntries(workloadIdentities)
      .filter(
        ([, { namespace, serviceAccount }]) =>
          namespace === "external-dns" && serviceAccount === "external-dns",
      )
      .map(([i]) =>
        error(
          ["workloadIdentities", i],
          "external-dns/external-dns has an identity already, which is made with dns.zones",
        ),
      );
  },

  /** [AKS API] dnsZoneResourceIds: all public zones are in one resource group, and all private ones. */
  "routed-zones-are-together"({ dns, loadBalancing }) {
    if (!loadBalancing?.controller) return [];
    const zones = knownEntries(dns?.zones).flatMap(([i, id]) => {
      const [, group, kind] = /^(.*)\/providers\/Microsoft\.Network\/(\w+)\//i.exec(id) ?? [];
      return kind === undefined ? [] : [{ i, kind, group: group.toLowerCase() }];
    });
    return zones.flatMap(({ i, kind, group }) => {
      const first = zones.find((other) => other.kind === kind)!;
      return first.group === group
        ? []
        : [
            error(
              ["dns", "zones", i],
              `must be in the resource group of zones[${first.i}]: the application routing add-on takes public zones of one group, and private ones of one`,
            ),
          ];
    });
  },

  /** [Azure DNS] A zone twice would be two grants of one role. */
  "dns-zones-unique"({ dns }) {
    return repeated(knownEntries(dns?.zones), (id) => id.toLowerCase()).map(({ index, first }) =>
      error(["dns", "zones", index], `is there already, at position ${first}`),
    );
  },

  /** [Azure DNS] Zones by their ids. */
  "dns-zones"({ dns }) {
    const path = ["dns", "zones"];
    if (!isKnown(dns?.zones)) return [];
    if (dns.zones.length === 0) return [error(path, "must name at least one zone, got none")];
    return knownEntries(dns.zones)
      .filter(
        ([, zone]) => !/\/providers\/Microsoft\.Network\/(dnsZones|privateDnsZones)\/[^/]+$/i.test(zone),
      )
      .map(([i, zone]) =>
        error(
          [...path, i],
          `must be the id of a DNS zone (/subscriptions/…/providers/Microsoft.Network/dnsZones/…), got ${shown(zone)}`,
        ),
      );
  },

  /** [azurerm] The kind of NGINX is that of the add-on. */
  "ingress-has-controller"({ loadBalancing }) {
    if (loadBalancing?.ingress === undefined || loadBalancing.controller) return [];
    return [
      error(
        ["loadBalancing", "ingress"],
        "is a setting of the controller: say controller: true, or leave it out",
      ),
    ];
  },

  /** [azurerm] An Application Gateway that is there, or the subnet for one. */
  "application-gateway"(cluster) {
    const gateway = cluster.loadBalancing?.applicationGateway;
    if (!isKnown(gateway)) return [];
    const path = ["loadBalancing", "applicationGateway"];
    const given = [gateway.gatewayId, gateway.subnetId].filter((value) => value !== undefined).length;
    const { mode } = podNetworkOf(cluster);
    return [
      ...(given === 1
        ? []
        : [error(path, `must have one of gatewayId and subnetId, got ${given === 0 ? "none" : "both"}`)]),
      ...(mode === "none" ? [error(path, `needs a pod network that AKS knows, got podNetwork "none"`)] : []),
    ];
  },

  /** [azurerm] One revision of Istio, or two that follow each other. */
  "istio-revisions"({ loadBalancing }) {
    const revisions = loadBalancing?.istio?.revisions;
    if (!isKnown(revisions)) return [];
    const path = ["loadBalancing", "istio", "revisions"];
    if (revisions.length < 1 || revisions.length > 2)
      return [error(path, `must be one or two revisions, got ${revisions.length}`)];
    const named = knownEntries(revisions).map(([i, revision]) => ({
      i,
      revision,
      minor: Number(/^asm-1-(\d+)$/.exec(revision)?.[1]),
    }));
    const wrong = named.filter(({ minor }) => Number.isNaN(minor));
    if (wrong.length > 0) {
      return wrong.map(({ i, revision }) =>
        error([...path, i], `must be a revision such as asm-1-27, got ${shown(revision)}`),
      );
    }
    if (named.length < 2 || Math.abs(named[0].minor - named[1].minor) === 1) return [];
    return [error(path, `must be revisions that follow each other, got ${revisions.join(" and ")}`)];
  },

  /** [Log Analytics] 30 to 730 days. */
  "log-retention"({ observability }) {
    const days = observability?.retentionDays;
    if (!isKnown(days)) return [];
    const path = ["observability", "retentionDays"];
    if (observability?.workspaceId !== undefined) {
      return [error(path, "belongs to a new workspace; that of observability.workspaceId is its own matter")];
    }
    return isWhole(days, 30, 730) ? [] : [error(path, `must be 30 to 730 days, got ${shown(days)}`)];
  },

  /** A log twice is a mistake; without the audit log nobody can say who did what. */
  "log-types"({ observability }) {
    const types = observability?.logTypes;
    if (!isKnown(types)) return [];
    const path = ["observability", "logTypes"];
    return [
      ...repeated(knownEntries(types)).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is there already, at position ${first}`),
      ),
      ...(types.some((type) => type === "kube-audit" || type === "kube-audit-admin")
        ? []
        : [warning(path, "has neither kube-audit nor kube-audit-admin: nobody could say who changed what")]),
    ];
  },
});
