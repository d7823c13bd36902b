import { error, type Path, type Problem } from "../../../cluster/problem";
import { rangeProblems } from "../../../cluster/rules/addresses";
import { isKnown, knownEntries, shown, defineRules } from "../../../cluster/rules/rule";
import type { AnyGkeClusterProps } from "../../spec";
import { isName, nameProblems, projectProblems, refused, uniqueProblems } from "../../values";

const path = ["network", "existing"];

export const rules = defineRules<AnyGkeClusterProps>("gke/network", {
  /** What is said of a new network would be passed over in silence. */
  "existing-stands-alone"({ network, loadBalancing }) {
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
    const said = fields.map((field): [Path, unknown] => [["network", field], network[field]]);
    return [
      ...refused(said, "belongs to a new network; leave it out beside network.existing"),
      ...refused(
        [[["loadBalancing", "proxyCidr"], loadBalancing?.proxyCidr]],
        "makes a subnet, which belongs to a new network; leave it out beside network.existing",
      ),
    ];
  },

  /** [Compute Engine API] networks and subnetworks: by name, or by self link; those of a host project by link alone. */
  "existing-names"({ network, region }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    const host = existing.hostProject;
    const example = isKnown(host) ? host : "shop-network";
    return [
      ...linkProblems(
        "network",
        existing.network,
        /^(https:\/\/\S+\/)?projects\/([^/]+)\/global\/networks\/([^/]+)$/,
        `projects/${example}/global/networks/shop`,
        host,
      ),
      ...linkProblems(
        "subnetwork",
        existing.subnetwork,
        /^(https:\/\/\S+\/)?projects\/([^/]+)\/regions\/[^/]+\/subnetworks\/([^/]+)$/,
        `projects/${example}/regions/${isKnown(region) ? region : "europe-west3"}/subnetworks/shop`,
        host,
      ),
      ...subnetRegion(existing.subnetwork, region),
      ...nameProblems([...path, "podRange"], existing.podRange, "the name of a secondary range"),
      ...nameProblems([...path, "serviceRange"], existing.serviceRange, "the name of a secondary range"),
      ...uniqueProblems([...path, "morePodRanges"], existing.morePodRanges),
      ...knownEntries(existing.morePodRanges).flatMap(([i, name]) =>
        nameProblems([...path, "morePodRanges", i], name, "the name of a secondary range"),
      ),
      ...projectProblems([...path, "hostProject"], host),
    ];
  },

  /** [GKE] VPC-native clusters: pods and services have a range each. */
  "existing-ranges-differ"({ network }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    const { podRange, serviceRange } = existing;
    return [
      ...(isKnown(podRange) && podRange === serviceRange
        ? [
            error(
              [...path, "serviceRange"],
              `must be another range than that of pods, got ${shown(serviceRange)} for both`,
            ),
          ]
        : []),
      ...knownEntries(existing.morePodRanges)
        .filter(([, name]) => name === podRange || name === serviceRange)
        .map(([i, name]) => error([...path, "morePodRanges", i], `${shown(name)} is in use already`)),
    ];
  },

  /** Ranges in what is said of an existing network are spelt like all others. [RFC 4632] */
  "existing-range-syntax"({ network }) {
    const existing = network?.existing;
    if (!isKnown(existing)) return [];
    return (["nodeCidr", "podCidr", "serviceCidr"] as const).flatMap((field) =>
      rangeProblems([...path, field], existing[field]),
    );
  },
});

function linkProblems(
  field: "network" | "subnetwork",
  text: string,
  link: RegExp,
  example: string,
  host: string | undefined,
): Problem[] {
  if (!isKnown(text)) return [];
  const project = link.exec(text)?.[2];
  if (project === undefined) {
    if (host === undefined && isName(text)) return [];
    const kinds = host === undefined ? "a name or a self link" : "a self link, since it is a host project's";
    return [error([...path, field], `must be ${kinds}, such as ${example}, got ${shown(text)}`)];
  }
  return host !== undefined && isKnown(host) && project !== host
    ? [error([...path, field], `must be in the host project, ${host}, this one is in ${project}`)]
    : [];
}

function subnetRegion(subnetwork: string, region: string): Problem[] {
  const own = isKnown(subnetwork) ? /\/regions\/([^/]+)\//.exec(subnetwork)?.[1] : undefined;
  if (own === undefined || !isKnown(region) || own === region) return [];
  return [
    error([...path, "subnetwork"], `must be in the cluster's region, ${region}, this one is in ${own}`),
  ];
}
