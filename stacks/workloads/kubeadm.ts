import type { HelmProviderKubernetesExec } from "@cdktf/provider-helm/lib/provider";
import { Fn } from "cdktf";
import { kubeloginFor } from "../../modules/azure/kubelogin";
import { fields } from "../../modules/kubeadm/fields.generated";
import { tokenProgram } from "../../modules/kubeadm/google/commands";
import type { KubeadmClusterSpec } from "../../modules/kubeadm/spec";
import { objectsOf, releasesOf } from "../../modules/kubeadm/workloads/values";
import { tokenCommand } from "./eks";
import { execApiVersion, type Installation, type InstallationContext } from "./installation";

/** The programs of a kubeadm cluster. */
export function kubeadmInstallation(spec: KubeadmClusterSpec, context: InstallationContext): Installation {
  const { outputs } = context;
  const cluster = context.withVariables(spec, fields);
  return {
    cluster,
    connection: {
      host: outputs.text("cluster_endpoint"),
      clusterCaCertificate: Fn.base64decode(outputs.text("cluster_ca_certificate")),
      exec: token(cluster, context),
    },
    releases: releasesOf(cluster, {
      networkPart: (index) => Fn.element(Fn.split("/", outputs.text("network_id")), index) as string,
    }),
    objects: objectsOf(cluster, outputs.objects("storage_manifests")),
  };
}

/** The same identities as those of the output `kubeconfig_command`. */
function token(cluster: KubeadmClusterSpec, context: InstallationContext): HelmProviderKubernetesExec {
  if (cluster.cloud === "azure") {
    const args = kubeloginFor(context.providerSettings("azurerm"));
    return { apiVersion: execApiVersion, command: "kubelogin", args };
  }
  if (cluster.cloud !== "google")
    return { apiVersion: execApiVersion, command: "aws", args: tokenCommand(cluster, context) };
  return { apiVersion: execApiVersion, command: "sh", args: ["-c", tokenProgram(execApiVersion)] };
}
