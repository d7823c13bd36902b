import { defaults } from "../../modules/gke/fields.generated";
import type { GkeClusterSpec } from "../../modules/gke/spec";
import type { Arguments } from "../support/synthesized";
import type { Element, Elements } from "./elements";
import { covers, googleServices, natOf } from "./google-network";
import type { Requirement } from "./requirement";

/** The subnet of nodes that the cluster creates; undefined with an existing network. */
const nodeSubnet = (json: Elements): Element | undefined =>
  json.target(json.args("google_container_cluster")[0].subnetwork, "google_compute_subnetwork");

/** The tags of nodes. */
function nodeTags(json: Elements): string[] {
  const [cluster] = json.args("google_container_cluster");
  return [
    ...json.args("google_container_node_pool").map(({ node_config: node }) => (node?.tags ?? []) as string[]),
    (cluster.node_pool_auto_config?.network_tags?.tags ?? []) as string[],
  ].flat();
}

/** Whether firewall rules of a VPC allow traffic of nodes. */
function allows(
  json: Elements,
  direction: "INGRESS" | "EGRESS",
  port: number,
  peer: (rule: Arguments) => boolean,
): boolean {
  return json
    .args("google_compute_firewall")
    .filter((rule) => rule.direction === direction && peer(rule))
    .filter(
      ({ target_tags: tags }) =>
        tags === undefined || nodeTags(json).some((tag) => (tags as string[]).includes(tag)),
    )
    .some(({ allow }) =>
      (allow as Arguments[]).some(
        ({ protocol, ports }) =>
          protocol === "all" ||
          (protocol === "tcp" && (ports === undefined || (ports as string[]).includes(String(port)))),
      ),
    );
}

/** Who must reach whom in a network on Google Cloud. */
export const gkeNetwork: readonly Requirement<GkeClusterSpec>[] = [
  {
    name: "egress of private nodes",
    source: "https://cloud.google.com/kubernetes-engine/docs/how-to/private-clusters#docker_hub",
    missing: ({ network = {} }, json) => {
      const subnet = nodeSubnet(json);
      if (!subnet || network.private || network.nat === "none") return [];
      return natOf(json, subnet);
    },
  },
  {
    name: "Google's services without egress",
    source: "https://cloud.google.com/vpc/docs/configure-private-google-access#domain-options",
    missing: ({ network = {} }, json) =>
      network.private !== true || !nodeSubnet(json)
        ? []
        : googleServices(json, [
            "container.googleapis.com.",
            "googleapis.com.",
            "europe-docker.pkg.dev.",
            "pkg.dev.",
            "gcr.io.",
            "eu.gcr.io.",
            "x.europe-west3.gke.goog.",
            "gke.goog.",
          ]),
  },
  {
    name: "nodes reach Google's services without public addresses",
    source: "https://cloud.google.com/vpc/docs/private-google-access",
    missing: (_, json) =>
      json
        .all("google_compute_subnetwork")
        .filter(({ args }) => args.purpose === undefined && args.private_ip_google_access !== true)
        .map(({ name }) => name),
  },
  {
    name: "webhooks",
    source: "https://cloud.google.com/kubernetes-engine/docs/concepts/firewall-rules",
    missing: ({ network = {}, access }, json) => {
      // In an existing network the default ports are not opened: a Shared VPC can forbid rules.
      const standard = nodeSubnet(json) ? defaults["network.webhookPorts"] : [];
      const { peeringCidr, cidr } = access.endpointAddress ?? {};
      const from = peeringCidr ?? cidr;
      return (network.webhookPorts ?? standard)
        .filter(
          (port) =>
            !allows(json, "INGRESS", port, ({ source_ranges: ranges, source_tags: tags }) =>
              from === undefined
                ? ((tags ?? []) as string[]).some((tag) => nodeTags(json).includes(tag))
                : covers(ranges, from),
            ),
        )
        .map((port) => `port ${port}`);
    },
  },
  {
    name: "egress in a VPC that denies it",
    source: "https://cloud.google.com/kubernetes-engine/docs/concepts/firewall-rules",
    missing: ({ network = {} }, json) => {
      const subnet = nodeSubnet(json);
      if (!subnet || !network.egressRules) return [];
      const own = [
        subnet.args.ip_cidr_range as string,
        ...(subnet.args.secondary_ip_range as Arguments[]).map(({ ip_cidr_range: range }) => range as string),
      ];
      return [...own, "199.36.153.8/30", "199.36.153.4/30"].filter(
        (range) => !allows(json, "EGRESS", 443, ({ destination_ranges: ranges }) => covers(ranges, range)),
      );
    },
  },
];

/** Types of resources that open a path, grant a permission or enable an API. */
export const gkeRuleTypes = [
  "google_compute_firewall",
  "google_compute_router",
  "google_compute_router_nat",
  "google_compute_address",
  "google_dns_managed_zone",
  "google_dns_record_set",
  "google_project_service",
  "google_project_iam_member",
  "google_compute_subnetwork_iam_member",
  "google_kms_crypto_key_iam_member",
  "google_secret_manager_secret_iam_member",
  "google_storage_bucket_iam_member",
  "google_dns_managed_zone_iam_member",
  "google_pubsub_topic_iam_member",
  "google_pubsub_subscription_iam_member",
  "google_bigquery_dataset_iam_member",
  "google_artifact_registry_repository_iam_member",
  "google_service_account_iam_member",
];

/** Lists inside resources, of which each item is a rule. */
export const gkeRuleLists = ["google_container_node_pool.node_config.taint"];
