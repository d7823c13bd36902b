import { defaults } from "../../modules/kubeadm/fields.generated";
import type { KubeadmClusterSpec } from "../../modules/kubeadm/spec";
import { podNetworkWithRelay } from "../kubeadm/rule-support";
import type { Arguments } from "../support/synthesized";
import type { Flow, Party } from "./aws-flows";
import type { Elements } from "./elements";
import type { Requirement } from "./requirement";

/** An end of a path: machines, what checks the API server and kubelets for the cloud, or a range of addresses. */
export type End = "control plane" | "nodes" | "checks" | Party;

/** A path that a cluster needs. */
export type Path = readonly [what: string, from: End, to: "control plane" | "nodes" | "anywhere", flow: Flow];

const tcp = (from: number, to = from): Flow => ({ protocol: "tcp", ports: [from, to] });
const udp = (from: number, to = from): Flow => ({ protocol: "udp", ports: [from, to] });
const all: Flow = { protocol: "all" };

/** An address in no network of a cluster and of no client. */
const external = "198.51.100.7/32";

const kubernetesPorts = "https://kubernetes.io/docs/reference/networking/ports-and-protocols/";

interface Row {
  readonly name: string;
  readonly source: string;
  readonly paths: (cluster: KubeadmClusterSpec) => readonly Path[];
}

const cniOf = ({ network }: KubeadmClusterSpec) => network?.cni ?? defaults["network.cni"];
const hasRelay = (cluster: KubeadmClusterSpec) =>
  cniOf(cluster) === "cilium" && cluster.kubeadm?.software?.manifests === podNetworkWithRelay;
const clientsOf = ({ access }: KubeadmClusterSpec) => access.privateFrom ?? defaults["access.privateFrom"];

/** Both directions between machines of a kind and between the kinds. */
const everywhere = (what: string, flow: Flow): Path[] =>
  (["control plane", "nodes"] as const).flatMap((from) =>
    (["control plane", "nodes"] as const).map((to): Path => [`${what}: ${from} to ${to}`, from, to, flow]),
  );

/** Paths of a cluster on each cloud, each with its source. */
const open: readonly Row[] = [
  {
    name: "the control plane",
    source: kubernetesPorts,
    paths: () => [
      ["etcd", "control plane", "control plane", tcp(2379, 2380)],
      ["machines that join ask another API server", "control plane", "control plane", tcp(6443)],
      ["API servers to kubelets of the control plane", "control plane", "control plane", tcp(10250)],
      ["API servers to kubelets of nodes", "control plane", "nodes", tcp(10250)],
      ["kubelets and pods to the API server", "nodes", "control plane", tcp(6443)],
      ["pods to pods", "nodes", "nodes", all],
    ],
  },
  {
    name: "clients of the API server",
    source: "documentation of access.privateFrom",
    paths: (cluster) => clientsOf(cluster).map((range): Path => [range, range, "control plane", tcp(6443)]),
  },
  {
    name: "checks of the load balancer",
    source: "https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/",
    paths: () => [["API server", "checks", "control plane", tcp(6443)]],
  },
  {
    name: "metrics of nodes",
    source: "https://github.com/kubernetes-sigs/metrics-server#requirements",
    paths: () => [
      ["kubelets of the control plane", "nodes", "control plane", tcp(10250)],
      ["kubelets of nodes", "nodes", "nodes", tcp(10250)],
    ],
  },
  {
    name: "Cilium",
    source: "https://docs.cilium.io/en/stable/operations/system_requirements/#firewall-rules",
    paths: (cluster) =>
      cniOf(cluster) === "cilium"
        ? [...everywhere("VXLAN", udp(8472)), ...everywhere("health", tcp(4240))]
        : [],
  },
  {
    name: "Hubble Relay of Cilium",
    source: "https://docs.cilium.io/en/stable/operations/system_requirements/#firewall-rules",
    paths: (cluster) => (hasRelay(cluster) ? everywhere("Hubble", tcp(4244)) : []),
  },
  {
    name: "Calico",
    source:
      "https://docs.tigera.io/calico/latest/getting-started/kubernetes/requirements#network-requirements",
    paths: (cluster) =>
      cniOf(cluster) === "calico"
        ? [...everywhere("VXLAN", udp(4789)), ...everywhere("Typha", tcp(5473))]
        : [],
  },
  {
    name: "a CNI of the cluster",
    source:
      "https://docs.tigera.io/calico/latest/getting-started/kubernetes/requirements#network-requirements",
    paths: (cluster) =>
      cniOf(cluster) === "none"
        ? [
            ...everywhere("VXLAN of Calico", udp(4789)),
            ...everywhere("WireGuard", udp(51820, 51821)),
            ["BGP", "nodes", "control plane", tcp(179)],
            ["BGP to nodes", "control plane", "nodes", tcp(179)],
            ["webhooks and aggregated APIs", "control plane", "nodes", tcp(1, 65535)],
          ]
        : [],
  },
];

/** What a cluster must not allow. */
const closed: readonly Row[] = [
  {
    name: "etcd has no other client",
    source:
      "https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/#securing-etcd-clusters",
    paths: (cluster) =>
      ["nodes", external, ...clientsOf(cluster)].map((from): Path => [
        from,
        from,
        "control plane",
        tcp(2379),
      ]),
  },
  {
    name: "agents of Cilium accept Hubble with its relay only",
    source: "documentation of own manifests (docs/kubeadm.md)",
    paths: (cluster) =>
      hasRelay(cluster) ? [] : [["Hubble: nodes to control plane", "nodes", "control plane", tcp(4244)]],
  },
  {
    name: "machines accept no SSH and no external clients",
    source: "https://kubernetes.io/docs/concepts/security/security-checklist/#network-security",
    paths: (cluster) => [
      ["SSH of nodes to the control plane", "nodes", "control plane", tcp(22)],
      ...(["control plane", "nodes"] as const).flatMap((to) =>
        [external, ...clientsOf(cluster)].flatMap((from): Path[] => [
          [`SSH of ${from} to ${to}`, from, to, tcp(22)],
          [`kubelets of ${to} from ${from}`, from, to, tcp(10250)],
        ]),
      ),
      ["API server from elsewhere", external, "control plane", tcp(6443)],
    ],
  },
];

/** The rows of paths, for a cloud that knows which of them the JSON opens. */
export function pathRows(
  isOpen: (json: Elements, from: End, to: Path[2], flow: Flow) => boolean,
  more: readonly Row[] = [],
): Requirement<KubeadmClusterSpec>[] {
  const rows = (list: readonly Row[], isWanted: boolean) =>
    list.map(({ name, source, paths }): Requirement<KubeadmClusterSpec> => ({
      name,
      source,
      missing: (cluster, json) =>
        paths(cluster)
          .filter(([, from, to, flow]) => isOpen(json, from, to, flow) !== isWanted)
          .map(([what]) => what),
    }));
  return [...rows([...open, ...more], true), ...rows(closed, false)];
}

/** Discovery of the path MTU, and egress, where a cloud has rules for them. */
export const pathMtu = (from: End): Row => ({
  name: `path MTU discovery from ${from}`,
  source: "https://datatracker.ietf.org/doc/html/rfc1191",
  paths: () =>
    (["control plane", "nodes"] as const).map((to): Path => [
      to,
      from,
      to,
      { protocol: "icmp", ports: [3, 4] },
    ]),
});

export const egress: Row = {
  name: "machines leave their groups",
  source: "https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/install-kubeadm/",
  paths: () => (["control plane", "nodes"] as const).map((from): Path => [from, from, "anywhere", all]),
};

/** Whether machines of a file reach the internet. */
export const hasEgress = ({ network = {} }: KubeadmClusterSpec): boolean =>
  network.private !== true && network.nat !== "none";

/** Whether a file asks for the Cluster Autoscaler, for volumes, and for load balancers of Services. */
export const wants = ({ autoscaling, storage, loadBalancing }: KubeadmClusterSpec) => ({
  autoscaler: (autoscaling ?? defaults["autoscaling"]) === "cluster-autoscaler",
  volumes: (storage?.block ?? defaults["storage.block"]) !== false,
  balancers: loadBalancing?.controller === true,
});

/** Taints by resource: deletions share the resources that they keep. */
const taintsOfResources = new WeakMap<Arguments, readonly string[]>();

/** The taints with which the user data of a machine registers a node, as `key effect`. */
export function taintsIn(resource: Arguments, userData: unknown): readonly string[] {
  const known = taintsOfResources.get(resource) ?? readTaints(String(userData));
  taintsOfResources.set(resource, known);
  return known;
}

function readTaints(userData: string): string[] {
  // A string of Terraform, between whose parts are expressions.
  const text = userData.replace(/\\([\\"n])/g, (_, char) => (char === "n" ? "\n" : String(char)));
  const content = /"path":"[^"]*\/join\.yaml"[^}]*?"content":("(?:[^"\\]|\\.)*")/.exec(text)![1];
  const { nodeRegistration } = JSON.parse(JSON.parse(content) as string) as Arguments;
  const taints = (nodeRegistration.taints ?? []) as { readonly key: string; readonly effect: string }[];
  return taints.map(({ key, effect }) => `${key} ${effect}`);
}
