import type { PodNetwork } from "./pod-network";
import type { KubeadmCni } from "./spec";

/** An end of a connection. `clients` are the ranges of `access.privateFrom`. */
export type Party = "load balancer" | "control plane" | "nodes" | "clients" | "anywhere";

/** A kind of traffic that a cluster needs. Everything else is denied. */
export interface Connection {
  readonly from: Party;
  readonly to: Party;
  readonly protocol: "tcp" | "udp" | "icmp" | "all";
  /** First and last port; for ICMP type and code. If omitted, all. */
  readonly ports?: readonly [from: number, to: number];
  /** Values of `network.cni` with this connection. If omitted, all. */
  readonly cni?: readonly KubeadmCni[];
  /** Only with Hubble Relay. */
  readonly hubbleRelay?: true;
  readonly why: string;
}

const apiServer = [6443, 6443] as const;
const pathMtu = [3, 4] as const;

/**
 * Who talks to whom, on every cloud. The key is the id of the rule. etcd (2379 and 2380) accepts only control-plane machines, and nothing
 * accepts SSH.
 *
 * @see https://kubernetes.io/docs/reference/networking/ports-and-protocols/
 * @see https://docs.cilium.io/en/stable/operations/system_requirements/#firewall-rules
 * @see https://docs.tigera.io/calico/latest/getting-started/kubernetes/requirements#network-requirements
 */
export const connections = {
  load_balancer_from_clients: {
    from: "clients",
    to: "load balancer",
    protocol: "tcp",
    ports: apiServer,
    why: "Clients in privateFrom reach the API server",
  },
  load_balancer_from_nodes: {
    from: "nodes",
    to: "load balancer",
    protocol: "tcp",
    ports: apiServer,
    why: "Kubelets and pods reach the API server",
  },
  load_balancer_from_control_plane: {
    from: "control plane",
    to: "load balancer",
    protocol: "tcp",
    ports: apiServer,
    why: "Pods on control-plane machines reach the API server",
  },
  load_balancer_to_control_plane: {
    from: "load balancer",
    to: "control plane",
    protocol: "tcp",
    ports: apiServer,
    why: "Requests and health checks of the API server",
  },
  control_plane_from_load_balancer: {
    from: "load balancer",
    to: "control plane",
    protocol: "tcp",
    ports: apiServer,
    why: "Requests and health checks of the API server",
  },
  control_plane_api_server: {
    from: "control plane",
    to: "control plane",
    protocol: "tcp",
    ports: apiServer,
    why: "Machines that join ask the API server of another one",
  },
  control_plane_etcd: {
    from: "control plane",
    to: "control plane",
    protocol: "tcp",
    ports: [2379, 2380],
    why: "Clients and members of etcd",
  },
  control_plane_kubelet: {
    from: "control plane",
    to: "control plane",
    protocol: "tcp",
    ports: [10250, 10250],
    why: "API servers reach kubelets",
  },
  nodes_kubelet: {
    from: "control plane",
    to: "nodes",
    protocol: "tcp",
    ports: [10250, 10250],
    why: "API servers reach kubelets",
  },
  control_plane_kubelet_from_nodes: {
    from: "nodes",
    to: "control plane",
    protocol: "tcp",
    ports: [10250, 10250],
    why: "Metrics server reads the kubelets of the control plane",
  },
  nodes_from_nodes: {
    from: "nodes",
    to: "nodes",
    protocol: "all",
    why: "Pods reach pods, and metrics of nodes",
  },
  control_plane_overlay: {
    from: "control plane",
    to: "control plane",
    protocol: "udp",
    ports: [8472, 8472],
    cni: ["cilium"],
    why: "Overlay of Cilium (VXLAN)",
  },
  control_plane_overlay_from_nodes: {
    from: "nodes",
    to: "control plane",
    protocol: "udp",
    ports: [8472, 8472],
    cni: ["cilium"],
    why: "Overlay of Cilium (VXLAN)",
  },
  nodes_overlay_from_control_plane: {
    from: "control plane",
    to: "nodes",
    protocol: "udp",
    ports: [8472, 8472],
    cni: ["cilium"],
    why: "Overlay of Cilium (VXLAN): webhooks and aggregated APIs",
  },
  control_plane_health: {
    from: "control plane",
    to: "control plane",
    protocol: "tcp",
    ports: [4240, 4240],
    cni: ["cilium"],
    why: "Health checks of Cilium",
  },
  control_plane_health_from_nodes: {
    from: "nodes",
    to: "control plane",
    protocol: "tcp",
    ports: [4240, 4240],
    cni: ["cilium"],
    why: "Health checks of Cilium",
  },
  nodes_health_from_control_plane: {
    from: "control plane",
    to: "nodes",
    protocol: "tcp",
    ports: [4240, 4240],
    cni: ["cilium"],
    why: "Health checks of Cilium",
  },
  // Agents listen with Hubble, and only the relay connects to those of other machines.
  control_plane_hubble: {
    from: "control plane",
    to: "control plane",
    protocol: "tcp",
    ports: [4244, 4244],
    cni: ["cilium"],
    hubbleRelay: true,
    why: "Hubble Relay reaches agents of Cilium",
  },
  control_plane_hubble_from_nodes: {
    from: "nodes",
    to: "control plane",
    protocol: "tcp",
    ports: [4244, 4244],
    cni: ["cilium"],
    hubbleRelay: true,
    why: "Hubble Relay reaches agents of Cilium",
  },
  nodes_hubble_from_control_plane: {
    from: "control plane",
    to: "nodes",
    protocol: "tcp",
    ports: [4244, 4244],
    cni: ["cilium"],
    hubbleRelay: true,
    why: "Hubble Relay reaches agents of Cilium",
  },
  control_plane_calico_overlay: {
    from: "control plane",
    to: "control plane",
    protocol: "udp",
    ports: [4789, 4789],
    cni: ["calico"],
    why: "Overlay of Calico (VXLAN)",
  },
  control_plane_calico_overlay_from_nodes: {
    from: "nodes",
    to: "control plane",
    protocol: "udp",
    ports: [4789, 4789],
    cni: ["calico"],
    why: "Overlay of Calico (VXLAN)",
  },
  nodes_calico_overlay_from_control_plane: {
    from: "control plane",
    to: "nodes",
    protocol: "udp",
    ports: [4789, 4789],
    cni: ["calico"],
    why: "Overlay of Calico (VXLAN): webhooks and aggregated APIs",
  },
  control_plane_typha: {
    from: "control plane",
    to: "control plane",
    protocol: "tcp",
    ports: [5473, 5473],
    cni: ["calico"],
    why: "Typha of Calico",
  },
  control_plane_typha_from_nodes: {
    from: "nodes",
    to: "control plane",
    protocol: "tcp",
    ports: [5473, 5473],
    cni: ["calico"],
    why: "Typha of Calico",
  },
  nodes_typha_from_control_plane: {
    from: "control plane",
    to: "nodes",
    protocol: "tcp",
    ports: [5473, 5473],
    cni: ["calico"],
    why: "Typha of Calico",
  },
  // The ports of other manifests are unknown: all but those of etcd.
  control_plane_udp: {
    from: "control plane",
    to: "control plane",
    protocol: "udp",
    ports: [1024, 65535],
    cni: ["none"],
    why: "Overlay of the cluster's own CNI",
  },
  control_plane_udp_from_nodes: {
    from: "nodes",
    to: "control plane",
    protocol: "udp",
    ports: [1024, 65535],
    cni: ["none"],
    why: "Overlay of the cluster's own CNI",
  },
  control_plane_bgp_from_nodes: {
    from: "nodes",
    to: "control plane",
    protocol: "tcp",
    ports: [179, 179],
    cni: ["none"],
    why: "Routes of the cluster's own CNI (BGP)",
  },
  nodes_from_control_plane: {
    from: "control plane",
    to: "nodes",
    protocol: "all",
    cni: ["none"],
    why: "Webhooks and aggregated APIs in the cluster's own CNI",
  },
  control_plane_path_mtu: {
    from: "anywhere",
    to: "control plane",
    protocol: "icmp",
    ports: pathMtu,
    why: "Discovery of the path MTU",
  },
  nodes_path_mtu: {
    from: "anywhere",
    to: "nodes",
    protocol: "icmp",
    ports: pathMtu,
    why: "Discovery of the path MTU",
  },
  control_plane_to_anywhere: {
    from: "control plane",
    to: "anywhere",
    protocol: "all",
    why: "The store, the APIs of the cloud, images and other machines",
  },
  nodes_to_anywhere: {
    from: "nodes",
    to: "anywhere",
    protocol: "all",
    why: "The store, images and what workloads call",
  },
} as const satisfies Readonly<Record<string, Connection>>;

/** The connections of a cluster, by id. */
export function connectionsOf({ cni, hubbleRelay }: PodNetwork): [string, Connection][] {
  return Object.entries<Connection>(connections).filter(
    ([, row]) => (row.cni?.includes(cni) ?? true) && (hubbleRelay || row.hubbleRelay !== true),
  );
}
