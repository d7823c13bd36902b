import {
  compareChartFiles,
  type Existing,
  type ManifestStack,
  planChartFiles,
} from "../../../modules/kubeadm/software/chart-files";
import { chartText } from "../../../modules/kubeadm/software/chart-text";
import type { KubeadmClusterProps } from "../../../modules/kubeadm/spec";
import { cluster } from "../rule-support";

/** Files in memory. */
const existing = (files: Readonly<Record<string, string>> = {}): Existing => ({
  textOf: (file) => files[file],
  namesIn: (folder) =>
    Object.keys(files)
      .filter((file) => file.startsWith(`${folder}/`) && !file.slice(folder.length + 1).includes("/"))
      .map((file) => file.slice(folder.length + 1)),
});

const stack = (patch: Partial<KubeadmClusterProps> = {}): ManifestStack => ({
  environment: "dev",
  file: "environments/dev.yaml",
  cluster: cluster({ name: "dev-main", kubeadm: { software: { manifests: "own" } }, ...patch }),
});

const plan = (stacks: readonly ManifestStack[], files?: Readonly<Record<string, string>>) =>
  planChartFiles(stacks, () => true, existing(files));

const rendered =
  "---\nkind: Deployment\nmetadata: { name: ebs-csi-controller }\nspec: { template: { spec: {} } }\n";

/** The texts of a first run. */
const first = Object.fromEntries(
  compareChartFiles(plan([stack()]), (one) => chartText(one, rendered)).map(({ file, text }) => [
    file,
    text!,
  ]),
);

const compare = (stacks: readonly ManifestStack[], files: Readonly<Record<string, string>>) =>
  compareChartFiles(plan(stacks, files), (one) => chartText(one, rendered)).map(({ file, state }) => [
    file,
    state,
  ]);

test("the first run has all files, and the second one differs in none", () => {
  const names = ["own/cilium.yaml", "own/aws-ebs-csi-driver.yaml"];
  expect(compare([stack()], {})).toEqual(names.map((name) => [name, "missing"]));
  expect(compare([stack()], first)).toEqual(names.map((name) => [name, "equal"]));
});

test("a file that differs, and one that is not needed any more", () => {
  const files = { ...first, "own/cilium.yaml": `${first["own/cilium.yaml"]}edited: true\n` };
  expect(compare([stack({ storage: { block: false } })], files)).toEqual([
    ["own/cilium.yaml", "changed"],
    ["own/aws-ebs-csi-driver.yaml", "old"],
  ]);
});

test("a file of the user is refused before a chart is rendered", () => {
  const render = jest.fn();
  expect(() => compareChartFiles(plan([stack()], { "own/cilium.yaml": "# mine\n" }), render)).toThrow(
    "own/cilium.yaml was not written by this command, which does not replace it",
  );
  expect(render).not.toHaveBeenCalled();
});

test("values of the user are arguments of Helm, and those of no chart are reported", () => {
  const { files, notes } = plan([stack()], {
    "own/values/cilium.yaml": "hubble: { enabled: true }\n",
    "own/values/other.yaml": "",
  });
  expect(files.map(({ args }) => args.includes("own/values/cilium.yaml"))).toEqual([true, false]);
  expect(notes).toEqual([expect.stringContaining("own/values/other.yaml has no effect")]);
});

test("two clusters in one folder, also in that of values, are refused", () => {
  const second = (manifests: string) => stack({ name: "dev-second", kubeadm: { software: { manifests } } });
  for (const folder of ["own", "own/values", "./own"])
    expect(() => plan([stack(), second(folder)])).toThrow("have the same folder for manifests");
  expect(plan([stack(), second("other")]).files).toHaveLength(4);
});

test("a cluster without a folder is refused, unless it has no chart", () => {
  expect(() => plan([stack({ kubeadm: {} })])).toThrow(
    "environments/dev.yaml: the cluster main has no folder for manifests",
  );
  const without = stack({ kubeadm: {}, network: { cni: "none" }, storage: { block: false } });
  expect(plan([without]).files).toEqual([]);
});
