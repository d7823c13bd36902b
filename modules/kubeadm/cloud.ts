import type { Cidr } from "../cluster/addresses";
import type { Capacity } from "../cluster/plan";
import type { Finding, Path } from "../cluster/problem";
import type { NodePlacement } from "../cluster/scaling";
import type { Nat } from "../cluster/vocabulary";
import type { Values } from "../workloads/release";
import type { KubeadmAutoscaling, KubeadmClusterProps, KubeadmNodeGroupSpec } from "./spec";

/**
 * What rules and plans ask about a cloud. The object of a cloud is in its folder, and `clouds.ts` has the table of all. No provider
 * bindings: rules load these objects.
 */
export interface Cloud {
  /** Name of the cloud in messages. */
  readonly title: string;
  readonly regions: CloudRegions;
  readonly machines: CloudMachines;

  /** Images of machines. */
  readonly images: {
    /** What an image is, with an example. */
    readonly format: string;
    isImage(text: string): boolean;
  };

  readonly network: CloudNetwork;

  /** Most minutes for which Terraform can wait for a machine, and what limits them. */
  readonly longestTimeout: number;

  /** What is wrong with an administrator; undefined if nothing is. */
  adminProblem(text: string, region: string | undefined): string | undefined;

  /** The quotas of the account or the project that the cluster uses. */
  quotas(cluster: KubeadmClusterProps, zones: readonly string[]): Capacity[];

  /** What is wrong with tags; if omitted, all tags are valid. */
  tagProblems?(path: Path, tags: Readonly<Record<string, string>> | undefined): Finding[];

  /** What is wrong with the oldest provider version; if omitted, all versions have the same arguments. */
  providerProblem?(version: string): string | undefined;

  /** What this cloud cannot do for a node group of which all fields are known: the field and the reason. */
  groupProblem?(
    group: KubeadmNodeGroupSpec,
    zones: readonly string[],
    cluster: { readonly autoscaling: KubeadmAutoscaling; readonly nat: Nat },
  ): { readonly field: string; readonly text: string } | undefined;

  /**
   * Fields that a running cluster cannot change on this cloud only, with the values that it records: equal ones if a change is possible.
   * The note of the field states the reason.
   */
  fixedFields?(cluster: { readonly nat: Nat }): Readonly<Record<string, string>>;

  /** Why administrators need egress of the machines; if omitted, they do not. */
  readonly administratorsNeedEgress?: string;

  /** Least number of new machines of a rolling update of a node pool; if omitted, 0. */
  leastSurge?(pool: NodePlacement): number;

  /**
   * The values of the chart of the Cluster Autoscaler: the groups that it scales, and where it finds them. Its credentials are those of
   * control-plane machines.
   *
   * @param networkPart - a part of the id of the network, as a token: 1 is the one after the first `/`
   */
  autoscalerValues(
    cluster: KubeadmClusterProps,
    zones: readonly string[],
    networkPart: (index: number) => string,
  ): Values;

  /** Fields that this cloud does not support, and why. */
  readonly refused: Readonly<Record<string, string>>;

  /** Values without a separate effect on this cloud, by field, and why. */
  readonly refusedValues?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The regions of a cloud and their zones. */
export interface CloudRegions {
  readonly example: string;
  readonly names: () => string[];
  readonly isName: (name: string) => boolean;

  /** The names of the zones of a region that are known; undefined for an unknown region. */
  readonly zonesOf: (region: string) => string[] | undefined;

  /** Whether a region has zones. If omitted, each region has. */
  readonly hasZones?: (region: string) => boolean;

  /** The first zones of a region; undefined if their names are unknown. */
  readonly defaultZones: (region: string, count: number) => string[] | undefined;
  readonly isZone: (region: string, zone: string) => boolean;

  /** The name of a zone for a message. */
  readonly exampleZone: (region: string) => string;
}

/** The machine types of a cloud. */
export interface CloudMachines {
  /** Sizes of system disks in GiB. If omitted, 20 to 16384. */
  readonly systemDisk?: { readonly least: number; readonly most: number };

  /** What a machine type is, with an example. */
  readonly format: string;
  readonly isType: (type: string) => boolean;

  /** What is wrong with a machine type that the tables do not have; undefined if they have it. */
  readonly unknown: (type: string) => string | undefined;

  /** What is wrong with a machine type that the cloud retired; undefined if it starts machines of it. */
  readonly retired?: (type: string, today: Date) => string | undefined;

  /** The architecture of a machine type; undefined if it is unknown. */
  readonly architectureOf: (type: string) => "x86_64" | "arm64" | undefined;

  /** Number of vCPUs; undefined if it is unknown. */
  readonly vcpusOf: (type: string) => number | undefined;

  /** GiB of memory; undefined if they are unknown. */
  readonly memoryGiBOf: (type: string) => number | undefined;

  /**
   * Types of disk that a machine type attaches, the preferred ones first; undefined if they are unknown. If omitted, each machine type
   * attaches each type.
   */
  readonly disksOf?: (type: string) => readonly string[] | undefined;

  /** The name of the quotas of vCPUs. */
  readonly quotas: string;
}

/** The address plan of a cloud. */
export interface CloudNetwork {
  /** Shortest and longest prefix of the range of a network. */
  readonly prefix: { readonly shortest: number; readonly longest: number };

  /** Unusable addresses of a subnet. */
  readonly reserved: number;

  /** Addresses of the API server's load balancer in each subnet. */
  readonly balancerAddresses: number;

  /** The subnets of machines in these zones. */
  readonly subnets: (range: Cidr, region: string, zones: readonly string[], nat: Nat) => MachineSubnet[];

  /** The part of a subnet with the addresses of the load balancer and the slots; if omitted, all of it. */
  readonly slotRange?: (subnet: Cidr) => Cidr;
}

/** A subnet of machines. */
export interface MachineSubnet {
  readonly name: string;
  readonly range: Cidr;

  /** The zones whose machines are in it. */
  readonly zones: readonly string[];
}
