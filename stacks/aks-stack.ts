import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Lazy, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { InputTable } from "../modules/cluster/inputs";
import { AksCluster } from "../modules/aks/cluster";
import { fields } from "../modules/aks/fields.generated";
import type { AksClusterSpec } from "../modules/aks/spec";
import { forAzurerm } from "../modules/azure/provider-arguments";
import { resourceProvidersOf } from "../modules/azure/resource-providers";
import { providerRange } from "../modules/azure/provider";
import { shellArgument } from "../modules/cluster/encode";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { ClusterStack, type Extras } from "./cluster-stack";

/** An AKS cluster with its provider, backend and outputs. */
export class AksStack extends ClusterStack {
  readonly cluster: AksCluster;

  constructor(
    scope: Construct,
    { platform: _, ...spec }: AksClusterSpec,
    settings: EnvironmentSettings = {},
    inputs?: InputTable,
  ) {
    super(scope, spec.name, settings, inputs);
    const props = this.withVariables(spec, fields);
    const { protection = true } = props;
    const provider = new AzurermProvider(this, "azurerm", {
      features: [
        {
          // Only the cluster can access the storage accounts, so requests of the provider to them would fail.
          storage: [{ dataPlaneAvailable: false }],
          // The guards of the provider follow the protection of the cluster.
          resourceGroup: [{ preventDeletionIfContainsResources: protection }],
          netapp: [{ preventVolumeDestruction: protection }],
        },
      ],
      ...this.providerSettings("azurerm"),
    });
    const { minimum, ...range } = providerRange(props.aks?.providerMinimum);
    this.requireProvider({ name: "azurerm", minimum, ...range });
    this.registerResourceProviders(provider, minimum);

    // The addresses do not contain this id; they start with the component.
    const cluster = new AksCluster(this, "Default", props);
    this.cluster = cluster;
    const { resourceGroupName } = cluster.resourceGroup;
    this.createOutputs(
      {
        cluster_name: cluster.name,
        cluster_endpoint: cluster.endpoint,
        cluster_ca_certificate: cluster.certificateAuthority,
        kubernetes_version: cluster.controlPlane.cluster.currentKubernetesVersion,
        kubeconfig_command: `az aks get-credentials --resource-group ${shellArgument(resourceGroupName)} --name ${props.name} && kubelogin convert-kubeconfig -l azurecli`,
        oidc_issuer_url: cluster.oidcIssuerUrl,
        network_id: cluster.network.vnetId,
        node_subnet_ids: cluster.network.nodeSubnets.map(({ id }) => id),
        node_groups: nodeGroupOutput(cluster),
      },
      {
        cluster_id: [cluster.controlPlane.cluster.id, "Id of the cluster"],
        resource_group: [resourceGroupName, "Name of the resource group of the cluster"],
        node_resource_group: [
          cluster.controlPlane.cluster.nodeResourceGroup,
          "Name of the resource group that AKS makes for nodes",
        ],
        storage_manifests: [cluster.storage.manifests, "Storage for the cluster", "kubectl"],
        ...workloadOutputs(cluster),
      },
    );
  }

  /**
   * Azure refuses resources of services that are not registered in the subscription. From 5.0 on, the provider registers none by
   * default. A setting of the environment decides instead, such as `none` without the permission to register.
   */
  private registerResourceProviders(provider: AzurermProvider, minimum: string): void {
    if (provider.resourceProviderRegistrationsInput !== undefined) return;
    forAzurerm(provider, { resource_provider_registrations: "core" }, minimum);
    provider.resourceProvidersToRegister = Lazy.listValue({
      produce: () => {
        const resources = this.node.findAll().filter(TerraformResource.isTerraformResource);
        return resourceProvidersOf(resources.map(({ terraformResourceType }) => terraformResourceType));
      },
    });
  }
}

/** The node pools of each node group, by zone (`all` if there is only one). */
function nodeGroupOutput(cluster: AksCluster): Record<string, unknown> {
  return Object.fromEntries(
    [...cluster.nodeGroups.groups].map(([name, group]) => [
      name,
      Object.fromEntries(group.nodePools.map(({ zone = "all", name: native }) => [zone, { name: native }])),
    ]),
  );
}

/** The annotations of service accounts in the cluster. */
function workloadOutputs({ identity, loadBalancing }: AksCluster): Extras {
  const workloads = new Map(identity.workloads);
  if (loadBalancing.externalDns) workloads.set("external-dns/external-dns", loadBalancing.externalDns);
  if (workloads.size === 0) return {};
  return {
    workload_identity_client_ids: [
      Object.fromEntries([...workloads].map(([name, { identity }]) => [name, identity.clientId])),
      "Client ids for service accounts (azure.workload.identity/client-id), by namespace and name",
    ],
  };
}
