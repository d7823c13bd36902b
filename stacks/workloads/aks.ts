import { Fn } from "cdktf";
import { fields } from "../../modules/aks/fields.generated";
import type { AksClusterSpec } from "../../modules/aks/spec";
import { objectsOf, releasesOf } from "../../modules/aks/workloads/values";
import { kubeloginArguments } from "../../modules/azure/kubelogin";
import { execApiVersion, type Installation, type InstallationContext } from "./installation";

/** Clouds of Azure, as kubelogin names them; the public one is its default. */
const environments = { usgovernment: "AzureUSGovernmentCloud", china: "AzureChinaCloud" } as const;

/** The programs of an AKS cluster. */
export function aksInstallation(spec: AksClusterSpec, context: InstallationContext): Installation {
  const { outputs: first } = context;
  const cluster = context.withVariables(spec, fields);
  const { environment: cloud = "public", tenantId } = context.providerSettings("azurerm");
  const outputs = {
    clientIdOf: (account: string) => first.entry("workload_identity_client_ids", account),
    jsonOf: (value: object) => Fn.jsonencode(value),
    storageObjects: first.objects("storage_manifests"),
  };
  const tenant = cluster.access.tenantId ?? tenantId;
  return {
    cluster,
    connection: {
      host: first.text("cluster_endpoint"),
      clusterCaCertificate: Fn.base64decode(first.text("cluster_ca_certificate")),
      exec: {
        apiVersion: execApiVersion,
        command: "kubelogin",
        args: [
          ...kubeloginArguments,
          ...(tenant === undefined ? [] : ["--tenant-id", tenant]),
          ...(cloud === "public" ? [] : ["--environment", environments[cloud]]),
        ],
      },
    },
    releases: releasesOf(cluster, outputs, cloud),
    objects: objectsOf(cluster, outputs),
  };
}
