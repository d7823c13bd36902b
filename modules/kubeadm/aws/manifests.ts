import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import { Fn, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { constructId } from "../../cluster/names";
import { defaults } from "../fields.generated";
import type { ControllerManagerProps } from "../software/cloud-controller-manager";
import { type Manifest, manifestIndex, manifestsFolder } from "../software/manifests";
import type { KubeadmClusterProps } from "../spec";
import type { Store } from "./store";

/** The cloud controller manager of AWS. It finds the cluster by the tags of its machine. */
export const controllerManager = ({ loadBalancing }: KubeadmClusterProps): ControllerManagerProps => ({
  image: "registry.k8s.io/provider-aws/cloud-controller-manager",
  provider: "aws",
  loadBalancers: loadBalancing?.controller ?? defaults["loadBalancing.controller"],
});

/** Writes manifests to the store, and the list of them last. Returns the dependencies of machines. */
export function writeManifests(
  scope: Construct,
  store: Store,
  cluster: KubeadmClusterProps,
  manifests: readonly Manifest[],
): readonly ITerraformDependable[] {
  if (manifests.length === 0) return [];
  const write = (id: string, name: string, content: string) =>
    new S3Object(scope, id, {
      bucket: store.bucket.id,
      key: `${manifestsFolder}/${name}`,
      content,
      // An object that is written before versions are kept has no version.
      dependsOn: [...store.guards],
    });
  const written = manifests.map(({ name, content }) => ({
    name,
    sha256: Fn.sha256(write(constructId(name), name, content).content),
  }));
  return [write("index", "index", manifestIndex(cluster, written))];
}
