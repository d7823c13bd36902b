import {
  compareChartFiles,
  type Existing,
  type ManifestStack,
  planChartFiles,
} from "../../../modules/kubeadm/software/chart-files";
import { chartText } from "../../../modules/kubeadm/software/chart-text";
import type { KubeadmClusterProps } from "../../../modules/kubeadm/spec";
import { cluster, onAzure, onGoogle } from "../rule-support";

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

describe("what has no chart is a note until it is done", () => {
  const own = { kubeadm: { software: { manifests: "own" } } };
  const notes = (patched: KubeadmClusterProps, files?: Readonly<Record<string, string>>) =>
    plan([{ environment: "dev", file: "environments/dev.yaml", cluster: patched }], files).notes;
  const object = (kind: string, name: string) => `kind: ${kind}\nmetadata: { name: ${name} }\n`;

  test.each<[string, KubeadmClusterProps, string, wrong: string, right: string]>([
    [
      "Calico",
      cluster({ ...own, network: { cni: "calico" } }),
      "the DaemonSet of Calico has no chart",
      object("DaemonSet", "another"),
      object("DaemonSet", "calico-node"),
    ],
    [
      "another network",
      cluster({ ...own, network: { cni: "none" } }),
      "network.cni is none",
      first["own/aws-ebs-csi-driver.yaml"],
      object("DaemonSet", "kube-router"),
    ],
    [
      "the driver of Persistent Disk",
      onGoogle(own),
      "the driver of Persistent Disk has no chart",
      object("CSIDriver", "another"),
      object("CSIDriver", "pd.csi.storage.gke.io"),
    ],
  ])("%s", (_, patched, text, wrong, right) => {
    const expected = [expect.stringContaining(text) as string];
    expect(notes(patched)).toEqual(expected);
    expect(notes(patched, { "own/a.yaml": wrong, "own/a.txt": right })).toEqual(expected);
    expect(notes(patched, { "own/a.yaml": `${right}---\n${wrong}` })).toEqual([]);
  });

  test("the Secret of the driver of Azure Disk: once, with the file that needs it", () => {
    const patched = onAzure({ kubeadm: { ...own.kubeadm, cloudControllerManager: false } });
    expect(notes(patched)).toEqual([
      expect.stringContaining("create the Secret azure-cloud-provider") as string,
    ]);
    expect(notes(patched, { "own/azuredisk-csi-driver.yaml": first["own/cilium.yaml"] })).toEqual([]);
  });
});
