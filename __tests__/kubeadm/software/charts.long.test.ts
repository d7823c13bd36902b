import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseAllDocuments } from "yaml";
import { loadEnvironments } from "../../../modules/environment";
import { helmArguments } from "../../../modules/kubeadm/software/chart-command";
import { chartManifestsOf } from "../../../modules/kubeadm/software/chart-manifests";
import { isWritten } from "../../../modules/kubeadm/software/chart-text";
import { recordedValues, type ValueKeys } from "../../../modules/kubeadm/software/chart-values";
import { type ManifestChartName, manifestCharts } from "../../../modules/kubeadm/software/charts";
import { connectionsOf } from "../../../modules/kubeadm/network/connections";
import { podNetworkOf } from "../../../modules/kubeadm/network/pod-network";
import type { KubeadmClusterProps } from "../../../modules/kubeadm/spec";
import { newestReleases } from "../../../modules/kubeadm/versions";
import { run } from "../../cli/command";
import { useEmptyDirectory } from "../../environment/directory";
import {
  chartsFolder,
  fileOf,
  helm,
  type KubernetesObject,
  missingHelm,
  runHelm,
  unknownKeys,
} from "../../workloads/helm";
import { valueKeysOf } from "../../workloads/chart-values";
import { cluster, onAzure, onGoogle } from "../rule-support";

/**
 * Real Helm renders the charts of kubeadm clusters: `HELM` and `HELM_CHARTS` as for the catalogue. Without them the tests are skipped, and a line
 * states how many.
 */
const charts = Object.entries(manifestCharts).flatMap(([name, { versions, keys }]) =>
  versions.map(({ version }) => ({
    name: name as ManifestChartName,
    version,
    keys: Object.keys(keys),
  })),
);

const recordFile = `${__dirname}/../../../modules/kubeadm/software/chart-values.json`;

/** `UPDATE_CHART_VALUES=1` records the keys of the values. Versions that the table does not have any more are removed. */
function record(name: ManifestChartName, version: string, keys: ValueKeys): void {
  const before = JSON.parse(readFileSync(recordFile, "utf8")) as typeof recordedValues;
  const versions = Object.fromEntries(
    charts
      .filter((one) => one.name === name)
      .map((one) => [one.version, one.version === version ? keys : before[name]?.[one.version]]),
  );
  writeFileSync(recordFile, `${JSON.stringify({ ...before, [name]: versions }, undefined, 2)}\n`);
}

const clouds = { aws: cluster, azure: onAzure, google: onGoogle };
const cases = Object.entries(clouds).flatMap(([cloud, create]) =>
  newestReleases().flatMap((kubernetesVersion) =>
    [1, 3].map((machines) => ({
      cloud,
      kubernetesVersion,
      machines,
      props: create({
        name: "main",
        kubernetesVersion,
        controlPlane: { ...create().controlPlane, machines: machines as 1 | 3 },
        storage: { snapshots: machines === 3 },
        kubeadm: { software: { manifests: "manifests" } },
      }),
    })),
  ),
);

const missing =
  missingHelm ?? (charts.every(({ name, version }) => fileOf(name, version)) ? undefined : "no charts");
if (missing !== undefined) {
  console.warn(`${missing}: ${charts.length + cases.length} tests of charts are skipped`);
}
const withCharts = missing === undefined ? describe : describe.skip;

useEmptyDirectory();

withCharts("real Helm", () => {
  test.each(charts)("the chart of $name $version has every key", ({ name, version, keys }) => {
    expect(unknownKeys(name, fileOf(name, version)!, keys)).toEqual([]);
  });

  test.each(charts)("the recorded values of $name $version are those of the chart", ({ name, version }) => {
    const keys = valueKeysOf(fileOf(name, version)!);
    if (process.env.UPDATE_CHART_VALUES !== undefined) record(name, version, keys);
    else expect(recordedValues[name][version]).toEqual(keys);
  });

  test.each(cases)(
    "the manifests of $cloud, $kubernetesVersion, $machines control-plane machines",
    ({ props }) => {
      delete process.env.ENVIRONMENTS;
      mkdirSync("environments");
      const file = { clusters: [{ platform: "kubeadm", ...props }] };
      writeFileSync("environments/dev.yaml", JSON.stringify(file));
      const write = () => run("manifests", "--charts", chartsFolder!);
      const isKnown = chartManifestsOf(props).charts.every(({ version }) => version !== undefined);
      expect(write()).toMatchObject({ code: isKnown ? 0 : 1 });

      // Rules on manifests, and the second run.
      const problems = loadEnvironments("environments").problems.filter(({ rule }) =>
        rule.startsWith("kubeadm/software/manifests-"),
      );
      // Without a version of Cilium the folder has no network, on Google Cloud no file.
      const expected = isKnown || props.cloud === "google" ? [] : ["kubeadm/software/manifests-network"];
      expect(problems.map(({ rule }) => rule).filter((rule) => !rule.endsWith("-readable"))).toEqual(
        expected,
      );
      const { environments } = loadEnvironments("environments");
      if (!isKnown && props.cloud === "google") return;
      expect(environments).toHaveLength(1);
      expect(run("manifests", "--check", "--charts", chartsFolder!).stdout).not.toMatch(
        /^(missing|differs|not needed)/m,
      );

      // The printed commands, and what they write, give the same files.
      if (isKnown) {
        rmSync("environments/manifests", { recursive: true });
        const { stdout } = run("manifests", "--print", "--charts", chartsFolder!);
        const PATH = `${dirname(helm!)}:${process.env.PATH}`;
        execFileSync("sh", ["-ec", stdout], { env: { ...process.env, PATH } });
        expect(run("manifests", "--rendered", "rendered")).toMatchObject({ code: 0 });
        expect(run("manifests", "--check", "--charts", chartsFolder!)).toMatchObject({ code: 0 });
      }

      const loaded = environments[0].clusters[0] as unknown as KubeadmClusterProps;
      for (const one of chartManifestsOf(loaded).charts) {
        if (one.version === undefined) continue;
        const text = readFileSync(`environments/manifests/${one.chart}.yaml`, "utf8");
        expect(isWritten(text)).toBe(true);
        const { version } = one;
        const rendered = objectsIn(
          runHelm(...helmArguments(loaded, { ...one, version }, { location: chartsFolder })),
        );
        const objects = objectsIn(text);
        // Only what is changed differs.
        for (const { kind, name, path, value } of one.changes) set(find(rendered, kind, name), path, value);
        expect(objects).toEqual(rendered);
        checks[one.chart](objects, loaded);
        for (const { kind, data } of objects)
          expect([kind, kind === "Secret" && data]).toEqual([kind, false]);
      }
    },
  );
});

withCharts("values of the user", () => {
  test("replace those of the cluster, and Cilium with Hubble has no secret", () => {
    delete process.env.ENVIRONMENTS;
    mkdirSync("environments/manifests/values", { recursive: true });
    const props = cluster({ name: "main", kubeadm: { software: { manifests: "manifests" } } });
    writeFileSync("environments/dev.yaml", JSON.stringify({ clusters: [{ platform: "kubeadm", ...props }] }));
    const hubble =
      "hubble: { enabled: true, relay: { enabled: true }, tls: { auto: { method: cronJob } } }\n";
    const registry = 'image: { repository: "registry.example.com/cilium/cilium" }\n';
    writeFileSync("environments/manifests/values/cilium.yaml", hubble + registry);
    expect(run("manifests", "--charts", chartsFolder!).code).toBe(0);
    expect(run("manifests", "--check", "--charts", chartsFolder!).code).toBe(0);
    const problems = loadEnvironments("environments").problems.filter(({ rule }) =>
      rule.startsWith("kubeadm/software/manifests-"),
    );
    expect(problems).toEqual([]);
    const objects = objectsIn(readFileSync("environments/manifests/cilium.yaml", "utf8"));
    expect(
      podNetworkOf(loadEnvironments("environments").environments[0].clusters[0] as KubeadmClusterProps),
    ).toEqual({
      cni: "cilium",
      hubbleRelay: true,
    });
    expect(find(objects, "ConfigMap", "cilium-config").data).toMatchObject({
      "enable-hubble": "true",
      "hubble-listen-address": ":4244",
      ipam: "kubernetes",
    });
    expect(find(objects, "DaemonSet", "cilium").spec.template.spec.containers[0].image).toMatch(
      /^registry\.example\.com\/cilium\/cilium/,
    );
  });
});

/** Kubernetes reads YAML 1.1. */
const objectsIn = (text: string): KubernetesObject[] =>
  parseAllDocuments(text, { version: "1.1" })
    .map((document) => document.toJS() as KubernetesObject)
    .filter((object) => object !== null);

const find = (objects: readonly KubernetesObject[], kind: string, name: string): KubernetesObject =>
  objects.find((one) => one.kind === kind && one.metadata.name === name);

function set(object: KubernetesObject, path: readonly (string | { name: string })[], value: unknown): void {
  const keyIn = (part: KubernetesObject, step: string | { name: string }) =>
    typeof step === "string"
      ? step
      : (part as { name: string }[]).findIndex(({ name }) => name === step.name);
  const parent = path.slice(0, -1).reduce<KubernetesObject>((part, step) => part[keyIn(part, step)], object);
  parent[keyIn(parent, path.at(-1)!)] = value;
}

const onControlPlane = { "node-role.kubernetes.io/control-plane": "" };
const copies = ({ controlPlane }: KubeadmClusterProps) => (controlPlane.machines === 1 ? 1 : 2);
const containersOf = ({ spec }: KubernetesObject): string[] =>
  spec.template.spec.containers.map(({ name }: { name: string }) => name);

const checks: Readonly<
  Record<keyof typeof manifestCharts, (objects: KubernetesObject[], cluster: KubeadmClusterProps) => void>
> = {
  cilium(objects, { name }) {
    const agent = find(objects, "DaemonSet", "cilium").spec.template.spec;
    expect(agent).toMatchObject({ hostNetwork: true, tolerations: [{ operator: "Exists" }] });
    const operator = find(objects, "Deployment", "cilium-operator").spec.template.spec;
    for (const { containers } of [agent, operator]) {
      expect(containers[0].env).toEqual(
        expect.arrayContaining([
          { name: "KUBERNETES_SERVICE_HOST", value: `api.${name}.internal` },
          { name: "KUBERNETES_SERVICE_PORT", value: "6443" },
        ]),
      );
    }
    const config = find(objects, "ConfigMap", "cilium-config").data as Record<string, string>;
    expect(config).toMatchObject({
      "routing-mode": "tunnel",
      "tunnel-protocol": "vxlan",
      ipam: "kubernetes",
      "kube-proxy-replacement": "true",
      "enable-hubble": "false",
      "enable-ipv4": "true",
      "enable-ipv6": "false",
    });
    // The rules of the network allow its ports: the default one of VXLAN, and that of its health checks.
    expect([config["tunnel-port"], config["cluster-health-port"] ?? "4240"]).toEqual([undefined, "4240"]);
    const ports = connectionsOf({ cni: "cilium", hubbleRelay: false }).flatMap(
      ([, { protocol, ports: range, cni }]) => (cni?.includes("cilium") ? `${protocol} ${range?.[0]}` : []),
    );
    expect([...new Set(ports)].sort()).toEqual(["tcp 4240", "udp 8472"]);
  },
  "aws-ebs-csi-driver"(objects, props) {
    const controller = find(objects, "Deployment", "ebs-csi-controller");
    expect(controller.spec.replicas).toBe(copies(props));
    expect(controller.spec.template.spec).toMatchObject({
      hostNetwork: true,
      nodeSelector: { "kubernetes.io/os": "linux", ...onControlPlane },
      tolerations: [{ key: "node-role.kubernetes.io/control-plane", operator: "Exists" }],
    });
    expect(controller.spec.template.spec.containers[0].env).toContainEqual({
      name: "AWS_REGION",
      value: props.region,
    });
    expect(containersOf(controller).includes("csi-snapshotter")).toBe(props.storage?.snapshots);
    const nodes = objects.filter(({ kind }) => kind === "DaemonSet");
    expect(nodes.map(({ metadata }) => metadata.name)).toEqual(["ebs-csi-node"]);
    expect(nodes[0].spec.template.spec.tolerations).toEqual([{ operator: "Exists" }]);
  },
  "azuredisk-csi-driver"(objects, props) {
    const controller = find(objects, "Deployment", "csi-azuredisk-controller");
    expect(controller.spec.replicas).toBe(copies(props));
    const { affinity, tolerations, hostNetwork } = controller.spec.template.spec;
    expect(hostNetwork).toBe(true);
    const { nodeSelectorTerms } = affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution;
    expect(nodeSelectorTerms).toEqual([
      { matchExpressions: [{ key: "node-role.kubernetes.io/control-plane", operator: "Exists" }] },
    ]);
    expect(tolerations).toContainEqual({
      key: "node-role.kubernetes.io/control-plane",
      operator: "Exists",
      effect: "NoSchedule",
    });
    // The file that the driver reads without a Secret.
    for (const one of [controller, find(objects, "DaemonSet", "csi-azuredisk-node")]) {
      const { volumes, containers } = one.spec.template.spec;
      expect(volumes).toContainEqual({
        name: "azure-cred",
        configMap: { name: "cloud-controller-manager", items: [{ key: "config", path: "azure.json" }] },
      });
      const driver = containers.find(({ name }: { name: string }) => name === "azuredisk");
      expect(driver.volumeMounts).toContainEqual({ mountPath: "/etc/kubernetes/", name: "azure-cred" });
    }
    expect(containersOf(controller)).toContain("csi-snapshotter");
    expect(objects.filter(({ kind }) => kind === "DaemonSet").map(({ metadata }) => metadata.name)).toEqual([
      "csi-azuredisk-node",
    ]);
  },
};
