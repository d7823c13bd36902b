import { error, warning } from "../../../cluster/problem";
import { defineRules, isKnown, shown } from "../../../cluster/rules/rule";
import { cloudOf } from "../../clouds";
import type { KubeadmClusterProps } from "../../spec";
import { slotName, machinesOf } from "../slots";
import { limits } from "../../limits";

export const rules = defineRules<KubeadmClusterProps>("kubeadm/control-plane", {
  /**
   * The machines are on AWS. Azure and Google Cloud have no adapter yet.
   *
   * @remarks Decision of this project: a cloud is refused until its adapter exists, so that no file is accepted without effect.
   */
  "cloud-supported"({ cloud }) {
    if (!isKnown(cloud) || cloudOf({ cloud })) return [];
    const managed = cloud === "azure" ? "aks" : "gke";
    return [
      error(
        ["cloud"],
        `kubeadm clusters are supported on aws only, got ${shown(cloud)}; platform: ${managed} is the managed service of this cloud`,
      ),
    ];
  },

  /**
   * The name starts with a lower-case letter and has lower-case letters, digits and `-`. It and the names of machines are labels of DNS
   * names, at most 63 characters.
   *
   * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-label-names
   */
  "cluster-name"(cluster) {
    const { name } = cluster;
    if (!isKnown(name)) return [];
    if (!/^[a-z][a-z0-9-]*$/.test(name) || name.endsWith("-")) {
      return [
        error(
          ["name"],
          `must start with a lower-case letter, hold lower-case letters, digits and "-", and not end in "-", got ${shown(name)}`,
        ),
      ];
    }
    const most = limits.dnsLabel - (slotName("", 0).length + String(machinesOf(cluster) - 1).length - 1);
    return name.length <= most
      ? []
      : [error(["name"], `must have at most ${most} characters, ${shown(name)} has ${name.length}`)];
  },

  /**
   * The region is one of the known regions of the cloud. A valid name outside the table may be new or misspelled.
   *
   * @see https://docs.aws.amazon.com/general/latest/gr/ec2-service.html
   * @see https://cloud.google.com/compute/docs/regions-zones
   */
  "region-known"(cluster) {
    const { region } = cluster;
    const cloud = cloudOf(cluster);
    if (!isKnown(region) || !cloud) return [];
    const { title, regions } = cloud;
    if (regions.zonesOf(region)) return [];
    return regions.isName(region)
      ? [
          warning(
            ["region"],
            `${shown(region)} is not a known region of ${title}; known are ${regions.names().slice(0, 3).join(", ")} and others`,
          ),
        ]
      : [error(["region"], `must be a region of ${title} such as ${regions.example}, got ${shown(region)}`)];
  },
});
