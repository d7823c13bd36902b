import type { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import { NetworkSecurityRule } from "@cdktf/provider-azurerm/lib/network-security-rule";
import type { Construct } from "constructs";
import { parsePorts, type PortRange } from "../ports";
import type { Exposure } from "../programs";

/**
 * The priority of each rule is fixed, so that no rule moves when another one is added or removed: Azure refuses two rules with one
 * priority, also in the middle of a change.
 */
const slots = [
  { id: "load_balancers_tcp", at: "load balancer", protocol: "tcp", priority: 200 },
  { id: "load_balancers_udp", at: "load balancer", protocol: "udp", priority: 210 },
  { id: "host_ports_tcp", at: "node", protocol: "tcp", priority: 220 },
  { id: "host_ports_udp", at: "node", protocol: "udp", priority: 230 },
] as const;

const azureProtocols = { tcp: "Tcp", udp: "Udp" } as const;

/**
 * Allows inbound traffic to the ports that the cluster opens to the internet. Rules are separate resources: a list inside the group
 * could not be emptied, because the provider keeps an omitted list.
 *
 * @param publicFrom - ranges that reach load balancers; the internet if undefined
 */
export function openPorts(
  scope: Construct,
  group: NetworkSecurityGroup,
  exposures: readonly Exposure[],
  publicFrom: readonly string[] | undefined,
): NetworkSecurityRule[] {
  return slots.flatMap(({ id, at, protocol, priority }) => {
    const ports = exposures
      .filter((exposure) => exposure.at === at)
      .flatMap((exposure) => exposure.ports.flatMap((text) => parsePorts(text) ?? []))
      .filter((range) => range.protocol === protocol);
    if (ports.length === 0) return [];
    const ranges = at === "load balancer" ? publicFrom : undefined;
    return [
      new NetworkSecurityRule(scope, `nodes_${id}`, {
        name: id.replaceAll("_", "-"),
        resourceGroupName: group.resourceGroupName,
        networkSecurityGroupName: group.name,
        priority,
        direction: "Inbound",
        access: "Allow",
        protocol: azureProtocols[protocol],
        sourcePortRange: "*",
        ...(ranges ? { sourceAddressPrefixes: [...ranges] } : { sourceAddressPrefix: "Internet" }),
        // Traffic to a load balancer keeps the public address of the load balancer, which AKS assigns later.
        destinationAddressPrefix: "*",
        destinationPortRanges: textsOf(ports),
      }),
    ];
  });
}

/** Ports as Azure writes them: without repetitions, in ascending order, and ranges that overlap as one. */
function textsOf(ports: readonly PortRange[]): string[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...ports].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged.map(({ start, end }) => (start === end ? `${start}` : `${start}-${end}`));
}
