import type { AccessSpec, WorkloadIdentitySpec } from "./access";
import type { NetworkSpec } from "./network";
import type { NodeGroupSpec } from "./node-groups";
import type { DnsSpec, LoadBalancingSpec, ObservabilitySpec } from "./services";
import type { EncryptionSpec, StorageSpec } from "./storage";

/** One Kubernetes cluster: its network, who may reach it, its workers, and what grows around them. */
export interface ClusterSpec {
  /**
   * Name of the cluster, unique in its environment. In an environment file the cloud knows the cluster as
   * `<environment>-<name>`, which is also the id of its stack.
   *
   * Limits: starts with a letter; letters, digits and `-`. The platform limits the length of the whole.
   *
   * @literal
   * @change refused it would replace the cluster
   */
  readonly name: string;

  /**
   * Region of the cloud, e.g. `us-east-1`. A literal: it decides zone names and partitions.
   *
   * @literal
   * @change refused it would replace the cluster
   */
  readonly region: string;

  /**
   * Kubernetes minor version as a string, e.g. `"1.35"` (quoted: YAML reads 1.30 as the number 1.3).
   *
   * @literal
   * @change eks rolling the control plane first, by one minor, then the nodes
   */
  readonly kubernetesVersion: string;

  /** Addresses, zones and the way out. Left out: a new network of 10.0.0.0/16 over three zones. */
  readonly network?: NetworkSpec;

  /** Who may reach the API server, and who may do what there. */
  readonly access: AccessSpec;

  /** The workers, in groups of like machines. */
  readonly nodeGroups: readonly NodeGroupSpec[];

  /**
   * Who changes the number of nodes of groups that have a size range.
   *
   * - `none`: nobody; the range is only a bound for people.
   * - `cluster-autoscaler`: the Kubernetes Cluster Autoscaler; its permissions and the tags it reads are made here,
   *   the program itself is installed in the cluster.
   * - `auto-provisioning`: machines are made for the pods that wait for one, of the type that fits them. Node groups stay
   *   at the size that they have; the platform says what does it.
   *
   * @default "cluster-autoscaler"
   * @literal
   * @change eks in-place
   */
  readonly autoscaling?: Autoscaling;

  /** Persistent storage for workloads. */
  readonly storage?: StorageSpec;

  /** Keys for what the cluster stores. */
  readonly encryption?: EncryptionSpec;

  /** Load balancers that the cluster makes for its services. */
  readonly loadBalancing?: LoadBalancingSpec;

  /** Names that the cluster gives to its services. */
  readonly dns?: DnsSpec;

  /** Workloads that act in the cloud, and what they may do there. */
  readonly workloadIdentities?: readonly WorkloadIdentitySpec[];

  /** What the control plane and the network write down, and for how long. */
  readonly observability?: ObservabilitySpec;

  /**
   * Guards against losing the cluster: the cloud's deletion protection and Terraform's `prevent_destroy`, one switch.
   * A destroy needs an apply with `protection: false` first.
   *
   * @default true
   * @literal
   * @change in-place
   */
  readonly protection?: boolean;

  /**
   * Tags on everything that can carry them. Keys and values as the cloud takes them.
   *
   * @change in-place
   * @change eks rolling machines have the tags
   */
  readonly tags?: Readonly<Record<string, string>>;

  /**
   * Warnings that do not apply to this cluster, each with the reason. A silenced warning is not printed. Errors cannot be silenced.
   *
   * ```yaml
   * silence:
   *   - rule: eks/access/api-server-open-to-everyone
   *     reason: a training cluster without data, deleted every Friday
   * ```
   *
   * @default []
   * @checksOnly it selects the warnings that are printed
   */
  readonly silence?: readonly SilenceSpec[];
}

/** A warning that does not apply to a cluster. */
export interface SilenceSpec {
  /**
   * Id of the rule, which is in brackets at the end of the warning.
   *
   * @literal
   * @checksOnly it selects the warnings that are printed
   */
  readonly rule: string;

  /**
   * Why the warning does not apply. Not empty.
   *
   * @literal
   * @checksOnly it is for the readers of the file
   */
  readonly reason: string;
}

/** See {@link ClusterSpec.autoscaling}. */
export type Autoscaling = "none" | "cluster-autoscaler" | "auto-provisioning";
