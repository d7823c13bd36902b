import { type GkeRuleCases, admin, variable, withAccess } from "../../rule-support";

const ann = "user:ann@example.com";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/access/principals",
    passes: [
      [
        "principals of each type",
        withAccess({
          admins: [
            ann,
            admin,
            "serviceAccount:ci@shop.iam.gserviceaccount.com",
            "domain:example.com",
            "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/subject/deploy",
            variable,
          ],
        }),
      ],
      ["no principals", withAccess({ admins: [] })],
    ],
    fails: [
      [
        "an address alone",
        withAccess({ admins: ["ann@example.com"] }),
        'error access.admins[0]: must be a member of IAM such as "group:ops@example.com", got "ann@example.com"; use "user:ann@example.com" or "group:ann@example.com"',
      ],
      [
        "an account alone",
        withAccess({ editors: [{ principal: "ci@shop.iam.gserviceaccount.com" }] }),
        'error access.editors[0].principal: must be a member of IAM such as "group:ops@example.com", got "ci@shop.iam.gserviceaccount.com"; use "serviceAccount:ci@shop.iam.gserviceaccount.com"',
      ],
      [
        "all users of the internet",
        withAccess({ viewers: [{ principal: "allAuthenticatedUsers" }] }),
        "error access.viewers[0].principal: allAuthenticatedUsers includes everyone on the internet; use a group or a service account",
      ],
      [
        "a role of AWS",
        withAccess({ admins: ["arn:aws:iam::111122223333:role/Admin"] }),
        'error access.admins[0]: must be a member of IAM such as "group:ops@example.com", got "arn:aws:iam::111122223333:role/Admin"',
      ],
      [
        "a user without an address",
        withAccess({ admins: ["user:ann", "principal:subject"] }),
        'error access.admins[0]: must be a member of IAM such as "group:ops@example.com", got "user:ann"',
        'error access.admins[1]: must be a member of IAM such as "group:ops@example.com", got "principal:subject"',
      ],
    ],
  },
  {
    rule: "gke/access/principals-unique",
    passes: [["two", withAccess({ viewers: [{ principal: ann }] })]],
    fails: [
      [
        "a principal with two roles",
        withAccess({ viewers: [{ principal: admin }] }),
        "error access.viewers[0].principal: group:platform@example.com is in access.admins too; a principal has one level of access",
      ],
    ],
  },
  {
    rule: "gke/access/grant-namespaces",
    passes: [
      ["names", withAccess({ editors: [{ principal: ann, namespaces: ["shop", "search"] }] })],
      ["the whole cluster", withAccess({ editors: [{ principal: "domain:example.com" }] })],
    ],
    fails: [
      [
        "none",
        withAccess({ editors: [{ principal: ann, namespaces: [] }] }),
        "error access.editors[0].namespaces: must name at least one namespace; if omitted, all namespaces apply",
      ],
      [
        "a pattern and a duplicate",
        withAccess({ viewers: [{ principal: ann, namespaces: ["shop-*", "a", "a"] }] }),
        'error access.viewers[0].namespaces[2]: "a" is a duplicate of [1]',
        'error access.viewers[0].namespaces[0]: must be the name of a namespace such as "shop", got "shop-*"',
      ],
      [
        "a domain in namespaces",
        withAccess({ viewers: [{ principal: "domain:example.com", namespaces: ["shop"] }] }),
        'error access.viewers[0].principal: must be a user, a group or a service account with namespaces: GKE maps no other principals to role bindings, got "domain:example.com"',
      ],
    ],
  },
  {
    rule: "gke/access/group-grants-need-security-group",
    passes: [
      [
        "groups with their group",
        withAccess({
          securityGroup: "gke-security-groups@example.com",
          editors: [{ principal: "group:dev@example.com", namespaces: ["shop"] }],
        }),
      ],
      ["groups in the whole cluster, with an IAM role", withAccess({ editors: [{ principal: admin }] })],
    ],
    fails: [
      [
        "a group in a namespace",
        withAccess({ editors: [{ principal: "group:dev@example.com", namespaces: ["shop"] }] }),
        "warning access.editors[0].principal: groups with namespaces need access.securityGroup, and must be members of that group",
      ],
      [
        "a group in a namespace, with groups off",
        withAccess({
          securityGroup: "none",
          editors: [{ principal: "group:dev@example.com", namespaces: ["shop"] }],
        }),
        "warning access.editors[0].principal: groups with namespaces need access.securityGroup, and must be members of that group",
      ],
    ],
  },
  {
    rule: "gke/access/security-group-name",
    passes: [
      ["its one name", withAccess({ securityGroup: "gke-security-groups@example.com" })],
      ["none", withAccess({ securityGroup: "none" })],
    ],
    fails: [
      [
        "another name",
        withAccess({ securityGroup: "k8s-groups@example.com" }),
        'error access.securityGroup: must have the name gke-security-groups, such as gke-security-groups@example.com, got "k8s-groups@example.com"',
      ],
    ],
  },
  {
    rule: "gke/access/namespaced-principal-literal",
    passes: [
      ["a principal with access to the whole cluster", withAccess({ viewers: [{ principal: variable }] })],
    ],
    fails: [
      [
        "a principal with access to a namespace",
        withAccess({
          editors: [{ principal: variable, namespaces: ["shop"] }],
          viewers: [{ principal: variable }],
        }),
        'error access.editors[0].principal: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
    ],
  },
];
