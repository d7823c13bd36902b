import { error, type Path, type Finding, warning } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { entries, isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";
import { isName, nameProblems, projectProblems, refused, uniqueProblems } from "../../values";

const path = ["network", "existing"];

/** A self link, or the full name; the second group is the project. */
const subnetLink = /^(https:\/\/\S+\/)?projects\/([^/]+)\/regions\/[^/]+\/subnetworks\/([^/]+)$/;

export const rules = defineRules<AnyGkeClusterProps>("gke/network", {
  /**
   * Fields of a new network are omitted with an existing one: they would have no effect.
   *
   * @remarks Decision of this project: no field is accepted without effect.
   */
  "existing-network-exclusive"({ network, loadBalancing }) {
    if (!isKnown(network) || network.existing === undefined) return [];
    const fields = [
      "cidr",
      "podCidr",
      "morePodCidrs",
      "serviceCidr",
      "nat",
      "natAddresses",
      "natPorts",
      "flowLogs",
      "mtu",
      "ipv6Access",
    ] as const;
    const given = fields.map((field): [Path, unknown] => [["network", field], network[field]]);
    return [
      ...refused(given, "is for a new network; omit it with network.existing"),
      ...refused(
        [[["loadBalancing", "proxyCidr"], loadBalancing?.proxyCidr]],
        "makes a subnet, which is for a new network; omit it with network.existing",
      ),
    ];
  },

  /**
   * An existing network is given by name or self link, one of a host project by self link.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-shared-vpc
   */
  "existing-network-names"({ network, region }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    const host = existing.hostProject;
    const example = isKnown(host) ? host : "shop-network";
    return [
      ...linkProblems(
        [...path, "network"],
        existing.network,
        /^(https:\/\/\S+\/)?projects\/([^/]+)\/global\/networks\/([^/]+)$/,
        `projects/${example}/global/networks/shop`,
        host,
      ),
      ...linkProblems(
        [...path, "subnetwork"],
        existing.subnetwork,
        subnetLink,
        `projects/${example}/regions/${isKnown(region) ? region : "europe-west3"}/subnetworks/shop`,
        host,
      ),
      ...subnetRegion([...path, "subnetwork"], existing.subnetwork, region),
      ...nameProblems([...path, "podRange"], existing.podRange, "the name of a secondary range"),
      ...nameProblems([...path, "serviceRange"], existing.serviceRange, "the name of a secondary range"),
      ...uniqueProblems([...path, "morePodRanges"], existing.morePodRanges),
      ...knownEntries(existing.morePodRanges).flatMap(([i, name]) =>
        nameProblems([...path, "morePodRanges", i], name, "the name of a secondary range"),
      ),
      ...projectProblems([...path, "hostProject"], host),
    ];
  },

  /**
   * A network of another project is a Shared VPC: `hostProject` is its project, so that the service agents get their roles there.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-shared-vpc
   */
  "host-project-of-network"({ network, gke }) {
    const existing = network?.existing;
    if (!isKnown(existing) || existing.hostProject !== undefined) return [];
    const own = gke?.project;
    const links = (["network", "subnetwork"] as const).flatMap((field) => {
      const link = existing[field];
      const host = isKnown(link) ? /^(?:https:\/\/\S+\/)?projects\/([^/]+)\//.exec(link)?.[1] : undefined;
      return host === undefined || host === own || (own !== undefined && !isKnown(own))
        ? []
        : [{ field, host }];
    });
    return links
      .slice(0, 1)
      .map(({ field, host }) =>
        own === undefined
          ? warning(
              [...path, field],
              `is in the project ${shown(host)}: set hostProject if the cluster is in another project, or gke.project if it is in this one`,
            )
          : error(
              [...path, field],
              `is in the project ${shown(host)}, and the cluster in ${shown(own)}: set hostProject to ${shown(host)}`,
            ),
      );
  },

  /**
   * Additional subnets are in the cluster's region, each once, and have ranges for pods.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/how-to/multi-subnet-clusters
   */
  "existing-subnets"({ network, region }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    const host = existing.hostProject;
    return entries(existing.moreSubnets).flatMap(([i, { subnetwork, podRanges }]) => {
      const at = [...path, "moreSubnets", i];
      const earlier = [
        existing.subnetwork,
        ...existing.moreSubnets!.slice(0, i).map((subnet) => subnet.subnetwork),
      ];
      return [
        ...linkProblems(
          [...at, "subnetwork"],
          subnetwork,
          subnetLink,
          `projects/${isKnown(host) ? host : "shop-network"}/regions/${isKnown(region) ? region : "europe-west3"}/subnetworks/more`,
          host,
        ),
        ...subnetRegion([...at, "subnetwork"], subnetwork, region),
        ...(isKnown(subnetwork) && earlier.includes(subnetwork)
          ? [error([...at, "subnetwork"], `${shown(subnetwork)} is already in use`)]
          : []),
        ...(isKnown(podRanges) && podRanges.length === 0
          ? [error([...at, "podRanges"], "must name at least one secondary range for pods")]
          : []),
        ...uniqueProblems([...at, "podRanges"], podRanges),
        ...knownEntries(podRanges).flatMap(([j, name]) =>
          nameProblems([...at, "podRanges", j], name, "the name of a secondary range"),
        ),
      ];
    });
  },

  /**
   * Pods and services use different secondary ranges.
   *
   * @see https://cloud.google.com/kubernetes-engine/docs/concepts/alias-ips#cluster_sizing_secondary_range_pods
   */
  "existing-ranges-distinct"({ network }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    const { podRange, serviceRange } = existing;
    return [
      ...(isKnown(podRange) && podRange === serviceRange
        ? [error([...path, "serviceRange"], `must differ from podRange, got ${shown(serviceRange)} for both`)]
        : []),
      ...knownEntries(existing.morePodRanges)
        .filter(([, name]) => name === podRange || name === serviceRange)
        .map(([i, name]) => error([...path, "morePodRanges", i], `${shown(name)} is already in use`)),
    ];
  },

  /**
   * Ranges of an existing network are CIDR blocks without host bits.
   *
   * @see https://www.rfc-editor.org/rfc/rfc4632#section-3.1
   */
  "existing-range-syntax"({ network }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    return (["nodeCidr", "podCidr", "serviceCidr"] as const).flatMap((field) =>
      rangeProblems([...path, field], existing[field]),
    );
  },
});

function linkProblems(
  at: Path,
  text: string,
  link: RegExp,
  example: string,
  host: string | undefined,
): Finding[] {
  if (!isKnown(text)) return [];
  const project = link.exec(text)?.[2];
  if (project === undefined) {
    if (host === undefined && isName(text)) return [];
    const kinds =
      host === undefined ? "a name or a self link" : "a self link, since the network is in a host project";
    return [error(at, `must be ${kinds}, such as ${example}, got ${shown(text)}`)];
  }
  return host !== undefined && isKnown(host) && project !== host
    ? [error(at, `must be in the host project, ${host}, got one in ${project}`)]
    : [];
}

function subnetRegion(at: Path, subnetwork: string, region: string): Finding[] {
  const own = isKnown(subnetwork) ? /\/regions\/([^/]+)\//.exec(subnetwork)?.[1] : undefined;
  if (own === undefined || !isKnown(region) || own === region) return [];
  return [error(at, `must be in the cluster's region, ${region}, got one in ${own}`)];
}
