import { knownEntries } from "../../cluster/rules/rule";
import type { ContainerClusterConfig } from "@cdktf/provider-google/lib/container-cluster";
import { Cidr, privateRanges } from "../../cluster/addresses";
import { isUnresolved } from "../../cluster/tokens";
import type { ClusterNetwork } from "../network/network";
import type { AnyGkeClusterProps } from "../spec";

/** How the API server can be reached. */
export interface Endpoints {
  /** By addresses at all. */
  readonly ip: boolean;

  /** By an address in the internet. */
  readonly public: boolean;

  /** By a name, from everywhere, for those whom IAM lets. */
  readonly dns: boolean;
}

/** Which ways to the API server a description opens. */
export function endpointsOf({
  access,
  network = {},
}: Pick<AnyGkeClusterProps, "access" | "network">): Endpoints {
  const ip = access.ipEndpoint ?? true;
  const isOpen =
    knownEntries(access.publicFrom).some(([, range]) => !isPrivate(range)) || access.googleCloud === true;
  return { ip, public: ip && isOpen, dns: access.dnsEndpoint ?? network.private !== true };
}

/** What only Terraform knows counts as public: whoever says `publicFrom` means a public address. */
function isPrivate(range: string): boolean {
  if (isUnresolved(range)) return false;
  const cidr = Cidr.parse(range);
  return cidr !== undefined && privateRanges.some((all) => all.contains(cidr));
}

/** The ways to the API server, each said with what it is: what is left out stays as it was. */
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
      enablePrivateNodes: (props.network?.nodeAddresses ?? "private") === "private",
      enablePrivateEndpoint: !isPublic,
      masterIpv4CidrBlock: address.peeringCidr,
      privateEndpointSubnetwork: network.endpointSubnetworkId ?? address.subnetwork,
      masterGlobalAccessConfig: { enabled: access.globalAccess ?? true },
    },
    // Left out it means that everyone may come; without ranges, the subnet alone. Addresses that are off let nobody in.
    masterAuthorizedNetworksConfig: ip
      ? {
          gcpPublicCidrsAccessEnabled: access.googleCloud ?? false,
          privateEndpointEnforcementEnabled: true,
          cidrBlocks: [...(access.publicFrom ?? []), ...(access.privateFrom ?? [])].map((cidrBlock) => ({
            cidrBlock,
          })),
        }
      : undefined,
    authenticatorGroupsConfig:
      access.securityGroup === undefined ? undefined : { securityGroup: access.securityGroup },
  };
}
