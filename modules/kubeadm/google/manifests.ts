import { StorageBucketObject } from "@cdktf/provider-google/lib/storage-bucket-object";
import { Fn, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { constructId } from "../../cluster/names";
import type { ControllerManagerProps } from "../software/cloud-controller-manager";
import { type Manifest, manifestIndex, manifestsFolder } from "../software/manifests";
import type { KubeadmClusterProps } from "../spec";
import type { Store } from "./store";

/**
 * The cloud controller manager of Google Cloud. It learns project, network and zone from the metadata service; nodes are in all zones
 * of the region.
 *
 * @see https://github.com/kubernetes/cloud-provider-gcp/blob/master/providers/gce/gce.go
 */
export const controllerManager: ControllerManagerProps = {
  image: "registry.k8s.io/cloud-provider-gcp/cloud-controller-manager",
  provider: "gce",
  configuration: "[global]\nmultizone = true\n",
  loadBalancers: false,
};

/** Writes manifests to the store, and the list of them last. Returns the dependencies of machines. */
export function writeManifests(
  scope: Construct,
  store: Store,
  cluster: KubeadmClusterProps,
  manifests: readonly Manifest[],
): readonly ITerraformDependable[] {
  if (manifests.length === 0) return [];
  const write = (id: string, name: string, content: string) =>
    new StorageBucketObject(scope, id, {
      bucket: store.bucket.name,
      name: `${manifestsFolder}/${name}`,
      content,
      dependsOn: [...store.guards],
    });
  const written = manifests.map(({ name, content }) => ({
    name,
    sha256: Fn.sha256(write(constructId(name), name, content).content),
  }));
  return [write("index", "index", manifestIndex(cluster, written))];
}
