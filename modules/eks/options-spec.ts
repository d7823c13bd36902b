import type { EksAddOnsSpec, EksCapabilitiesSpec } from "./add-ons/spec";
import type { EksAutoProvisioningSpec } from "./autoscaling/spec";
import type { EksControlPlaneTier } from "./control-plane/spec";
import type { EksRemoteNetworksSpec } from "./network/spec";
import type { EksFargateProfileSpec } from "./node-groups/fargate-spec";

/** What only EKS has. */
export interface EksOptions {
  /**
   * How principals get in. `API_AND_CONFIG_MAP` also reads the old `aws-auth` config map; for clusters on their way
   * from it. It can't be taken back from `API`.
   *
   * @default "API"
   */
  readonly authenticationMode?: "API" | "API_AND_CONFIG_MAP";

  /**
   * Lets AWS move traffic away from an impaired zone.
   *
   * @default true
   */
  readonly zonalShift?: boolean;

  /** Versions and settings of the core add-ons. */
  readonly addOns?: EksAddOnsSpec;

  /** ARN of an existing role for the control plane; a new one when left out. Immutable. */
  readonly clusterRoleArn?: string;

  /**
   * ARN of an existing role for the nodes of managed Linux groups; a new one when left out. Self-managed and Windows groups
   * have new ones: EKS takes one kind of node for a role.
   */
  readonly nodeRoleArn?: string;

  /** What makes nodes with `autoscaling: auto-provisioning`. */
  readonly autoProvisioning?: EksAutoProvisioningSpec;

  /**
   * `off` takes EKS Auto Mode from a cluster that had it. Say it together with another `autoscaling`: a cluster that says
   * nothing of Auto Mode leaves it as it is. EKS then ends all nodes of Auto Mode and deletes its load balancers; volumes
   * stay. The role of its nodes stays as long as this word does.
   *
   * @literal
   */
  readonly autoMode?: "off";

  /**
   * Pods that run on AWS Fargate, without nodes. AWS' quota is 10 profiles for a cluster.
   *
   * @default []
   */
  readonly fargateProfiles?: readonly EksFargateProfileSpec[];

  /**
   * What the AWS Node Termination Handler needs to drain nodes of self-managed groups before EC2 takes them: a queue of
   * EC2's events, a hook on each group, and a role. The program itself is installed in the cluster, in queue mode, as
   * `kube-system/aws-node-termination-handler`. Managed node groups, Karpenter and Auto Mode drain their nodes themselves.
   *
   * @default false
   * @literal
   */
  readonly nodeTerminationHandler?: boolean;

  /** Networks of hybrid nodes: machines outside of AWS that join the cluster. */
  readonly remoteNetworks?: EksRemoteNetworksSpec;

  /**
   * Capacity that the control plane always has. `standard` grows and shrinks with its load; the others are provisioned,
   * each costs several times more than the one before, by the hour. Can be changed at any time.
   *
   * Source: EKS API, ControlPlaneScalingConfig; its `tier-8xl` is newer than the providers that these constructs work with.
   *
   * @default "standard"
   */
  readonly controlPlaneTier?: EksControlPlaneTier;

  /** Controllers that EKS runs outside the cluster for it. */
  readonly capabilities?: EksCapabilitiesSpec;
}
