import { chmodSync, writeFileSync } from "node:fs";

/** Writes its arguments to `helm.log`, and prints objects of the chart. */
const helm = `#!/bin/sh
printf '%s\\n' "$*" >>helm.log
if [ -e helm.fails ]; then seq 1 30 >&2; echo "Error: no such chart" >&2; exit 3; fi
if [ -e helm.silent ]; then exit 0; fi
case $2 in
cilium) printf 'kind: DaemonSet\\napiVersion: apps/v1\\nmetadata:\\n  name: cilium\\nspec: {template: {spec: {hostNetwork: true, tolerations: [{operator: Exists}], containers: [{image: quay.io/cilium/cilium}]}}}\\n' ;;
azuredisk-csi-driver)
  for object in Deployment/csi-azuredisk-controller DaemonSet/csi-azuredisk-node; do
    printf -- '---\\napiVersion: apps/v1\\nkind: %s\\nmetadata:\\n  name: %s\\nspec:\\n  template:\\n    spec:\\n      volumes:\\n        - name: socket-dir\\n          emptyDir: {}\\n        - hostPath:\\n            path: /etc/kubernetes/\\n            type: DirectoryOrCreate\\n          name: azure-cred\\n' "\${object%/*}" "\${object#*/}"
  done ;;
*) printf 'kind: Deployment\\napiVersion: apps/v1\\nmetadata:\\n  name: ebs-csi-controller\\nspec:\\n  template:\\n    spec:\\n      containers: []\\n' ;;
esac
`;

/** Writes a double of Helm. */
export function writeHelm(path: string): void {
  writeFileSync(path, helm);
  chmodSync(path, 0o755);
}
