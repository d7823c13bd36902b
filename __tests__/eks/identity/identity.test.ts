import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { TerraformVariable } from "cdktf";
import { EksCluster } from "../../../modules/eks";
import { minimal, synthesizeEks, synthesizePlain } from "../../support/eks";

const account = "arn:aws:iam::111122223333";

describe("access", () => {
  const stack = synthesizeEks({
    access: {
      admins: [`${account}:role/platform/Admin`],
      editors: [{ principal: `${account}:role/Deploy`, namespaces: ["shop", "shop-*"] }],
      viewers: [{ principal: `${account}:user/auditor` }],
    },
  });

  test("is an entry for each principal, without Kubernetes groups", () => {
    const entries = Object.values(stack.resources(EksAccessEntry));
    expect(entries.map((entry) => [entry.principal_arn, entry.type, entry.kubernetes_groups]).sort()).toEqual(
      [
        [`${account}:role/Deploy`, "STANDARD", []],
        [`${account}:role/platform/Admin`, "STANDARD", []],
        [`${account}:user/auditor`, "STANDARD", []],
      ],
    );
  });

  test.each([
    ["role_platform_Admin", "admin", "AmazonEKSClusterAdminPolicy", { type: "cluster" }],
    ["role_Deploy", "editor", "AmazonEKSEditPolicy", { type: "namespace", namespaces: ["shop", "shop-*"] }],
    ["user_auditor", "viewer", "AmazonEKSViewPolicy", { type: "cluster" }],
  ])("of %s, %s, is that of %s", (principal, level, policy, scope) => {
    const name = `111122223333_${principal}`;
    expect(stack.resource(EksAccessPolicyAssociation, `identity_${name}_${level}`)).toMatchObject({
      cluster_name: "${aws_eks_cluster.control_plane.id}",
      principal_arn: `\${aws_eks_access_entry.identity_${name}.principal_arn}`,
      policy_arn: `arn:aws:eks::aws:cluster-access-policy/${policy}`,
      access_scope: scope,
    });
  });

  test("is empty on request", () => {
    expect(synthesizeEks({ access: { admins: [] } }).resources(EksAccessEntry)).toEqual({});
  });
});

describe("principals of one last name", () => {
  const first = `${account}:role/Admin`;
  const second = "arn:aws:iam::444455556666:role/ops/Admin";
  const entries = (...admins: string[]) => synthesizeEks({ access: { admins } }).resources(EksAccessEntry);
  const addressOf = (principal: string, all: Record<string, { principal_arn?: string }>) =>
    Object.keys(all).find((name) => all[name].principal_arn === principal);

  test("have an entry each", () => {
    expect(
      Object.values(entries(first, second))
        .map((entry) => entry.principal_arn)
        .sort(),
    ).toEqual([first, second]);
  });

  test("keep their addresses when another principal is added after them", () => {
    const before = entries(first, second);
    const after = entries(first, second, `${account}:role/Other`);
    expect(addressOf(first, after)).toBe(addressOf(first, before));
    expect(addressOf(second, after)).toBe(addressOf(second, before));
  });

  test("keep their addresses in another order", () => {
    const swapped = entries(second, first);
    expect(addressOf(first, swapped)).toBe(addressOf(first, entries(first, second)));
  });
});

test("a principal with another permission keeps its entry: EKS rejects a second one", () => {
  const principal = `${account}:role/Developer`;
  const { admins } = minimal.access;
  const asViewer = synthesizeEks({ access: { admins, viewers: [{ principal }] } });
  const asEditor = synthesizeEks({ access: { admins, editors: [{ principal }] } });
  expect(Object.keys(asEditor.resources(EksAccessEntry)).sort()).toEqual(
    Object.keys(asViewer.resources(EksAccessEntry)).sort(),
  );
});

describe("principals that the same stack creates", () => {
  const build = (others: number) =>
    synthesizePlain((stack) => {
      Array.from({ length: others }, (_, i) => new TerraformVariable(stack, `other${i}`, {}).stringValue);
      const role = new IamRole(stack, "operator", { assumeRolePolicy: "{}" });
      new EksCluster(stack, "cluster", { ...minimal, access: { admins: [role.arn] } });
    });

  test("are references", () => {
    expect(build(0).resource(EksAccessEntry).principal_arn).toBe("${aws_iam_role.operator.arn}");
  });

  test("have addresses that do not depend on what else is in the stack", () => {
    expect(Object.keys(build(5).resources(EksAccessEntry))).toEqual(
      Object.keys(build(0).resources(EksAccessEntry)),
    );
  });
});

describe.each([
  { region: "eu-central-1", partition: "aws", ec2: "ec2.amazonaws.com" },
  { region: "cn-northwest-1", partition: "aws-cn", ec2: "ec2.amazonaws.com.cn" },
  { region: "us-gov-west-1", partition: "aws-us-gov", ec2: "ec2.amazonaws.com" },
])("in $region", ({ region, partition, ec2 }) => {
  const stack = synthesizeEks({
    region,
    access: { admins: [`arn:${partition}:iam::111122223333:role/Admin`] },
  });

  test(`all ARNs are of the partition ${partition}`, () => {
    const partitions = stack.json.match(/(?<=arn:)[a-z-]+(?=:)/g);
    expect(new Set(partitions)).toEqual(new Set([partition]));
    expect(stack.resource(EksAccessPolicyAssociation).policy_arn).toBe(
      `arn:${partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`,
    );
  });

  test("services are trusted under their names in the partition", () => {
    const trusted = Object.values(stack.resources(IamRole)).map(
      (role) => JSON.parse(role.assume_role_policy).Statement[0].Principal.Service,
    );
    expect(new Set(trusted)).toEqual(
      new Set(["eks.amazonaws.com", "pods.eks.amazonaws.com", "vpc-flow-logs.amazonaws.com", ec2]),
    );
  });
});
