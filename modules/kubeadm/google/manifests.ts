import { StorageBucketObject } from "@cdktf/provider-google/lib/storage-bucket-object";
import type { Construct } from "constructs";
import type { ControllerManagerProps } from "../software/cloud-controller-manager";
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

/** Writes objects to the store after all settings of its bucket. */
export const objectWriter =
  (scope: Construct, store: Store) =>
  (id: string, key: string, content: string): StorageBucketObject =>
    new StorageBucketObject(scope, id, {
      bucket: store.bucket.name,
      name: key,
      content,
      dependsOn: [...store.guards],
    });
