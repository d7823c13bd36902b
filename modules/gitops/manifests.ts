import { clusterOutput, expression } from "./description";

/** How the API server of a cluster recognizes an identity: by IAM, by Entra ID or by an access token of Google. */
export type Credentials = "iam" | "entra" | "google";

/**
 * How Argo CD gets credentials of a cluster: with the identity of its pods, so that the Secret has none.
 *
 * @param azureCloud - name of the cloud of a cluster in Azure
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters
 */
const credentials = (azureCloud: string): Readonly<Record<Credentials, object>> => ({
  iam: { awsAuthConfig: { clusterName: expression(clusterOutput("cluster_name")) } },
  entra: {
    execProviderConfig: {
      apiVersion: "client.authentication.k8s.io/v1beta1",
      command: "argocd-k8s-auth",
      args: ["azure"],
      env: { AAD_ENVIRONMENT_NAME: azureCloud, AAD_LOGIN_METHOD: "workloadidentity" },
    },
  },
  google: {
    execProviderConfig: {
      apiVersion: "client.authentication.k8s.io/v1beta1",
      command: "argocd-k8s-auth",
      args: ["gcp"],
    },
  },
});

/**
 * How Argo CD reaches a cluster, which is JSON in its Secret.
 *
 * @param azureCloud - name of the cloud of a cluster in Azure
 */
export const argocdConfig = (by: Credentials, azureCloud: string): object => ({
  ...credentials(azureCloud)[by],
  tlsClientConfig: { insecure: false, caData: expression(clusterOutput("cluster_ca_certificate")) },
});

/**
 * The Secret that registers a cluster in Argo CD. Labels select clusters in an ApplicationSet, and annotations are its values.
 *
 * @param described - reference to the description
 * @param texts - reference to the map of texts
 * @param config - reference to {@link argocdConfig}
 */
export function argocdSecret(described: string, texts: string, config: string): object {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: expression(`${described}.name`),
      namespace: "argocd",
      labels: {
        "argocd.argoproj.io/secret-type": "cluster",
        platform: expression(`${described}.platform`),
        environment: expression(`${described}.environment`),
        region: expression(`${described}.region`),
      },
      annotations: expression(texts),
    },
    type: "Opaque",
    stringData: {
      name: expression(`${described}.name`),
      server: expression(`${described}.endpoint`),
      config: expression(`jsonencode(${config})`),
    },
  };
}

/**
 * The ConfigMap whose values a Kustomization of Flux puts in place of `${cluster_name}`.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution
 */
export function fluxConfigMap(texts: string): object {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "cluster-vars", namespace: "flux-system" },
    data: expression(texts),
  };
}
