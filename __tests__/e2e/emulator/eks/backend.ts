import { randomBytes, randomUUID } from "node:crypto";
import {
  type AccessEntry,
  type Addon,
  type AssociatedAccessPolicy,
  type Capability,
  type Cluster,
  type FargateProfile,
  type Nodegroup,
  type PodIdentityAssociation,
  type Update,
} from "@aws-sdk/client-eks";
import { type AwsClients } from "../../aws/clients";
import { notFound } from "./errors";

/** The state of EKS in one region, and clients of the other AWS services with its side effects. */
export interface EksBackend {
  readonly region: string;
  readonly account: string;
  readonly aws: AwsClients;
  readonly clusters: Map<string, ClusterRecord>;
}

/** A cluster and its child resources. */
export interface ClusterRecord {
  readonly cluster: Required<Pick<Cluster, "name" | "arn" | "version">> & Cluster;
  /** Whether the cluster has self-managed vpc-cni, kube-proxy and CoreDNS, which no API returns. */
  readonly selfManagedAddOns: boolean;
  readonly nodeGroups: Map<string, NodeGroupRecord>;
  readonly fargateProfiles: Map<string, FargateProfile>;
  readonly addOns: Map<string, Addon>;
  readonly accessEntries: Map<string, AccessEntryRecord>;
  readonly podIdentities: Map<string, PodIdentityAssociation>;
  readonly capabilities: Map<string, CapabilityRecord>;
  readonly updates: Map<string, Update>;
}

/** A capability with its role and its configuration, which is empty for most types. */
export type CapabilityRecord = Capability & Required<Pick<Capability, "roleArn" | "configuration">>;

/** A node group and its resources in other services. */
export interface NodeGroupRecord {
  readonly nodeGroup: Required<Pick<Nodegroup, "nodegroupName" | "nodegroupArn" | "nodeRole" | "subnets">> &
    Nodegroup;
  readonly autoScalingGroup: string;
  readonly launchTemplateId: string;
  readonly instanceProfile: string;
}

export interface AccessEntryRecord {
  readonly entry: AccessEntry;
  readonly policies: Map<string, AssociatedAccessPolicy>;
  /** EKS creates the access entries of roles of managed nodes and capabilities, and removes them with the last user of the role. */
  readonly madeByEks: boolean;
}

export function findCluster(eks: EksBackend, name: string): ClusterRecord {
  const record = eks.clusters.get(name);
  if (!record) throw notFound(`No cluster found for name: ${name}.`);
  return record;
}

/** `arn("nodegroup", "my-cluster", "workers", id)`: an ARN of EKS in the backend's region and account. */
export function arn(eks: Pick<EksBackend, "region" | "account">, ...path: string[]): string {
  return `arn:aws:eks:${eks.region}:${eks.account}:${path.join("/")}`;
}

/** Records a change as complete: the emulator completes every change before it answers. */
export function recordUpdate(
  record: ClusterRecord,
  type: Update["type"],
  params: Record<string, unknown>,
): Update {
  const update: Update = {
    id: randomUUID(),
    type,
    status: "Successful",
    createdAt: new Date(),
    errors: [],
    params: Object.entries(params)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => ({
        type: key as never,
        value: typeof value === "string" ? value : JSON.stringify(value),
      })),
  };
  record.updates.set(update.id!, update);
  return { ...update, status: "InProgress" };
}

/** Lower-case letters and digits, as in the ids of EKS. */
export function randomId(length: number): string {
  return Array.from(randomBytes(length), (byte) => (byte % 36).toString(36)).join("");
}
