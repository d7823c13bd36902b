import type { EksClusterProps } from "../../../modules/eks/spec";
import { minimal, synthesizeEks } from "../../support/eks";
import type { Arguments } from "../../support/synthesized";

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

test("each role of nodes has the policies of the file, once, before its nodes", () => {
  const rolesOf = (props: Partial<EksClusterProps>) =>
    all(props, "aws_iam_role_policy_attachment")
      .filter(([, { policy_arn }]) => policy_arn === policy)
      .map(([, { role }]) => String(role).replace(/.*iam_role\.|\.(name|id)\b.*/g, ""));
  expect(rolesOf(kinds["node groups"]).sort()).toEqual([
    "node_groups_node_role",
    "node_groups_self_managed_node_role",
    "node_groups_windows_node_role",
  ]);
  expect(rolesOf(kinds.Karpenter)).toContain("autoscaling_karpenter_node_role");
});

test("an access entry has groups and several policies", () => {
  const { terraform } = synthesizeEks({
    eks: {
      accessEntries: [
        {
          principal: "arn:aws:iam::111122223333:role/Readers",
          groups: ["platform:readers"],
          userName: "readers",
          policies: [
            { policy: "AmazonEKSAdminViewPolicy" },
            { policy: "AmazonEKSEditPolicy", namespaces: ["shop"] },
          ],
        },
      ],
    },
  });
  const { aws_eks_access_entry: entries, aws_eks_access_policy_association: associations } =
    terraform.resource as Record<string, Record<string, Arguments>>;
  expect(entries.identity_111122223333_role_Readers).toMatchObject({
    kubernetes_groups: ["platform:readers"],
    user_name: "readers",
  });
  const given = Object.entries(associations).filter(([name]) => name.includes("role_Readers"));
  expect(given.map(([, { policy_arn, access_scope }]) => [policy_arn, access_scope])).toEqual([
    ["arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminViewPolicy", { type: "cluster" }],
    [
      "arn:aws:eks::aws:cluster-access-policy/AmazonEKSEditPolicy",
      { type: "namespace", namespaces: ["shop"] },
    ],
  ]);
});

test("logs have the key of the file, and forced updates are an argument of the node group", () => {
  const key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const props: Partial<EksClusterProps> = {
    observability: { keyId: key },
    nodeGroups: [{ ...minimal.nodeGroups[0], upgrade: { force: true } }],
  };
  const groups = all(props, "aws_cloudwatch_log_group");
  expect(groups.map(([, { kms_key_id }]) => kms_key_id)).toEqual([key, key]);
  expect(all(props, "aws_eks_node_group")[0][1].force_update_version).toBe(true);
});
