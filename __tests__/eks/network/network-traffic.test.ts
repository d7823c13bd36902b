import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { synthesizeEks } from "../../support/eks";

describe("interface endpoints", () => {
  const stack = synthesizeEks({ network: { cidr: "10.8.0.0/16", zones: 2, endpoints: ["ecr.api", "sts"] } });

  test.each(["ecr.api", "sts"])("%s answers in the intra subnets under the service's own name", (service) => {
    const name = `network_endpoint_${service.replace(".", "_")}`;
    expect(stack.resource(VpcEndpoint, name)).toMatchObject({
      service_name: `com.amazonaws.eu-central-1.${service}`,
      vpc_endpoint_type: "Interface",
      private_dns_enabled: true,
      subnet_ids: [
        "${aws_subnet.network_intra_eu_central_1a.id}",
        "${aws_subnet.network_intra_eu_central_1b.id}",
      ],
      security_group_ids: ["${aws_security_group.network_endpoints.id}"],
    });
  });

  test("there is no other endpoint except that of S3", () => {
    expect(Object.keys(stack.resources(VpcEndpoint)).sort()).toEqual([
      "network_endpoint_ecr_api",
      "network_endpoint_s3",
      "network_endpoint_sts",
    ]);
  });

  test("allow only HTTPS from the VPC", () => {
    const rules = Object.values(stack.resources(VpcSecurityGroupIngressRule)).filter(
      (rule) => rule.security_group_id === "${aws_security_group.network_endpoints.id}",
    );
    expect(rules).toEqual([
      expect.objectContaining({ cidr_ipv4: "10.8.0.0/16", ip_protocol: "tcp", from_port: 443, to_port: 443 }),
    ]);
    const { ingress, egress } = stack.resource(SecurityGroup, "network_endpoints");
    expect([ingress, egress]).toEqual([undefined, undefined]);
  });

  test("are created before the first node", () => {
    for (const endpoint of ["network_endpoint_ecr_api", "network_endpoint_sts"]) {
      expect(
        stack.graph.isOrdered(`aws_vpc_endpoint.${endpoint}`, "aws_eks_node_group.node_groups_workers"),
      ).toBe(true);
    }
  });
});

test("without interface endpoints there is no security group for them", () => {
  const stack = synthesizeEks({ network: { endpoints: [] } });
  expect(Object.keys(stack.resources(SecurityGroup))).toEqual(["node_groups_security_group"]);
});

test("in China the S3 endpoint has the usual name", () => {
  const stack = synthesizeEks({ region: "cn-northwest-1", access: { admins: [] } });
  expect(stack.resource(VpcEndpoint).service_name).toBe("com.amazonaws.cn-northwest-1.s3");
});

describe("flow logs", () => {
  const stack = synthesizeEks({ observability: { retentionDays: 30 } });

  test("record all traffic of the VPC in a log group with a retention", () => {
    expect(stack.resource(FlowLog)).toMatchObject({
      vpc_id: "${aws_vpc.network_vpc.id}",
      traffic_type: "ALL",
      log_destination: "${aws_cloudwatch_log_group.network_flow_log_group.arn}",
      iam_role_arn: "${aws_iam_role.network_flow_log_role.arn}",
    });
    expect(stack.resource(CloudwatchLogGroup, "network_flow_log_group")).toMatchObject({
      name: "/aws/vpc/shop/flow-log",
      retention_in_days: 30,
    });
  });

  test("are written by a role of the flow log service, which may write there only", () => {
    const { assume_role_policy } = stack.resource(IamRole, "network_flow_log_role");
    expect(JSON.parse(assume_role_policy).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: ["sts:AssumeRole"],
        Condition: {
          StringEquals: { "aws:SourceAccount": ["${local.network_flow_log_account}"] },
          ArnLike: {
            "aws:SourceArn": ["arn:aws:ec2:eu-central-1:${local.network_flow_log_account}:vpc-flow-log/*"],
          },
        },
      },
    ]);
    const { role, policy } = stack.resource(IamRolePolicy, "network_flow_log_policy");
    expect(role).toBe("${aws_iam_role.network_flow_log_role.id}");
    expect(JSON.parse(policy).Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
        Resource: ["${aws_cloudwatch_log_group.network_flow_log_group.arn}:*"],
      },
      { Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: ["*"] },
    ]);
  });

  test("start after the role has its policy", () => {
    expect(
      stack.graph.isOrdered("aws_iam_role_policy.network_flow_log_policy", "aws_flow_log.network_flow_log"),
    ).toBe(true);
  });

  test("can be disabled, with all their resources", () => {
    const { addresses } = synthesizeEks({ network: { flowLogs: false } });
    expect(addresses.filter((address) => address.includes("flow_log"))).toEqual([]);
  });
});
