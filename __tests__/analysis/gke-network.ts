import { Cidr } from "../../modules/cluster/addresses";
import { defaults } from "../../modules/gke/fields.generated";
import type { GkeClusterSpec } from "../../modules/gke/spec";
import type { Arguments } from "../support/synthesized";
import { type Element, type Elements, reference, textOf } from "./elements";
import { lacking, type Requirement } from "./requirement";

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

const covers = (ranges: unknown, inner: string): boolean =>
  ((ranges ?? []) as string[]).some((range) => Cidr.parse(range)?.contains(Cidr.parse(inner)!));

/** The addresses of a name in private zones of the network; empty if the zone or the record is missing. */
function addressesOf(json: Elements, name: string): string[] {
  const zone = json
    .all("google_dns_managed_zone")
    .find(
      ({ args }) =>
        name.endsWith(String(args.dns_name)) &&
        json.target(args.private_visibility_config, "google_compute_network") !== undefined,
    );
  if (!zone) return [];
  const records = json
    .args("google_dns_record_set")
    .filter(({ managed_zone: of }) => of === reference(zone, "name"));
  const record =
    records.find((one) => one.name === name) ??
    records.find((one) => name !== zone.args.dns_name && one.name === `*.${zone.args.dns_name}`);
  if (record?.type === "CNAME") return addressesOf(json, (record.rrdatas as string[])[0]);
  return (record?.rrdatas ?? []) as string[];
}

/** Who must reach whom in a network on Google Cloud. */
export const gkeNetwork: readonly Requirement<GkeClusterSpec>[] = [
  {
    name: "egress of private nodes",
    source: "https://cloud.google.com/kubernetes-engine/docs/how-to/private-clusters#docker_hub",
    missing: ({ network = {} }, json) => {
      const subnet = nodeSubnet(json);
      if (!subnet || network.private || network.nat === "none") return [];
      const nat = json
        .all("google_compute_router_nat")
        .find(({ args }) => textOf(args.subnetwork).includes(reference(subnet, "id")));
      return lacking({
        "a NAT of the subnet":
          nat !== undefined && json.target(nat.args.router, "google_compute_router") !== undefined,
        "its addresses":
          nat === undefined ||
          nat.args.nat_ip_allocate_option === "AUTO_ONLY" ||
          (nat.args.nat_ips as string[]).every(
            (ip) => json.target(ip, "google_compute_address") !== undefined,
          ),
      });
    },
  },
  {
    name: "Google's services without egress",
    source: "https://cloud.google.com/vpc/docs/configure-private-google-access#domain-options",
    missing: ({ network = {} }, json) =>
      network.private !== true || !nodeSubnet(json)
        ? []
        : [
            "container.googleapis.com.",
            "googleapis.com.",
            "europe-docker.pkg.dev.",
            "pkg.dev.",
            "gcr.io.",
            "eu.gcr.io.",
            "x.europe-west3.gke.goog.",
            "gke.goog.",
          ].filter((name) => !addressesOf(json, name).some((ip) => covers(["199.36.153.8/30"], `${ip}/32`))),
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
