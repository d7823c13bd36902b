import {
  type CreatePodIdentityAssociationRequest,
  type PodIdentityAssociation,
  type UpdatePodIdentityAssociationRequest,
} from "@aws-sdk/client-eks";
import { arn, type ClusterRecord, type EksBackend, findCluster, randomId } from "./backend";
import { type Call } from "./call";
import { inUse, invalidParameter, notFound } from "./errors";

export function createPodIdentityAssociation({ eks, path, body }: Call<CreatePodIdentityAssociationRequest>) {
  return { association: addPodIdentity(eks, findCluster(eks, path.cluster), body) };
}

/** Also creates the associations of add-ons, which own them. */
export function addPodIdentity(
  eks: EksBackend,
  record: ClusterRecord,
  request: Omit<CreatePodIdentityAssociationRequest, "clusterName">,
  ownerArn?: string,
): PodIdentityAssociation {
  const { namespace, serviceAccount, roleArn } = request;
  if (!/^arn:[^:]+:iam::\d{12}:role\/.+$/.test(roleArn ?? ""))
    throw invalidParameter(`Role ARN ${roleArn} is not valid.`);
  for (const existing of record.podIdentities.values()) {
    if (existing.namespace === namespace && existing.serviceAccount === serviceAccount) {
      throw inUse(`Association already exists: ${existing.associationId}`);
    }
  }
  const associationId = `a-${randomId(17)}`;
  const association: PodIdentityAssociation = {
    clusterName: record.cluster.name,
    namespace,
    serviceAccount,
    roleArn,
    targetRoleArn: request.targetRoleArn,
    disableSessionTags: request.disableSessionTags ?? false,
    associationId,
    associationArn: arn(eks, "podidentityassociation", record.cluster.name, associationId),
    ownerArn,
    createdAt: new Date(),
    modifiedAt: new Date(),
    tags: request.tags ?? {},
  };
  record.podIdentities.set(associationId, association);
  return association;
}

export function describePodIdentityAssociation({ eks, path }: Call) {
  return { association: findAssociation(eks, path) };
}

export function listPodIdentityAssociations({ eks, path, query }: Call) {
  const matches = (association: PodIdentityAssociation) =>
    (["namespace", "serviceAccount"] as const).every(
      (key) => !query.get(key) || query.get(key) === association[key],
    );
  return {
    associations: [...findCluster(eks, path.cluster).podIdentities.values()]
      .filter(matches)
      .map(({ clusterName, namespace, serviceAccount, associationArn, associationId, ownerArn }) => ({
        clusterName,
        namespace,
        serviceAccount,
        associationArn,
        associationId,
        ownerArn,
      })),
  };
}

export function updatePodIdentityAssociation({ eks, path, body }: Call<UpdatePodIdentityAssociationRequest>) {
  const association = findAssociation(eks, path);
  if (body.roleArn) association.roleArn = body.roleArn;
  if (body.targetRoleArn !== undefined) association.targetRoleArn = body.targetRoleArn;
  if (body.disableSessionTags !== undefined) association.disableSessionTags = body.disableSessionTags;
  association.modifiedAt = new Date();
  return { association };
}

export function deletePodIdentityAssociation({ eks, path }: Call) {
  const association = findAssociation(eks, path);
  findCluster(eks, path.cluster).podIdentities.delete(path.association);
  return { association };
}

function findAssociation(eks: EksBackend, path: Call["path"]): PodIdentityAssociation {
  const found = findCluster(eks, path.cluster).podIdentities.get(path.association);
  if (!found) throw notFound(`No association found for associationId: ${path.association}`);
  return found;
}
