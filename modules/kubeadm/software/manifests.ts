import { Fn } from "cdktf";
import { json } from "../../cluster/encode";
import { constructId } from "../../cluster/names";
import type { KubeadmClusterProps } from "../spec";
import { cloudControllerManager, type ControllerManagerProps } from "./cloud-controller-manager";
import { hasControllerManager, manifestsFolderOf, readManifests } from "./own-manifests";

/** A file with objects that control-plane machines apply to the cluster. */
export interface Manifest {
  /** Name of the file. */
  readonly name: string;

  /** The text, for an argument of Terraform. */
  readonly content: string;
}

/** Folder of the store with the manifests, which the boot program reads. */
const manifestsFolder = "assets/manifests";

/** The manifests of a cluster: that of the cloud controller manager and its own. */
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
  if (!hasControllerManager(cluster)) return [];
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
 * What a set without manifests applies, so that the machines remove the objects that it had: kubectl refuses to apply no object.
 *
 * @param set - name of the set. Two sets have different objects
 */
export function filled(manifests: readonly Manifest[], set: string): readonly Manifest[] {
  if (manifests.length > 0) return manifests;
  const metadata = { name: `kubernetes-boot-no-manifests-${set}`, namespace: "kube-system" };
  const content = JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata });
  return [{ name: "no-manifests.json", content }];
}

/**
 * Writes manifests to the store, and the list of them last: names and checksums, so that a changed manifest changes it. Machines with an older
 * version of Kubernetes ignore it. Returns the objects for which machines wait.
 *
 * @param write - writes an object of the store with this construct id and key
 */
export function writeManifests<StoredObject extends { readonly content: string }>(
  { kubernetesVersion }: KubeadmClusterProps,
  manifests: readonly Manifest[],
  write: (id: string, key: string, content: string) => StoredObject,
): readonly StoredObject[] {
  const lines = filled(manifests, "store").map(({ name, content }) => {
    const object = write(constructId(name), `${manifestsFolder}/${name}`, content);
    return `${name} ${Fn.sha256(object.content)}\n`;
  });
  const index = [`# ${kubernetesVersion}\n`, ...lines].join("");
  return [write("index", `${manifestsFolder}/index`, index)];
}

const listOf = (items: readonly object[]): object => ({ apiVersion: "v1", kind: "List", items });
