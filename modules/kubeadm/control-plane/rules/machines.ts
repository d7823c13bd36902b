import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { cloudOf } from "../../clouds";
import type { KubeadmClusterProps } from "../../spec";
import { systemDiskSizes } from "../../limits";
import { machinesOf } from "../slots";

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
   * Control-plane machines are a machine type of the cloud with at least 2 vCPUs.
   *
   * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/install-kubeadm/#before-you-begin
   */
  "machine-type"(cluster) {
    const type = cluster.controlPlane?.machineType;
    const machines = cloudOf(cluster)?.machines;
    if (!isKnown(type) || !machines) return [];
    const path = ["controlPlane", "machineType"];
    if (!machines.isType(type)) return [error(path, `must be ${machines.format}, got ${shown(type)}`)];
    const vcpus = machines.vcpusOf(type);
    return vcpus !== undefined && vcpus < 2
      ? [error(path, `must have at least 2 vCPUs, ${type} has ${vcpus}`)]
      : [];
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
