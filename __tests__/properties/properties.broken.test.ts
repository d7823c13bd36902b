import type { PlatformClusterSpec } from "../../modules/environment/types";
import { type Arguments, Synthesized } from "../support/synthesized";
import { problemsOf, checkAll, build } from "./check";
import { eksClusters } from "./eks";
import { type Built, properties } from "./properties";

/** A cluster of each platform with two zones, and one on AKS with two address families, which uses other arguments for ranges. */
const common = { name: "shop", kubernetesVersion: "1.34" };
const access = { admins: [], publicFrom: ["203.0.113.0/24"] };
const size = { min: 2, max: 4 };
const clusters = {
  eks: {
    ...common,
    platform: "eks",
    region: "eu-central-1",
    network: { cidr: "10.0.0.0/16", zones: 2, ipFamily: "ipv6" },
    access,
    nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size }],
  },
  aks: {
    ...common,
    platform: "aks",
    region: "westeurope",
    network: { cidr: "10.0.0.0/16", zones: 2, nat: "per-zone" },
    access,
    nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4s_v5"], size, spread: "per-zone" }],
  },
  "aks with two families": {
    ...common,
    platform: "aks",
    region: "westeurope",
    network: { cidr: "10.0.0.0/16", zones: 2, dualStack: true, egress: { type: "load-balancer" } },
    access,
    nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4s_v5"], size }],
  },
  gke: {
    ...common,
    platform: "gke",
    region: "europe-west3",
    network: { cidr: "10.0.0.0/16", zones: 2 },
    access,
    nodeGroups: [{ name: "workers", machineTypes: ["e2-standard-4"], size }],
  },
} satisfies Record<string, PlatformClusterSpec>;

type Name = keyof typeof clusters;
const built = {} as Record<Name, Built>;

beforeAll(() => {
  for (const name of Object.keys(clusters) as Name[]) built[name] = build(clusters[name]);
});

type Edit = (resource: Arguments) => void;

const subnetA = "network_private_eu_central_1a";
const subnetB = "network_private_eu_central_1b";

/** Edits that break exactly one property. */
const edits: readonly (readonly [Name, string, Edit])[] = [
  [
    "eks",
    "references resolve",
    ({ aws_eks_node_group: groups }) => {
      groups.node_groups_workers.node_role_arn = "${aws_iam_role.gone.arn}";
    },
  ],
  [
    "aks",
    "references resolve",
    ({ azurerm_kubernetes_cluster_node_pool: pools }) => {
      pools.node_groups_workers_zone_2.kubernetes_cluster_id = "${azurerm_kubernetes_cluster.gone.id}";
    },
  ],
  [
    "gke",
    "references resolve",
    ({ google_container_node_pool: pools }) => {
      pools.node_groups_workers.cluster = "${google_container_cluster.gone.id}";
    },
  ],
  [
    "eks",
    "there is no cycle",
    ({ aws_vpc: vpcs }) => {
      vpcs.network_vpc.depends_on = ["aws_eks_node_group.node_groups_workers"];
    },
  ],
  [
    "aks",
    "there is no cycle",
    ({ azurerm_virtual_network: networks }) => {
      networks.network_vnet.depends_on = ["azurerm_kubernetes_cluster.control_plane"];
    },
  ],
  [
    "gke",
    "there is no cycle",
    ({ google_compute_network: networks }) => {
      networks.network_vpc.depends_on = ["google_container_node_pool.node_groups_workers"];
    },
  ],
  [
    "eks",
    "totals of nodes are what was asked",
    ({ aws_eks_node_group: groups }) => {
      groups.node_groups_workers.scaling_config.max_size = 5;
    },
  ],
  [
    "aks",
    "totals of nodes are what was asked",
    ({ azurerm_kubernetes_cluster: all }) => {
      all.control_plane.default_node_pool.max_count = 3;
    },
  ],
  [
    "gke",
    "totals of nodes are what was asked",
    ({ google_container_node_pool: pools }) => {
      pools.node_groups_workers.autoscaling.total_max_node_count = 5;
    },
  ],
  [
    "eks",
    "there is a subnet for each zone",
    ({ aws_subnet: subnets }) => {
      subnets[subnetB].availability_zone = subnets[subnetA].availability_zone;
    },
  ],
  [
    "aks",
    "there is a subnet for each zone",
    ({ azurerm_nat_gateway: gateways }) => {
      gateways.network_nat_2.zones = ["1"];
    },
  ],
  [
    "gke",
    "there is a subnet for each zone",
    ({ google_compute_subnetwork: subnetworks }) => {
      subnetworks.network_subnetwork.region = "europe-west1";
    },
  ],
  [
    "eks",
    "ranges share no address",
    ({ aws_subnet: subnets }) => {
      subnets[subnetB].cidr_block = subnets[subnetA].cidr_block;
    },
  ],
  [
    "eks",
    "ranges share no address",
    ({ aws_eks_cluster: all }) => {
      all.control_plane.kubernetes_network_config.service_ipv4_cidr = "10.0.0.0/20";
    },
  ],
  [
    "aks",
    "ranges share no address",
    ({ azurerm_subnet: subnets }) => {
      subnets.network_nodes_2.address_prefixes = subnets.network_nodes_1.address_prefixes;
    },
  ],
  [
    "aks",
    "ranges share no address",
    ({ azurerm_subnet: subnets }) => {
      subnets.network_nodes_2.address_prefixes = ["10.1.0.0/19"];
    },
  ],
  [
    "aks",
    "ranges share no address",
    ({ azurerm_kubernetes_cluster: all }) => {
      const { network_profile: profile } = all.control_plane;
      profile.service_cidr = profile.pod_cidr;
    },
  ],
  [
    "aks with two families",
    "ranges share no address",
    ({ azurerm_kubernetes_cluster: all }) => {
      const { network_profile: profile } = all.control_plane;
      profile.service_cidrs[0] = profile.pod_cidrs[0];
    },
  ],
  [
    "aks with two families",
    "ranges share no address",
    ({ azurerm_kubernetes_cluster: all }) => {
      all.control_plane.network_profile.pod_cidrs[0] = "10.0.0.0/16";
    },
  ],
  [
    "gke",
    "ranges share no address",
    ({ google_compute_subnetwork: subnetworks }) => {
      const { network_subnetwork: subnetwork } = subnetworks;
      subnetwork.secondary_ip_range[1].ip_cidr_range = subnetwork.ip_cidr_range;
    },
  ],
  [
    "eks",
    "IPv6 ranges differ",
    ({ aws_subnet: subnets }) => {
      subnets[subnetB].ipv6_cidr_block = subnets[subnetA].ipv6_cidr_block;
    },
  ],
  [
    "eks",
    "names are within limits",
    ({ aws_eks_cluster: all }) => {
      all.control_plane.name = "x".repeat(101);
    },
  ],
  [
    "aks",
    "names are within limits",
    ({ azurerm_kubernetes_cluster: all }) => {
      all.control_plane.name = "x".repeat(64);
    },
  ],
  [
    "aks",
    "names are within limits",
    ({ azurerm_subnet: subnets }) => {
      subnets.network_nodes_2.name = subnets.network_nodes_1.name;
    },
  ],
  [
    "gke",
    "names are within limits",
    ({ google_container_cluster: all }) => {
      all.control_plane.name = "x".repeat(41);
    },
  ],
  [
    "gke",
    "names are within limits",
    ({ google_service_account: accounts }) => {
      accounts.node_groups_service_account.account_id = "Shop";
    },
  ],
  [
    "eks",
    "nothing is created twice",
    ({ aws_iam_role_policy_attachment: all }) => {
      const [one] = Object.values(all as Arguments);
      all.twice = one;
    },
  ],
  [
    "aks",
    "nothing is created twice",
    ({ azurerm_role_assignment: all }) => {
      const [one] = Object.values(all as Arguments) as Arguments[];
      all.twice = { ...one, scope: String(one.scope).toUpperCase() };
    },
  ],
  [
    "gke",
    "nothing is created twice",
    ({ google_project_iam_member: all }) => {
      const [one] = Object.values(all as Arguments);
      all.twice = { ...(one as Arguments), depends_on: [] };
    },
  ],
];

test("an unchanged stack breaks no property", () => {
  expect(Object.values(built).flatMap((one) => problemsOf(one))).toEqual([]);
});

test.each(edits)("on %s, the edit breaks only: %s", (platform, property, edit) => {
  expect(problemsOf(edited(built[platform], edit)).map(([name]) => name)).toEqual([property]);
});

test("the JSON of a second synthesis is compared", () => {
  const { again, ...first } = built.eks;
  expect(problemsOf({ ...first, again: again!.replace("10.0.0.0/16", "10.1.0.0/16") })).toEqual([
    ["a second synthesis gives the same bytes", expect.stringContaining("10.1.0.0/16")],
  ]);
});

test("each property has an edit that breaks it", () => {
  const broken = new Set(edits.map(([, property]) => property));
  const others = Object.keys(properties).filter((name) => !broken.has(name));
  expect(others).toEqual(["a second synthesis gives the same bytes"]);
});

test("a run that exceeds the time limit fails", () => {
  const settings = { runs: 3, seed: 1, path: undefined, share: 1 };
  expect(() => checkAll("eks", eksClusters, settings, 0)).toThrow("interrupted after 0 of 3 clusters");
});

/** The cluster after an edit, which a second synthesis would repeat. */
function edited({ spec, stack }: Built, edit: Edit): Built {
  const terraform = structuredClone(stack.terraform);
  edit(terraform.resource);
  const json = JSON.stringify(terraform, undefined, 2);
  const other = Object.assign(Object.create(Synthesized.prototype) as Synthesized, { json, terraform });
  return { spec, stack: other, again: json };
}
