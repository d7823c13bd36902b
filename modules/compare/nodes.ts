import type { NodeChange, ResourceChange } from "./model";
import { blockOf, durationOf, minutesOfTimeout, type Pool, paceOf, type StartTime } from "./paces";
import type { Synthesized } from "./predict";
import { referencesIn } from "./references";

type Config = Readonly<Record<string, unknown>>;

/** Arguments of node pools of Azure whose change replaces their nodes. */
const poolsOfAzure: readonly string[] = [
  "orchestrator_version",
  "vm_size",
  "os_disk_size_gb",
  "os_disk_type",
  "kubelet_config",
  "linux_os_config",
  "max_pods",
  "zones",
  "vnet_subnet_id",
  "pod_subnet_id",
  "snapshot_id",
  "os_sku",
  "fips_enabled",
  "host_encryption_enabled",
  "ultra_ssd_enabled",
  "kubelet_disk_type",
];

/** Arguments of node pools whose change replaces their nodes one after another. */
const rollingArguments: Readonly<Record<string, readonly string[]>> = {
  aws_eks_node_group: ["version", "release_version", "launch_template.version", "launch_template"],
  aws_autoscaling_group: ["launch_template.version", "launch_template", "mixed_instances_policy"],
  // The first pool, which a temporary one replaces.
  azurerm_kubernetes_cluster: [...poolsOfAzure, "only_critical_addons_enabled"].map(
    (argument) => `default_node_pool.${argument}`,
  ),
  azurerm_kubernetes_cluster_node_pool: poolsOfAzure,
  azurerm_linux_virtual_machine_scale_set: [
    "sku",
    "user_data",
    "source_image_id",
    "source_image_reference",
    "os_disk",
    "extension",
  ],
  google_container_node_pool: ["version", "node_config"],
  google_compute_instance_group_manager: ["version"],
  google_compute_region_instance_group_manager: ["version"],
  // A control-plane machine, which has no group. Terraform replaces it, and does not roll it.
  azurerm_linux_virtual_machine: [],
};

/**
 * Arguments in the blocks of {@link rollingArguments} that the cloud changes on running nodes.
 *
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/update-existing-nodepools for labels and taints
 * @see https://docs.cloud.google.com/kubernetes-engine/docs/how-to/creating-managing-labels for resource labels
 */
const changedOnNodes: Readonly<Record<string, readonly string[]>> = {
  google_container_node_pool: ["labels", "taint", "resource_labels"].map(
    (argument) => `node_config.${argument}`,
  ),
};

/** What decides how long nodes are replaced. */
export interface NodeFacts {
  readonly platform: string;

  /** The typical time in which machines of a resource type start. */
  readonly startOf: (type: string) => StartTime | undefined;
}

/** The node groups whose nodes change, in the order of their addresses. */
export function nodeChanges(
  changes: readonly ResourceChange[],
  before: Synthesized | undefined,
  after: Synthesized | undefined,
  facts: NodeFacts,
): NodeChange[] {
  const nodes = changes.flatMap((change) => nodeChange(change, before, after, facts) ?? []);
  const isWaitedFor = new Set(
    changes.flatMap(({ address, action }) =>
      action !== "delete" && (isCluster(address) || nodes.some((node) => node.address === address))
        ? [address]
        : [],
    ),
  );
  return nodes.map((node) => {
    if (node.how !== "rolling") return node;
    const earlier = nearestOf(node.address, after ?? {}, isWaitedFor);
    return earlier.length === 0 ? node : { ...node, after: earlier };
  });
}

const isCluster = (address: string): boolean =>
  /^(aws_eks_cluster|azurerm_kubernetes_cluster|google_container_cluster)\./.test(address);

function nodeChange(
  { address, action, because }: ResourceChange,
  before: Synthesized | undefined,
  after: Synthesized | undefined,
  facts: NodeFacts,
): NodeChange | undefined {
  const [type, name] = address.split(".");
  const rolling = rollingArguments[type];
  if (!rolling) return undefined;
  const side = after?.resource?.[type]?.[name] === undefined ? before : after;
  const config = side?.resource?.[type]?.[name] ?? {};
  const isOf = (argument: string, among: readonly string[]): boolean =>
    among.some((one) => argument === one || argument.startsWith(`${one}.`));
  const isRolling = because.some(
    (argument) => isOf(argument, rolling) && !isOf(argument, changedOnNodes[type] ?? []),
  );
  // Without a refresh, an Auto Scaling group uses a new launch template for its next machines only.
  const waits = type === "aws_autoscaling_group" && config.instance_refresh === undefined;
  const how = howOf(action, isRolling && !waits);
  const isFirstPool = type === "azurerm_kubernetes_cluster";
  if (how === undefined || (isFirstPool && how !== "rolling")) return undefined;
  const isMachine = type === "azurerm_linux_virtual_machine";
  const pool = isFirstPool ? blockOf(config.default_node_pool) : config;
  const [least, most] = isMachine ? [1, 1] : nodesOf(pool, side);
  const found = { address, how, nodes: most };
  if (how !== "rolling") return found;
  const pace = paceOf({
    type,
    config: pool,
    platform: facts.platform,
    zones: zonesOf(pool, side).length || 1,
    // A temporary pool takes over all nodes at once, except for an upgrade.
    isRotated: isFirstPool && !because.includes("default_node_pool.orchestrator_version"),
    endHookSeconds: endHookOf(address, side),
  } satisfies Pool);
  if (pace === undefined) return found;
  const start = facts.startOf(isFirstPool ? "azurerm_kubernetes_cluster_node_pool" : type);
  const duration =
    least === undefined || most === undefined || start === undefined
      ? undefined
      : durationOf(
          pace,
          [least, most],
          start,
          minutesOfTimeout(blockOf(config.timeouts).update) ?? pace.waits,
        );
  return {
    ...found,
    ...(pace.atOnce === undefined ? {} : { atOnce: pace.atOnce }),
    order: pace.zones !== undefined && pace.zones > 1 ? `${pace.order}, zone by zone` : pace.order,
    // A reference in the settings has no value yet.
    ...(duration !== undefined && Number.isFinite(duration.minutes.least) ? { duration } : {}),
  };
}

function howOf(action: ResourceChange["action"], isRolling: boolean): NodeChange["how"] | undefined {
  switch (action) {
    case "create":
      return "created";
    case "delete":
    case "forget":
      return "removed";
    case "update":
      return isRolling ? "rolling" : undefined;
    case "replaced, create before destroy":
      return "replaced, new first";
    case "replaced, destroy before create":
      return "replaced, old first";
  }
}

/** The smallest and the largest number of nodes of a pool; undefined for a reference. */
function nodesOf(config: Config, side: Synthesized | undefined): [least?: number, most?: number] {
  const [scaling, autoscaling] = [config.scaling_config, config.autoscaling].map(blockOf);
  const fixed = config.node_count ?? config.target_size ?? config.instances;
  const least = scaling.min_size ?? config.min_size ?? config.min_count ?? autoscaling.total_min_node_count;
  const most = scaling.max_size ?? config.max_size ?? config.max_count ?? autoscaling.total_max_node_count;
  // GKE counts the nodes of a zone.
  const perZone = config.node_count === undefined ? 1 : zonesOf(config, side).length || 1;
  const numberOf = (bound: unknown): number | undefined => {
    const found = bound ?? fixed;
    return typeof found === "number" ? found * (bound === undefined ? perZone : 1) : undefined;
  };
  return [numberOf(least), numberOf(most)];
}

/** The zones of a pool of GKE. A pool without zones has those of the cluster. */
function zonesOf(config: Config, { resource }: Synthesized = {}): readonly unknown[] {
  const [cluster] = Object.values(resource?.google_container_cluster ?? {});
  return (config.node_locations ?? cluster?.node_locations ?? []) as readonly unknown[];
}

/** Seconds that the machines of an Auto Scaling group wait before they end; undefined without a hook. */
function endHookOf(address: string, { resource }: Synthesized = {}): number | undefined {
  const hook = Object.values(resource?.aws_autoscaling_lifecycle_hook ?? {}).find(
    (one) =>
      one.lifecycle_transition === "autoscaling:EC2_INSTANCE_TERMINATING" &&
      referencesIn(one.autoscaling_group_name).includes(address),
  );
  return typeof hook?.heartbeat_timeout === "number" ? hook.heartbeat_timeout : undefined;
}

/** The nearest resources of a set on which a resource depends: none of them is before another one. Terraform changes them first. */
function nearestOf(address: string, { resource = {} }: Synthesized, among: ReadonlySet<string>): string[] {
  const beforeOf = (start: string): Set<string> => {
    const seen = new Set<string>();
    const visit = (from: string): void => {
      const [type, name] = from.split(".");
      for (const to of referencesIn(resource[type]?.[name])) {
        if (to === start || seen.has(to)) continue;
        seen.add(to);
        visit(to);
      }
    };
    visit(start);
    return seen;
  };
  const found = [...beforeOf(address)].filter((one) => among.has(one));
  const earlier = new Set(found.flatMap((one) => [...beforeOf(one)]));
  return found.filter((one) => !earlier.has(one)).sort();
}
