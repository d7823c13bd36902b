import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { moveFormer } from "../../cluster/former";
import { addressPart, constructId, shortHash } from "../../cluster/names";
import { forHash } from "../../cluster/references";
import type { NodePlacement } from "../../cluster/scaling";
import { limits } from "../limits";
import { defaults } from "../fields.generated";
import type { AksNodeGroupSpec } from "../spec";
import { isWindows } from "./settings";
import {
  immutableOf,
  ignoresNodeCount,
  partsOf,
  poolArguments,
  type PoolContext,
  taintsOf,
  upgradeSettings,
} from "./node-pool";

/** A node pool of AKS, and its part of the group. */
export interface NodePool extends NodePlacement {
  /** The node pool; for the first node pool, the cluster. */
  readonly resource: KubernetesClusterNodePool | KubernetesCluster;

  /** Its name; a reference, except for the first node pool. */
  readonly name: string;
}

/** Props of `AksNodeGroup`. */
export interface AksNodeGroupProps extends PoolContext {
  readonly spec: AksNodeGroupSpec;
  readonly cluster: KubernetesCluster;

  /** Zones of the network, in order. */
  readonly zones: readonly string[];

  /** This group contains the cluster's first node pool. */
  readonly hasFirstPool: boolean;

  /** Resources that must exist before the first node starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** The name of the cluster's first node pool. A change would replace the cluster, so that it is the same in all clusters. */
export const firstPoolName = "system";

/** Names of node pools have few characters, so that the hash is short. */
const hashDigits = 4;

/** How long Terraform waits for a node pool, or for the cluster with its first node pool. */
export function timeoutsOf({ timeoutHours }: AksNodeGroupSpec) {
  const time = `${timeoutHours}h`;
  return timeoutHours === undefined ? undefined : { create: time, update: time, delete: time };
}

/** Workers of one kind: one node pool over all zones, or one in each zone. */
export class AksNodeGroup extends Construct {
  readonly spec: AksNodeGroupSpec;

  /** One pool, or one for each zone. */
  readonly nodePools: readonly NodePool[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksNodeGroupProps,
  ) {
    super(scope, id);
    this.spec = props.spec;
    const parts = partsOf(this, props.spec, props.zones);
    this.nodePools = parts.map((part, i) =>
      i === 0 && props.hasFirstPool
        ? { ...part, resource: props.cluster, name: firstPoolName }
        : this.createPool(part),
    );
    const { formerName } = props.spec;
    moveFormer(this, formerName && constructId(addressPart(formerName)));
  }

  private createPool(part: NodePlacement): NodePool {
    const { spec, cluster, prerequisites, hasFirstPool } = this.props;
    const isSpot = spec.capacity === "spot";
    const rotates = spec.replacement === "rotate";
    const common = {
      ...poolArguments(this, spec, part, this.props),
      osType: isWindows(spec) ? "Windows" : undefined,
      priority: isSpot ? "Spot" : undefined,
      evictionPolicy: isSpot ? (spec.spot?.eviction === "deallocate" ? "Deallocate" : "Delete") : undefined,
      spotMaxPrice: isSpot ? (spec.spot?.maxPrice ?? -1) : undefined,
      windowsProfile: isWindows(spec)
        ? { outboundNatEnabled: spec.windowsOutboundNat ?? defaults["nodeGroups[].windowsOutboundNat"] }
        : undefined,
    };
    const name = this.poolName(part, common);

    const resource = new KubernetesClusterNodePool(
      this,
      part.zone ? `zone_${addressPart(part.zone)}` : "Resource",
      {
        ...common,
        name,
        kubernetesClusterId: cluster.id,
        mode: hasFirstPool || spec.mode === "system" ? "System" : "User",
        nodeTaints: taintsOf(spec),
        // AKS refuses the block for spot node pools.
        upgradeSettings: isSpot ? undefined : upgradeSettings(spec),
        // Short enough for Windows.
        temporaryNameForRotation: rotates ? `t${shortHash(name, hashDigits)}` : undefined,
        timeouts: timeoutsOf(spec),
        lifecycle: {
          createBeforeDestroy: !rotates || spec.formerName !== undefined || undefined,
          ignoreChanges: ignoresNodeCount(part) ? ["node_count"] : undefined,
        },
        dependsOn: [...prerequisites],
      },
    );
    return { ...part, resource, name: resource.name };
  }

  /**
   * The first letters of the group's name and a hash of the immutable arguments, so that a new pool can be created before
   * the old one is deleted. A pool that is rotated keeps its name.
   */
  private poolName(part: NodePlacement, pool: object): string {
    const { spec } = this.props;
    const identity = [spec.name, part.zone];
    const immutable =
      spec.replacement === "rotate" ? identity : [identity, immutableOf(forHash(this, pool) as object)];
    const hash = shortHash(immutable, hashDigits);
    const limit = isWindows(spec) ? limits.windowsPoolName : limits.poolName;
    return `${spec.name.replaceAll("-", "").slice(0, limit - hashDigits)}${hash}`;
  }
}
