/**
 * What happens when a cluster is deployed, and how it works afterwards. Derived from the checked file, the synthesized stack, and tables
 * of facts. The types are the JSON format of `cdktf-clusters explain`, and its schema is generated from them.
 */
export interface Explanation {
  /** Version of this format. It changes if a field is removed or has another meaning. */
  readonly formatVersion: 1;

  /** Name of the stack, which is the full name of the cluster. */
  readonly stack: string;

  readonly platform: string;

  /** Name of the service, such as `Amazon EKS`. */
  readonly service: string;

  readonly region: string;

  /** Names of the zones with nodes. */
  readonly zones: readonly string[];

  readonly kubernetesVersion: string;

  /** One paragraph: what it is, where, how big, who has access. */
  readonly summary: string;

  readonly nodeGroups: readonly NodeGroup[];
  readonly billing: readonly BilledUnits[];
  readonly picture: Picture;

  /** The steps of a deployment, by their start. */
  readonly steps: readonly Step[];

  /** The resources that decide how long a deployment takes, first to last. */
  readonly criticalPath: readonly TimedResource[];

  /** Estimated minutes of a deployment: the end of the last step. */
  readonly minutes: number;

  readonly responsibilities: Responsibilities;
  readonly capacities: readonly UsedCapacity[];

  /** Usage that the capacities do not count. */
  readonly capacityNotes: readonly string[];

  readonly access: Access;

  /** Values in the Terraform state that must stay secret. */
  readonly secretsInState: readonly Remark[];

  readonly support: Support;

  /** The tables of facts, with the day on which their source was read. */
  readonly facts: readonly DatedFact[];

  readonly destroy: Destroy;

  /** Fields whose change replaces the cluster, its data, or nodes. */
  readonly immutableFields: readonly ImmutableField[];

  readonly nextCommands: readonly NextCommand[];
}

/** A node group of the file. */
export interface NodeGroup {
  readonly name: string;
  readonly machineTypes: readonly string[];

  /** Total numbers of nodes; undefined if they are references. */
  readonly min?: number;
  readonly max?: number;

  /** Nodes that an update adds temporarily. */
  readonly surge: number;

  readonly capacity: string;
  readonly zones: readonly string[];

  /** Who decides the number of nodes. */
  readonly sizeOwner: "terraform" | "autoscaler";

  readonly podsPerNode?: number;
  readonly diskGiB?: number;
}

/** Units of one kind that the cloud bills in a month of 730 hours. There are no prices: they depend on the contract. */
export interface BilledUnits {
  readonly kind: string;
  readonly unit: string;
  readonly atMinimum: number;
  readonly atMaximum: number;

  /** What is counted: `3 NAT gateways`. */
  readonly of: string;
}

/** The parts of a cluster and the paths between them. */
export interface Picture {
  readonly boxes: readonly Box[];
  readonly paths: readonly Path[];
}

export type BoxKind =
  | "person"
  | "internet"
  | "region"
  | "network"
  | "zone"
  | "subnet"
  | "control-plane"
  | "gateway"
  | "load-balancer"
  | "nodes"
  | "store";

/** A part of the picture. */
export interface Box {
  readonly id: string;
  readonly kind: BoxKind;
  readonly title: string;

  /** Lines below the title, such as the node groups of a subnet. */
  readonly lines: readonly string[];

  /** Id of the box that contains it. */
  readonly parent?: string;
}

export type PathKind =
  "person-to-api" | "node-to-api" | "pod-to-internet" | "internet-to-service" | "pod-to-storage";

/** A path of traffic. */
export interface Path {
  readonly kind: PathKind;
  readonly from: string;
  readonly to: string;
  readonly title: string;
}

export type StepName =
  | "foundation"
  | "network"
  | "control plane"
  | "access"
  | "Kubernetes software"
  | "workers"
  | "registration"
  | "autoscaling"
  | "load balancing"
  | "storage"
  | "observability";

/** A step of a deployment. Steps overlap: Terraform creates a resource when all that it refers to exist. */
export interface Step {
  readonly name: StepName;
  readonly resources: readonly TimedResource[];

  /** Estimated start and end in minutes from the begin of the deployment. */
  readonly start: number;
  readonly end: number;

  /** Whether the step has a resource of the critical path. */
  readonly isCritical: boolean;

  /** Earlier steps for which it waits, with the reason. */
  readonly waitsFor: readonly Wait[];

  /** What the cloud does that Terraform does not show. */
  readonly hidden: readonly Remark[];
}

export interface Wait {
  readonly step: StepName;
  readonly reason: string;

  /** A resource of this step, and the one for which it waits. */
  readonly example: readonly [waiting: string, before: string];
}

/** A resource with its estimated creation, in minutes from the begin of the deployment. */
export interface TimedResource {
  readonly address: string;
  readonly start: number;
  readonly end: number;
}

/** A fact about the stack, with its source. */
export interface Remark {
  readonly text: string;
  readonly source?: string;

  /** The resources that it is about. */
  readonly resources?: readonly string[];
}

/** Who does what after the deployment. */
export interface Responsibilities {
  readonly cloud: readonly string[];
  readonly terraform: readonly string[];
  readonly autoscaler: readonly string[];
  readonly you: readonly string[];
}

/** A limited resource: the addresses of a subnet, or a quota. */
export interface UsedCapacity {
  readonly name: string;
  readonly detail?: string;
  readonly size: number;
  readonly atMinimum: number;
  readonly atMaximum: number;
  readonly duringUpdate: number;
  readonly status: "ok" | "near-limit" | "exceeded";
  readonly isQuota: boolean;
}

/** Who reaches what, and with which rights. */
export interface Access {
  readonly reachability: readonly Opening[];
  readonly principals: readonly Principal[];
}

/** An open path: the source, the target and the ports. */
export interface Opening {
  readonly from: string;
  readonly to: string;
  readonly ports: string;

  /** The resource that opens it. */
  readonly address: string;
}

export interface Principal {
  readonly name: string;
  readonly right: string;
  readonly isAdmin: boolean;
  readonly address: string;
}

/** Support of the Kubernetes version. */
export interface Support {
  readonly minor: string;
  readonly standardUntil?: string;
  readonly lateUntil?: string;

  /** Name of the support after standard support. */
  readonly lateName?: string;
}

export interface DatedFact {
  readonly name: string;
  readonly asOf: string;
  readonly source: string;
}

export interface Destroy {
  /** Addresses that Terraform refuses to destroy. */
  readonly protectedResources: readonly string[];

  /** What would be left behind. */
  readonly remains: readonly Remark[];
}

export interface ImmutableField {
  readonly field: string;
  readonly change: "refused" | "replace";
  readonly note?: string;
}

export interface NextCommand {
  readonly purpose: string;
  readonly command: string;
}
