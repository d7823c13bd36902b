import { S3Object } from "@cdktf/provider-aws/lib/s3-object";
import type { Construct } from "constructs";
import { defaults } from "../fields.generated";
import type { ControllerManagerProps } from "../software/cloud-controller-manager";
import type { KubeadmClusterProps } from "../spec";
import type { Store } from "./store";

/** The cloud controller manager of AWS. It finds the cluster by the tags of its machine. */
export const controllerManager = ({ loadBalancing }: KubeadmClusterProps): ControllerManagerProps => ({
  image: "registry.k8s.io/provider-aws/cloud-controller-manager",
  provider: "aws",
  loadBalancers: loadBalancing?.controller ?? defaults["loadBalancing.controller"],
});

/** Writes objects to the store after all settings of its bucket. */
export const objectWriter =
  (scope: Construct, store: Store) =>
  (id: string, key: string, content: string): S3Object =>
    new S3Object(scope, id, {
      bucket: store.bucket.id,
      key,
      content,
      // An object that is written before versions are kept has no version.
      dependsOn: [...store.guards],
    });
