import { keyError, type Finding, type Path } from "../../../cluster/problem";
import { defineRules, entries, forEachGroup, isKnown, knownEntries } from "../../../cluster/rules/rule";
import {
  addressClashes,
  type AddressName,
  nodePoolNames,
  principalNames,
} from "../../../cluster/terraform-addresses";
import { identityFields } from "../../add-ons/other-add-ons";
import { fullName } from "../../identity/service-accounts";
import type { EksClusterProps, EksNodeGroupSpec } from "../../spec";

export const rules = defineRules<EksClusterProps>("eks/control-plane", {
  /**
   * Names of node groups, keys of labels, principals of access entries, and service accounts of an add-on differ in more than
   * punctuation: a Terraform address keeps only letters and digits of a name.
   *
   * @remarks Decision of this project: addresses are readable, without hashes.
   */
  "terraform-addresses-unique"(cluster, { zones = [] }) {
    return [
      ...nodeGroupClashes(cluster, zones),
      ...labelClashes(cluster),
      ...accessEntryClashes(cluster),
      ...identityClashes(cluster),
    ];
  },

  /**
   * The policies of a role do not share a Terraform address.
   *
   * @remarks Decision of this project: Terraform addresses are readable and contain no hashes.
   */
  "policy-addresses"(cluster) {
    const { workloadIdentities, eks } = cluster;
    const capabilities = entries(Object.entries(isKnown(eks) ? (eks.capabilities ?? {}) : {}));
    const workloads = entries(workloadIdentities).map(
      ([i, workload]) => [["workloadIdentities", i], workload] as const,
    );
    return [
      ...[...workloads, ...identityFields(cluster)].flatMap(([path, identity]) =>
        isKnown(identity)
          ? policyClashes([...path, "policyArns"], identity.policyArns, /^arn:.*?:policy\//)
          : [],
      ),
      ...policyClashes(["eks", "nodeRolePolicyArns"], eks?.nodeRolePolicyArns, /^arn:.*?:policy\//),
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

/** Access entries next to the principals of `access`, whose own clashes another rule reports; and the policies of each entry. */
function accessEntryClashes({ access, eks }: EksClusterProps): Finding[] {
  const principals = entries(eks?.accessEntries).filter(([, { principal }]) => isKnown(principal));
  const own = principals.flatMap(([i, { principal, policies }]): AddressName[] => [
    { name: principal, path: ["eks", "accessEntries", i, "principal"] },
    ...entries(policies).flatMap(([j, { policy }]): AddressName[] =>
      isKnown(policy)
        ? [{ name: `${principal}_${policy}`, path: ["eks", "accessEntries", i, "policies", j, "policy"] }]
        : [],
    ),
  ]);
  return addressClashes([...principalNames(access), ...own]).filter(({ path }) => path[0] === "eks");
}

/** The roles of an add-on: each has the name of its service account. */
function identityClashes(cluster: EksClusterProps): Finding[] {
  return addressClashes(
    identityFields(cluster).flatMap(([path, identity]): AddressName[] =>
      isKnown(identity.namespace) && isKnown(identity.serviceAccount)
        ? [{ name: `${path[2]}/role/${fullName(identity)}`, path, as: fullName(identity) }]
        : [],
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
