import { isKnown } from "../../cluster/rules/rule";
import { planOf } from "../../gke/capacity/plan";
import { facts } from "../../gke/facts";
import { defaults } from "../../gke/fields.generated";
import type { AnyGkeClusterProps } from "../../gke/spec";
import { kubernetesVersion } from "../../gke/versions";
import { zoneNames } from "../../gke/zones";
import type { Access, Opening, Picture, Principal, Responsibilities } from "../model";
import { groupLines, ids, PictureBuilder } from "../picture";
import type { ExplainedCluster, PlatformFacts } from "../platform";
import { blocks, type Config, type Stack, texts } from "../stack";
import { gkeResources } from "./resources";

type GkeCluster = AnyGkeClusterProps & ExplainedCluster;

const documentation = "https://cloud.google.com/kubernetes-engine/docs";

export const gkeFacts: PlatformFacts<GkeCluster> = {
  service: "Google Kubernetes Engine",
  resources: gkeResources,
  zonesOf: (cluster) => zoneNames(cluster) ?? [],
  planOf,
  diskOf: (_, group) =>
    typeof group.disk?.sizeGiB === "number" ? group.disk.sizeGiB : defaults["nodeGroups[].disk.sizeGiB"],
  apiReach: (_, stack) => {
    const openings = apiOpenings(stack);
    return openings.length === 0 ? "from nodes only" : `from ${openings.map(({ from }) => from).join(", ")}`;
  },
  pictureOf,
  accessOf: (_, stack) => accessOf(stack),
  responsibilitiesOf,
  supportOf(minor) {
    const row = kubernetesVersion(minor);
    return {
      minor,
      standardUntil: row?.standardSupportUntil,
      lateUntil: row?.extendedSupportUntil,
      lateName: "extended support",
    };
  },
  facts: [
    { name: "Kubernetes versions", ...facts.kubernetesVersions },
    { name: "provider", ...facts.provider },
    { name: "machine families", ...facts.machineFamilies },
  ],
  remains: [
    {
      text: "Network endpoint groups, load balancers and firewall rules of Services and Gateways: delete these objects before the destroy, because they keep the network in use.",
      source: `${documentation}/how-to/deleting-a-cluster`,
    },
    {
      text: "Persistent Disks and snapshots of persistent volumes whose reclaim policy is Retain.",
      source: `${documentation}/concepts/persistent-volumes`,
    },
  ],
};

const clusterOf = (stack: Stack): Config => stack.ofType("google_container_cluster")[0]?.config ?? {};

function apiOpenings(stack: Stack): Opening[] {
  const [cluster] = stack.ofType("google_container_cluster");
  if (!cluster) return [];
  const [endpoints = {}] = blocks(cluster.config.control_plane_endpoints_config);
  const [ip = {}] = blocks(endpoints.ip_endpoints_config);
  const [dns = {}] = blocks(endpoints.dns_endpoint_config);
  const [networks] = blocks(cluster.config.master_authorized_networks_config);
  const isPrivate = blocks(cluster.config.private_cluster_config)[0]?.enable_private_endpoint === true;
  const { address } = cluster;
  const opening = (from: string, to: string): Opening => ({ from, to, ports: "TCP 443", address });
  return [
    ...(ip.enabled === false
      ? []
      : networks
        ? blocks(networks.cidr_blocks).map(({ cidr_block }) =>
            opening(String(cidr_block), `API server (${isPrivate ? "private" : "public"} address)`),
          )
        : [opening("everywhere", "API server (public address)")]),
    ...(dns.allow_external_traffic === true
      ? [opening("everywhere with an IAM permission", "API server (DNS endpoint)")]
      : []),
  ];
}

function accessOf(stack: Stack): Access {
  const rules = stack.ofType("google_compute_firewall").flatMap(({ address, config }) =>
    (["allow", "deny"] as const).flatMap((action) =>
      blocks(config[action]).map(({ protocol, ports }): Opening => {
        const isEgress = config.direction === "EGRESS";
        const others = texts(config.source_ranges ?? config.source_tags ?? config.destination_ranges);
        const nodes = texts(config.target_tags).join(", ") || "all machines of the network";
        return {
          from: isEgress ? nodes : others.join(", "),
          to: `${isEgress ? others.join(", ") : nodes}${action === "deny" ? " (denied)" : ""}`,
          ports: `${String(protocol).toUpperCase()} ${texts(ports).join(", ")}`.trim(),
          address,
        };
      }),
    ),
  );
  return { reachability: [...apiOpenings(stack), ...rules], principals: principalsOf(stack) };
}

/** The people and groups of the file have literal names; accounts of the stack are references. */
function principalsOf(stack: Stack): Principal[] {
  return stack.ofType("google_project_iam_member").flatMap(({ address, config }): Principal[] => {
    const [name, role] = [String(config.member), String(config.role)];
    if (name.includes("${") || !role.startsWith("roles/container.")) return [];
    return [{ name, right: role, isAdmin: role === "roles/container.admin", address }];
  });
}

function pictureOf(cluster: GkeCluster, stack: Stack): Picture {
  const picture = new PictureBuilder();
  const zones = zoneNames(cluster) ?? [];
  const config = clusterOf(stack);
  const isAutopilot = config.enable_autopilot === true;
  const [subnet] = stack.ofType("google_compute_subnetwork");
  const openings = apiOpenings(stack);

  picture.add({
    id: ids.person,
    kind: "person",
    title: "People and pipelines",
    lines: ["kubectl, Helm, CI"],
  });
  picture.add({ id: ids.internet, kind: "internet", title: "Internet", lines: ["registries, users"] });
  picture.add({ id: ids.region, kind: "region", title: `Region ${String(cluster.region)}` });
  picture.add({
    id: ids.controlPlane,
    kind: "control-plane",
    parent: ids.region,
    title: "GKE control plane",
    lines: [
      `Kubernetes ${cluster.kubernetesVersion ?? "of the channel"}`,
      "run by Google in its own project",
      ...openings.map(({ from }) => `open to ${from}`),
    ],
  });
  picture.add({
    id: ids.network,
    kind: "network",
    parent: ids.region,
    title: subnet ? `VPC ${String(subnet.config.name)}` : "Existing network",
  });
  const ranges = blocks(subnet?.config.secondary_ip_range).map(
    ({ range_name, ip_cidr_range }) => `${String(range_name)} ${String(ip_cidr_range)}`,
  );
  const parent = picture.add({
    id: "subnet",
    kind: "zone",
    parent: ids.network,
    title: subnet ? `subnet ${String(subnet.config.ip_cidr_range)}` : "existing subnet",
    lines: ranges,
  });
  const groups = groupLines(cluster, zones);
  const nodes = (zones.length > 0 ? zones : [String(cluster.region)]).map((zone) => {
    const lines = isAutopilot ? ["nodes that Autopilot adds"] : (groups.get(zone) ?? []);
    return picture.add({
      id: `nodes-${zone}`,
      kind: "nodes",
      parent,
      title: `zone ${zone}`,
      lines: lines.length > 0 ? lines : ["nodes that the autoscaler adds"],
    });
  });
  const nat =
    stack.ofType("google_compute_router_nat").length > 0
      ? picture.add({
          id: "nat",
          kind: "gateway",
          parent: ids.network,
          title: "Cloud NAT",
          lines: ["regional"],
        })
      : undefined;
  const balancer = picture.add({
    id: "load-balancer",
    kind: "load-balancer",
    parent: ids.region,
    title: "Load balancer",
    lines: ["of Services and Gateways"],
  });
  picture.connect("person-to-api", ids.person, ids.controlPlane, "443");
  picture.connect("internet-to-service", ids.internet, balancer, "to load balancers");
  picture.connect("pod-to-internet", nat, ids.internet, "through Cloud NAT");
  const stores: [id: string, title: string, exists: boolean][] = [
    ["disks", "Persistent Disks", isKnown(cluster.storage) ? cluster.storage?.block !== false : true],
    ["filestore", "Filestore", stack.ofType("google_filestore_instance").length > 0],
    ["buckets", "Cloud Storage", Boolean(cluster.storage?.object)],
  ];
  for (const [id, title, exists] of stores) {
    if (exists) picture.add({ id, kind: "store", parent: ids.region, title });
  }
  for (const box of nodes) {
    picture.connect("node-to-api", box, ids.controlPlane, "443");
    picture.connect("pod-to-internet", box, nat, "egress");
    picture.connect("internet-to-service", balancer, box, "to pods");
    for (const [id, title] of stores) picture.connect("pod-to-storage", box, id, title);
  }
  return picture.picture;
}

function responsibilitiesOf(cluster: GkeCluster, stack: Stack): Responsibilities {
  const config = clusterOf(stack);
  const channel = String(blocks(config.release_channel)[0]?.channel ?? "UNSPECIFIED");
  const isAutopilot = config.enable_autopilot === true;
  const scaling = (cluster.autoscaling ?? defaults["autoscaling"]) as string;
  return {
    cloud: [
      "runs, patches and scales the API servers and etcd",
      ...(channel === "UNSPECIFIED"
        ? []
        : [`upgrades the control plane and nodes (channel ${channel}), in the maintenance window`]),
      isAutopilot ? "creates, secures, upgrades and repairs nodes" : "repairs nodes that are not Ready",
      "keeps the software that GKE installed in the cluster up to date",
    ],
    terraform: [
      "owns the network, identities, IAM grants and node pools",
      ...(cluster.nodeGroups?.some(({ size }) => typeof size === "number")
        ? ["owns the number of nodes of groups with a fixed size"]
        : []),
    ],
    autoscaler: isAutopilot
      ? ["Autopilot owns the number and type of nodes"]
      : scaling === "none"
        ? []
        : [
            "the cluster autoscaler, which GKE runs, owns the number of nodes of groups with a range",
            ...(scaling === "auto-provisioning"
              ? ["node auto-provisioning creates and deletes node pools"]
              : []),
          ],
    you: [
      ...(channel === "UNSPECIFIED"
        ? ["upgrade Kubernetes before the end of support, one minor at a time"]
        : ["raise the minimum version in the file after GKE upgraded it"]),
      "deploy, secure and back up the workloads and their data",
    ],
  };
}
