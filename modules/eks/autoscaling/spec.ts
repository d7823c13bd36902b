/** What makes nodes for pods that wait for one. */
export interface EksAutoProvisioningSpec {
  /**
   * - `karpenter`: Karpenter, which you install in the cluster as `kube-system/karpenter`. Its roles, its queue and the
   *   tags by which it finds subnets and security group are made here; subnets of an existing network must have the tag
   *   `karpenter.sh/discovery: <cluster's name>`. Karpenter itself needs a place: a small node group (best with the label
   *   `karpenter.sh/controller: "true"`, for the chart's `nodeSelector`) or a Fargate profile for `kube-system`. Delete its
   *   NodePools before the cluster, so that it ends its machines.
   * - `auto-mode`: EKS Auto Mode. EKS runs Karpenter, pod network, DNS, block storage and load balancing itself, and ends
   *   each node after at most 21 days. It costs a share of each machine's price. A cluster without node groups and
   *   Fargate profiles then gets no add-ons but those of `storage`.
   *
   * @default "karpenter"
   * @literal
   */
  readonly by?: EksAutoProvisioner;

  /**
   * Node pools that Auto Mode brings: `general-purpose`, and `system` for add-ons that tolerate `CriticalAddonsOnly`. They
   * are in the private subnets, which are then the control plane's too: its interfaces move there when Auto Mode is switched
   * on later, and EKS then takes no zone more. `[]` for pools of your own alone: the role of their nodes is let into the
   * cluster.
   *
   * @default ["general-purpose", "system"]
   * @literal
   */
  readonly pools?: readonly EksAutoModePool[];

  /**
   * Nodes to find room for, over all zones: as many as the limits of all NodePools together allow, which are objects in the
   * cluster. Subnets and quotas are checked for so many, evenly spread over the zones; nothing is made of it. Left out: these
   * nodes are in no sum, as `validate --plan` says.
   *
   * @literal
   */
  readonly roomForNodes?: number;

  /**
   * The EC2 instance type of these nodes that takes the most addresses, for {@link roomForNodes}. Left out: one that takes as
   * many as the larger common ones do.
   *
   * @literal
   */
  readonly largestMachineType?: string;
}

/** See {@link EksAutoProvisioningSpec.by}. */
export type EksAutoProvisioner = "karpenter" | "auto-mode";

/** See {@link EksAutoProvisioningSpec.pools}. */
export type EksAutoModePool = "general-purpose" | "system";
