import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { addressPart, constructId } from "../../cluster/names";
import type { AksNodeGroupSpec } from "../spec";
import { AksNodeGroup } from "./node-group";
import type { PoolContext } from "./node-pool";

/** Props of `AksNodeGroups`. */
export interface AksNodeGroupsProps extends PoolContext {
  readonly cluster: KubernetesCluster;
  readonly zones: readonly string[];

  /** Name of the group with the cluster's first node pool. */
  readonly firstGroup: string;

  /** Resources that must exist before the first node starts. */
  readonly prerequisites: readonly ITerraformDependable[];
}

/** All workers of a cluster. */
export class AksNodeGroups extends Construct {
  /** Groups by name. */
  readonly groups = new Map<string, AksNodeGroup>();

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AksNodeGroupsProps,
  ) {
    super(scope, id);
  }

  add(spec: AksNodeGroupSpec): AksNodeGroup {
    const { firstGroup, ...context } = this.props;
    const group = new AksNodeGroup(this, constructId(addressPart(spec.name)), {
      ...context,
      spec,
      hasFirstPool: spec.name === firstGroup,
    });
    this.groups.set(spec.name, group);
    return group;
  }
}
