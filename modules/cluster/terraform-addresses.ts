import { addressPart } from "./names";
import { error, formatPath, type Path, type Finding } from "./problem";
import { entries, isKnown, knownEntries } from "./rules/rule";
import { shown } from "./values";
import type { AccessSpec, NodeGroupSpec, WorkloadIdentitySpec } from "./vocabulary";

/** A name that becomes a part of a Terraform address. */
export interface AddressName {
  readonly name: string;

  /** The field that sets it. */
  readonly path: Path;

  /** The name in messages, if `name` is derived from it. */
  readonly as?: string;
}

/**
 * An error for each field whose name has the same Terraform address as an earlier one: addresses keep only letters and digits of a
 * name. Equal names are not reported; other rules report duplicates.
 *
 * @param report - `keyError` if the names are keys of a map
 */
export function addressClashes(names: readonly AddressName[], report = error): Finding[] {
  const owners = new Map<string, string>();
  const reported = new Set<string>();
  return names.flatMap(({ name, path, as = name }) => {
    const part = addressPart(name);
    const owner = owners.get(part) ?? as;
    owners.set(part, owner);
    const field = formatPath(path);
    if (owner === as || reported.has(field)) return [];
    reported.add(field);
    const message = `${shown(as)} and ${shown(owner)} would have the same Terraform address; rename one of them`;
    return [report(path, message)];
  });
}

/** The principals of a cluster: each has an access entry, role assignment or binding under its name. */
export function principalNames({ admins, editors, viewers }: AccessSpec): AddressName[] {
  const granted = (level: string, grants: AccessSpec["editors"]): AddressName[] =>
    entries(grants).flatMap(([i, { principal }]) =>
      isKnown(principal) ? [{ name: principal, path: ["access", level, i, "principal"] }] : [],
    );
  return [
    ...knownEntries(admins).map(([i, name]): AddressName => ({ name, path: ["access", "admins", i] })),
    ...granted("editors", editors),
    ...granted("viewers", viewers),
  ];
}

/** The workload identities of a cluster: each has resources under its namespace and service account. */
export function workloadNames(workloads: readonly WorkloadIdentitySpec[] | undefined): AddressName[] {
  return knownEntries(workloads).flatMap(([i, { namespace, serviceAccount }]) =>
    isKnown(namespace) && isKnown(serviceAccount)
      ? [{ name: `${namespace}/${serviceAccount}`, path: ["workloadIdentities", i] }]
      : [],
  );
}

/**
 * The node groups of a cluster and their node pools, whose addresses have the name of the group and a suffix.
 *
 * @param suffixesOf - the suffixes of the node pools of a group
 */
export function nodePoolNames<Group extends NodeGroupSpec>(
  groups: readonly Group[],
  suffixesOf: (group: Group) => readonly string[],
): AddressName[] {
  return entries(groups).flatMap(([i, group]) => {
    const { name } = group;
    if (!isKnown(name)) return [];
    const names = [name, ...suffixesOf(group).map((suffix) => `${name}-${suffix}`)];
    return names.map((pool) => ({ name: pool, path: ["nodeGroups", i, "name"], as: name }));
  });
}
