import type { KubernetesClusterConfig } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { Fn, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { inputOf } from "../../cluster/inputs";
import { defaults } from "../fields.generated";
import type { ClusterNetwork } from "../network/cluster-network";
import type { AksClusterProps } from "../spec";
import { apiAccessOf } from "./settings";

/** Authentication and authorization, as arguments of the cluster: Entra ID with Azure RBAC, and no local accounts. */
export function authenticationArguments({
  access,
  aks = {},
}: AksClusterProps): Partial<KubernetesClusterConfig> {
  return {
    roleBasedAccessControlEnabled: true,
    localAccountDisabled: true,
    // The provider requires a tenant or groups; for an empty tenant it uses that of the subscription.
    azureActiveDirectoryRoleBasedAccessControl: { tenantId: access.tenantId ?? "", azureRbacEnabled: true },
    runCommandEnabled: aks.runCommand ?? defaults["aks.runCommand"],
    oidcIssuerEnabled: true,
    workloadIdentityEnabled: true,
  };
}

/** Reachability of the API server, as arguments of the cluster. Nodes that use its public address are allowed. */
export function apiServerArguments(
  scope: IConstruct,
  { access }: AksClusterProps,
  network: ClusterNetwork,
  privateDnsZoneId: string | undefined,
): Partial<KubernetesClusterConfig> {
  const { isPrivate, inNetwork } = apiAccessOf(access);
  const nodes = inNetwork ? [] : network.egressAddresses.map((address) => Fn.join("", [address, "/32"]));
  return {
    privateClusterEnabled: isPrivate,
    privateClusterPublicFqdnEnabled: isPrivate
      ? (access.publicFqdn ?? defaults["access.publicFqdn"])
      : undefined,
    privateDnsZoneId,
    apiServerAccessProfile:
      isPrivate && !inNetwork
        ? undefined
        : {
            authorizedIpRanges: isPrivate ? undefined : authorizedRanges(scope, access.publicFrom!, nodes),
            ...(inNetwork && {
              virtualNetworkIntegrationEnabled: true,
              subnetId: network.apiServerSubnetId,
            }),
          },
  };
}

/** Ranges of people and pipelines, and the addresses of nodes. */
function authorizedRanges(scope: IConstruct, publicFrom: readonly string[], nodes: string[]): string[] {
  const ranges = [...inputOf(scope, "access.publicFrom", publicFrom)];
  if (nodes.length === 0) return ranges;
  return Token.isUnresolved(ranges) ? Fn.concat([ranges, nodes]) : [...ranges, ...nodes];
}
