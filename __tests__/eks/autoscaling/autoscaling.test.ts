import { AutoscalingGroupTagA as AutoscalingGroupTag } from "@cdktf/provider-aws/lib/autoscaling-group-tag";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { EksNodeGroupSpec } from "../../../modules/eks/spec";
import { synthesizeEks } from "../../support/eks";

const account = { namespace: "kube-system", service_account: "cluster-autoscaler" };

/** A group with a range, labels and taints. */
const tainted: EksNodeGroupSpec = {
  name: "batch",
  machineTypes: ["m7i.large"],
  size: { min: 0, max: 6 },
  labels: { workload: "batch", "example.com/tier": "low" },
  taints: [
    { key: "dedicated", value: "batch", effect: "NoSchedule" },
    { key: "preemptible", effect: "NoExecute" },
  ],
};
const fixed: EksNodeGroupSpec = { name: "fixed", machineTypes: ["m7i.large"], size: 2, labels: { a: "b" } };

describe("the Cluster Autoscaler", () => {
  const stack = synthesizeEks();

  test("has a role through pod identity, with the service account of its chart", () => {
    expect(stack.json).toHaveResourceWithProperties(EksPodIdentityAssociation, {
      ...account,
      cluster_name: "${aws_eks_cluster.control_plane.id}",
      role_arn: "${aws_iam_role.autoscaling_cluster_autoscaler_role.arn}",
    });
    const { assume_role_policy } = stack.resource(IamRole, "autoscaling_cluster_autoscaler_role");
    const [trust] = JSON.parse(assume_role_policy).Statement;
    expect(trust.Principal).toEqual({ Service: "pods.eks.amazonaws.com" });
    expect(trust.Condition.StringEquals).toEqual({
      "aws:RequestTag/eks-cluster-arn": ["${aws_eks_cluster.control_plane.arn}"],
      "aws:RequestTag/eks-cluster-name": ["shop"],
      "aws:RequestTag/kubernetes-namespace": ["kube-system"],
      "aws:RequestTag/kubernetes-service-account": ["cluster-autoscaler"],
    });
  });

  const { policy } = stack.resource(IamRolePolicy, "autoscaling_cluster_autoscaler_role_statements");
  const [look, scale, lookAtNodeGroups, ...more] = JSON.parse(policy).Statement;

  test("may read all resources", () => {
    expect(look.Resource).toEqual(["*"]);
    const changing = look.Action.filter((action: string) => !/^[a-z0-9]+:(Describe|Get)[A-Z]/.test(action));
    expect(changing).toEqual([]);
    expect(look.Action).toEqual(
      expect.arrayContaining([
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeTags",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:DescribeInstanceTypes",
      ]),
    );
  });

  test("may only change the size of groups of its cluster", () => {
    expect(scale).toEqual({
      Sid: "Scale",
      Effect: "Allow",
      Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
      Resource: ["*"],
      Condition: { StringEquals: { "aws:ResourceTag/k8s.io/cluster-autoscaler/shop": ["owned"] } },
    });
    expect(more).toEqual([]);
  });

  test("may read node groups of its cluster", () => {
    expect(lookAtNodeGroups).toMatchObject({
      Action: ["eks:DescribeNodegroup"],
      Resource: ["arn:aws:eks:eu-central-1:*:nodegroup/shop/*/*"],
    });
  });
});

describe("a group with a range", () => {
  const stack = synthesizeEks({ nodeGroups: [fixed, tainted] });
  const tags = stack.resources(AutoscalingGroupTag);

  test("has tags with labels and taints of its nodes, to scale from zero", () => {
    const prefix = "k8s.io/cluster-autoscaler/node-template";
    expect(Object.values(tags).map(({ tag }) => [tag.key, tag.value])).toEqual(
      expect.arrayContaining([
        [`${prefix}/label/workload`, "batch"],
        [`${prefix}/label/example.com/tier`, "low"],
        [`${prefix}/taint/dedicated`, "batch:NoSchedule"],
        [`${prefix}/taint/preemptible`, ":NoExecute"],
      ]),
    );
    expect(Object.keys(tags)).toHaveLength(4);
  });

  test("has them on its Auto Scaling group, not on the machines", () => {
    for (const { autoscaling_group_name, tag } of Object.values(tags)) {
      expect(autoscaling_group_name).toBe(
        "${aws_eks_node_group.node_groups_batch.resources[0].autoscaling_groups[0].name}",
      );
      expect(tag.propagate_at_launch).toBe(false);
    }
  });

  test("and one of a fixed size: only the first has tags", () => {
    expect(Object.keys(tags).filter((name) => name.includes("fixed"))).toEqual([]);
  });
});

test("a group per zone has the tags on each of its Auto Scaling groups", () => {
  const stack = synthesizeEks({ nodeGroups: [fixed, { ...tainted, spread: "per-zone" }] });
  const tags = Object.values(stack.resources(AutoscalingGroupTag));
  for (const zone of ["a", "b", "c"]) {
    const group = `\${aws_eks_node_group.node_groups_batch_eu_central_1${zone}.resources[0].autoscaling_groups[0].name}`;
    const own = tags.filter(({ autoscaling_group_name }) => autoscaling_group_name === group);
    expect(new Set(own.map(({ tag }) => tag.key)).size).toBe(4);
  }
  expect(tags).toHaveLength(12);
});

test("a group that is added later is tagged too", () => {
  const stack = synthesizeEks({ nodeGroups: [fixed] }, (cluster) => void cluster.addNodeGroup(tainted));
  expect(Object.keys(stack.resources(AutoscalingGroupTag))).toHaveLength(4);
});

describe("with autoscaling none", () => {
  const stack = synthesizeEks({ autoscaling: "none", nodeGroups: [fixed, tainted] });

  test("there is neither a role nor a tag", () => {
    expect(stack.resources(AutoscalingGroupTag)).toEqual({});
    expect(stack.resources(EksPodIdentityAssociation)).toEqual({});
    expect(stack.addresses.filter((address) => address.includes(".autoscaling"))).toEqual([]);
  });
});
