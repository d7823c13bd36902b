import type { NetworkSpec } from "../../cluster/vocabulary";

/** A new network with a private subnet for machines in each zone. */
export interface KubeadmNetworkSpec extends NetworkSpec {
  /**
   * IPv4 range of the new network. On AWS /16 to /22: each zone has a private subnet of an eighth of the range for machines and load
   * balancers. On Google Cloud /9 to /24: one subnet has the whole range. On Azure /8 to /22: machines have its first half.
   *
   * @default "10.0.0.0/16"
   * @literal
   * @change refused it would replace the network and the cluster
   */
  readonly cidr?: string;

  /**
   * Availability zones: their number or their names. The machines of the control plane are distributed over them in this order, so that
   * the first zones cannot change.
   *
   * @default 3
   * @literal
   * @change replace node groups over all zones
   * @ordered control-plane machines are distributed over the zones in this order, and a single NAT gateway is in the first
   */
  readonly zones?: number | readonly string[];

  /**
   * Egress of machines. On AWS NAT gateways: `none`, `single`, `per-zone`, or `regional`. On Google Cloud `none` or `regional`, which is the
   * effect of an omitted field there: one Cloud NAT for the region. On Azure `single`, `per-zone` with a subnet for each zone, or `regional`,
   * which needs azurerm 4.67 or later: `kubeadm.providerMinimum`.
   *
   * @change in-place on Azure not from or to per-zone: the subnets of zones and the subnet of all zones have the same addresses
   * @since azurerm 4.67.0 for "regional"
   */
  readonly nat?: NetworkSpec["nat"];

  /**
   * IPv4 range of Kubernetes Services, /12 to /24. Immutable: the plan of Terraform refuses a change.
   *
   * @default "172.20.0.0/16"
   * @literal
   * @change refused the addresses of services cannot change
   */
  readonly serviceCidr?: string;

  /**
   * IPv4 range of pods, at most /22. Each node has a /24. It is an overlay: the network does not route it. Immutable:
   * the plan of Terraform refuses a change.
   *
   * @default "100.64.0.0/14"
   * @literal
   * @change refused the addresses of pods cannot change
   */
  readonly podCidr?: string;

  /** @change refused it would replace the network and the cluster */
  readonly private?: boolean;

  /** @refused nodes, pods and services have IPv4 addresses; remove the field */
  readonly ipFamily?: NetworkSpec["ipFamily"];

  /**
   * The network of pods.
   *
   * - `cilium`: Cilium, which also replaces kube-proxy. `npx cdktf-clusters manifests` writes it to
   *   `kubeadm.software.manifests`.
   * - `calico`: Calico with VXLAN, from your manifests. kube-proxy runs.
   * - `none`: another network, from your manifests. kube-proxy runs, and the rules of the network allow more ports.
   *
   * Immutable: the plan of Terraform refuses a change.
   *
   * @default "cilium"
   * @literal
   * @change refused pods keep the network that they started with
   */
  readonly cni?: KubeadmCni;
}

/** Values of `network.cni`. */
export type KubeadmCni = "cilium" | "calico" | "none";
