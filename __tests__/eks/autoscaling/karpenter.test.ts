import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { interruptionEvents } from "../../../modules/eks/autoscaling/interruption-queue";
import { karpenterStatements } from "../../../modules/eks/autoscaling/karpenter";
import { limits } from "../../../modules/eks/limits";
import { policyDocument } from "../../../modules/aws/policies";
import type { EksClusterProps } from "../../../modules/eks/spec";
import { regionNames } from "../../../modules/aws/regions";
import { synthesizeEks } from "../../support/eks";

const props: Partial<EksClusterProps> = {
  autoscaling: "auto-provisioning",
  nodeGroups: [
    {
      name: "system",
      machineTypes: ["m7i.large"],
      size: 2,
      labels: { "karpenter.sh/controller": "true" },
    },
  ],
};
const stack = synthesizeEks(props);

interface Rights {
  readonly Sid: string;
  readonly Action: string[];
  readonly Resource: string[];
  readonly Condition?: Record<string, Record<string, string[]>>;
}
const rights: Rights[] = JSON.parse(
  stack.resource(IamRolePolicy, "autoscaling_karpenter_controller_role_statements").policy,
).Statement;
const right = (sid: string) => rights.find(({ Sid }) => Sid === sid)!;

describe("Karpenter", () => {
  test("provides auto-provisioning, set or by default", () => {
    const named = synthesizeEks({ ...props, eks: { autoProvisioning: { by: "karpenter" } } });
    expect(named.json).toBe(stack.json);
  });

  test("uses pod identity, with the service account of its chart", () => {
    expect(stack.resource(EksPodIdentityAssociation)).toMatchObject({
      cluster_name: "${aws_eks_cluster.control_plane.id}",
      namespace: "kube-system",
      service_account: "karpenter",
      role_arn: "${aws_iam_role.autoscaling_karpenter_controller_role.arn}",
    });
  });

  test("creates no identity of the Cluster Autoscaler", () => {
    expect(stack.addresses.filter((address) => address.includes("cluster_autoscaler"))).toEqual([]);
  });
});

describe("its permissions", () => {
  test("create and terminate machines of its cluster only", () => {
    const tag = "kubernetes.io/cluster/shop";
    for (const sid of ["AllowScopedEC2InstanceActionsWithTags", "AllowScopedResourceCreationTagging"]) {
      expect(right(sid).Condition!.StringEquals).toMatchObject({
        [`aws:RequestTag/${tag}`]: ["owned"],
        "aws:RequestTag/eks:eks-cluster-name": ["shop"],
      });
    }
    for (const sid of ["AllowScopedDeletion", "AllowScopedResourceTagging"]) {
      expect(right(sid).Condition).toMatchObject({
        StringEquals: { [`aws:ResourceTag/${tag}`]: ["owned"] },
        StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": ["*"] },
      });
    }
  });

  test("pass only the role of its nodes, and only to EC2", () => {
    expect(right("AllowPassingInstanceRole")).toMatchObject({
      Action: ["iam:PassRole"],
      Resource: ["${aws_iam_role.autoscaling_karpenter_node_role.arn}"],
      Condition: { StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com"] } },
    });
    expect(rights.filter(({ Action }) => Action.includes("iam:PassRole"))).toHaveLength(1);
  });

  test("read its queue and its cluster", () => {
    expect(right("AllowInterruptionQueueActions").Resource).toEqual([
      "${aws_sqs_queue.autoscaling_karpenter_queue.arn}",
    ]);
    expect(right("AllowAPIServerEndpointDiscovery").Resource).toEqual([
      "${aws_eks_cluster.control_plane.arn}",
    ]);
  });

  test("of changes are never on `*`", () => {
    const open = rights.filter(({ Resource }) => Resource.includes("*"));
    const changing = open
      .flatMap(({ Action }) => Action)
      .filter((action) => !/^[a-z0-9-]+:(Describe|Get|List)[A-Z]/.test(action));
    expect(changing).toEqual([]);
  });

  test("are in the region, except for global resources", () => {
    for (const resource of rights.flatMap(({ Resource }) => Resource)) {
      expect(resource).toMatch(/^(\*|\$\{.*\}|arn:aws:iam::.*|arn:aws:(ec2|ssm):eu-central-1:.*)$/);
    }
    expect(right("AllowRegionalReadActions").Condition).toEqual({
      StringEquals: { "aws:RequestedRegion": ["eu-central-1"] },
    });
  });

  test("fit into a role in every region, for the longest name of a cluster", () => {
    const clusterName = "c".repeat(100);
    for (const region of regionNames()) {
      const text = policyDocument(
        karpenterStatements({
          clusterName,
          region,
          clusterArn: `arn:aws-us-gov:eks:${region}:111122223333:cluster/${clusterName}`,
          nodeRoleArn: `arn:aws-us-gov:iam::111122223333:role/${"r".repeat(limits.roleName)}`,
          queueArn: `arn:aws-us-gov:sqs:${region}:111122223333:${"q".repeat(limits.queueName)}`,
        }),
      );
      expect(text.length).toBeLessThan(limits.rolePolicies);
    }
  });
});

describe("its nodes", () => {
  const role = "${aws_iam_role.autoscaling_karpenter_node_role.id}";

  test("have a role that only EC2 assumes, with the policies of nodes and not of the pod network", () => {
    const { name, assume_role_policy } = stack.resource(IamRole, "autoscaling_karpenter_node_role");
    expect(name).toBe("shop-eu-central-1-karpenter-node");
    expect(JSON.parse(assume_role_policy).Statement[0].Principal).toEqual({ Service: "ec2.amazonaws.com" });
    const policies = Object.values(stack.resources(IamRolePolicyAttachment)).filter(
      (attachment) => attachment.role === role,
    );
    expect(policies.map(({ policy_arn }) => policy_arn.replace(/.*\//, "")).sort()).toEqual([
      "AmazonEC2ContainerRegistryPullOnly",
      "AmazonEKSWorkerNodePolicy",
    ]);
  });

  test("have an instance profile, if Karpenter cannot create one", () => {
    expect(stack.resource(IamInstanceProfile)).toMatchObject({ role });
  });

  test("get access after their role has its policies, and before Karpenter can create any", () => {
    const entry = "aws_eks_access_entry.autoscaling_karpenter_node_access";
    expect(stack.resource(EksAccessEntry, "autoscaling_karpenter_node_access")).toMatchObject({
      type: "EC2_LINUX",
      principal_arn: "${aws_iam_role.autoscaling_karpenter_node_role.arn}",
    });
    const { graph } = stack;
    const policy = "aws_iam_role_policy_attachment.autoscaling_karpenter_node_role_worker_policy";
    expect(graph.isOrdered(policy, entry)).toBe(true);
    expect(graph.isOrdered(entry, "aws_eks_pod_identity_association.autoscaling_karpenter_controller")).toBe(
      true,
    );
  });

  test("find their subnets, and exactly one security group", () => {
    const tagged = (all: Record<string, { tags?: Record<string, string> }>) =>
      Object.keys(all).filter((name) => all[name].tags?.["karpenter.sh/discovery"] === "shop");
    expect(tagged(stack.resources(Subnet))).toEqual([
      "network_private_eu_central_1a",
      "network_private_eu_central_1b",
      "network_private_eu_central_1c",
    ]);
    expect(tagged(stack.resources(SecurityGroup))).toEqual(["node_groups_security_group"]);
  });

  test("find them without node groups, with Karpenter on Fargate", () => {
    const onFargate = synthesizeEks({
      ...props,
      nodeGroups: [],
      storage: { block: false },
      eks: { fargateProfiles: [{ name: "system", selectors: [{ namespace: "kube-system" }] }] },
    });
    expect(onFargate.resource(SecurityGroup).tags["karpenter.sh/discovery"]).toBe("shop");
    expect(onFargate.graph.unresolved).toEqual([]);
    expect(onFargate.graph.cycle).toBeUndefined();
  });
});

describe("its queue", () => {
  const queue = "${aws_sqs_queue.autoscaling_karpenter_queue.arn}";
  const rules = stack.resources(CloudwatchEventRule);

  test("keeps messages for five minutes, and is encrypted", () => {
    expect(stack.resource(SqsQueue)).toMatchObject({
      name: "shop-karpenter",
      message_retention_seconds: 300,
      sqs_managed_sse_enabled: true,
    });
  });

  test("gets five kinds of events, each by a rule with a target", () => {
    expect(
      Object.values(rules)
        .map(({ event_pattern }) => JSON.parse(event_pattern))
        .sort((a, b) => a["detail-type"][0].localeCompare(b["detail-type"][0])),
    ).toEqual([
      { source: ["aws.health"], "detail-type": ["AWS Health Event"] },
      { source: ["aws.ec2"], "detail-type": ["EC2 Capacity Reservation Instance Interruption Warning"] },
      { source: ["aws.ec2"], "detail-type": ["EC2 Instance Rebalance Recommendation"] },
      { source: ["aws.ec2"], "detail-type": ["EC2 Instance State-change Notification"] },
      { source: ["aws.ec2"], "detail-type": ["EC2 Spot Instance Interruption Warning"] },
    ]);
    const targets = Object.values(stack.resources(CloudwatchEventTarget));
    expect(targets.map(({ rule }) => rule).sort()).toEqual(
      Object.keys(rules)
        .map((name) => `\${aws_cloudwatch_event_rule.${name}.id}`)
        .sort(),
    );
    expect(targets.map(({ arn }) => arn)).toEqual(targets.map(() => queue));
  });

  test("accepts only messages of these rules, with TLS", () => {
    const [receive, refuse, ...more] = JSON.parse(stack.resource(SqsQueuePolicy).policy).Statement;
    expect(receive).toEqual({
      Sid: "ReceiveEvents",
      Effect: "Allow",
      Principal: { Service: ["events.amazonaws.com"] },
      Action: ["sqs:SendMessage"],
      Resource: [queue],
      Condition: { ArnEquals: { "aws:SourceArn": expect.any(Array) } },
    });
    expect(receive.Condition.ArnEquals["aws:SourceArn"].sort()).toEqual(
      Object.keys(rules)
        .map((name) => `\${aws_cloudwatch_event_rule.${name}.arn}`)
        .sort(),
    );
    expect(refuse).toMatchObject({
      Effect: "Deny",
      Principal: "*",
      Action: ["sqs:*"],
      Condition: { Bool: { "aws:SecureTransport": ["false"] } },
    });
    expect(more).toEqual([]);
  });

  test("has names within the limits of AWS, for the longest name of a cluster", () => {
    const long = synthesizeEks({ ...props, name: "c".repeat(100) });
    expect(long.resource(SqsQueue).name.length).toBeLessThanOrEqual(limits.queueName);
    const names = Object.values(long.resources(CloudwatchEventRule)).map(({ name }) => name);
    expect(new Set(names).size).toBe(5);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(limits.eventRuleName);
  });
});

test("each event has source and type in the spelling of EventBridge", () => {
  for (const { source, detailType } of Object.values(interruptionEvents)) {
    expect(source).toMatch(/^aws\.(ec2|health|autoscaling)$/);
    expect(detailType).toMatch(source === "aws.health" ? /^AWS Health Event$/ : /^EC2 [A-Z]/);
  }
});

test("the outputs have the settings of Karpenter", () => {
  const values = stack.terraform.output;
  expect(values.karpenter_queue_name.value).toBe("${aws_sqs_queue.autoscaling_karpenter_queue.name}");
  expect(values.karpenter_node_role_name.value).toBe("${aws_iam_role.autoscaling_karpenter_node_role.name}");
  expect(values.karpenter_instance_profile_name.value).toBe(
    "${aws_iam_instance_profile.autoscaling_karpenter_instance_profile.name}",
  );
  expect(Object.keys(synthesizeEks().terraform.output).filter((name) => /karpenter/.test(name))).toEqual([]);
});

test("references resolve without a cycle in each partition", () => {
  expect(stack.graph.unresolved).toEqual([]);
  expect(stack.graph.cycle).toBeUndefined();
  const china = synthesizeEks({
    ...props,
    region: "cn-northwest-1",
    access: { admins: ["arn:aws-cn:iam::111122223333:role/Admin"] },
  });
  expect(new Set(china.json.match(/(?<=arn:)[a-z-]+(?=:)/g))).toEqual(new Set(["aws-cn"]));
  expect(china.json).toContain("ec2.amazonaws.com.cn");
});

describe("a customer key of disks (karpenter-provider-aws #1407, terraform-aws-eks #3401)", () => {
  const given = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const controllerRights = (encryption: EksClusterProps["encryption"]): Rights[] =>
    JSON.parse(
      synthesizeEks({ ...props, encryption }).resource(
        IamRolePolicy,
        "autoscaling_karpenter_controller_role_statements",
      ).policy,
    ).Statement;
  const ofKey = (all: Rights[]) =>
    all.filter(({ Action }) => Action.some((action) => action.startsWith("kms:")));

  test("Karpenter may use it for disks of machines, and grant it to EC2 alone", () => {
    const [grant, use] = ofKey(controllerRights({ disks: "customer-key", disksKeyId: given }));
    expect(grant).toMatchObject({
      Action: expect.arrayContaining(["kms:CreateGrant"]),
      Resource: [given],
      Condition: { Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    });
    expect(use.Resource).toEqual([given]);
    expect(use.Action).toEqual(
      expect.arrayContaining(["kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"]),
    );
    expect(ofKey(rights)).toEqual([]);
  });

  test("the policy of a new key allows the roles of EC2 that start machines for Karpenter", () => {
    const keyPolicy = (patch: Partial<EksClusterProps>) => {
      const { policy } = synthesizeEks({ encryption: { disks: "customer-key" }, ...patch }).resource(
        KmsKey,
        "storage_disks_key",
      );
      return String(policy);
    };
    for (const role of ["AWSServiceRoleForEC2Fleet", "AWSServiceRoleForEC2Spot"]) {
      expect(keyPolicy(props)).toContain(role);
      expect(keyPolicy({})).not.toContain(role);
    }
  });

  test("the output names it for EC2NodeClasses", () => {
    const { output } = synthesizeEks({ ...props, encryption: { disks: "customer-key" } }).terraform;
    expect(output.karpenter_disks_key_arn).toMatchObject({ value: "${aws_kms_key.storage_disks_key.arn}" });
  });
});
