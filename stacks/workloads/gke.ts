import type { HelmProviderKubernetes } from "@cdktf/provider-helm/lib/provider";
import { Fn } from "cdktf";
import { InputError } from "../../modules/cluster/problem";
import { endpointsOf } from "../../modules/gke/access/endpoints";
import { fields } from "../../modules/gke/fields.generated";
import type { GkeClusterSpec } from "../../modules/gke/spec";
import { objectsOf, releasesOf } from "../../modules/gke/workloads/values";
import { execApiVersion, type Installation, type InstallationContext } from "./installation";

/** The programs of a GKE cluster. */
export function gkeInstallation(spec: GkeClusterSpec, context: InstallationContext): Installation {
  const { outputs: first } = context;
  const cluster = context.withVariables(spec, fields);
  const outputs = {
    projectId: first.text("project_id"),
    emailOf: (account: string) => first.entry("workload_service_accounts", account),
    storageObjects: first.objects("storage_manifests"),
  };
  return {
    cluster,
    connection: connection(cluster, context),
    releases: releasesOf(cluster, outputs),
    objects: objectsOf(cluster, outputs),
  };
}

/** The DNS endpoint needs only permissions, and has a certificate of Google. */
function connection(
  cluster: GkeClusterSpec,
  { outputs, providerSettings }: InstallationContext,
): HelmProviderKubernetes {
  if (providerSettings("google").impersonateServiceAccount !== undefined) {
    throw new InputError(
      "providers.google.impersonateServiceAccount: gke-gcloud-auth-plugin cannot get a token for workloads as this account; use " +
        "application default credentials that impersonate it, and omit the field",
    );
  }
  return {
    ...(endpointsOf(cluster).dns
      ? { host: outputs.text("cluster_dns_endpoint") }
      : {
          host: outputs.text("cluster_endpoint"),
          clusterCaCertificate: Fn.base64decode(outputs.text("cluster_ca_certificate")),
        }),
    // The credentials that the provider of the first stack uses.
    exec: {
      apiVersion: execApiVersion,
      command: "gke-gcloud-auth-plugin",
      args: ["--use_application_default_credentials"],
    },
  };
}
