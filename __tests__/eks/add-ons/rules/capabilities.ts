import type { EksArgoCdSpec } from "../../../../modules/eks/spec";
import { cluster, type EksRuleCases, variable } from "../../rule-support";

const instance = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
const withArgoCd = (patch: Partial<EksArgoCdSpec> = {}) =>
  cluster({ eks: { capabilities: { argocd: { identityCenterArn: instance, ...patch } } } });
const withAck = (...policyArns: string[]) => cluster({ eks: { capabilities: { ack: { policyArns } } } });

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/add-ons/argo-cd-instance",
    passes: [
      ["an instance", withArgoCd()],
      ["a reference", withArgoCd({ identityCenterArn: variable })],
    ],
    fails: [
      [
        "an id",
        withArgoCd({ identityCenterArn: "ssoins-1234567890abcdef" }),
        `error eks.capabilities.argocd.identityCenterArn: must be the ARN of an instance of IAM Identity Center such as ${instance}, got "ssoins-1234567890abcdef"`,
      ],
    ],
  },
  {
    rule: "eks/add-ons/argo-cd-access",
    passes: [
      [
        "users and groups",
        withArgoCd({
          access: [
            { role: "ADMIN", users: ["a"] },
            { role: "VIEWER", groups: ["b"] },
          ],
        }),
      ],
    ],
    fails: [
      [
        "no user or group, and a role twice",
        withArgoCd({ access: [{ role: "ADMIN", users: ["a"] }, { role: "ADMIN" }] }),
        'error eks.capabilities.argocd.access[1].role: "ADMIN" is a duplicate of [0]; merge the two',
        "error eks.capabilities.argocd.access[1]: must have at least one user or group",
      ],
    ],
  },
  {
    rule: "eks/add-ons/capability-policies",
    passes: [
      [
        "AWS' and one's own",
        withAck("arn:aws:iam::aws:policy/AmazonS3FullAccess", "arn:aws:iam::111122223333:policy/team/ack"),
      ],
    ],
    fails: [
      [
        "a name, and one twice",
        withAck("AmazonS3FullAccess", "arn:aws:iam::aws:policy/A", "arn:aws:iam::aws:policy/A"),
        'error eks.capabilities.ack.policyArns[2]: "arn:aws:iam::aws:policy/A" is a duplicate of [1]',
        'error eks.capabilities.ack.policyArns[0]: must be the ARN of an IAM policy such as arn:aws:iam::aws:policy/ReadOnlyAccess, got "AmazonS3FullAccess"',
      ],
    ],
  },
];
