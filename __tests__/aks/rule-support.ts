import type {
  AksAccessSpec,
  AksClusterProps,
  AksEgress,
  AksEncryptionSpec,
  AksExistingNetwork,
  AksGrant,
  AksLoadBalancingSpec,
  AksNetworkSpec,
  AksNodeGroupSpec,
  AksNodeUpgradeSpec,
  AksObservabilitySpec,
  AksOptions,
  AksStorageSpec,
  AksUpgradesSpec,
} from "../../modules/aks/spec";
import type { RuleCases } from "../cluster/rule-cases";

export type AksRuleCases = RuleCases<AksClusterProps>;

/** The day for which versions are checked. */
export const today = new Date("2026-11-23T12:00:00Z");

/** Object ids of Entra ID. */
export const admin = "11111111-2222-3333-4444-555555555555";
export const other = "99999999-8888-7777-6666-555555555555";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop/providers";
export const vnet = `${subscription}/Microsoft.Network/virtualNetworks/shop`;
export const subnet = (name: string): string => `${vnet}/subnets/${name}`;
export const registry = `${subscription}/Microsoft.ContainerRegistry/registries/shop`;
export const vault = `${subscription}/Microsoft.KeyVault/vaults/shop`;
export const dnsZone = `${subscription}/Microsoft.Network/dnsZones/example.com`;
export const privateZone = (name: string): string =>
  `${subscription}/Microsoft.Network/privateDnsZones/${name}`;
export const blobs = `${subscription}/Microsoft.Storage/storageAccounts/shop/blobServices/default/containers/models`;
export const workspace = `${subscription}/Microsoft.OperationalInsights/workspaces/shop`;
export const identity = `${subscription}/Microsoft.ManagedIdentity/userAssignedIdentities/shop`;
export const proximity = `${subscription}/Microsoft.Compute/proximityPlacementGroups/shop`;
export const certificate = Buffer.from(
  "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
).toString("base64");
export const key = "https://shop.vault.azure.net/keys/aks";
export const keyVersion = `${key}/0123456789abcdef0123456789abcdef`;

/** A valid cluster with some changes. */
export function cluster(patch: Partial<AksClusterProps> = {}): AksClusterProps {
  return {
    name: "production-shop",
    region: "westeurope",
    kubernetesVersion: "1.35",
    access: { admins: [admin] },
    nodeGroups: [group()],
    ...patch,
  };
}

/** A valid node group with some changes. */
export function group(patch: Partial<AksNodeGroupSpec> = {}): AksNodeGroupSpec {
  return { name: "workers", machineTypes: ["Standard_D4ds_v5"], size: { min: 3, max: 10 }, ...patch };
}

/** The system node group, and another one with some changes. */
export const withGroup = (patch: Partial<AksNodeGroupSpec>): AksClusterProps =>
  cluster({ nodeGroups: [group({ name: "system", mode: "system" }), group(patch)] });

export const withGroups = (...patches: Partial<AksNodeGroupSpec>[]): AksClusterProps =>
  cluster({ nodeGroups: patches.map(group) });

export const withNetwork = (network: AksNetworkSpec): AksClusterProps => cluster({ network });

export const withEgress = (egress: AksEgress): AksClusterProps => withNetwork({ egress });

export const withAccess = (access: Partial<AksAccessSpec>): AksClusterProps =>
  cluster({ access: { admins: [admin], ...access } });

export const withStorage = (storage: AksStorageSpec): AksClusterProps => cluster({ storage });

export const withEncryption = (encryption: AksEncryptionSpec): AksClusterProps => cluster({ encryption });

export const withUpgrades = (upgrades: AksUpgradesSpec): AksClusterProps => cluster({ upgrades });

export const withUpgrade = (upgrade: AksNodeUpgradeSpec): AksClusterProps => withGroup({ upgrade });

export const withObservability = (observability: AksObservabilitySpec): AksClusterProps =>
  cluster({ observability });

export const withLoadBalancing = (loadBalancing: AksLoadBalancingSpec): AksClusterProps =>
  cluster({ loadBalancing });

export const withOptions = (aks: AksOptions): AksClusterProps => cluster({ aks });

export const withGrants = (...grants: AksGrant[]): AksClusterProps =>
  cluster({ workloadIdentities: [{ namespace: "shop", serviceAccount: "orders", grants }] });

/** Settings without programs that need egress. */
export const isolated = {
  observability: { containerInsights: false },
  aks: { azurePolicy: false, costAnalysis: false },
} as const satisfies Partial<AksClusterProps>;

/** A cluster without egress, and without programs that need it. */
export const withoutEgress = (network: AksNetworkSpec = {}): AksClusterProps =>
  cluster({ network: { ...network, egress: { type: "none", registryId: registry } }, ...isolated });

/** A connected network with a firewall. */
export const hub = { name: "hub", networkId: `${vnet}-hub` } as const;

/** Egress through the firewall of the connected network. */
export const routed: AksNetworkSpec = {
  egress: { type: "route-table", nextHopAddress: "10.200.0.4" },
  peerings: [hub],
};

/** An existing network. */
export const existing: AksExistingNetwork = {
  vnetId: vnet,
  nodeSubnetId: subnet("nodes"),
  nodeSubnetCidr: "10.1.0.0/22",
  apiServerSubnetId: subnet("api"),
};

export const withExisting = (
  patch: Partial<AksExistingNetwork> = {},
  network: AksNetworkSpec = {},
): AksClusterProps => withNetwork({ ...network, existing: { ...existing, ...patch } });

export const addOnsOnly = { key: "CriticalAddonsOnly", value: "true", effect: "NoSchedule" } as const;

/** A reference to a variable. */
export const variable = "${var.some}" as never;
