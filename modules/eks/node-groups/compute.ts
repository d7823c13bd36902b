import { defaults } from "../fields.generated";
import type { EksAddOnName, EksAutoModePool, EksClusterProps } from "../spec";

/** What the pods of a cluster run on. */
export interface Compute {
  /** EC2 nodes that use the core add-ons: those of node groups and of Karpenter. */
  readonly nodes: boolean;

  /** Karpenter creates nodes. */
  readonly karpenter: boolean;

  /** The built-in pools of EKS Auto Mode; `off` while it is removed, undefined if the cluster never had it. */
  readonly autoMode?: readonly EksAutoModePool[] | "off";

  /** The cluster has Fargate profiles. */
  readonly fargate: boolean;

  /** Core add-ons are needed. Auto Mode contains them. */
  readonly addOns: boolean;

  /** Where CoreDNS runs at the start. */
  readonly coreDns: "node groups" | "auto mode" | "fargate";
}

/** Add-ons that nodes need to run pods. */
export const coreAddOns: readonly EksAddOnName[] = [
  "eks-pod-identity-agent",
  "vpc-cni",
  "kube-proxy",
  "coredns",
];

/** Add-ons that EKS Auto Mode contains. */
export const addOnsInAutoMode: readonly EksAddOnName[] = [...coreAddOns, "aws-ebs-csi-driver"];

/** The props that determine the compute of a cluster. */
type ComputeProps = Pick<EksClusterProps, "autoscaling" | "nodeGroups" | "eks">;

export function computeOf({ autoscaling, nodeGroups, eks = {} }: ComputeProps): Compute {
  const { by = defaults["eks.autoProvisioning.by"], pools = defaults["eks.autoProvisioning.pools"] } =
    eks.autoProvisioning ?? {};
  const provisions = autoscaling === "auto-provisioning";
  const karpenter = provisions && by === "karpenter";
  const isAuto = provisions && by === "auto-mode";
  const groups = nodeGroups.length > 0;
  const fargate = (eks.fargateProfiles ?? []).length > 0;
  // A cluster without any of these gets node groups later.
  const nodes = groups || karpenter || !(isAuto || fargate);

  return {
    nodes,
    karpenter,
    autoMode: isAuto ? pools : eks.autoMode,
    fargate,
    addOns: nodes || fargate,
    coreDns: groups
      ? "node groups"
      : isAuto && pools.length > 0
        ? "auto mode"
        : fargate
          ? "fargate"
          : "node groups",
  };
}

/** Whether Auto Mode has built-in pools, whose nodes are in the subnets and the security group of the control plane. */
export function hasAutoModePools({ autoMode = "off" }: Compute): boolean {
  return autoMode !== "off" && autoMode.length > 0;
}
