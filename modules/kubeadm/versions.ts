import type { Fact } from "../cluster/facts";
import { KubernetesVersions, type SupportStatus as Status } from "../cluster/kubernetes-version";
import { releasesWithChecksums } from "./software/files";

/** Kubernetes minors of kubeadm clusters, with the versions of etcd and containerd that they need. */

/** Age and source of the table of Kubernetes minors. */
export const versionsFact: Fact = {
  asOf: "2026-11-28",
  source: "https://kubernetes.io/releases/patch-releases/",
};

/** Facts of one Kubernetes minor. */
export interface KubernetesVersion {
  /** ISO date of the last day of maintenance by the Kubernetes project: 14 months after the release. */
  readonly standardSupportUntil: string;

  /** Minor of etcd that kubeadm installs. An upgrade passes one minor of etcd at a time. */
  readonly etcd: string;

  /** First version of containerd that works: 1.x is supported until 1.37, 2.3.0 to 2.3.3 cannot pin the sandbox image. */
  readonly containerd: { readonly least: string; readonly excluded?: readonly string[] };
}

/**
 * Sources:
 * - support: https://kubernetes.io/releases/patch-releases/#support-period, the last day of the month in which maintenance ends
 * - etcd: `SupportedEtcdVersion` in https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/constants/constants.go
 * - containerd: https://github.com/kubernetes/kubernetes/pull/139121 (1.x is refused from 1.38),
 *   https://github.com/containerd/containerd/releases
 */
export const kubernetesVersions = {
  "1.37": {
    standardSupportUntil: "2027-10-31",
    etcd: "3.7",
    containerd: { least: "2.0.0", excluded: ["2.3.0", "2.3.1", "2.3.2", "2.3.3"] },
  },
  "1.36": {
    standardSupportUntil: "2027-06-30",
    etcd: "3.6",
    containerd: { least: "2.0.0", excluded: ["2.3.0", "2.3.1", "2.3.2", "2.3.3"] },
  },
  "1.35": {
    standardSupportUntil: "2027-02-28",
    etcd: "3.6",
    containerd: { least: "1.7.0", excluded: ["2.3.0", "2.3.1", "2.3.2", "2.3.3"] },
  },
} as const satisfies Readonly<Record<string, KubernetesVersion>>;

/** A known minor, such as "1.35". */
export type KnownKubernetesMinor = keyof typeof kubernetesVersions;

/** Kubernetes has no support after maintenance. */
export type SupportStatus = Status<never>;

const versions = new KubernetesVersions<KubernetesVersion, KnownKubernetesMinor, never>(kubernetesVersions, {
  status: undefined as never,
  until: (row) => row.standardSupportUntil,
});

/** Whether a version has the format of a release, `1.NN.P`. */
export const isRelease = (version: unknown): version is string =>
  /^1\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(String(version));

/** The minor of a release: 1.35 of 1.35.4. */
export const minorOf = (release: string): string => release.split(".").slice(0, 2).join(".");

/** The row of a minor such as "1.35"; undefined if the table has none. */
export const kubernetesVersion = (minor: string): KubernetesVersion | undefined => versions.row(minor);

/** The minors of the table, oldest first. */
export const knownMinors = (): KnownKubernetesMinor[] => versions.minors();

/** The newest release of a minor whose programs are known by checksum; undefined if there is none. */
export const newestRelease = (minor: string): string | undefined =>
  releasesWithChecksums().findLast((release) => minorOf(release) === minor);

/** The newest release of each minor of the table, oldest first. */
export const newestReleases = (): string[] =>
  knownMinors()
    .map(newestRelease)
    .filter((release) => release !== undefined);

/** Support of a minor on a day (UTC); the last day in the table is included. */
export const supportStatus = (minor: string, today: Date): SupportStatus =>
  versions.supportStatus(minor, today);

/** A notice if maintenance of a minor ends soon; undefined otherwise. */
export const endNotice = (minor: string, today: Date): string | undefined => versions.endNotice(minor, today);
