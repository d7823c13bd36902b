import { machineTypesFact } from "../../aws/machine-types";
import { planOf } from "../../kubeadm/capacity/plan";
import { defaults } from "../../kubeadm/fields.generated";
import type { KubeadmClusterProps } from "../../kubeadm/spec";
import { imagesFact } from "../../kubeadm/software/versions";
import { manifestsFolderOf } from "../../kubeadm/software/own-manifests";
import { blockStorageOf } from "../../kubeadm/storage/block";
import { kubernetesVersion, minorOf, versionsFact } from "../../kubeadm/versions";
import { zoneNames } from "../../kubeadm/zones";
import type { Remark, Responsibilities } from "../model";
import type { ExplainedCluster, PlatformFacts, ResourceFacts } from "../platform";
import { listed } from "../summary";
import { kubeadmAccess, kubeadmApiReach } from "./access";
import { awsMachineResources } from "./aws";
import { azureMachineResources } from "./azure";
import { googleMachineResources } from "./google";
import { hasControllerManager, softwareSourceOf } from "./machines";
import { kubeadmPicture } from "./picture";

type KubeadmCluster = KubeadmClusterProps & ExplainedCluster;

/** What differs between the clouds of the machines. */
interface CloudFacts {
  readonly service: string;
  readonly resources: Readonly<Record<string, ResourceFacts>>;
  readonly remains: readonly Remark[];

  /** How a changed template reaches the control plane. */
  readonly you: readonly string[];
}

const byCloud: Readonly<Record<string, CloudFacts>> = {
  aws: {
    service: "machines of AWS, by kubeadm",
    resources: awsMachineResources,
    remains: [
      {
        text: "EBS volumes and snapshots of persistent volumes whose reclaim policy is Retain, or that exist when the driver is removed.",
        source: "https://github.com/kubernetes-sigs/aws-ebs-csi-driver",
      },
      {
        text: "Load balancers of Services that the cloud controller manager created: delete the Services before the destroy, because they keep the VPC in use.",
        source: "https://cloud-provider-aws.sigs.k8s.io/service_controller/",
      },
    ],
    you: [
      "wait until the instance refreshes of the control plane have ended before the next change: an apply ends earlier",
    ],
  },
  azure: {
    service: "machines of Azure, by kubeadm",
    resources: azureMachineResources,
    remains: [
      {
        text: "Disks and snapshots of persistent volumes whose reclaim policy is Retain, or that exist when the driver is removed: they are in the resource group, which the provider does not delete with protection.",
        source: "https://github.com/kubernetes-sigs/azuredisk-csi-driver",
      },
    ],
    you: [
      "replace the control-plane machines with the commands of the output replacement_commands, when their image, type or start configuration has changed, or one is lost",
    ],
  },
  google: {
    service: "machines of Google Cloud, by kubeadm",
    resources: googleMachineResources,
    remains: [
      {
        text: "Persistent Disks and snapshots of persistent volumes whose reclaim policy is Retain, or that exist when the driver is removed.",
        source: "https://github.com/kubernetes-sigs/gcp-compute-persistent-disk-csi-driver",
      },
    ],
    you: ["look whether all slots are stable before a change that replaces control-plane machines"],
  },
};

/** The facts of kubeadm clusters on a cloud; undefined if they cannot be explained. */
export function kubeadmFacts(cloud: string): PlatformFacts<KubeadmCluster> | undefined {
  if (!Object.hasOwn(byCloud, cloud)) return undefined;
  const { service, resources, remains, you } = byCloud[cloud];
  return {
    service,
    resources,
    zonesOf: (cluster) => zoneNames(cluster) ?? [],
    planOf,
    diskOf: (_, group) =>
      typeof group.disk?.sizeGiB === "number" ? group.disk.sizeGiB : defaults["nodeGroups[].disk.sizeGiB"],
    apiReach: kubeadmApiReach,
    pictureOf: kubeadmPicture,
    accessOf: kubeadmAccess,
    responsibilitiesOf: (cluster) => responsibilitiesOf(cluster, you),
    supportOf(version) {
      const minor = minorOf(version);
      return { minor, standardUntil: kubernetesVersion(minor)?.standardSupportUntil };
    },
    facts: [
      { name: "Kubernetes versions", ...versionsFact },
      { name: "images", ...imagesFact },
      ...(cloud === "aws" ? [{ name: "machine types", ...machineTypesFact }] : []),
    ],
    remains,
  };
}

/** How the programs of the machines reach them, if that is a task of the user. */
function programsOfYou(cluster: KubeadmCluster): readonly string[] {
  switch (softwareSourceOf(cluster)) {
    case "store":
      return ["copy the programs of each version into the store before Terraform needs them"];
    case "mirror":
      return ["copy the programs of each version to the mirror before Terraform needs them"];
    case "image":
      return ["build images that contain the programs of each version"];
    case "upstream":
      return [];
  }
}

function responsibilitiesOf(cluster: KubeadmCluster, more: readonly string[]): Responsibilities {
  const onAzure = cluster.cloud === "azure";
  const hasManifests = manifestsFolderOf(cluster) !== undefined;
  const isScaled = (cluster.autoscaling ?? defaults["autoscaling"]) === "cluster-autoscaler";
  return {
    cloud: [
      onAzure
        ? "replaces workers that fail their checks, and restarts control-plane machines on another host if their host fails"
        : "replaces machines that fail their checks; the new machine of a slot has its address and its etcd disk",
    ],
    terraform: [
      "owns the network, the load balancer, identities, the store, and the templates and groups of machines",
      ...(cluster.nodeGroups.some(({ size }) => typeof size === "number")
        ? ["owns the number of nodes of groups with a fixed size"]
        : []),
    ],
    autoscaler: isScaled
      ? ["Cluster Autoscaler owns the number of nodes of groups with a range, between min and max"]
      : [],
    you: [
      ...programsOfYou(cluster),
      "raise versions for security fixes",
      "upgrade Kubernetes before the end of maintenance, one minor at a time",
      ...more,
      `${hasManifests ? "keep the manifests of the cluster complete and up to date" : "install"}: ${listed([
        "the network of pods",
        ...(hasControllerManager(cluster) ? [] : ["the cloud controller manager"]),
        ...(isScaled ? ["the Cluster Autoscaler"] : []),
        ...(blockStorageOf(cluster) ? ["the driver and the storage class of volumes"] : []),
      ])}; npx cdktf-clusters manifests writes what has a chart`,
      "test the restore of etcd from the backups that the machines write to the store",
      "deploy, secure and back up the workloads and their data",
    ],
  };
}
