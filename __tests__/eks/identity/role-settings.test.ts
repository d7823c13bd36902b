import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { EksClusterProps } from "../../../modules/eks/spec";
import { minimal, synthesizeEks } from "../../support/eks";
import type { Arguments, Synthesized } from "../../support/synthesized";

const boundary = "arn:aws:iam::111122223333:policy/Boundary";
const policy = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy";
const eks: EksClusterProps["eks"] = {
  permissionsBoundaryArn: boundary,
  rolePath: "/platform/",
  nodeRolePolicyArns: [policy],
};

/** Clusters that together have every kind of role. */
const kinds: Readonly<Record<string, Partial<EksClusterProps>>> = {
  "node groups": {
    storage: { file: true, backup: true },
    loadBalancing: { controller: true },
    workloadIdentities: [{ namespace: "shop", serviceAccount: "orders" }],
    nodeGroups: [
      ...minimal.nodeGroups,
      { name: "own", kind: "self-managed", machineTypes: ["m7i.large"], size: 1 },
      {
        name: "windows",
        machineTypes: ["m7i.large"],
        size: 1,
        image: { family: "windows", release: "latest" },
      },
    ],
    eks: {
      ...eks,
      capabilities: { kro: {} },
      nodeTerminationHandler: true,
      fargateProfiles: [{ name: "batch", selectors: [{ namespace: "batch" }] }],
      remoteNetworks: { nodeCidrs: ["10.200.0.0/16"], credentials: "ssm" },
    },
  },
  Karpenter: { autoscaling: "auto-provisioning", eks },
  "Auto Mode": {
    autoscaling: "auto-provisioning",
    nodeGroups: [],
    eks: { ...eks, nodeRolePolicyArns: undefined, autoProvisioning: { by: "auto-mode" } },
  },
};

const all = (props: Partial<EksClusterProps>, type: string): [string, Arguments][] =>
  Object.entries((synthesizeEks(props).terraform.resource[type] ?? {}) as Record<string, Arguments>);

test.each(Object.entries(kinds))(
  "each role of a cluster with %s has the boundary and the path",
  (_, props) => {
    const roles = all(props, "aws_iam_role");
    expect(roles.length).toBeGreaterThan(2);
    for (const [name, role] of roles) {
      expect([name, role.permissions_boundary, role.path]).toEqual([name, boundary, "/platform/"]);
    }
    for (const [name, profile] of all(props, "aws_iam_instance_profile")) {
      expect([name, profile.path]).toEqual([name, "/platform/"]);
    }
  },
);

test("a role that code adds later has the boundary and the path", () => {
  const stack = synthesizeEks({ eks }, (cluster) => {
    cluster.addWorkloadIdentity({ namespace: "shop", serviceAccount: "late", policyArns: [policy] });
  });
  expect(stack.terraform.resource.aws_iam_role.identity_shop_late_role).toMatchObject({
    permissions_boundary: boundary,
    path: "/platform/",
  });
});

test("each role of nodes has the policies of the file, once, before its nodes", () => {
  const attachmentsOf = (stack: Synthesized) =>
    Object.entries(stack.resources(IamRolePolicyAttachment))
      .filter(([, { policy_arn }]) => policy_arn === policy)
      .map(([name, { role }]) => [String(role), `aws_iam_role_policy_attachment.${name}` as const] as const);
  const role = (name: string) => `\${aws_iam_role.${name}_role.id}`;

  const stack = synthesizeEks(kinds["node groups"]);
  const pools = {
    [role("node_groups_node")]: "aws_eks_node_group.node_groups_workers",
    [role("node_groups_self_managed_node")]: "aws_autoscaling_group.node_groups_own",
    [role("node_groups_windows_node")]: "aws_eks_node_group.node_groups_windows",
  } as const;
  const attachments = attachmentsOf(stack);
  expect(attachments.map(([name]) => name).sort()).toEqual(Object.keys(pools).sort());
  for (const [name, attachment] of attachments) {
    expect([name, stack.graph.isOrdered(attachment, pools[name])]).toEqual([name, true]);
  }

  // The controller of Karpenter starts nodes as soon as it has a role.
  const karpenter = synthesizeEks(kinds.Karpenter);
  const [[name, attachment], ...others] = attachmentsOf(karpenter).filter(([name]) => /karpenter/.test(name));
  expect([name, others]).toEqual([role("autoscaling_karpenter_node"), []]);
  expect(
    karpenter.graph.isOrdered(
      attachment,
      "aws_eks_pod_identity_association.autoscaling_karpenter_controller",
    ),
  ).toBe(true);
});
