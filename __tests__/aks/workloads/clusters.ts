import type { ClusterWithWorkloads } from "../../../modules/aks/spec";
import type { ClusterOutputs } from "../../../modules/aks/workloads/values";
import { cluster, dnsZone, group, vault } from "../rule-support";

/** A cluster that installs the whole catalogue of AKS, with an identity for each program. */
export const full: ClusterWithWorkloads = {
  ...cluster({
    dns: { zones: [dnsZone] },
    workloadIdentities: [
      {
        namespace: "external-secrets",
        serviceAccount: "external-secrets",
        grants: [{ role: "Key Vault Secrets User", scope: vault }],
      },
      {
        namespace: "cert-manager",
        serviceAccount: "cert-manager",
        grants: [{ role: "DNS Zone Contributor", scope: dnsZone }],
      },
    ],
    nodeGroups: [group()],
  }),
  workloads: { programs: { "cert-manager": true, "external-secrets": {} } },
};

/** One node, next to nodes that repel the pods, and no identities. */
export const oneNode: ClusterWithWorkloads = {
  ...full,
  workloadIdentities: [],
  nodeGroups: [group({ size: 1 }), group({ name: "spot", capacity: "spot", size: 9 })],
};

/** Outputs of the first stack as Terraform reads them. */
export const literalOutputs: ClusterOutputs = {
  clientIdOf: (account) => `11111111-2222-3333-4444-${account}`,
  jsonOf: (value) => JSON.stringify(value),
  storageObjects: [],
};
