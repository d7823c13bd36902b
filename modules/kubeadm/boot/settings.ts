import type { Taint } from "../../cluster/vocabulary";

/**
 * Everything that a machine of a kubeadm cluster is given at its first boot. Texts marked as "reference" can contain references of
 * Terraform; all others are literals. No value is a secret: a pod that reaches the metadata service can read them.
 */
export interface MachineSettings {
  readonly cluster: ClusterSettings;
  readonly machine: ControlPlaneMachine | WorkerMachine;
}

/** Processor architectures, as in the names of files. */
export type Architecture = "amd64" | "arm64";

/** The clouds whose functions the boot program has. */
export type MachineCloud = "aws" | "azure" | "google";

/** What all machines of a cluster have in common. */
export interface ClusterSettings {
  readonly cloud: MachineCloud;

  /** Name of the cluster in the cloud, e.g. `production-main`. */
  readonly name: string;

  /** Region of the machines and of the store. */
  readonly region: string;

  /** Full version, e.g. `1.35.4`. */
  readonly kubernetesVersion: string;

  /** DNS name of the API server, without port: `api.production-main.internal`. The port is {@link apiServerPort} everywhere. */
  readonly endpoint: string;

  /** Range of the addresses of pods. */
  readonly podCidr: string;

  /** Range of the addresses of services. The cluster DNS has the tenth address. */
  readonly serviceCidr: string;

  /** The control-plane machines by index. */
  readonly slots: readonly Slot[];

  readonly store: StoreSettings;

  /** The machines run kube-proxy. `false` if the CNI replaces it. */
  readonly kubeProxy: boolean;

  /** The network of pods without which no node is ready, e.g. `cilium`: workers wait for it. If omitted, they do not. */
  readonly podNetwork?: string;

  /** The cluster has an external cloud controller manager: nodes start with the taint `uninitialized`. */
  readonly cloudControllerManager: boolean;

  /** Where binaries and images come from. */
  readonly software: SoftwareSettings;

  readonly etcd: EtcdSettings;

  /**
   * Issuer of the tokens of service accounts, an https URL without final `/` whose documents the store publishes (reference).
   *
   * @default "https://kubernetes.default.svc.<dnsDomain>"
   */
  readonly serviceAccountIssuer?: string;

  /** Additional names and addresses in the certificate of the API server, e.g. the DNS name of a second load balancer. */
  readonly certificateNames?: readonly string[];

  /**
   * Key of the object in the store with the configuration of aws-iam-authenticator, which authenticates people. Control-plane machines must
   * have the program. If omitted, they do not run it.
   */
  readonly authenticator?: string;

  /** Arguments of the API server that authenticate people through OIDC. */
  readonly oidc?: OidcSettings;

  /** Key of the object in the store with the binding of administrators, if the API server authenticates them. */
  readonly administrators?: string;

  /** Additional arguments of components, and fields of configurations. Those of this project are overridden. */
  readonly overrides?: ComponentOverrides;

  /** Checks of kubeadm whose errors are ignored, e.g. `NumCPU`. */
  readonly ignoredPreflightErrors?: readonly string[];

  /** When machines pull images. If omitted, `IfNotPresent`. */
  readonly imagePullPolicy?: "IfNotPresent" | "Always" | "Never";

  /**
   * Who the workers are: on AWS the name of their IAM role without path, on Google Cloud the e-mail of their service account, on Azure the id
   * of the resource group of their scale sets (reference). A worker proves that it has this identity.
   */
  readonly workerRole: string;

  /** On Azure the id of the tenant of Microsoft Entra ID (reference). It replaces `@TENANT@` in documents. */
  readonly tenant?: string;
}

/** See {@link ClusterSettings.overrides}. */
export interface ComponentOverrides {
  /** Arguments by name without dashes, e.g. `{ "max-requests-inflight": "800" }`. */
  readonly apiServer?: Readonly<Record<string, string>>;
  readonly controllerManager?: Readonly<Record<string, string>>;
  readonly scheduler?: Readonly<Record<string, string>>;
  readonly etcd?: Readonly<Record<string, string>>;

  /** Fields of KubeletConfiguration. */
  readonly kubelet?: Readonly<Record<string, unknown>>;

  /** Fields of KubeProxyConfiguration. */
  readonly kubeProxy?: Readonly<Record<string, unknown>>;
}

/** A fixed place for one control-plane machine: its address, name and disk stay when the machine is replaced. */
export interface Slot {
  /** Name of the node: `<cluster>-control-plane-<index>`. */
  readonly name: string;

  /** Fixed IPv4 address in the network. */
  readonly address: string;
}

/** The bucket of the cluster, on Azure a storage account. Keys: `pki/`, `node/`, `admin/`, `control-plane/`, `backups/etcd/`, `assets/`, `initialized`. */
export interface StoreSettings {
  /** Name of the bucket (reference). */
  readonly bucket: string;
}

/** Where the programs of a machine come from. */
export interface SoftwareSettings {
  /**
   * - `store`: the bucket's `assets/`, by path.
   * - `mirror`: an HTTPS server with the same paths.
   * - `image`: the image contains all programs in the right versions; the boot program checks the versions of kubeadm and kubelet.
   */
  readonly source: "store" | "mirror" | "image";

  /** URL of the mirror, without final `/`. Required for `mirror`. */
  readonly mirror?: string;

  /** Files to download, with their checksum. A file that was installed and still exists is not downloaded again. */
  readonly files: readonly SoftwareFile[];

  /** Version of the image of sandboxes, `pause`. Required unless the source is `image`. */
  readonly sandboxVersion?: string;

  /** Prefix that replaces `registry.k8s.io` in the names of images, if omitted `registry.k8s.io`. */
  readonly imageRepository?: string;
}

/** A file of the store's `assets/` or of the mirror. */
export interface SoftwareFile {
  /** Path below `assets/` or the mirror, e.g. `dl.k8s.io/release/v1.35.4/bin/linux/amd64/kubelet`. */
  readonly path: string;

  /** SHA-256 of the file in hexadecimal. */
  readonly sha256: string;

  /**
   * - `program`: is copied to the path `to` and made executable.
   * - `archive`: a `.tar.gz` or `.tgz` that is unpacked into the folder `to`.
   * - `images`: an archive of images that containerd imports.
   */
  readonly kind: "program" | "archive" | "images";

  /** Path of a `program`, or folder for an `archive`, e.g. `/opt/cni/bin`. Not for `images`. */
  readonly to?: string;

  /** Architecture of the machines that need the file. If omitted, all. */
  readonly architecture?: Architecture;

  /** Machines that need the file. If omitted, all. */
  readonly role?: "control-plane" | "worker";
}

/** Settings of etcd and its backups. */
export interface EtcdSettings {
  /** Maximum size of the database in GiB; at most half of the disk. */
  readonly quotaGiB: number;

  /** Minutes between two snapshots. */
  readonly backupMinutes: number;

  /** Days that snapshots are kept. */
  readonly retentionDays: number;

  /**
   * Restores the cluster when all etcd data is lost: `newest`, or the key of a snapshot such as
   * `backups/etcd/20261129T101500Z-0.db`. If omitted, machines without data wait, and report it. Has no effect while a member has data.
   */
  readonly restore?: string;
}

/** See {@link ClusterSettings.oidc}. */
export interface OidcSettings {
  readonly issuerUrl: string;
  readonly clientId: string;
  readonly usernameClaim: string;
  readonly usernamePrefix: string;
  readonly groupsClaim?: string;
  readonly groupsPrefix?: string;
}

/** The launching hook that the boot program completes. */
export interface HookSettings {
  /** Name of the hook. */
  readonly name: string;

  /** Name of the Auto Scaling group. */
  readonly group: string;
}

/** A machine of the control plane. */
export interface ControlPlaneMachine {
  readonly role: "control-plane";

  readonly architecture: Architecture;

  /** Index in {@link ClusterSettings.slots}, from 0. */
  readonly slot: number;

  /** The etcd disk: its id, e.g. `vol-0123456789abcdef0`, on Google Cloud the name of the device, on Azure the logical unit number (reference). */
  readonly diskId: string;

  /** On Azure the client id of the machine's identity (reference). */
  readonly identity?: string;

  readonly hook?: HookSettings;

  readonly labels?: Readonly<Record<string, string>>;

  /** If omitted, kubeadm's `node-role.kubernetes.io/control-plane:NoSchedule`. An empty list allows all pods. */
  readonly taints?: readonly Taint[];

  /** Maximum number of pods. If omitted, 110. */
  readonly maxPods?: number;
}

/** A machine of a node group. */
export interface WorkerMachine {
  readonly role: "worker";

  readonly architecture: Architecture;

  /** Name of the node group. */
  readonly group: string;

  /** On Azure the client id of the machine's identity (reference). */
  readonly identity?: string;

  readonly hook?: HookSettings;

  readonly labels?: Readonly<Record<string, string>>;

  readonly taints?: readonly Taint[];

  /** Maximum number of pods. If omitted, 110. */
  readonly maxPods?: number;
}

/** Port of the API server, on the machines and on the load balancer: a control-plane machine reaches itself under the same name. */
export const apiServerPort = 6443;

/** Port of the kubelet, which it opens when the machine is a node. */
export const kubeletPort = 10_250;
