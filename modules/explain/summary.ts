import { counted } from "./counted";
import { range } from "./billing";
import type { Access, BilledUnits, NodeGroup } from "./model";
import type { ExplainedCluster, PlatformFacts } from "./platform";
import type { Stack } from "./stack";

interface Parts {
  readonly cluster: ExplainedCluster;
  readonly facts: PlatformFacts;
  readonly stack: Stack;
  readonly zones: readonly string[];
  readonly nodeGroups: readonly NodeGroup[];
  readonly access: Access;
  readonly billing: readonly BilledUnits[];
  readonly minutes: number;
}

/** One paragraph of plain text. */
export function summaryOf(parts: Parts): string {
  const { cluster, facts, stack, zones, billing, minutes } = parts;
  const place =
    zones.length > 0
      ? `${cluster.region}, in ${zones.length === 1 ? "zone" : "zones"} ${listed(zones)}`
      : `${cluster.region}`;
  const kinds = billing.filter(({ kind }) => !/^(machine |disks )/.test(kind)).map(({ of }) => of);
  return [
    `${cluster.name} is a Kubernetes ${cluster.kubernetesVersion} cluster on ${facts.service} in ${place}.`,
    workers(parts),
    `The API server is reachable ${facts.apiReach(cluster, stack)}.`,
    people(parts.access),
    `Terraform creates ${counted(stack.resources.length, "resource")} in about ${counted(Math.ceil(minutes), "minute")}.`,
    kinds.length > 0 ? `In addition to its nodes and their disks, the cloud bills ${listed(kinds)}.` : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function workers({ nodeGroups }: Parts): string {
  if (nodeGroups.length === 0) return "It has no node groups: the cloud or Karpenter adds nodes for pods.";
  const known = nodeGroups.filter(({ max }) => max !== undefined);
  const sum = (of: "min" | "max") => known.reduce((total, group) => total + (group[of] ?? 0), 0);
  const types = [...new Set(nodeGroups.flatMap(({ machineTypes }) => machineTypes.slice(0, 1)))];
  const names = counted(nodeGroups.length, "node group");
  return `It has ${counted(range(sum("min"), sum("max")), "node")} in ${names} (${listed(types)}).`;
}

function people({ principals }: Access): string {
  const admins = [...new Set(principals.filter(({ isAdmin }) => isAdmin).map(({ name }) => name))];
  if (admins.length === 0) return "No principal is an administrator by the file.";
  return `${listed(admins.slice(0, 3))}${admins.length > 3 ? ` and ${admins.length - 3} more` : ""} ${admins.length === 1 ? "is an administrator" : "are administrators"}.`;
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
