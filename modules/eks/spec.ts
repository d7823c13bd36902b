import type { ClusterSpec } from "../cluster/vocabulary";
import type { EksAccessSpec, EksDnsSpec, EksLoadBalancingSpec, EksWorkloadIdentitySpec } from "./props/access";
import type { EksNetworkSpec } from "./props/network";
import type { EksNodeGroupSpec } from "./props/node-groups";
import type { EksObservabilitySpec, EksOptions, EksUpgradesSpec } from "./props/options";
import type { EksEncryptionSpec, EksStorageSpec } from "./props/storage";
import type { TerraformProvider } from "cdktf";

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
