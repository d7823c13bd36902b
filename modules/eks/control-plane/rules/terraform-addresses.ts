import { keyError, type Finding, type Path } from "../../../cluster/problem";
import { defineRules, entries, forEachGroup, isKnown, knownEntries } from "../../../cluster/rules/rule";
import { addressClashes, nodePoolNames } from "../../../cluster/terraform-addresses";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /**
   * Names of node groups and keys of labels differ in more than punctuation: a Terraform address keeps only letters and digits
   * of a name.
   *
   * @remarks Decision of this project: addresses are readable, without hashes.
   */
  "terraform-addresses-unique"(cluster, { zones = [] }) {
    return [...nodeGroupClashes(cluster, zones), ...labelClashes(cluster)];
  },

  /**
   * The policies of a role do not share a Terraform address.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "policy-addresses"({ workloadIdentities, eks }) {
    const addOns = Object.entries(isKnown(eks?.addOns) ? eks.addOns : {});
    const capabilities = entries(Object.entries(isKnown(eks) ? (eks.capabilities ?? {}) : {}));
    return [
      ...knownEntries(workloadIdentities).flatMap(([i, { policyArns }]) =>
        policyClashes(["workloadIdentities", i, "policyArns"], policyArns, /^arn:.*?:policy\//),
      ),
      ...addOns.flatMap(([name, addOn]) =>
        isKnown(addOn)
          ? knownEntries(addOn.identities).flatMap(([i, { policyArns }]) =>
              policyClashes(
                ["eks", "addOns", name, "identities", i, "policyArns"],
                policyArns,
                /^arn:.*?:policy\//,
              ),
            )
          : [],
      ),
      ...capabilities.flatMap(([, [name, capability]]) =>
        isKnown(capability)
          ? policyClashes(["eks", "capabilities", name, "policyArns"], capability.policyArns, /^arn:.*\//)
          : [],
      ),
    ];
  },
});

/** @param prefix - the part of an ARN that is not in the address */
function policyClashes(path: Path, arns: readonly string[] | undefined, prefix: RegExp): Finding[] {
  return addressClashes(
    knownEntries(arns).map(([i, arn]) => ({ name: arn.replace(prefix, ""), path: [...path, i], as: arn })),
  );
}

/** A group with `spread: per-zone` adds the zone to its name, and another group may have the resulting name. */
function nodeGroupClashes(cluster: EksClusterProps, zones: readonly string[]): Finding[] {
  return addressClashes(
    nodePoolNames(cluster.nodeGroups, (group) =>
      group.spread === "per-zone" ? knownEntries(group.zones ?? zones).map(([, zone]) => zone) : [],
    ),
  );
}

/** Labels of groups that the Cluster Autoscaler scales become separate tags. */
function labelClashes(cluster: EksClusterProps): Finding[] {
  if (cluster.autoscaling === "none") return [];
  return forEachGroup<EksNodeGroupSpec>(cluster, ({ labels, size }, group) =>
    isKnown(labels) && typeof size === "object"
      ? addressClashes(
          Object.keys(labels).map((name) => ({ name, path: [...group, "labels", name] })),
          keyError,
        )
      : [],
  );
}
