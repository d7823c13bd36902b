import { error, warning } from "../../../cluster/problem";
import { maxPodsProblems, onDemandWarning } from "../../../cluster/rules/node-groups";
import {
  defineRules,
  entries,
  forEachGroup,
  isKnown,
  isWhole,
  knownEntries,
  shown,
} from "../../../cluster/rules/rule";
import { addressClashes, nodePoolNames } from "../../../cluster/terraform-addresses";
import { cloudOf } from "../../clouds";
import { defaults } from "../../fields.generated";
import { leastMemoryGiB, systemDiskSizes } from "../../limits";
import { natOf } from "../../network/nat";
import type { KubeadmClusterProps } from "../../spec";

/** Pods of a node: fewer than 10 do not fit the software of a cluster, and a /24 has addresses for 250. */
const podBounds = { least: 10, most: 250 } as const;

export const rules = defineRules<KubeadmClusterProps>("kubeadm/node-groups", {
  /**
   * The cluster has a node group: control-plane machines accept no workloads.
   *
   * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/create-cluster-kubeadm/#control-plane-node-isolation
   */
  "nodes-needed"({ nodeGroups }, { nodeGroupsMayFollow }) {
    if (!isKnown(nodeGroups) || entries(nodeGroups).length > 0) return [];
    const report = nodeGroupsMayFollow ? warning : error;
    return [
      report(["nodeGroups"], "must have at least one node group: control-plane machines accept no workloads"),
    ];
  },

  /**
   * Workloads without tolerations have on-demand nodes, unless the cluster has no protection: the cloud can interrupt all spot machines
   * at the same time.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html
   */
  "on-demand-workloads"(cluster) {
    return onDemandWarning(cluster, cluster.protection ?? defaults.protection);
  },

  /**
   * The names of node groups, and of their node pools in zones, differ in letters or digits: Terraform addresses keep only these.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "terraform-addresses-unique"({ nodeGroups }, { zones = [] }) {
    const names = nodePoolNames(nodeGroups, ({ spread, zones: own = zones }) => [
      "launch-template",
      ...(spread === "per-zone" ? knownEntries(own).map(([, zone]) => zone) : ["group"]),
    ]);
    return addressClashes(names);
  },

  /**
   * Machine types are those of the cloud.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html
   * @see https://cloud.google.com/compute/docs/machine-resource
   */
  "machine-type-names"(cluster) {
    const machines = cloudOf(cluster)?.machines;
    if (!machines) return [];
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      knownEntries(machineTypes)
        .filter(([, type]) => !machines.isType(type))
        .map(([i, type]) =>
          error([...group, "machineTypes", i], `must be ${machines.format}, got ${shown(type)}`),
        ),
    );
  },

  /**
   * Machine types are in the table of types. Another one may be new or misspelled.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html
   * @see https://learn.microsoft.com/azure/virtual-machines/sizes/overview
   * @see https://cloud.google.com/compute/docs/machine-resource
   */
  "machine-types-known"(cluster) {
    const machines = cloudOf(cluster)?.machines;
    if (!machines) return [];
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      knownEntries(machineTypes).flatMap(([i, type]) => {
        const unknown = machines.isType(type) ? machines.unknown(type) : undefined;
        return unknown === undefined ? [] : [warning([...group, "machineTypes", i], unknown)];
      }),
    );
  },

  /**
   * The cloud starts machines of the type. Azure stops those of retired series.
   *
   * @see https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retirement-overview
   */
  "machine-types-not-retired"(cluster, { today }) {
    const machines = cloudOf(cluster)?.machines;
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      knownEntries(machineTypes).flatMap(([i, type]) => {
        const retired = machines?.retired?.(type, today);
        return retired === undefined ? [] : [error([...group, "machineTypes", i], retired)];
      }),
    );
  },

  /**
   * Machines of a group have at least 2 GiB of memory, which kubeadm asks for: less leaves none for pods. kubeadm does not check it on nodes. A
   * type whose memory is unknown is not checked.
   *
   * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/install-kubeadm/#before-you-begin
   */
  memory(cluster) {
    const machines = cloudOf(cluster)?.machines;
    if (!machines) return [];
    return forEachGroup(cluster, ({ machineTypes }, group) =>
      knownEntries(machineTypes).flatMap(([i, type]) => {
        const memoryGiB = machines.isType(type) ? machines.memoryGiBOf(type) : undefined;
        if (memoryGiB === undefined || memoryGiB >= leastMemoryGiB) return [];
        return [
          warning(
            [...group, "machineTypes", i],
            `${type} has ${memoryGiB} GiB of memory, and kubeadm asks for ${leastMemoryGiB}: less leaves none for pods; use a larger type`,
          ),
        ];
      }),
    );
  },

  /**
   * The machine types of a group have one architecture: its machines have one image.
   *
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html
   */
  "machine-types-alike"(cluster) {
    const machines = cloudOf(cluster)?.machines;
    if (!machines) return [];
    const { architectureOf } = machines;
    return forEachGroup(cluster, ({ machineTypes }, group) => {
      const known = knownEntries(machineTypes).filter(([, type]) => architectureOf(type) !== undefined);
      const [first] = known;
      return known
        .filter(([, type]) => architectureOf(type) !== architectureOf(first[1]))
        .map(([i, type]) =>
          error(
            [...group, "machineTypes", i],
            `must be ${architectureOf(first[1])} like ${first[1]}, ${type} is ${architectureOf(type)}`,
          ),
        );
    });
  },

  /**
   * A group is one that the cloud has. On Google Cloud it has one machine type, and the Cluster Autoscaler knows groups of one zone only. On Azure it has
   * one machine type, and with a NAT gateway in each zone it is in one zone.
   *
   * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/gce/README.md
   * @see https://learn.microsoft.com/azure/nat-gateway/nat-availability-zones
   */
  "group-of-cloud"(cluster, { zones }) {
    const cloud = cloudOf(cluster);
    const { autoscaling = defaults.autoscaling } = cluster;
    if (!cloud?.groupProblem || !zones || !isKnown(autoscaling) || !isKnown(cluster.network?.nat ?? "none"))
      return [];
    const nat = natOf(cluster);
    return forEachGroup(cluster, (spec, group) => {
      const { machineTypes, size, spread, zones: own } = spec;
      const isGiven = isKnown(size) && isKnown(machineTypes);
      if (!isGiven || [spread, own].some((value) => value !== undefined && !isKnown(value))) return [];
      const problem = cloud.groupProblem!(spec, zones, { autoscaling, nat });
      return problem ? [error([...group, problem.field], problem.text)] : [];
    });
  },

  /**
   * All node groups attach a common type of disk, that of the storage class. On Google Cloud some families attach Hyperdisk only, and others
   * Persistent Disk only.
   *
   * @see https://cloud.google.com/compute/docs/disks/hyperdisks#machine-type-support
   */
  "common-disk-type"(cluster) {
    const disksOf = cloudOf(cluster)?.machines.disksOf;
    const block = isKnown(cluster.storage) ? cluster.storage.block : undefined;
    if (!disksOf || block === false) return [];
    let common: readonly string[] | undefined;
    return entries(cluster.nodeGroups).flatMap(([i, { machineTypes }]) =>
      knownEntries(machineTypes).flatMap(([j, type]) => {
        const own = disksOf(type);
        const left = own && (common?.filter((one) => own.includes(one)) ?? own);
        if (!own || left!.length > 0) {
          common = left ?? common;
          return [];
        }
        return [
          error(
            ["nodeGroups", i, "machineTypes", j],
            `${type} attaches ${own.join(", ")} only, and the groups before it ${common!.join(", ")}: no storage class works on all nodes; use families with a common type, or storage.block: false and own storage classes`,
          ),
        ];
      }),
    );
  },

  /**
   * A node has 10 to 250 pods.
   *
   * @see https://kubernetes.io/docs/setup/best-practices/cluster-large/
   */
  "max-pods"(cluster) {
    return maxPodsProblems(cluster, podBounds);
  },

  /**
   * The system disk of a node has 20 to 16384 GiB: images and logs do not fit a smaller one. On Azure it has 30 to 4095.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
   * @see https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview#os-disk
   */
  "disk-size"(cluster) {
    const { least, most } = systemDiskSizes(cloudOf(cluster));
    return forEachGroup(cluster, ({ disk }, group) =>
      !isKnown(disk?.sizeGiB) || isWhole(disk.sizeGiB, least, most)
        ? []
        : [
            error(
              [...group, "disk", "sizeGiB"],
              `must be a whole number from ${least} to ${most}, got ${shown(disk.sizeGiB)}`,
            ),
          ],
    );
  },

  /**
   * The image of a group is one of the cloud of its machines.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html
   * @see https://cloud.google.com/compute/docs/images
   */
  "image-id"(cluster) {
    const images = cloudOf(cluster)?.images;
    if (!images) return [];
    return forEachGroup(cluster, ({ image }, group) =>
      !isKnown(image?.id) || images.isImage(image.id)
        ? []
        : [error([...group, "image", "id"], `must be ${images.format}, got ${shown(image.id)}`)],
    );
  },
});
