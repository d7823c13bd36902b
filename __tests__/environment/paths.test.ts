import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { formatProblem, loadEnvironments } from "../../modules/environment";
import type { KubeadmClusterSpec } from "../../modules/kubeadm/spec";
import { useEmptyDirectory } from "./directory";

useEmptyDirectory();

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const environment = (manifests: string): string => `clusters:
  - platform: kubeadm
    cloud: aws
    name: main
    region: eu-central-1
    kubernetesVersion: "1.36.3"
    controlPlane: { machineType: m7i.large }
    access: { privateFrom: [10.8.0.0/16], admins: ["arn:aws:iam::111122223333:role/Admin"] }
    nodeGroups: [{ name: workers, machineTypes: [m7i.large], size: 3 }]
    network: { cni: none }
    kubeadm: { software: { manifests: ${manifests} } }
`;

const load = () => loadEnvironments("environments", { today: new Date("2026-11-23T12:00:00Z") });
const errors = () => load().problems.map(formatProblem);

test("a folder of manifests is relative to the environment file", () => {
  write("environments/dev.yaml", environment("manifests"));
  write(
    "environments/manifests/one.yaml",
    "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: b }\n",
  );
  expect(errors()).toEqual([]);
  const [cluster] = load().environments[0].clusters as KubeadmClusterSpec[];
  expect(cluster.kubeadm?.software?.manifests).toBe("environments/manifests");
});

test("a missing folder is an error at its line", () => {
  write("environments/dev.yaml", environment("manifests"));
  expect(errors()).toEqual([
    "environments/dev.yaml:11:39 clusters[0].kubeadm.software.manifests: environments/manifests: no such folder: copy your manifests to it, or run npx cdktf-clusters manifests, which writes those that have charts [kubeadm/software/manifests-readable]",
  ]);
});

test.each([
  [
    "../manifests",
    "must be a folder below that of the environment file, got manifests: copy the file, or set ENVIRONMENTS_ROOT to a folder with all environment files",
  ],
  ["/etc", "must be a path relative to the environment file, got the absolute path /etc"],
])("a folder outside of that of the file is refused, and nothing else is reported: %s", (folder, message) => {
  write("environments/dev.yaml", environment(folder));
  expect(errors()).toEqual([
    `environments/dev.yaml:11:39 clusters[0].kubeadm.software.manifests: ${message} [files/inside]`,
  ]);
});
