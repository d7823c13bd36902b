import { InputError } from "../../cluster/problem";
import type { Permission, StackView } from "./model";

/** Permissions for the state in a bucket. Terraform also locks the state while it plans. */
export function statePermissions(view: StackView, isPlan: boolean): Permission[] {
  const { backend } = view;
  if (backend === undefined) return [];
  const role = (backend.assume_role as { readonly role_arn?: string } | undefined)?.role_arn;
  if (role !== undefined) return [{ group: "State role", action: "sts:AssumeRole", resource: role }];
  const { bucket, key } = backend as { readonly bucket?: string; readonly key?: string };
  if (bucket === undefined || key === undefined) throw new InputError("the backend s3 needs bucket and key");
  const object = `arn:${view.partition}:s3:::${bucket}/${key}`;
  const on = (group: string, resource: string, ...actions: string[]): Permission[] =>
    actions.map((action) => ({ group, action, resource }));
  const kmsKey = backend.kms_key_id as string | undefined;
  return [
    ...on("State bucket", `arn:${view.partition}:s3:::${bucket}`, "s3:ListBucket"),
    ...on("State", object, "s3:GetObject", ...(isPlan ? [] : ["s3:PutObject"])),
    ...((backend.use_lockfile ?? backend.useLockfile) === false
      ? []
      : on("State lock", `${object}.tflock`, "s3:DeleteObject", "s3:GetObject", "s3:PutObject")),
    ...(kmsKey?.startsWith("arn:") ? on("State key", kmsKey, "kms:Decrypt", "kms:GenerateDataKey") : []),
  ];
}
