import { InputError } from "../../cluster/problem";
import type { Access, GoogleView } from "./scopes";

/**
 * The state in a bucket. Terraform locks it with an object, also when it plans.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/gcs
 */
export function stateAccess({ backend }: GoogleView): Access[] {
  if (backend === undefined) return [];
  const { bucket, prefix = "" } = backend as { readonly bucket?: string; readonly prefix?: string };
  if (bucket === undefined) throw new InputError("the backend gcs needs bucket");
  const resource = `projects/_/buckets/${bucket}`;
  // Terraform separates the prefix and the name of a state with a slash.
  const path = prefix.replace(/^\/+/, "").replace(/(?<=[^/])$/, "/");
  return [
    {
      resource,
      permissions: ["create", "delete", "get", "list"].map((one) => `storage.objects.${one}`),
      // A list is a right on the bucket.
      condition: `resource.type != 'storage.googleapis.com/Object' || resource.name.startsWith('${resource}/objects/${path}')`,
    },
  ];
}
