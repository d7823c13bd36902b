import { Fn, Token } from "cdktf";
import { hclString } from "../cluster/encode";
import { isUnresolved } from "../cluster/tokens";

/**
 * Ids of resources by kind: the namespace of the resource provider, then types and names alternately. Azure ignores the case of ids;
 * the Terraform provider does not.
 */
export const resourceTypes = {
  "virtual network": "Microsoft.Network/virtualNetworks",
  subnet: "Microsoft.Network/virtualNetworks/subnets",
  "public address": "Microsoft.Network/publicIPAddresses",
  "prefix of public addresses": "Microsoft.Network/publicIPPrefixes",
  "route table": "Microsoft.Network/routeTables",
  "application security group": "Microsoft.Network/applicationSecurityGroups",
  "application gateway": "Microsoft.Network/applicationGateways",
  "proximity placement group": "Microsoft.Compute/proximityPlacementGroups",
  "capacity reservation group": "Microsoft.Compute/capacityReservationGroups",
  "group of dedicated hosts": "Microsoft.Compute/hostGroups",
  "snapshot of a node pool": "Microsoft.ContainerService/snapshots",
  "container registry": "Microsoft.ContainerRegistry/registries",
  "user-assigned identity": "Microsoft.ManagedIdentity/userAssignedIdentities",
  "Key Vault": "Microsoft.KeyVault/vaults",
  "Log Analytics workspace": "Microsoft.OperationalInsights/workspaces",
  "private DNS zone": "Microsoft.Network/privateDnsZones",
} as const;

/** A kind of resource. */
export type ResourceKind = keyof typeof resourceTypes;

/** The problem of an id of a kind, with the expected form; undefined if the id is valid. */
export function resourceIdFault(kind: ResourceKind, id: string): string | undefined {
  const [namespace, ...types] = resourceTypes[kind].split("/");
  const right = ["", "subscriptions", any, "resourceGroups", any, "providers", namespace].concat(
    types.flatMap((type) => [type, any]),
  );
  const parts = id.split("/");
  const fits = (same: (part: string, fixed: string) => boolean): boolean =>
    parts.length === right.length &&
    right.every((fixed, i) => (fixed === any ? parts[i] !== "" : same(parts[i], fixed)));

  if (fits((part, fixed) => part === fixed)) return undefined;
  if (fits((part, fixed) => part.toLowerCase() === fixed.toLowerCase())) {
    const corrected = right.map((fixed, i) => (fixed === any ? parts[i] : fixed));
    return `must have the upper and lower case that Terraform's provider expects: ${corrected.join("/")}`;
  }
  const article = kind === "application security group" || kind === "application gateway" ? "an" : "a";
  return `must be the id of ${article} ${kind} (${right.join("/")}), got ${JSON.stringify(id)}`;
}

/** Placeholder of a name in an id. */
const any = "…";

/** A part of an id between slashes, for arguments: of the id of a resource, 4 is the resource group and 8 the name. */
export function partIn(id: string, index: number): string {
  // CDKTF does not resolve a token in the text of an expression, and does not know a reference in a text.
  if (Token.isUnresolved(id)) return Token.asString(Fn.element(Fn.split("/", id), index));
  return isUnresolved(id) ? `\${element(split("/", ${hclString(id)}), ${index})}` : id.split("/")[index];
}

/** The id of the resource group of a resource. */
export function groupIdOf(id: string): string {
  return isUnresolved(id)
    ? Fn.join("/", Fn.slice(Fn.split("/", id), 0, 5))
    : id.split("/").slice(0, 5).join("/");
}

/** The last part of an id; the whole id if it is a reference. */
export function nameIn(id: string): string {
  return id.includes("${") ? id : id.slice(id.lastIndexOf("/") + 1);
}

/** The parts of an id from its resource group on, which distinguish resources of the same name; the whole of an id of another form. */
export function placeIn(id: string): string {
  return id.replace(/^\/subscriptions\/[^/]+\/resourceGroups\//i, "").replaceAll(/\/providers\/[^/]+/gi, "");
}
