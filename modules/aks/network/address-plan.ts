import { Address6 } from "ip-address";
import { Cidr } from "../../cluster/addresses";

/** IPv6 ranges, in addition to IPv4. Azure's subnets have a /64. */
export interface Ipv6Plan {
  readonly network: string;
  readonly nodes: string;
}

/** Unique local ranges that contain the address of the IPv4 range, so that networks without overlapping IPv4 ranges have different ones. */
export function planIpv6(cidr: string): Ipv6Plan {
  const [a, b, c, d] = `${Cidr.parse(cidr)!}`
    .split(/[./]/)
    .map((byte) => Number(byte).toString(16).padStart(2, "0"));
  const first = new Address6(`fd00:${a}${b}:${c}${d}::`).correctForm();
  return { network: `${first}/48`, nodes: `${first}/64` };
}

/**
 * IPv6 ranges of pods and services that AKS uses by default.
 *
 * @see https://learn.microsoft.com/azure/aks/azure-cni-overlay
 */
export const ipv6OfWorkloads = { pods: "fd12:3456:789a::/64", services: "fd12:3456:789a:1::/108" } as const;
