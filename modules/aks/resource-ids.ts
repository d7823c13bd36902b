/**
 * Ids of Azure's resources, by their kind: the provider's namespace, then types and names in turn. Azure itself does not tell upper
 * from lower case in them; the Terraform provider does.
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

/** A kind of resource that is named by its id. */
export type ResourceKind = keyof typeof resourceTypes;

/** What is wrong with an id of a kind, and what would be right; undefined when nothing is. */
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

/** A name in an id. */
const any = "…";
