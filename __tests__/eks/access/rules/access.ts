import { admin, cluster, type EksRuleCases, existing, variable, withAccess } from "../../rule-support";

const office = "203.0.113.0/24";
const principalFault = (path: string, got: string) =>
  `error ${path}: must be the ARN of an IAM role or user such as arn:aws:iam::111122223333:role/PlatformAdmin, got "${got}"`;

export const access: readonly EksRuleCases[] = [
  {
    rule: "eks/access/api-server-is-reachable",
    passes: [
      ["private alone", withAccess({})],
      ["public alone", withAccess({ private: false, publicFrom: ["0.0.0.0/0"] })],
    ],
    fails: [
      [
        "neither",
        withAccess({ private: false }),
        "error access.private: nobody could reach the API server: with private false there must be ranges in access.publicFrom",
      ],
    ],
  },
  {
    rule: "eks/access/nodes-are-let-in",
    passes: [
      ["no ranges at all, which another rule tells of", withAccess({ private: false, publicFrom: [] })],
      ["private and limited", withAccess({ publicFrom: [office] })],
      ["public to all", withAccess({ private: false, publicFrom: [office, "0.0.0.0/0"] })],
      ["public to who knows whom", withAccess({ private: false, publicFrom: [variable] })],
    ],
    fails: [
      [
        "public alone, and limited",
        withAccess({ private: false, publicFrom: [office] }),
        "error access.private: nodes could not reach the API server: with private false they come in from outside, but publicFrom is limited to 203.0.113.0/24; leave private true",
      ],
      [
        "public alone, and no way out",
        { ...withAccess({ private: false, publicFrom: ["0.0.0.0/0"] }), network: { nat: "none" } },
        'error access.private: nodes could not reach the API server: with nat "none" they have no way to its public address; leave private true',
      ],
    ],
  },
  {
    rule: "eks/access/open-to-everyone",
    passes: [["a range", withAccess({ publicFrom: [office] })]],
    fails: [
      [
        "everyone",
        withAccess({ publicFrom: [office, "0.0.0.0/0"] }),
        "warning access.publicFrom[1]: 0.0.0.0/0 lets the whole internet reach the API server; name the ranges of your offices and pipelines",
      ],
    ],
  },
  {
    rule: "eks/access/public-ranges-count",
    passes: [
      ["40 ranges", withAccess({ publicFrom: Array.from({ length: 40 }, (_, i) => `203.0.113.${i}/32`) })],
    ],
    fails: [
      [
        "41 ranges",
        withAccess({ publicFrom: Array.from({ length: 41 }, (_, i) => `203.0.113.${i}/32`) }),
        "error access.publicFrom: EKS takes at most 40 ranges, got 41",
      ],
    ],
  },
  {
    rule: "eks/access/public-ranges-unique",
    passes: [["two ranges", withAccess({ publicFrom: [office, "198.51.100.0/24"] })]],
    fails: [
      [
        "one twice",
        withAccess({ publicFrom: [office, office] }),
        'warning access.publicFrom[1]: "203.0.113.0/24" is there already, at position 0',
      ],
    ],
  },
  {
    rule: "eks/access/public-ranges-are-public",
    passes: [["public ranges", withAccess({ publicFrom: [office, "0.0.0.0/0", "172.32.0.0/16"] })]],
    fails: [
      [
        "private and shared ones",
        withAccess({ publicFrom: ["10.20.0.0/16", "100.64.1.0/24"] }),
        "warning access.publicFrom[0]: 10.20.0.0/16 lets nobody in: no traffic from 10.0.0.0/8 reaches a public address; name the public address behind which your network goes out",
        "warning access.publicFrom[1]: 100.64.1.0/24 lets nobody in: no traffic from 100.64.0.0/10 reaches a public address; name the public address behind which your network goes out",
      ],
    ],
  },
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
        "error access.admins[0]: arn:aws:sts::111122223333:assumed-role/Admin/jane is a session of a role; write arn:aws:iam::111122223333:role/Admin, with the role's path before its name if it has one",
      ],
      [
        "an account, a wildcard",
        withAccess({ admins: ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/*"] }),
        "error access.admins[0]: arn:aws:iam::111122223333:root is a whole account; name an IAM role or user in it",
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
        `error access.viewers[1].principal: ${admin} is in access.admins already; a principal has one kind of right`,
      ],
    ],
  },
  {
    rule: "eks/access/node-role-is-nobody",
    passes: [["roles of people", cluster({ eks: { nodeRoleArn: `${admin}2` } })]],
    fails: [
      [
        "the nodes' role",
        cluster({ eks: { nodeRoleArn: admin } }),
        `error access.admins[0]: ${admin} is the role of the nodes, which EKS lets in itself; leave it out`,
      ],
    ],
  },
  {
    rule: "eks/access/grant-namespaces",
    passes: [
      ["63 characters", withAccess({ editors: [{ principal: admin, namespaces: ["n".repeat(63)] }] })],
      [
        "names, patterns and none said",
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
        "error access.editors[0].namespaces: must name at least one namespace; left out, the right holds in the whole cluster",
      ],
      [
        "what is no name, and a name twice",
        withAccess({ viewers: [{ principal: admin, namespaces: ["Shop", "a", "a"] }] }),
        'error access.viewers[0].namespaces[2]: "a" is there already, at position 1',
        'error access.viewers[0].namespaces[0]: must be a namespace: at most 63 lower-case letters, digits and "-", with a letter or digit at both ends, or a pattern of these with "*"; got "Shop"',
      ],
    ],
  },
  {
    rule: "eks/access/someone-is-admin",
    passes: [
      ["an admin", cluster()],
      ["admins that only Terraform knows", withAccess({ admins: variable })],
    ],
    fails: [
      [
        "nobody",
        { ...withAccess({ admins: [] }), network: { existing } },
        "warning access.admins: nobody has all rights in the cluster, not even who made it; name the ARN of a role",
      ],
    ],
  },
];
