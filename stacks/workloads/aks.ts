import { Fn, propertyAccess } from "cdktf";
import { fields } from "../../modules/aks/fields.generated";
import type { AksClusterSpec } from "../../modules/aks/spec";
import { objectsOf, releasesOf } from "../../modules/aks/workloads/values";
import { execApiVersion, type Installation, type InstallationContext } from "./installation";

/**
 * The application of the API servers of AKS in Entra ID: the same in each cluster.
 *
 * @see https://azure.github.io/kubelogin/concepts/aks.html
 */
const serverId = "6dae42f8-4368-4678-94ff-3960e28e3630";

/** Clouds of Azure, as kubelogin names them; the public one is its default. */
const environments = { usgovernment: "AzureUSGovernmentCloud", china: "AzureChinaCloud" } as const;

/** The programs of an AKS cluster. */
export function aksInstallation(spec: AksClusterSpec, context: InstallationContext): Installation {
  const { state } = context;
  const cluster = context.withVariables(spec, fields);
  const { environment: cloud = "public", tenantId } = context.providerSettings("azurerm");
  const outputs = {
    clientIdOf: (account: string) => Fn.lookup(state.get("workload_identity_client_ids"), account),
    jsonOf: (value: object) => Fn.jsonencode(value),
    storageObjects: propertyAccess(state.get("storage_manifests"), ["items"]),
  };
  const tenant = cluster.access.tenantId ?? tenantId;
  return {
    cluster,
    connection: {
      host: state.getString("cluster_endpoint"),
      clusterCaCertificate: Fn.base64decode(state.getString("cluster_ca_certificate")),
      exec: {
        apiVersion: execApiVersion,
        command: "kubelogin",
        args: [
          ...["get-token", "--login", "azurecli", "--server-id", serverId],
          ...(tenant === undefined ? [] : ["--tenant-id", tenant]),
          ...(cloud === "public" ? [] : ["--environment", environments[cloud]]),
        ],
      },
    },
    releases: releasesOf(cluster, outputs, cloud),
    objects: objectsOf(cluster, outputs),
  };
}
