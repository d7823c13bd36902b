import { Cidr, privateRanges } from "../../../cluster/addresses";
import { error, type Path, warning } from "../../../cluster/problem";
import { isKnown, knownEntries, repeated, shown, defineRules } from "../../../cluster/rules/rule";
import { limits } from "../../limits";
import type { AksClusterProps } from "../../spec";
import { regionNamed } from "../../regions";
import { apiAccessOf, egressOf } from "../../settings";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const rules = defineRules<AksClusterProps>("aks/access", {
  /** [azurerm] Principals and tenants are object ids of Entra ID, not names. */
  "principals-are-ids"({ access }) {
    return principalsOf(access)
      .filter(([, principal]) => isKnown(principal) && !uuid.test(principal))
      .map(([path, principal]) =>
        error(
          path,
          `must be an object id of Entra ID such as 11111111-2222-3333-4444-555555555555, got ${shown(principal)}`,
        ),
      );
  },

  /** A principal has one kind of right: a second one would only hide what it can do. */
  "principals-unique"({ access }) {
    const principals = principalsOf(access).filter(([, principal]) => isKnown(principal));
    return repeated([...principals.entries()], ([, principal]) => principal.toLowerCase()).map(
      ({ value: [path, principal] }) =>
        error(path, `${principal} is there already; a principal has one kind of right`),
    );
  },

  /** [Azure RBAC for Kubernetes] Scopes are namespaces by name. */
  "access-namespaces"({ access }) {
    return (["editors", "viewers"] as const).flatMap((level) =>
      knownEntries(access[level]).flatMap(([i, { namespaces }]) =>
        knownEntries(namespaces)
          .filter(([, name]) => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name))
          .map(([n, name]) =>
            error(
              ["access", level, i, "namespaces", n],
              `must be a namespace such as "shop"; Azure takes no patterns, got ${shown(name)}`,
            ),
          ),
      ),
    );
  },

  /** [Azure RBAC] A grant is of somewhere, and Azure has no second one of a role, a principal and a scope. */
  "access-namespaces-unique"({ access }) {
    return (["editors", "viewers"] as const).flatMap((level) =>
      knownEntries(access[level]).flatMap(([i, { namespaces }]) => {
        const path = ["access", level, i, "namespaces"];
        if (isKnown(namespaces) && namespaces.length === 0) {
          return [error(path, "must name at least one namespace; left out, it is the whole cluster")];
        }
        return repeated(knownEntries(namespaces)).map(({ index, value, first }) =>
          error([...path, index], `${shown(value)} is there already, at position ${first}`),
        );
      }),
    );
  },

  /** [Azure RBAC] With roles of Azure and without anybody who has one, nobody can do anything. */
  "somebody-is-admin"({ access }) {
    if (!Array.isArray(access.admins) || access.admins.length > 0) return [];
    return [
      warning(
        ["access", "admins"],
        "nobody has rights in the cluster, unless a role of Azure is given elsewhere",
      ),
    ];
  },

  /** [azurerm] access.tenantId */
  "tenant-is-id"({ access }) {
    const { tenantId } = access;
    if (!isKnown(tenantId) || uuid.test(tenantId)) return [];
    return [error(["access", "tenantId"], `must be the id of a tenant, got ${shown(tenantId)}`)];
  },

  /** [AKS docs] Up to 200 ranges may reach a public API server; 0.0.0.0/0 is everybody. */
  "authorized-ranges"({ access }) {
    const ranges = access.publicFrom;
    if (!isKnown(ranges)) return [];
    const path = ["access", "publicFrom"];
    return [
      ...(ranges.length > limits.authorizedRanges
        ? [error(path, `must have at most ${limits.authorizedRanges} ranges, got ${ranges.length}`)]
        : []),
      ...repeated(knownEntries(ranges)).map(({ index, value, first }) =>
        error([...path, index], `${shown(value)} is there already, at position ${first}`),
      ),
      ...knownEntries(ranges)
        .filter(([, range]) => Cidr.parse(range)?.prefix === 0)
        .map(([i]) => warning([...path, i], "lets the whole internet reach the API server")),
    ];
  },

  /** [AKS docs] Authorized ranges are public: what comes from a private address never reaches a public one. */
  "public-ranges-are-public"({ access }) {
    return knownEntries(access.publicFrom).flatMap(([i, text]) => {
      const range = Cidr.parse(text);
      const unrouted = range && unroutedRanges.find((candidate) => candidate.contains(range));
      if (!unrouted) return [];
      return [
        error(
          ["access", "publicFrom", i],
          `${text} lets nobody in: no traffic from ${unrouted} reaches a public address; name the public address ` +
            "behind which your network goes out",
        ),
      ];
    });
  },

  /**
   * [AKS docs] With authorized ranges and without an address in the network, nodes come from outside. NAT gateways that are made here
   * and AKS' own load balancer are let in; of other ways out the address is not known.
   */
  "nodes-are-let-in"(cluster) {
    const { access, network } = cluster;
    const { isPrivate, inNetwork } = apiAccessOf(access);
    if (
      isPrivate ||
      inNetwork ||
      knownEntries(access.publicFrom).some(([, range]) => range === "0.0.0.0/0")
    ) {
      return [];
    }
    const type = egressOf(cluster)?.type;
    if (type === "none" || type === undefined) {
      return [
        error(
          ["access", "private"],
          "nodes could not reach the API server: without a way out they have none to its public address; leave private true",
        ),
      ];
    }
    const isForeign =
      type === "route-table" || type === "managed-nat" || (type === "nat-gateway" && network?.existing);
    if (!isForeign) return [];
    return [
      warning(
        ["access", "private"],
        `nodes reach the API server by its public address: publicFrom must have the address by which egress ${shown(type)} goes ` +
          "out, or leave private true",
      ),
    ];
  },

  /** What belongs to a private cluster is of no use to a public one. */
  "private-zone-is-used"({ access }) {
    if (apiAccessOf(access).isPrivate) return [];
    return (["privateDnsZone", "publicFqdn"] as const)
      .filter((field) => access[field] !== undefined)
      .map((field) =>
        error(
          ["access", field],
          "belongs to a private cluster, and access.publicFrom makes this one public; leave it out",
        ),
      );
  },

  /** [AKS docs] A zone of one's own has the name that Azure's clients look for, in the cluster's region. */
  "private-zone-name"({ access, region }) {
    const zone = access.privateDnsZone;
    if (!isKnown(zone) || !isKnown(region) || zone === "new" || zone === "system") return [];
    // In other clouds it has another name: there is a rule for them.
    if ((regionNamed(region)?.cloud ?? "public") !== "public") return [];
    const path = ["access", "privateDnsZone"];
    const name = /\/privateDnsZones\/([^/]+)$/i.exec(zone)?.[1];
    if (!name)
      return [error(path, `must be "new", "system" or the id of a private DNS zone, got ${shown(zone)}`)];
    const kind = apiAccessOf(access).inNetwork ? "private" : "privatelink";
    const right = new RegExp(`^([a-z0-9-]{1,32}\\.)?${kind}\\.${region}\\.azmk8s\\.io$`);
    return right.test(name)
      ? []
      : [error(path, `must be the zone ${kind}.${region}.azmk8s.io or one below it, got ${shown(name)}`)];
  },
});

function principalsOf(access: AksClusterProps["access"]): [Path, string][] {
  return [
    ...knownEntries(access.admins).map(([i, principal]): [Path, string] => [
      ["access", "admins", i],
      principal,
    ]),
    ...(["editors", "viewers"] as const).flatMap((level) =>
      knownEntries(access[level]).map(([i, { principal }]): [Path, string] => [
        ["access", level, i, "principal"],
        principal,
      ]),
    ),
  ];
}

/** Ranges that no traffic on the internet comes from. [RFC 1918, 6598] */
const unroutedRanges = [...privateRanges, Cidr.parse("100.64.0.0/10")!];
