import { isKnown } from "../../cluster/rules/rule";
import type { Objects } from "../../workloads/objects-chart";
import { architectureOf, instanceType } from "../../aws/machine-types";
import { discoveryTag } from "../autoscaling/discovery-tags";
import { defaults } from "../fields.generated";
import { computeOf } from "../node-groups/compute";
import { kubernetesVersion } from "../versions";
import { type ClusterWithWorkloads, installedPrograms } from "./programs";
import type { OfVersion } from "./values";

/** What objects need of the first stack, as tokens. */
export interface ObjectOutputs {
  readonly ofVersion: OfVersion;
  readonly karpenterInstanceProfileName: string;

  /** Undefined with the key of AWS. */
  readonly karpenterDisksKeyArn?: string;

  /** The objects in the output `storage_manifests`. */
  readonly storageObjects: unknown;
}

/** The objects that follow from a cluster: storage classes, and the pool of Karpenter. */
export function objectsOf(cluster: ClusterWithWorkloads, outputs: ObjectOutputs): Objects[] {
  return [
    ...(hasStorageObjects(cluster) ? [{ name: "storage", objects: outputs.storageObjects }] : []),
    ...(installedPrograms(cluster).includes("karpenter")
      ? [
          {
            name: "karpenter-pool",
            objects: [nodeClass(cluster, outputs), nodePool(cluster)],
            after: "karpenter" as const,
          },
        ]
      : []),
  ];
}

/** Whether the output `storage_manifests` has objects. */
function hasStorageObjects(cluster: ClusterWithWorkloads): boolean {
  const { block = defaults["storage.block"], file, snapshots } = cluster.storage ?? {};
  return (computeOf(cluster).nodes && block !== false) || Boolean(file) || snapshots === true;
}

const poolName = "default";

/**
 * Machines like those of the node groups: the pinned image, encrypted disks, and no access of pods to the metadata service.
 *
 * @see https://karpenter.sh/docs/concepts/nodeclasses/
 */
function nodeClass(
  { name, kubernetesVersion, tags = {} }: ClusterWithWorkloads,
  { ofVersion, karpenterInstanceProfileName, karpenterDisksKeyArn }: ObjectOutputs,
): object {
  const selector = [{ tags: discoveryTag(name) }];
  return {
    apiVersion: "karpenter.k8s.aws/v1",
    kind: "EC2NodeClass",
    metadata: { name: poolName },
    spec: {
      amiSelectorTerms: [{ alias: ofVersion(kubernetesVersion, imageAlias) }],
      instanceProfile: karpenterInstanceProfileName,
      subnetSelectorTerms: selector,
      securityGroupSelectorTerms: selector,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            volumeType: "gp3",
            volumeSize: `${defaults["nodeGroups[].disk.sizeGiB"]}Gi`,
            encrypted: true,
            deleteOnTermination: true,
            ...(karpenterDisksKeyArn && { kmsKeyID: karpenterDisksKeyArn }),
          },
        },
      ],
      tags,
    },
  };
}

/** The pinned release of Amazon Linux 2023, `1.35.8-20260930`, as Karpenter names it. */
function imageAlias(minor: string): string {
  const release = kubernetesVersion(minor)?.images.al2023?.split("-")[1];
  return `al2023@${release === undefined ? "latest" : `v${release}`}`;
}

/**
 * One pool of general machines, within the limits of the capacity plan.
 *
 * @see https://karpenter.sh/docs/concepts/nodepools/
 */
function nodePool({ eks }: ClusterWithWorkloads): object {
  const { plannedNodes, largestMachineType } = eks?.autoProvisioning ?? {};
  const largest = isKnown(largestMachineType) ? instanceType(largestMachineType) : undefined;
  const architecture = isKnown(largestMachineType) ? architectureOf(largestMachineType) : undefined;
  const requirement = (key: string, operator: string, ...values: string[]) => ({ key, operator, values });
  return {
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: { name: poolName },
    spec: {
      template: {
        spec: {
          nodeClassRef: { group: "karpenter.k8s.aws", kind: "EC2NodeClass", name: poolName },
          requirements: [
            requirement("kubernetes.io/os", "In", "linux"),
            requirement("kubernetes.io/arch", "In", architecture === "arm64" ? "arm64" : "amd64"),
            requirement("karpenter.sh/capacity-type", "In", "on-demand"),
            requirement("karpenter.k8s.aws/instance-category", "In", "c", "m", "r"),
            requirement("karpenter.k8s.aws/instance-generation", "Gt", "4"),
            ...(largest
              ? [requirement("karpenter.k8s.aws/instance-cpu", "Lt", String(largest.vcpus + 1))]
              : []),
          ],
          expireAfter: "720h",
        },
      },
      limits: {
        nodes: String(plannedNodes),
        ...(largest && isKnown(plannedNodes) && { cpu: String(plannedNodes * largest.vcpus) }),
      },
      disruption: { consolidationPolicy: "WhenEmptyOrUnderutilized", consolidateAfter: "1m" },
    },
  };
}
