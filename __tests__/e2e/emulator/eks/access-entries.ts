import { randomUUID } from "node:crypto";
import {
  type AssociateAccessPolicyRequest,
  type AssociatedAccessPolicy,
  type CreateAccessEntryRequest,
  type UpdateAccessEntryRequest,
} from "@aws-sdk/client-eks";
import { type AccessEntryRecord, arn, type ClusterRecord, type EksBackend, findCluster } from "./backend";
import { type Call } from "./call";
import { inUse, invalidParameter, invalidRequest, notFound } from "./errors";
import { ACCESS_POLICIES, NODE_ACCESS_ENTRY_TYPES } from "./facts";

export function createAccessEntry({ eks, path, body }: Call<CreateAccessEntryRequest>) {
  const record = findCluster(eks, path.cluster);
  if (record.cluster.accessConfig?.authenticationMode === "CONFIG_MAP") {
    throw invalidRequest(
      "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP] to perform this operation.",
    );
  }
  const principalArn = body.principalArn ?? "";
  if (!/^arn:[^:]+:iam::\d{12}:(role|user)\/.+$/.test(principalArn)) {
    throw invalidParameter("The principalArn parameter format is not valid");
  }
  if (record.accessEntries.has(principalArn)) {
    throw inUse("The specified access entry resource is already in use on this cluster.");
  }
  const type = body.type ?? "STANDARD";
  const ofNodes = NODE_ACCESS_ENTRY_TYPES.has(type);
  if (!ofNodes && type !== "STANDARD") throw invalidParameter(`The access entry type ${type} is not valid.`);
  if (ofNodes && (body.username || body.kubernetesGroups?.length)) {
    throw invalidParameter(`An access entry of type ${type} accepts neither groups nor a user name.`);
  }
  return { accessEntry: addAccessEntry(eks, record, { ...body, type, principalArn }, false).entry };
}

/** The access entry of nodes of a managed node group or of Fargate. EKS creates it unless an entry for the role exists. */
export function addNodeAccessEntry(
  eks: EksBackend,
  record: ClusterRecord,
  roleArn: string,
  type: "EC2_LINUX" | "EC2_WINDOWS" | "FARGATE_LINUX",
): void {
  if (record.cluster.accessConfig?.authenticationMode === "CONFIG_MAP" || record.accessEntries.has(roleArn))
    return;
  addAccessEntry(eks, record, { principalArn: roleArn, type }, true);
}

/**
 * The access entry of a capability's role, which EKS creates: "automatically created access entries".
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/capability-role.html
 */
export function addCapabilityAccessEntry(eks: EksBackend, record: ClusterRecord, roleArn: string): void {
  if (!record.accessEntries.has(roleArn))
    addAccessEntry(eks, record, { principalArn: roleArn, type: "STANDARD" }, true);
}

/** Removes the access entry that EKS created for a role, if nothing uses the role. */
export function removeAccessEntryOfEks(record: ClusterRecord, roleArn: string): void {
  const used = [
    ...[...record.nodeGroups.values()].map(({ nodeGroup }) => nodeGroup.nodeRole),
    ...[...record.fargateProfiles.values()].map(({ podExecutionRoleArn: role }) => role),
    ...[...record.capabilities.values()].map(({ roleArn: role }) => role),
  ];
  const stillUsed = used.includes(roleArn);
  if (!stillUsed && record.accessEntries.get(roleArn)?.madeByEks) record.accessEntries.delete(roleArn);
}

export function describeAccessEntry({ eks, path }: Call) {
  return { accessEntry: findEntry(eks, path).entry };
}

export function listAccessEntries({ eks, path, query }: Call) {
  const policy = query.get("associatedPolicyArn");
  const entries = [...findCluster(eks, path.cluster).accessEntries];
  return {
    accessEntries: entries.filter(([, { policies }]) => !policy || policies.has(policy)).map(([arn]) => arn),
  };
}

export function updateAccessEntry({ eks, path, body }: Call<UpdateAccessEntryRequest>) {
  const { entry } = findEntry(eks, path);
  if (body.kubernetesGroups) entry.kubernetesGroups = body.kubernetesGroups;
  if (body.username) entry.username = body.username;
  entry.modifiedAt = new Date();
  return { accessEntry: entry };
}

export function deleteAccessEntry({ eks, path }: Call) {
  findEntry(eks, path);
  findCluster(eks, path.cluster).accessEntries.delete(path.principal);
  return {};
}

export function associateAccessPolicy({ eks, path, body }: Call<AssociateAccessPolicyRequest>) {
  const { entry, policies } = findEntry(eks, path);
  const policyArn = body.policyArn ?? "";
  const [, name = ""] = /^arn:[^:]+:eks::aws:cluster-access-policy\/(.+)$/.exec(policyArn) ?? [];
  if (!ACCESS_POLICIES.has(name))
    throw invalidParameter(`The policyArn ${policyArn} is not a cluster access policy.`);
  if (NODE_ACCESS_ENTRY_TYPES.has(entry.type!) && entry.type !== "EC2") {
    throw invalidRequest(`Access policies can't be associated with an access entry of type ${entry.type}.`);
  }
  const { type, namespaces = [] } = body.accessScope ?? {};
  if ((type === "namespace") !== namespaces.length > 0) {
    throw invalidParameter("Namespaces are for access scopes of type namespace, which need at least one.");
  }
  const previous = policies.get(policyArn);
  const associated: AssociatedAccessPolicy = {
    policyArn,
    accessScope: { type, namespaces },
    associatedAt: previous?.associatedAt ?? new Date(),
    modifiedAt: new Date(),
  };
  policies.set(policyArn, associated);
  return { clusterName: path.cluster, principalArn: path.principal, associatedAccessPolicy: associated };
}

export function listAssociatedAccessPolicies({ eks, path }: Call) {
  return {
    clusterName: path.cluster,
    principalArn: path.principal,
    associatedAccessPolicies: [...findEntry(eks, path).policies.values()],
  };
}

export function disassociateAccessPolicy({ eks, path }: Call) {
  if (!findEntry(eks, path).policies.delete(path.policy)) {
    throw notFound(`No association found for policy ${path.policy} and principal ${path.principal}.`);
  }
  return {};
}

export function listAccessPolicies() {
  return {
    accessPolicies: [...ACCESS_POLICIES].map((name) => ({
      name,
      arn: `arn:aws:eks::aws:cluster-access-policy/${name}`,
    })),
  };
}

function addAccessEntry(
  eks: EksBackend,
  record: ClusterRecord,
  request: Omit<CreateAccessEntryRequest, "clusterName">,
  madeByEks: boolean,
): AccessEntryRecord {
  const principalArn = request.principalArn!;
  const [, account, kind, principal] = /^arn:[^:]+:iam::(\d+):(role|user)\/(?:.*\/)?([^/]+)$/.exec(
    principalArn,
  )!;
  const added: AccessEntryRecord = {
    entry: {
      clusterName: record.cluster.name,
      principalArn,
      type: request.type,
      kubernetesGroups: request.kubernetesGroups ?? (request.type === "EC2_LINUX" ? ["system:nodes"] : []),
      username: request.username ?? defaultUsername(request.type!, principalArn, account, kind, principal),
      accessEntryArn: arn(eks, "access-entry", record.cluster.name, kind, account, principal, randomUUID()),
      createdAt: new Date(),
      modifiedAt: new Date(),
      tags: request.tags ?? {},
    },
    policies: new Map(),
    madeByEks,
  };
  record.accessEntries.set(principalArn, added);
  return added;
}

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateAccessEntry.html, `username` */
function defaultUsername(
  type: string,
  principalArn: string,
  account: string,
  kind: string,
  principal: string,
): string {
  if (type !== "STANDARD") return "system:node:{{EC2PrivateDNSName}}";
  return kind === "user" ? principalArn : `arn:aws:sts::${account}:assumed-role/${principal}/{{SessionName}}`;
}

function findEntry(eks: EksBackend, path: Call["path"]): AccessEntryRecord {
  const found = findCluster(eks, path.cluster).accessEntries.get(path.principal);
  if (!found)
    throw notFound(
      "The specified principalArn could not be found. You can view your available access entries with 'list-access-entries'.",
    );
  return found;
}
