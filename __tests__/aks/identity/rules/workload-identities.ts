import { type AksRuleCases, blobs, cluster, dnsZone, variable, vault, withGrants } from "../../rule-support";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/identity/workload-names",
    passes: [["names", withGrants()]],
    fails: [
      [
        "a capital letter",
        cluster({ workloadIdentities: [{ namespace: "Shop", serviceAccount: "orders" }] }),
        'error workloadIdentities[0].namespace: must be a namespace such as "shop", got "Shop"',
      ],
    ],
  },
  {
    rule: "aks/identity/workloads-unique",
    passes: [["one", withGrants()]],
    fails: [
      [
        "one twice",
        cluster({
          workloadIdentities: [
            { namespace: "shop", serviceAccount: "orders" },
            { namespace: "shop", serviceAccount: "orders" },
          ],
        }),
        "error workloadIdentities[1]: shop/orders is a duplicate of [0]",
      ],
    ],
  },
  {
    rule: "aks/identity/workload-grants",
    passes: [["a role on a scope", withGrants({ role: "Storage Blob Data Reader", scope: blobs })]],
    fails: [
      [
        "no rights",
        withGrants(),
        "warning workloadIdentities[0]: has no role in Azure; set roles and scopes in grants",
      ],
      [
        "a name for a scope",
        withGrants({ role: "Reader", scope: "shop" }),
        'error workloadIdentities[0].grants[0].scope: must be the id of a resource, a resource group or a subscription, got "shop"',
      ],
    ],
  },
  {
    rule: "aks/identity/workload-grants-unique",
    passes: [
      [
        "two roles on a scope",
        withGrants({ role: "Reader", scope: vault }, { role: "Key Vault Crypto User", scope: vault }),
      ],
      ["references", withGrants({ role: "Reader", scope: variable }, { role: "Reader", scope: variable })],
    ],
    fails: [
      [
        "one twice",
        withGrants({ role: "Reader", scope: vault }, { role: "Reader", scope: vault.toUpperCase() }),
        'error workloadIdentities[0].grants[1]: "Reader" on this scope is a duplicate of [0]',
      ],
      [
        "one twice with another case of the role and another end of the scope",
        withGrants({ role: "Reader", scope: vault }, { role: "reader", scope: `${vault}/` }),
        'error workloadIdentities[0].grants[1]: "reader" on this scope is a duplicate of [0]',
      ],
    ],
  },
  {
    rule: "aks/identity/external-dns-reserved",
    passes: [
      [
        "ExternalDNS' account where the add-on writes records",
        cluster({
          dns: { zones: [dnsZone] },
          loadBalancing: { controller: true },
          workloadIdentities: [{ namespace: "external-dns", serviceAccount: "external-dns" }],
        }),
      ],
      ["another account", cluster({ ...withGrants(), dns: { zones: [dnsZone] } })],
    ],
    fails: [
      [
        "ExternalDNS' account",
        cluster({
          dns: { zones: [dnsZone] },
          workloadIdentities: [{ namespace: "external-dns", serviceAccount: "external-dns" }],
        }),
        "error workloadIdentities[0]: external-dns/external-dns has an identity that dns.zones creates; omit it here",
      ],
    ],
  },
];
