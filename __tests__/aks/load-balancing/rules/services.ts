import {
  type AksRuleCases,
  blobs,
  cluster,
  dnsZone,
  privateZone,
  subnet,
  variable,
  vault,
  withGrants,
  withLoadBalancing,
  withObservability,
  workspace,
} from "../../rule-support";

/** The same in another resource group. */
const elsewhere = (id: string): string => id.replace("resourceGroups/shop", "resourceGroups/dns");

export const services: readonly AksRuleCases[] = [
  {
    rule: "aks/load-balancing/workload-names",
    passes: [["names", withGrants()]],
    fails: [
      [
        "a capital letter",
        cluster({ workloadIdentities: [{ namespace: "Shop", serviceAccount: "orders" }] }),
        'error workloadIdentities[0].namespace: must be lower-case letters, digits and "-", got "Shop"',
      ],
    ],
  },
  {
    rule: "aks/load-balancing/workloads-unique",
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
        "error workloadIdentities[1]: shop/orders is there already, at position 0",
      ],
    ],
  },
  {
    rule: "aks/load-balancing/workload-grants",
    passes: [["a role on a scope", withGrants({ role: "Storage Blob Data Reader", scope: blobs })]],
    fails: [
      [
        "no rights",
        withGrants(),
        "warning workloadIdentities[0]: has no rights in Azure yet: name roles and scopes in grants",
      ],
      [
        "a name for a scope",
        withGrants({ role: "Reader", scope: "shop" }),
        'error workloadIdentities[0].grants[0].scope: must be the id of a resource, a resource group or a subscription, got "shop"',
      ],
    ],
  },
  {
    rule: "aks/load-balancing/dns-zones",
    passes: [["ids", cluster({ dns: { zones: [dnsZone] } })]],
    fails: [
      [
        "a name",
        cluster({ dns: { zones: ["example.com"] } }),
        'error dns.zones[0]: must be the id of a DNS zone (/subscriptions/…/providers/Microsoft.Network/dnsZones/…), got "example.com"',
      ],
      ["none", cluster({ dns: { zones: [] } }), "error dns.zones: must name at least one zone, got none"],
    ],
  },
  {
    rule: "aks/load-balancing/ingress-has-controller",
    passes: [["the controller", withLoadBalancing({ controller: true, ingress: "internal" })]],
    fails: [
      [
        "none",
        withLoadBalancing({ ingress: "internal" }),
        "error loadBalancing.ingress: is a setting of the controller: say controller: true, or leave it out",
      ],
    ],
  },
  {
    rule: "aks/load-balancing/application-gateway",
    passes: [["a subnet", withLoadBalancing({ applicationGateway: { subnetId: subnet("gateway") } })]],
    fails: [
      [
        "nothing",
        withLoadBalancing({ applicationGateway: {} }),
        "error loadBalancing.applicationGateway: must have one of gatewayId and subnetId, got none",
      ],
      [
        "a pod network of one's own",
        cluster({
          network: { podNetwork: "none" },
          loadBalancing: { applicationGateway: { subnetId: subnet("gateway") } },
        }),
        'error loadBalancing.applicationGateway: needs a pod network that AKS knows, got podNetwork "none"',
      ],
    ],
  },
  {
    rule: "aks/load-balancing/istio-revisions",
    passes: [
      ["two that follow each other", withLoadBalancing({ istio: { revisions: ["asm-1-26", "asm-1-27"] } })],
    ],
    fails: [
      [
        "two that do not",
        withLoadBalancing({ istio: { revisions: ["asm-1-24", "asm-1-27"] } }),
        "error loadBalancing.istio.revisions: must be revisions that follow each other, got asm-1-24 and asm-1-27",
      ],
      [
        "none",
        withLoadBalancing({ istio: { revisions: [] } }),
        "error loadBalancing.istio.revisions: must be one or two revisions, got 0",
      ],
      [
        "a version",
        withLoadBalancing({ istio: { revisions: ["1.27"] } }),
        'error loadBalancing.istio.revisions[0]: must be a revision such as asm-1-27, got "1.27"',
      ],
    ],
  },
  {
    rule: "aks/load-balancing/log-retention",
    passes: [["90 days", withObservability({ retentionDays: 90 })]],
    fails: [
      [
        "7 days",
        withObservability({ retentionDays: 7 }),
        "error observability.retentionDays: must be 30 to 730 days, got 7",
      ],
      [
        "an existing workspace's",
        withObservability({ retentionDays: 90, workspaceId: workspace }),
        "error observability.retentionDays: belongs to a new workspace; that of observability.workspaceId is its own matter",
      ],
    ],
  },
  {
    rule: "aks/load-balancing/log-types",
    passes: [["with audit", withObservability({ logTypes: ["kube-audit-admin"] })]],
    fails: [
      [
        "without",
        withObservability({ logTypes: ["guard"] }),
        "warning observability.logTypes: has neither kube-audit nor kube-audit-admin: nobody could say who changed what",
      ],
      [
        "one twice",
        withObservability({ logTypes: ["kube-audit", "kube-audit"] }),
        'error observability.logTypes[1]: "kube-audit" is there already, at position 0',
      ],
    ],
  },
  {
    rule: "aks/load-balancing/workload-grants-unique",
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
        'error workloadIdentities[0].grants[1]: "Reader" on this scope is there already, at position 0',
      ],
    ],
  },
  {
    rule: "aks/load-balancing/external-dns-is-ours",
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
        "error workloadIdentities[0]: external-dns/external-dns has an identity already, which is made with dns.zones",
      ],
    ],
  },
  {
    rule: "aks/load-balancing/routed-zones-are-together",
    passes: [
      [
        "public ones of one group, and private ones of another",
        cluster({
          dns: { zones: [dnsZone, `${dnsZone}.test`, elsewhere(privateZone("example.com"))] },
          loadBalancing: { controller: true },
        }),
      ],
      ["ExternalDNS, which does not mind", cluster({ dns: { zones: [dnsZone, elsewhere(dnsZone)] } })],
    ],
    fails: [
      [
        "public ones of two groups",
        cluster({ dns: { zones: [dnsZone, elsewhere(dnsZone)] }, loadBalancing: { controller: true } }),
        "error dns.zones[1]: must be in the resource group of zones[0]: the application routing add-on takes public zones of one group, and private ones of one",
      ],
    ],
  },
  {
    rule: "aks/load-balancing/dns-zones-unique",
    passes: [["one", cluster({ dns: { zones: [dnsZone] } })]],
    fails: [
      [
        "one twice",
        cluster({ dns: { zones: [dnsZone, dnsZone] } }),
        "error dns.zones[1]: is there already, at position 0",
      ],
    ],
  },
];
