import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { EksRemoteNetworksSpec } from "../../../modules/eks/spec";
import { synthesizeEks } from "../../support/eks";

const withRemote = (remoteNetworks: Partial<EksRemoteNetworksSpec>) =>
  synthesizeEks({ eks: { remoteNetworks: { nodeCidrs: ["10.80.0.0/16"], ...remoteNetworks } } });
const entryOf = (stack: ReturnType<typeof withRemote>) =>
  stack.resource(EksAccessEntry, "node_groups_hybrid_nodes_access_entry");

describe("hybrid nodes with credentials of Systems Manager", () => {
  const stack = withRemote({ credentials: "ssm" });
  const clusterArn = "${aws_eks_cluster.control_plane.arn}";
  const account = "${local.node_groups_hybrid_nodes_account}";

  test("get access with a separate role", () => {
    expect(entryOf(stack)).toMatchObject({
      cluster_name: "${aws_eks_cluster.control_plane.id}",
      principal_arn: "${aws_iam_role.node_groups_hybrid_nodes_role.arn}",
      type: "HYBRID_LINUX",
    });
  });

  test("get the role from Systems Manager of this account and region only", () => {
    const { assume_role_policy } = stack.resource(IamRole, "node_groups_hybrid_nodes_role");
    expect(JSON.parse(assume_role_policy).Statement).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "ssm.amazonaws.com" },
        Action: ["sts:AssumeRole"],
        Condition: {
          StringEquals: { "aws:SourceAccount": [account] },
          ArnEquals: { "aws:SourceArn": [`arn:aws:ssm:eu-central-1:${account}:*`] },
        },
      },
    ]);
  });

  test("pull images, find the cluster, and end their own registration", () => {
    const attached = Object.entries(stack.resources(IamRolePolicyAttachment))
      .filter(([id]) => id.startsWith("node_groups_hybrid_nodes"))
      .map(([, { policy_arn }]) => policy_arn);
    expect(attached).toEqual([
      "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
      "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    ]);
    const { policy } = stack.resource(IamRolePolicy, "node_groups_hybrid_nodes_role_statements");
    expect(JSON.parse(policy).Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["eks:DescribeCluster", "eks-auth:AssumeRoleForPodIdentity"],
        Resource: [clusterArn],
      },
      { Effect: "Allow", Action: ["ssm:DescribeInstanceInformation"], Resource: ["*"] },
      {
        Effect: "Allow",
        Action: ["ssm:DeregisterManagedInstance"],
        Resource: [`arn:aws:ssm:eu-central-1:${account}:managed-instance/*`],
        Condition: { StringEquals: { "ssm:resourceTag/EKSClusterARN": [clusterArn] } },
      },
    ]);
  });
});

test("an existing role gets access and is not changed", () => {
  const nodeRoleArn = "arn:aws:iam::111122223333:role/HybridNode";
  const stack = withRemote({ nodeRoleArn });
  expect(entryOf(stack)).toMatchObject({ principal_arn: nodeRoleArn, type: "HYBRID_LINUX" });
  expect(Object.keys(stack.resources(IamRole)).filter((id) => id.includes("hybrid"))).toEqual([]);
});

test("without credentials no machine has access", () => {
  const entries = Object.values(withRemote({}).resources(EksAccessEntry));
  expect(entries.filter(({ type }) => type === "HYBRID_LINUX")).toEqual([]);
});
