import type * as aksVersions from "../../modules/aks/versions";
import type * as aksPrograms from "../../modules/aks/workloads/programs";
import type * as awsRegions from "../../modules/aws/regions";
import type * as eksVersions from "../../modules/eks/versions";
import type * as eksPrograms from "../../modules/eks/workloads/programs";
import { nearest } from "../../modules/cluster/nearest";
import { placeholder } from "../../modules/environment/placeholders";
import type { PlatformName } from "../../modules/environment/platforms";
import type * as gkeVersions from "../../modules/gke/versions";
import type * as gkePrograms from "../../modules/gke/workloads/programs";
import type * as kubeadmClouds from "../../modules/kubeadm/clouds";
import type { KubeadmCloud } from "../../modules/kubeadm/spec";
import type * as kubeadmVersions from "../../modules/kubeadm/versions";
import type * as kubeadmPrograms from "../../modules/kubeadm/workloads/programs";
import type * as catalogue from "../../modules/workloads/programs";
import type { ProgramTable } from "../../modules/workloads/programs";

/** What the user chose. */
export interface Choice {
  readonly platform: PlatformName;
  readonly region: string;

  /** Name of the environment, and of its file. */
  readonly name: string;

  /** The cloud of a kubeadm cluster; if omitted, that of the region. */
  readonly cloud?: KubeadmCloud;
}

/** What a first file of a platform contains. */
export interface FirstCluster {
  /** What the platform calls a cluster: `EKS cluster`. */
  readonly cluster: string;

  /** The region that a question suggests. */
  readonly region: string;
  readonly provider: string;

  /** Versions of Kubernetes for the file, the best first. */
  readonly versions: () => string[];

  /** Lines of `network`, of `access` and of the cluster itself. */
  readonly lines: (
    region: string,
    environment: string,
  ) => {
    readonly platform?: readonly string[];
    readonly network: readonly string[];
    readonly access: readonly string[];
    readonly group: readonly string[];
    readonly more: readonly string[];
  };

  /** The backend for a team, as a comment. */
  readonly backend: (region: string) => string;

  /** Comments with the field of the subscription or project; omitted if only credentials set the account. */
  readonly owner?: readonly [what: string, field: string];

  /** What the cluster needs before the first apply and a fresh file cannot have: a command on the stack, and what to do with it. */
  readonly preparation?: { readonly command: string; readonly text: string };
}

/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the facts of all platforms for each command */
const aws = () => require("../../modules/aws/regions") as typeof awsRegions;

/** The versions, newest first; those for which the catalogue lacks a program of the platform are last. */
const coveredVersions = (table: ProgramTable<never>, versions: readonly string[]): string[] =>
  (require("../../modules/workloads/programs") as typeof catalogue).coveredFirst(
    table,
    [...versions].reverse(),
  );

const cidr = "cidr: 10.20.0.0/16 # must not overlap networks that are connected to it";
const office = `publicFrom: [${placeholder}] # the addresses of your office, such as 203.0.113.0/24`;
const perZone = "nat: per-zone # one NAT gateway in each zone; single costs less";
const threeZones = "zones: 3 # availability zones";
const subscription = [
  "Subscription of the clusters. If omitted, the variable ARM_SUBSCRIPTION_ID.",
  `providers: { azurerm: { subscriptionId: ${placeholder} } }`,
] as const;
const project = [
  "Project of the clusters. If omitted, the variable GOOGLE_PROJECT.",
  `providers: { google: { project: ${placeholder} } }`,
] as const;
const noOther = "no other identity has access";

/** What first files of managed clusters contain. */
const firstClusters: Readonly<Record<Exclude<PlatformName, "kubeadm">, FirstCluster>> = {
  eks: {
    cluster: "EKS cluster",
    region: "eu-central-1",
    provider: "@cdktf/provider-aws",
    versions: () =>
      coveredVersions(
        (require("../../modules/eks/workloads/programs") as typeof eksPrograms).programs,
        (require("../../modules/eks/versions") as typeof eksVersions).knownMinors(),
      ),
    lines: (region) => ({
      network: [cidr, awsZones(region), perZone],
      access: [`${office}; if omitted, the API server is private`, awsAdmins(region)],
      group: [
        "machineTypes: [m7i.large]",
        "size: { min: 3, max: 6 } # total of all zones",
        "disk: { sizeGiB: 50 }",
      ],
      more: ["autoscaling: cluster-autoscaler", "storage: { block: true }"],
    }),
    backend: s3Backend,
  },
  aks: {
    cluster: "AKS cluster",
    region: "westeurope",
    provider: "@cdktf/provider-azurerm",
    versions: () =>
      coveredVersions(
        (require("../../modules/aks/workloads/programs") as typeof aksPrograms).programs,
        (require("../../modules/aks/versions") as typeof aksVersions).knownMinors(),
      ),
    lines: () => ({
      network: [cidr, threeZones],
      access: [
        "private: false # if omitted, the API server is private",
        office,
        `admins: [${placeholder}] # the object id of an Entra group; ${noOther}`,
      ],
      group: [
        "machineTypes: [Standard_D4ds_v5]",
        "size: 3 # total of all zones; { min: 3, max: 6 } scales, and needs a larger quota of vCPUs than that of a new subscription",
        "disk: { sizeGiB: 100 }",
      ],
      more: [
        "upgrades:",
        '  window: { days: [sunday], start: "01:00", hours: 4 } # UTC; Azure installs patches then',
      ],
    }),
    backend: azurermBackend,
    owner: subscription,
  },
  gke: {
    cluster: "GKE cluster",
    region: "europe-west3",
    provider: "@cdktf/provider-google",
    versions: () =>
      coveredVersions(
        (require("../../modules/gke/workloads/programs") as typeof gkePrograms).programs,
        (require("../../modules/gke/versions") as typeof gkeVersions).knownMinors(),
      ),
    lines: () => ({
      network: [`${cidr}; pods use the first half`, threeZones],
      access: [
        `${office}; if omitted, the API server is private`,
        `admins: [${placeholder}] # a Google group or user, such as "group:platform@example.com"; ${noOther}`,
      ],
      group: [
        "machineTypes: [e2-standard-4]",
        "size: { min: 3, max: 6 } # total of all zones",
        "disk: { sizeGiB: 50 }",
      ],
      more: [
        "storage: { block: true }",
        "upgrades:",
        '  window: { days: [tuesday, wednesday, thursday], start: "01:00", hours: 6 } # UTC; GKE upgrades then',
      ],
    }),
    backend: gcsBackend,
    owner: project,
  },
};

interface KubeadmOnCloud extends Pick<FirstCluster, "region" | "provider" | "backend" | "owner"> {
  readonly machineType: string;
  readonly network: (region: string) => readonly string[];
  readonly access: (region: string) => string;

  /** Why node groups have `spread: per-zone`; omitted if one group over all zones is right. */
  readonly spread?: string;

  /** Number of zones of a region. */
  readonly zonesOf: (region: string) => number;
}

/** What first files of kubeadm clusters contain on each cloud. */
const kubeadmOnClouds: Readonly<Record<KubeadmCloud, KubeadmOnCloud>> = {
  aws: {
    region: "eu-central-1",
    provider: "@cdktf/provider-aws",
    backend: s3Backend,
    machineType: "m7i.large",
    network: (region) => [awsZones(region), perZone],
    access: awsAdmins,
    zonesOf: (region) => aws().region(region)?.zoneLetters.length ?? 3,
  },
  azure: {
    region: "westeurope",
    provider: "@cdktf/provider-azurerm",
    backend: azurermBackend,
    owner: subscription,
    machineType: "Standard_D2s_v5",
    network: () => [threeZones, perZone],
    spread: "a scale set has one subnet, so that each zone uses its own gateway",
    access: () => `admins: [${placeholder}] # the object id of an Entra group or user; ${noOther}`,
    zonesOf: () => 3,
  },
  google: {
    region: "europe-west3",
    provider: "@cdktf/provider-google",
    backend: gcsBackend,
    owner: project,
    machineType: "n2-standard-2",
    network: () => [threeZones],
    spread: "the Cluster Autoscaler knows groups of one zone only",
    access: () =>
      `admins: [${placeholder}] # a user or service account, such as "user:ann@example.com"; ${noOther}`,
    zonesOf: () => 3,
  },
};

/** What is left to the user: the network of pods. The folder is no active field, because Helm writes its files. A check with `--strict` succeeds. */
const podNetwork = (environment: string) => [
  "# Until the network of pods is installed, no node is ready, and the first apply fails. To install Cilium with Helm, add",
  `#   kubeadm: { software: { manifests: manifests/${environment}-main } }`,
  "# run npx cdktf-clusters manifests, and remove the entry of silence: section Own manifests of docs/kubeadm.md in node_modules/cdktf-clusters.",
  "silence:",
  "  - rule: kubeadm/software/manifests-network",
  "    reason: the network of pods is installed later",
];

const podNetworkStep = {
  command: "manifests",
  text: "the network of pods, with Helm: first add the commented kubeadm.software.manifests, and remove silence",
} as const;

/** A first kubeadm cluster on a cloud. */
function kubeadmOn(cloud: KubeadmCloud): FirstCluster {
  const { machineType, region, provider, network, access, backend, owner, zonesOf, spread } =
    kubeadmOnClouds[cloud];
  return {
    cluster: "kubeadm cluster",
    region,
    provider,
    versions: () =>
      coveredVersions(
        (require("../../modules/kubeadm/workloads/programs") as typeof kubeadmPrograms).programs,
        (require("../../modules/kubeadm/versions") as typeof kubeadmVersions).newestReleases(),
      ),
    lines: (name, environment) => ({
      platform: [`cloud: ${cloud}`],
      network: [cidr, ...network(name)],
      access: [
        `privateFrom: [${placeholder}] # addresses that reach the network, such as 10.8.0.0/16 of a VPN`,
        access(name),
      ],
      group: [
        `machineTypes: [${machineType}]`,
        "size: { min: 3, max: 6 } # total of all zones",
        ...(spread === undefined ? [] : [`spread: per-zone # ${spread}`]),
        "disk: { sizeGiB: 50 }",
      ],
      // etcd needs a majority of zones.
      more: [
        ...podNetwork(environment),
        `controlPlane: { machines: ${zonesOf(name) >= 3 ? 3 : 1}, machineType: ${machineType} }`,
      ],
    }),
    backend,
    owner,
    preparation: podNetworkStep,
  };
}

/** The clouds whose names of regions have a distinct form. A name in one part could be of Azure. */
const withDistinctNames: readonly KubeadmCloud[] = ["aws", "google"];

/** The cloud of a region: the one that knows it, or else whose regions alone have names of this form. Undefined for other names. */
function cloudOfRegion(region: string): KubeadmCloud | undefined {
  const { clouds } = require("../../modules/kubeadm/clouds") as typeof kubeadmClouds;
  const names = Object.keys(clouds) as KubeadmCloud[];
  return (
    names.find((name) => clouds[name].regions.names().includes(region)) ??
    withDistinctNames.find((name) => clouds[name].regions.isName(region))
  );
}

/** Why no cloud follows from a region of kubeadm clusters; undefined if one does. */
export function cloudFault(region: string): string | undefined {
  if (cloudOfRegion(region) !== undefined) return undefined;
  const { clouds } = require("../../modules/kubeadm/clouds") as typeof kubeadmClouds;
  const names = Object.keys(clouds) as KubeadmCloud[];
  const meant = nearest(
    region,
    names.flatMap((name) => clouds[name].regions.names()),
  );
  const examples = names.map((name) => `${kubeadmOnClouds[name].region} (${name})`).join(", ");
  return (
    `no cloud has a known region ${JSON.stringify(region)}` +
    (meant === undefined
      ? `: use a region such as ${examples}, or give --cloud`
      : `; did you mean ${JSON.stringify(meant)}? For a new region, give --cloud`)
  );
}

/** What a first file contains. */
export function firstClusterOf({ platform, region, cloud }: Choice): FirstCluster {
  return platform === "kubeadm"
    ? kubeadmOn(cloud ?? cloudOfRegion(region) ?? "aws")
    : firstClusters[platform];
}
/* eslint-enable */

function azurermBackend(): string {
  return `backend: { type: azurerm, resourceGroupName: ${placeholder}, storageAccountName: ${placeholder}, containerName: ${placeholder} }`;
}

function gcsBackend(): string {
  return `backend: { type: gcs, bucket: ${placeholder} }`;
}

function s3Backend(region: string): string {
  return `backend: { type: s3, bucket: ${placeholder}, region: ${region} }`;
}

function awsAdmins(region: string): string {
  return `admins: [${placeholder}] # such as arn:${aws().partitionOf(region)}:iam::111122223333:role/PlatformAdmin; ${noOther}`;
}

/** Three zones, or those that the region has; by name if accounts have different ones. */
function awsZones(region: string): string {
  const known = aws().region(region);
  if (known === undefined) return threeZones;
  const { zoneLetters, zonesDifferPerAccount } = known;
  if (zoneLetters.length >= 3 && !zonesDifferPerAccount) return threeZones;
  const letters = zoneLetters.length === 0 ? ["a", "b"] : zoneLetters.slice(0, 3);
  return `zones: [${letters.map((letter) => `${region}${letter}`).join(", ")}] # those that your account has`;
}
