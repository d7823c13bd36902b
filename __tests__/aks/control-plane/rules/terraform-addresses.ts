import {
  type AksRuleCases,
  blobs,
  cluster,
  dnsZone,
  privateZone,
  registry,
  vault,
  withGrants,
  withGroups,
  withOptions,
  withStorage,
} from "../../rule-support";

const rename = "would have the same Terraform address; rename one of them";

export const cases: readonly AksRuleCases[] = [
  {
    rule: "aks/control-plane/node-group-addresses",
    passes: [
      ["different names", withGroups({ name: "a", spread: "per-zone" }, { name: "a-b" })],
      ["a zone's name, and a group over all zones", withGroups({ name: "a" }, { name: "a-zone-1" })],
    ],
    fails: [
      [
        "a group with the name of another's pool in a zone",
        withGroups({ name: "a", spread: "per-zone" }, { name: "a-zone-1" }),
        `error nodeGroups[1].name: "a-zone-1" and "a" ${rename}`,
      ],
    ],
  },
  {
    rule: "aks/control-plane/list-addresses",
    passes: [
      ["different names", withOptions({ registries: [registry, `${registry}2`] })],
      [
        "a public and a private zone of one name",
        cluster({ dns: { zones: [dnsZone, privateZone("example.com")] } }),
      ],
    ],
    fails: [
      [
        "containers with a hyphen on both sides",
        withStorage({
          object: { buckets: [`${blobs}-a`, blobs.replace("models", "models--a")] },
        }),
        `error storage.object.buckets[1]: "${blobs.replace("models", "models--a")}" and "${blobs}-a" ${rename}`,
      ],
      [
        "zones of one name in two resource groups",
        cluster({ dns: { zones: [dnsZone, dnsZone.replace("Groups/shop", "Groups/other")] } }),
        `error dns.zones[1]: "${dnsZone.replace("Groups/shop", "Groups/other")}" and "${dnsZone}" ${rename}`,
      ],
      [
        "grants on resources of two subscriptions",
        withGrants(
          { role: "Reader", scope: vault },
          { role: "Reader", scope: vault.replace("00000000-", "11111111-") },
        ),
        `error workloadIdentities[0].grants[1]: "Reader on ${vault.replace("00000000-", "11111111-")}" and "Reader on ${vault}" ${rename}`,
      ],
    ],
  },
];
