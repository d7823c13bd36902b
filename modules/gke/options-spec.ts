import type { GkeAutoProvisioningSpec } from "./autoscaling/spec";
import type { GkeControlPlaneKeysSpec } from "./control-plane/spec";

/** What only GKE has. */
export interface GkeOptions {
  /**
   * - `standard`: you say which nodes there are.
   * - `autopilot`: Google makes nodes for the pods that there are; `nodeGroups` is `[]`. Regional, with Dataplane V2. Immutable.
   *
   * @default "standard"
   * @literal
   */
  readonly mode?: "standard" | "autopilot";

  /**
   * Id of the project. Left out: the project that the provider has from its own settings or its environment
   * (`GOOGLE_PROJECT`). Immutable.
   */
  readonly project?: string;

  /**
   * The APIs that the cluster needs are switched on in the project. They stay on when the cluster goes. `false`: somebody else does
   * it.
   *
   * @default true
   * @literal
   */
  readonly projectServices?: boolean;

  /**
   * Whether the control plane has replicas in three zones of the region, or is in the first zone of `network.zones` alone, where
   * it does not answer while it is upgraded. `zonal` costs nothing for the first cluster of a billing account. Immutable.
   *
   * @default "regional"
   * @literal
   */
  readonly controlPlane?: "regional" | "zonal";

  /**
   * Oldest version of the provider `google`, below the next major one: for what is newer than the bindings' own version. E.g.
   * `"7.22.0"`.
   *
   * @default "6.50.0"
   * @literal
   */
  readonly providerMinimum?: string;

  /** E-mail of an existing service account of IAM for nodes; a new one, with the fewest roles, when left out. */
  readonly nodeServiceAccountEmail?: string;

  /**
   * Ids of projects whose Artifact Registry nodes may read images from, beside the cluster's own.
   *
   * @default []
   * @literal
   */
  readonly imageProjects?: readonly string[];

  /**
   * Only images that the project's policy of Binary Authorization lets in. A project without a policy lets all in.
   *
   * @default true
   * @literal
   */
  readonly binaryAuthorization?: boolean;

  /**
   * Workloads are checked against common mistakes; `enterprise` also watches for threats, at a price.
   *
   * @default "basic"
   * @literal
   */
  readonly securityPosture?: "disabled" | "basic" | "enterprise";

  /**
   * Images of running containers are scanned for known holes: the system's (`basic`), and language packages too (`enterprise`, at
   * a price).
   *
   * @default "disabled"
   * @literal
   */
  readonly vulnerabilityScanning?: "disabled" | "basic" | "enterprise";

  /**
   * Who has not signed in reaches the health checks alone.
   *
   * @default "limited"
   */
  readonly anonymousAccess?: "limited" | "enabled";

  /**
   * Secrets of Secret Manager as files, through its CSI driver.
   *
   * @literal
   */
  readonly secretManager?: boolean;

  /**
   * Google Cloud resources as Kubernetes objects (Config Connector). Not in Autopilot.
   *
   * @literal
   */
  readonly configConnector?: boolean;

  /**
   * The operator of Ray, with its logs and metrics.
   *
   * @literal
   */
  readonly ray?: boolean;

  /**
   * Other identity providers sign people in.
   *
   * @literal
   */
  readonly identityService?: boolean;

  /**
   * Certificates for pods from Certificate Authority Service, for a mesh.
   *
   * @literal
   */
  readonly meshCertificates?: boolean;

  /**
   * Recommends and sets what pods ask for (VerticalPodAutoscaler). Always there in Autopilot.
   *
   * @default true
   * @literal
   */
  readonly verticalPodAutoscaling?: boolean;

  /** How fast the HorizontalPodAutoscaler is: `performance` serves thousands of objects. */
  readonly horizontalPodAutoscaling?: "none" | "performance";

  /** Id of the project whose fleet the cluster is in. Left out: in none. */
  readonly fleetProject?: string;

  /**
   * Beta APIs of Kubernetes, e.g. `resource.k8s.io/v1beta1/deviceclasses`. Can't be switched off again.
   *
   * @literal shape
   */
  readonly betaApis?: readonly string[];

  /**
   * All alpha features. For clusters that live for 30 days: they can't be upgraded, and have neither a channel nor repair.
   * Immutable.
   *
   * @default false
   * @literal
   */
  readonly alphaFeatures?: boolean;

  /** Keys and certificate authorities of yours for the control plane. Immutable. */
  readonly controlPlaneKeys?: GkeControlPlaneKeysSpec;

  /**
   * How soon the autoscaler takes empty nodes away: `optimize-utilization` sooner.
   *
   * @default "balanced"
   */
  readonly autoscalingProfile?: "balanced" | "optimize-utilization";

  /** What machines `autoscaling: auto-provisioning` makes. Required with it. Not in Autopilot, which needs no word. */
  readonly autoProvisioning?: GkeAutoProvisioningSpec;

  /**
   * Pods that name no compute class get the cluster's default one.
   *
   * Needs provider 7.0 or later: `gke.providerMinimum`.
   *
   * @default false
   * @literal
   */
  readonly defaultComputeClass?: boolean;

  /**
   * Workloads with NET_ADMIN are let in. In Autopilot alone.
   *
   * @literal
   */
  readonly allowNetAdmin?: boolean;

  /**
   * Network tags of the nodes that GKE makes by itself: in Autopilot, and with auto-provisioning.
   *
   * @literal shape
   */
  readonly autoNetworkTags?: readonly string[];

  /** Tags of Resource Manager on the same nodes: `tagKeys/<number>` to `tagValues/<number>`. */
  readonly autoResourceManagerTags?: Readonly<Record<string, string>>;
}
