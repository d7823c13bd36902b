import type {
  KubeadmClusterProps,
  KubeadmControlPlaneSpec,
  KubeadmEtcdSpec,
  KubeadmNetworkSpec,
  KubeadmNodeGroupSpec,
  KubeadmSoftwareSpec,
} from "../../modules/kubeadm/spec";
import type { RuleCases } from "../cluster/rule-cases";

export type KubeadmRuleCases = RuleCases<KubeadmClusterProps>;

/** The day of version checks. */
export const today = new Date("2026-11-23T12:00:00Z");

export const admin = "arn:aws:iam::111122223333:role/PlatformAdmin";

/** A reference to a variable in a field of any type. */
export const variable = "${var.value}" as never;

/** A cluster without problems, with some fields changed. */
export function cluster(patch: Partial<KubeadmClusterProps> = {}): KubeadmClusterProps {
  return {
    cloud: "aws",
    name: "production-shop",
    region: "eu-central-1",
    kubernetesVersion: "1.36.3",
    controlPlane: { machineType: "m7i.large" },
    access: { admins: [admin], privateFrom: ["10.8.0.0/16"] },
    nodeGroups: [group()],
    kubeadm: { software: { manifests: podNetwork } },
    ...patch,
  };
}

/** A folder with a network of pods. */
export const podNetwork = "__tests__/kubeadm/software/pods";

/** The same with Hubble Relay. */
export const podNetworkWithRelay = "__tests__/kubeadm/software/pods-relay";

/** A node group without problems, with some fields changed. */
export function group(patch: Partial<KubeadmNodeGroupSpec> = {}): KubeadmNodeGroupSpec {
  return { name: "workers", machineTypes: ["m7i.large"], size: { min: 3, max: 10 }, ...patch };
}

export const withGroups = (...patches: Partial<KubeadmNodeGroupSpec>[]): KubeadmClusterProps =>
  cluster({ nodeGroups: patches.map(group) });

export const withNetwork = (network: KubeadmNetworkSpec): KubeadmClusterProps => cluster({ network });

export const withControlPlane = (patch: Partial<KubeadmControlPlaneSpec>): KubeadmClusterProps =>
  cluster({ controlPlane: { machineType: "m7i.large", ...patch } });

export const withEtcd = (etcd: KubeadmEtcdSpec): KubeadmClusterProps => withControlPlane({ etcd });

export const withAccess = (access: Partial<KubeadmClusterProps["access"]>): KubeadmClusterProps =>
  cluster({ access: { admins: [admin], privateFrom: ["10.8.0.0/16"], ...access } });

export const withSoftware = (
  software: KubeadmSoftwareSpec,
  network?: KubeadmNetworkSpec,
): KubeadmClusterProps => cluster({ network, kubeadm: { software } });

export const azureAdmin = "11111111-2222-3333-4444-555555555555";

/** A cluster on Azure without problems, with some fields changed. */
export const onAzure = (patch: Partial<KubeadmClusterProps> = {}): KubeadmClusterProps =>
  cluster({
    cloud: "azure",
    region: "westeurope",
    controlPlane: { machineType: "Standard_D2s_v5" },
    access: { admins: [azureAdmin], privateFrom: ["10.8.0.0/16"] },
    nodeGroups: [azureGroup()],
    ...patch,
  });

/** A node group on Azure without problems, with some fields changed. */
export const azureGroup = (patch: Partial<KubeadmNodeGroupSpec> = {}): KubeadmNodeGroupSpec =>
  group({ machineTypes: ["Standard_D4s_v5"], spread: "per-zone", ...patch });

/** A cluster on Google Cloud without problems, with some fields changed. */
export const onGoogle = (patch: Partial<KubeadmClusterProps> = {}): KubeadmClusterProps =>
  cluster({
    cloud: "google",
    region: "europe-west1",
    controlPlane: { machineType: "n2-standard-2" },
    access: { admins: ["user:ann@example.com"], privateFrom: ["10.8.0.0/16"] },
    nodeGroups: [googleGroup()],
    ...patch,
  });

/** A node group on Google Cloud without problems, with some fields changed. */
export const googleGroup = (patch: Partial<KubeadmNodeGroupSpec> = {}): KubeadmNodeGroupSpec =>
  group({ machineTypes: ["n2-standard-4"], spread: "per-zone", ...patch });
