import type { NodePlacement } from "../../cluster/scaling";

/** One node pool of a node group: a group of machines of the cloud. */
export interface KubeadmNodePool extends NodePlacement {
  /** Its name in the cloud. */
  readonly name: string;
}

/** A node group of a kubeadm cluster. */
export interface KubeadmNodeGroup {
  readonly name: string;
  readonly nodePools: readonly KubeadmNodePool[];
}
