import { planOf } from "../../eks/capacity/plan";
import { defaults } from "../../eks/fields.generated";
import { programsOf } from "../../eks/programs";
import type { EksClusterProps } from "../../eks/spec";
import { kubernetesVersion, versionsFact } from "../../eks/versions";
import { zoneNames } from "../../eks/zones";
import type { Responsibilities } from "../model";
import type { ExplainedCluster, PlatformFacts } from "../platform";
import type { Stack } from "../stack";
import { eksAccess, eksApiReach } from "./access";
import { eksPicture } from "./picture";
import { eksResources } from "./resources";

type EksCluster = EksClusterProps & ExplainedCluster;

export const eksFacts: PlatformFacts<EksCluster> = {
  service: "Amazon EKS",
  resources: eksResources,
  zonesOf: (cluster) => zoneNames(cluster) ?? [],
  planOf,
  diskOf: (_, group) =>
    typeof group.disk?.sizeGiB === "number" ? group.disk.sizeGiB : defaults["nodeGroups[].disk.sizeGiB"],
  apiReach: eksApiReach,
  pictureOf: eksPicture,
  accessOf: eksAccess,
  responsibilitiesOf,
  supportOf(minor) {
    const row = kubernetesVersion(minor);
    return {
      minor,
      standardUntil: row?.standardSupportUntil,
      lateUntil: row?.extendedSupportUntil,
      lateName: "extended support",
    };
  },
  facts: [
    {
      name: "Kubernetes versions, add-ons and images",
      ...versionsFact,
    },
  ],
  remains: [
    {
      text: "Load balancers of Services and Ingresses, with their security groups: delete these objects before the destroy, because they keep the VPC in use.",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/delete-cluster.html",
    },
    {
      text: "EBS volumes and snapshots of persistent volumes whose reclaim policy is Retain, or that exist when the driver is removed.",
      source: "https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html",
    },
    {
      text: "Network interfaces that the VPC CNI has not yet released: they can keep a subnet or a security group in use for some minutes.",
      source: "https://docs.aws.amazon.com/eks/latest/best-practices/vpc-cni.html",
    },
  ],
};

function responsibilitiesOf(cluster: EksCluster, stack: Stack): Responsibilities {
  const scaling = (cluster.autoscaling ?? defaults["autoscaling"]) as string;
  const installed = programsOf(cluster).filter(({ addOn }) => addOn === undefined);
  const isAutoMode = cluster.eks?.autoProvisioning?.by === "auto-mode";
  const managed = stack.ofType("aws_eks_node_group").length > 0;
  return {
    cloud: [
      "runs, patches and scales the API servers and etcd, and restores failed ones",
      "rotates the certificates of the control plane and signs those of kubelets",
      ...(managed
        ? [
            "replaces nodes in a rolling update when Terraform changes the version or the image of a managed node group",
          ]
        : []),
      ...(isAutoMode ? ["starts, patches and replaces the nodes of Auto Mode"] : []),
    ],
    terraform: [
      "owns the Kubernetes version, the add-on versions and the images: they change when the file changes",
      "owns the network, identities, access and keys",
      ...(cluster.nodeGroups?.some(({ size }) => typeof size === "number")
        ? ["owns the number of nodes of groups with a fixed size"]
        : []),
    ],
    autoscaler:
      scaling === "none"
        ? []
        : scaling === "cluster-autoscaler"
          ? ["Cluster Autoscaler owns the number of nodes of groups with a range, between min and max"]
          : [
              isAutoMode
                ? "Auto Mode owns the number and type of its nodes"
                : "Karpenter owns the number and type of its nodes",
            ],
    you: [
      "upgrade Kubernetes before the end of support, one minor at a time",
      "raise image releases and add-on versions for security fixes",
      ...(installed.length > 0
        ? [`install ${installed.map(({ name }) => name).join(", ")}: the stack has only their identities`]
        : []),
      "deploy, secure and back up the workloads and their data",
    ],
  };
}
