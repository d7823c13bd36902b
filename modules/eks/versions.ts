import { addedRow } from "../cluster/added-facts";
import type { Fact } from "../cluster/facts";
import { KubernetesVersions, type SupportStatus as Status } from "../cluster/kubernetes-version";
import type { EksAddOnName, EksImageFamily } from "./spec";

/** The date and the source of the support dates of Kubernetes minors. */
export const versionsFact: Fact = {
  asOf: "2026-09-30",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
};

/** The date and the source of the default versions of add-ons. */
export const addOnsFact: Fact = {
  asOf: "2026-09-30",
  source: "https://docs.aws.amazon.com/eks/latest/userguide/eks-add-ons.html",
};

/** The date and the source of the default releases of images. */
export const imagesFact: Fact = {
  asOf: "2026-09-30",
  source: "https://github.com/awslabs/amazon-eks-ami/releases",
};

/**
 * Kubernetes minors on EKS: the support of AWS, and the default versions of add-ons and images. They are pinned, so that a
 * plan without a change of the file is empty.
 */

/** Add-ons with one default version for each minor. A version of another add-on supports several minors. */
export type PinnedAddOn = Exclude<EksAddOnName, OptionalAddOn>;

/** Image families with a pinned default release. AWS publishes only the newest release of Windows. */
export type PinnedImageFamily = Exclude<EksImageFamily, "windows">;

/** Facts of one Kubernetes minor on EKS. */
export interface KubernetesVersion {
  /** ISO date of the last day of standard support. */
  readonly standardSupportUntil: string;
  /** ISO date of the last day of (paid) extended support. */
  readonly extendedSupportUntil: string;
  /** Default versions of add-ons. The file must set a missing one, or "latest". */
  readonly addOns: Readonly<Partial<Record<PinnedAddOn, string>>>;
  /** Default releases of images. The file must set a missing one, or "latest". */
  readonly images: Readonly<Partial<Record<PinnedImageFamily, string>>>;
}

export type SupportStatus = Status<"extended">;

/**
 * Sources:
 * - support dates: the calendar in https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html, of which
 *   https://github.com/endoflife-date/endoflife.date/blob/master/products/amazon-eks.md keeps a copy (August 2026)
 * - addOns: EKS' defaults as `aws eks describe-addon-versions --kubernetes-version <minor>` gave them in September 2026
 *   (the EBS driver on 1.31 and 1.32: August), quoted in public logs and configurations of running clusters. AWS'
 *   tables of the newest: https://docs.aws.amazon.com/eks/latest/userguide/managing-vpc-cni.html,
 *   managing-kube-proxy.html, managing-coredns.html
 * - vpc-cni is not to go below v1.22.4, which fixes CVE-2026-86831 (network policies that don't hold)
 * - images.al2023: https://github.com/awslabs/amazon-eks-ami/releases; the newest that was seen for the minor itself
 * - images.bottlerocket: https://github.com/bottlerocket-os/bottlerocket/releases/tag/v1.66.0 (September 2026), which
 *   has variants for 1.31 to 1.37; the build id, part of the AMI's name, is one for all variants of a release
 *
 * 1.37 is on EKS since 2026-10-01. Both of its dates are estimates, by the rule of 14 months and 12 more. Facts that it lacks were not yet
 * published. `npm run refresh -- eks` rewrites the table.
 */
export const kubernetesVersions = {
  "1.37": {
    standardSupportUntil: "2027-12-01",
    extendedSupportUntil: "2028-12-01",
    addOns: {},
    images: { bottlerocket: "1.66.0-1ad6b4a4" },
  },
  "1.36": {
    standardSupportUntil: "2027-08-02",
    extendedSupportUntil: "2028-08-02",
    addOns: {
      "vpc-cni": "v1.22.4-eksbuild.3",
      "kube-proxy": "v1.36.0-eksbuild.25",
      coredns: "v1.14.3-eksbuild.23",
      "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
      "aws-ebs-csi-driver": "v1.66.0-eksbuild.1",
    },
    images: { al2023: "1.36.4-20260930", bottlerocket: "1.66.0-1ad6b4a4" },
  },
  "1.35": {
    standardSupportUntil: "2027-03-27",
    extendedSupportUntil: "2028-03-27",
    addOns: {
      "vpc-cni": "v1.22.4-eksbuild.3",
      "kube-proxy": "v1.35.3-eksbuild.29",
      coredns: "v1.13.2-eksbuild.31",
      "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
      "aws-ebs-csi-driver": "v1.66.0-eksbuild.1",
    },
    images: { al2023: "1.35.8-20260930", bottlerocket: "1.66.0-1ad6b4a4" },
  },
  "1.34": {
    standardSupportUntil: "2026-12-02",
    extendedSupportUntil: "2027-12-02",
    addOns: {
      "vpc-cni": "v1.22.4-eksbuild.3",
      "kube-proxy": "v1.34.6-eksbuild.29",
      coredns: "v1.12.4-eksbuild.38",
      "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
      "aws-ebs-csi-driver": "v1.66.0-eksbuild.1",
    },
    images: { al2023: "1.34.11-20260930", bottlerocket: "1.66.0-1ad6b4a4" },
  },
  "1.33": {
    standardSupportUntil: "2026-07-29",
    extendedSupportUntil: "2027-07-29",
    addOns: {
      "vpc-cni": "v1.22.4-eksbuild.3",
      "kube-proxy": "v1.33.10-eksbuild.29",
      coredns: "v1.12.4-eksbuild.38",
      "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
      "aws-ebs-csi-driver": "v1.66.0-eksbuild.1",
    },
    images: { al2023: "1.33.13-20260930", bottlerocket: "1.66.0-1ad6b4a4" },
  },
  "1.32": {
    standardSupportUntil: "2026-03-23",
    extendedSupportUntil: "2027-03-23",
    addOns: {
      "vpc-cni": "v1.22.4-eksbuild.3",
      "kube-proxy": "v1.32.13-eksbuild.32",
      coredns: "v1.11.4-eksbuild.60",
      "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
      "aws-ebs-csi-driver": "v1.63.1-eksbuild.1",
    },
    images: { al2023: "1.32.13-20260818", bottlerocket: "1.66.0-1ad6b4a4" },
  },
  "1.31": {
    standardSupportUntil: "2025-11-26",
    extendedSupportUntil: "2026-11-26",
    addOns: {
      "vpc-cni": "v1.22.4-eksbuild.3",
      "kube-proxy": "v1.31.14-eksbuild.36",
      coredns: "v1.11.4-eksbuild.60",
      "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
      "aws-ebs-csi-driver": "v1.63.1-eksbuild.1",
    },
    images: { al2023: "1.31.14-20260714", bottlerocket: "1.66.0-1ad6b4a4" },
  },
} as const satisfies Readonly<Record<string, KubernetesVersion>>;

/**
 * Optional add-ons: the default version of each, and the minors for which it is known. For other minors the file must set a
 * version, or "latest". Sources (September 2026):
 * - aws-efs-csi-driver: the newest version for 1.36, https://github.com/mitodl/ol-infrastructure/pull/5959; on 1.35 in
 *   public configurations of running clusters
 * - aws-mountpoint-s3-csi-driver, snapshot-controller: public configurations and inventories of clusters on 1.35
 * - aws-fsx-csi-driver: v1.9.0-eksbuild.1 exists, but its minors are not published
 */
export const optionalAddOns = {
  "aws-efs-csi-driver": { version: "v3.4.2-eksbuild.1", minors: ["1.35", "1.36"] },
  "aws-fsx-csi-driver": undefined,
  "aws-mountpoint-s3-csi-driver": { version: "v2.7.0-eksbuild.1", minors: ["1.35"] },
  "snapshot-controller": { version: "v8.6.0-eksbuild.6", minors: ["1.35"] },
} as const satisfies Readonly<Partial<Record<EksAddOnName, AddOnPin | undefined>>>;

/** See {@link optionalAddOns}. */
export type OptionalAddOn = keyof typeof optionalAddOns;

/** A default version, and the minors for which it is known. */
interface AddOnPin {
  readonly version: string;
  readonly minors: readonly string[];
}

/** The default version of an add-on for a minor; undefined if none is known. */
export function pinnedAddOn(name: EksAddOnName, minor: string): string | undefined {
  if (!isOptional(name)) return kubernetesVersion(minor)?.addOns[name];
  const added = addedRow("eks", "kubernetesVersions", minor)?.addOns;
  if (added !== undefined && Object.hasOwn(added, name)) return added[name];
  const pin: AddOnPin | undefined = optionalAddOns[name];
  return pin?.minors.includes(minor) ? pin.version : undefined;
}

function isOptional(name: EksAddOnName): name is OptionalAddOn {
  return Object.hasOwn(optionalAddOns, name);
}

/** A known minor, such as "1.35". */
export type KnownKubernetesMinor = keyof typeof kubernetesVersions;

/** Whether a version has the format of EKS, `1.NN`. */
export const isMinor = (version: unknown): version is string => /^1\.(0|[1-9]\d*)$/.test(String(version));

/**
 * Standard support of 1.23 ended on 2023-10-11, and extended support started on the 12th.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html#extended-support-faqs
 */
const versions = new KubernetesVersions<KubernetesVersion, KnownKubernetesMinor, "extended">(
  kubernetesVersions,
  { status: "extended", until: (row) => row.extendedSupportUntil },
  {
    platform: "eks",
    combine: (added, known) => ({
      standardSupportUntil: added.standardSupportUntil ?? known!.standardSupportUntil,
      extendedSupportUntil: added.extendedSupportUntil ?? known!.extendedSupportUntil,
      addOns: { ...known?.addOns, ...added.addOns },
      images: { ...known?.images, ...added.images },
    }),
  },
);

/** The table's row of a minor such as "1.35"; undefined if the table has none. */
export const kubernetesVersion = (minor: string): KubernetesVersion | undefined => versions.row(minor);

/** The minors of the table, oldest first. */
export const knownMinors = (): KnownKubernetesMinor[] => versions.minors();

/** Support of a minor on a day (UTC); the last days in the table are included. */
export const supportStatus = (minor: string, today: Date): SupportStatus =>
  versions.supportStatus(minor, today);

/** A notice if standard support of a minor ends soon; undefined otherwise. */
export const endNotice = (minor: string, today: Date): string | undefined => versions.endNotice(minor, today);

/** The minors in standard support on a day, for a message. Those without pinned add-ons need more fields. */
export const inStandardSupport = (today: Date): string =>
  versions.inStandardSupport(today, (minor) => (hasPinnedAddOns(minor) ? undefined : "no pinned add-ons"));

/** Whether add-ons of a minor have pinned versions. */
export const hasPinnedAddOns = (minor: string): boolean => pinnedAddOn("coredns", minor) !== undefined;
