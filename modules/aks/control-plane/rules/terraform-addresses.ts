import type { Path } from "../../../cluster/problem";
import { defineRules, isKnown, knownEntries } from "../../../cluster/rules/rule";
import { addressClashes, type AddressName, nodePoolNames } from "../../../cluster/terraform-addresses";
import { nameIn, placeIn } from "../../../azure/resource-ids";
import type { AksClusterProps } from "../../spec";

export const rules = defineRules<AksClusterProps>("aks/control-plane", {
  /**
   * The node pools of two node groups do not share a Terraform address. The address of a pool in one zone ends with the zone.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "node-group-addresses"(cluster, { zones = [] }) {
    return addressClashes(
      nodePoolNames(cluster.nodeGroups, (group) =>
        group.spread === "per-zone"
          ? knownEntries(group.zones ?? zones).map(([, zone]) => `zone-${zone}`)
          : [],
      ),
    );
  },

  /**
   * The role assignments of two registries, blob containers, DNS zones, or grants of an identity, do not share a Terraform address.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "list-addresses"({ storage, aks, dns, workloadIdentities }) {
    const zones = named(["dns", "zones"], isKnown(dns) ? dns.zones : undefined, nameIn);
    const isPrivate = ({ as }: AddressName) => /\/privateDnsZones\//i.test(as!);
    const buckets = isKnown(storage) && isKnown(storage.object) ? storage.object.buckets : undefined;
    return [
      ...addressClashes(named(["aks", "registries"], isKnown(aks) ? aks.registries : undefined, nameIn)),
      ...addressClashes(named(["storage", "object", "buckets"], buckets, containerOf)),
      ...addressClashes(zones.filter(isPrivate)),
      ...addressClashes(zones.filter((zone) => !isPrivate(zone))),
      ...knownEntries(workloadIdentities).flatMap(([i, { grants }]) =>
        addressClashes(
          knownEntries(grants).flatMap(([n, { role, scope }]): AddressName[] =>
            isKnown(role) && isKnown(scope)
              ? [
                  {
                    name: `${role} ${placeIn(scope)}`,
                    path: ["workloadIdentities", i, "grants", n],
                    as: `${role} on ${scope}`,
                  },
                ]
              : [],
          ),
        ),
      ),
    ];
  },
});

/** The items of a list by the part of each id that is in the address. */
function named(
  path: Path,
  ids: readonly string[] | undefined,
  nameOf: (id: string) => string,
): AddressName[] {
  return knownEntries(ids).map(([i, id]) => ({ name: nameOf(id), path: [...path, i], as: id }));
}

/** Storage account and container. */
function containerOf(id: string): string {
  const account = /\/storageAccounts\/([^/]+)/i.exec(id)?.[1];
  return account === undefined ? id : `${account}/${nameIn(id)}`;
}
