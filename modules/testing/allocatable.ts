/** What the pods of a node can request together. */
export interface Allocatable {
  /** CPUs, in thousandths. */
  readonly cpuMillis: number;
  readonly memoryMiB: number;
}

/** A machine, and how many pods its node accepts. */
export interface Machine {
  readonly vcpus: number;
  readonly memoryGiB: number;
  readonly maxPods: number;
}

/** Parts of an amount, each with the share that the node keeps. */
type Shares = readonly (readonly [upTo: number, share: number])[];

/** The sum of the shares of the parts of an amount. */
function reserved(amount: number, shares: Shares): number {
  let from = 0;
  let sum = 0;
  for (const [upTo, share] of shares) {
    sum += Math.max(0, Math.min(amount, upTo) - from) * share;
    from = upTo;
  }
  return sum;
}

/** EKS and GKE keep the same share of CPUs. */
const cpuShares: Shares = [
  [1000, 0.06],
  [2000, 0.01],
  [4000, 0.005],
  [Infinity, 0.0025],
];
const cpuOf = ({ vcpus }: Machine): number => Math.floor(vcpus * 1000 - reserved(vcpus * 1000, cpuShares));

/**
 * EKS nodes keep 255 MiB and 11 MiB for each pod, and evict pods below 100 MiB.
 *
 * @see https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/config.go
 */
export const eksAllocatable = (machine: Machine): Allocatable => ({
  cpuMillis: cpuOf(machine),
  memoryMiB: machine.memoryGiB * 1024 - (255 + 11 * machine.maxPods) - 100,
});

/** CPUs that AKS keeps, by the CPUs of the machine. */
const aksCpu: readonly (readonly [vcpus: number, millis: number])[] = [
  [1, 60],
  [2, 100],
  [4, 140],
  [8, 180],
  [16, 260],
  [32, 420],
  [64, 740],
];

/**
 * AKS nodes keep 50 MiB and 20 MiB for each pod, at most a quarter of the memory, and evict pods below 100 MiB.
 *
 * @see https://learn.microsoft.com/azure/aks/node-resource-reservations
 */
export function aksAllocatable({ vcpus, memoryGiB, maxPods }: Machine): Allocatable {
  const [, cpu] = aksCpu.find(([upTo]) => vcpus <= upTo) ?? aksCpu.at(-1)!;
  const memory = memoryGiB * 1024;
  return {
    cpuMillis: vcpus * 1000 - cpu,
    memoryMiB: Math.floor(memory - Math.min(50 + 20 * maxPods, memory / 4) - 100),
  };
}

/** In GiB. */
const gkeMemory: Shares = [
  [4, 0.25],
  [8, 0.2],
  [16, 0.1],
  [128, 0.06],
  [Infinity, 0.02],
];

/**
 * GKE nodes keep shares of their memory, and evict pods below 100 MiB.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes
 */
export const gkeAllocatable = (machine: Machine): Allocatable => ({
  cpuMillis: cpuOf(machine),
  memoryMiB: Math.floor((machine.memoryGiB - reserved(machine.memoryGiB, gkeMemory)) * 1024 - 100),
});

/** The smaller of each; undefined if one is unknown. */
export function smallest(all: readonly (Allocatable | undefined)[]): Allocatable | undefined {
  const known = all.filter((one) => one !== undefined);
  if (known.length < all.length || known.length === 0) return undefined;
  return {
    cpuMillis: Math.min(...known.map(({ cpuMillis }) => cpuMillis)),
    memoryMiB: Math.min(...known.map(({ memoryMiB }) => memoryMiB)),
  };
}
