/** What creates nodes for pods that wait for one. */
export interface EksAutoProvisioningSpec {
  /**
   * The program that creates the nodes.
   *
   * - `karpenter`: Karpenter, which you install in the cluster as `kube-system/karpenter`. The cluster creates its roles, its queue
   *   and the tags by which it finds subnets and the security group; subnets of an existing network must have the tag
   *   `karpenter.sh/discovery: <cluster's name>`. Karpenter itself needs nodes: a small node group (best with the label
   *   `karpenter.sh/controller: "true"`, for the `nodeSelector` of the chart) or a Fargate profile for `kube-system`. Delete its
   *   NodePools before the cluster, so that it terminates its machines.
   * - `auto-mode`: EKS Auto Mode. EKS runs Karpenter, pod network, DNS, block storage and load balancing itself, and terminates each
   *   node after at most 21 days. Its price is a share of the price of each machine. A cluster without node groups and Fargate
   *   profiles then has no add-ons except those of `storage`.
   *
   * @default "karpenter"
   * @literal
   * @change in-place
   */
  readonly by?: EksAutoProvisioner;

  /**
   * Node pools of Auto Mode: `general-purpose`, and `system` for add-ons that tolerate `CriticalAddonsOnly`. Their nodes are in the
   * private subnets, which the control plane then also uses: its interfaces move there when Auto Mode is enabled later, and EKS then
   * supports no additional zone. `[]` for custom pools only: their nodes get an access entry.
   *
   * @default ["general-purpose", "system"]
   * @literal
   * @change in-place
   */
  readonly pools?: readonly EksAutoModePool[];

  /**
   * Nodes for the capacity plan, over all zones: as many as the limits of all NodePools together allow, which are objects in the
   * cluster. The plan checks subnets and quotas for so many nodes, evenly distributed over the zones; no resource depends on the
   * number. If omitted, the plan does not count these nodes, and `validate --plan` reports that. It is also the limit of the
   * NodePool that `workloads` installs.
   *
   * @literal
   * @checksOnly the capacity plan reads it, and the NodePool of the second stack
   */
  readonly plannedNodes?: number;

  /**
   * The EC2 instance type of these nodes that uses the most addresses, for `plannedNodes`. If omitted, the plan assumes as many
   * addresses as the larger common types use.
   *
   * @literal
   * @checksOnly the capacity plan reads it, and the NodePool of the second stack
   */
  readonly largestMachineType?: string;
}

/** Values of `eks.autoProvisioning.by`. */
export type EksAutoProvisioner = "karpenter" | "auto-mode";

/** Values of `eks.autoProvisioning.pools`. */
export type EksAutoModePool = "general-purpose" | "system";
