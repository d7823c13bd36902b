import { ContainerNodePool } from "@cdktf/provider-google/lib/container-node-pool";
import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { moveFormer } from "../../cluster/former";
import { inputOf } from "../../cluster/inputs";
import { constructId } from "../../cluster/names";
import type { Autoscaling } from "../../cluster/vocabulary";
import { limits } from "../limits";
import { defaultMaxPods } from "../network/address-plan";
import { tpuChipsOf } from "./machine-types";
import { forGoogle } from "../../google/provider-arguments";
import type { GkeNodeGroupSpec } from "../spec";
import { type NodeConfigContext, nodeConfig } from "./node-config";
import { type PoolPart, type PoolPlan, poolsOf, smallest } from "./pools";
import { waitsForCapacity } from "./provisioning";
import { markLength, replacementMark } from "./replacement-mark";
import { upgradeSettings } from "./upgrade";
import { defaults } from "../fields.generated";

/** Common values of all node groups of a cluster. */
export interface NodeGroupContext extends NodeConfigContext {
  /** Id of the cluster, as a reference to it. */
  readonly clusterId: string;

  /** Zones of the network, in order. */
  readonly zones: readonly string[];

  /** Version of nodes of GKE, without a release channel; undefined if GKE decides the version. */
  readonly version?: string;

  /** Whether GKE upgrades nodes to the version of the control plane. */
  readonly isUpgradedByGke: boolean;

  readonly nodeAddresses: "private" | "public";
  readonly autoscaling: Autoscaling;
}

/** See {@link GkeNodeGroup}. */
export interface GkeNodeGroupProps extends NodeGroupContext {
  readonly spec: GkeNodeGroupSpec;

  /** Created before the first node. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** One node pool. */
export interface NodePool {
  /** Its zone, or `rest`; undefined for a node pool in all zones. */
  readonly part: PoolPart;
  readonly zones: readonly string[];
  readonly resource: ContainerNodePool;

  /** Name of the node pool, which the provider generates. */
  readonly name: string;
}

/** The node pools of a node group. */
export class GkeNodeGroup extends Construct {
  readonly nodePools: readonly NodePool[];

  /** Whether its nodes run Windows. */
  readonly isWindows: boolean;

  /** The size as arguments get it. */
  private readonly size: GkeNodeGroupSpec["size"];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeNodeGroupProps,
  ) {
    super(scope, id);
    this.isWindows = props.spec.image?.family === "windows";
    const { spec, zones, autoscaling } = props;
    this.size = inputOf(this, `nodeGroups.${spec.name}.size`, spec.size);
    this.nodePools = poolsOf(spec, zones, autoscaling, this.size).map((plan) => {
      const resource = this.createPool(plan);
      return { part: plan.part, zones: plan.zones, resource, name: resource.name };
    });
    moveFormer(this, spec.formerName && constructId(spec.formerName));
  }

  /** Creates the group after `prerequisite`, and destroys it before. */
  dependOn(prerequisite: ITerraformDependable): void {
    for (const { resource } of this.nodePools) {
      resource.dependsOn = [...(resource.dependsOn ?? []), dependable(prerequisite)];
    }
  }

  private createPool(plan: PoolPlan): ContainerNodePool {
    const { spec, version } = this.props;
    const waits = waitsForCapacity(spec);
    const pool = new ContainerNodePool(this, plan.part ?? "Resource", {
      // The id, not the name, which the provider accepts, too: a change would replace the node pool.
      cluster: this.props.clusterId,
      // With a prefix the provider generates a unique name, so that a new pool can exist next to the old one.
      namePrefix: namePrefix(spec.name, plan.part, replacementMark(this, spec)),
      nodeLocations: [...plan.zones],
      ...sizeArguments(plan, spec),
      // The provider keeps the number of a removed argument.
      maxPodsPerNode: spec.maxPods ?? defaultMaxPods.standard,
      version,
      management: {
        autoRepair: spec.repair ?? (waits ? false : defaults["nodeGroups[].repair"]),
        autoUpgrade: this.props.isUpgradedByGke,
      },
      upgradeSettings: waits ? undefined : upgradeSettings(spec.upgrade, smallest({ size: this.size })),
      networkConfig: this.networkConfig(),
      nodeConfig: nodeConfig(spec, { ...this.props, machineType: this.machineType }),
      placementPolicy: placementPolicy(spec),
      queuedProvisioning: spec.provisioning === "queued" ? { enabled: true } : undefined,
      timeouts: timeoutsOf(spec),
      lifecycle: {
        createBeforeDestroy: true,
        // A resize in the console also changes this argument, and a difference would replace the node pool.
        ignoreChanges: plan.isFixed ? undefined : ["initial_node_count"],
      },
      dependsOn: [...this.props.prerequisites],
    });
    const respectsBudgets = spec.drainOnDelete ?? defaults["nodeGroups[].drainOnDelete"];
    return forGoogle(pool, {
      "node_config.sandbox_config": spec.sandbox === "gvisor" ? [{ type: "GVISOR" }] : undefined,
      node_drain_config: [{ respect_pdb_during_node_pool_deletion: respectsBudgets }],
    });
  }

  private get machineType(): string {
    const { name, machineTypes } = this.props.spec;
    return inputOf(this, `nodeGroups.${name}.machineTypes`, machineTypes)[0];
  }

  private networkConfig() {
    const { spec, nodeAddresses } = this.props;
    // An empty list in the file is none.
    const additional = spec.additionalNetworks?.length ? spec.additionalNetworks : undefined;
    return {
      enablePrivateNodes: (spec.nodeAddresses ?? nodeAddresses) === "private",
      podRange: spec.podRange,
      networkPerformanceConfig:
        spec.bandwidth === "tier-1" ? { totalEgressBandwidthTier: "TIER_1" } : undefined,
      additionalNodeNetworkConfigs: additional?.map(({ network, subnetwork }) => ({
        network,
        subnetwork,
      })),
      additionalPodNetworkConfigs: additional
        ?.filter(({ podRange }) => podRange !== undefined)
        .map(({ subnetwork, podRange, maxPods }) => ({
          subnetwork,
          secondaryPodRange: podRange,
          maxPodsPerNode: maxPods,
        })),
    };
  }
}

/** The default of the provider, 30 minutes, is too short for an update node by node. */
function timeoutsOf({ timeoutHours }: GkeNodeGroupSpec) {
  if (timeoutHours === undefined) return { create: "60m", update: "120m", delete: "60m" };
  const time = `${timeoutHours}h`;
  return { create: time, update: time, delete: time };
}

/**
 * The prefix of the name of a node pool, to which the provider appends 26 characters. It contains the letter of the zone, and the mark
 * of the arguments that need a new node pool.
 */
function namePrefix(group: string, part: PoolPart, mark: string | undefined): string {
  const zone = part === undefined ? "-" : `-${part.split("-").at(-1)}-`;
  const length = zone.length + (mark === undefined ? 0 : markLength + 1);
  const start = group.slice(0, limits.namePrefix - length).replace(/(?<!-)-+$/, "");
  return mark === undefined ? start + zone : `${start}-${mark}${zone}`;
}

/** The number of nodes, fixed or only initial. Setting both arguments is an error. */
function sizeArguments({ nodesPerZone, bounds, isFixed }: PoolPlan, spec: GkeNodeGroupSpec) {
  if (isFixed) return { nodeCount: nodesPerZone };
  return {
    initialNodeCount: nodesPerZone,
    autoscaling: bounds && {
      totalMinNodeCount: bounds.min,
      totalMaxNodeCount: bounds.max,
      locationPolicy: balanceOf(spec).toUpperCase(),
    },
  };
}

/** Machines that are rare are not balanced: GKE takes them from any zone. */
function balanceOf(spec: GkeNodeGroupSpec): NonNullable<GkeNodeGroupSpec["balance"]> {
  return spec.balance ?? (spec.capacity === "spot" || waitsForCapacity(spec) ? "any" : "balanced");
}

/** Compact placement. A slice of several TPU machines has the placement of its topology. */
function placementPolicy({ placement, placementPolicy: policyName, tpu, machineTypes }: GkeNodeGroupSpec) {
  if (tpu && chipsOf(tpu.topology) > (tpuChipsOf(machineTypes[0]) ?? 0)) {
    return { type: "COMPACT", tpuTopology: tpu.topology, policyName };
  }
  return placement === "compact" ? { type: "COMPACT", policyName } : undefined;
}

/** Chips of a topology: `2x4` has 8. */
const chipsOf = (topology: string): number =>
  topology.split("x").reduce((product, side) => product * Number(side), 1);
