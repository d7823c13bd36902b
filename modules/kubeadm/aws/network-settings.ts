import { defaults } from "../fields.generated";
import { natOf } from "../network/nat";
import type { KubeadmClusterProps } from "../spec";

/**
 * Services that machines use without egress; S3 always has an endpoint.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const needed = ["autoscaling", "ec2", "elasticloadbalancing", "sts"] as const;

/** Services of Session Manager. */
const ofSessionManager = ["ssm", "ssmmessages"] as const;

/** Interface endpoints of the network: those that machines of a network without egress need. */
export function endpointsOf(cluster: Pick<KubeadmClusterProps, "network" | "kubeadm">): string[] {
  if (natOf(cluster) !== "none") return [];
  const sessionManager = cluster.kubeadm?.sessionManager ?? defaults["kubeadm.sessionManager"];
  return [...needed, ...(sessionManager ? ofSessionManager : [])];
}
