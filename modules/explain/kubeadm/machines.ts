import { defaults } from "../../kubeadm/fields.generated";
import { hasControllerManager as isManaged, manifestsFolderOf } from "../../kubeadm/software/own-manifests";
import type { KubeadmClusterProps, KubeadmSoftwareSpec } from "../../kubeadm/spec";
import { hoursPerMonth } from "../billing";
import type { Billing, ExplainedCluster, HiddenAction, ResourceFacts } from "../platform";
import { blocks, type Config } from "../stack";

const kubernetes = "https://kubernetes.io/docs";

/** Whether machines are a slot of the control plane: a tag on AWS, an own interface on Azure, a stateful disk on Google Cloud. */
export const isSlot = (config: Config): boolean =>
  config.stateful_disk !== undefined ||
  config.network_interface_ids !== undefined ||
  blocks(config.tag).some(({ value }) => value === "control-plane");

/** Whether a template is that of a slot. */
const isOfSlot = ({ description }: Config): boolean => String(description).startsWith("Control plane");

/** The record of fixed fields, which is only in the state. */
export const fixedFieldsRecord: ResourceFacts = { minutes: 0 };

type SoftwareSource = NonNullable<KubeadmSoftwareSpec["source"]>;

/** Whether the machines apply the cloud controller manager. */
export const hasControllerManager = (cluster: ExplainedCluster): boolean =>
  isManaged({ kubeadm: kubeadmOf(cluster) });

const hasOwnManifests = (cluster: ExplainedCluster): boolean =>
  manifestsFolderOf({ kubeadm: kubeadmOf(cluster) }) !== undefined;

/** Where machines get their programs from. */
export const softwareSourceOf = (cluster: ExplainedCluster): SoftwareSource =>
  kubeadmOf(cluster).software?.source ?? defaults["kubeadm.software.source"];

/** Facts are tables of resource types, so their conditions get clusters of every platform. */
const kubeadmOf = (cluster: ExplainedCluster): NonNullable<KubeadmClusterProps["kubeadm"]> =>
  (cluster as { readonly kubeadm?: KubeadmClusterProps["kubeadm"] }).kubeadm ?? {};

const taints = `${kubernetes}/reference/labels-annotations-taints/#node-cloudprovider-kubernetes-io-uninitialized`;

const softwareSources: readonly (readonly [source: SoftwareSource, text: string])[] = [
  [
    "upstream",
    "A new worker downloads the programs from the servers of their projects, and checks them by their checksums.",
  ],
  ["mirror", "A new worker downloads the programs from your mirror, and checks them by their checksums."],
  ["store", "A new worker reads the programs from the store, and checks them by their checksums."],
  ["image", "A new worker has the programs in its image."],
];

/** What a machine does before it is ready, on each cloud. */
const bootstrap: readonly HiddenAction[] = [
  {
    step: "control plane",
    text: "The first control-plane machine creates the certificate authorities and keys, and writes them to the store. The others read them and join, one after the other.",
    source: `${kubernetes}/setup/production-environment/tools/kubeadm/high-availability/`,
    when: isSlot,
  },
  {
    step: "control plane",
    text: "kubeadm starts etcd, the API server, the scheduler and the controller manager as static pods of the kubelet. Data of etcd is on the disk of the slot.",
    source: `${kubernetes}/reference/setup-tools/kubeadm/implementation-details/`,
    when: isSlot,
  },
  {
    step: "Kubernetes software",
    text: "kubeadm installs CoreDNS.",
    source: `${kubernetes}/setup/production-environment/tools/kubeadm/create-cluster-kubeadm/#pod-network`,
    when: isSlot,
  },
  {
    step: "Kubernetes software",
    text: "A control-plane machine applies the cloud controller manager.",
    source: `${kubernetes}/concepts/architecture/cloud-controller/`,
    when: (config, cluster) => isSlot(config) && hasControllerManager(cluster),
  },
  {
    step: "Kubernetes software",
    text: "A control-plane machine applies the manifests of the folder kubeadm.software.manifests, and removes objects that they do not have any more.",
    source: `${kubernetes}/reference/using-api/server-side-apply/`,
    when: (config, cluster) => isSlot(config) && hasOwnManifests(cluster),
  },
  ...softwareSources.map(([source, text]): HiddenAction => ({
    step: "registration",
    text: `${text} The certificate authority is in the store.`,
    source: `${kubernetes}/setup/production-environment/tools/kubeadm/install-kubeadm/`,
    when: (config, cluster) => !isSlot(config) && softwareSourceOf(cluster) === source,
  })),
  {
    step: "registration",
    text: "The worker requests a certificate for its kubelet with a bootstrap token and a proof of its identity that the cloud signs. A control-plane machine checks the proof and approves the request.",
    source: `${kubernetes}/reference/access-authn-authz/kubelet-tls-bootstrapping/`,
    when: (config) => !isSlot(config),
  },
  {
    step: "registration",
    text: "The cloud controller manager removes the taint of a new node, and the network of pods starts on it. Then the node is Ready.",
    source: taints,
    when: (config, cluster) => !isSlot(config) && hasControllerManager(cluster) && hasOwnManifests(cluster),
  },
  {
    step: "registration",
    text: "A new node is Ready only when you have installed what its machines do not apply: the cloud controller manager, which removes a taint, or the network of pods.",
    source: taints,
    when: (config, cluster) =>
      !isSlot(config) && !(hasControllerManager(cluster) && hasOwnManifests(cluster)),
  },
];

/** A group of machines, for which Terraform waits. */
export const machineGroup = (timeSource: string, ...hidden: readonly HiddenAction[]): ResourceFacts => ({
  minutes: 4,
  timeSource,
  hidden: [...hidden, ...bootstrap],
});

/** The bill of the machines of the control plane; those of workers are of the node groups. */
export const machineBills = (
  isMachine: (config: Config) => boolean,
  diskGiB: (config: Config) => unknown,
): readonly Billing[] => [
  {
    kind: "control-plane machine",
    unit: "h",
    of: "control-plane machines",
    each: (config) => (isMachine(config) ? hoursPerMonth : 0),
  },
  {
    kind: "system disk of the control plane",
    unit: "GiB",
    of: "system disks of the control plane",
    each: (config) => (isMachine(config) ? Number(diskGiB(config)) || 0 : 0),
  },
];

/** The template of machines. */
export const machineTemplate = (diskGiB: (config: Config) => unknown): ResourceFacts => ({
  minutes: 0.1,
  bills: machineBills(isOfSlot, diskGiB),
});

/** Only slots have disks as resources. */
export const etcdDisk: ResourceFacts = {
  minutes: 0.2,
  bills: [{ kind: "etcd disk", unit: "GiB", of: "etcd disks", each: ({ size }) => Number(size) || 0 }],
};

/** The bucket of the cluster. */
export const store: ResourceFacts = {
  minutes: 0.2,
  bills: [{ kind: "bucket", unit: "buckets (by GB)", of: "buckets", each: () => 1 }],
};

export const hours = (kind: string): Billing => ({
  kind,
  unit: "h",
  of: `${kind}s`,
  each: () => hoursPerMonth,
});

export const dnsZone: ResourceFacts = {
  minutes: 0.5,
  step: "control plane",
  bills: [{ kind: "DNS zone", unit: "zones", of: "DNS zones", each: () => 1 }],
};
