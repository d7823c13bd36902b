import type { Slot } from "./control-plane/slots";
import type { KubeadmNodeGroup } from "./node-groups/node-group";
import type { KubeadmNodeGroupSpec } from "./spec";

/** What an adapter of a cloud creates for a cluster. All strings are CDKTF tokens or literals. */
export interface Infrastructure {
  /** What a node pool is in this cloud, as a field of an output. */
  readonly nodePoolKind: string;

  /** Certificate authority of the API server, PEM in base64. */
  readonly certificateAuthority: string;
  readonly networkId: string;

  /** The AWS account, subscription or project of the cluster. */
  readonly account: string;
  readonly nodeSubnetIds: readonly string[];
  readonly slots: readonly Slot[];

  /** The command that lets kubectl talk to the cluster, and the one with the certificate for emergencies. */
  readonly kubeconfigCommand: string;
  readonly emergencyKubeconfigCommand: string;

  /** Where to find out why a machine is not ready. */
  readonly logCommand: string;

  /** Name of the bucket with the store of the cluster. */
  readonly storeName: string;

  /** Storage classes of the cluster, as a list of Kubernetes objects. */
  readonly storageManifests: object;

  /** The commands that replace the control-plane machines, each with its check; if omitted, the cloud or Terraform does it. */
  readonly replacementCommands?: readonly string[];

  createNodeGroup(spec: KubeadmNodeGroupSpec): KubeadmNodeGroup;
}
