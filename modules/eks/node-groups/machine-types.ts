import table from "./machine-type-table.json";
import type { EksArchitecture } from "../spec";

/**
 * EC2 instance types: what decides a node's image, its pods and the addresses that it takes.
 *
 * `instance-type-table.json` is AWS' DescribeInstanceTypes output of October 2026, by way of the `moto` package;
 * `scripts/instance-types.mjs` writes it. A type that is missing there is not wrong: it may be newer.
 */

/** Accelerators that have images of their own: NVIDIA GPUs; AWS Inferentia and Trainium. */
export type Accelerator = "nvidia" | "neuron";

/** An EC2 instance type. */
export interface InstanceType {
  /** Such as `m7g.large`. */
  readonly name: string;
  readonly architecture: EksArchitecture;
  readonly accelerator?: Accelerator;
  readonly vcpus: number;
  /** Network interfaces of the default network card: the only card whose addresses the VPC CNI gives to pods. */
  readonly maxInterfaces: number;
  /** IPv4 addresses per interface, the interface's own included. */
  readonly addressesPerInterface: number;
  /** Elastic Fabric Adapters, one for each network card that takes one. */
  readonly fabricAdapters: number;
}

interface Family {
  readonly architecture: EksArchitecture;
  readonly accelerator?: Accelerator;
  readonly localDisks?: true;
  /** Size -> vCPUs, interfaces, IPv4 addresses per interface, Elastic Fabric Adapters if any. */
  readonly sizes: Readonly<Record<string, readonly [number, number, number, number?]>>;
}

const families = table as unknown as Readonly<Record<string, Family>>;

/**
 * Pods per node that EKS allows at most in managed groups on its own images, whatever the interfaces could hold.
 * https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html#max-pods-precedence
 */
const podLimit = { upToVcpus: 30, small: 110, large: 250 } as const;

/** Pods in the host's network, which take no address: `aws-node` and `kube-proxy`. */
const hostNetworkPods = 2;

/**
 * Interfaces that the VPC CNI keeps attached with no pod on them: its default `WARM_ENI_TARGET`.
 * https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/eni-and-ip-target.md
 */
const warmInterfaces = 1;

/** Every type of the table. */
export function instanceTypes(): InstanceType[] {
  return Object.entries(families).flatMap(([family, { sizes }]) =>
    Object.keys(sizes).map((size) => instanceType(`${family}.${size}`)!),
  );
}

/** The table's row of a type; undefined for one that it does not know, such as a type newer than the table. */
export function instanceType(name: string): InstanceType | undefined {
  const [familyName = "", size = "", ...rest] = name.split(".");
  if (rest.length > 0 || !Object.hasOwn(families, familyName)) return undefined;

  const { architecture, accelerator, sizes } = families[familyName];
  if (!Object.hasOwn(sizes, size)) return undefined;
  const [vcpus, maxInterfaces, addressesPerInterface, fabricAdapters = 0] = sizes[size];
  return { name, architecture, accelerator, vcpus, maxInterfaces, addressesPerInterface, fabricAdapters };
}

/**
 * Architecture of a type, of an unknown one by its name. Undefined for what is no name of a type that a node can have.
 *
 * AWS' rule: letters, a generation, attributes, of which `g` is Graviton.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function architectureOf(name: string): EksArchitecture | undefined {
  return instanceType(name)?.architecture ?? architectureByName(name);
}

function architectureByName(name: string): EksArchitecture | undefined {
  const family = familyOf(name);
  if (!family) return undefined;
  const graviton = family.attributes.includes("g") || family.name === "a1";
  // NVIDIA's Grace processor in Grace Blackwell types, e.g. p6e-gb200.
  const grace = /-gb\d+$/.test(family.name);
  return graviton || grace ? "arm64" : "x86_64";
}

/** Accelerator of a type, of an unknown one by its family. AMD's GPUs (g4ad), Habana (dl1) and the like are none. */
export function acceleratorOf(name: string): Accelerator | undefined {
  const type = instanceType(name);
  return type ? type.accelerator : acceleratorByName(name);
}

function acceleratorByName(name: string): Accelerator | undefined {
  const family = familyOf(name);
  if (!family) return undefined;
  if (/^(inf|trn)$/.test(family.series)) return "neuron";
  return /^(p|g|gr)$/.test(family.series) && !family.attributes.includes("a") ? "nvidia" : undefined;
}

/** `m7gd.large` -> series `m`, attributes `gd`; so `m7gd.*`, which stands for the family. The first generation's high-memory types are named `u-6tb1`. */
function familyOf(name: string): { name: string; series: string; attributes: string } | undefined {
  const match =
    /^(?:(?<highMemory>u-\d+tb\d)|(?<series>[a-z]+)\d+(?<attributes>[a-z]*)(?:-\w+)*)\.(?:[a-z\d-]+|\*)$/.exec(
      name,
    );
  const series = match?.groups?.highMemory ? "u" : match?.groups?.series;
  if (!series || series === "mac") return undefined;
  return { name: name.split(".")[0], series, attributes: match?.groups?.attributes ?? "" };
}

/** Pods that EKS lets a node of a managed group run at most, whatever it is told. */
export function podLimitOf({ vcpus }: InstanceType): number {
  return vcpus > podLimit.upToVcpus ? podLimit.large : podLimit.small;
}

/** Whether a name stands for the types of a family, as in `m7i.*`. */
export const isPattern = (name: string): boolean => name.endsWith(".*");

/** The names that a name stands for: itself; those of the table for a pattern such as `m7i.*`. */
export function typesNamed(name: string): string[] {
  const [family] = name.split(".");
  if (!isPattern(name)) return [name];
  return Object.hasOwn(families, family)
    ? Object.keys(families[family].sizes).map((size) => `${family}.${size}`)
    : [];
}

/** Whether machines of a type have NVMe or other disks of their own; of an unknown family by the `d` in its name. */
export function hasLocalDisks(name: string): boolean {
  const [family] = name.split(".");
  if (Object.hasOwn(families, family)) return families[family].localDisks ?? false;
  return familyOf(name)?.attributes.includes("d") ?? false;
}

/**
 * Families on the Xen hypervisor, the last of which came in 2017; all others are built on Nitro. Their `metal` sizes have
 * no hypervisor. Source: DescribeInstanceTypes, as the table.
 */
const xenFamilies = new Set(
  [
    "c1",
    "c3",
    "c4",
    "d2",
    "g3",
    "g3s",
    "h1",
    "i2",
    "i3",
    "m1",
    "m2",
    "m3",
    "m4",
    "p2",
    "p3",
    "r3",
    "r4",
  ].concat(["t1", "t2", "x1", "x1e", "f1"]),
);

/** Whether a type is built on Nitro. */
export function isNitro(name: string): boolean {
  const [family, size] = name.split(".");
  return !xenFamilies.has(family) || size === "metal";
}

/**
 * Pods that EKS lets a node of a managed group run when nobody says otherwise: as many as the VPC CNI has addresses
 * for in secondary-IP mode, and no more than EKS' limit.
 *
 * The formula: https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/eni_max_pods.go
 */
export function maxPods(type: InstanceType): number {
  const { maxInterfaces, addressesPerInterface } = type;
  return Math.min(maxInterfaces * (addressesPerInterface - 1) + hostNetworkPods, podLimitOf(type));
}

/**
 * Addresses that a node with `pods` pods may take from its subnet: the VPC CNI attaches whole interfaces, as many as
 * the pods need and a warm one, each with all its addresses (secondary-IP mode, default warm targets).
 *
 * @param pods the node's maximum of pods, host-network ones included, as in `maxPods`
 */
export function subnetAddresses(
  { maxInterfaces, addressesPerInterface }: InstanceType,
  pods: number,
): number {
  const podsWithAddress = Math.max(pods - hostNetworkPods, 0);
  const interfaces = Math.ceil(podsWithAddress / (addressesPerInterface - 1)) + warmInterfaces;
  return Math.min(maxInterfaces, interfaces) * addressesPerInterface;
}
