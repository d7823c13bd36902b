import type { AccessSpec, WorkloadIdentitySpec } from "./access";
import type { NetworkSpec } from "./network";
import type { NodeGroupSpec } from "./node-groups";
import type { DnsSpec, LoadBalancingSpec, ObservabilitySpec } from "./services";
import type { EncryptionSpec, StorageSpec } from "./storage";
import type { WorkloadsSpec } from "./workloads";

/** One Kubernetes cluster: network, access, node groups and services. */
export interface ClusterSpec {
  /**
   * Name of the cluster, unique in its environment. For clusters of an environment file the name in the cloud, and the id of the
   * stack, is `<environment>-<name>`.
   *
   * Limits: starts with a letter; letters, digits and `-`. The platform limits the length of the full name.
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

  /** Address range, availability zones and egress. If omitted, a new network with 10.0.0.0/16 in three zones. */
  readonly network?: NetworkSpec;

  /** Network access to the API server, and permissions of principals in the cluster. */
  readonly access: AccessSpec;

  /** The node groups of the cluster. */
  readonly nodeGroups: readonly NodeGroupSpec[];

  /**
   * What changes the number of nodes of node groups with a size range.
   *
   * - `none`: no autoscaler; the range only limits manual changes.
   * - `cluster-autoscaler`: the Kubernetes Cluster Autoscaler. Its permissions and tags are created; the user installs the
   *   autoscaler in the cluster.
   * - `auto-provisioning`: a provisioner of the platform creates nodes for pending pods, with a suitable machine type. The size of
   *   node groups does not change.
   *
   * @default "cluster-autoscaler"
   * @literal
   * @change eks in-place
   */
  readonly autoscaling?: Autoscaling;

  /** Persistent storage for workloads. */
  readonly storage?: StorageSpec;

  /** Encryption keys of the cluster. */
  readonly encryption?: EncryptionSpec;

  /** Load balancers of Kubernetes Services and Ingresses. */
  readonly loadBalancing?: LoadBalancingSpec;

  /** DNS records of Kubernetes Services and Ingresses. */
  readonly dns?: DnsSpec;

  /** Permissions in the cloud for workloads. */
  readonly workloadIdentities?: readonly WorkloadIdentitySpec[];

  /**
   * Programs in the cluster that a second stack installs with Helm: `<environment>-<name>-workloads`. `{}` installs those to which the
   * cluster gives permissions in the cloud. The identity that deploys must reach the API server, and be one of the `admins`.
   *
   * @literal
   * @change in-place
   */
  readonly workloads?: WorkloadsSpec;

  /**
   * What deploys the content of Git repositories to the cluster: `flux`, `argocd` or `config-sync`. The platform installs and upgrades
   * it, so the machine that deploys needs no access to the API server. Each platform runs some of them, and refuses the others with the reason:
   * see the page "Deploy from Git". Repositories and credentials are objects in the cluster.
   *
   * @literal
   * @change in-place
   * @checksOnly eks eks.capabilities.argocd has the settings and creates it
   * @refused kubeadm no cloud manages the cluster, and the catalogue of programs has no GitOps tool
   */
  readonly gitops?: Gitops;

  /** Logs of the control plane and of the network, and their retention. */
  readonly observability?: ObservabilitySpec;

  /**
   * Protects the cluster against deletion, with the deletion protection of the cloud and `prevent_destroy` of Terraform.
   * Before a destroy, an apply with `protection: false` is needed. If a field that created data is removed from the file, such as
   * `storage.file`, the data stays in the cloud and Terraform forgets it.
   *
   * @default true
   * @literal
   * @change in-place
   */
  readonly protection?: boolean;

  /**
   * Tags of all resources that support tags. Keys and values in the format of the cloud.
   *
   * @change in-place
   * @change eks rolling machines have the tags
   * @change kubeadm rolling on AWS and Google Cloud, machines have the tags
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

/** See {@link ClusterSpec.gitops}. */
export type Gitops = "flux" | "argocd" | "config-sync";
