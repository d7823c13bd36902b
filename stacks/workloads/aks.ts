import { Fn } from "cdktf";
import { fields } from "../../modules/aks/fields.generated";
import type { AksClusterSpec } from "../../modules/aks/spec";
import { objectsOf, releasesOf } from "../../modules/aks/workloads/values";
import { kubeloginFor } from "../../modules/azure/kubelogin";
import { execApiVersion, type Installation, type InstallationContext } from "./installation";

/** The programs of an AKS cluster. */
export function aksInstallation(spec: AksClusterSpec, context: InstallationContext): Installation {
  const { outputs: first } = context;
  const cluster = context.withVariables(spec, fields);
  const { environment, tenantId } = context.providerSettings("azurerm");
  const outputs = {
    clientIdOf: (account: string) => first.entry("workload_identity_client_ids", account),
    jsonOf: (value: object) => Fn.jsonencode(value),
    storageObjects: first.objects("storage_manifests"),
  };
  return {
    cluster,
    connection: {
      host: first.text("cluster_endpoint"),
      clusterCaCertificate: Fn.base64decode(first.text("cluster_ca_certificate")),
      exec: {
        apiVersion: execApiVersion,
        command: "kubelogin",
        args: kubeloginFor({ tenantId: cluster.access.tenantId ?? tenantId, environment }),
      },
    },
    releases: releasesOf(cluster, outputs, environment),
    objects: objectsOf(cluster, outputs),
  };
}
