import type { Cidr } from "../../cluster/addresses";
import { defaults } from "../fields.generated";
import type { KubeadmClusterProps } from "../spec";

/** A fixed place for one machine of the control plane. */
export interface Slot {
  /** From 0. */
  readonly index: number;
  readonly name: string;
  readonly zone: string;
  readonly address: string;
}

/** Number of control-plane machines. */
export const machinesOf = ({ controlPlane }: Pick<KubeadmClusterProps, "controlPlane">): number =>
  controlPlane.machines ?? defaults["controlPlane.machines"];

/** The name of the node in a slot. */
export const slotName = (cluster: string, index: number): string => `${cluster}-control-plane-${index}`;

/**
 * Position of the first slot's address in a subnet. The clouds reserve the first four addresses, and the last one or two.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
export const firstSlotAddress = 16;

/** The fixed address of a load balancer in a subnet. */
export const balancerAddress = (subnet: Cidr): string => addressAt(subnet, firstSlotAddress - 1);

const addressAt = (subnet: Cidr, position: number): string =>
  subnet.part(32, position).toString().split("/")[0];

/**
 * The slots of a cluster, distributed over the zones in their order.
 *
 * @param subnetOf - the range of the subnet for machines in a zone
 */
export function slotsOf(
  cluster: Pick<KubeadmClusterProps, "name" | "controlPlane">,
  zones: readonly string[],
  subnetOf: (zone: string) => Cidr,
): Slot[] {
  const used = new Map<string, number>();
  return Array.from({ length: machinesOf(cluster) }, (_, index) => {
    const zone = zones[index % zones.length];
    const subnet = subnetOf(zone);
    const before = used.get(String(subnet)) ?? 0;
    used.set(String(subnet), before + 1);
    const address = subnet
      .part(32, firstSlotAddress + before)
      .toString()
      .split("/")[0];
    return { index, name: slotName(cluster.name, index), zone, address };
  });
}
