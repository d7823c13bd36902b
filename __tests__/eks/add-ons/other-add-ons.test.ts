import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { identitiesOf, isOwnAddOn, otherAddOns } from "../../../modules/eks/add-ons/other-add-ons";
import { synthesizeEks } from "../../support/eks";

describe("any add-on by name", () => {
  const stack = synthesizeEks({
    eks: {
      addOns: {
        "metrics-server": { version: "v0.8.0-eksbuild.2", configuration: { replicas: 3 } },
        kubecost_kubecost: { version: "latest" },
        "fluent-bit": {
          version: "v4.0.0-eksbuild.1",
          identities: [
            {
              namespace: "fluent-bit",
              serviceAccount: "fluent-bit",
              statements: [{ actions: ["logs:PutLogEvents"], resources: ["*"] }],
            },
          ],
        },
        "amazon-cloudwatch-observability": { version: "v4.2.0-eksbuild.1" },
      },
    },
  });

  test("has its version and settings, and comes after the nodes", () => {
    expect(stack.resource(EksAddon, "add_ons_other_metrics_server")).toMatchObject({
      addon_name: "metrics-server",
      addon_version: "v0.8.0-eksbuild.2",
      configuration_values: '{"replicas":3}',
    });
    expect(
      stack.graph.isOrdered(
        "aws_eks_node_group.node_groups_workers",
        "aws_eks_addon.add_ons_other_metrics_server",
      ),
    ).toBe(true);
  });

  test("reads the newest version only if the file asks for it", () => {
    expect(stack.resource(EksAddon, "add_ons_other_kubecost_kubecost").addon_version).toBe(
      "${data.aws_eks_addon_version.add_ons_other_kubecost_kubecost_latest.version}",
    );
  });

  test("has roles for the accounts of the file, and for known ones", () => {
    const account = (id: string) => stack.resource(EksAddon, `add_ons_other_${id}`).pod_identity_association;
    expect(account("fluent_bit")).toEqual([
      {
        service_account: "fluent-bit",
        role_arn: "${aws_iam_role.add_ons_other_fluent_bit_role_fluent_bit_fluent_bit.arn}",
      },
    ]);
    expect(account("amazon_cloudwatch_observability")).toEqual([
      {
        service_account: "cloudwatch-agent",
        role_arn:
          "${aws_iam_role.add_ons_other_amazon_cloudwatch_observability_role_amazon_cloudwatch_cloudwatch_agent.arn}",
      },
    ]);
    const { policy_arn } = stack.resource(
      IamRolePolicyAttachment,
      "add_ons_other_amazon_cloudwatch_observability_role_amazon_cloudwatch_cloudwatch_agent_policy_CloudWatchAgentServerPolicy",
    );
    expect(policy_arn).toBe("arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy");
    expect(
      String(
        stack.resource(IamRole, "add_ons_other_fluent_bit_role_fluent_bit_fluent_bit").assume_role_policy,
      ),
    ).toContain('"aws:RequestTag/kubernetes-namespace":["fluent-bit"]');
  });
});

test("an entry for a known account replaces its permissions", () => {
  const own = { namespace: "amazon-cloudwatch", serviceAccount: "cloudwatch-agent", policyArns: [] };
  expect(identitiesOf("amazon-cloudwatch-observability", { identities: [own] })).toEqual([own]);
  expect(identitiesOf("constructor", {})).toEqual([]);
});

test("no add-on is in both tables", () => {
  expect(Object.keys(otherAddOns).filter(isOwnAddOn)).toEqual([]);
});
