import { randomUUID } from "node:crypto";
import {
  type Addon,
  type AddonPodIdentityAssociations,
  type CreateAddonRequest,
  type UpdateAddonRequest,
} from "@aws-sdk/client-eks";
import { arn, type ClusterRecord, type EksBackend, findCluster, recordUpdate } from "./backend";
import { type Call } from "./call";
import { inUse, invalidParameter, notFound } from "./errors";
import { ADD_ON_NAMESPACE, ADD_ONS } from "./facts";
import { startsOnFargate } from "./fargate-profiles";
import { addPodIdentity } from "./pod-identities";
import { hasSelfManagedNodes } from "./self-managed-nodes";

export async function createAddOn({ eks, path, body }: Call<CreateAddonRequest>) {
  const record = findCluster(eks, path.cluster);
  const addonName = body.addonName ?? "";
  const known = ADD_ONS[addonName];
  if (!known) throw invalidParameter(`Addon ${addonName} specified is not supported`);
  if (record.addOns.has(addonName)) throw inUse("Addon already exists.");
  checkSettings(body);

  const addonArn = arn(eks, "addon", record.cluster.name, addonName, randomUUID());
  const addon: Addon = {
    addonName,
    clusterName: record.cluster.name,
    addonVersion: body.addonVersion ?? known.version,
    addonArn,
    status: "ACTIVE",
    health: { issues: [] },
    serviceAccountRoleArn: body.serviceAccountRoleArn,
    configurationValues: body.configurationValues,
    podIdentityAssociations: associate(eks, record, body.podIdentityAssociations, addonArn),
    createdAt: new Date(),
    modifiedAt: new Date(),
    tags: body.tags ?? {},
  };
  if (known.needsNodes && !(await findsNodes(eks, record, addon))) failForWantOfNodes(addon);
  record.addOns.set(addonName, addon);
  return { addon: { ...addon, status: "CREATING" } satisfies Addon };
}

export function describeAddOn({ eks, path }: Call) {
  return { addon: findAddOn(eks, path) };
}

export function listAddOns({ eks, path }: Call) {
  return { addons: [...findCluster(eks, path.cluster).addOns.keys()] };
}

export function updateAddOn({ eks, path, body }: Call<UpdateAddonRequest>) {
  const record = findCluster(eks, path.cluster);
  const addon = findAddOn(eks, path);
  checkSettings(body);
  if (body.addonVersion) addon.addonVersion = body.addonVersion;
  if (body.configurationValues !== undefined)
    addon.configurationValues = body.configurationValues || undefined;
  if (body.serviceAccountRoleArn !== undefined)
    addon.serviceAccountRoleArn = body.serviceAccountRoleArn || undefined;
  if (body.podIdentityAssociations) {
    dissociate(record, addon);
    addon.podIdentityAssociations = associate(eks, record, body.podIdentityAssociations, addon.addonArn!);
  }
  addon.modifiedAt = new Date();
  return { update: recordUpdate(record, "AddonUpdate", { AddonVersion: body.addonVersion }) };
}

export function deleteAddOn({ eks, path }: Call) {
  const record = findCluster(eks, path.cluster);
  const addon = findAddOn(eks, path);
  dissociate(record, addon);
  record.addOns.delete(path.addOn);
  return { addon: { ...addon, status: "DELETING" } satisfies Addon };
}

/** The versions that the emulator supports: one per add-on, for every cluster version. */
export function describeAddOnVersions({ query }: Call) {
  const wanted = query.get("addonName");
  const clusterVersion = query.get("kubernetesVersion") ?? undefined;
  return {
    addons: Object.entries(ADD_ONS)
      .filter(([addonName]) => !wanted || addonName === wanted)
      .map(([addonName, { version }]) => ({
        addonName,
        owner: "aws",
        addonVersions: [
          { addonVersion: version, compatibilities: [{ clusterVersion, defaultVersion: true }] },
        ],
      })),
  };
}

async function findsNodes(eks: EksBackend, record: ClusterRecord, addon: Addon): Promise<boolean> {
  if (record.nodeGroups.size > 0 || (await hasSelfManagedNodes(eks, record))) return true;
  const { onFargate: labels } = ADD_ONS[addon.addonName!];
  return !!labels && asksForFargate(addon) && startsOnFargate(record, ADD_ON_NAMESPACE, labels);
}

/** Pods of CoreDNS do not run on Fargate unless the add-on configures it. */
function asksForFargate({ configurationValues }: Addon): boolean {
  return (JSON.parse(configurationValues ?? "{}") as { computeType?: string }).computeType === "Fargate";
}

/** EKS waits for pending pods and then fails. The emulator fails immediately. */
function failForWantOfNodes(addon: Addon): void {
  addon.status = "CREATE_FAILED";
  addon.health = {
    issues: [
      {
        code: "InsufficientNumberOfReplicas",
        message: "The add-on is unhealthy because it doesn't have the desired number of replicas.",
      },
    ],
  };
}

function checkSettings({ addonVersion, configurationValues }: CreateAddonRequest | UpdateAddonRequest): void {
  if (addonVersion && !/^v\d+\.\d+\.\d+-eksbuild\.\d+$/.test(addonVersion)) {
    throw invalidParameter("Addon version specified is not supported");
  }
  if (configurationValues?.trimStart().startsWith("{")) {
    try {
      JSON.parse(configurationValues);
    } catch {
      throw invalidParameter("ConfigurationValue provided in request is not supported: not valid JSON.");
    }
  }
}

function associate(
  eks: EksBackend,
  record: ClusterRecord,
  wanted: AddonPodIdentityAssociations[] = [],
  owner: string,
): string[] | undefined {
  if (wanted.length === 0) return undefined;
  return wanted.map(
    (association) =>
      addPodIdentity(eks, record, { namespace: ADD_ON_NAMESPACE, ...association }, owner).associationArn!,
  );
}

function dissociate(record: ClusterRecord, addon: Addon): void {
  for (const [id, { ownerArn }] of record.podIdentities)
    if (ownerArn === addon.addonArn) record.podIdentities.delete(id);
}

function findAddOn(eks: EksBackend, path: Call["path"]): Addon {
  const found = findCluster(eks, path.cluster).addOns.get(path.addOn);
  if (!found) throw notFound(`No addon: ${path.addOn} found in cluster: ${path.cluster}`);
  return found;
}
