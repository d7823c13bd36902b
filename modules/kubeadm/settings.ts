import { endpointOf } from "./access/endpoint";
import type { ClusterSettings, EtcdSettings } from "./boot/settings";
import type { Slot } from "./control-plane/slots";
import { defaults } from "./fields.generated";
import type { KubeadmClusterProps } from "./spec";

/** What the adapter of a cloud adds to the settings of machines. */
export interface CloudSettings {
  /** Name of the bucket of the store (reference). */
  readonly bucket: string;

  /** Name of the role of workers (reference). */
  readonly workerRole: string;

  /** Key of the object with the configuration of the program that authenticates people; undefined without people. */
  readonly authenticator?: string;

  /** More names in the certificate of the API server. */
  readonly certificateNames: readonly string[];
}

/** What all machines of a cluster have in common. */
export function clusterSettings(
  cluster: KubeadmClusterProps,
  slots: readonly Slot[],
  { bucket, workerRole, authenticator, certificateNames }: CloudSettings,
): ClusterSettings {
  const { network = {}, kubeadm = {} } = cluster;
  const cni = network.cni ?? defaults["network.cni"];
  return {
    cloud: "aws",
    name: cluster.name,
    region: cluster.region,
    kubernetesVersion: cluster.kubernetesVersion,
    endpoint: endpointOf(cluster),
    podCidr: network.podCidr ?? defaults["network.podCidr"],
    serviceCidr: network.serviceCidr ?? defaults["network.serviceCidr"],
    slots: slots.map(({ name, address }) => ({ name, address })),
    store: { bucket },
    // Cilium replaces it.
    kubeProxy: cni !== "cilium",
    cloudControllerManager: true,
    software: {
      source: kubeadm.software?.source ?? defaults["kubeadm.software.source"],
      mirror: kubeadm.software?.mirror,
      files: [],
      imageRepository: kubeadm.software?.imageRepository ?? defaults["kubeadm.software.imageRepository"],
    },
    etcd: etcdSettings(cluster),
    workerRole,
    authenticator,
    certificateNames,
  };
}

function etcdSettings({ controlPlane: { etcd = {} } }: KubeadmClusterProps): EtcdSettings {
  return {
    quotaGiB: etcd.quotaGiB ?? defaults["controlPlane.etcd.quotaGiB"],
    backupMinutes: etcd.backupMinutes ?? defaults["controlPlane.etcd.backupMinutes"],
    retentionDays: etcd.retentionDays ?? defaults["controlPlane.etcd.retentionDays"],
    restore: etcd.restore,
  };
}
