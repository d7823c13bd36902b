import { defaults } from "../fields.generated";
import type { EksAddOnName, EksAutoModePool, EksClusterProps } from "../spec";

/** What a cluster's pods run on, read from its description. */
export interface Compute {
  /** EC2 nodes that the cluster's own add-ons serve: those of node groups, and Karpenter's. */
  readonly nodes: boolean;

  /** Karpenter makes nodes. */
  readonly karpenter: boolean;

  /** The pools that EKS Auto Mode brings; `off` where it is taken away, undefined where it never was. */
  readonly autoMode?: readonly EksAutoModePool[] | "off";

  /** There are Fargate profiles. */
  readonly fargate: boolean;

  /** Core add-ons are needed; Auto Mode alone brings what they do. */
  readonly addOns: boolean;

  /** Where CoreDNS finds room at the start. */
  readonly coreDns: "node groups" | "auto mode" | "fargate";
}

/** What nodes need to run pods. */
export const coreAddOns: readonly EksAddOnName[] = [
  "eks-pod-identity-agent",
  "vpc-cni",
  "kube-proxy",
  "coredns",
];

/** What EKS Auto Mode does by itself. */
export const addOnsInAutoMode: readonly EksAddOnName[] = [...coreAddOns, "aws-ebs-csi-driver"];

/** What decides the compute of a cluster. */
type ComputeProps = Pick<EksClusterProps, "autoscaling" | "nodeGroups" | "eks">;

export function computeOf({ autoscaling, nodeGroups, eks = {} }: ComputeProps): Compute {
  const { by = defaults["eks.autoProvisioning.by"], pools = defaults["eks.autoProvisioning.pools"] } =
    eks.autoProvisioning ?? {};
  const provisions = autoscaling === "auto-provisioning";
  const karpenter = provisions && by === "karpenter";
  const isAuto = provisions && by === "auto-mode";
  const groups = nodeGroups.length > 0;
  const fargate = (eks.fargateProfiles ?? []).length > 0;
  // A cluster that has none of all this yet will get node groups.
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

/** Whether Auto Mode brings node pools of its own, which are where the control plane is, and in its security group. */
export function hasAutoModePools({ autoMode = "off" }: Compute): boolean {
  return autoMode !== "off" && autoMode.length > 0;
}
