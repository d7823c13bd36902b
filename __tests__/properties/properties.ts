import type { Size } from "../../modules/cluster/scaling";
import type { PlatformClusterSpec } from "../../modules/environment/types";
import type { Arguments, Synthesized } from "../support/synthesized";
import { nothingTwice } from "./bindings";
import { kubeadmNameRules } from "./kubeadm/names";
import { nameRules } from "./names";
import { ipv6PartsDiffer, pathsOfRanges, rangesAreApart, rangesAt, valuesAt } from "./address-ranges";

/** A valid cluster with its stack. */
export interface Built {
  /** The cluster with its full name. */
  readonly spec: PlatformClusterSpec;
  readonly stack: Synthesized;

  /** The JSON of a second synthesis; undefined without one. */
  readonly again?: string;
}

/** The result of a property: the number of checked values, and the problems. */
export interface Finding {
  readonly checked: number;
  readonly wrong: readonly string[];
}

/** A property of the stacks of all valid clusters. */
export type Property = (built: Built) => Finding;

/** All references are to declared elements. */
export function referencesResolve({ stack }: Built): Finding {
  const { graph } = stack;
  return { checked: graph.addresses.length, wrong: graph.unresolved };
}

/** There are no circular dependencies. */
export function noCycles({ stack }: Built): Finding {
  const { graph } = stack;
  return { checked: graph.addresses.length, wrong: graph.cycle ? [graph.cycle.join(" -> ")] : [] };
}

/** Two syntheses of the same input have the same JSON. */
export function sameBytes({ stack, again }: Built): Finding {
  if (again === undefined) return { checked: 0, wrong: [] };
  if (again === stack.json) return { checked: 1, wrong: [] };
  const lines = again.split("\n");
  const line = stack.json.split("\n").findIndex((text, i) => text !== lines[i]);
  return {
    checked: 1,
    wrong: [`line ${line + 1}: ${stack.json.split("\n")[line]?.trim()} | ${lines[line]?.trim()}`],
  };
}

// --- Nodes ------------------------------------------------------------------------------------------------------

/** A node pool, with the numbers of nodes in all its zones. */
interface NodePool {
  readonly address: string;
  readonly start: number;

  /** Undefined if no autoscaler changes the number, or if the cloud does not know its bounds. */
  readonly bounds?: { readonly min: number; readonly max: number };

  /** Whether Terraform ignores the number although the cloud does not know its bounds. */
  readonly isIgnored?: boolean;
  readonly zones?: number;
}

/** The node pools in the Terraform JSON of a stack. */
function nodePoolsOf(stack: Synthesized): NodePool[] {
  return Object.entries(stack.terraform.resource as Arguments).flatMap(([type, all]) =>
    Object.entries(all as Arguments).flatMap(([name, resource]) => {
      // Each slot of a control plane of kubeadm is a group with one machine.
      const found = name.startsWith("control_plane_slot_") ? undefined : readers[type]?.(resource);
      return found ? [{ address: `${type}.${name}`, ...found }] : [];
    }),
  );
}

const readers: Readonly<Record<string, (resource: Arguments) => Omit<NodePool, "address"> | undefined>> = {
  aws_eks_node_group: ({ scaling_config: { desired_size: start, min_size: min, max_size: max } }) => ({
    start,
    bounds: { min, max },
  }),
  aws_autoscaling_group: ({ desired_capacity: start, min_size: min, max_size: max }) => ({
    start,
    bounds: { min, max },
  }),
  azurerm_kubernetes_cluster: ({ default_node_pool: pool }) => azurePool(pool),
  azurerm_kubernetes_cluster_node_pool: azurePool,
  azurerm_linux_virtual_machine_scale_set: ({ instances: start, lifecycle }) => ({
    start,
    isIgnored: lifecycle?.ignore_changes?.includes("instances"),
  }),
  google_container_node_pool: ({ node_count, initial_node_count, autoscaling, node_locations }) => ({
    start: (node_count ?? initial_node_count) * node_locations.length,
    bounds: autoscaling && { min: autoscaling.total_min_node_count, max: autoscaling.total_max_node_count },
    zones: node_locations.length,
  }),
  google_compute_instance_group_manager: instanceGroup,
  google_compute_region_instance_group_manager: instanceGroup,
};

function instanceGroup({ target_size: start, lifecycle }: Arguments): Omit<NodePool, "address"> {
  return { start, isIgnored: lifecycle?.ignore_changes?.includes("target_size") };
}

function azurePool(pool: Arguments): Omit<NodePool, "address"> {
  const { auto_scaling_enabled, node_count, min_count: min, max_count: max } = pool;
  return auto_scaling_enabled ? { start: min, bounds: { min, max } } : { start: node_count };
}

/**
 * The total numbers of nodes are those of the node group: initial, minimum and maximum. The output `node_groups` maps node groups to
 * node pools; it has all node pools and no others.
 */
export function totalsOfNodes({ spec, stack }: Built): Finding {
  const pools = new Map(nodePoolsOf(stack).map((pool) => [pool.address, pool]));
  const wrong: string[] = [];
  for (const group of spec.nodeGroups) {
    const parts = partsOf(group.name, stack);
    const found = parts.flatMap((address) => pools.get(address) ?? []);
    for (const address of parts) pools.delete(address);
    wrong.push(...sizeFaults(group, found, spec).map((fault) => `${group.name}: ${fault}`));
  }
  // GKE removes the default node pool immediately. On Azure the first node pool is part of the cluster.
  wrong.push(...[...pools.keys()].map((address) => `${address} belongs to no group`));
  return { checked: spec.nodeGroups.length, wrong };
}

/** The addresses of the node pools of a group in the output `node_groups`. */
function partsOf(group: string, stack: Synthesized): string[] {
  const parts = (stack.terraform.output.node_groups?.value?.[group] ?? {}) as Record<string, Arguments>;
  return Object.values(parts).map(({ name, auto_scaling_group, instance_group, scale_set }) =>
    addressOf(String(name ?? auto_scaling_group ?? instance_group ?? scale_set)),
  );
}

/** The address in `${aws_eks_node_group.x.node_group_name}`, or of the cluster for the first node pool of Azure. */
function addressOf(reference: string): string {
  if (reference === "system") return "azurerm_kubernetes_cluster.control_plane";
  return reference.replace(/^\$\{([^.]+\.[^.]+)\..*\}$/, "$1");
}

function sizeFaults(
  { size, spread, zones }: PlatformClusterSpec["nodeGroups"][number],
  parts: readonly NodePool[],
  { autoscaling, platform }: PlatformClusterSpec,
): string[] {
  const asked: Pick<Size, "min" | "max"> = typeof size === "number" ? { min: size, max: size } : size;
  const sum = (of: (part: NodePool) => number) => parts.reduce((total, part) => total + of(part), 0);
  const starts = parts.map(({ start }) => start);
  const hasBounds = parts.every(({ bounds }) => bounds !== undefined);
  const start = sum((part) => part.start);
  // GKE starts with the same number of nodes in each zone, so the total can differ from the minimum.
  const slack = platform === "gke" && typeof size === "object" ? sum((part) => (part.zones ?? 1) - 1) : 0;
  return [
    parts.length === 0 ? ["has no node pool"] : [],
    Math.abs(start - asked.min) > slack || start > asked.max
      ? [`starts with ${start} nodes, asked ${asked.min}`]
      : [],
    hasBounds && sum(({ bounds }) => bounds!.min) !== asked.min
      ? [`has at least ${sum(({ bounds }) => bounds!.min)} nodes, asked ${asked.min}`]
      : [],
    hasBounds && sum(({ bounds }) => bounds!.max) !== asked.max
      ? [`has at most ${sum(({ bounds }) => bounds!.max)} nodes, asked ${asked.max}`]
      : [],
    !hasBounds &&
    !parts.every(({ isIgnored }) => isIgnored) &&
    typeof size === "object" &&
    (autoscaling ?? "cluster-autoscaler") === "cluster-autoscaler"
      ? ["has a range without an autoscaler"]
      : [],
    spread === "per-zone" && Math.max(...starts) - Math.min(...starts) > 1 && slack === 0
      ? [`is distributed unevenly: ${starts.join(", ")}`]
      : [],
    spread === "per-zone" && zones && parts.length !== zones.length
      ? [`has ${parts.length} parts in ${zones.length} zones`]
      : [],
    parts.some(({ bounds }) => bounds && (bounds.min > bounds.max || bounds.max < 1))
      ? ["has a part with invalid limits"]
      : [],
  ].flat();
}

// --- Zones ------------------------------------------------------------------------------------------------------

/**
 * The nodes of a group are in the zones of the group, with a subnet for each zone: on EKS a subnet in the zone, on AKS a subnet whose
 * NAT gateway is in the zone (if each zone has one), on GKE the subnet of the region.
 */
export function subnetsForZones(built: Built): Finding {
  const { spec, stack } = built;
  const { zones: named = 3, existing } = (spec.network ?? {}) as Arguments;
  const network: readonly string[] | number = existing?.nodeSubnets
    ? existing.nodeSubnets.map(({ zone }: Arguments) => zone)
    : named;
  let checked = 0;
  const wrong = spec.nodeGroups.flatMap((group) => {
    const asked = zonesWithNodes(group.zones ?? network, group, spec.platform);
    const found = new Set(partsOf(group.name, stack).flatMap((address) => zonesOfNodes(address, built)));
    checked += found.size;
    const isRight =
      typeof asked === "number"
        ? found.size === asked
        : found.size === new Set(asked).size && asked.every((zone) => found.has(zone));
    return isRight && !found.has(undefined)
      ? []
      : [`${group.name} is in ${[...found].join(", ")}, asked ${String(asked)}`];
  });
  return { checked, wrong };
}

/** The possible zones of nodes. On GKE, a fixed size that is smaller than the number of zones uses the first zones by name. */
function zonesWithNodes(
  zones: readonly string[] | number,
  { size }: PlatformClusterSpec["nodeGroups"][number],
  platform: PlatformClusterSpec["platform"],
): readonly string[] | number {
  if (platform !== "gke" || typeof size !== "number" || size === 0) return zones;
  return typeof zones === "number" ? Math.min(zones, size) : [...zones].sort().slice(0, size);
}

/** The zones of the subnets of a node pool; undefined for a subnet without a zone. */
function zonesOfNodes(address: string, { spec, stack }: Built): (string | undefined)[] {
  const all = stack.terraform.resource as Arguments;
  const [type, name] = address.split(".");
  const resource: Arguments = all[type]?.[name] ?? {};
  if (type.startsWith("google_compute_")) {
    const zones: string[] = resource.distribution_policy_zones ?? [resource.zone];
    return zones.map((zone) => (zone.startsWith(`${spec.region}-`) ? zone : undefined));
  }
  if (type.startsWith("aws_")) {
    const own = spec.platform === "eks" ? spec.network?.existing?.nodeSubnets : undefined;
    const existing: readonly Arguments[] = own ?? [];
    return ((resource.subnet_ids ?? resource.vpc_zone_identifier ?? []) as string[]).map(
      (id) =>
        referred(all, "aws_subnet", id)?.availability_zone ?? existing.find((one) => one.id === id)?.zone,
    );
  }
  if (spec.platform === "gke") {
    const subnet = referred(
      all,
      "google_compute_subnetwork",
      all.google_container_cluster.control_plane?.subnetwork,
    );
    const { region } = subnet ?? spec;
    return (resource.node_locations as string[]).map((zone) =>
      zone.startsWith(`${region}-`) ? zone : undefined,
    );
  }
  const pool: Arguments = resource.default_node_pool ?? resource;
  const { zones, vnet_subnet_id: id = pool.network_interface?.[0]?.ip_configuration?.[0]?.subnet_id } = pool;
  const ofSubnet = Object.values((all.azurerm_subnet_nat_gateway_association ?? {}) as Arguments).find(
    ({ subnet_id }) => subnet_id === id,
  );
  const gateway = referred(all, "azurerm_nat_gateway", ofSubnet?.nat_gateway_id);
  const isPerZone =
    spec.network?.nat === "per-zone" && !("existing" in spec.network && spec.network.existing);
  return (zones as string[]).map((zone) =>
    id === undefined || (isPerZone && !gateway?.zones?.includes(zone)) ? undefined : zone,
  );
}

/** The target of the reference `${type.name.id}`. */
function referred(all: Arguments, type: string, reference: unknown): Arguments | undefined {
  const [, foundType, name] = /^\$\{([^.]+)\.([^.]+)\.[^.]+\}$/.exec(String(reference)) ?? [];
  return foundType === type ? all[type]?.[name] : undefined;
}

// --- Names ------------------------------------------------------------------------------------------------------

const allNameRules = { ...nameRules, ...kubeadmNameRules };

/** Names are valid on the clouds, and unique for each kind of resource. */
export function namesWithinLimits({ stack }: Built): Finding {
  let checked = 0;
  const wrong = Object.entries(allNameRules).flatMap(
    ([path, { least = 1, most, pattern, isShared, source }]) => {
      const literal = namesAt(stack, path);
      checked += literal.length;
      return literal.flatMap(({ at, name }, i) => [
        ...(name.length < least || name.length > most
          ? [
              `${at} ${JSON.stringify(name)} has ${name.length} characters, not ${least} to ${most} (${source})`,
            ]
          : []),
        ...(pattern.test(name)
          ? []
          : [`${at} ${JSON.stringify(name)} is none that is taken: ${pattern} (${source})`]),
        ...(!isShared && literal.some((other, n) => n < i && other.name === name)
          ? [`${at} ${JSON.stringify(name)} is there twice`]
          : []),
      ]);
    },
  );
  return { checked, wrong: [...wrong, ...windowsPools(stack), ...unknownNames(stack)] };
}

/** The literal names at a path. */
function namesAt(stack: Synthesized, path: string): { readonly at: string; readonly name: string }[] {
  return valuesAt(stack, path).flatMap(({ at, value }) =>
    typeof value === "string" && !value.includes("${") ? [{ at, name: value }] : [],
  );
}

/** Names of Windows node pools have at most six characters. Azure naming rules, managedClusters/agentPools */
function windowsPools(stack: Synthesized): string[] {
  return Object.entries((stack.terraform.resource.azurerm_kubernetes_cluster_node_pool ?? {}) as Arguments)
    .filter(([, { os_type, name }]) => os_type === "Windows" && name.length > 6)
    .map(([address, { name }]) => `${address} ${name} has more than 6 characters, on Windows`);
}

/** A type of resource with a name of this project, and without a known limit. */
function unknownNames(stack: Synthesized): string[] {
  return Object.entries(stack.terraform.resource as Arguments).flatMap(([type, all]) =>
    Object.values(all as Arguments).some(({ name }) => typeof name === "string" && !name.includes("${")) &&
    !(`${type}.name` in allNameRules)
      ? [`no limit is known of ${type}.name`]
      : [],
  );
}

// --- Paths ------------------------------------------------------------------------------------------------------

const rangesOfMachines = ["aws_subnet.cidr_block", "google_compute_subnetwork.ip_cidr_range"];

/** The paths that are checked on a platform. At least one cluster must have a value at each; otherwise the path is misspelt. */
export function pathsOf(platform: PlatformClusterSpec["platform"]): string[] {
  // Clusters of the managed platforms have the other paths of their clouds.
  if (platform === "kubeadm") return [...rangesOfMachines, ...Object.keys(kubeadmNameRules)];
  const prefix = { eks: "aws_", aks: "azurerm_", gke: "google_" }[platform];
  return [...new Set([...pathsOfRanges, ...Object.keys(nameRules)])].filter((path) =>
    path.startsWith(prefix),
  );
}

/** The paths at which a cluster has a value. */
export function pathsIn({ spec, stack }: Built): string[] {
  return pathsOf(spec.platform).filter((path) =>
    pathsOfRanges.includes(path) ? rangesAt(stack, [path]).length > 0 : namesAt(stack, path).length > 0,
  );
}

// --- Reading ----------------------------------------------------------------------------------------------------

/** All properties by name, in the order of reports. */
export const properties: Readonly<Record<string, Property>> = {
  "references resolve": referencesResolve,
  "there is no cycle": noCycles,
  "a second synthesis gives the same bytes": sameBytes,
  "totals of nodes are what was asked": totalsOfNodes,
  "there is a subnet for each zone": subnetsForZones,
  "ranges share no address": rangesAreApart,
  "IPv6 ranges differ": ipv6PartsDiffer,
  "names are within limits": namesWithinLimits,
  "nothing is created twice": nothingTwice,
};

/** Properties that apply to some platforms only: only on AWS this project divides an IPv6 range. */
export const onlyOn: Readonly<Record<string, readonly PlatformClusterSpec["platform"][]>> = {
  "IPv6 ranges differ": ["eks"],
};
