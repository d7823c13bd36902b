import { type Declared, type InputTable, tableOf } from "../cluster/inputs";
import type { KubeadmClusterSpec } from "./spec";
import { zoneNames } from "./zones";

/** What the caller of an exported module of a kubeadm cluster can set. */
export function kubeadmInputs({ cluster }: Declared<KubeadmClusterSpec>): InputTable {
  return tableOf([
    { fixed: `Zones: ${zoneNames(cluster)!.join(", ")}` },
    { fixed: "Kubernetes version, sizes and machine types: machines read them at their first boot" },
  ]);
}
