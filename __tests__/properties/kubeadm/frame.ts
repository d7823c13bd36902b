import type { KubeadmClusterSpec } from "../../../modules/kubeadm/spec";
import { fieldsOf } from "../fields";
import { type FieldsAt, Vocabulary } from "../vocabulary";
import type { DrawnCloud } from "./clouds";

export const kubeadm = new Vocabulary<KubeadmClusterSpec>(fieldsOf("KubeadmClusterSpec"));

/** How a map of the cluster is drawn. */
export type Part<Path extends string> = FieldsAt<KubeadmClusterSpec, Path>;

/** Values that several parts of a description depend on. */
export interface Frame {
  readonly cloud: DrawnCloud;
  readonly region: string;
  readonly zones: readonly string[];
  readonly autoscaling: KubeadmClusterSpec["autoscaling"];

  /** Whether each zone has a NAT gateway, so that on Azure a group has nodes in one zone. */
  readonly hasZonalNat: boolean;

  /** Where machines get their programs; undefined for the default. With `image`, they have own images. */
  readonly source: NonNullable<NonNullable<KubeadmClusterSpec["kubeadm"]>["software"]>["source"];

  /** Whether machines reach the internet. */
  readonly hasEgress: boolean;

  /** The machine types that node groups can have. */
  readonly machineTypes: readonly string[];
}
