import { addedRow, addedRows } from "../cluster/added-facts";
import type { Fact } from "../cluster/facts";

/** Age and source of the table of regions. */
export const regionsFact: Fact = {
  asOf: "2026-11-23",
  source: "https://github.com/boto/botocore/blob/develop/botocore/data/endpoints.json",
};

/** AWS partitions, and the regions with EKS: their partition, and the zones that a number of zones selects. */

/** A partition: a set of regions with separate accounts, ARNs and domain names. */
export type Partition =
  "aws" | "aws-cn" | "aws-us-gov" | "aws-eusc" | "aws-iso" | "aws-iso-b" | "aws-iso-e" | "aws-iso-f";

interface PartitionFacts {
  /** Prefix of the names of its regions; empty for `aws`. */
  readonly regionPrefix: string;
}

/** Source: `partitions.json` of botocore 1.44. */
export const partitions = {
  aws: { regionPrefix: "" },
  "aws-cn": { regionPrefix: "cn-" },
  "aws-us-gov": { regionPrefix: "us-gov-" },
  "aws-eusc": { regionPrefix: "eusc-" },
  "aws-iso": { regionPrefix: "us-iso-" },
  "aws-iso-b": { regionPrefix: "us-isob-" },
  "aws-iso-e": { regionPrefix: "eu-isoe-" },
  "aws-iso-f": { regionPrefix: "us-isof-" },
} as const satisfies Readonly<Record<Partition, PartitionFacts>>;

/** A region with EKS. */
export interface Region {
  readonly name: string;
  readonly partition: Partition;
  /**
   * Letters of the zones, in the order in which a number of zones selects them. If the number is higher than the number of
   * letters, the zones must be listed by name.
   */
  readonly zoneLetters: readonly string[];
  /** Whether an account can lack one of those letters, or use it for another zone. */
  readonly zonesDifferPerAccount: boolean;
  /** Zone ids (the same in each account) where EKS does not support a control plane. */
  readonly unsupportedZoneIds: readonly string[];
}

interface RegionFacts {
  /** Default: a, b, c. */
  readonly zones?: string;
  readonly zonesDifferPerAccount?: true;
  readonly unsupportedZoneIds?: readonly string[];
}

/**
 * Sources:
 * - regions: EKS' endpoints in botocore 1.44
 * - letters: zone offerings that `moto` records from EC2, by name; zones with the most instance types first. Regions that
 *   it lacks (the newest, GovCloud, China): public configurations; https://github.com/eksctl-io/eksctl/issues/5783
 * - `zonesDifferPerAccount`: where some accounts are known to lack a letter or to reach another zone by it, e.g.
 *   https://github.com/kubernetes/test-infra/issues/5777. Why:
 *   https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html#independently-mapped-azs
 * - zones without EKS: https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html#network-requirements-subnets
 */
const regions = {
  "af-south-1": {},
  "ap-east-1": {},
  "ap-east-2": {},
  "ap-northeast-1": { zones: "acd", zonesDifferPerAccount: true },
  "ap-northeast-2": { zones: "acbd" },
  "ap-northeast-3": {},
  "ap-south-1": {},
  "ap-south-2": {},
  "ap-southeast-1": {},
  "ap-southeast-2": {},
  "ap-southeast-3": {},
  "ap-southeast-4": {},
  "ap-southeast-5": {},
  "ap-southeast-6": {},
  "ap-southeast-7": {},
  "ca-central-1": { zones: "abd", unsupportedZoneIds: ["cac1-az3"] },
  "ca-west-1": {},
  "eu-central-1": {},
  "eu-central-2": {},
  "eu-north-1": {},
  "eu-south-1": {},
  "eu-south-2": {},
  "eu-west-1": {},
  "eu-west-2": {},
  "eu-west-3": {},
  "il-central-1": {},
  "me-central-1": {},
  "me-south-1": {},
  "mx-central-1": {},
  "sa-east-1": { zonesDifferPerAccount: true },
  // No e: in accounts with uniform letters it is use1-az3, which lacks nearly all instance types.
  "us-east-1": { zones: "abcdf", zonesDifferPerAccount: true, unsupportedZoneIds: ["use1-az3"] },
  "us-east-2": {},
  // Two zones per account: a and b, a and c, or b and c.
  "us-west-1": { zones: "", zonesDifferPerAccount: true, unsupportedZoneIds: ["usw1-az2"] },
  "us-west-2": { zones: "abcd" },

  "cn-north-1": { zones: "abd", zonesDifferPerAccount: true },
  "cn-northwest-1": {},

  "us-gov-east-1": {},
  "us-gov-west-1": {},

  // Opened with two zones.
  "eusc-de-east-1": { zones: "ab" },

  // Zones of the isolated partitions are not published.
  "us-iso-east-1": { zones: "" },
  "us-iso-west-1": { zones: "" },
  "us-isob-east-1": { zones: "" },
  "us-isob-west-1": { zones: "" },
  "eu-isoe-west-1": { zones: "" },
  "us-isof-east-1": { zones: "" },
  "us-isof-south-1": { zones: "" },
} as const satisfies Readonly<Record<string, RegionFacts>>;

/** Names of the known regions. */
export function regionNames(): string[] {
  return [...new Set([...Object.keys(regions), ...Object.keys(addedRows("eks", "regions"))])];
}

/** Whether a name has the format of AWS regions. */
export const isRegionName = (name: string): boolean => /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(name);

/** The facts of a region; undefined for an unknown one, such as a new region. */
export function region(name: string): Region | undefined {
  const added = addedRow("eks", "regions", name);
  const isKnown = Object.hasOwn(regions, name);
  if (!isKnown && added === undefined) return undefined;
  const known: RegionFacts = isKnown ? regions[name as keyof typeof regions] : {};
  const facts = added?.zones === undefined ? known : { ...known, zones: added.zones.join("") };
  const { zones = "abc", zonesDifferPerAccount = false, unsupportedZoneIds = [] } = facts;
  return {
    name,
    partition: partitionOf(name),
    zoneLetters: [...zones],
    zonesDifferPerAccount,
    unsupportedZoneIds,
  };
}

/**
 * Names of the first `count` zones of a region, such as `eu-west-1a`; undefined if the region or so many of its zones are
 * unknown.
 */
export function defaultZones(regionName: string, count: number): string[] | undefined {
  const letters = region(regionName)?.zoneLetters ?? [];
  return count > letters.length
    ? undefined
    : letters.slice(0, count).map((letter) => `${regionName}${letter}`);
}

/** The partition of a region, by the prefix of its name. */
export function partitionOf(regionName: string): Partition {
  const named = Object.entries(partitions) as [Partition, PartitionFacts][];
  return (
    named.find(([, { regionPrefix }]) => regionPrefix && regionName.startsWith(regionPrefix))?.[0] ?? "aws"
  );
}

/**
 * The service principal of EC2 in trust policies. Some partitions have another one; it does not follow from the domain of the
 * partition. Source: `ServicePrincipalSuffixForPartition` of the `names` package of the Terraform provider.
 */
export function ec2ServicePrincipal(regionName: string): string {
  const suffixes: Partial<Record<Partition, string>> = {
    "aws-cn": "amazonaws.com.cn",
    "aws-iso": "c2s.ic.gov",
    "aws-iso-b": "sc2s.sgov.gov",
  };
  return `ec2.${suffixes[partitionOf(regionName)] ?? "amazonaws.com"}`;
}
