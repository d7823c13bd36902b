import { architectureOf, instanceType } from "../../../aws/machine-types";
import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import type { KubeadmClusterProps } from "../../spec";
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
   * Control-plane machines are an EC2 instance type with at least 2 vCPUs.
   *
   * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/install-kubeadm/#before-you-begin
   */
  "machine-type"({ controlPlane, cloud }) {
    const type = controlPlane?.machineType;
    if (!isKnown(type) || cloud !== "aws") return [];
    const path = ["controlPlane", "machineType"];
    if (architectureOf(type) === undefined) {
      return [error(path, `must be an EC2 instance type such as m7i.large, got ${shown(type)}`)];
    }
    const vcpus = instanceType(type)?.vcpus;
    return vcpus !== undefined && vcpus < 2
      ? [error(path, `must have at least 2 vCPUs, ${type} has ${vcpus}`)]
      : [];
  },

  /**
   * Terraform waits 5 to 120 minutes for a machine: a lifecycle hook lasts at most two hours.
   *
   * @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutLifecycleHook.html
   */
  timeout({ controlPlane }) {
    const minutes = controlPlane?.timeoutMinutes;
    if (!isKnown(minutes) || isWhole(minutes, 5, 120)) return [];
    return [
      error(
        ["controlPlane", "timeoutMinutes"],
        `must be a whole number from 5 to 120, got ${shown(minutes)}`,
      ),
    ];
  },

  /**
   * The system disk has 20 to 16384 GiB.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
   */
  "system-disk"({ controlPlane }) {
    const size = controlPlane?.disk?.sizeGiB;
    if (!isKnown(size) || isWhole(size, 20, 16_384)) return [];
    return [
      error(
        ["controlPlane", "disk", "sizeGiB"],
        `must be a whole number from 20 to 16384, got ${shown(size)}`,
      ),
    ];
  },

  /**
   * The image is the id of an Amazon machine image.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/finding-an-ami.html
   */
  "image-id"({ controlPlane, cloud }) {
    const id = controlPlane?.image?.id;
    if (!isKnown(id) || cloud !== "aws" || /^ami-[0-9a-f]{8,17}$/.test(id)) return [];
    return [
      error(["controlPlane", "image", "id"], `must be an id such as ami-0123456789abcdef0, got ${shown(id)}`),
    ];
  },
});
