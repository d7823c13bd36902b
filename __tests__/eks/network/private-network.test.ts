import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { Route } from "@cdktf/provider-aws/lib/route";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { synthesizeEks } from "../../support/eks";
import type { Synthesized } from "../../support/synthesized";

/** Services of the interface endpoints, by their short names. */
const services = (stack: Synthesized) =>
  Object.values(stack.resources(VpcEndpoint))
    .filter((endpoint) => endpoint.vpc_endpoint_type === "Interface")
    .map(({ service_name }) => service_name.replace("com.amazonaws.eu-central-1.", ""))
    .sort();

const workers = { name: "workers", machineTypes: ["m7i.large"] };

describe("a private network", () => {
  const stack = synthesizeEks({ network: { private: true } });

  test("has no gateway, no public subnet and no route out", () => {
    const types = Object.keys(stack.terraform.resource);
    const gateways = [
      "aws_internet_gateway",
      "aws_nat_gateway",
      "aws_eip",
      "aws_egress_only_internet_gateway",
    ];
    expect(types.filter((type) => gateways.includes(type))).toEqual([]);
    expect(stack.resources(Route)).toEqual({});
    expect(Object.keys(stack.resources(Subnet)).filter((name) => name.includes("public"))).toEqual([]);
  });

  test("has endpoints for all services of nodes and core add-ons, and S3", () => {
    expect(services(stack)).toEqual([
      "ec2",
      "ecr.api",
      "ecr.dkr",
      "eks",
      "eks-auth",
      "elasticloadbalancing",
      "sts",
    ]);
    expect(stack.resource(VpcEndpoint, "network_endpoint_s3").vpc_endpoint_type).toBe("Gateway");
  });

  test("has an API server with a private endpoint only", () => {
    expect(stack.resource(EksCluster).vpc_config).toMatchObject({
      endpoint_private_access: true,
      endpoint_public_access: false,
    });
  });

  test("has nodes that wait for their endpoints", () => {
    for (const name of Object.keys(stack.resources(VpcEndpoint))) {
      for (const group of Object.keys(stack.resources(EksNodeGroup))) {
        expect(stack.graph.isOrdered(`aws_vpc_endpoint.${name}`, `aws_eks_node_group.${group}`)).toBe(true);
      }
    }
  });
});

test("the endpoint of the autoscaler exists with a size range, and named endpoints are added once", () => {
  const ranged = { nodeGroups: [{ ...workers, size: { min: 1, max: 3 } }] };
  const network = { private: true, endpoints: ["logs", "ec2"] } as const;
  expect(services(synthesizeEks({ network, ...ranged }))).toEqual([
    "autoscaling",
    "ec2",
    "ecr.api",
    "ecr.dkr",
    "eks",
    "eks-auth",
    "elasticloadbalancing",
    "logs",
    "sts",
  ]);
  expect(services(synthesizeEks({ network, ...ranged, autoscaling: "none" }))).not.toContain("autoscaling");
});

test("a network with NAT has only the named endpoints", () => {
  expect(services(synthesizeEks({ network: { endpoints: ["ecr.api"] } }))).toEqual(["ecr.api"]);
});
