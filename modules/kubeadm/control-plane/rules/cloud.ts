import { error, warning } from "../../../cluster/problem";
import { defineRules, forEachGroup, isKnown, isWhole, shown } from "../../../cluster/rules/rule";
import { regionAdvice } from "../../../cluster/rules/zones";
import { cloudOf } from "../../clouds";
import { defaults } from "../../fields.generated";
import { privateHasNat } from "../../network/private-nat";
import type { KubeadmClusterProps } from "../../spec";
import { slotName, machinesOf } from "../slots";
import { limits } from "../../limits";

/** The value of a field; undefined if it is omitted, or below a reference. */
const valueAt = (cluster: KubeadmClusterProps, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (owner, key) => (isKnown(owner) ? (owner as Record<string, unknown>)[key] : undefined),
      cluster,
    );

export const rules = defineRules<KubeadmClusterProps>("kubeadm/control-plane", {
  /**
  /**
   * Fields have an effect on the cloud of the cluster. docs/kubeadm.md has the table of differences.
   *
   * @remarks Decision of this project: a field without effect is refused, never accepted.
   */
  "field-of-cloud"(cluster) {
    const cloud = cloudOf(cluster);
    return Object.entries(cloud?.refused ?? {}).flatMap(([path, reason]) => {
      const value = valueAt(cluster, path);
      return value === undefined || value === false
        ? []
        : [error(path.split("."), `has no effect on ${cloud!.title}: ${reason}`)];
    });
  },

  /**
   * A value of a field has its own meaning on the cloud of the cluster.
   *
   * @remarks Decision of this project: two values with the same effect are one value.
   */
  "value-of-cloud"(cluster) {
    const cloud = cloudOf(cluster);
    return Object.entries(cloud?.refusedValues ?? {}).flatMap(([path, reasons]) => {
      // Another rule asks to remove the field.
      if (path === "network.nat" && privateHasNat(cluster)) return [];
      const value = valueAt(cluster, path);
      return typeof value === "string" && Object.hasOwn(reasons, value)
        ? [error(path.split("."), `must not be ${shown(value)} on ${cloud!.title}: ${reasons[value]}`)]
        : [];
    });
  },

  /**
   * The oldest provider version has three parts and is of a supported major.
   *
   * @remarks Decision of this project: the bindings are generated from one version of the provider.
   */
  "provider-minimum"(cluster) {
    const version = cluster.kubeadm?.providerMinimum;
    const problem = isKnown(version) ? cloudOf(cluster)?.providerProblem?.(version) : undefined;
    return problem === undefined ? [] : [error(["kubeadm", "providerMinimum"], problem)];
  },

  /**
   * Tags have the syntax of the cloud: on Google Cloud they are labels, with lower-case letters, digits, `-` and `_`; Azure has limits and
   * reserved keys.
   *
   * @see https://cloud.google.com/resource-manager/docs/labels-overview#requirements
   * @see https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations
   */
  "tag-syntax"(cluster) {
    const cloud = cloudOf(cluster);
    if (!cloud?.tagProblems) return [];
    return [
      ...cloud.tagProblems(["tags"], cluster.tags),
      ...forEachGroup(cluster, ({ tags }, group) => cloud.tagProblems!([...group, "tags"], tags)),
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
   * @see https://learn.microsoft.com/azure/reliability/regions-list
   */
  "region-known"(cluster) {
    const { region } = cluster;
    const cloud = cloudOf(cluster);
    if (!isKnown(region) || !cloud) return [];
    const { title, regions } = cloud;
    if (regions.zonesOf(region)) return [];
    // The rule zones-known reports the region.
    const zones = cluster.network?.zones ?? defaults["network.zones"];
    if (regions.isName(region) && isWhole(zones, 1) && !regions.defaultZones(region, 1)) return [];
    const advice = regionAdvice(region, regions.names());
    return regions.isName(region)
      ? [warning(["region"], `${shown(region)} is not a known region of ${title}${advice}`)]
      : [
          error(
            ["region"],
            `must be a region of ${title} such as ${regions.example}, got ${shown(region)}${advice}`,
          ),
        ];
  },
});
