import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { EksEndpoint, EksNetworkSpec } from "../../../modules/eks/spec";
import { synthesizeEks } from "../../support/eks";
import type { Synthesized } from "../../support/synthesized";

const withNetwork = (network: EksNetworkSpec) => synthesizeEks({ network });

/** Services of AWS that nodes need without egress. */
const endpoints: EksEndpoint[] = ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "sts"];

/** Zone and range of every subnet, by name. */
const subnets = (stack: Synthesized) =>
  Object.fromEntries(
    Object.entries(stack.resources(Subnet)).map(([name, subnet]) => [
      name.replace("network_", ""),
      `${subnet.availability_zone} ${subnet.cidr_block}`,
    ]),
  );

/** Zone of each private route, and the gateway that it leads to. */
const privateRoutes = (stack: Synthesized) =>
  Object.entries(stack.resources(Route))
    .filter(([, route]) => route.nat_gateway_id)
    .map(([name, route]) => {
      const zone = name.match(/^network_private_eu_central_1(.)_internet$/)![1];
      expect(route.route_table_id).toBe(`\${aws_route_table.network_private_eu_central_1${zone}_routes.id}`);
      expect(route.destination_cidr_block).toBe("0.0.0.0/0");
      return `${zone} -> ${route.nat_gateway_id.match(/\{aws_nat_gateway\.(\w+)\.id\}/)[1]}`;
    });

describe("the VPC by default", () => {
  const stack = synthesizeEks();

  test("has DNS support and DNS host names, without which nodes can't register", () => {
    expect(stack.json).toHaveResourceWithProperties(Vpc, {
      cidr_block: "10.0.0.0/16",
      enable_dns_support: true,
      enable_dns_hostnames: true,
    });
  });

  test("has a private, a public and an intra subnet in each of the first three zones of the region", () => {
    expect(subnets(stack)).toEqual({
      private_eu_central_1a: "eu-central-1a 10.0.0.0/19",
      private_eu_central_1b: "eu-central-1b 10.0.32.0/19",
      private_eu_central_1c: "eu-central-1c 10.0.64.0/19",
      public_eu_central_1a: "eu-central-1a 10.0.192.0/22",
      public_eu_central_1b: "eu-central-1b 10.0.196.0/22",
      public_eu_central_1c: "eu-central-1c 10.0.200.0/22",
      intra_eu_central_1a: "eu-central-1a 10.0.224.0/22",
      intra_eu_central_1b: "eu-central-1b 10.0.228.0/22",
      intra_eu_central_1c: "eu-central-1c 10.0.232.0/22",
    });
  });

  test("gives no machine a public address", () => {
    for (const subnet of Object.values(stack.resources(Subnet))) {
      expect(subnet.map_public_ip_on_launch).toBeFalsy();
    }
  });

  test("associates every subnet with one route table, its own tier's", () => {
    const tableOf = Object.fromEntries(
      Object.values(stack.resources(RouteTableAssociation)).map(({ subnet_id, route_table_id }) => [
        subnet_id.match(/network_(\w+)\.id/)[1],
        route_table_id.match(/network_(\w+)_routes\.id/)[1],
      ]),
    );
    expect(tableOf).toEqual({
      private_eu_central_1a: "private_eu_central_1a",
      private_eu_central_1b: "private_eu_central_1b",
      private_eu_central_1c: "private_eu_central_1c",
      public_eu_central_1a: "public",
      public_eu_central_1b: "public",
      public_eu_central_1c: "public",
      intra_eu_central_1a: "intra",
      intra_eu_central_1b: "intra",
      intra_eu_central_1c: "intra",
    });
  });

  test("has no egress from intra subnets", () => {
    const tables = Object.values(stack.resources(Route)).map((route) => route.route_table_id);
    expect(tables).not.toContain("${aws_route_table.network_intra_routes.id}");
  });

  test("has public subnets that reach the internet gateway", () => {
    expect(stack.json).toHaveResourceWithProperties(Route, {
      route_table_id: "${aws_route_table.network_public_routes.id}",
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: "${aws_internet_gateway.network_internet_gateway.id}",
    });
  });

  test("has an emptied default security group", () => {
    const { vpc_id, ingress, egress } = stack.resource(DefaultSecurityGroup);
    expect({ vpc_id, ingress, egress }).toEqual({ vpc_id: "${aws_vpc.network_vpc.id}" });
  });

  test("tags subnets for load balancers and for node discovery, by tier", () => {
    const tags = (tier: string) => stack.resource(Subnet, `network_${tier}_eu_central_1a`).tags;
    expect(tags("public")).toEqual({ Name: "shop-public-eu-central-1a", "kubernetes.io/role/elb": "1" });
    expect(tags("private")).toEqual({
      Name: "shop-private-eu-central-1a",
      "kubernetes.io/role/internal-elb": "1",
      "karpenter.sh/discovery": "shop",
    });
    expect(tags("intra")).toEqual({ Name: "shop-intra-eu-central-1a" });
  });

  test("reaches S3 through a gateway endpoint, from private and intra subnets", () => {
    const { route_table_ids, ...endpoint } = stack.resource(VpcEndpoint);
    expect(endpoint).toMatchObject({
      service_name: "com.amazonaws.eu-central-1.s3",
      vpc_endpoint_type: "Gateway",
    });
    expect(route_table_ids).toEqual([
      "${aws_route_table.network_private_eu_central_1a_routes.id}",
      "${aws_route_table.network_private_eu_central_1b_routes.id}",
      "${aws_route_table.network_private_eu_central_1c_routes.id}",
      "${aws_route_table.network_intra_routes.id}",
    ]);
  });
});

describe("zones", () => {
  const two = subnets(withNetwork({ zones: 2 }));

  test("by number are the first ones of the region", () => {
    expect(Object.keys(two)).toHaveLength(6);
    expect(two).toMatchObject({ private_eu_central_1a: expect.anything() });
    expect(two).toMatchObject({ private_eu_central_1b: expect.anything() });
  });

  test("by number skip letters that many accounts of the region lack", () => {
    const tokyo = subnets(synthesizeEks({ region: "ap-northeast-1", network: { zones: 2 } }));
    expect(tokyo).toMatchObject({
      private_ap_northeast_1a: "ap-northeast-1a 10.0.0.0/19",
      private_ap_northeast_1c: "ap-northeast-1c 10.0.64.0/19",
    });
  });

  test("by name are the named ones", () => {
    const named = subnets(withNetwork({ zones: ["eu-central-1c", "eu-central-1a"] }));
    expect(
      Object.keys(named)
        .filter((name) => name.startsWith("private"))
        .sort(),
    ).toEqual(["private_eu_central_1a", "private_eu_central_1c"]);
  });

  test("that are added move no subnet: not its address, its zone nor its range", () => {
    expect(subnets(withNetwork({ zones: 3 }))).toMatchObject(two);
    const inFront = subnets(withNetwork({ zones: ["eu-central-1c", "eu-central-1b", "eu-central-1a"] }));
    expect(inFront).toMatchObject(two);
  });

  test("divide each range of a VPC", () => {
    expect(subnets(withNetwork({ cidr: "172.16.4.0/22", zones: 2 }))).toEqual({
      private_eu_central_1a: "eu-central-1a 172.16.4.0/25",
      private_eu_central_1b: "eu-central-1b 172.16.4.128/25",
      public_eu_central_1a: "eu-central-1a 172.16.7.0/28",
      public_eu_central_1b: "eu-central-1b 172.16.7.16/28",
      intra_eu_central_1a: "eu-central-1a 172.16.7.128/28",
      intra_eu_central_1b: "eu-central-1b 172.16.7.144/28",
    });
  });
});

describe.each([
  { nat: "none", gateways: [], targets: [] },
  {
    nat: "single",
    gateways: ["eu_central_1a"],
    targets: ["a -> network_nat_gateway_eu_central_1a", "b -> network_nat_gateway_eu_central_1a"],
  },
  {
    nat: "per-zone",
    gateways: ["eu_central_1a", "eu_central_1b"],
    targets: ["a -> network_nat_gateway_eu_central_1a", "b -> network_nat_gateway_eu_central_1b"],
  },
] as const)("NAT $nat over two zones", ({ nat, gateways, targets }) => {
  const stack = withNetwork({ zones: 2, nat, endpoints: nat === "none" ? endpoints : [] });

  test("has a gateway and an address for each of its zones, in the public subnet there", () => {
    expect(stack.resources(NatGateway)).toEqual(
      Object.fromEntries(
        gateways.map((zone) => [
          `network_nat_gateway_${zone}`,
          expect.objectContaining({
            allocation_id: `\${aws_eip.network_nat_address_${zone}.id}`,
            subnet_id: `\${aws_subnet.network_public_${zone}.id}`,
          }),
        ]),
      ),
    );
    expect(Object.keys(stack.resources(Eip))).toEqual(gateways.map((zone) => `network_nat_address_${zone}`));
  });

  test("routes each private subnet through its gateway", () => {
    expect(privateRoutes(stack)).toEqual(targets);
  });
});

describe("NAT regional", () => {
  const stack = withNetwork({ zones: 2, nat: "regional" });

  test("is one gateway of the VPC with its own addresses", () => {
    const gateway = stack.resource(NatGateway, "network_nat_gateway");
    expect(gateway).toMatchObject({
      availability_mode: "regional",
      vpc_id: "${aws_vpc.network_vpc.id}",
      depends_on: ["aws_internet_gateway.network_internet_gateway"],
    });
    expect(gateway.subnet_id).toBeUndefined();
    expect(Object.keys(stack.resources(NatGateway))).toHaveLength(1);
    expect(stack.resources(Eip)).toEqual({});
  });

  test("takes the traffic of all private subnets", () => {
    expect(privateRoutes(stack)).toEqual(["a -> network_nat_gateway", "b -> network_nat_gateway"]);
  });
});
