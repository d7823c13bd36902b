import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { InputTable } from "../modules/cluster/inputs";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { KubeadmCluster } from "../modules/kubeadm/cluster";
import { fields } from "../modules/kubeadm/fields.generated";
import type { KubeadmClusterSpec } from "../modules/kubeadm/spec";
import { awsProvider } from "../modules/kubeadm/versions";
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
    const { assumeRole, defaultTags, ...guards } = this.providerSettings("aws");
    new AwsProvider(this, "aws", {
      region: props.region,
      ...guards,
      ...(assumeRole && { assumeRole: [assumeRole] }),
      ...(defaultTags && { defaultTags: [{ tags: defaultTags }] }),
    });
    this.requireProvider({ name: "aws", ...awsProvider });

    // The addresses do not contain this id; they start with the component.
    const cluster = new KubeadmCluster(this, "Default", props);
    this.cluster = cluster;
    const { infrastructure } = cluster;
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
        storage_manifests: [infrastructure.storageManifests, "Storage classes for the cluster", "kubectl"],
      },
    );
  }
}

/** The node pools of each node group, by zone (`all` if there is only one). */
function nodeGroupOutput(cluster: KubeadmCluster): Record<string, unknown> {
  return Object.fromEntries(
    [...cluster.nodeGroups].map(([name, { nodePools }]) => [
      name,
      Object.fromEntries(
        nodePools.map(({ zone = "all", name: native }) => [zone, { auto_scaling_group: native }]),
      ),
    ]),
  );
}
