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
export type * from "./node-groups/machine-spec";
export type * from "./node-groups/spec";
export type * from "./node-groups/system-spec";
export type * from "./observability/spec";
export type * from "./options-spec";
export type * from "./storage/spec";

/** A GKE cluster, as an environment file describes it. */
export interface GkeClusterSpec extends ClusterSpec {
  /** Google Kubernetes Engine. */
  readonly platform: "gke";

  /**
   * Oldest Kubernetes version of the control plane: a minor (`"1.35"`), or a version of GKE (`"1.35.2-gke.1001000"`). In a
   * release channel Google upgrades it, and never below this.
   */
  readonly kubernetesVersion: string;

  readonly network?: GkeNetworkSpec;
  readonly access: GkeAccessSpec;

  /** The workers. `[]` in Autopilot. */
  readonly nodeGroups: readonly GkeNodeGroupSpec[];

  /**
   * Who changes the number of nodes of groups that have a size range.
   *
   * - `none`: nobody.
   * - `cluster-autoscaler`: GKE's autoscaler, which runs in the control plane.
   * - `auto-provisioning`: the same, which also makes node pools for pods that wait: see `gke.autoProvisioning`.
   *
   * @default "cluster-autoscaler"
   */
  readonly autoscaling?: Autoscaling;

  readonly encryption?: GkeEncryptionSpec;
  readonly observability?: GkeObservabilitySpec;
  readonly storage?: GkeStorageSpec;
  readonly loadBalancing?: GkeLoadBalancingSpec;
  readonly dns?: GkeDnsSpec;
  readonly workloadIdentities?: readonly GkeWorkloadIdentitySpec[];

  /** When and how far Google upgrades the cluster. */
  readonly upgrades?: GkeUpgradesSpec;

  /**
   * Labels on everything that can carry them. Google's are stricter than others' tags: lower-case letters, digits, `-` and `_`,
   * keys and values up to 63 characters, keys from a letter on, at most 64 of them.
   */
  readonly tags?: Readonly<Record<string, string>>;

  /** What only GKE has. */
  readonly gke?: GkeOptions;
}

/** All that a cluster of either mode can say. Rules hold each mode to what it has. */
export interface AnyGkeClusterProps extends Omit<GkeClusterSpec, "platform"> {
  /** Provider of every resource in the cluster; the stack's default Google provider when left out. */
  readonly provider?: TerraformProvider;
}

/** A cluster whose nodes you say. */
export interface GkeStandardClusterProps extends AnyGkeClusterProps {
  readonly gke?: GkeStandardOptions;
}

/** A cluster whose nodes Google makes. What Google decides by itself can't be said. */
export interface GkeAutopilotClusterProps extends AnyGkeClusterProps {
  readonly gke: GkeAutopilotOptions;

  /** None: Google makes nodes for pods. */
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

/** Options of a Standard cluster: all but those of Autopilot. */
export interface GkeStandardOptions extends GkeOptions {
  readonly mode?: "standard";
  readonly allowNetAdmin?: never;
}

/** Options of an Autopilot cluster: all but those of nodes and of what Autopilot has in any case. */
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

/** Props of the `GkeCluster` construct: the same words as in a file, split by mode, and what only code can give. */
export type GkeClusterProps = GkeStandardClusterProps | GkeAutopilotClusterProps;
