import type {
  KubernetesClusterConfig,
  KubernetesClusterNetworkProfile,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import { Fn } from "cdktf";
import { defaults } from "../fields.generated";
import type { AksClusterProps, AksEgress } from "../spec";
import { ipv6OfWorkloads } from "./address-plan";
import { egressOf, type PodNetwork, podNetworkOf } from "./settings";

/** The network of pods and services and the egress, as arguments of the cluster. */
export function networkArguments(cluster: AksClusterProps): Partial<KubernetesClusterConfig> {
  return {
    networkProfile: networkProfile(cluster),
    bootstrapProfile: bootstrapProfile(egressOf(cluster)),
    httpProxyConfig: proxyConfig(cluster),
  };
}

function networkProfile(cluster: AksClusterProps): KubernetesClusterNetworkProfile {
  const { advancedNetworking, serviceCidr = defaults["network.serviceCidr"] } = cluster.network ?? {};
  const pods = podNetworkOf(cluster);
  return {
    networkPlugin: pods.mode === "kubenet" || pods.mode === "none" ? pods.mode : "azure",
    networkPluginMode: pods.mode === "overlay" ? "overlay" : undefined,
    networkDataPlane: dataPlaneOf(pods),
    networkPolicy: pods.policy === "none" ? undefined : pods.policy,
    advancedNetworking: advancedNetworking && {
      observabilityEnabled:
        advancedNetworking.observability ?? defaults["network.advancedNetworking.observability"],
      securityEnabled: advancedNetworking.security ?? defaults["network.advancedNetworking.security"],
    },
    loadBalancerSku: "standard",
    ...workloadRanges(cluster),
    dnsServiceIp: Fn.cidrhost(serviceCidr, 10),
    ...outboundArguments(egressOf(cluster)),
  };
}

function dataPlaneOf({ mode, usesCilium }: PodNetwork): string | undefined {
  if (mode === "kubenet" || mode === "none") return undefined;
  return usesCilium ? "cilium" : "azure";
}

/**
 * Ranges of pods and services. With dual stack AKS needs one of each family, and its own defaults could overlap the network. The families
 * are always written: the provider keeps omitted ones, and would not see the removal of `dualStack`.
 */
function workloadRanges(cluster: AksClusterProps): Partial<KubernetesClusterNetworkProfile> {
  const {
    dualStack,
    podCidr = defaults["network.podCidr"],
    serviceCidr = defaults["network.serviceCidr"],
  } = cluster.network ?? {};
  if (!dualStack) {
    return {
      ipVersions: ["IPv4"],
      podCidr: podNetworkOf(cluster).isOverlay ? podCidr : undefined,
      serviceCidr,
    };
  }
  return {
    ipVersions: ["IPv4", "IPv6"],
    podCidrs: [podCidr, ipv6OfWorkloads.pods],
    serviceCidrs: [serviceCidr, ipv6OfWorkloads.services],
  };
}

/** Settings of the egress that is used: AKS refuses those of another. */
function outboundArguments(egress: AksEgress | undefined): Partial<KubernetesClusterNetworkProfile> {
  switch (egress?.type) {
    case "nat-gateway":
      return { outboundType: "userAssignedNATGateway" };
    case "load-balancer": {
      const { ips, ipIds, prefixIds, portsPerNode, idleTimeoutMinutes } = egress;
      return {
        outboundType: "loadBalancer",
        loadBalancerProfile: {
          managedOutboundIpCount: ips ?? (ipIds || prefixIds ? undefined : 1),
          outboundIpAddressIds: ipIds && [...ipIds],
          outboundIpPrefixIds: prefixIds && [...prefixIds],
          outboundPortsAllocated: portsPerNode ?? defaults["network.egress(load-balancer).portsPerNode"],
          idleTimeoutInMinutes:
            idleTimeoutMinutes ?? defaults["network.egress(load-balancer).idleTimeoutMinutes"],
        },
      };
    }
    case "route-table":
      return { outboundType: "userDefinedRouting" };
    default:
      return { outboundType: "none" };
  }
}

/** Without egress, nodes pull images of Microsoft from a registry that caches them. */
function bootstrapProfile(egress: AksEgress | undefined): KubernetesClusterConfig["bootstrapProfile"] {
  if (egress?.type !== "none") return undefined;
  return { artifactSource: "Cache", containerRegistryId: egress.registryId };
}

function proxyConfig({ network = {} }: AksClusterProps): KubernetesClusterConfig["httpProxyConfig"] {
  const { httpProxy } = network;
  return (
    httpProxy && {
      httpProxy: httpProxy.http,
      httpsProxy: httpProxy.https,
      noProxy: httpProxy.noProxy && [...httpProxy.noProxy],
      trustedCa: httpProxy.trustedCa,
    }
  );
}
