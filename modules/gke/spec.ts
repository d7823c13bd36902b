import type { TerraformProvider } from "cdktf";
import type { Autoscaling, ClusterSpec } from "../cluster/vocabulary";
import type { GkeAccessSpec } from "./access/spec";
import type { GkeEncryptionSpec, GkeUpgradesSpec } from "./control-plane/spec";
import type { GkeWorkloadIdentitySpec } from "./identity/spec";
import type { GkeDnsSpec, GkeLoadBalancingSpec } from "./load-balancing/spec";
import type { GkeNetworkSpec } from "./network/spec";
import type { GkeNodeGroupSpec } from "./node-groups/spec";
import type { GkeObservabilitySpec } from "./observability/spec";
import type { GkeOptions } from "./options-spec";
import type { GkeStorageSpec } from "./storage/spec";

export type * from "./access/spec";
export type * from "./autoscaling/spec";
export type * from "./control-plane/spec";
export type * from "./identity/spec";
export type * from "./load-balancing/spec";
export type * from "./network/spec";
export type * from "./node-groups/disk-spec";
export type * from "./node-groups/machine-spec";
export type * from "./node-groups/spec";
export type * from "./node-groups/system-spec";
export type * from "./node-groups/upgrade-spec";
export type * from "./observability/spec";
export type * from "./options-spec";
export type * from "./storage/spec";

/** A GKE cluster, as an environment file describes it. */
export interface GkeClusterSpec extends ClusterSpec {
  /** Google Kubernetes Engine. */
  readonly platform: "gke";

  /**
   * Minimum Kubernetes version of the control plane: a minor (`"1.35"`) or a version of GKE (`"1.35.2-gke.1001000"`). In
   * a release channel GKE upgrades the control plane, and never below this version.
   *
   * @change in-place
   */
  readonly kubernetesVersion: string;

  /** @change in-place */
  readonly network?: GkeNetworkSpec;

  /** @change in-place */
  readonly access: GkeAccessSpec;

  /**
   * The node groups. `[]` in Autopilot mode.
   *
   * @change in-place
   */
  readonly nodeGroups: readonly GkeNodeGroupSpec[];

  /**
   * What changes the number of nodes of groups with a size range.
   *
   * - `none`: the number is not changed.
   * - `cluster-autoscaler`: GKE's autoscaler, which runs in the control plane.
   * - `auto-provisioning`: the autoscaler also creates node pools for pending pods: see `gke.autoProvisioning`.
   *
   * @default "cluster-autoscaler"
   * @change in-place
   */
  readonly autoscaling?: Autoscaling;

  /** @change in-place */
  readonly encryption?: GkeEncryptionSpec;

  /** @change in-place */
  readonly observability?: GkeObservabilitySpec;

  /** @change in-place */
  readonly storage?: GkeStorageSpec;

  /** @change in-place */
  readonly loadBalancing?: GkeLoadBalancingSpec;

  /** @change in-place */
  readonly dns?: GkeDnsSpec;

  /** @change in-place */
  readonly workloadIdentities?: readonly GkeWorkloadIdentitySpec[];

  /**
   * When GKE upgrades the cluster, and to which versions.
   *
   * @change in-place
   */
  readonly upgrades?: GkeUpgradesSpec;

  /**
   * Labels on every resource that supports labels. Google's labels are stricter than tags of other clouds: lower-case
   * letters, digits, `-` and `_`, keys and values of at most 63 characters, keys start with a letter, at most 64 labels.
   *
   * @change in-place
   */
  readonly tags?: Readonly<Record<string, string>>;

  /**
   * Settings that only GKE has.
   *
   * @change in-place
   */
  readonly gke?: GkeOptions;
}

/** Settings of a cluster in either mode. Rules check what each mode supports. */
export interface AnyGkeClusterProps extends Omit<GkeClusterSpec, "platform" | "workloads"> {
  /** Provider of every resource in the cluster. If omitted, the stack's default Google provider. */
  readonly provider?: TerraformProvider;
}

/** A cluster with your own node groups. */
export interface GkeStandardClusterProps extends AnyGkeClusterProps {
  readonly gke?: GkeStandardOptions;
}

/** A cluster whose nodes GKE creates. Fields that Autopilot controls are omitted. */
export interface GkeAutopilotClusterProps extends AnyGkeClusterProps {
  readonly gke: GkeAutopilotOptions;

  /** Empty: GKE creates nodes for pods. */
  readonly nodeGroups: readonly [];

  readonly network?: GkeAutopilotNetworkSpec;
  readonly storage?: GkeAutopilotStorageSpec;
  readonly loadBalancing?: Omit<GkeLoadBalancingSpec, "controller"> & { readonly controller?: true };
  readonly observability?: Omit<GkeObservabilitySpec, "managedPrometheus"> & {
    readonly managedPrometheus?: true;
  };
  readonly autoscaling?: "cluster-autoscaler";
  readonly upgrades?: Omit<GkeUpgradesSpec, "channel"> & {
    readonly channel?: Exclude<GkeUpgradesSpec["channel"], "none">;
  };
}

/** Options of a Standard cluster: all except those of Autopilot. */
export interface GkeStandardOptions extends GkeOptions {
  readonly mode?: "standard";
  readonly allowNetAdmin?: never;
}

/** Options of an Autopilot cluster: all except those of nodes and of settings that Autopilot controls. */
export interface GkeAutopilotOptions extends GkeOptions {
  readonly mode: "autopilot";
  readonly controlPlane?: "regional";
  readonly configConnector?: never;
  readonly verticalPodAutoscaling?: true;
  readonly autoscalingProfile?: never;
  readonly autoProvisioning?: never;
  readonly alphaFeatures?: never;
}

/** Network of an Autopilot cluster. */
export interface GkeAutopilotNetworkSpec extends GkeNetworkSpec {
  readonly dataplane?: "v2";
  readonly intranodeVisibility?: true;
  readonly multiNetworking?: never;
  readonly dns?: Omit<NonNullable<GkeNetworkSpec["dns"]>, "by" | "nodeCache"> & {
    readonly by?: "cloud-dns";
    readonly nodeCache?: true;
  };
}

/** Storage of an Autopilot cluster. */
export interface GkeAutopilotStorageSpec extends GkeStorageSpec {
  readonly block?: Exclude<GkeStorageSpec["block"], false>;
  readonly statefulHa?: never;
}

/**
 * Props of the `GkeCluster` construct: the fields of an environment file, split by mode, and those that only code can
 * set.
 */
export type GkeClusterProps = GkeStandardClusterProps | GkeAutopilotClusterProps;

/** A cluster with the field that asks for the second stack. */
export type ClusterWithWorkloads = AnyGkeClusterProps & Pick<GkeClusterSpec, "workloads">;
