import type { TerraformProvider } from "cdktf";
import type { ClusterSpec } from "../cluster/vocabulary";
import type { KubeadmAccessSpec } from "./access/spec";
import type { KubeadmAutoscaling } from "./autoscaling/spec";
import type { KubeadmCloud, KubeadmControlPlaneSpec } from "./control-plane/spec";
import type { KubeadmWorkloadIdentitySpec } from "./identity/spec";
import type { KubeadmDnsSpec, KubeadmLoadBalancingSpec } from "./load-balancing/spec";
import type { KubeadmNetworkSpec } from "./network/spec";
import type { KubeadmNodeGroupSpec } from "./node-groups/spec";
import type { KubeadmObservabilitySpec } from "./observability/spec";
import type { KubeadmEncryptionSpec, KubeadmStorageSpec } from "./storage/spec";

export type * from "./access/spec";
export type * from "./autoscaling/spec";
export type * from "./control-plane/spec";
export type * from "./identity/spec";
export type * from "./load-balancing/spec";
export type * from "./network/spec";
export type * from "./node-groups/spec";
export type * from "./observability/spec";
export type * from "./storage/spec";

/** A Kubernetes cluster by kubeadm on machines of the user's account, as an environment file describes it. */
export interface KubeadmClusterSpec extends ClusterSpec {
  /** Kubernetes by kubeadm, on machines of your account. */
  readonly platform: "kubeadm";

  /**
   * The cloud of the machines. On `azure`, the subscription is that of the provider, and on `google` the project.
   *
   * @literal
   * @change refused it would replace the cluster
   */
  readonly cloud: KubeadmCloud;

  /**
   * Full Kubernetes version as a string, e.g. `"1.35.4"`. One minor version at a time; never back.
   *
   * @literal
   * @change rolling the control plane, then the nodes
   */
  readonly kubernetesVersion: string;

  /** @change in-place */
  readonly network?: KubeadmNetworkSpec;

  /** The machines with the API server and etcd. */
  readonly controlPlane: KubeadmControlPlaneSpec;

  /** @change in-place */
  readonly access: KubeadmAccessSpec;

  /** @change in-place */
  readonly nodeGroups: readonly KubeadmNodeGroupSpec[];

  /**
   * What changes the number of nodes of node groups with a size range.
   *
   * - `none`: no autoscaler; the range only limits manual changes.
   * - `cluster-autoscaler`: the Kubernetes Cluster Autoscaler. Its permissions and tags are created. `workloads` installs the
   *   autoscaler, or the user does, on control-plane machines and in the network of the host.
   *
   * @default "cluster-autoscaler"
   * @literal
   * @change in-place
   */
  readonly autoscaling?: KubeadmAutoscaling;

  /** @change in-place */
  readonly storage?: KubeadmStorageSpec;

  /** @refused the store, the disks and the secrets in etcd are encrypted in any case, with keys of the cloud and of the cluster; remove the field */
  readonly encryption?: KubeadmEncryptionSpec;

  /** @change in-place */
  readonly loadBalancing?: KubeadmLoadBalancingSpec;

  /** @refused the machines get no permissions for DNS zones; give ExternalDNS its own credentials */
  readonly dns?: KubeadmDnsSpec;

  /** @refused the cluster has no public issuer of tokens yet, which the cloud needs to trust its workloads */
  readonly workloadIdentities?: readonly KubeadmWorkloadIdentitySpec[];

  /** @refused logs stay on the machines; install a log collector in the cluster */
  readonly observability?: KubeadmObservabilitySpec;

  /**
   * Fields that only kubeadm clusters have.
   *
   * @change in-place
   */
  readonly kubeadm?: KubeadmOptions;
}

/** Props of the `KubeadmCluster` construct: the fields of an environment file, and the provider. */
export interface KubeadmClusterProps extends Omit<KubeadmClusterSpec, "platform" | "workloads"> {
  /** Provider of each resource of the cluster. If omitted, the default provider of the stack. */
  readonly provider?: TerraformProvider;
}

/** Fields that only kubeadm clusters have. */
export interface KubeadmOptions {
  /**
   * Oldest provider azurerm that the configuration supports, such as `"5.0.0"`, up to the next major. Azure only. If omitted: the oldest
   * version of `providers.azurerm.version` of the environment.
   *
   * @default "4.55.0"
   * @literal
   * @change in-place
   */
  readonly providerMinimum?: string;

  /**
   * Where the programs of machines come from.
   *
   * @change rolling
   */
  readonly software?: KubeadmSoftwareSpec;

  /**
   * Whether the cluster gets the cloud controller manager of its cloud, in the version that belongs to its minor version. It
   * initializes nodes: without one, no pod starts on them. With `false` it comes from your own
   * manifests, and the machines remove a running one.
   *
   * @default true
   * @literal
   * @change in-place
   */
  readonly cloudControllerManager?: boolean;

  /**
   * Allows AWS Systems Manager to open shells on machines (Session Manager): their roles get the policy
   * `AmazonSSMManagedInstanceCore`. It also allows pods in the network of the host to read all parameters of the account. There is
   * no SSH. AWS only.
   *
   * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
   * @default false
   * @literal
   * @change in-place
   */
  readonly sessionManager?: boolean;
}

/** Where the programs of machines come from: kubeadm, kubectl, kubelet, containerd, runc, the CNI plugins, crictl. */
export interface KubeadmSoftwareSpec {
  /**
   * Where machines get the programs.
   *
   * - `upstream`: the servers of the projects, `dl.k8s.io` and `github.com`. Machines need egress.
   * - `store`: the folder `assets/` of the cluster's bucket, into which you copy them before the first apply ends: the file of
   *   `https://HOST/PATH` as `assets/HOST/PATH`.
   * - `mirror`: an HTTPS server with the same paths, `HOST/PATH`.
   * - `image`: the machine image contains all programs in the right versions.
   *
   * Machines compare each file with its SHA-256.
   *
   * @default "upstream"
   * @literal
   * @change rolling
   */
  readonly source?: "upstream" | "store" | "mirror" | "image";

  /**
   * URL of the mirror without final `/`, such as `https://mirror.example.com/kubernetes`. Only with `source: mirror`.
   *
   * @literal
   * @change rolling
   */
  readonly mirror?: string;

  /**
   * More files, or other versions of files that this project knows: a program for the same path, or an archive of the same project on
   * GitHub, replaces that of this project.
   *
   * @literal
   * @default []
   * @change rolling
   */
  readonly files?: readonly KubeadmSoftwareFile[];

  /**
   * Registry that replaces `registry.k8s.io` in the names of images, such as `registry.example.com/k8s`.
   *
   * @literal
   * @default "registry.k8s.io"
   * @change rolling
   */
  readonly imageRepository?: string;

  /**
   * Folder with your own manifests, `.yaml` or `.yml` files: the network of pods, drivers. `npx cdktf-clusters manifests` writes those that have a
   * chart. Terraform gives them to the machines, which apply them and remove objects that no manifest has any more. The path is relative
   * to the environment file, in a construct to the working directory. At most 4 MiB, on Azure 240 KiB after compression; no Secrets
   * with data.
   *
   * @literal
   * @change in-place
   */
  readonly manifests?: string;
}

/** A file that machines download. */
export interface KubeadmSoftwareFile {
  /**
   * https URL of the file at its project, such as `https://dl.k8s.io/release/v1.35.4/bin/linux/amd64/kubelet`. In the store and in a mirror,
   * it has this path without `https://`.
   *
   * @literal
   * @change rolling
   */
  readonly url: string;

  /**
   * SHA-256 of the file in hexadecimal. A machine refuses another file.
   *
   * @literal
   * @change rolling
   */
  readonly sha256: string;

  /**
   * What a machine does with the file.
   *
   * - `program`: is copied to the path `to` and made executable.
   * - `archive`: a `.tar.gz` or `.tgz` that is unpacked into the folder `to`.
   * - `images`: a `.tar` of container images that containerd imports, for machines that reach no registry.
   *
   * @default "program"
   * @literal
   * @change rolling
   */
  readonly kind?: "program" | "archive" | "images";

  /**
   * Absolute path of the program, or folder of the archive, such as `/usr/local/bin/kubelet`. Not with `images`.
   *
   * @literal
   * @change rolling
   */
  readonly to?: string;

  /**
   * Machines with this architecture get the file. If omitted, all.
   *
   * @literal
   * @change rolling
   */
  readonly architecture?: "amd64" | "arm64";

  /**
   * Machines that get the file. If omitted, all.
   *
   * @literal
   * @change rolling
   */
  readonly role?: "control-plane" | "worker";
}

/** A cluster with the field that asks for the second stack. */
export type ClusterWithWorkloads = KubeadmClusterProps & Pick<KubeadmClusterSpec, "workloads">;
