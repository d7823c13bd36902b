import type { ClusterSpec } from "../../cluster/vocabulary";
import type { EksAccessSpec, EksDnsSpec, EksLoadBalancingSpec, EksWorkloadIdentitySpec } from "./access";
import type { EksNetworkSpec } from "./network";
import type { EksNodeGroupSpec } from "./node-groups";
import type { EksObservabilitySpec, EksOptions, EksUpgradesSpec } from "./options";
import type { EksEncryptionSpec, EksStorageSpec } from "./storage";
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
