import { error } from "../../../cluster/problem";
import { defineRules, entries, isKnown, knownEntries } from "../../../cluster/rules/rule";
import { workloadsRules } from "../../../workloads/rules/workloads";
import { apiAccessOf } from "../../access/settings";
import { takesPodsAtStart } from "../../node-groups/settings";
import type { ClusterWithWorkloads } from "../../spec";
import { knownMinors } from "../../versions";
import { hasRouting, installedPrograms, programs } from "../programs";

const ofAks = defineRules<ClusterWithWorkloads>("aks/workloads", {
  /**
   * One program writes the records of DNS zones: the application routing add-on, or ExternalDNS.
   *
   * @see https://learn.microsoft.com/azure/aks/app-routing-dns-ssl
   */
  "records-have-one-writer"(cluster) {
    if (!hasRouting(cluster) || !installedPrograms(cluster).includes("external-dns")) return [];
    return [
      error(
        ["workloads", "programs", "external-dns"],
        "the application routing add-on of loadBalancing.controller writes the records of dns.zones; omit the program, or set " +
          "loadBalancing.controller to false",
      ),
    ];
  },

  /**
   * The zones of ExternalDNS are in one resource group, and all public or all private: one installation of it handles no others.
   *
   * @see https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/azure/
   */
  "zones-of-one-group"(cluster) {
    if (!installedPrograms(cluster).includes("external-dns")) return [];
    const placeOf = (id: string) =>
      /^(.*\/providers\/Microsoft\.Network\/\w+)\//i.exec(id)?.[1].toLowerCase();
    const zones = knownEntries(cluster.dns?.zones).flatMap(([i, id]) => {
      const place = placeOf(id);
      return place === undefined ? [] : [{ i, place }];
    });
    return zones
      .filter(({ place }) => place !== zones[0].place)
      .map(({ i }) =>
        error(
          ["dns", "zones", i],
          `must be in the resource group of zones[${zones[0].i}], and public or private like it: ExternalDNS of the catalogue handles no ` +
            "others; set workloads.programs.external-dns to false and install one for each group",
        ),
      );
  },

  /**
   * The machine that deploys reaches the API server: it has a public address, or its private name and address are known outside the new
   * network.
   *
   * @see https://learn.microsoft.com/azure/aks/private-clusters#options-for-connecting-to-the-private-cluster
   */
  "api-server-reachable"({ workloads, access, network = {} }) {
    const { isPrivate, dnsZone } = apiAccessOf(access);
    if (workloads === undefined || !isPrivate || network.existing) return [];
    const isConnected =
      network.peerings !== undefined && (!isKnown(network.peerings) || network.peerings.length > 0);
    if (isConnected || access.publicFqdn === true || (dnsZone !== "new" && dnsZone !== "system")) return [];
    return [
      error(
        ["workloads"],
        "only machines in the new network reach the API server and know its name, no person and no pipeline that installs programs: connect " +
          "the network of the machine that deploys with network.peerings, or its name with access.privateDnsZone or access.publicFqdn, or omit " +
          "workloads and use gitops, which Azure installs",
      ),
    ];
  },
});

export const rules = [
  ...workloadsRules<ClusterWithWorkloads>({
    cloud: "Azure",
    programs,
    kubernetesVersions: knownMinors,
    hasNode: ({ nodeGroups }) =>
      !isKnown(nodeGroups) || entries(nodeGroups).some(([, group]) => takesPodsAtStart(group)),
    nodeNeeded:
      "one Linux group on demand must have min of at least 1 and no taint NoSchedule or NoExecute other than CriticalAddonsOnly",
  }),
  ...ofAks,
];
