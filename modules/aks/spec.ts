import type { TerraformProvider } from "cdktf";
import type { Autoscaling, ClusterSpec } from "../cluster/vocabulary";
import type { AksAccessSpec } from "./access/spec";
import type { AksEncryptionSpec, AksUpgradesSpec } from "./control-plane/spec";
import type { AksWorkloadIdentitySpec } from "./identity/spec";
import type { AksDnsSpec, AksLoadBalancingSpec } from "./load-balancing/spec";
import type { AksNetworkSpec } from "./network/spec";
import type { AksNodeGroupSpec } from "./node-groups/spec";
import type { AksObservabilitySpec } from "./observability/spec";
import type { AksOptions } from "./options-spec";
import type { AksStorageSpec } from "./storage/spec";

export type * from "./access/spec";
export type * from "./autoscaling/spec";
export type * from "./control-plane/spec";
export type * from "./identity/spec";
export type * from "./load-balancing/spec";
export type * from "./network/spec";
export type * from "./node-groups/spec";
export type * from "./observability/spec";
export type * from "./options-spec";
export type * from "./storage/spec";

/** An AKS cluster, as an environment file describes it. */
export interface AksClusterSpec extends ClusterSpec {
  /** Azure Kubernetes Service. */
  readonly platform: "aks";

  /**
   * Kubernetes version: a minor (`"1.35"`, the newest patch of it), or with `upgrades.channel: none` a patch (`"1.35.2"`), which
   * stays. With the channels `stable` and `rapid` it is the version at the start; Azure owns it from then on.
   */
  readonly kubernetesVersion: string;

  readonly network?: AksNetworkSpec;
  readonly access: AksAccessSpec;

  /** The workers. One group is the cluster's first node pool, which it can't be without: see {@link AksNodeGroupSpec.mode}. */
  readonly nodeGroups: readonly AksNodeGroupSpec[];

  /**
   * Who changes the number of nodes of groups that have a size range.
   *
   * - `none`: nobody; the range is only a bound for people.
   * - `cluster-autoscaler`: AKS' autoscaler, which runs in the control plane.
   * - `auto-provisioning`: AKS makes machines for the pods that wait (Karpenter, run by Azure). All groups have a fixed size. Needs
   *   provider 4.57 or later: `aks.providerMinimum`.
   *
   * @default "cluster-autoscaler"
   */
  readonly autoscaling?: Autoscaling;

  readonly encryption?: AksEncryptionSpec;
  readonly observability?: AksObservabilitySpec;
  readonly storage?: AksStorageSpec;
  readonly loadBalancing?: AksLoadBalancingSpec;
  readonly dns?: AksDnsSpec;
  readonly workloadIdentities?: readonly AksWorkloadIdentitySpec[];

  /** When and how far Azure upgrades the cluster. */
  readonly upgrades?: AksUpgradesSpec;

  /**
   * Terraform's `prevent_destroy` on the cluster and on what it can't be without. AKS has no deletion protection of its own, and
   * a lock of Azure's Resource Manager would keep node pools from being replaced as well.
   *
   * @default true
   */
  readonly protection?: boolean;

  /** What only AKS has. */
  readonly aks?: AksOptions;
}

/** Props of the `AksCluster` construct: the same words, and what only code can give. */
export interface AksClusterProps extends Omit<AksClusterSpec, "platform"> {
  /** Provider of every resource in the cluster; the stack's default azurerm provider when left out. */
  readonly provider?: TerraformProvider;
}
