import type { ClusterPlan } from "../cluster/plan";
import type { ClusterSpec, NodeGroupSpec } from "../cluster/vocabulary";
import type { Access, DatedFact, Picture, Remark, Responsibilities, StepName, Support } from "./model";
import type { Config, Resource, Stack } from "./stack";

/** What `explain` reads of the clusters of every platform. */
export interface ExplainedCluster extends Omit<ClusterSpec, "nodeGroups"> {
  readonly platform: string;

  /** Of kubeadm clusters. */
  readonly cloud?: string;
  readonly nodeGroups?: readonly NodeGroupSpec[];
}

/** What the cloud does that Terraform does not show. */
export interface HiddenAction {
  /** The step in which it occurs, if it is not the one of the resource. */
  readonly step?: StepName;

  readonly text: string;

  /** URL of the documentation that describes it. */
  readonly source: string;

  /** If omitted, for each resource of the type in all clusters. */
  readonly when?: (config: Config, cluster: ExplainedCluster) => boolean;
}

/** Units that the cloud bills for a resource, in a month of 730 hours. */
export interface Billing {
  readonly kind: string;
  readonly unit: string;

  /** Plural of what is counted: `NAT gateways`. */
  readonly of: string;
  readonly each: (config: Config) => number;
}

/** The facts of a resource type. */
export interface ResourceFacts {
  /** Typical minutes until it exists. */
  readonly minutes: number;

  /** The source of a time above one minute. */
  readonly timeSource?: string;

  /** Only if it differs from the step of the component. */
  readonly step?: StepName;
  readonly bills?: readonly Billing[];
  readonly hidden?: readonly HiddenAction[];

  /** What a destroy leaves behind. */
  readonly remains?: Omit<Remark, "resources">;

  /** The secret that the state contains. */
  readonly secret?: Omit<Remark, "resources"> & { readonly when?: (config: Config) => boolean };
}

/** The facts of a platform, and the parts of an explanation that only it can derive. */
export interface PlatformFacts<Cluster extends ExplainedCluster = ExplainedCluster> {
  readonly service: string;

  /** A row for each resource type that the stacks of the platform have. */
  readonly resources: Readonly<Record<string, ResourceFacts>>;

  readonly zonesOf: (cluster: Cluster) => readonly string[];
  readonly planOf: (cluster: Cluster) => ClusterPlan;

  /** Size of the disk of each node of a group, if the cloud bills it separately. */
  readonly diskOf: (cluster: Cluster, group: NodeGroupSpec) => number | undefined;

  /** Who reaches the API server, as a phrase after "The API server is reachable ". */
  readonly apiReach: (cluster: Cluster, stack: Stack) => string;
  readonly pictureOf: (cluster: Cluster, stack: Stack) => Picture;
  readonly accessOf: (cluster: Cluster, stack: Stack) => Access;
  readonly responsibilitiesOf: (cluster: Cluster, stack: Stack) => Responsibilities;
  readonly supportOf: (minor: string) => Support;
  readonly facts: readonly DatedFact[];

  /** What Kubernetes creates in the cloud outside of Terraform, and a destroy leaves behind. */
  readonly remains: readonly Remark[];
}

/** The steps in their usual order, for steps that start at the same time. */
export const stepOrder: readonly StepName[] = [
  "foundation",
  "network",
  "control plane",
  "access",
  "Kubernetes software",
  "workers",
  "registration",
  "autoscaling",
  "load balancing",
  "storage",
  "observability",
];

/** The step of each component. Terraform addresses start with the component. */
const stepsOfComponents: readonly (readonly [component: string, step: StepName])[] = [
  ["resource_group", "foundation"],
  ["project", "foundation"],
  ["network", "network"],
  ["access", "access"],
  ["identity", "access"],
  ["control_plane", "control plane"],
  ["node_groups", "workers"],
  ["add_ons", "Kubernetes software"],
  ["autoscaling", "autoscaling"],
  ["load_balancing", "load balancing"],
  ["storage", "storage"],
  ["observability", "observability"],
];

export function stepOf(facts: ResourceFacts, { name }: Resource): StepName {
  if (facts.step) return facts.step;
  return stepsOfComponents.find(([component]) => name.startsWith(component))?.[1] ?? "foundation";
}

/** Why a step waits for another one. */
export const waitReasons: Readonly<Partial<Record<StepName, Partial<Record<StepName, string>>>>> = {
  network: { foundation: "the network is created in it" },
  "control plane": {
    foundation: "the cluster is created in it",
    network: "the control plane gets addresses in the subnets",
    access: "the identities of the cluster must have their rights before it starts",
    observability: "logs have their destination before the first line is written",
  },
  access: {
    foundation: "identities are created in it",
    "control plane": "rights refer to the cluster",
    network: "rights refer to the subnets",
    workers: "rights refer to the identity of nodes",
  },
  "Kubernetes software": {
    "control plane": "it is installed through the API server",
    workers: "its pods need nodes",
    access: "its pods need their rights in the cloud",
  },
  workers: {
    foundation: "nodes are created in it",
    "control plane": "nodes register with the API server",
    network: "nodes get addresses in the subnets, and download images through the gateways",
    "Kubernetes software": "nodes are Ready only with the network software",
    access: "nodes must be allowed to join and to pull images",
  },
  autoscaling: {
    "control plane": "the autoscaler gets its rights for this cluster",
    workers: "the autoscaler finds the node groups by their tags",
  },
  "load balancing": {
    "control plane": "the controller gets its rights for this cluster",
    network: "load balancers are created in the subnets",
  },
  storage: {
    foundation: "data is stored in it",
    network: "nodes reach the file systems in their subnets",
    "control plane": "the drivers are installed through the API server",
    workers: "the pods of the drivers need nodes",
    access: "the drivers need their rights in the cloud",
  },
  observability: {
    foundation: "logs are stored in it",
    network: "the traffic of the network is logged",
    "control plane": "logs and metrics of the cluster are collected",
  },
};
