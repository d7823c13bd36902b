import { error } from "../../../cluster/problem";
import { defineRules } from "../../../cluster/rules/rule";
import type { KubeadmClusterProps } from "../../spec";

export const rules = defineRules<KubeadmClusterProps>("kubeadm/storage", {
  /**
   * Snapshots need block volumes, whose driver takes them.
   *
   * @see https://kubernetes-csi.github.io/docs/snapshot-restore-feature.html
   */
  "snapshots-need-driver"({ storage }) {
    if (storage?.block !== false || storage.snapshots !== true) return [];
    return [error(["storage", "snapshots"], "needs storage.block: there are no volumes to copy")];
  },
});
