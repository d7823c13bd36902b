import { admin, cluster, type EksRuleCases, existing, variable, withAccess } from "../../rule-support";

const principalFault = (path: string, got: string) =>
  `error ${path}: must be the ARN of an IAM role or user such as arn:aws:iam::111122223333:role/PlatformAdmin, got "${got}"`;

export const cases: readonly EksRuleCases[] = [
  {
    rule: "eks/access/principals",
    passes: [
      [
        "roles and users, with paths",
        withAccess({
          admins: [admin, "arn:aws:iam::111122223333:user/ops/jane.doe@example.com"],
          viewers: [
            {
              principal:
                "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_View_0a1b",
            },
          ],
        }),
      ],
      ["a reference", withAccess({ admins: [variable, "arn:aws:iam::${var.account}:role/Admin"] })],
      [
        "another partition",
        cluster({ region: "cn-north-1", access: { admins: ["arn:aws-cn:iam::111122223333:role/Admin"] } }),
      ],
    ],
    fails: [
      [
        "a federated user, another service's role",
        withAccess({
          admins: ["arn:aws:sts::111122223333:federated-user/jane", "arn:aws:sso::111122223333:role/Admin"],
        }),
        principalFault("access.admins[0]", "arn:aws:sts::111122223333:federated-user/jane"),
        principalFault("access.admins[1]", "arn:aws:sso::111122223333:role/Admin"),
      ],
      [
        "a session",
        withAccess({ admins: ["arn:aws:sts::111122223333:assumed-role/Admin/jane"] }),
        "error access.admins[0]: arn:aws:sts::111122223333:assumed-role/Admin/jane is a session of a role; use " +
          "arn:aws:iam::111122223333:role/Admin, with the role's path before its name if it has one",
      ],
      [
        "a role of IAM Identity Center without its path",
        withAccess({
          admins: ["arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef"],
          viewers: [
            {
              principal:
                "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_0123456789abcdef",
            },
          ],
        }),
        "error access.admins[0]: arn:aws:iam::111122223333:role/AWSReservedSSO_Admin_0123456789abcdef is a role of IAM Identity " +
          "Center without its path, which EKS does not find; use arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/" +
          "eu-central-1/AWSReservedSSO_Admin_0123456789abcdef, with the region of IAM Identity Center (without a region for " +
          "us-east-1)",
      ],
      [
        "an account, a wildcard",
        withAccess({ admins: ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/*"] }),
        "error access.admins[0]: arn:aws:iam::111122223333:root is a whole account; use an IAM role or user in it",
        'error access.admins[1]: must name one IAM role or user, got "arn:aws:iam::111122223333:role/*" with a wildcard',
      ],
      [
        "a name, a group, a short account, a service's ARN",
        withAccess({
          editors: [
            { principal: "Admin" },
            { principal: "arn:aws:iam::111122223333:group/admins" },
            { principal: "arn:aws:iam::1111:role/Admin" },
            { principal: "arn:aws:s3:::bucket" },
          ],
        }),
        principalFault("access.editors[0].principal", "Admin"),
        principalFault("access.editors[1].principal", "arn:aws:iam::111122223333:group/admins"),
        principalFault("access.editors[2].principal", "arn:aws:iam::1111:role/Admin"),
        principalFault("access.editors[3].principal", "arn:aws:s3:::bucket"),
      ],
      [
        "a partition that is not the region's",
        withAccess({ viewers: [{ principal: "arn:aws-cn:iam::111122223333:role/Admin" }] }),
        'error access.viewers[0].principal: must be in the partition of eu-central-1, aws; got "arn:aws-cn:iam::111122223333:role/Admin"',
      ],
    ],
  },
  {
    rule: "eks/access/principals-unique",
    passes: [
      [
        "each once",
        withAccess({
          editors: [{ principal: `${admin}2` }],
          viewers: [{ principal: variable }, { principal: variable }],
        }),
      ],
    ],
    fails: [
      [
        "one with two rights",
        withAccess({ viewers: [{ principal: `${admin}2` }, { principal: admin, namespaces: ["shop"] }] }),
        `error access.viewers[1].principal: ${admin} is also in access.admins; list a principal once`,
      ],
    ],
  },
  {
    rule: "eks/access/node-role-not-principal",
    passes: [["roles of people", cluster({ eks: { nodeRoleArn: `${admin}2` } })]],
    fails: [
      [
        "the nodes' role",
        cluster({ eks: { nodeRoleArn: admin } }),
        `error access.admins[0]: ${admin} is the role of the nodes, for which EKS creates the access entry; omit it`,
      ],
    ],
  },
  {
    rule: "eks/access/grant-namespaces",
    passes: [
      ["63 characters", withAccess({ editors: [{ principal: admin, namespaces: ["n".repeat(63)] }] })],
      [
        "names, patterns and none set",
        withAccess({
          editors: [{ principal: admin, namespaces: ["shop", "team-*", "*"] }, { principal: admin }],
        }),
      ],
    ],
    fails: [
      [
        "64 characters",
        withAccess({ viewers: [{ principal: admin, namespaces: ["n".repeat(64)] }] }),
        `error access.viewers[0].namespaces[0]: must be a namespace: at most 63 lower-case letters, digits and "-", with a letter or digit at both ends, or a pattern of these with "*"; got "${"n".repeat(64)}"`,
      ],
      [
        "an empty list",
        withAccess({ editors: [{ principal: admin, namespaces: [] }] }),
        "error access.editors[0].namespaces: must have at least one namespace; if omitted, the grant applies to the " +
          "whole cluster",
      ],
      [
        "what is no name, and a name twice",
        withAccess({ viewers: [{ principal: admin, namespaces: ["Shop", "a", "a"] }] }),
        'error access.viewers[0].namespaces[2]: "a" is a duplicate of [1]',
        'error access.viewers[0].namespaces[0]: must be a namespace: at most 63 lower-case letters, digits and "-", with a letter or digit at both ends, or a pattern of these with "*"; got "Shop"',
      ],
    ],
  },
  {
    rule: "eks/access/cluster-has-admin",
    passes: [
      ["an admin", cluster()],
      ["admins that only Terraform knows", withAccess({ admins: variable })],
    ],
    fails: [
      [
        "no admin",
        { ...withAccess({ admins: [] }), network: { existing } },
        "warning access.admins: the cluster has no admin, and the identity that creates it is not one either; add the " +
          "ARN of a role",
      ],
    ],
  },
];
