import { json } from "../../cluster/encode";
import { defaults } from "../fields.generated";
import { manifestsFolderOf, readManifests } from "./own-manifests";
import type { KubeadmClusterProps } from "../spec";
import { cloudControllerManager, type ControllerManagerProps } from "./cloud-controller-manager";

/** A file with objects that control-plane machines apply to the cluster. */
export interface Manifest {
  /** Name of the file. */
  readonly name: string;

  /** The text, for an argument of Terraform. */
  readonly content: string;
}

/** Folder of the store with the manifests, which the boot program reads. */
export const manifestsFolder = "assets/manifests";

/** The manifests that Terraform writes. Without any, the user owns the folder of the store. */
export const manifestsOf = (
  cluster: KubeadmClusterProps,
  controllerManager: ControllerManagerProps,
): readonly Manifest[] => [
  ...controllerManagerManifests(cluster, controllerManager),
  ...ownManifests(cluster),
];

/** The manifest of the cloud controller manager, unless the cluster does without it. */
export function controllerManagerManifests(
  cluster: KubeadmClusterProps,
  controllerManager: ControllerManagerProps,
): readonly Manifest[] {
  const wanted = cluster.kubeadm?.cloudControllerManager ?? defaults["kubeadm.cloudControllerManager"];
  if (!wanted) return [];
  const content = json(listOf(cloudControllerManager(cluster, controllerManager)));
  return [{ name: "cloud-controller-manager.json", content }];
}

/** The manifests of `kubeadm.software.manifests`. */
export function ownManifests(cluster: KubeadmClusterProps): readonly Manifest[] {
  const folder = manifestsFolderOf(cluster);
  return (folder === undefined ? [] : readManifests(folder)).map(({ name, text }) => ({
    name,
    // What looks like an expression of Terraform is text.
    content: text.replace(/[$%](?=\{)/g, "$&$&"),
  }));
}

/**
 * The list of manifests: names and checksums, so that a changed manifest changes it. Machines with an older version of Kubernetes ignore it.
 */
export const manifestIndex = (
  { kubernetesVersion }: KubeadmClusterProps,
  entries: readonly { readonly name: string; readonly sha256: string }[],
): string =>
  [`# ${kubernetesVersion}\n`, ...entries.map(({ name, sha256 }) => `${name} ${sha256}\n`)].join("");

const listOf = (items: readonly object[]): object => ({ apiVersion: "v1", kind: "List", items });
