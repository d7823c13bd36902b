import type {
  EksAddOnsSpec,
  EksClusterProps,
  EksNetworkSpec,
  EksNodeGroupSpec,
} from "../../modules/eks/spec";
import type { RuleCases } from "../cluster/rule-cases";

export type EksRuleCases = RuleCases<EksClusterProps>;

/** The day of version checks. */
export const today = new Date("2026-11-23T12:00:00Z");

export const admin = "arn:aws:iam::111122223333:role/PlatformAdmin";
export const key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** A cluster without problems, with some fields changed. */
export function cluster(patch: Partial<EksClusterProps> = {}): EksClusterProps {
  return {
    name: "production-shop",
    region: "eu-central-1",
    kubernetesVersion: "1.35",
    access: { admins: [admin], privateFrom: ["10.8.0.0/16"] },
    nodeGroups: [group()],
    ...patch,
  };
}

/** A node group without problems, with some fields changed. */
export function group(patch: Partial<EksNodeGroupSpec> = {}): EksNodeGroupSpec {
  return { name: "workers", machineTypes: ["m7i.large"], size: { min: 3, max: 10 }, ...patch };
}

export const withGroups = (...patches: Partial<EksNodeGroupSpec>[]): EksClusterProps =>
  cluster({ nodeGroups: patches.map(group) });

export const withNetwork = (network: EksNetworkSpec): EksClusterProps => cluster({ network });

export const withAccess = (access: Partial<EksClusterProps["access"]>): EksClusterProps =>
  cluster({ access: { admins: [admin], ...access } });

export const withAddOns = (addOns: EksAddOnsSpec): EksClusterProps => cluster({ eks: { addOns } });

/** An existing VPC in two zones. */
export const existing = {
  vpcId: "vpc-0a1b2c3d4e5f67890",
  cidr: "10.1.0.0/16",
  nodeSubnets: [
    { id: "subnet-00000000000000001", zone: "eu-central-1a", cidr: "10.1.0.0/18" },
    { id: "subnet-00000000000000002", zone: "eu-central-1b", cidr: "10.1.64.0/18" },
  ],
} as const;

export const withExisting = (patch: Partial<NonNullable<EksNetworkSpec["existing"]>> = {}): EksClusterProps =>
  withNetwork({ existing: { ...existing, ...patch } });

/** A reference to a variable, as a file has it. */
export const variable = "${var.some}" as never;
