import type { Allocatable } from "./allocatable";

/** What a cluster has for applications. */
export interface Offer {
  readonly storageClasses: readonly OfferedClass[];

  /** The classes of Ingresses whose controller runs. */
  readonly ingressClasses: readonly OfferedClass[];

  /** Volumes that exist, by name. */
  readonly volumes: readonly string[];

  readonly groups: readonly OfferedGroup[];

  /** What adds nodes for pods that fit on no node of the groups. */
  readonly provisioners: readonly OfferedProvisioner[];
}

/** A program or a mode of the cloud that adds nodes for pods, such as Karpenter. Their machines and zones are not in the stacks. */
export interface OfferedProvisioner {
  readonly name: string;

  /** It accepts the pods that one of them selects. If omitted, all pods. */
  readonly selectors?: readonly OfferedSelector[];
}

/** Pods of a Fargate profile. A namespace and values can have the wildcards `*` and `?`. */
export interface OfferedSelector {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** A storage class or a class of Ingresses. */
export interface OfferedClass {
  readonly name: string;

  /** Objects that name no class get it. */
  readonly isDefault: boolean;

  /** Several nodes can mount its volumes for writing. */
  readonly isShared?: boolean;
}

/** Nodes that are alike, such as a node pool. */
export interface OfferedGroup {
  readonly name: string;

  /** Undefined if only the cloud knows them: the subnets are existing ones. */
  readonly zones?: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly OfferedTaint[];

  /** All machine types that its nodes can have. */
  readonly machineTypes: readonly string[];

  /** What pods can request of its smallest machine; undefined if the type is unknown. */
  readonly allocatable?: Allocatable;
}

/** A taint as Kubernetes writes it. */
export interface OfferedTaint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}
