import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { EksClusterProps } from "../../../modules/eks/spec";
import { minimal, synthesizeEks } from "../../support/eks";

const cluster = (props: Partial<EksClusterProps>) => synthesizeEks(props).resource(AwsEksCluster);
const { admins } = minimal.access;

describe("the control plane by default", () => {
  const stack = synthesizeEks();

  test("has the version, under standard support", () => {
    expect(stack.json).toHaveResourceWithProperties(AwsEksCluster, {
      name: "shop",
      version: "1.35",
      upgrade_policy: { support_type: "STANDARD" },
    });
  });

  test("has its interfaces in the intra subnets", () => {
    expect(stack.resource(AwsEksCluster).vpc_config.subnet_ids).toEqual([
      "${aws_subnet.network_intra_eu_central_1a.id}",
      "${aws_subnet.network_intra_eu_central_1b.id}",
      "${aws_subnet.network_intra_eu_central_1c.id}",
    ]);
  });

  test("uses access entries only, without permissions of the creator", () => {
    expect(stack.json).toHaveResourceWithProperties(AwsEksCluster, {
      access_config: { authentication_mode: "API", bootstrap_cluster_creator_admin_permissions: false },
    });
  });

  test("has no default add-ons of EKS", () => {
    expect(stack.resource(AwsEksCluster).bootstrap_self_managed_addons).toBe(false);
  });

  test("is not replaced if an imported one was created with other flags", () => {
    expect(stack.resource(AwsEksCluster).lifecycle.ignore_changes).toEqual(
      expect.arrayContaining([
        "bootstrap_self_managed_addons",
        "access_config[0].bootstrap_cluster_creator_admin_permissions",
      ]),
    );
  });

  test("reports in the plan that zones cannot be removed", () => {
    const [{ condition }] = stack.resource(AwsEksCluster).lifecycle.postcondition;
    expect(condition).toMatch(
      /^\$\{\(length\(setsubtract\(self\.vpc_config\.0\.subnet_ids, \[.*\]\)\) < 1\)\}$/,
    );
    expect(condition.match(/aws_subnet\.network_intra_/g)).toHaveLength(3);
  });

  test("stays in its zones when the network gets another: EKS refuses to move it", () => {
    expect(stack.resource(AwsEksCluster).lifecycle.ignore_changes).toContain("vpc_config[0].subnet_ids");
  });

  test("allows AWS to move traffic away from an impaired zone", () => {
    expect(stack.resource(AwsEksCluster).zonal_shift_config).toEqual({ enabled: true });
  });

  test("leaves the range of services to EKS", () => {
    expect(stack.resource(AwsEksCluster).kubernetes_network_config).toEqual({ ip_family: "ipv4" });
  });

  test("logs to a separate group, created before it, with a retention of 90 days", () => {
    expect(stack.resource(AwsEksCluster).enabled_cluster_log_types).toEqual([
      "api",
      "audit",
      "authenticator",
    ]);
    expect(stack.resource(CloudwatchLogGroup, "control_plane_log_group")).toMatchObject({
      name: "/aws/eks/shop/cluster",
      retention_in_days: 90,
    });
    expect(
      stack.graph.isOrdered(
        "aws_cloudwatch_log_group.control_plane_log_group",
        "aws_eks_cluster.control_plane",
      ),
    ).toBe(true);
  });

  test("has a role that only EKS can assume, with its permissions before the cluster", () => {
    const { assume_role_policy } = stack.resource(IamRole, "control_plane_role");
    expect(JSON.parse(assume_role_policy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: {
            StringEquals: { "aws:SourceAccount": ["${local.control_plane_account}"] },
            ArnEquals: {
              "aws:SourceArn": ["arn:aws:eks:eu-central-1:${local.control_plane_account}:cluster/shop"],
            },
          },
        },
      ],
    });
    expect(stack.resource(IamRolePolicyAttachment, "control_plane_role_cluster_policy")).toMatchObject({
      role: "${aws_iam_role.control_plane_role.id}",
      policy_arn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
    });
    for (const right of [
      "aws_iam_role_policy_attachment.control_plane_role_cluster_policy",
      "aws_iam_role_policy.control_plane_role_secrets_key_policy",
    ]) {
      expect(stack.graph.isOrdered(right, "aws_eks_cluster.control_plane")).toBe(true);
    }
  });
});

describe("other settings", () => {
  const changed = cluster({
    kubernetesVersion: "1.36",
    upgrades: { support: "extended", force: true },
    network: { serviceCidr: "172.20.0.0/16" },
    observability: { logTypes: ["audit", "scheduler"], retentionDays: 365 },
    eks: { authenticationMode: "API_AND_CONFIG_MAP", zonalShift: false },
  });

  test.each([
    ["the version", { version: "1.36" }],
    ["extended support", { upgrade_policy: { support_type: "EXTENDED" } }],
    ["upgrades in spite of insights", { force_update_version: true }],
    ["the range of services", { kubernetes_network_config: { service_ipv4_cidr: "172.20.0.0/16" } }],
    ["the types of logs", { enabled_cluster_log_types: ["audit", "scheduler"] }],
    [
      "the old config map in addition to access entries",
      {
        access_config: {
          authentication_mode: "API_AND_CONFIG_MAP",
          bootstrap_cluster_creator_admin_permissions: false,
        },
      },
    ],
    ["no zonal shift", { zonal_shift_config: { enabled: false } }],
  ])("%s", (_, expected) => {
    expect(changed).toMatchObject(expected);
  });

  test("how long logs are kept", () => {
    const stack = synthesizeEks({ observability: { retentionDays: 365 } });
    const days = Object.values(stack.resources(CloudwatchLogGroup)).map((group) => group.retention_in_days);
    expect(days).toEqual([365, 365]);
  });
});

describe("the API server answers", () => {
  const office = ["198.51.100.0/24", "203.0.113.0/24"];

  test.each([
    {
      where: "inside the network alone",
      access: { admins },
      endpoint: { private: true, public: false, from: undefined },
    },
    {
      where: "inside, and outside for some ranges",
      access: { admins, publicFrom: office },
      endpoint: { private: true, public: true, from: office },
    },
    {
      where: "outside alone, for all",
      access: { admins, private: false, publicFrom: ["0.0.0.0/0"] },
      endpoint: { private: false, public: true, from: ["0.0.0.0/0"] },
    },
  ])("$where", ({ access, endpoint }) => {
    const { vpc_config } = cluster({ access });
    expect(vpc_config.endpoint_private_access).toBe(endpoint.private);
    expect(vpc_config.endpoint_public_access).toBe(endpoint.public);
    expect(vpc_config.public_access_cidrs).toEqual(endpoint.from);
  });

  test("somewhere: neither inside nor outside is refused", () => {
    expect(() => cluster({ access: { admins, private: false } })).toThrow(/access\.private: /);
  });
});

describe("secrets are encrypted with", () => {
  const encrypted = (arn: string) => ({ resources: ["secrets"], provider: { key_arn: arn } });
  const keyPolicy = (stack: ReturnType<typeof synthesizeEks>) =>
    JSON.parse(stack.resource(IamRolePolicy, "control_plane_role_secrets_key_policy").policy);

  test("a new key that rotates", () => {
    const stack = synthesizeEks({ encryption: { deletionWindowDays: 7 } });
    expect(stack.json).toHaveResourceWithProperties(KmsKey, {
      enable_key_rotation: true,
      deletion_window_in_days: 7,
    });
    expect(stack.json).toHaveResourceWithProperties(KmsAlias, {
      name: "alias/eks/shop",
      target_key_id: "${aws_kms_key.control_plane_secrets_key.key_id}",
    });
    expect(stack.resource(AwsEksCluster).encryption_config).toEqual(
      encrypted("${aws_kms_key.control_plane_secrets_key.arn}"),
    );
    expect(keyPolicy(stack).Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
        Resource: ["${aws_kms_key.control_plane_secrets_key.arn}"],
      },
    ]);
  });

  test("an existing key, which the role may use", () => {
    const keyId = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const stack = synthesizeEks({ encryption: { keyId } });
    expect(stack.resources(KmsKey)).toEqual({});
    expect(stack.resource(AwsEksCluster).encryption_config).toEqual(encrypted(keyId));
    expect(keyPolicy(stack).Statement[0].Resource).toEqual([keyId]);
  });

  test("the platform's key, which needs nothing", () => {
    const stack = synthesizeEks({ encryption: { secrets: "platform-key" } });
    expect(stack.resource(AwsEksCluster).encryption_config).toBeUndefined();
    expect(stack.addresses.filter((address) => address.includes("secrets_key"))).toEqual([]);
  });
});

describe("protection is one switch", () => {
  test.each([
    ["on by default", undefined, true],
    ["on", true, true],
    ["off", false, false],
  ])("%s", (_, protection, expected) => {
    const stack = synthesizeEks({ protection });
    const { deletion_protection, lifecycle } = stack.resource(AwsEksCluster);
    expect(deletion_protection).toBe(expected);
    expect(lifecycle.prevent_destroy).toBe(expected);
    expect(stack.resource(KmsKey).lifecycle.prevent_destroy).toBe(expected);
  });
});

test("an existing role is used, and nothing is changed about it", () => {
  const clusterRoleArn = "arn:aws:iam::111122223333:role/eks/Cluster";
  const stack = synthesizeEks({ eks: { clusterRoleArn } });
  expect(stack.resource(AwsEksCluster).role_arn).toBe(clusterRoleArn);
  expect(stack.addresses.filter((address) => address.includes("control_plane_role"))).toEqual([]);
});
