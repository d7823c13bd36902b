import type { ClusterWithWorkloads } from "../../../modules/gke/spec";
import type { ClusterOutputs } from "../../../modules/gke/workloads/values";
import { cluster, group } from "../rule-support";

const identity = (name: string, via: "direct" | "service-account") => ({
  namespace: name,
  serviceAccount: name,
  via,
  grants: [{ role: "roles/secretmanager.secretAccessor", secret: "shop" }],
});

/** A cluster that installs the whole catalogue of GKE, with an identity of each kind. */
export const full: ClusterWithWorkloads = {
  ...cluster({
    dns: { zones: ["shop-example-com"] },
    workloadIdentities: [identity("external-secrets", "service-account"), identity("cert-manager", "direct")],
  }),
  workloads: { programs: { "cert-manager": true, "external-secrets": {} } },
};

/** GKE creates the nodes. */
export const onAutopilot: ClusterWithWorkloads = { ...full, nodeGroups: [], gke: { mode: "autopilot" } };

/** One node, next to nodes that repel the pods. */
export const oneNode: ClusterWithWorkloads = {
  ...full,
  nodeGroups: [group({ size: 1 }), group({ name: "arm", machineTypes: ["t2a-standard-4"] })],
};

/** Outputs of the first stack as Terraform reads them. */
export const literalOutputs: ClusterOutputs = {
  projectId: "acme-shop",
  emailOf: (account) => `${account.replace("/", "-")}@acme-shop.iam.gserviceaccount.com`,
  storageObjects: [],
};
