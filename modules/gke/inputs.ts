import {
  type Declaration,
  type Declared,
  existingNetworkInput,
  type InputTable,
  machineTypesInput,
  type MachineTypeLimits,
  matches,
  type NetworkPart,
  principalInputs,
  rangesInput,
  sizesInput,
  tableOf,
  versionInput,
} from "../cluster/inputs";
import { endpointsOf } from "./access/endpoints";
import { limits } from "./limits";
import { localSsdsOf } from "./node-groups/local-ssd";
import { familyName, gpusOf, isTpu } from "./node-groups/machine-types";
import type { AnyGkeClusterProps, GkeClusterSpec, GkeNodeGroupSpec } from "./spec";
import { isCompleteVersion } from "./versions";
import { zoneNames } from "./zones";

/** What the caller of an exported module of a GKE cluster can set. */
export function gkeInputs(declared: Declared<GkeClusterSpec>): InputTable {
  const cluster = declared.cluster as AnyGkeClusterProps;
  return tableOf([
    { fixed: `Zones: ${zoneNames(cluster)!.join(", ")}` },
    version(declared),
    sizesInput(declared, (group) => sizeStep(group, zoneNames(cluster)!)),
    machineTypesInput(cluster.nodeGroups, machineTypeLimits),
    principalInputs(cluster.access, {
      what: "IAM members, such as group:ops@example.com,",
      pattern:
        "^((user|group|serviceAccount):[^@\\s]+@[^@\\s]+|domain:[a-z0-9.-]+|principal(Set)?://[^/\\s]+/\\S+)$",
      mustBe: "an IAM member such as group:ops@example.com",
    }),
    authorizedRanges(cluster),
    existingNetworkInput(networkParts(cluster)),
  ]);
}

function version(declared: Declared<GkeClusterSpec>): Declaration {
  const { upgrades, kubernetesVersion } = declared.cluster;
  if (upgrades?.channel !== "none") {
    return versionInput(
      declared,
      "Oldest Kubernetes version of the control plane; the release channel upgrades it further",
    );
  }
  // The later versions to choose from are minors, which nodes with a complete version cannot have.
  if (isCompleteVersion(kubernetesVersion)) {
    return { fixed: `Kubernetes version of the control plane and the nodes: ${kubernetesVersion}` };
  }
  return versionInput(
    declared,
    "Oldest Kubernetes version of the control plane; GKE upgrades the nodes to its version",
  );
}

/**
 * A fixed size over several zones is a pool with as many nodes in each zone, and a second one with the rest: the rest decides which
 * pools there are.
 */
function sizeStep(
  { size, spread, zones }: GkeNodeGroupSpec,
  networkZones: readonly string[],
): number | undefined {
  if (spread === "per-zone") return 1;
  const { length } = zones ?? networkZones;
  return (size as number) < length ? undefined : length;
}

function machineTypeLimits(group: GkeNodeGroupSpec): MachineTypeLimits {
  const [type] = group.machineTypes;
  if (group.gpu || gpusOf(type)) return { fixed: "the GPUs are those of the type" };
  if (group.tpu || isTpu(type)) return { fixed: "the TPU topology is for the type" };
  if (group.localSsd || localSsdsOf(type)) return { fixed: "the number of local SSDs is for the type" };
  if (group.bandwidth) return { fixed: "the bandwidth is for the type" };
  if (group.reservation?.use === "specific") return { fixed: "the reservation is for the type" };
  const family = familyName(type);
  return {
    sameNumber: true,
    most: 1,
    condition: matches(`^${family}(-[a-z0-9]+)+$`),
    mustBe: `a machine type of the family ${family}, that the disks require`,
  };
}

function authorizedRanges(cluster: AnyGkeClusterProps): Declaration[] {
  const { access } = cluster;
  const { ip, public: isPublic } = endpointsOf(cluster);
  if (!ip) return [{ fixed: "Addresses of the API server: none" }];
  const most = limits.authorizedNetworks;
  return [
    isPublic
      ? rangesInput("public_from", "access.publicFrom", access.publicFrom ?? [], {
          description: "IPv4 ranges from which the public address of the API server can be reached",
          least: access.googleCloud ? 0 : 1,
          most,
        })
      : { fixed: "Public access to the addresses of the API server: none" },
    rangesInput("private_from", "access.privateFrom", access.privateFrom ?? [], {
      description: "Private IPv4 ranges from which the private address of the API server can be reached",
      least: 0,
      most,
    }),
  ];
}

function networkParts({ network, access, region }: AnyGkeClusterProps): NetworkPart[] {
  const { existing, egressRules } = network ?? {};
  if (!existing) return [];
  const name = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";
  const link = (path: string) => `^((https://\\S+/)?projects/[^/]+/${path}/)?${name}$`;
  const isSubnet = {
    condition: matches(link(`regions/${region}/subnetworks`)),
    mustBe: `the name or self link of a subnetwork in ${region}`,
  };
  const isRange = { condition: matches(`^${name}$`), mustBe: "the name of a secondary range" };
  const isCidr = {
    condition: (value: string) => `can(cidrnetmask(${value}))`,
    mustBe: "an IPv4 range such as 10.0.0.0/16",
  };
  const field = "network.existing";
  return [
    {
      keys: ["network"],
      field: `${field}.network`,
      value: existing.network,
      condition: matches(link("global/networks")),
      mustBe: "the name or self link of a network",
    },
    { keys: ["subnetwork"], field: `${field}.subnetwork`, value: existing.subnetwork, ...isSubnet },
    { keys: ["pod_range"], field: `${field}.podRange`, value: existing.podRange, ...isRange },
    { keys: ["service_range"], field: `${field}.serviceRange`, value: existing.serviceRange, ...isRange },
    {
      keys: ["more_pod_ranges"],
      field: `${field}.morePodRanges`,
      value: existing.morePodRanges,
      condition: (names) =>
        `length(${names}) >= 1 && alltrue([for name in ${names} : ${isRange.condition("name")}])`,
      mustBe: "names of secondary ranges",
    },
    {
      keys: ["host_project"],
      field: `${field}.hostProject`,
      value: existing.hostProject,
      condition: matches("^([a-z0-9.]+:)?[a-z][-a-z0-9]{4,28}[a-z0-9]$"),
      mustBe: "the id of a project",
    },
    {
      keys: ["endpoint_subnetwork"],
      field: "access.endpointAddress.subnetwork",
      value: access.endpointAddress?.subnetwork,
      ...isSubnet,
    },
    // Only firewall rules need the ranges.
    ...(["node", "pod", "service"] as const).map((kind): NetworkPart => ({
      keys: [`${kind}_cidr`],
      field: `${field}.${kind}Cidr`,
      value: egressRules ? existing[`${kind}Cidr`] : undefined,
      ...isCidr,
    })),
  ];
}
