import { defaults } from "../fields.generated";
import type { KubeadmClusterProps } from "../spec";

/** Block volumes; undefined without them. */
export function blockStorageOf({
  storage,
}: Pick<KubeadmClusterProps, "storage">): { readonly isDefault: boolean } | undefined {
  const block = storage?.block ?? defaults["storage.block"];
  if (block === false) return undefined;
  const { defaultClass = defaults["storage.block.defaultClass"] } = block === true ? {} : block;
  return { isDefault: defaultClass };
}
