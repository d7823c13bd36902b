import { helmArguments } from "../../../modules/kubeadm/software/chart-command";
import {
  type ChartManifest,
  chartManifestsOf,
  type RenderedChart,
} from "../../../modules/kubeadm/software/chart-manifests";
import { chartText, isWritten } from "../../../modules/kubeadm/software/chart-text";
import {
  type ManifestChart,
  manifestCharts,
  manifestVersions,
} from "../../../modules/kubeadm/software/charts";
import type { KubeadmClusterProps } from "../../../modules/kubeadm/spec";
import { knownMinors } from "../../../modules/kubeadm/versions";
import type { Values } from "../../../modules/workloads/release";
import { cluster, onAzure, onGoogle } from "../rule-support";

/** The charts of a cluster whose minor has versions of all. */
const chartsOf = (props: KubeadmClusterProps): RenderedChart[] =>
  chartManifestsOf(props).charts.map((one: ChartManifest) => ({ ...one, version: one.version! }));

const controlPlane = (patch: Partial<KubeadmClusterProps["controlPlane"]>) => ({
  controlPlane: { machineType: "m7i.large", ...patch },
});

const cilium = (name: string) => ({
  kubeProxyReplacement: true,
  k8sServiceHost: `api.${name}.internal`,
  k8sServicePort: 6443,
  ipam: { mode: "kubernetes" },
  routingMode: "tunnel",
  tunnelProtocol: "vxlan",
  hubble: { enabled: false },
});

const ebs = (patch: object = {}) => ({
  controller: {
    region: "eu-central-1",
    replicaCount: 2,
    nodeSelector: { "node-role.kubernetes.io/control-plane": "" },
    tolerations: [{ key: "node-role.kubernetes.io/control-plane", operator: "Exists" }],
    ...patch,
  },
  node: { enableWindows: false },
});

const azureDisk = (replicas = 2) => ({
  controller: { runOnControlPlane: true, replicas },
  windows: { enabled: false },
});

const production = { cilium: cilium("production-shop") };

test.each<[title: string, KubeadmClusterProps, charts: Record<string, object>, rest: number]>([
  ["AWS", cluster(), { ...production, "aws-ebs-csi-driver": ebs() }, 0],
  [
    "another name and region",
    cluster({ name: "test-main", region: "us-east-1" }),
    { cilium: cilium("test-main"), "aws-ebs-csi-driver": ebs({ region: "us-east-1" }) },
    0,
  ],
  [
    "one control-plane machine",
    cluster(controlPlane({ machines: 1 })),
    { ...production, "aws-ebs-csi-driver": ebs({ replicaCount: 1 }) },
    0,
  ],
  [
    "snapshots",
    cluster({ storage: { snapshots: true } }),
    {
      ...production,
      "aws-ebs-csi-driver": { ...ebs(), sidecars: { snapshotter: { forceEnable: true } } },
    },
    0,
  ],
  ["no block volumes", cluster({ storage: { block: false } }), production, 0],
  ["Calico", cluster({ network: { cni: "calico" } }), { "aws-ebs-csi-driver": ebs() }, 1],
  ["another network", cluster({ network: { cni: "none" }, storage: { block: false } }), {}, 1],
  ["Azure", onAzure(), { ...production, "azuredisk-csi-driver": azureDisk() }, 0],
  [
    "one machine on Azure",
    onAzure(controlPlane({ machines: 1 })),
    { ...production, "azuredisk-csi-driver": azureDisk(1) },
    0,
  ],
  [
    "another controller manager on Azure",
    onAzure({ kubeadm: { cloudControllerManager: false } }),
    { ...production, "azuredisk-csi-driver": azureDisk() },
    1,
  ],
  ["Google Cloud", onGoogle(), production, 1],
  ["Google Cloud without block volumes", onGoogle({ storage: { block: false } }), production, 0],
])("%s: the charts, their values, and what has no chart", (_, props, expected, count) => {
  const { charts, rest } = chartManifestsOf(props);
  expect(Object.fromEntries(charts.map(({ chart, values }) => [chart, values]))).toEqual(expected);
  expect(rest).toHaveLength(count);
});

test("the controller of EBS uses the network of the host, the driver of Azure reads the ConfigMap of the controller manager", () => {
  const changesOf = (props: KubeadmClusterProps) =>
    chartManifestsOf(props).charts.flatMap(({ changes }) => changes);
  expect(changesOf(cluster())).toEqual([
    {
      kind: "Deployment",
      name: "ebs-csi-controller",
      path: ["spec", "template", "spec", "hostNetwork"],
      value: true,
    },
  ]);
  expect(changesOf(onAzure())).toMatchObject([
    { name: "csi-azuredisk-controller", value: { configMap: { name: "cloud-controller-manager" } } },
    { name: "csi-azuredisk-node", value: { configMap: { name: "cloud-controller-manager" } } },
  ]);
  expect(changesOf(onAzure({ kubeadm: { cloudControllerManager: false } }))).toEqual([]);
});

test("each version names a source, and the versions of a minor are those of its source", () => {
  const rows = Object.values<ManifestChart>(manifestCharts).flatMap(({ versions }) => versions);
  for (const { source } of rows) expect(source).toMatch(/^https:\/\/github\.com\/\S+$/);
  const all = { cilium: "1.20.2", "aws-ebs-csi-driver": "2.64.0", "azuredisk-csi-driver": "1.34.5" };
  expect(Object.fromEntries(knownMinors().map((minor) => [minor, manifestVersions(minor)]))).toEqual({
    "1.35": all,
    "1.36": all,
    // Cilium names no version for it.
    "1.37": { ...all, cilium: "none" },
  });
});

describe("the arguments of Helm", () => {
  const args = (location?: string, workloads?: object) =>
    helmArguments({ ...cluster(), workloads }, chartsOf(cluster())[1], { location });

  test("name the version, the cluster's Kubernetes and each value", () => {
    expect(args()).toEqual([
      "template",
      "aws-ebs-csi-driver",
      "aws-ebs-csi-driver",
      ...["--repo", "https://kubernetes-sigs.github.io/aws-ebs-csi-driver", "--version", "2.64.0"],
      ...["--namespace", "kube-system", "--kube-version", "1.36.3", "--include-crds", "--skip-tests"],
      ...["--set-json", 'controller.region="eu-central-1"', "--set-json", "controller.replicaCount=2"],
      ...["--set-json", 'controller.nodeSelector={"node-role.kubernetes.io/control-plane":""}'],
      "--set-json",
      'controller.tolerations=[{"key":"node-role.kubernetes.io/control-plane","operator":"Exists"}]',
      ...["--set-json", "node.enableWindows=false"],
    ]);
  });

  test.each([
    ["a folder", "charts", ["./charts/aws-ebs-csi-driver-2.64.0.tgz"]],
    ["an absolute folder", "/charts/", ["/charts/aws-ebs-csi-driver-2.64.0.tgz"]],
    [
      "a registry",
      "oci://registry.example.com/charts/",
      ["oci://registry.example.com/charts/aws-ebs-csi-driver", "--version", "2.64.0"],
    ],
    [
      "a repository",
      "https://charts.example.com",
      ["aws-ebs-csi-driver", "--repo", "https://charts.example.com", "--version", "2.64.0"],
    ],
  ])("find the chart in %s", (_, location, expected) => {
    const all = args(location);
    expect(all.slice(2, all.indexOf("--namespace"))).toEqual(expected);
  });

  test("find the chart in the mirror of the file, and first in the location of the command line", () => {
    const mirror = { charts: { repository: "https://mirror.example.com" } };
    expect(args(undefined, mirror)).toContain("https://mirror.example.com");
    expect(args("https://charts.example.com", mirror)).not.toContain("https://mirror.example.com");
  });
});

test.each<[title: string, values: object, omitted: string[]]>([
  ["no value of the cluster", { tolerations: [] }, []],
  ["a value", { hubble: { enabled: true, relay: { enabled: true } } }, ["hubble.enabled"]],
  ["another value of the same map", { ipam: { operator: {} } }, []],
  ["a map", { ipam: null, k8sServicePort: 443 }, ["k8sServicePort", "ipam.mode"]],
])("values of the user with %s take the place of those of the cluster", (_, values, omitted) => {
  const [network] = chartsOf(cluster());
  const all = helmArguments(cluster(), network);
  const args = helmArguments(cluster(), network, {
    own: { file: "values/cilium.yaml", values: values as Values },
  });
  const at = args.indexOf("--values");
  expect(args.splice(at, 2)).toEqual(["--values", "values/cilium.yaml"]);
  const isOmitted = (text: string) => omitted.some((key) => text.startsWith(`${key}=`));
  const expected = all.filter(
    (text, i) => !isOmitted(text) && !(text === "--set-json" && isOmitted(all[i + 1])),
  );
  expect(args).toEqual(expected);
  expect(all.length - args.length).toBe(2 * omitted.length);
});

describe("the text of a file", () => {
  const [network, driver] = chartsOf(cluster());
  const [, onBoth] = chartsOf(onAzure());
  const azureDriver = { ...onBoth, changes: onBoth.changes.slice(0, 1) };
  const deployment = (name: string, spec: string) =>
    `---\n# Source: one.yaml\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  template:\n    spec:\n${spec}`;

  test("has the mark, the chart, and what Helm prints", () => {
    const text = chartText(network, "---\nkind: ConfigMap\ndata: { mode: 0400, on: yes }\n\n");
    expect(isWritten(text)).toBe(true);
    expect(isWritten("kind: ConfigMap\n")).toBe(false);
    expect(text.split("\n").slice(1)).toEqual([
      "# Chart: cilium 1.20.2",
      "---",
      "kind: ConfigMap",
      "data: { mode: 0400, on: yes }",
      "",
    ]);
  });

  test("has what changes in an object, and keeps all other values: Kubernetes reads YAML 1.1", () => {
    const spec = [
      "mode: 0400",
      "answer: yes",
      'text: "no"',
      'list: ["a"]',
      "long: |-",
      `  ${"text ".repeat(40)}end`,
    ];
    const rendered = `${deployment("ebs-csi-controller", spec.map((line) => `      ${line}\n`).join(""))}---\n# empty\n---\nkind: CSIDriver\n`;
    const text = chartText(driver, rendered);
    expect(text.split("\n").slice(2)).toEqual([
      ...rendered.split("\n").slice(0, 14),
      "      hostNetwork: true",
      "---",
      "kind: CSIDriver",
      "",
    ]);
    expect(chartText(driver, rendered)).toBe(text);
  });

  test("replaces a member of a list by its name", () => {
    const volumes = [
      "- name: socket",
      "  emptyDir: {}",
      "- name: azure-cred",
      "  hostPath:",
      "    path: /etc",
    ];
    const text = chartText(
      azureDriver,
      deployment(
        "csi-azuredisk-controller",
        `      volumes:\n${volumes.map((line) => `        ${line}\n`).join("")}`,
      ),
    );
    expect(text).toContain("emptyDir: {}");
    expect(text).toContain(
      "- name: azure-cred\n          configMap:\n            name: cloud-controller-manager\n",
    );
    expect(text).not.toContain("hostPath");
  });

  test.each([
    ["no such object", driver, deployment("another", "      a: b\n"), "spec.template.spec"],
    [
      "no such place",
      driver,
      "kind: Deployment\nmetadata: { name: ebs-csi-controller }\n",
      "spec.template.spec",
    ],
    [
      "no such member",
      azureDriver,
      deployment("csi-azuredisk-controller", "      volumes: []\n"),
      "spec.template.spec.volumes",
    ],
  ])("%s: an error", (_, chart, rendered, place) => {
    expect(() => chartText(chart, rendered)).toThrow(
      new RegExp(`^the chart ${chart.chart} [0-9.]+ has no Deployment \\S+ with ${place}: `),
    );
  });

  test("no YAML is an error", () => {
    expect(() => chartText(driver, "kind: [")).toThrow(
      "Helm did not print YAML for the chart aws-ebs-csi-driver 2.64.0",
    );
  });
});
