import type { EksClusterSpec, EksNetworkSpec } from "../../../modules/eks/spec";
import type { Draw } from "../draw";
import { fieldsOf } from "../fields";
import { type FieldsAt, Vocabulary } from "../vocabulary";

export const eks = new Vocabulary<EksClusterSpec>(fieldsOf("EksClusterSpec"));

/** How a map of the cluster is drawn. */
export type Part<Path extends string> = FieldsAt<EksClusterSpec, Path>;

/** Values that several parts of a description depend on. */
export interface Frame {
  readonly region: string;
  readonly partition: string;
  readonly version: string;
  readonly kind: "node groups" | "karpenter" | "auto mode" | "fargate";
  readonly autoscaling: EksClusterSpec["autoscaling"];
  readonly network: EksNetworkSpec | undefined;
  readonly zones: readonly string[];

  /** Whether no node group has nodes. */
  readonly groupless: boolean;

  /** Whether all machines must use the Nitro system. */
  readonly nitro: boolean;
}

export const keyArn = (draw: Draw, { partition, region }: Frame): string =>
  `arn:${partition}:kms:${region}:111122223333:key/${draw.bool() ? draw.uuid() : `mrk-${draw.hex(32)}`}`;
