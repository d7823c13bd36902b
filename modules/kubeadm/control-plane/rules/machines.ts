import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { cloudOf } from "../../clouds";
import type { KubeadmClusterProps } from "../../spec";
import { leastMemoryGiB, systemDiskSizes } from "../../limits";
import { machinesOf } from "../slots";

/** Memory of a small production cluster, for which etcd names machines with 7.5 and 8 GB. Some families have 7 GiB with two vCPUs. */
const productionMemoryGiB = 7;

/** Zones that survive the loss of one zone: fewer have a majority of three or five members in one zone. */
const leastZones = 3;

export const rules = defineRules<KubeadmClusterProps>("kubeadm/control-plane", {
  /**
   * Three or five machines are distributed over at least three zones: with two, the loss of one of them can be the loss of the majority
   * of etcd.
   *
   * @see https://etcd.io/docs/latest/faq/#why-an-odd-number-of-cluster-members
   */
  "zones-for-majority"(cluster, { zones }) {
    const machines = isKnown(cluster.controlPlane) ? machinesOf(cluster) : undefined;
    if (!isWhole(machines, 3) || zones === undefined || zones.length >= leastZones) return [];
    return [
      error(
        ["network", "zones"],
        `${machines} control-plane machines need at least ${leastZones} zones, got ${zones.length}; use more zones or one machine`,
      ),
    ];
  },

  /**
   * A cluster that is protected has three control-plane machines: one machine is for development.
   *
   * @remarks Decision of this project: with one machine, each of its replacements interrupts the API server, and its zone is needed.
   */
  "one-machine"(cluster) {
    if (!isKnown(cluster.controlPlane) || machinesOf(cluster) !== 1 || cluster.protection === false)
      return [];
    return [
      warning(
        ["controlPlane", "machines"],
        "one machine has no replica: the API server is unavailable while it is replaced; use 3, or protection: false for development",
      ),
    ];
  },

  /**
   * Control-plane machines are a machine type of the cloud with at least 2 vCPUs and 2 GiB of memory: kubeadm stops on a machine that has
   * fewer CPUs, or less than 1700 MiB next to what the kernel keeps. A type whose vCPUs or memory are unknown is not checked.
   *
   * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/install-kubeadm/#before-you-begin
   * @see https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/constants/constants.go
   */
  "machine-type"(cluster) {
    const type = cluster.controlPlane?.machineType;
    const machines = cloudOf(cluster)?.machines;
    if (!isKnown(type) || !machines) return [];
    const path = ["controlPlane", "machineType"];
    if (!machines.isType(type)) return [error(path, `must be ${machines.format}, got ${shown(type)}`)];
    const vcpus = machines.vcpusOf(type);
    const memoryGiB = machines.memoryGiBOf(type);
    if ((vcpus ?? 2) >= 2 && (memoryGiB ?? leastMemoryGiB) >= leastMemoryGiB) return [];
    const has = [
      ...(vcpus === undefined ? [] : [vcpus === 1 ? "1 vCPU" : `${vcpus} vCPUs`]),
      ...(memoryGiB === undefined ? [] : [`${memoryGiB} GiB`]),
    ];
    return [
      error(
        path,
        `must have at least 2 vCPUs and ${leastMemoryGiB} GiB of memory, ${type} has ${has.join(" and ")}`,
      ),
    ];
  },

  /**
   * Control-plane machines of a protected cluster have about the 8 GiB of memory that etcd recommends, 7 GiB at least: etcd and the API server
   * keep objects in memory. A type whose memory is unknown is not checked.
   *
   * @see https://etcd.io/docs/latest/op-guide/hardware/
   */
  "production-memory"(cluster) {
    const type = cluster.controlPlane?.machineType;
    const machines = cloudOf(cluster)?.machines;
    if (!isKnown(type) || !machines?.isType(type) || cluster.protection === false) return [];
    const memoryGiB = machines.memoryGiBOf(type) ?? productionMemoryGiB;
    // Another rule refuses less than kubeadm needs.
    if (memoryGiB >= productionMemoryGiB || memoryGiB < leastMemoryGiB) return [];
    return [
      warning(
        ["controlPlane", "machineType"],
        `${type} has ${memoryGiB} GiB of memory, and etcd recommends 8 GiB in production; use a larger type, or protection: false for development`,
      ),
    ];
  },

  /**
   * The type of control-plane machines is in the table of types. Another one may be new or misspelled.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html
   * @see https://learn.microsoft.com/azure/virtual-machines/sizes/overview
   * @see https://cloud.google.com/compute/docs/machine-resource
   */
  "machine-type-known"(cluster) {
    const type = cluster.controlPlane?.machineType;
    const machines = cloudOf(cluster)?.machines;
    if (!isKnown(type) || !machines?.isType(type)) return [];
    // Another rule refuses a type whose disks are not known.
    if (machines.disksOf && !machines.disksOf(type)) return [];
    const unknown = machines.unknown(type);
    return unknown === undefined ? [] : [warning(["controlPlane", "machineType"], unknown)];
  },

  /**
   * The cloud starts machines of the type. Azure stops those of retired series.
   *
   * @see https://learn.microsoft.com/azure/virtual-machines/sizes/retirement/retirement-overview
   */
  "machine-type-not-retired"(cluster, { today }) {
    const type = cluster.controlPlane?.machineType;
    const retired = isKnown(type) ? cloudOf(cluster)?.machines.retired?.(type, today) : undefined;
    return retired === undefined ? [] : [error(["controlPlane", "machineType"], retired)];
  },

  /**
   * Terraform waits at least 5 minutes for a machine, on AWS at most 120: a lifecycle hook lasts at most two hours; on Google Cloud at
   * most 60: a managed instance group starts to repair a new machine after an hour at the latest; on Azure at most 85: a run command
   * ends after 90.
   *
   * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutLifecycleHook.html
   * @see https://cloud.google.com/compute/docs/instance-groups/autohealing-instances-in-migs
   * @see https://learn.microsoft.com/azure/virtual-machines/linux/run-command-managed
   */
  timeout(cluster) {
    const minutes = cluster.controlPlane?.timeoutMinutes;
    const most = cloudOf(cluster)?.longestTimeout;
    if (!isKnown(minutes) || most === undefined || isWhole(minutes, 5, most)) return [];
    return [
      error(
        ["controlPlane", "timeoutMinutes"],
        `must be a whole number from 5 to ${most}, got ${shown(minutes)}`,
      ),
    ];
  },

  /**
   * The system disk has 20 to 16384 GiB, on Azure 30 to 4095: its image has 30.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
   * @see https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview#os-disk
   */
  "system-disk"(cluster) {
    const size = cluster.controlPlane?.disk?.sizeGiB;
    const { least, most } = systemDiskSizes(cloudOf(cluster));
    if (!isKnown(size) || isWhole(size, least, most)) return [];
    return [
      error(
        ["controlPlane", "disk", "sizeGiB"],
        `must be a whole number from ${least} to ${most}, got ${shown(size)}`,
      ),
    ];
  },

  /**
   * The image is one of the cloud of the machines.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html
   * @see https://cloud.google.com/compute/docs/images
   */
  "image-id"(cluster) {
    const id = cluster.controlPlane?.image?.id;
    const images = cloudOf(cluster)?.images;
    if (!isKnown(id) || !images || images.isImage(id)) return [];
    return [error(["controlPlane", "image", "id"], `must be ${images.format}, got ${shown(id)}`)];
  },
});
