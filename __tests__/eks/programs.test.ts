import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { otherAddOns } from "../../modules/eks/add-ons/other-add-ons";
import { fullName } from "../../modules/eks/identity/service-accounts";
import { programs, programsOf, serviceAccountsOf } from "../../modules/eks/programs";
import type { EksClusterProps, EksClusterSpec } from "../../modules/eks/spec";
import { createStack } from "../../stacks";
import { synthesizeEks } from "../support/eks";
import { shipped } from "../support/shipped";
import { type Arguments, Synthesized } from "../support/synthesized";

type Resources = Readonly<Record<string, Arguments>>;

/** A cluster with every program of the table. */
const everything: Partial<EksClusterProps> = {
  nodeGroups: [{ name: "system", kind: "self-managed", machineTypes: ["m7i.large"], size: 2 }],
  autoscaling: "auto-provisioning",
  storage: {
    file: true,
    lustre: { sizeGiB: 1200 },
    object: { buckets: ["arn:aws:s3:::models"] },
    snapshots: true,
  } as EksClusterProps["storage"],
  loadBalancing: { controller: true },
  dns: { zones: ["Z0123456789ABCDEFGHIJ"] },
  eks: {
    nodeTerminationHandler: true,
    addOns: {
      "aws-efs-csi-driver": { version: "latest" },
      "aws-fsx-csi-driver": { version: "latest" },
      "aws-mountpoint-s3-csi-driver": { version: "latest" },
      "snapshot-controller": { version: "latest" },
      ...Object.fromEntries(Object.keys(otherAddOns).map((name) => [name, { version: "latest" }])),
    },
  },
};

/** The service accounts to which the JSON of a stack gives a role, from associations, add-ons and trust policies. */
function rolesIn({ terraform }: Synthesized): string[] {
  const resource = terraform.resource as Readonly<Record<string, Resources | undefined>>;
  const roles = Object.values(resource.aws_iam_role ?? {});
  return roles.flatMap((role) => {
    const text = JSON.stringify(role.assume_role_policy);
    const byAgent =
      /kubernetes-namespace\\*": ?\[?\\*"([^"\\]+).*?kubernetes-service-account\\*": ?\[?\\*"([^"\\]+)/s.exec(
        text,
      );
    const byToken = /system:serviceaccount:([^:"\\]+):([^"\\]+)/.exec(text);
    const match = byAgent ?? byToken;
    return match ? [`${match[1]}/${match[2]}`] : [];
  });
}

const examples = shipped("examples").clusters.filter(({ cluster }) => cluster.platform === "eks");

describe("the table of programs", () => {
  test.each(examples.map(({ name, cluster, stack }) => [name, cluster as EksClusterSpec, stack] as const))(
    "lists the service accounts to which %s gives a role",
    (_, cluster, stack) => {
      const created = rolesIn(stack);
      const workloads = (cluster.workloadIdentities ?? []).map(fullName);
      const expected = serviceAccountsOf(cluster).map(fullName);
      expect(created.sort()).toEqual([...expected, ...workloads].sort());
    },
  );

  test("has no program that the test of all programs omits", () => {
    const used = programsOf({ nodeGroups: [], ...everything }).map(({ name }) => name);
    const others = programs.filter(({ name }) => !used.includes(name)).map(({ name }) => name);
    expect(others).toEqual(["the Cluster Autoscaler"]);
  });
});

describe("webhooks of programs", () => {
  const ports = (props: Partial<EksClusterProps>) => {
    const { terraform } = synthesizeEks(props);
    const rules = terraform.resource[VpcSecurityGroupIngressRule.tfResourceType] as Resources;
    return Object.keys(rules).filter((name) => name.includes("webhook"));
  };

  test("are open in a restricted network", () => {
    expect(ports({ ...everything, network: { nodeRules: "restricted" } })).toEqual([
      "node_groups_security_group_nodes_from_control_plane_webhook_10251",
      "node_groups_security_group_nodes_from_control_plane_webhook_8443",
      "node_groups_security_group_nodes_from_control_plane_webhook_9443",
    ]);
    expect(
      ports({
        network: { nodeRules: "restricted", webhookPorts: [9443] },
        loadBalancing: { controller: true },
      }),
    ).toHaveLength(1);
  });

  test("have no rule if the network allows them, or the file does not ask for the program", () => {
    expect(ports(everything)).toEqual([]);
    expect(ports({ network: { nodeRules: "restricted" } })).toEqual([]);
  });
});

describe("services of programs", () => {
  test("have endpoints in a private network", () => {
    const reachable = Object.entries(everything.eks!.addOns!).filter(([name]) => name !== "external-dns");
    const addOns = Object.fromEntries(reachable);
    const rest = { ...everything, dns: undefined, eks: { ...everything.eks, addOns } };
    const { terraform } = synthesizeEks({ ...rest, network: { private: true } });
    const endpoints = Object.values(terraform.resource[VpcEndpoint.tfResourceType] as Resources);
    const names = endpoints.map(({ service_name }) => String(service_name).split("eu-central-1.")[1]);
    expect(names).toEqual(
      expect.arrayContaining([
        "elasticfilesystem",
        "fsx",
        "sqs",
        "eks",
        "ssm",
        "autoscaling",
        "elasticloadbalancing",
        "logs",
        "monitoring",
      ]),
    );
  });
});

describe("programs on Fargate", () => {
  const fargate: Partial<EksClusterProps> = {
    nodeGroups: [],
    autoscaling: "auto-provisioning",
    storage: { block: false },
    loadBalancing: { controller: true },
    eks: { fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system" }] }] },
  };

  test("get credentials with a token, and their roles are an output", () => {
    const stack = Synthesized.from((app) =>
      createStack(app, {
        platform: "eks",
        name: "production-shop",
        region: "eu-central-1",
        kubernetesVersion: "1.35",
        access: { admins: [], privateFrom: ["10.8.0.0/16"] },
        ...fargate,
      } as EksClusterSpec),
    );
    const { resource, output } = stack.terraform as {
      resource: Record<string, Resources | undefined>;
      output: Record<string, { value: unknown }>;
    };
    expect(resource.aws_eks_pod_identity_association).toBeUndefined();
    expect(Object.keys(resource.aws_iam_openid_connect_provider ?? {})).toHaveLength(1);
    expect(output.controller_role_arns.value).toEqual({
      "kube-system/karpenter": "${aws_iam_role.autoscaling_karpenter_controller_role.arn}",
      "kube-system/aws-load-balancer-controller": "${aws_iam_role.load_balancing_controller_role.arn}",
    });
    const trust = JSON.stringify(
      resource.aws_iam_role?.autoscaling_karpenter_controller_role.assume_role_policy,
    );
    expect(trust).toContain("sts:AssumeRoleWithWebIdentity");
    expect(trust).toContain("system:serviceaccount:kube-system:karpenter");
  });

  test("keep EKS Pod Identity if a profile selects other pods", () => {
    const { terraform } = synthesizeEks({
      ...fargate,
      nodeGroups: [{ name: "system", machineTypes: ["m7i.large"], size: 2 }],
      eks: { fargateProfiles: [{ name: "apps", selectors: [{ namespace: "apps" }] }] },
    });
    expect(Object.keys(terraform.resource.aws_eks_pod_identity_association ?? {})).toHaveLength(2);
    expect(terraform.resource.aws_iam_openid_connect_provider).toBeUndefined();
  });

  test("give the controller of an add-on a role with a token", () => {
    const { terraform } = synthesizeEks({
      nodeGroups: [{ name: "system", machineTypes: ["m7i.large"], size: 2 }],
      eks: { fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system" }] }] },
    });
    const driver = (terraform.resource.aws_eks_addon as Resources).storage_block;
    expect(driver.service_account_role_arn).toBe("${aws_iam_role.storage_block_role.arn}");
    expect(driver.pod_identity_association).toBeUndefined();
  });
});

describe("access.privateFrom", () => {
  test("opens port 443 of the control plane to ranges and security groups", () => {
    const { terraform } = synthesizeEks({
      access: { admins: [], privateFrom: ["10.8.0.0/16", "sg-0a1b2c3d4e5f67890"] },
    });
    const rules = terraform.resource[VpcSecurityGroupIngressRule.tfResourceType] as Resources;
    const opened = Object.entries(rules).filter(([name]) => name.startsWith("access_private_from_"));
    const https = { ip_protocol: "tcp", from_port: 443, to_port: 443 };
    const group = "${aws_eks_cluster.control_plane.vpc_config[0].cluster_security_group_id}";
    expect(opened).toEqual([
      [
        "access_private_from_10_8_0_0_16",
        expect.objectContaining({ ...https, security_group_id: group, cidr_ipv4: "10.8.0.0/16" }),
      ],
      [
        "access_private_from_sg_0a1b2c3d4e5f67890",
        expect.objectContaining({
          ...https,
          security_group_id: group,
          referenced_security_group_id: "sg-0a1b2c3d4e5f67890",
        }),
      ],
    ]);
  });
});
