import { randomUUID } from "node:crypto";
import { DescribeRouteTablesCommand, type RouteTable } from "@aws-sdk/client-ec2";
import {
  type CreateFargateProfileRequest,
  type FargateProfile,
  type FargateProfileSelector,
} from "@aws-sdk/client-eks";
import { addNodeAccessEntry, removeAccessEntryOfEks } from "./access-entries";
import { arn, type ClusterRecord, type EksBackend, findCluster } from "./backend";
import { type Call } from "./call";
import { requireRole, requireSubnets } from "./checks";
import { inUse, invalidParameter, invalidRequest, notFound } from "./errors";
import { QUOTAS, TRUSTED_BY } from "./facts";

export async function createFargateProfile({ eks, path, body }: Call<CreateFargateProfileRequest>) {
  const record = findCluster(eks, path.cluster);
  const { cluster } = record;
  const name = body.fargateProfileName ?? "";
  checkName(record, name);
  checkSelectors(body.selectors);
  const role = body.podExecutionRoleArn;
  await requireRole(eks, role, TRUSTED_BY.fargatePods);
  await requirePrivateSubnets(eks, body.subnets ?? [], cluster.resourcesVpcConfig!.vpcId!);

  const profile: FargateProfile = {
    fargateProfileName: name,
    fargateProfileArn: arn(eks, "fargateprofile", cluster.name, name, randomUUID()),
    clusterName: cluster.name,
    createdAt: new Date(),
    podExecutionRoleArn: role,
    subnets: body.subnets,
    selectors: body.selectors,
    status: "ACTIVE",
    health: { issues: [] },
    tags: body.tags ?? {},
  };
  record.fargateProfiles.set(name, profile);
  addNodeAccessEntry(eks, record, role!, "FARGATE_LINUX");
  return { fargateProfile: { ...profile, status: "CREATING" } satisfies FargateProfile };
}

export function describeFargateProfile({ eks, path }: Call) {
  return { fargateProfile: findProfile(findCluster(eks, path.cluster), path.profile) };
}

export function listFargateProfiles({ eks, path }: Call) {
  return { fargateProfileNames: [...findCluster(eks, path.cluster).fargateProfiles.keys()] };
}

export function deleteFargateProfile({ eks, path }: Call) {
  const record = findCluster(eks, path.cluster);
  const profile = findProfile(record, path.profile);
  record.fargateProfiles.delete(path.profile);
  removeAccessEntryOfEks(record, profile.podExecutionRoleArn!);
  return { fargateProfile: { ...profile, status: "DELETING" } satisfies FargateProfile };
}

/** Whether a pod with this namespace and these labels runs on Fargate: all fields of one selector must match. */
export function startsOnFargate(
  record: ClusterRecord,
  namespace: string,
  labels: Readonly<Record<string, string>>,
): boolean {
  const matches = (selector: FargateProfileSelector) =>
    matchesWildcards(selector.namespace!, namespace) &&
    Object.entries(selector.labels ?? {}).every(
      ([key, value]) => key in labels && matchesWildcards(value, labels[key]),
    );
  return [...record.fargateProfiles.values()].some(({ selectors = [] }) => selectors.some(matches));
}

/** `*` matches any string, `?` matches one character. */
function matchesWildcards(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(text);
}

function checkName({ cluster, fargateProfiles }: ClusterRecord, name: string): void {
  if (!/^[0-9A-Za-z][0-9A-Za-z_-]{0,99}$/.test(name) || name.startsWith("eks-")) {
    throw invalidParameter(`fargateProfileName ${name} is not valid.`);
  }
  if (fargateProfiles.has(name)) {
    throw inUse(`FargateProfile already exists with name ${name} and cluster name ${cluster.name}`);
  }
  if (fargateProfiles.size >= QUOTAS.fargateProfilesPerCluster) {
    throw invalidRequest(`A cluster has at most ${QUOTAS.fargateProfilesPerCluster} Fargate profiles.`);
  }
}

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateFargateProfile.html */
function checkSelectors(selectors: FargateProfileSelector[] = []): void {
  const { selectorsPerProfile, labelsPerSelector } = QUOTAS;
  if (selectors.length < 1 || selectors.length > selectorsPerProfile) {
    throw invalidParameter(`A Fargate profile has 1 to ${selectorsPerProfile} selectors.`);
  }
  for (const { namespace, labels = {} } of selectors) {
    if (!namespace) throw invalidParameter("A selector of a Fargate profile names a namespace.");
    if (Object.keys(labels).length > labelsPerSelector) {
      throw invalidParameter(`A selector has at most ${labelsPerSelector} labels.`);
    }
  }
}

/** Pods on Fargate have no public addresses, so EKS accepts only subnets without a route to an internet gateway. */
async function requirePrivateSubnets(eks: EksBackend, ids: string[], vpcId: string): Promise<void> {
  await requireSubnets(eks, ids, vpcId);
  const { RouteTables: tables = [] } = await eks.aws.ec2.send(
    new DescribeRouteTablesCommand({ Filters: [{ Name: "vpc-id", Values: [vpcId] }] }),
  );
  const open = ids.find((id) => leadsToInternetGateway(tableOf(id, tables)));
  if (open) throw invalidParameter(`Subnet ${open} provided in Fargate Profile is not a private subnet`);
}

/** A subnet without an associated route table uses the main route table of the VPC. */
function tableOf(subnet: string, tables: RouteTable[]): RouteTable | undefined {
  const associated = (check: (association: { SubnetId?: string; Main?: boolean }) => boolean | undefined) =>
    tables.find(({ Associations: associations = [] }) => associations.some(check));
  return associated(({ SubnetId }) => SubnetId === subnet) ?? associated(({ Main }) => Main);
}

function leadsToInternetGateway(table: RouteTable | undefined): boolean {
  return (table?.Routes ?? []).some(({ GatewayId: gateway }) => gateway?.startsWith("igw-"));
}

function findProfile(record: ClusterRecord, name: string): FargateProfile {
  const found = record.fargateProfiles.get(name);
  if (!found) throw notFound(`No Fargate Profile found with name: ${name}.`);
  return found;
}
