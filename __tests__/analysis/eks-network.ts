import { neededEndpoints } from "../../modules/eks/network/needed-endpoints";
import { computeOf } from "../../modules/eks/node-groups/compute";
import { programWebhookPorts } from "../../modules/eks/programs";
import type { EksClusterSpec } from "../../modules/eks/spec";
import type { Arguments } from "../support/synthesized";
import type { Flow, Party } from "./aws-flows";
import { endpoint, isPublic, natWorks, routeOf, subnetsOf, tableOf } from "./aws-network";
import { EksFlows } from "./eks-flows";
import { type Elements, reference, textOf } from "./elements";
import { lacking, type Requirement } from "./requirement";

const tcp = (from: number, to = from): Flow => ({ protocol: "tcp", ports: [from, to] });
const udp = (port: number): Flow => ({ protocol: "udp", ports: [port, port] });
const all: Flow = { protocol: "all" };
const groups = "https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html";

type Path = readonly [what: string, from: Party, to: Party, flow: Flow];

/** A row that requires paths between security groups. */
function paths(
  name: string,
  source: string,
  required: (cluster: EksClusterSpec, flows: EksFlows, json: Elements) => readonly Path[],
): Requirement<EksClusterSpec> {
  return {
    name,
    source,
    missing: (cluster, json) => {
      const flows = new EksFlows(json);
      return required(cluster, flows, json)
        .filter(([, from, to, flow]) => !flows.isOpen(from, to, flow))
        .map(([what]) => what);
    },
  };
}

const hasEgress = ({ network = {} }: EksClusterSpec): boolean =>
  !network.existing && network.nat !== "none" && network.private !== true;

/** Whether a security group has a rule of the type that names the group itself, for all protocols. */
const namesItself = (json: Elements, type: string, group: unknown): boolean =>
  json.has(type, { security_group_id: group, referenced_security_group_id: group, ip_protocol: "-1" });

/** Who must reach whom in a network on AWS. */
export const eksNetwork: readonly Requirement<EksClusterSpec>[] = [
  paths("nodes join and are reached", groups, (_, { nodes, controlPlane }) =>
    nodes === undefined
      ? []
      : [
          ["nodes to the API server", nodes, controlPlane, tcp(443)],
          ["the API server to kubelets", controlPlane, nodes, tcp(10250)],
          ["the API server to HTTPS webhooks", controlPlane, nodes, tcp(443)],
          ["nodes to images and AWS", nodes, "0.0.0.0/0", all],
          ["nodes to CoreDNS over TCP", nodes, nodes, tcp(53)],
          ["nodes to CoreDNS over UDP", nodes, nodes, udp(53)],
          ["pods to pods", nodes, nodes, tcp(1025, 65535)],
        ],
  ),
  paths("standard node rules", groups, ({ network }, { nodes, controlPlane }) =>
    nodes === undefined || network?.nodeRules === "restricted"
      ? []
      : [
          ["pods to pods on all ports", nodes, nodes, all],
          ["the API server to webhooks on any port", controlPlane, nodes, tcp(1025, 65535)],
        ],
  ),
  paths("webhooks", groups, (cluster, { nodes, controlPlane }) =>
    nodes === undefined
      ? []
      : [...(cluster.network?.webhookPorts ?? []), ...programWebhookPorts(cluster)].map((port): Path => [
          `port ${port}`,
          controlPlane,
          nodes,
          tcp(port),
        ]),
  ),
  paths("IPv6", "https://docs.aws.amazon.com/eks/latest/userguide/cni-ipv6.html", ({ network }, { nodes }) =>
    nodes === undefined || network?.ipFamily !== "ipv6"
      ? []
      : [["nodes to the internet", nodes, "::/0", all]],
  ),
  paths("clients of the API server", groups, ({ access }, { controlPlane }) =>
    (access.privateFrom ?? []).map((client): Path => [client, client, controlPlane, tcp(443)]),
  ),
  paths(
    "hybrid nodes",
    "https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-networking.html",
    ({ eks }, { controlPlane }) =>
      [...(eks?.remoteNetworks?.nodeCidrs ?? []), ...(eks?.remoteNetworks?.podCidrs ?? [])].map(
        (range): Path => [range, range, controlPlane, tcp(443)],
      ),
  ),
  paths(
    "pods outside node groups",
    "https://docs.aws.amazon.com/eks/latest/userguide/fargate.html",
    (cluster, { nodes, controlPlane }) => {
      const { fargate, autoMode = "off" } = computeOf(cluster);
      const hasPools = autoMode !== "off" && autoMode.length > 0;
      return nodes === undefined || !(fargate || hasPools)
        ? []
        : [
            ["pods on nodes to pods on Fargate or in Auto Mode", nodes, controlPlane, all],
            ["pods on Fargate or in Auto Mode to pods on nodes", controlPlane, nodes, all],
          ];
    },
  ),
  paths(
    "load balancers with a shared group",
    "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/security_groups/",
    (_, flows, json) =>
      json
        .all("aws_security_group")
        .filter(({ name }) => name.startsWith("load_balancing_"))
        .map((group): Path => [
          group.name,
          reference(group, "id"),
          flows.nodes ?? flows.controlPlane,
          tcp(0, 65535),
        ]),
  ),
  paths("EFS", "https://docs.aws.amazon.com/efs/latest/ug/network-access.html", (_, flows, json) =>
    json
      .all("aws_efs_mount_target")
      .map((target): Path => [
        `NFS to ${target.name}`,
        flows.nodes ?? flows.controlPlane,
        flows.groupOf(target, "security_groups"),
        tcp(2049),
      ]),
  ),
  {
    name: "Elastic Fabric Adapters",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-start.html#efa-start-security",
    missing: ({ nodeGroups }, json) => {
      const adapters = json
        .all("aws_launch_template")
        .map(({ name, args }) => {
          const interfaces = (args.network_interfaces ?? []) as Arguments[];
          return { name, efa: interfaces.filter(({ interface_type: type }) => /^efa/.test(textOf(type))) };
        })
        .filter(({ efa }) => efa.length > 0);
      // Their traffic is not IP: only rules that name the group itself allow it.
      const closed = adapters.filter(
        ({ efa }) =>
          !efa.every(({ security_groups: groups }) =>
            (groups as unknown[]).some(
              (group) =>
                namesItself(json, "aws_vpc_security_group_ingress_rule", group) &&
                namesItself(json, "aws_vpc_security_group_egress_rule", group),
            ),
          ),
      );
      return [
        ...closed.map(({ name }) => name),
        ...(nodeGroups.filter(({ efa }) => efa).length > adapters.length ? ["a template with adapters"] : []),
      ];
    },
  },
  paths(
    "FSx for Lustre",
    "https://docs.aws.amazon.com/fsx/latest/LustreGuide/limit-access-security-groups.html",
    (_, flows, json) =>
      json.all("aws_fsx_lustre_file_system").flatMap((system) => {
        const nodes = flows.nodes ?? flows.controlPlane;
        const servers = flows.groupOf(system, "security_group_ids");
        return [tcp(988), tcp(1018, 1023)].flatMap((flow): Path[] => [
          [`nodes to servers, ${flow.ports!.join("-")}`, nodes, servers, flow],
          [`servers to servers, ${flow.ports!.join("-")}`, servers, servers, flow],
          [`servers to nodes, ${flow.ports!.join("-")}`, servers, nodes, flow],
        ]);
      }),
  ),
  paths(
    "interface endpoints",
    "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    (_, flows, json) =>
      json
        .all("aws_vpc_endpoint")
        .filter(({ args }) => args.vpc_endpoint_type === "Interface")
        .flatMap((one) =>
          [...json.args("aws_vpc"), ...json.args("aws_vpc_ipv4_cidr_block_association")].map(
            ({ cidr_block: range }): Path => [
              `${one.name} from ${range}`,
              String(range),
              flows.groupOf(one, "security_group_ids"),
              tcp(443),
            ],
          ),
        ),
  ),
  {
    name: "egress of nodes and pods",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
    missing: (cluster, json) =>
      !hasEgress(cluster)
        ? []
        : [...subnetsOf(json, "private"), ...subnetsOf(json, "pods")].flatMap((subnet) =>
            lacking({
              [`${subnet.name} over IPv4`]: natWorks(
                json,
                json.target(routeOf(json, subnet, "ipv4")?.args.nat_gateway_id, "aws_nat_gateway"),
              ),
              [`${subnet.name} over IPv6`]:
                cluster.network?.ipFamily !== "ipv6" ||
                json.target(
                  routeOf(json, subnet, "ipv6")?.args.egress_only_gateway_id,
                  "aws_egress_only_internet_gateway",
                ) !== undefined,
            }),
          ),
  },
  {
    name: "egress survives the loss of another zone",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
    missing: ({ network }, json) =>
      network?.nat !== "per-zone" && network?.nat !== undefined
        ? []
        : subnetsOf(json, "private").flatMap((subnet) => {
            const nat = json.target(routeOf(json, subnet, "ipv4")?.args.nat_gateway_id, "aws_nat_gateway");
            const zone = nat && json.target(nat.args.subnet_id, "aws_subnet")?.args.availability_zone;
            return nat &&
              zone !== undefined &&
              network?.nat === "per-zone" &&
              zone !== subnet.args.availability_zone
              ? [`${subnet.name} uses the gateway of ${String(zone)}`]
              : [];
          }),
  },
  {
    name: "internet-facing load balancers",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html",
    missing: ({ network }, json) =>
      subnetsOf(json, "public").flatMap((subnet) =>
        lacking({
          [`${subnet.name} reaches the internet`]: isPublic(json, subnet),
          [`${subnet.name} reaches the internet over IPv6`]:
            network?.ipFamily !== "ipv6" || isPublic(json, subnet, "ipv6"),
        }),
      ),
  },
  {
    name: "subnets of the control plane have a table without egress",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html (explicit associations)",
    missing: (_, json) =>
      subnetsOf(json, "intra")
        .filter((subnet) => !tableOf(json, subnet) || routeOf(json, subnet, "ipv4"))
        .map(({ name }) => name),
  },
  {
    name: "image layers come through the endpoint of S3",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
    missing: ({ network }, json) => {
      const s3 = endpoint(json, "s3");
      const tables = textOf(s3?.args.route_table_ids);
      return network?.existing
        ? []
        : [...subnetsOf(json, "private"), ...subnetsOf(json, "pods")]
            .filter((subnet) => !tables.includes(`aws_route_table.${tableOf(json, subnet)?.name}.`))
            .map(({ name }) => name);
    },
  },
  {
    name: "services without egress",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html",
    missing: (cluster, json) => {
      const { network = {} } = cluster;
      if (network.existing) return [];
      const needed = hasEgress(cluster) ? [] : neededEndpoints(cluster).map(([service]) => service);
      return [...new Set([...needed, ...(network.endpoints ?? [])])].filter(
        (service) => endpoint(json, service)?.args.private_dns_enabled !== true,
      );
    },
  },
  {
    name: "file systems are mounted in each zone of nodes",
    source: "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
    missing: ({ network }, json) => {
      if (json.all("aws_efs_file_system").length === 0) return [];
      const mounted = json.args("aws_efs_mount_target").map(({ subnet_id: id }) => textOf(id));
      const zones = network?.existing
        ? [...new Set(network.existing.nodeSubnets.map(({ zone }) => zone))].map((zone) =>
            network.existing!.nodeSubnets.filter((subnet) => subnet.zone === zone).map(({ id }) => id),
          )
        : subnetsOf(json, "private").map((subnet) => [reference(subnet, "id")]);
      return zones.filter((ids) => !ids.some((id) => mounted.includes(id))).map((ids) => ids.join(" or "));
    },
  },
];
