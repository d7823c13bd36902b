import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { VirtualMachineRunCommand } from "@cdktf/provider-azurerm/lib/virtual-machine-run-command";
import { StorageBucketObject } from "@cdktf/provider-google/lib/storage-bucket-object";
import type { KubeadmClusterProps } from "../../../modules/kubeadm/spec";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { cluster, onAzure, onGoogle } from "../rule-support";

/** The same cluster on each cloud. */
export const onClouds: Readonly<
  Record<KubeadmClusterProps["cloud"], (patch?: Partial<KubeadmClusterProps>) => KubeadmClusterProps>
> = { aws: cluster, azure: onAzure, google: onGoogle };

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly [field: string]: unknown;
}

/** The objects of the cloud controller manager that Terraform writes. */
export function controllerManagerObjects(props: KubeadmClusterProps): readonly KubernetesObject[] {
  const text = controllerManagerText(props);
  return (JSON.parse(text) as { items: readonly KubernetesObject[] }).items;
}

/** The manifest, with `${…}` for the values that only Terraform knows. */
function controllerManagerText(props: KubeadmClusterProps): string {
  const stack = synthesizeKubeadm(props);
  const id = "control_plane_manifests_cloud_controller_manager_json";
  if (props.cloud === "aws") return stack.resource(S3Object, id).content as string;
  if (props.cloud === "google") return stack.resource(StorageBucketObject, id).content as string;
  const { script } = stack.resource(VirtualMachineRunCommand, "control_plane_controller_manager").source as {
    script: string;
  };
  const [, literal] = /\$\{base64gzip\((".*")\)\}/.exec(script)!;
  return JSON.parse(literal) as string;
}
