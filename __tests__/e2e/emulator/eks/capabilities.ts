import { randomUUID } from "node:crypto";
import {
  type ArgoCdConfigRequest,
  type ArgoCdConfigResponse,
  type ArgoCdRoleMapping,
  type Capability,
  type CapabilityType,
  type CreateCapabilityRequest,
  type UpdateCapabilityRequest,
} from "@aws-sdk/client-eks";
import { addCapabilityAccessEntry, removeAccessEntryOfEks } from "./access-entries";
import { arn, type CapabilityRecord, type EksBackend, findCluster, randomId, recordUpdate } from "./backend";
import { requireRole } from "./checks";
import { type Call } from "./call";
import { inUse, invalidParameter, notFound } from "./errors";
import { TRUSTED_BY } from "./facts";

const TYPES: readonly CapabilityType[] = ["ACK", "ARGOCD", "KRO"];

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCapability.html */
export async function createCapability({ eks, path, body }: Call<CreateCapabilityRequest>) {
  const record = findCluster(eks, path.cluster);
  const { capabilityName: name = "", type, configuration = {}, deletePropagationPolicy } = body;
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name))
    throw invalidParameter(`The capability name ${name} is not valid.`);
  if (!type || !TYPES.includes(type)) throw invalidParameter(`The capability type ${type} is not valid.`);
  if (deletePropagationPolicy !== "RETAIN")
    throw invalidParameter(`The delete propagation policy ${deletePropagationPolicy} is not valid.`);
  if (record.capabilities.has(name)) throw inUse(`Capability already exists with name: ${name}`);
  // "You can only create one Capability of each type on a given Amazon EKS cluster."
  if ([...record.capabilities.values()].some((other) => other.type === type))
    throw inUse(`The cluster already has a capability of the type ${type}.`);
  if ((type === "ARGOCD") !== (configuration.argoCd !== undefined))
    throw invalidParameter(`The configuration is not one of the capability type ${type}.`);
  await requireRole(eks, body.roleArn, TRUSTED_BY.capabilities);
  const capability: CapabilityRecord = {
    capabilityName: name,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html
    arn: arn(eks, "capability", path.cluster, type.toLowerCase(), name, randomUUID()),
    clusterName: path.cluster,
    type,
    roleArn: body.roleArn!,
    status: "ACTIVE",
    version: "v1",
    configuration: configuration.argoCd ? { argoCd: argoCdConfiguration(eks, configuration.argoCd) } : {},
    tags: body.tags ?? {},
    health: { issues: [] },
    createdAt: new Date(),
    modifiedAt: new Date(),
    deletePropagationPolicy,
  };
  record.capabilities.set(name, capability);
  addCapabilityAccessEntry(eks, record, capability.roleArn);
  return { capability: { ...capability, status: "CREATING" } satisfies Capability };
}

export function describeCapability({ eks, path }: Call) {
  return { capability: find(eks, path) };
}

export function listCapabilities({ eks, path }: Call) {
  return {
    capabilities: [...findCluster(eks, path.cluster).capabilities.values()].map(
      ({ configuration: _, tags: __, health: ___, ...summary }) => summary,
    ),
  };
}

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateCapability.html */
export async function updateCapability({ eks, path, body }: Call<UpdateCapabilityRequest>) {
  const capability = find(eks, path);
  const { roleArn, configuration } = body;
  if (roleArn) {
    await requireRole(eks, roleArn, TRUSTED_BY.capabilities);
    capability.roleArn = roleArn;
  }
  if (configuration?.argoCd) {
    const { argoCd } = capability.configuration;
    if (!argoCd) throw invalidParameter("The capability has no Argo CD configuration.");
    const {
      rbacRoleMappings: { addOrUpdateRoleMappings = [], removeRoleMappings = [] } = {},
      networkAccess,
    } = configuration.argoCd;
    argoCd.rbacRoleMappings = changedMappings(
      argoCd.rbacRoleMappings ?? [],
      addOrUpdateRoleMappings,
      removeRoleMappings,
    );
    if (networkAccess) argoCd.networkAccess = networkAccess;
  }
  capability.modifiedAt = new Date();
  const update = recordUpdate(findCluster(eks, path.cluster), "CapabilityUpdate", {});
  return { update };
}

export function deleteCapability({ eks, path }: Call) {
  const record = findCluster(eks, path.cluster);
  const capability = find(eks, path);
  record.capabilities.delete(path.capability);
  removeAccessEntryOfEks(record, capability.roleArn);
  return { capability: { ...capability, status: "DELETING" } satisfies Capability };
}

function find(eks: EksBackend, path: Call["path"]): CapabilityRecord {
  const found = findCluster(eks, path.cluster).capabilities.get(path.capability);
  if (!found) throw notFound(`No capability found for name: ${path.capability}.`);
  return found;
}

/** What EKS adds: the namespace `argocd`, the region of the cluster, an application of Identity Center, and the address. */
function argoCdConfiguration(eks: EksBackend, given: ArgoCdConfigRequest): ArgoCdConfigResponse {
  const { idcInstanceArn, idcRegion = eks.region } = given.awsIdc!;
  const instance = idcInstanceArn!.split("/").at(-1);
  return {
    namespace: given.namespace ?? "argocd",
    awsIdc: {
      idcInstanceArn,
      idcRegion,
      idcManagedApplicationArn: `arn:aws:sso::${eks.account}:application/${instance}/apl-${randomId(16)}`,
    },
    rbacRoleMappings: given.rbacRoleMappings ?? [],
    networkAccess: given.networkAccess,
    serverUrl: `https://${randomId(12)}.eks-capabilities.${eks.region}.amazonaws.com`,
  };
}

/** A mapping of a role replaces that of the same role; the identities of removed mappings lose the role. */
function changedMappings(
  mappings: readonly ArgoCdRoleMapping[],
  changed: readonly ArgoCdRoleMapping[],
  removed: readonly ArgoCdRoleMapping[],
): ArgoCdRoleMapping[] {
  const roles = changed.map(({ role }) => role);
  const kept = mappings.flatMap((mapping) => {
    const gone = removed
      .filter(({ role }) => role === mapping.role)
      .flatMap(({ identities }) => identities ?? []);
    const identities = mapping.identities?.filter(
      ({ id, type }) => !gone.some((one) => one.id === id && one.type === type),
    );
    return identities?.length ? [{ ...mapping, identities }] : [];
  });
  return [...kept.filter(({ role }) => !roles.includes(role)), ...changed];
}
