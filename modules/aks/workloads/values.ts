import { isUnresolved } from "../../cluster/tokens";
import { fullName } from "../../cluster/workload-names";
import type { ProgramName } from "../../workloads/chart";
import type { Objects } from "../../workloads/objects-chart";
import {
  accountOf,
  accountValues,
  copiesOn,
  merged,
  type Release,
  releaseOf,
  type Values,
} from "../../workloads/release";
import { commonValues, externalDnsValues } from "../../workloads/values";
import { defaults } from "../fields.generated";
import { takesPodsAtStart } from "../node-groups/settings";
import { cloudNames } from "../../azure/clouds";
import type { Cloud } from "../../azure/regions";
import { nameIn, partIn } from "../../azure/resource-ids";
import type { ClusterWithWorkloads } from "../spec";
import { hasIdentity, installedPrograms } from "./programs";

/** What the second stack reads of the first, as tokens. */
export interface ClusterOutputs {
  /** @param account - `namespace/name` of a service account with an identity */
  readonly clientIdOf: (account: string) => string;

  /** A value as JSON. CDKTF does not escape quotation marks in the arguments of functions, so it is a function of Terraform. */
  readonly jsonOf: (value: object) => string;

  /** The objects in the output `storage_manifests`. */
  readonly storageObjects: unknown;
}

/** The releases of a cluster, with all their values. */
export function releasesOf(
  cluster: ClusterWithWorkloads,
  outputs: ClusterOutputs,
  cloud: Cloud = "public",
): Release[] {
  const copies = copiesOn(cluster.nodeGroups.filter(takesPodsAtStart));
  return installedPrograms(cluster).map((program) => {
    const values = valuesOf(program, cluster, outputs, cloud, copies);
    if (!hasIdentity(cluster, program)) return releaseOf(program, values, accountValues(program));
    const clientId = outputs.clientIdOf(fullName(accountOf(program)));
    const account = accountValues(program, { "azure.workload.identity/client-id": clientId });
    // AKS gives tokens to pods with this label: https://learn.microsoft.com/azure/aks/workload-identity-overview
    const labels = { podLabels: { "azure.workload.identity/use": "true" } };
    return releaseOf(program, merged(values, labels), account);
  });
}

function valuesOf(
  program: ProgramName,
  cluster: ClusterWithWorkloads,
  outputs: ClusterOutputs,
  cloud: Cloud,
  copies: number,
): Values {
  switch (program) {
    case "external-dns":
      return externalDns(cluster, outputs, cloud);
    case "cert-manager":
    case "external-secrets":
      return commonValues[program](copies);
    default:
      throw new Error(`AKS does not install ${program}`);
  }
}

/** A private zone, by its id. */
export const isPrivateZone = (zone: string): boolean => /\/privateDnsZones\//i.test(zone);

/**
 * ExternalDNS reads the zones of one resource group, all public or all private, and its configuration from a file. Its identity is
 * that of its service account, with the tenant of the cluster.
 *
 * @see https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/azure/
 */
function externalDns({ name, dns }: ClusterWithWorkloads, { jsonOf }: ClusterOutputs, cloud: Cloud): Values {
  const zones = dns!.zones;
  const [first] = zones;
  const configuration = {
    subscriptionId: partIn(first, 2),
    resourceGroup: partIn(first, 4),
    useWorkloadIdentityExtension: true,
    cloud: cloudNames[cloud],
  };
  return {
    // Azure answers ids in another case than files have them, so that only the name is compared.
    ...externalDnsValues(
      name,
      isPrivateZone(first) ? "azure-private-dns" : "azure",
      zones.map((zone) => `/${isUnresolved(zone) ? partIn(zone, 8) : nameIn(zone)}`),
    ),
    secretConfiguration: {
      enabled: true,
      mountPath: "/etc/kubernetes",
      data: {
        "azure.json": jsonOf(configuration),
      },
    },
  };
}

/** The storage classes and volumes that follow from a cluster. */
export function objectsOf(
  { storage, encryption }: ClusterWithWorkloads,
  { storageObjects }: ClusterOutputs,
): Objects[] {
  const { block, file } = storage ?? {};
  const isDefault =
    typeof block === "object" && (block.defaultClass ?? defaults["storage.block.defaultClass"]);
  return isDefault || file || encryption?.disks === "customer-key"
    ? [{ name: "storage", objects: storageObjects }]
    : [];
}
