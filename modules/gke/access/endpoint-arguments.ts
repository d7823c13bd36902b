import type { ContainerClusterConfig } from "@cdktf/provider-google/lib/container-cluster";
import type { ClusterNetwork } from "../network/cluster-network";
import type { AnyGkeClusterProps } from "../spec";
import { endpointsOf } from "./endpoints";
import { defaults } from "../fields.generated";

/** Arguments of the API server's endpoints. Each is set explicitly: the provider does not reset omitted ones. */
export function endpointArguments(
  props: AnyGkeClusterProps,
  network: ClusterNetwork,
): Partial<ContainerClusterConfig> {
  const { access } = props;
  const { ip, public: isPublic, dns } = endpointsOf(props);
  const address = access.endpointAddress ?? {};
  return {
    controlPlaneEndpointsConfig: {
      dnsEndpointConfig: { allowExternalTraffic: dns },
      ipEndpointsConfig: { enabled: ip },
    },
    privateClusterConfig: {
      enablePrivateNodes: (props.network?.nodeAddresses ?? defaults["network.nodeAddresses"]) === "private",
      enablePrivateEndpoint: !isPublic,
      masterIpv4CidrBlock: address.peeringCidr,
      privateEndpointSubnetwork: network.endpointSubnetworkId ?? address.subnetwork,
      masterGlobalAccessConfig: { enabled: access.globalAccess ?? defaults["access.globalAccess"] },
    },
    // If omitted, every address is allowed. Without ranges, only the subnet is allowed.
    masterAuthorizedNetworksConfig: ip
      ? {
          gcpPublicCidrsAccessEnabled: access.googleCloud ?? defaults["access.googleCloud"],
          privateEndpointEnforcementEnabled: true,
          cidrBlocks: [
            ...(access.publicFrom ?? defaults["access.publicFrom"]),
            ...(access.privateFrom ?? defaults["access.privateFrom"]),
          ].map((cidrBlock) => ({
            cidrBlock,
          })),
        }
      : undefined,
    authenticatorGroupsConfig:
      access.securityGroup === undefined ? undefined : { securityGroup: access.securityGroup },
  };
}
