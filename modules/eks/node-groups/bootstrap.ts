import type { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { Fn } from "cdktf";
import type { EksClusterProps } from "../spec";
import type { Bootstrap } from "./user-data";

/** The connection to a cluster, for nodes that EKS does not configure. */
export function bootstrapOf(
  cluster: AwsEksCluster,
  { name, network }: Pick<EksClusterProps, "name" | "network">,
): Bootstrap {
  const { serviceIpv4Cidr, serviceIpv6Cidr } = cluster.kubernetesNetworkConfig;
  const serviceCidr = network?.ipFamily === "ipv6" ? serviceIpv6Cidr : serviceIpv4Cidr;
  return {
    clusterName: name,
    endpoint: cluster.endpoint,
    certificateAuthority: cluster.certificateAuthority.get(0).data,
    serviceCidr,
    clusterDns: Fn.cidrhost(serviceCidr, 10),
  };
}
