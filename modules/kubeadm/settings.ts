import { endpointOf } from "./access/endpoint";
import type {
  ClusterSettings,
  EtcdSettings,
  MachineCloud,
  OidcSettings,
  SoftwareSettings,
} from "./boot/settings";
import type { Slot } from "./control-plane/slots";
import { defaults } from "./fields.generated";
import { bootFile, softwareFiles } from "./software/files";
import { type KubernetesMinor, minorVersions } from "./software/versions";
import type { KubeadmClusterProps } from "./spec";
import { minorOf } from "./versions";

/** What the adapter of a cloud adds to the settings of machines. */
export interface CloudSettings {
  readonly cloud: MachineCloud;

  /** Name of the bucket of the store (reference). */
  readonly bucket: string;

  /** Who workers are: the name of their role, or the e-mail of their service account (reference). */
  readonly workerRole: string;

  /** Key of the object with the configuration of the program that authenticates people; undefined without people. */
  readonly authenticator?: string;

  /** Tokens of people that the API server accepts, and the key of the object with the binding of administrators. */
  readonly oidc?: OidcSettings;
  readonly administrators?: string;

  /** More names in the certificate of the API server. */
  readonly certificateNames: readonly string[];
}

/** What all machines of a cluster have in common. */
export function clusterSettings(
  cluster: KubeadmClusterProps,
  slots: readonly Slot[],
  { cloud, bucket, workerRole, authenticator, oidc, administrators, certificateNames }: CloudSettings,
): ClusterSettings {
  const { network = {} } = cluster;
  const cni = network.cni ?? defaults["network.cni"];
  return {
    cloud,
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
    podNetwork: cni === "none" ? undefined : cni,
    cloudControllerManager: true,
    software: softwareSettings(cluster),
    etcd: etcdSettings(cluster),
    workerRole,
    authenticator,
    oidc,
    administrators,
    certificateNames,
  };
}

function softwareSettings(cluster: KubeadmClusterProps): SoftwareSettings {
  const { software = {} } = cluster.kubeadm ?? {};
  const { source = defaults["kubeadm.software.source"] } = software;
  return {
    // Paths start with the host, so that the projects' servers together are a mirror.
    ...(source === "upstream"
      ? { source: "mirror", mirror: "https:/" }
      : { source, mirror: software.mirror }),
    files: softwareFiles(cluster).map(bootFile),
    sandboxVersion: minorVersions[minorOf(cluster.kubernetesVersion) as KubernetesMinor]?.pause,
    imageRepository: software.imageRepository ?? defaults["kubeadm.software.imageRepository"],
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
