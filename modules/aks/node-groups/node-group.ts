import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { KubernetesClusterNodePool } from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { addressPart, shortHash } from "../../cluster/names";
import { withReferences } from "../../cluster/references";
import { placements, type NodePlacement } from "../../cluster/scaling";
import { limits } from "../limits";
import type { AksNodeGroupSpec } from "../spec";
import { isWindows } from "../settings";
import {
  immutableOf,
  isCountForeign,
  poolArguments,
  type PoolContext,
  taintsOf,
  upgradeSettings,
} from "./pool";

/** A node pool as Azure knows it, and which part of the whole it is. */
export interface NativeGroup extends NodePlacement {
  /** The pool; the cluster itself for its first one. */
  readonly resource: KubernetesClusterNodePool | KubernetesCluster;

  /** Its name, a reference where it is not the first one. */
  readonly name: string;
}

/** See {@link AksNodeGroup}. */
export interface AksNodeGroupProps extends PoolContext {
  readonly spec: AksNodeGroupSpec;
  readonly cluster: KubernetesCluster;

  /** Zones of the network, in order. */
  readonly zones: readonly string[];

  /** The cluster's first node pool is one of this group. */
  readonly hasFirstPool: boolean;

  /** What must stand before the first node starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** The name of the cluster's first node pool. Another name would be another cluster, so that it is the same in all. */
export const firstPoolName = "system";

/** AKS has few characters for the names of pools, and none to spare for more of a hash. */
const hashDigits = 4;

/** Workers of one kind: one node pool over all zones, or one in each. */
export class AksNodeGroup extends Construct {
  readonly spec: AksNodeGroupSpec;

  /** One pool, or one for each zone. */
  readonly nativeGroups: readonly NativeGroup[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksNodeGroupProps,
  ) {
    super(scope, id);
    this.spec = props.spec;
    const parts = placements(props.spec, props.zones);
    this.nativeGroups = parts.map((part, i) =>
      i === 0 && props.hasFirstPool
        ? { ...part, resource: props.cluster, name: firstPoolName }
        : this.createPool(part),
    );
  }

  private createPool(part: NodePlacement): NativeGroup {
    const { spec, cluster, prerequisites, hasFirstPool } = this.props;
    const isSpot = spec.capacity === "spot";
    const rotates = spec.replacement === "rotate";
    const common = {
      ...poolArguments(spec, part, this.props),
      osType: isWindows(spec) ? "Windows" : undefined,
      priority: isSpot ? "Spot" : undefined,
      evictionPolicy: isSpot ? (spec.spot?.eviction === "deallocate" ? "Deallocate" : "Delete") : undefined,
      spotMaxPrice: isSpot ? (spec.spot?.maxPrice ?? -1) : undefined,
      windowsProfile: isWindows(spec) ? { outboundNatEnabled: spec.windowsOutboundNat ?? true } : undefined,
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
        // AKS refuses the block for spot machines, which it takes away whenever it likes.
        upgradeSettings: isSpot ? undefined : upgradeSettings(spec),
        // Short enough for Windows.
        temporaryNameForRotation: rotates ? `t${shortHash(name, hashDigits)}` : undefined,
        lifecycle: {
          createBeforeDestroy: !rotates || undefined,
          ignoreChanges: isCountForeign(part) ? ["node_count"] : undefined,
        },
        dependsOn: [...prerequisites],
      },
    );
    return { ...part, resource, name: resource.name };
  }

  /**
   * Short, as AKS wants it: the first letters of the group's name and a hash of what can't be changed in place, so that the
   * successor can be made while the old pool still stands. A pool that is rotated keeps its name.
   */
  private poolName(part: NodePlacement, pool: object): string {
    const { spec } = this.props;
    const identity = [spec.name, part.zone];
    const immutable =
      spec.replacement === "rotate"
        ? identity
        : [identity, immutableOf(withReferences(this, pool) as object)];
    const hash = shortHash(immutable, hashDigits);
    const limit = isWindows(spec) ? limits.windowsPoolName : limits.poolName;
    return `${spec.name.replaceAll("-", "").slice(0, limit - hash.length)}${hash}`;
  }
}
