import * as istio from "../aks/load-balancing/facts";
import * as vmSizes from "../azure/machine-types";
import * as azure from "../azure/provider";
import * as azureRegions from "../azure/regions";
import { retirements, retirementsFact } from "../azure/retired-sizes";
import * as aks from "../aks/versions";
import * as instanceTypes from "../aws/machine-types";
import * as aws from "../aws/provider";
import * as awsRegions from "../aws/regions";
import type { Fact } from "../cluster/facts";
import * as eks from "../eks/versions";
import { facts as google } from "../gke/facts";
import { machineTypesWithLocalSsds } from "../gke/node-groups/local-ssd";
import { knownFamilies } from "../google/machine-types";
import { googleProvider } from "../google/provider";
import * as googleRegions from "../google/regions";
import * as gke from "../gke/versions";
import { clouds } from "../kubeadm/clouds";
import * as kubeadmCharts from "../kubeadm/software/charts";
import * as kubeadmComponents from "../kubeadm/software/components";
import * as kubeadmFiles from "../kubeadm/software/files";
import * as kubeadmImages from "../kubeadm/software/versions";
import * as kubeadm from "../kubeadm/versions";
import { charts, chartsFact } from "../workloads/charts";

/** A table of facts whose source changes. */
export interface FactTable extends Fact {
  readonly name: string;

  /** What the table has, by the key of each row. */
  readonly rows: Readonly<Record<string, unknown>>;
}

const named = (names: readonly string[], row: (name: string) => unknown): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, row(name)]));

const awsTables = (): FactTable[] => [
  {
    name: "machine types",
    ...instanceTypes.machineTypesFact,
    rows: Object.fromEntries(instanceTypes.instanceTypes().map(({ name, ...row }) => [name, row])),
  },
  {
    name: "regions",
    ...awsRegions.regionsFact,
    rows: named(awsRegions.regionNames(), (name) => awsRegions.region(name)!.zoneLetters),
  },
];

const googleTables = (): FactTable[] => [
  { name: "machine families", ...google.machineFamilies, rows: knownFamilies() },
  {
    name: "regions",
    ...googleRegions.regionsFact,
    rows: named(googleRegions.regionNames(), (name) => googleRegions.region(name)!.zoneLetters),
  },
];

const azureTables = (): FactTable[] => [
  {
    name: "machine types",
    ...vmSizes.machineTypesFact,
    rows: named(vmSizes.vmSizeNames(), (name) => vmSizes.vmSize(name)),
  },
  {
    name: "regions",
    ...azureRegions.regionsFact,
    rows: named(azureRegions.regionNames(), (name) => azureRegions.regionNamed(name)),
  },
  {
    name: "retired machine types",
    ...retirementsFact,
    rows: Object.fromEntries(retirements.map(({ sizes, on, instead }) => [String(sizes), { on, instead }])),
  },
];

/** The tables of the clouds of kubeadm clusters. */
const cloudTables: Readonly<Record<string, () => FactTable[]>> = {
  aws: awsTables,
  azure: azureTables,
  google: googleTables,
};

/** The rows are read when they are needed, because a user can add some. */
const tables = {
  eks: () => [
    {
      name: "Kubernetes versions",
      ...eks.versionsFact,
      rows: named(eks.knownMinors(), (minor) => {
        const { standardSupportUntil, extendedSupportUntil } = eks.kubernetesVersion(minor)!;
        return { standardSupportUntil, extendedSupportUntil };
      }),
    },
    { name: "add-ons", ...eks.addOnsFact, rows: named(eks.knownMinors(), addOnsOf) },
    {
      name: "images",
      ...eks.imagesFact,
      rows: named(eks.knownMinors(), (minor) => eks.kubernetesVersion(minor)!.images),
    },
    ...awsTables(),
    { name: "provider", ...aws.providerFact, rows: { [aws.awsProvider.source]: aws.awsProvider } },
    { name: "programs", ...chartsFact, rows: named(Object.keys(charts), versionsOfChart) },
  ],
  aks: () => [
    {
      name: "Kubernetes versions",
      ...aks.versionsFact,
      rows: named(aks.knownMinors(), (minor) => aks.kubernetesVersion(minor)),
    },
    ...azureTables(),
    {
      name: "provider",
      ...azure.providerFact,
      rows: { [azure.azurermProvider.source]: azure.azurermProvider },
    },
    { name: "Istio revisions", ...istio.istioFact, rows: { oldest: `asm-1-${istio.oldestIstioMinor}` } },
    {
      name: "NGINX of application routing",
      ...istio.nginxRouting,
      rows: { supportedUntil: istio.nginxRouting.supportedUntil },
    },
  ],
  gke: () => [
    {
      name: "Kubernetes versions",
      ...google.kubernetesVersions,
      rows: named(gke.knownMinors(), (minor) => gke.kubernetesVersion(minor)),
    },
    ...googleTables(),
    { name: "local SSDs", ...google.localSsds, rows: machineTypesWithLocalSsds },
    { name: "provider", ...google.provider, rows: { [googleProvider.source]: googleProvider } },
  ],
  kubeadm: () => [
    {
      name: "Kubernetes versions",
      ...kubeadm.versionsFact,
      rows: named(kubeadm.knownMinors(), (minor) => kubeadm.kubernetesVersion(minor)),
    },
    { name: "images", ...kubeadmImages.imagesFact, rows: kubeadmImages.minorVersions },
    {
      name: "programs of machines",
      ...kubeadmFiles.checksumsFact,
      rows: named(kubeadmFiles.releasesWithChecksums(), (release) => kubeadmFiles.programVersions(release)),
    },
    {
      name: "cloud controller managers",
      ...kubeadmComponents.componentsFact,
      rows: named(kubeadm.knownMinors(), (minor) =>
        kubeadmComponents.versionsOf(kubeadmComponents.componentsOf(`${minor}.0`).cloudControllerManager),
      ),
    },
    {
      name: "charts of manifests",
      ...kubeadmCharts.chartsFact,
      rows: named(kubeadm.knownMinors(), (minor) => kubeadmCharts.manifestVersions(minor)),
    },
    ...Object.entries(clouds).flatMap(([cloud, { title }]) =>
      (cloudTables[cloud]?.() ?? []).map((table) => ({ ...table, name: `${table.name} of ${title}` })),
    ),
  ],
} satisfies Readonly<Record<string, () => readonly FactTable[]>>;

/** A platform with tables of facts. */
export type Platform = keyof typeof tables;

export const platformNames = Object.keys(tables) as readonly Platform[];

/** The tables of facts of a platform, with what a user adds. */
export const tablesOf = (platform: Platform): readonly FactTable[] => tables[platform]();

function addOnsOf(minor: string): Record<string, string> {
  const optional = Object.keys(eks.optionalAddOns) as eks.OptionalAddOn[];
  const pinned = optional.flatMap((name): [string, string][] => {
    const pin = eks.pinnedAddOn(name, minor);
    return pin === undefined ? [] : [[name, pin]];
  });
  return { ...eks.kubernetesVersion(minor)!.addOns, ...Object.fromEntries(pinned) };
}

const versionsOfChart = (name: string) => charts[name as keyof typeof charts].versions;

// --- Ends of support --------------------------------------------------------------------------------------------

/** A day on which support ends. */
export interface SupportEnd {
  readonly platform: Platform;

  /** Such as `Kubernetes 1.35`. */
  readonly of: string;
  readonly support: "standard" | "extended" | "long-term" | "maintenance";

  /** ISO date of its last day. */
  readonly until: string;

  /** Negative if it has ended. */
  readonly daysLeft: number;
}

/** Days from one date to another, both in UTC. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** All ends of support, the nearest first, then those that have passed. */
export function supportEnds(today: string): SupportEnd[] {
  const end = (
    platform: Platform,
    of: string,
    support: SupportEnd["support"],
    until: string,
  ): SupportEnd => ({
    platform,
    of,
    support,
    until,
    daysLeft: daysBetween(today, until),
  });
  const kubernetes = (minor: string) => `Kubernetes ${minor}`;
  const all = [
    ...eks.knownMinors().flatMap((minor) => {
      const row = eks.kubernetesVersion(minor)!;
      return [
        end("eks", kubernetes(minor), "standard", row.standardSupportUntil),
        end("eks", kubernetes(minor), "extended", row.extendedSupportUntil),
      ];
    }),
    ...aks.knownMinors().flatMap((minor) => {
      const row = aks.kubernetesVersion(minor)!;
      return [
        end("aks", kubernetes(minor), "standard", row.standardSupportUntil),
        end("aks", kubernetes(minor), "long-term", row.longTermSupportUntil),
      ];
    }),
    end("aks", "NGINX of application routing", "maintenance", istio.nginxRouting.supportedUntil),
    ...gke.knownMinors().flatMap((minor) => {
      const row = gke.kubernetesVersion(minor)!;
      return [
        end("gke", kubernetes(minor), "standard", row.standardSupportUntil),
        end("gke", kubernetes(minor), "extended", row.extendedSupportUntil),
      ];
    }),
    ...kubeadm
      .knownMinors()
      .map((minor) =>
        end(
          "kubeadm",
          kubernetes(minor),
          "maintenance",
          kubeadm.kubernetesVersion(minor)!.standardSupportUntil,
        ),
      ),
  ];
  const past = ({ daysLeft }: SupportEnd) => daysLeft < 0;
  return all.sort((a, b) =>
    past(a) === past(b) ? Math.abs(a.daysLeft) - Math.abs(b.daysLeft) : past(a) ? 1 : -1,
  );
}
