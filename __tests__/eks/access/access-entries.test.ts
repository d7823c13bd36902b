import { synthesizeEks } from "../../support/eks";
import type { Arguments } from "../../support/synthesized";

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
