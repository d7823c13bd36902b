import type { Arguments, Synthesized } from "../support/synthesized";
import { overlap, type Range, readRange, within } from "./ranges";

/** Properties of addresses: ranges are apart, and inside their networks. */

interface WithStack {
  readonly stack: Synthesized;
}

/** A range with its position. */
interface Placed {
  readonly at: string;
  readonly range: Range;
}

/** Paths of ranges that must not overlap, and of the ranges that must contain them. */
const rangePaths = {
  apart: [
    "aws_subnet.cidr_block",
    "aws_eks_cluster.kubernetes_network_config.service_ipv4_cidr",
    "aws_eks_cluster.remote_network_config.remote_node_networks.cidrs",
    "aws_eks_cluster.remote_network_config.remote_pod_networks.cidrs",
    "azurerm_subnet.address_prefixes",
    "azurerm_kubernetes_cluster.network_profile.pod_cidr",
    "azurerm_kubernetes_cluster.network_profile.service_cidr",
    // With two address families; each has one IPv6 range.
    "azurerm_kubernetes_cluster.network_profile.pod_cidrs",
    "azurerm_kubernetes_cluster.network_profile.service_cidrs",
    "google_compute_subnetwork.ip_cidr_range",
    "google_compute_subnetwork.secondary_ip_range.ip_cidr_range",
    "google_container_cluster.private_cluster_config.master_ipv4_cidr_block",
  ],
  inside: {
    "aws_subnet.cidr_block": ["aws_vpc.cidr_block", "aws_vpc_ipv4_cidr_block_association.cidr_block"],
    "azurerm_subnet.address_prefixes": ["azurerm_virtual_network.address_space"],
  },
  /** Ranges of networks. No other range than their parts may overlap them. */
  networks: [
    "aws_vpc.cidr_block",
    "aws_vpc_ipv4_cidr_block_association.cidr_block",
    "azurerm_virtual_network.address_space",
  ],
} as const;

/** Subnets and the ranges of pods and services do not overlap, and networks contain their subnets. */
export function rangesAreApart({ stack }: WithStack): { checked: number; wrong: string[] } {
  const placed = rangesAt(stack, rangePaths.apart);
  const networks = rangesAt(stack, rangePaths.networks);
  const wrong = placed.flatMap((one, i) =>
    placed
      .slice(0, i)
      .filter((other) => overlap(one.range, other.range))
      .map((other) => clash(one, other)),
  );
  for (const [path, outer] of Object.entries(rangePaths.inside)) {
    const around = rangesAt(stack, outer);
    for (const one of rangesAt(stack, [path])) {
      if (!around.some(({ range }) => within(one.range, range))) {
        wrong.push(`${one.at} ${one.range.text} lies in no network`);
      }
    }
  }
  const parts = new Set(Object.keys(rangePaths.inside));
  for (const one of placed.filter(({ at }) => ![...parts].some((path) => isAt(at, path)))) {
    const network = networks.find((other) => overlap(one.range, other.range));
    if (network) wrong.push(clash(one, network));
  }
  for (const [i, one] of networks.entries()) {
    const other = networks.slice(0, i).find((earlier) => overlap(one.range, earlier.range));
    if (other) wrong.push(clash(one, other));
  }
  return { checked: placed.length, wrong };
}

const clash = (one: Placed, other: Placed): string =>
  `${one.at} ${one.range.text} overlaps ${other.at} ${other.range.text}`;

/** The parts of an IPv6 range that Terraform computes differ. */
export function ipv6PartsDiffer({ stack }: WithStack): { checked: number; wrong: string[] } {
  const parts = valuesAt(stack, "aws_subnet.ipv6_cidr_block").map(({ value }) => String(value));
  return { checked: parts.length, wrong: parts.filter((part, i) => parts.indexOf(part) < i) };
}

export function rangesAt(stack: Synthesized, paths: readonly string[]): Placed[] {
  return paths.flatMap((path) =>
    valuesAt(stack, path).flatMap(({ at, value }) => {
      const range = readRange(value);
      return range ? [{ at, range }] : [];
    }),
  );
}

export const pathsOfRanges: readonly string[] = [
  ...rangePaths.apart,
  ...Object.entries(rangePaths.inside).flatMap(([inner, outer]) => [inner, ...outer]),
  ...rangePaths.networks,
];

/** The values of an argument, `type.argument.block.argument`, in all resources of a type, including all items of lists. */
export function valuesAt(
  stack: Synthesized,
  path: string,
): { readonly at: string; readonly value: unknown }[] {
  const [type, ...steps] = path.split(".");
  return Object.entries((stack.terraform.resource[type] ?? {}) as Arguments).flatMap(([name, resource]) =>
    dig(resource, steps).map((value) => ({ at: `${type}.${name}.${steps.join(".")}`, value })),
  );
}

function dig(value: unknown, steps: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => dig(item, steps));
  const [step, ...rest] = steps;
  if (step === undefined) return [value];
  return typeof value === "object" && value !== null && step in value
    ? dig((value as Record<string, unknown>)[step], rest)
    : [];
}

/** Whether an address with an argument, `type.name.argument`, matches a path `type.argument`. */
function isAt(at: string, path: string): boolean {
  const [type, , ...steps] = at.split(".");
  return [type, ...steps].join(".") === path;
}
