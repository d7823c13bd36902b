import type { EksClusterProps } from "../../eks/spec";
import { zoneNames } from "../../eks/zones";
import type { Picture } from "../model";
import { groupLines, ids, PictureBuilder } from "../picture";
import type { ExplainedCluster } from "../platform";
import { blocks, type Resource, type Stack, texts } from "../stack";

const tiers = ["public", "private", "intra", "pods"] as const;
type Tier = (typeof tiers)[number];

const titles: Readonly<Record<Tier, string>> = {
  public: "public subnet",
  private: "node subnet",
  intra: "control plane",
  pods: "pod subnet",
};

/** The address of a subnet states its tier. */
const tierOf = ({ name }: Resource): Tier | undefined =>
  tiers.find((tier) => name.startsWith(`network_${tier}_`));

export function eksPicture(cluster: EksClusterProps & ExplainedCluster, stack: Stack): Picture {
  const picture = new PictureBuilder();
  const zones = zoneNames(cluster) ?? [];
  const [vpc] = stack.ofType("aws_vpc");
  const [controlPlane] = stack.ofType("aws_eks_cluster");
  const access = blocks(controlPlane?.config.vpc_config)[0] ?? {};
  const ranges = texts(access.public_access_cidrs);

  picture.add({
    id: ids.person,
    kind: "person",
    title: "People and pipelines",
    lines: ["kubectl, Helm, CI"],
  });
  picture.add({
    id: ids.internet,
    kind: "internet",
    title: "Internet",
    lines: ["registries, AWS APIs, users"],
  });
  picture.add({ id: ids.region, kind: "region", title: `Region ${cluster.region}` });
  picture.add({
    id: ids.controlPlane,
    kind: "control-plane",
    parent: ids.region,
    title: "EKS control plane",
    lines: [
      `Kubernetes ${cluster.kubernetesVersion}`,
      "API servers and etcd, run by AWS",
      access.endpoint_public_access === true
        ? `public: ${ranges.join(", ") || "0.0.0.0/0"}`
        : "no public address",
      access.endpoint_private_access === false ? "no private address" : "private address in the VPC",
    ],
  });
  picture.add({
    id: ids.network,
    kind: "network",
    parent: ids.region,
    title: vpc
      ? `VPC ${String(vpc.config.cidr_block)}`
      : `Existing VPC ${String(cluster.network?.existing?.vpcId)}`,
  });
  picture.connect(
    "person-to-api",
    ids.person,
    ids.controlPlane,
    access.endpoint_public_access === true ? "443 from allowed ranges" : "443 through the VPC",
  );

  const nodeSubnets = addSubnets(picture, cluster, stack, zones);
  for (const [zone, subnet] of nodeSubnets) {
    // The private address of the API server is that of interfaces in the subnets of the control plane.
    const isPrivate = access.endpoint_private_access !== false && picture.has(`intra-${zone}`);
    if (isPrivate) {
      picture.connect("node-to-api", subnet, `intra-${zone}`, "443");
      picture.connect("node-to-api", `intra-${zone}`, ids.controlPlane, "443");
    } else picture.connect("node-to-api", subnet, ids.controlPlane, "443");
    const nat = natSubnet(stack, zone);
    picture.connect("pod-to-internet", subnet, nat, "through the NAT gateway");
    picture.connect("pod-to-internet", nat, ids.internet, "through the internet gateway");
    const balancers = `public-${zone}`;
    picture.connect("internet-to-service", ids.internet, balancers, "to load balancers");
    picture.connect("internet-to-service", balancers, subnet, "to pods");
  }
  addStores(picture, stack, [...nodeSubnets.values()]);
  return picture.picture;
}

/** Adds the subnets by zone. Returns the one of the nodes of each zone. */
function addSubnets(
  picture: PictureBuilder,
  cluster: EksClusterProps & ExplainedCluster,
  stack: Stack,
  zones: readonly string[],
): Map<string, string> {
  const groups = groupLines(cluster, zones);
  const nodes = new Map<string, string>();
  const subnets = stack.ofType("aws_subnet");
  for (const zone of zones) {
    const parent = picture.add({
      id: `zone-${zone}`,
      kind: "zone",
      parent: ids.network,
      title: `Zone ${zone}`,
    });
    for (const tier of tiers) {
      const subnet = subnets.find((one) => one.config.availability_zone === zone && tierOf(one) === tier);
      if (!subnet) continue;
      const id = picture.add({
        id: `${tier}-${zone}`,
        kind: "subnet",
        parent,
        title: titles[tier],
        lines: [
          String(subnet.config.cidr_block ?? "IPv6"),
          ...linesOf(tier, subnet, stack, groups.get(zone) ?? []),
        ],
      });
      if (tier === "private") nodes.set(zone, id);
    }
    const existing = cluster.network?.existing?.nodeSubnets ?? [];
    for (const { id: subnetId, zone: own, cidr } of existing) {
      if (own !== zone) continue;
      const id = picture.add({
        id: `private-${zone}`,
        kind: "subnet",
        parent,
        title: "node subnet",
        lines: [String(cidr ?? subnetId), ...(groups.get(zone) ?? [])],
      });
      nodes.set(zone, id);
    }
  }
  return nodes;
}

function linesOf(tier: Tier, subnet: Resource, stack: Stack, groups: readonly string[]): string[] {
  const isIn = (value: unknown) => texts(value).some((one) => one.includes(`${subnet.address}.`));
  switch (tier) {
    case "public":
      return [
        ...stack
          .ofType("aws_nat_gateway")
          .flatMap(({ config }) => (isIn(config.subnet_id) ? ["NAT gateway"] : [])),
        "load balancers",
      ];
    case "private": {
      const fargate = stack
        .ofType("aws_eks_fargate_profile")
        .flatMap(({ config }) =>
          isIn(config.subnet_ids)
            ? [`Fargate: ${String(config.fargate_profile_name).replace(/-[0-9a-f]{8}$/, "")}`]
            : [],
        );
      return [
        ...groups,
        ...fargate,
        ...(groups.length + fargate.length === 0 ? ["nodes that the autoscaler adds"] : []),
      ];
    }
    case "intra": {
      const endpoints = stack
        .ofType("aws_vpc_endpoint")
        .filter(({ config }) => isIn(config.subnet_ids)).length;
      return ["private address", ...(endpoints > 0 ? [`${endpoints} interface endpoints`] : [])];
    }
    case "pods":
      return ["addresses of pods"];
  }
}

/** The public subnet with the gateway of a zone. */
function natSubnet(stack: Stack, zone: string): string | undefined {
  const gateways = stack.ofType("aws_nat_gateway").flatMap(({ config }) => {
    const subnet = stack.referred(config.subnet_id, "aws_subnet");
    return subnet ? [String(subnet.config.availability_zone)] : [];
  });
  const of = gateways.includes(zone) ? zone : gateways[0];
  if (of !== undefined) return `public-${of}`;
  return stack.ofType("aws_nat_gateway").length > 0 ? `public-${zone}` : undefined;
}

function addStores(picture: PictureBuilder, stack: Stack, nodes: readonly string[]): void {
  const has = (addOn: string) =>
    stack.ofType("aws_eks_addon").some(({ config }) => config.addon_name === addOn);
  const stores: [id: string, title: string, lines: string[], exists: boolean][] = [
    ["ebs", "EBS volumes", ["in the zone of the node"], has("aws-ebs-csi-driver")],
    ["efs", "EFS file system", ["in all zones"], stack.ofType("aws_efs_file_system").length > 0],
    ["fsx", "FSx for Lustre", ["in one zone"], stack.ofType("aws_fsx_lustre_file_system").length > 0],
    ["s3", "S3 buckets", [], has("aws-mountpoint-s3-csi-driver")],
  ];
  for (const [id, title, lines, exists] of stores) {
    if (!exists) continue;
    picture.add({ id, kind: "store", parent: ids.region, title, lines });
    for (const subnet of nodes) picture.connect("pod-to-storage", subnet, id, title);
  }
}
