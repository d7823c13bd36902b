import type { ClusterSpec } from "../cluster/vocabulary";
import type { TerraformProvider } from "cdktf";
import type { EksAccessSpec } from "./access/spec";
import type { EksEncryptionSpec, EksUpgradesSpec } from "./control-plane/spec";
import type { EksWorkloadIdentitySpec } from "./identity/spec";
import type { EksDnsSpec, EksLoadBalancingSpec } from "./load-balancing/spec";
import type { EksNetworkSpec } from "./network/spec";
import type { EksNodeGroupSpec } from "./node-groups/spec";
import type { EksObservabilitySpec } from "./observability/spec";
import type { EksOptions } from "./options-spec";
import type { EksStorageSpec } from "./storage/spec";

export type * from "./access/spec";
export type * from "./add-ons/spec";
export type * from "./autoscaling/spec";
export type * from "./control-plane/spec";
export type * from "./identity/spec";
export type * from "./load-balancing/spec";
export type * from "./network/spec";
export type * from "./node-groups/auto-scaling-group-spec";
export type * from "./node-groups/fargate-spec";
export type * from "./node-groups/spec";
export type * from "./observability/spec";
export type * from "./options-spec";
export type * from "./storage/spec";

/** An EKS cluster, as an environment file describes it. */
export interface EksClusterSpec extends ClusterSpec {
  /** Amazon Elastic Kubernetes Service. */
  readonly platform: "eks";

  readonly network?: EksNetworkSpec;
  readonly access: EksAccessSpec;
  readonly nodeGroups: readonly EksNodeGroupSpec[];
  readonly encryption?: EksEncryptionSpec;
  readonly observability?: EksObservabilitySpec;
  readonly storage?: EksStorageSpec;
  readonly loadBalancing?: EksLoadBalancingSpec;
  readonly dns?: EksDnsSpec;
  readonly workloadIdentities?: readonly EksWorkloadIdentitySpec[];

  /** How long this Kubernetes version may run. */
  readonly upgrades?: EksUpgradesSpec;

  /** What only EKS has. */
  readonly eks?: EksOptions;
}

/** Props of the `EksCluster` construct: the same words, and what only code can give. */
export interface EksClusterProps extends Omit<EksClusterSpec, "platform"> {
  /** Provider of every resource in the cluster; the stack's default AWS provider when left out. */
  readonly provider?: TerraformProvider;
}
