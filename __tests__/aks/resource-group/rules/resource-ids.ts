import {
  type AksRuleCases,
  admin,
  cluster,
  dnsZone,
  identity,
  privateZone,
  proximity,
  registry,
  subnet,
  variable,
  vault,
  vnet,
  withAccess,
  withEgress,
  withEncryption,
  withExisting,
  withGroup,
  withLoadBalancing,
  withObservability,
  withOptions,
  workspace,
} from "../../rule-support";

const compute = proximity.slice(0, proximity.lastIndexOf("/proximityPlacementGroups"));
const network = vnet.slice(0, vnet.lastIndexOf("/virtualNetworks"));

/** The form of an id of a kind. */
const of = (type: string) => `/subscriptions/…/resourceGroups/…/providers/${type}/…`;

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/resource-group/resource-ids",
    passes: [
      ["nothing", cluster()],
      ["an existing network", withExisting()],
      ["references", withExisting({ nodeSubnetId: variable })],
      ["addresses", withEgress({ type: "load-balancer", ipIds: [`${network}/publicIPAddresses/out`] })],
      ["routes", withEgress({ type: "route-table", routeTableId: `${network}/routeTables/hub` })],
      ["a zone of AKS", withAccess({ privateDnsZone: "system" })],
      ["a zone", withAccess({ privateDnsZone: privateZone("private.westeurope.azmk8s.io") })],
      ["a workspace", withObservability({ workspaceId: workspace })],
      ["a vault", withEncryption({ keyVaultId: vault, disksKeyVaultId: vault })],
      [
        "registries and identities",
        withOptions({
          registries: [registry],
          identities: { controlPlane: { id: identity, principalId: admin } },
        }),
      ],
      [
        "a group with all of them",
        withGroup({
          snapshotId: `${compute.replace("Compute", "ContainerService")}/snapshots/golden`,
          placement: {
            proximityPlacementGroupId: proximity,
            capacityReservationGroupId: `${compute}/capacityReservationGroups/shop`,
            hostGroupId: `${compute}/hostGroups/shop`,
          },
          publicAddress: {
            prefixId: `${network}/publicIPPrefixes/nodes`,
            applicationSecurityGroupIds: [`${network}/applicationSecurityGroups/web`],
          },
        }),
      ],
    ],
    fails: [
      [
        "names in an existing network",
        withExisting({ vnetId: "shop", nodeSubnetId: vnet }),
        `error network.existing.vnetId: must be the id of a virtual network (${of("Microsoft.Network/virtualNetworks")}), got "shop"`,
        `error network.existing.nodeSubnetId: must be the id of a subnet (${of("Microsoft.Network/virtualNetworks")}/subnets/…), got "${vnet}"`,
      ],
      [
        "letters that Azure would take and the provider does not",
        withExisting({ nodeSubnetId: subnet("Nodes").replace("resourceGroups", "resourcegroups") }),
        `error network.existing.nodeSubnetId: must have the upper and lower case that Terraform's provider expects: ${subnet("Nodes")}`,
      ],
      [
        "names in an egress",
        withEgress({ type: "load-balancer", prefixIds: ["out"] }),
        `error network.egress.prefixIds[0]: must be the id of a prefix of public addresses (${of("Microsoft.Network/publicIPPrefixes")}), got "out"`,
      ],
      [
        "a name of a route table",
        withEgress({ type: "route-table", routeTableId: "hub" }),
        `error network.egress.routeTableId: must be the id of a route table (${of("Microsoft.Network/routeTables")}), got "hub"`,
      ],
      [
        "a name of a registry",
        withEgress({ type: "none", registryId: "shop" }),
        `error network.egress.registryId: must be the id of a container registry (${of("Microsoft.ContainerRegistry/registries")}), got "shop"`,
      ],
      [
        "names in a group",
        withGroup({ placement: { hostGroupId: "shop" }, snapshotId: "golden" }),
        `error nodeGroups[1].placement.hostGroupId: must be the id of a group of dedicated hosts (${of("Microsoft.Compute/hostGroups")}), got "shop"`,
        `error nodeGroups[1].snapshotId: must be the id of a snapshot of a node pool (${of("Microsoft.ContainerService/snapshots")}), got "golden"`,
      ],
      [
        "a name of a gateway",
        withLoadBalancing({ applicationGateway: { gatewayId: "shop" } }),
        `error loadBalancing.applicationGateway.gatewayId: must be the id of an application gateway (${of("Microsoft.Network/applicationGateways")}), got "shop"`,
      ],
      [
        "names of vaults, a workspace, an identity",
        cluster({
          encryption: { keyVaultId: "vault" },
          observability: { workspaceId: "logs" },
          aks: { identities: { controlPlane: { id: "shop", principalId: admin } } },
        }),
        `error encryption.keyVaultId: must be the id of a Key Vault (${of("Microsoft.KeyVault/vaults")}), got "vault"`,
        `error observability.workspaceId: must be the id of a Log Analytics workspace (${of("Microsoft.OperationalInsights/workspaces")}), got "logs"`,
        `error aks.identities.controlPlane.id: must be the id of a user-assigned identity (${of("Microsoft.ManagedIdentity/userAssignedIdentities")}), got "shop"`,
      ],
      [
        "a public zone for a private name",
        withAccess({ privateDnsZone: dnsZone }),
        `error access.privateDnsZone: must be the id of a private DNS zone (${of("Microsoft.Network/privateDnsZones")}), got "${dnsZone}"`,
      ],
    ],
  },
];
