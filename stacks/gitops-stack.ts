import { TerraformLocal, TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { zoneNames as aksZones } from "../modules/aks/zones";
import { cloudNames } from "../modules/azure/clouds";
import { zoneNames as eksZones } from "../modules/eks/zones";
import { backendFor } from "../modules/environment/backend/state";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { gitopsStackName } from "../modules/environment/stack-names";
import type { PlatformClusterSpec } from "../modules/environment/types";
import { description, variables } from "../modules/gitops/description";
import { argocdConfig, argocdSecret, type Credentials, fluxConfigMap } from "../modules/gitops/manifests";
import { zoneNames as gkeZones } from "../modules/gke/zones";
import { zoneNames as kubeadmZones } from "../modules/kubeadm/zones";
import { stateOf } from "./backends";
import { ClusterStack } from "./cluster-stack";

/**
 * Outputs that describe a cluster to a GitOps tool. It has no provider and no resource: it reads the outputs of the cluster's stack.
 */
export class GitopsStack extends ClusterStack {
  constructor(scope: Construct, spec: PlatformClusterSpec, settings: EnvironmentSettings = {}) {
    super(scope, gitopsStackName(spec.name), settings, undefined, spec.name);
    const { environment } = settings;
    stateOf(this, "cluster", { environment, stack: spec.name }, backendFor(settings, spec.name));

    const { platform } = spec;
    const region = this.withVariables(spec.region);
    this.local("description", description({ platform, environment, region, zones: zonesOf(spec) ?? [] }));
    this.local("texts", variables("local.description"));
    const credentials = credentialsOf(spec);
    if (credentials) {
      const azureCloud = cloudNames[this.providerSettings("azurerm").environment ?? "public"];
      this.local("argocd", argocdConfig(credentials, azureCloud));
    }

    this.output("gitops", "${local.description}", "The cluster, with the same keys on all platforms");
    if (credentials)
      this.output(
        "argocd_cluster_secret",
        argocdSecret("local.description", "local.texts", "local.argocd"),
        "The cluster for Argo CD: terraform output -json argocd_cluster_secret | kubectl apply -f -",
      );
    this.output(
      "flux_config_map",
      fluxConfigMap("local.texts"),
      "Variables for Flux: terraform output -json flux_config_map | kubectl apply -f -",
    );
  }

  private local(name: string, value: unknown): void {
    new TerraformLocal(this, name, value);
  }

  private output(name: string, value: unknown, text: string): void {
    new TerraformOutput(this, name, { value, description: text });
  }
}

function zonesOf(spec: PlatformClusterSpec): readonly string[] | undefined {
  switch (spec.platform) {
    case "eks":
      return eksZones(spec);
    case "aks":
      return aksZones(spec);
    case "gke":
      return gkeZones(spec);
    default:
      return kubeadmZones(spec);
  }
}

/**
 * How Argo CD gets tokens that the API server accepts. Kubeadm clusters on Google Cloud accept identity tokens, of which Argo CD prints none.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters
 */
function credentialsOf(spec: PlatformClusterSpec): Credentials | undefined {
  if (spec.platform !== "kubeadm")
    return ({ eks: "iam", aks: "entra", gke: "google" } as const)[spec.platform];
  if (spec.cloud === "google") return undefined;
  return spec.cloud === "azure" ? "entra" : "iam";
}
