import type { Path } from "../cluster/problem";
import { entries, isKnown } from "../cluster/rules/rule";
import { analysesCosts } from "./control-plane/settings";
import { defaults } from "./fields.generated";
import { isWindows } from "./node-groups/settings";
import type { AksClusterProps, ClusterWithWorkloads } from "./spec";

/**
 * What runs in a cluster because a field asks for it, and which paths it needs: services outside the network that it calls, and clients
 * on the internet that call it. The rules of egress, the security group of nodes and the checks of existing networks read these tables.
 */

/** A program or a setting that needs egress. */
export interface Caller {
  /** Its name in messages. */
  readonly name: string;

  /** The services that it calls. */
  readonly calls: string;

  /** The fields that ask for it. */
  readonly fields: (cluster: ClusterWithWorkloads) => readonly Path[];

  /** What to write instead. */
  readonly remedy: string;

  /** No private endpoint and no proxy helps: AKS does not support it without egress. */
  readonly isUnsupported?: boolean;
}

/** The field, if the condition holds. */
const when = (isUsed: boolean | undefined, ...field: Path): Path[] => (isUsed ? [field] : []);

/** A value that may be a reference, which is not checked. */
const isOn = (value: boolean | undefined, standard: boolean): boolean => (value ?? standard) === true;

/**
 * Everything that needs egress. Programs that need only the API server, the metadata service of the node or storage accounts are
 * missing: storage accounts have a service endpoint in the subnets of nodes. The Key Vault driver calls only the vaults of its volumes.
 *
 * @see https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
 * @see https://learn.microsoft.com/azure/aks/concepts-network-isolated
 */
export const callers: readonly Caller[] = [
  {
    name: "Container Insights",
    calls: "Azure Monitor",
    fields: ({ observability }) =>
      when(
        isOn(observability?.containerInsights, defaults["observability.containerInsights"]),
        "observability",
        "containerInsights",
      ),
    remedy: "set it to false",
  },
  {
    name: "managed Prometheus",
    calls: "Azure Monitor",
    fields: ({ observability }) =>
      when(
        isOn(observability?.managedPrometheus, defaults["observability.managedPrometheus"]),
        "observability",
        "managedPrometheus",
      ),
    remedy: "set it to false",
  },
  {
    name: "Microsoft Defender",
    calls: "Microsoft Defender for Cloud",
    fields: ({ observability }) =>
      when(isOn(observability?.defender, defaults["observability.defender"]), "observability", "defender"),
    remedy: "set it to false",
  },
  {
    name: "Azure Policy",
    calls: "the policy service of Azure",
    fields: ({ aks }) => when(isOn(aks?.azurePolicy, defaults["aks.azurePolicy"]), "aks", "azurePolicy"),
    remedy: "set it to false",
  },
  {
    name: "cost analysis",
    calls: "Azure Resource Manager",
    fields: ({ aks }) => when(analysesCosts(aks) === true, "aks", "costAnalysis"),
    remedy: "set it to false",
  },
  {
    name: "the AI toolchain operator",
    calls: "Azure Resource Manager",
    fields: ({ aks }) => when(isOn(aks?.aiToolchain, defaults["aks.aiToolchain"]), "aks", "aiToolchain"),
    remedy: "omit it",
  },
  {
    name: "the backup extension",
    calls: "the extension service of Azure",
    fields: ({ storage }) => when(Boolean(storage?.backup), "storage", "backup"),
    remedy: "omit it",
    isUnsupported: true,
  },
  {
    name: "the extension of gitops",
    calls: "the extension service of Azure",
    fields: ({ gitops }) => when(gitops !== undefined, "gitops"),
    remedy: "omit it",
    isUnsupported: true,
  },
  {
    name: "the extension of Dapr",
    calls: "the extension service of Azure",
    fields: ({ aks }) => when(aks?.dapr !== undefined, "aks", "dapr"),
    remedy: "omit it",
    isUnsupported: true,
  },
  {
    name: "the program that writes DNS records",
    calls: "Azure Resource Manager",
    fields: ({ dns }) => when(dns !== undefined, "dns"),
    remedy: "omit it",
  },
  {
    name: "a program of workloads",
    calls: "the registry of its images",
    fields: ({ workloads }) => when(workloads !== undefined, "workloads"),
    remedy: "omit it",
  },
  {
    name: "the Application Gateway Ingress Controller",
    calls: "Azure Resource Manager",
    fields: ({ loadBalancing }) =>
      when(loadBalancing?.applicationGateway !== undefined, "loadBalancing", "applicationGateway"),
    remedy: "omit it",
  },
  {
    name: "a workload identity",
    calls: "Microsoft Entra ID",
    fields: ({ workloadIdentities }) =>
      when(isKnown(workloadIdentities) && workloadIdentities.length > 0, "workloadIdentities"),
    remedy: "omit them",
  },
  {
    name: "the update of packages on nodes",
    calls: "package repositories",
    fields: ({ upgrades }) =>
      when(
        upgrades?.nodeImages === "security-patch" || upgrades?.nodeImages === "unmanaged",
        "upgrades",
        "nodeImages",
      ),
    remedy: 'set "node-image" or "none"',
    isUnsupported: true,
  },
  {
    name: "a Windows node",
    calls: "Microsoft's update services",
    fields: ({ nodeGroups }) =>
      entries(nodeGroups).flatMap(([i, group]) =>
        when(isKnown(group) && isWindows(group), "nodeGroups", i, "image", "family"),
      ),
    remedy: "use a Linux image",
    isUnsupported: true,
  },
];

/** Ports that clients on the internet use. */
export interface Exposure {
  /** Name in messages. */
  readonly name: string;

  /** The field that asks for it. */
  readonly field: Path;

  /** Ports with protocol: `443/tcp`, `30000-30100/udp`. */
  readonly ports: readonly string[];

  /** What receives the traffic: a load balancer, which keeps its address and port, or the node itself. */
  readonly at: "load balancer" | "node";

  /** What to write instead, for clients in the network only. */
  readonly remedy: string;
}

/** Ports of ingress gateways. */
const web = ["80/tcp", "443/tcp"];

/**
 * Everything in a file that is open to the internet. Azure denies traffic from the internet to a subnet with a security group, and AKS
 * opens ports only in a separate group, of network interfaces: both groups must allow the traffic. The load balancer of Azure keeps
 * the address of the client and its own address, so that the ports are those of the Service.
 *
 * @see https://learn.microsoft.com/azure/aks/load-balancer-standard
 * @see https://learn.microsoft.com/azure/aks/use-node-public-ips
 * @see https://learn.microsoft.com/azure/aks/istio-deploy-ingress
 * @see https://learn.microsoft.com/azure/aks/app-routing-nginx-configuration
 */
export function exposuresOf({ loadBalancing = {}, nodeGroups }: AksClusterProps): Exposure[] {
  const { controller, ingress = defaults["loadBalancing.ingress"], istio, publicPorts } = loadBalancing;
  return [
    ...(isKnown(publicPorts) && publicPorts.length > 0
      ? [
          {
            name: "Services of type LoadBalancer",
            field: ["loadBalancing", "publicPorts"],
            ports: publicPorts,
            at: "load balancer",
            remedy: "omit it",
          } as const,
        ]
      : []),
    ...(controller && ingress === "external"
      ? [
          {
            name: "the NGINX ingress",
            field: ["loadBalancing", loadBalancing.ingress === undefined ? "controller" : "ingress"],
            ports: web,
            at: "load balancer",
            remedy: "set loadBalancing.ingress: internal",
          } as const,
        ]
      : []),
    ...(istio?.externalGateway === true
      ? [
          {
            name: "the external gateway of Istio",
            field: ["loadBalancing", "istio", "externalGateway"],
            ports: web,
            at: "load balancer",
            remedy: "use internalGateway",
          } as const,
        ]
      : []),
    ...entries(nodeGroups).flatMap(([i, group]) => {
      const ports = isKnown(group) ? group.publicAddress?.hostPorts : undefined;
      return isKnown(ports) && ports.length > 0
        ? [
            {
              name: "host ports of nodes",
              field: ["nodeGroups", i, "publicAddress", "hostPorts"],
              ports,
              at: "node",
              remedy: "omit publicAddress",
            } as const,
          ]
        : [];
    }),
  ];
}
