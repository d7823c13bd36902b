import { InputError } from "../../cluster/problem";
import { versionsFor } from "../../workloads/chart";
import { wrongValues } from "../../workloads/check-values";
import { type Values, withValue } from "../../workloads/release";
import { endpointOf } from "../access/endpoint";
import { apiServerPort } from "../boot/settings";
import { defaults } from "../fields.generated";
import type { KubeadmClusterProps } from "../spec";
import { blockStorageOf, hasSnapshots } from "../storage/block";
import { minorOf } from "../versions";
import { type ManifestChartName, manifestChart } from "./charts";
import { hasControllerManager, networkDaemonSets } from "./own-manifests";

/** A value in an object that a chart does not offer. A step of the path with a name is the member of a list with this name. */
export interface Change {
  readonly kind: string;
  readonly name: string;
  readonly path: readonly (string | { readonly name: string })[];
  readonly value: unknown;
}

/** A chart whose objects a cluster needs as manifests. */
export interface ChartManifest {
  readonly chart: ManifestChartName;

  /** Undefined if the table has no version for the cluster's minor. */
  readonly version: string | undefined;
  readonly values: Values;

  /** What is changed in the objects. */
  readonly changes: readonly Change[];
}

/** A chart with the version that Helm renders. */
export type RenderedChart = ChartManifest & {
  readonly version: string;

  /** Whether the user named the version, because the table has none. */
  readonly isNamed?: boolean;
};

/** The charts that a cluster needs as manifests, and what it needs without a chart. */
export interface ChartManifests {
  readonly charts: readonly ChartManifest[];

  /** What the user does for the rest. */
  readonly rest: readonly Rest[];
}

/** What a cluster needs, and no chart has. */
export interface Rest {
  /** What is missing, and what to do. */
  readonly text: string;

  /** The object that shows that it is done; `any` if any object of the user does. */
  readonly object?: { readonly kind: string; readonly name: string } | "any";

  /** The chart that needs it in the cluster, without an object in the manifests. */
  readonly chart?: ManifestChartName;
}

/** The charts of a cluster with their values, which follow from its fields alone. The snapshot controller is a program of `workloads`. */
export function chartManifestsOf(cluster: KubeadmClusterProps): ChartManifests {
  const cni = cluster.network?.cni ?? defaults["network.cni"];
  const hasDriver = blockStorageOf(cluster) !== undefined;
  const charts = [
    ...(cni === "cilium" ? [chartManifest(cluster, "cilium", cilium(cluster))] : []),
    ...(hasDriver && cluster.cloud === "aws" ? [ebsDriver(cluster)] : []),
    ...(hasDriver && cluster.cloud === "azure" ? [azureDiskDriver(cluster)] : []),
  ];
  const rest: Rest[] = [
    ...(cni === "calico"
      ? [
          {
            text: "the DaemonSet of Calico has no chart: save the manifest of a release",
            object: { kind: "DaemonSet", name: networkDaemonSets.calico! },
          },
        ]
      : []),
    ...(cni === "none"
      ? [
          {
            text: "network.cni is none: save the manifests of your network of pods",
            object: "any" as const,
          },
        ]
      : []),
    ...(hasDriver && cluster.cloud === "google"
      ? [
          {
            text: "the driver of Persistent Disk has no chart: build its manifests with kustomize",
            object: { kind: "CSIDriver", name: "pd.csi.storage.gke.io" },
          },
        ]
      : []),
    ...(hasDriver && cluster.cloud === "azure" && !hasControllerManager(cluster)
      ? [
          {
            text: "the Azure Disk CSI driver needs its configuration: create the Secret azure-cloud-provider in kube-system",
            chart: "azuredisk-csi-driver" as const,
          },
        ]
      : []),
  ];
  return { charts, rest };
}

/** @throws InputError if a value is unknown to the chart: Helm would ignore it */
function chartManifest(
  { kubernetesVersion }: KubeadmClusterProps,
  chart: ManifestChartName,
  values: Values,
  changes: readonly Change[] = [],
): ChartManifest {
  const wrong = wrongValues(manifestChart(chart), values);
  if (wrong.length > 0) throw new InputError(`values of the chart ${chart}: ${wrong.join(", ")}`);
  return {
    chart,
    version: versionsFor(manifestChart(chart), minorOf(kubernetesVersion))[0],
    values,
    changes,
  };
}

/**
 * Cilium replaces kube-proxy, and gives pods addresses of the range that Kubernetes gives the node. Certificates of Hubble would be secrets in
 * the manifests.
 *
 * @see https://docs.cilium.io/en/stable/network/kubernetes/kubeproxy-free/
 */
const cilium = (cluster: KubeadmClusterProps): Values => ({
  kubeProxyReplacement: true,
  k8sServiceHost: endpointOf(cluster),
  k8sServicePort: apiServerPort,
  ipam: { mode: "kubernetes" },
  routingMode: "tunnel",
  tunnelProtocol: "vxlan",
  hubble: { enabled: false },
});

const controlPlaneLabel = "node-role.kubernetes.io/control-plane";

/** Two controllers in the network of the host use the same ports: one on each machine. */
const copiesOf = ({ controlPlane }: KubeadmClusterProps): number =>
  Math.min(2, controlPlane.machines ?? defaults["controlPlane.machines"]);

/**
 * The controller runs on control-plane machines, whose role has the permissions. The metadata service answers one hop only, so it needs the
 * network of the host, which the chart does not offer.
 */
function ebsDriver(cluster: KubeadmClusterProps): ChartManifest {
  const values: Values = {
    controller: {
      region: cluster.region,
      replicaCount: copiesOf(cluster),
      nodeSelector: { [controlPlaneLabel]: "" },
      tolerations: [{ key: controlPlaneLabel, operator: "Exists" }],
    },
    node: { enableWindows: false },
  };
  const controller = { kind: "Deployment", name: "ebs-csi-controller" };
  return chartManifest(
    cluster,
    "aws-ebs-csi-driver",
    // Helm does not ask the cluster for the types of snapshots.
    hasSnapshots(cluster) ? withValue(values, "sidecars.snapshotter.forceEnable", true) : values,
    [{ ...controller, path: ["spec", "template", "spec", "hostNetwork"], value: true }],
  );
}

/**
 * The controller runs on control-plane machines, whose identity has the permissions. It reads the configuration of the cloud controller manager,
 * which has no secrets. So do nodes: their zone is that of the metadata service, because the label of a new node comes later.
 *
 * @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/v1.34.5/pkg/azureutils/azure_disk_utils.go
 * @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/v1.34.5/pkg/azuredisk/nodeserver.go
 */
function azureDiskDriver(cluster: KubeadmClusterProps): ChartManifest {
  const configuration = { name: "cloud-controller-manager", items: [{ key: "config", path: "azure.json" }] };
  const changes: Change[] = [
    { kind: "Deployment", name: "csi-azuredisk-controller" },
    { kind: "DaemonSet", name: "csi-azuredisk-node" },
  ].map((object) => ({
    ...object,
    path: ["spec", "template", "spec", "volumes", { name: "azure-cred" }],
    value: { name: "azure-cred", configMap: configuration },
  }));
  return chartManifest(
    cluster,
    "azuredisk-csi-driver",
    { controller: { runOnControlPlane: true, replicas: copiesOf(cluster) }, windows: { enabled: false } },
    hasControllerManager(cluster) ? changes : [],
  );
}
