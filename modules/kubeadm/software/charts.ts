import type { Fact } from "../../cluster/facts";
import { type Chart, type ChartVersion, versionsFor } from "../../workloads/chart";

/** Age of the table of charts, and the source of its first version. Each version also names its own source. */
export const chartsFact: Fact = {
  asOf: "2026-11-30",
  source: "https://github.com/cilium/cilium/blob/v1.20.2/Documentation/network/kubernetes/compatibility.rst",
};

/** A chart whose objects are manifests of a cluster. Its release has the name of the chart. */
export interface ManifestChart extends Pick<Chart, "title" | "repository" | "namespace" | "keys"> {
  /** Newest first. */
  readonly versions: readonly SourcedVersion[];
}

/** A version of a chart, and where its project names the minors of Kubernetes. */
export interface SourcedVersion extends ChartVersion {
  readonly source: string;
}

/** The charts by name. Their keys are those of `values.yaml` at the tag of each version. */
export const manifestCharts = {
  /** @see https://github.com/cilium/cilium/tree/main/install/kubernetes/cilium */
  cilium: {
    title: "Cilium",
    repository: "https://helm.cilium.io",
    namespace: "kube-system",
    versions: [{ version: "1.20.2", from: "1.33", to: "1.36", source: chartsFact.source }],
    keys: {
      "hubble.enabled": "boolean",
      "ipam.mode": "text",
      k8sServiceHost: "text",
      k8sServicePort: "number",
      kubeProxyReplacement: "boolean",
      routingMode: "text",
      tunnelProtocol: "text",
    },
  },

  /**
   * The driver supports all minors that the Kubernetes project supports.
   *
   * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/tree/master/charts/aws-ebs-csi-driver
   */
  "aws-ebs-csi-driver": {
    title: "the Amazon EBS CSI driver",
    repository: "https://kubernetes-sigs.github.io/aws-ebs-csi-driver",
    namespace: "kube-system",
    versions: [
      {
        version: "2.64.0",
        from: "1.35",
        source: "https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/v1.64.0/README.md#compatibility",
      },
    ],
    keys: {
      "controller.nodeSelector": "map",
      "controller.region": "text",
      "controller.replicaCount": "number",
      "controller.tolerations": "list",
      "node.enableWindows": "boolean",
      "sidecars.snapshotter.forceEnable": "boolean",
    },
  },

  /** @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/tree/master/charts */
  "azuredisk-csi-driver": {
    title: "the Azure Disk CSI driver",
    repository: "https://raw.githubusercontent.com/kubernetes-sigs/azuredisk-csi-driver/master/charts",
    namespace: "kube-system",
    versions: [
      {
        version: "1.34.5",
        from: "1.21",
        source:
          "https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/master/README.md#container-images--kubernetes-compatibility",
      },
    ],
    keys: {
      "controller.replicas": "number",
      "controller.runOnControlPlane": "boolean",
      "windows.enabled": "boolean",
    },
  },
} as const satisfies Readonly<Record<string, ManifestChart>>;

/** Name of a chart. */
export type ManifestChartName = keyof typeof manifestCharts;

/** The table by name, with the type that all rows have. */
export const manifestChart = (name: ManifestChartName): ManifestChart => manifestCharts[name];

const names = Object.keys(manifestCharts) as readonly ManifestChartName[];

/** The newest version of each chart for a minor of Kubernetes; `none` if the table has no version for it. */
export const manifestVersions = (minor: string): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, versionsFor(manifestChart(name), minor)[0] ?? "none"]));
