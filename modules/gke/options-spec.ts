import type { GkeAutoProvisioningSpec } from "./autoscaling/spec";
import type { GkeControlPlaneKeysSpec } from "./control-plane/spec";

/** Settings that only GKE has. */
export interface GkeOptions {
  /**
   * Mode of the cluster.
   *
   * - `standard`: you define the node groups.
   * - `autopilot`: GKE creates nodes for the pods; `nodeGroups` is `[]`. Regional, with Dataplane V2.
   *
   * @default "standard"
   * @literal
   * @change refused it would replace the cluster
   */
  readonly mode?: "standard" | "autopilot";

  /**
   * Id of the project. If omitted, the project of the provider's configuration or environment (`GOOGLE_PROJECT`).
   *
   * @shown
   * @change refused it would replace the cluster
   */
  readonly project?: string;

  /**
   * Enables the APIs that the cluster needs in the project. They stay enabled when the cluster is deleted. With `false`
   * they are enabled outside this file.
   *
   * @default true
   * @literal
   */
  readonly projectServices?: boolean;

  /**
   * The control plane has replicas in three zones of the region, or runs in the first zone of `network.zones` only,
   * where it is unavailable during upgrades. The first `zonal` cluster of a billing account is free of charge.
   *
   * @default "regional"
   * @literal
   * @change refused it would replace the cluster
   */
  readonly controlPlane?: "regional" | "zonal";

  /**
   * Minimum version of the provider `google`, such as `"7.22.0"`: for fields that are newer than the bindings. If omitted: the oldest
   * version of `providers.google.version` of the environment.
   *
   * @default "6.50.0"
   * @literal
   */
  readonly providerMinimum?: string;

  /**
   * E-mail of an existing service account of IAM for nodes. If omitted, a new one with the least roles.
   *
   * @change replace
   */
  readonly nodeServiceAccountEmail?: string;

  /**
   * Ids of projects whose Artifact Registry nodes can read images from, in addition to the cluster's project.
   *
   * @default []
   * @literal
   */
  readonly imageProjects?: readonly string[];

  /**
   * Enforces the project's policy of Binary Authorization. A project without a policy allows all images.
   *
   * @default true
   * @literal
   */
  readonly binaryAuthorization?: boolean;

  /**
   * Checks workloads for common misconfigurations. `enterprise` also detects threats, for a fee.
   *
   * @default "basic"
   * @literal
   */
  readonly securityPosture?: "disabled" | "basic" | "enterprise";

  /**
   * Scans images of running containers for vulnerabilities: packages of the operating system (`basic`), and of languages
   * (`enterprise`, for a fee).
   *
   * @default "disabled"
   * @literal
   */
  readonly vulnerabilityScanning?: "disabled" | "basic" | "enterprise";

  /**
   * Anonymous requests reach the health checks only (`limited`), or all that Kubernetes allows.
   *
   * @default "limited"
   */
  readonly anonymousAccess?: "limited" | "enabled";

  /**
   * Secrets of Secret Manager as files, through its CSI driver.
   *
   * @default false
   * @literal
   */
  readonly secretManager?: boolean;

  /**
   * Google Cloud resources as Kubernetes objects (Config Connector). Not in Autopilot.
   *
   * @default false
   * @literal
   */
  readonly configConnector?: boolean;

  /**
   * The Ray operator, with its logs and metrics.
   *
   * @default false
   * @literal
   */
  readonly ray?: boolean;

  /**
   * Authentication through other identity providers (Identity Service for GKE).
   *
   * @default false
   * @literal
   */
  readonly identityService?: boolean;

  /**
   * Certificates for pods of a service mesh, from Certificate Authority Service.
   *
   * @default false
   * @literal
   */
  readonly meshCertificates?: boolean;

  /**
   * Recommends and sets the resource requests of pods (VerticalPodAutoscaler). Always on in Autopilot mode.
   *
   * @default true
   * @literal
   */
  readonly verticalPodAutoscaling?: boolean;

  /**
   * Profile of the HorizontalPodAutoscaler: `performance` is for thousands of objects. If omitted, GKE's default for the version.
   *
   * @change in-place the provider keeps the profile of a removed field; set none to turn it off
   */
  readonly horizontalPodAutoscaling?: "none" | "performance";

  /** Id of the project whose fleet the cluster joins. If omitted, none. */
  readonly fleetProject?: string;

  /**
   * The features of the fleet that `gitops: config-sync`, `policyController` and `serviceMesh` use. A fleet has one of each for all of its clusters.
   *
   * - `new`: the stack of this cluster creates them. A destroy then turns them off in all clusters of the fleet.
   * - `existing`: another cluster, or another configuration, creates them before.
   *
   * @default "new"
   * @literal
   * @change in-place
   */
  readonly fleetFeature?: "new" | "existing";

  /**
   * Policy Controller of the fleet: Google installs Open Policy Agent Gatekeeper and its library of templates, and upgrades both. Constraints are
   * objects in the cluster. Needs `fleetProject`.
   *
   * @default false
   * @literal
   * @change in-place
   * @see https://cloud.google.com/kubernetes-engine/policy-controller/docs/overview
   */
  readonly policyController?: boolean;

  /**
   * Cloud Service Mesh of the fleet, with the APIs of Istio. Google runs its control plane, and upgrades it with the release channel. Needs
   * `fleetProject`. In a fleet of another project, the service agent of the mesh needs `roles/anthosservicemesh.serviceAgent` in the project of the
   * cluster.
   *
   * @default false
   * @literal
   * @change in-place
   * @see https://cloud.google.com/service-mesh/docs/onboarding/provision-control-plane
   */
  readonly serviceMesh?: boolean;

  /**
   * Beta APIs of Kubernetes, for example `resource.k8s.io/v1beta1/deviceclasses`. They cannot be turned off.
   *
   * @literal shape
   * @change in-place the removal of an API replaces the cluster
   */
  readonly betaApis?: readonly string[];

  /**
   * All alpha features. For clusters that exist for 30 days: GKE does not upgrade them, and they have neither a release
   * channel nor repair.
   *
   * @default false
   * @literal
   * @change refused it would replace the cluster
   */
  readonly alphaFeatures?: boolean;

  /**
   * Your own keys and certificate authorities for the control plane.
   *
   * @change refused it would replace the cluster
   */
  readonly controlPlaneKeys?: GkeControlPlaneKeysSpec;

  /**
   * How soon the autoscaler removes empty nodes: `optimize-utilization` removes them sooner.
   *
   * @default "balanced"
   */
  readonly autoscalingProfile?: "balanced" | "optimize-utilization";

  /** Machines of `autoscaling: auto-provisioning`, which requires this field. Not in Autopilot mode. */
  readonly autoProvisioning?: GkeAutoProvisioningSpec;

  /**
   * Pods without a compute class get the cluster's default class.
   *
   * Needs provider 7.0 or later: `gke.providerMinimum`.
   *
   * @default false
   * @literal
   * @since google 7.0.0
   */
  readonly defaultComputeClass?: boolean;

  /**
   * Workloads with NET_ADMIN are allowed. In Autopilot mode only.
   *
   * @default false
   * @literal
   */
  readonly allowNetAdmin?: boolean;

  /**
   * Network tags of nodes that GKE creates: in Autopilot mode, and with auto-provisioning.
   *
   * @literal shape
   * @shown
   */
  readonly autoNetworkTags?: readonly string[];

  /** Resource Manager tags of these nodes: `tagKeys/<number>` to `tagValues/<number>`. */
  readonly autoResourceManagerTags?: Readonly<Record<string, string>>;
}
