/** The platforms of clusters. */
export type GitopsPlatform = "eks" | "aks" | "gke" | "kubeadm";

/**
 * The outputs of the stack of a cluster that a description reads, as expressions of Terraform. Outputs that a cluster does not have are
 * replaced by an empty value.
 */
export interface PlatformOutputs {
  /** The account, subscription or project of the cluster. */
  readonly account: string;

  /** The identity of each service account, by `namespace/name`: maps that are merged. */
  readonly identities: readonly string[];

  /** The names or URLs of queues, by the controller that reads them. */
  readonly queues: Readonly<Record<string, string>>;
}

/** What is known of a cluster without its state. */
export interface KnownCluster {
  readonly platform: GitopsPlatform;
  readonly environment: string | undefined;
  readonly region: string;

  /** Empty if they are unknown. */
  readonly zones: readonly string[];
}

/** An output of the stack of the cluster. */
export const clusterOutput = (name: string): string => `data.terraform_remote_state.cluster.outputs.${name}`;
const optional = (name: string, fallback: string): string => `try(${clusterOutput(name)}, ${fallback})`;

/** The names of outputs differ between platforms; the keys of the description do not. */
export const platformOutputs: Readonly<Record<GitopsPlatform, PlatformOutputs>> = {
  eks: {
    account: `split(":", ${clusterOutput("cluster_arn")})[4]`,
    identities: [
      optional("pod_identity_role_arns", "{}"),
      optional("workload_identity_role_arns", "{}"),
      optional("controller_role_arns", "{}"),
    ],
    queues: {
      karpenter: optional("karpenter_queue_name", '""'),
      node_termination_handler: optional("node_termination_queue_url", '""'),
    },
  },
  aks: {
    account: `split("/", ${clusterOutput("cluster_id")})[2]`,
    identities: [optional("workload_identity_client_ids", "{}")],
    queues: {},
  },
  gke: {
    account: clusterOutput("project_id"),
    identities: [optional("workload_service_accounts", "{}")],
    queues: {},
  },
  kubeadm: { account: clusterOutput("account"), identities: ["{}"], queues: {} },
};

/** The description of a cluster: an object of Terraform with the same keys on all platforms. */
export function description({ platform, environment, region, zones }: KnownCluster): object {
  const { account, identities, queues } = platformOutputs[platform];
  return {
    name: expression(clusterOutput("cluster_name")),
    platform,
    environment: environment ?? "",
    region,
    zones,
    account: expression(account),
    network: expression(clusterOutput("network_id")),
    node_subnets: expression(clusterOutput("node_subnet_ids")),
    kubernetes_version: expression(clusterOutput("kubernetes_version")),
    endpoint: expression(clusterOutput("cluster_endpoint")),
    oidc_issuer: expression(clusterOutput("oidc_issuer_url")),
    identities: expression(`merge(${identities.join(", ")})`),
    queues: Object.fromEntries(Object.entries(queues).map(([name, value]) => [name, expression(value)])),
  };
}

/**
 * The description as a map of texts, such as annotations and variables of Flux need it. The keys are valid names of variables:
 * `identity_external_dns_external_dns` is the identity of the account `external-dns/external-dns`.
 */
export function variables(described: string): string {
  const texts = ["name", "platform", "environment", "region", "account", "network", "endpoint"];
  const named = texts.map((key) => `cluster_${key} = ${described}.${key}`);
  const nameOf = (key: string): string => `replace(${key}, "/[^0-9A-Za-z]/", "_")`;
  const each = (prefix: string, map: string): string =>
    `{for key, value in ${described}.${map} : "${prefix}_\${${nameOf("key")}}" => value if value != ""}`;
  return expression(
    `merge({${named.join(", ")}, cluster_zones = join(",", ${described}.zones), ` +
      `cluster_kubernetes_version = ${described}.kubernetes_version}, ${each("queue", "queues")}, ${each("identity", "identities")})`,
  );
}

/** An expression as a value in JSON. */
export const expression = (text: string): string => `\${${text}}`;
