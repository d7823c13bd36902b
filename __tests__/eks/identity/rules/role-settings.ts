import { cluster, type EksRuleCases } from "../../rule-support";

const sessionManagerPolicy = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const policy = "arn:aws:iam::111122223333:policy/Boundary";

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/identity/role-settings",
    passes: [
      [
        "policies and a path",
        cluster({
          eks: { permissionsBoundaryArn: policy, rolePath: "/platform/eks/", nodeRolePolicyArns: [policy] },
        }),
      ],
      [
        "the policy of Session Manager, which nodes do not get",
        cluster({ eks: { nodeRolePolicyArns: [sessionManagerPolicy] } }),
      ],
    ],
    fails: [
      [
        "names",
        cluster({
          eks: {
            permissionsBoundaryArn: "Boundary",
            rolePath: "platform",
            nodeRolePolicyArns: [policy, "CloudWatchAgentServerPolicy", policy],
          },
        }),
        `error eks.permissionsBoundaryArn: must be the ARN of an IAM policy such as ${policy}, got "Boundary"`,
        'error eks.rolePath: must start and end with "/", such as "/platform/", got "platform"',
        "error eks.nodeRolePolicyArns[1]: must be the ARN of an IAM policy such as arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy, " +
          'got "CloudWatchAgentServerPolicy"',
        `error eks.nodeRolePolicyArns[2]: "${policy}" is a duplicate of [0]`,
      ],
      [
        "policies that nodes already have",
        cluster({
          eks: {
            nodeRolePolicyArns: ["Worker", "CNI"].map(
              (name) => `arn:aws:iam::aws:policy/AmazonEKS${name}NodePolicy`,
            ),
          },
        }),
        'error eks.nodeRolePolicyArns[0]: nodes already have "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"; omit it here',
      ],
      [
        "the policy of Session Manager, which nodes already have",
        cluster({ eks: { sessionManager: true, nodeRolePolicyArns: [sessionManagerPolicy] } }),
        `error eks.nodeRolePolicyArns[0]: nodes already have "${sessionManagerPolicy}"; omit it here`,
      ],
      [
        "too many policies",
        cluster({ eks: { nodeRolePolicyArns: Array.from({ length: 8 }, (_, i) => `${policy}${i}`) } }),
        "error eks.nodeRolePolicyArns: must be at most 7 policies next to those of nodes, got 8",
      ],
    ],
  },
];
