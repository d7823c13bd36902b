import { addedRow, addedRows } from "../cluster/added-facts";
import type { Fact } from "../cluster/facts";
import { adviceOnUnknown } from "../cluster/nearest";
import table from "./machine-type-table.json";

/**
 * EC2 instance types: facts for the image of a node, its pods and its addresses.
 *
 * `machine-type-table.json` is the output of DescribeInstanceTypes, through the `moto` package; `scripts/instance-types.mjs` and `npm run refresh -- eks` write it.
 * A type that is missing there may be newer.
 */
export const machineTypesFact: Fact = {
  asOf: "2026-10-31",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstanceTypes.html",
};

/** What is wrong with a type, or a pattern of types, that the table does not have; undefined if it has it. */
export function unknownType(type: string): string | undefined {
  if (typesNamed(type).some(instanceType)) return undefined;
  const types = instanceTypes().map(({ name }) => name);
  const known = isPattern(type) ? [...new Set(types.map((name) => `${name.split(".")[0]}.*`))] : types;
  const what = isPattern(type) ? "families" : "instance types";
  return `${JSON.stringify(type)} is not one of the known ${what} (as of ${machineTypesFact.asOf}); ${adviceOnUnknown(type, known)}`;
}

/** Processor architecture of a machine. */
export type Architecture = "x86_64" | "arm64";

/** Accelerators with special images: NVIDIA GPUs; AWS Inferentia and Trainium. */
export type Accelerator = "nvidia" | "neuron";

/** An EC2 instance type. */
export interface InstanceType {
  /** Such as `m7g.large`. */
  readonly name: string;
  readonly architecture: Architecture;
  readonly accelerator?: Accelerator;
  readonly vcpus: number;
  readonly memoryGiB: number;
  /** Network interfaces of the default network card, the only one whose addresses the VPC CNI gives to pods. */
  readonly maxInterfaces: number;
  /** IPv4 addresses per interface, including its own. */
  readonly addressesPerInterface: number;
  /** Elastic Fabric Adapters, at most one for each network card. */
  readonly fabricAdapters: number;
}

interface Family {
  readonly architecture: Architecture;
  readonly accelerator?: Accelerator;
  readonly localDisks?: true;
  /** Size -> vCPUs, GiB of memory, interfaces, IPv4 addresses per interface, Elastic Fabric Adapters if any. */
  readonly sizes: Readonly<Record<string, readonly [number, number, number, number, number?]>>;
}

const families = table as unknown as Readonly<Record<string, Family>>;

/**
 * Maximum number of pods on a node of a managed node group with an EKS image.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html#max-pods-precedence
 */
const podLimit = { upToVcpus: 30, small: 110, large: 250 } as const;

/** Pods in the network of the host, without an address: `aws-node` and `kube-proxy`. */
const hostNetworkPods = 2;

/**
 * Interfaces without pods that the VPC CNI keeps attached: the default of `WARM_ENI_TARGET`.
 *
 * @see https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/eni-and-ip-target.md
 */
const warmInterfaces = 1;

/** All types of the table. */
export function instanceTypes(): InstanceType[] {
  const known = Object.entries(families).flatMap(([family, { sizes }]) =>
    Object.keys(sizes).map((size) => `${family}.${size}`),
  );
  return [...new Set([...known, ...Object.keys(addedRows("eks", "machineTypes"))])].map((name) =>
    instanceType(name)!,
  );
}

/** The row of a type; undefined for a type that the table does not have. */
export function instanceType(name: string): InstanceType | undefined {
  const added = addedRow("eks", "machineTypes", name);
  if (added !== undefined) {
    const {
      architecture,
      accelerator,
      vcpus,
      memoryGiB = 0,
      interfaces = 1,
      addressesPerInterface = 1,
    } = added;
    return {
      name,
      architecture,
      accelerator: accelerator ?? acceleratorByName(name),
      vcpus,
      memoryGiB,
      maxInterfaces: interfaces,
      addressesPerInterface,
      fabricAdapters: 0,
    };
  }
  const known = rows.get(name);
  if (known !== undefined) return known;
  const [familyName = "", size = "", ...rest] = name.split(".");
  if (rest.length > 0 || !Object.hasOwn(families, familyName)) return undefined;

  const { architecture, accelerator, sizes } = families[familyName];
  if (!Object.hasOwn(sizes, size)) return undefined;
  const [vcpus, memoryGiB, maxInterfaces, addressesPerInterface, fabricAdapters = 0] = sizes[size];
  const row = {
    name,
    architecture,
    accelerator,
    vcpus,
    memoryGiB,
    maxInterfaces,
    addressesPerInterface,
    fabricAdapters,
  };
  rows.set(name, row);
  return row;
}

/** Rows that were used. */
const rows = new Map<string, InstanceType>();

/**
 * Architecture of a type, of an unknown one by its name; undefined if the name is not valid. Names have letters, a generation
 * and attributes, of which `g` is Graviton.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function architectureOf(name: string): Architecture | undefined {
  return instanceType(name)?.architecture ?? architectureByName(name);
}

/** The architecture that the name of a type states; undefined if the name is not valid. */
export function architectureByName(name: string): Architecture | undefined {
  const family = familyOf(name);
  if (!family) return undefined;
  const graviton = family.attributes.includes("g") || family.name === "a1";
  // The Grace processor of NVIDIA in Grace Blackwell types, such as p6e-gb200.
  const grace = /-gb\d+$/.test(family.name);
  return graviton || grace ? "arm64" : "x86_64";
}

/** Accelerator of a type, of an unknown one by its family. GPUs of AMD (g4ad), Habana (dl1) and others are not included. */
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

/**
 * `m7gd.large` -> series `m`, attributes `gd`; also `m7gd.*` for the family. The high-memory types of the first generation
 * have names such as `u-6tb1`.
 */
function familyOf(name: string): { name: string; series: string; attributes: string } | undefined {
  const match =
    /^(?:(?<highMemory>u-\d+tb\d)|(?<series>[a-z]+)\d+(?<attributes>[a-z]*)(?:-\w+)*)\.(?:[a-z\d-]+|\*)$/.exec(
      name,
    );
  const series = match?.groups?.highMemory ? "u" : match?.groups?.series;
  if (!series || series === "mac") return undefined;
  return { name: name.split(".")[0], series, attributes: match?.groups?.attributes ?? "" };
}

/** Maximum number of pods that EKS allows on a node of a managed node group. */
export function podLimitOf({ vcpus }: InstanceType): number {
  return vcpus > podLimit.upToVcpus ? podLimit.large : podLimit.small;
}

/**
 * The same rules as regular expressions, which Terraform reads too: names of types, and those with a processor of ARM, with GPUs of
 * NVIDIA, with chips of AWS. The types of the table follow them.
 */
export const typePatterns = {
  any: "^[a-z0-9-]+\\.[a-z0-9-]+$",
  arm64: "^([a-z]+[0-9]+[a-z]*g[a-z]*|a1)(-[a-z0-9]+)*\\.|-gb[0-9]+\\.",
  nvidia: "^(p|g|gr)[0-9]+[b-z]*(-[a-z0-9]+)*\\.",
  neuron: "^(inf|trn)[0-9]",
} as const;

/** Whether a name means all types of a family, such as `m7i.*`. */
export const isPattern = (name: string): boolean => name.endsWith(".*");

/** The types of a name: the name itself, or those of the table for a pattern such as `m7i.*`. */
export function typesNamed(name: string): string[] {
  const [family] = name.split(".");
  if (!isPattern(name)) return [name];
  const known = Object.hasOwn(families, family)
    ? Object.keys(families[family].sizes).map((size) => `${family}.${size}`)
    : [];
  const added = Object.keys(addedRows("eks", "machineTypes")).filter((type) => type.startsWith(`${family}.`));
  return added.length === 0 ? known : [...new Set([...known, ...added])];
}

/** Whether machines of a type have local disks; of an unknown family by the `d` in its name. */
export function hasLocalDisks(name: string): boolean {
  const added = addedRow("eks", "machineTypes", name);
  if (added !== undefined) return added.localDisks ?? localDisksByName(name);
  const [family] = name.split(".");
  if (Object.hasOwn(families, family)) return families[family].localDisks ?? false;
  return localDisksByName(name);
}

/** Whether the name of a type states local disks. Families of storage, such as `i8g`, have them without a `d`. */
export const localDisksByName = (name: string): boolean => familyOf(name)?.attributes.includes("d") ?? false;

/**
 * Families on the Xen hypervisor, the last from 2017; all others use Nitro. Their `metal` sizes have no hypervisor. Source:
 * DescribeInstanceTypes, as the table.
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

/** Whether a type uses Nitro. */
export function isNitro(name: string): boolean {
  const [family, size] = name.split(".");
  return !xenFamilies.has(family) || size === "metal";
}

/**
 * Families and types of Nitro without a trunk interface, which has the branch interfaces of pods with a security group.
 *
 * @see https://github.com/aws/amazon-vpc-resource-controller-k8s/blob/master/pkg/aws/vpc/limits.go
 */
const withoutTrunk = new Set(["t3", "t3a", "t4g", "u-6tb1", "i4i.large"]);

/** Whether machines of a type can have a trunk interface: those of Nitro, with few exceptions. */
export function hasTrunkInterface(name: string): boolean {
  const [family] = name.split(".");
  return isNitro(name) && !withoutTrunk.has(family) && !withoutTrunk.has(name);
}

/**
 * Default number of pods of a node in a managed node group: as many as the VPC CNI has addresses for in secondary-IP mode, up
 * to the limit of EKS.
 *
 * @see https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/eni_max_pods.go
 */
export function maxPods(type: InstanceType): number {
  const { maxInterfaces, addressesPerInterface } = type;
  return Math.min(maxInterfaces * (addressesPerInterface - 1) + hostNetworkPods, podLimitOf(type));
}

/**
 * Maximum number of addresses of a node with `pods` pods: the VPC CNI attaches whole interfaces, as many as the pods need and
 * one in reserve, each with all its addresses (secondary-IP mode, default targets).
 *
 * @param pods - maximum number of pods of the node, including those in the network of the host, as in `maxPods`
 */
export function subnetAddresses(
  { maxInterfaces, addressesPerInterface }: InstanceType,
  pods: number,
): number {
  const podsWithAddress = Math.max(pods - hostNetworkPods, 0);
  const interfaces = Math.ceil(podsWithAddress / (addressesPerInterface - 1)) + warmInterfaces;
  return Math.min(maxInterfaces, interfaces) * addressesPerInterface;
}
