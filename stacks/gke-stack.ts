import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import type { Construct } from "constructs";
import { shellArgument } from "../modules/cluster/encode";
import type { InputTable } from "../modules/cluster/inputs";
import { GkeCluster } from "../modules/gke/cluster";
import { endpointsOf } from "../modules/gke/access/endpoints";
import type { EnvironmentSettings } from "../modules/environment/settings";
import { fields } from "../modules/gke/fields.generated";
import type { GkeClusterProps, GkeClusterSpec } from "../modules/gke/spec";
import { googleProvider } from "../modules/google/provider";
import { ClusterStack, type Extras } from "./cluster-stack";

/** A GKE cluster with its provider, backend and outputs. */
export class GkeStack extends ClusterStack {
  readonly cluster: GkeCluster;

  constructor(
    scope: Construct,
    { platform: _, ...spec }: GkeClusterSpec,
    settings: EnvironmentSettings = {},
    inputs?: InputTable,
  ) {
    super(scope, spec.name, settings, inputs);
    const props = this.withVariables(spec, fields);
    const { defaultLabels, ...guards } = this.providerSettings("google");
    const provider = new GoogleProvider(this, "google", { region: props.region, ...guards });
    // The bindings would rewrite keys such as cost-center.
    if (defaultLabels) provider.addOverride("default_labels", defaultLabels);
    const minimum = props.gke?.providerMinimum ?? googleProvider.minimum;
    this.requireProvider({ name: "google", ...googleProvider, minimum });

    // The addresses do not contain this id; they start with the component. Rules have checked that the fields match the mode, as types do in code.
    const cluster = new GkeCluster(this, "Default", props as GkeClusterProps);
    this.cluster = cluster;
    this.createOutputs(
      {
        cluster_name: cluster.name,
        cluster_endpoint: cluster.endpoint,
        cluster_ca_certificate: cluster.certificateAuthority,
        kubernetes_version: cluster.controlPlane.cluster.masterVersion,
        kubeconfig_command: kubeconfigCommand(cluster, props as GkeClusterProps),
        oidc_issuer_url: cluster.oidcIssuerUrl,
        network_id: cluster.network.networkId,
        node_subnet_ids: [cluster.network.subnetworkId],
        node_groups: nodeGroupOutput(cluster),
      },
      {
        project_id: [cluster.project.id, "Id of the cluster's project"],
        ...(cluster.dnsEndpoint && {
          cluster_dns_endpoint: [
            cluster.dnsEndpoint,
            "URL of the DNS endpoint of the API server, with access by IAM and a certificate of Google",
          ],
        }),
        ...(cluster.nodeServiceAccount && {
          node_service_account: [
            cluster.nodeServiceAccount.account.email,
            "E-mail of the service account of all nodes",
          ],
        }),
        workload_pool: [
          cluster.controlPlane.pool.name,
          "Where the cluster's pods are known as principals of IAM",
        ],
        storage_manifests: [
          cluster.storage.manifests,
          "Storage classes and volumes for the cluster",
          "kubectl",
        ],
        ...optionalOutputs(cluster),
      },
    );
  }
}

/** The DNS endpoint needs only permissions; without it, the client needs access to an IP address. */
function kubeconfigCommand({ location, project }: GkeCluster, props: GkeClusterProps): string {
  const { dns, public: isPublic } = endpointsOf(props);
  const option = dns ? " --dns-endpoint" : isPublic ? "" : " --internal-ip";
  return `gcloud container clusters get-credentials ${props.name} --location ${location} --project ${shellArgument(project.id)}${option}`;
}

/** The node pools of each node group, by zone (`all` for one in all zones, `rest` for the remainder of the size). */
function nodeGroupOutput(cluster: GkeCluster): Record<string, unknown> {
  return Object.fromEntries(
    [...cluster.nodeGroups.groups].map(([name, group]) => [
      name,
      Object.fromEntries(
        group.nodePools.map(({ part = "all", name: poolName, resource }) => [
          part,
          { name: poolName, instance_groups: resource.instanceGroupUrls },
        ]),
      ),
    ]),
  );
}

/** Outputs of optional features. */
function optionalOutputs({ identity, network, storage }: GkeCluster): Extras {
  const accounts = [...identity.workloads].filter(([, { email }]) => email !== undefined);
  const natAddresses = "natAddresses" in network ? (network.natAddresses as { address: string }[]) : [];
  return {
    ...(identity.manifests && {
      access_manifests: [identity.manifests, "Rights in single namespaces", "kubectl"],
    }),
    ...(accounts.length > 0 && {
      workload_service_accounts: [
        Object.fromEntries(accounts.map(([name, { email }]) => [name, email])),
        "E-mails of the service accounts that workloads act as, by namespace and service account",
      ],
    }),
    ...(natAddresses.length > 0 && {
      nat_addresses: [
        natAddresses.map(({ address }) => address),
        "Public addresses that traffic to the internet comes from",
      ],
    }),
    ...(storage.backupPlan && {
      backup_plan_id: [storage.backupPlan.id, "Id of the plan of copies, for restores"],
    }),
  };
}
