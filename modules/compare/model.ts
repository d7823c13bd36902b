/** What an edit of environment files does to running clusters. Derived from the stacks before and after the edit. */
export interface Comparison {
  /** Version of this format. It changes if a field is removed or has another meaning. */
  readonly formatVersion: 1;
  readonly clusters: readonly ClusterComparison[];
}

export interface ClusterComparison {
  readonly stack: string;
  readonly platform: string;

  /** Whether the cluster is in both, or only in one. */
  readonly change: "created" | "removed" | "changed" | "unchanged";

  /** The changed fields of the file. */
  readonly fields: readonly FieldChange[];

  /** What Terraform would do with each changed resource. Of a removed cluster: what a destroy of its stack deletes. */
  readonly resources: readonly ResourceChange[];

  /** Node groups whose nodes are replaced, in the order of Terraform. */
  readonly nodes: readonly NodeChange[];

  /** Why Terraform refuses the edit; empty if it does not. */
  readonly refusals: readonly Refusal[];

  /** What `compare` cannot predict of the changed resources, with the reason. */
  readonly unknown: readonly Unpredicted[];

  /** Capacity that the edit needs in addition while it is applied. */
  readonly needs: readonly Need[];

  /** Effects that a pipeline stops, unless they are accepted. */
  readonly destructive: readonly Destructive[];

  /** The stack of the programs in the cluster, if its `workloads` change. */
  readonly programs?: ProgramChange;

  /** What happens to a cluster that the new files do not have. */
  readonly removal?: Removal;
}

/** A cluster that the new files do not have. Its stack is not written any more, so Terraform deletes nothing. */
export interface Removal {
  /** Whether the cluster refuses a destroy until `protection: false` is deployed. */
  readonly isProtected: boolean;

  /** Commands that destroy the cluster, with the files before the edit. */
  readonly commands: readonly string[];
}

/** A stack of programs whose description changes. Nothing predicts what Helm does to them. */
export interface ProgramChange {
  readonly stack: string;
  readonly change: "created" | "removed" | "changed";

  /** Commands that plan the stack; for a removed stack those that destroy it. */
  readonly commands: readonly string[];
}

export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;

  /** The effect that the field table states; `delete` if a resource of a removed field is deleted, and `keep` if it is data that is kept. */
  readonly effect?: string;
  readonly note?: string;
}

/** The actions of a plan of Terraform. `forget` removes a resource from the state and keeps it in the cloud. */
export type Action =
  | "create"
  | "update"
  | "delete"
  | "forget"
  | "replaced, create before destroy"
  | "replaced, destroy before create";

export interface ResourceChange {
  readonly address: string;
  readonly action: Action;
  readonly component: string;

  /** The changed arguments; of a replacement those that force it. */
  readonly because: readonly string[];
}

export interface NodeChange {
  readonly address: string;
  readonly how: "rolling" | "replaced, new first" | "replaced, old first" | "created" | "removed";

  /** Nodes of the pool at its maximum; undefined if it is a reference. */
  readonly nodes?: number;

  /** Nodes that a rolling update replaces at the same time. */
  readonly atOnce?: string;

  /** Whether a rolling update starts new nodes before it ends old ones; also "zone by zone". */
  readonly order?: string;

  /** Changed clusters and node groups that Terraform updates before this one. Groups without it are updated at the same time. */
  readonly after?: readonly string[];

  /** How long a rolling update takes; undefined if a setting is a reference. */
  readonly duration?: NodeDuration;
}

/** How long a rolling update takes, from the settings of the file and documented times of the cloud. */
export interface NodeDuration {
  /** Batches of nodes that are replaced one after the other, at the largest number of nodes. */
  readonly batches: number;

  readonly minutes: {
    /** With the smallest number of nodes, from which all pods leave at once. */
    readonly least: number;

    /** With the largest number of nodes, from which pods leave as late as the cloud allows; undefined if it states no limit. */
    readonly most?: number;
  };

  /** Minutes for which Terraform waits for the update; then its apply fails, and the cloud continues. 0: it does not wait. */
  readonly terraformWaits: number;

  readonly assumes: readonly Assumption[];
}

/** What a duration assumes, with its source. */
export interface Assumption {
  readonly text: string;
  readonly source?: string;
}

export interface Refusal {
  readonly address?: string;
  readonly reason: string;
}

/** A part of the plan that follows from no table and no file. */
export interface Unpredicted {
  readonly address: string;
  readonly reason: string;
}

export interface Need {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly size: number;
}

/** Kinds of destructive effects, which `--allow` accepts. */
export const destructiveKinds = ["refused", "data-lost", "workloads-stopped", "cluster-removed"] as const;

export interface Destructive {
  readonly kind: (typeof destructiveKinds)[number];
  readonly text: string;
}
