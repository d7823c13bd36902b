import { kubeadmResources } from "./kubeadm-resources";
import { derivedOf, eksResources, type Repeatable, type Search } from "./eks-resources";

type Values = Readonly<Record<string, unknown>>;

/** How to find the resources of a platform. */
export interface CloudTable {
  readonly cloud: "AWS" | "Azure" | "Google Cloud";

  readonly resources: Readonly<Record<string, Search | Repeatable>>;

  /** A reference to an attribute of a resource: its address and the path of the attribute. */
  readonly reference: RegExp;

  /** The attribute `id` of a resource has the form of `terraform import`. */
  readonly idIsImportId?: true;

  /** A command for the region, the subscription or the project of the stack. */
  readonly withScope: (argv: readonly string[], scope: string | undefined) => readonly string[];

  /** Values for commands that no argument has. */
  readonly derivedOf: (values: Values, scope: string | undefined) => Values;
}

/** The search for resources of EKS stacks with the AWS CLI. */
export const eksTable: CloudTable = {
  cloud: "AWS",
  resources: eksResources,
  reference: /\$\{(aws_\w+\.\w+)\.([\w.[\]]+)\}/g,
  withScope: ([program, ...rest], scope) =>
    scope === undefined ? [program, ...rest] : [program, "--region", scope, ...rest],
  derivedOf,
};

/** The search for resources of stacks with kubeadm clusters on AWS. */
export const kubeadmTable: CloudTable = { ...eksTable, resources: kubeadmResources };
