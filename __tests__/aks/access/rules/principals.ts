import { type AksRuleCases, admin, cluster, other, variable, withAccess } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/access/principal-ids",
    passes: [["object ids, and what Terraform will know", withAccess({ admins: [admin, variable] })]],
    fails: [
      [
        "a name",
        withAccess({ admins: ["platform-team"] }),
        'error access.admins[0]: must be an object id of Entra ID such as 11111111-2222-3333-4444-555555555555, got "platform-team"',
      ],
    ],
  },
  {
    rule: "aks/access/principals-unique",
    passes: [["two principals", withAccess({ viewers: [{ principal: other }] })]],
    fails: [
      [
        "one with two rights",
        withAccess({ viewers: [{ principal: admin }] }),
        "error access.viewers[0].principal: 11111111-2222-3333-4444-555555555555 is a duplicate: a principal has one kind of access",
      ],
    ],
  },
  {
    rule: "aks/access/grant-namespaces",
    passes: [["names", withAccess({ editors: [{ principal: other, namespaces: ["shop"] }] })]],
    fails: [
      [
        "a pattern",
        withAccess({ editors: [{ principal: other, namespaces: ["shop-*"] }] }),
        'error access.editors[0].namespaces[0]: must be a namespace such as "shop"; Azure supports no patterns, got "shop-*"',
      ],
    ],
  },
  {
    rule: "aks/access/grant-namespaces-unique",
    passes: [["namespaces", withAccess({ editors: [{ principal: other, namespaces: ["shop", "web"] }] })]],
    fails: [
      [
        "none, and one twice",
        withAccess({
          editors: [{ principal: other, namespaces: ["shop", "shop"] }],
          viewers: [{ principal: admin, namespaces: [] }],
        }),
        'error access.editors[0].namespaces[1]: "shop" is a duplicate of [0]',
        "error access.viewers[0].namespaces: must have at least one namespace; if omitted, the grant is for the whole cluster",
      ],
    ],
  },
  {
    rule: "aks/access/cluster-has-admin",
    passes: [["one admin", cluster()]],
    fails: [
      [
        "no admin",
        withAccess({ admins: [] }),
        "warning access.admins: has no admins: no principal has access to the cluster, unless an Azure role is assigned outside this file",
      ],
    ],
  },
  {
    rule: "aks/access/tenant-id",
    passes: [["an id", withAccess({ tenantId: admin })]],
    fails: [
      [
        "a domain",
        withAccess({ tenantId: "example.com" }),
        'error access.tenantId: must be the id of an Entra tenant, got "example.com"',
      ],
    ],
  },
];
