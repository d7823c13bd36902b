import type { ContainerClusterConfig } from "@cdktf/provider-google/lib/container-cluster";
import { Fn, TerraformIterator, Token } from "cdktf";
import type { IConstruct } from "constructs";
import { inputOf } from "../../cluster/inputs";
import type { ClusterNetwork } from "../network/cluster-network";
import type { AnyGkeClusterProps } from "../spec";
import { endpointsOf } from "./endpoints";
import { defaults } from "../fields.generated";

/** Arguments of the API server's endpoints. Each is set explicitly: the provider does not reset omitted ones. */
export function endpointArguments(
  scope: IConstruct,
  props: AnyGkeClusterProps,
  network: ClusterNetwork,
): Partial<ContainerClusterConfig> {
  const { access } = props;
  const { ip, public: isPublic, dns } = endpointsOf(props);
  const address = inputOf(scope, "access.endpointAddress", access.endpointAddress ?? {});
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
      // Without IP endpoints GKE turns it off.
      masterGlobalAccessConfig: { enabled: ip && (access.globalAccess ?? defaults["access.globalAccess"]) },
    },
    // If omitted, every address is allowed. Without ranges, only the subnet is allowed.
    masterAuthorizedNetworksConfig: ip
      ? {
          gcpPublicCidrsAccessEnabled: access.googleCloud ?? defaults["access.googleCloud"],
          privateEndpointEnforcementEnabled: true,
          cidrBlocks: authorizedNetworks(scope, access),
        }
      : undefined,
    authenticatorGroupsConfig:
      access.securityGroup === undefined
        ? undefined
        : { securityGroup: access.securityGroup === "none" ? "" : access.securityGroup },
  };
}

/** One block for each range. In a module the number of ranges is the caller's, so that Terraform writes the blocks. */
function authorizedNetworks(
  scope: IConstruct,
  {
    publicFrom = defaults["access.publicFrom"],
    privateFrom = defaults["access.privateFrom"],
  }: AnyGkeClusterProps["access"],
): NonNullable<ContainerClusterConfig["masterAuthorizedNetworksConfig"]>["cidrBlocks"] {
  const lists = [
    inputOf(scope, "access.publicFrom", publicFrom),
    inputOf(scope, "access.privateFrom", privateFrom),
  ];
  if (!lists.some((list) => Token.isUnresolved(list))) {
    return lists.flat().map((cidrBlock) => ({ cidrBlock }));
  }
  const each = TerraformIterator.fromList(Fn.concat(lists));
  return each.dynamic({ cidr_block: each.value });
}
