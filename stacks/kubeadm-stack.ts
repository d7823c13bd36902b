import type * as awsBindings from "@cdktf/provider-aws/lib/provider";
import type * as azurermBindings from "@cdktf/provider-azurerm/lib/provider";
import type * as googleBindings from "@cdktf/provider-google/lib/provider";
import type { Construct } from "constructs";
import { providerRange } from "../modules/azure/provider";
import type { InputTable } from "../modules/cluster/inputs";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { KubeadmCluster } from "../modules/kubeadm/cluster";
import { defaults, fields } from "../modules/kubeadm/fields.generated";
import type { Infrastructure } from "../modules/kubeadm/infrastructure";
import type { KubeadmClusterProps, KubeadmClusterSpec } from "../modules/kubeadm/spec";
import { awsProvider } from "../modules/aws/provider";
import { googleProvider } from "../modules/google/provider";
import { ClusterStack } from "./cluster-stack";

/** A kubeadm cluster with its provider, backend and outputs. */
export class KubeadmStack extends ClusterStack {
  readonly cluster: KubeadmCluster;

  constructor(
    scope: Construct,
    { platform: _, ...spec }: KubeadmClusterSpec,
    settings: EnvironmentSettings = {},
    inputs?: InputTable,
  ) {
    super(scope, spec.name, settings, inputs);
    const props = this.withVariables(spec, fields);
    if (props.cloud === "google") this.createGoogleProvider(props.region);
    else if (props.cloud === "azure") this.createAzurermProvider(props);
    else this.createAwsProvider(props.region);

    // The addresses do not contain this id; they start with the component.
    const cluster = new KubeadmCluster(this, "Default", props);
    this.cluster = cluster;
    const infrastructure: Infrastructure = cluster.infrastructure;
    this.createOutputs(
      {
        cluster_name: cluster.name,
        cluster_endpoint: cluster.endpoint,
        cluster_ca_certificate: cluster.certificateAuthority,
        kubernetes_version: props.kubernetesVersion,
        kubeconfig_command: infrastructure.kubeconfigCommand,
        oidc_issuer_url: cluster.oidcIssuerUrl,
        network_id: infrastructure.networkId,
        node_subnet_ids: [...infrastructure.nodeSubnetIds],
        node_groups: nodeGroupOutput(cluster),
      },
      {
        account: [infrastructure.account, "AWS account, subscription or project of the cluster"],
        control_plane_addresses: [
          Object.fromEntries(infrastructure.slots.map(({ name, address }) => [name, address])),
          "Fixed addresses of the control-plane machines, by name",
        ],
        store_name: [infrastructure.storeName, "Name of the bucket with the store of the cluster"],
        emergency_kubeconfig_command: [
          infrastructure.emergencyKubeconfigCommand,
          "Command that fetches the certificate of an administrator, for emergencies only",
        ],
        log_command: [
          infrastructure.logCommand,
          "Command that prints what the first control-plane machine reports about its start",
        ],
        ...(infrastructure.replacementCommands && {
          replacement_commands: [
            [...infrastructure.replacementCommands],
            "Commands that replace the control-plane machines after a change, in this order",
          ],
        }),
        storage_manifests: [infrastructure.storageManifests, "Storage classes for the cluster", "kubectl"],
      },
    );
  }

  /* eslint-disable @typescript-eslint/no-require-imports -- an import would need the bindings of both clouds */
  private createAwsProvider(region: string): void {
    const { AwsProvider } = require("@cdktf/provider-aws/lib/provider") as typeof awsBindings;
    const { assumeRole, defaultTags, ...guards } = this.providerSettings("aws");
    new AwsProvider(this, "aws", {
      region,
      ...guards,
      ...(assumeRole && { assumeRole: [assumeRole] }),
      ...(defaultTags && { defaultTags: [{ tags: defaultTags }] }),
    });
    this.requireProvider({ name: "aws", ...awsProvider });
  }

  private createAzurermProvider(props: KubeadmClusterProps): void {
    const minimum = props.kubeadm?.providerMinimum ?? defaults["kubeadm.providerMinimum"];
    const { AzurermProvider } = require("@cdktf/provider-azurerm/lib/provider") as typeof azurermBindings;
    new AzurermProvider(this, "azurerm", {
      // Terraform reads and writes no objects of the store.
      features: [
        {
          storage: [{ dataPlaneAvailable: false }],
          resourceGroup: [{ preventDeletionIfContainsResources: props.protection ?? defaults["protection"] }],
        },
      ],
      ...this.providerSettings("azurerm"),
    });
    this.requireProvider({ name: "azurerm", ...providerRange(minimum) });
  }

  private createGoogleProvider(region: string): void {
    const { GoogleProvider } = require("@cdktf/provider-google/lib/provider") as typeof googleBindings;
    const { defaultLabels, ...guards } = this.providerSettings("google");
    const provider = new GoogleProvider(this, "google", { region, ...guards });
    // The bindings would rewrite keys such as cost-center.
    if (defaultLabels) provider.addOverride("default_labels", defaultLabels);
    this.requireProvider({ name: "google", ...googleProvider });
  }
  /* eslint-enable */
}

/** The node pools of each node group, by zone (`all` if there is only one). */
function nodeGroupOutput({ nodeGroups, infrastructure }: KubeadmCluster): Record<string, unknown> {
  return Object.fromEntries(
    [...nodeGroups].map(([name, { nodePools }]) => [
      name,
      Object.fromEntries(
        nodePools.map(({ zone = "all", name: native }) => [zone, { [infrastructure.nodePoolKind]: native }]),
      ),
    ]),
  );
}
