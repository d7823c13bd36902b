import { type GkeRuleCases, cluster, withGroups } from "../../rule-support";

export const cases: readonly GkeRuleCases[] = [
  {
    rule: "gke/control-plane/node-group-addresses",
    passes: [["two names", withGroups({ name: "a" }, { name: "b", spread: "per-zone" })]],
    fails: [
      [
        "names that differ in a dash",
        withGroups({ name: "a-b" }, { name: "a--b" }),
        'error nodeGroups[1].name: "a--b" and "a-b" would have the same Terraform address; rename one of them',
      ],
      [
        "the rest of another",
        withGroups({ name: "a" }, { name: "a-rest" }),
        'error nodeGroups[1].name: "a-rest" and "a" would have the same Terraform address; rename one of them',
      ],
      [
        "the zone of another",
        withGroups({ name: "a", spread: "per-zone" }, { name: "a-europe-west3-a" }),
        'error nodeGroups[1].name: "a-europe-west3-a" and "a" would have the same Terraform address; rename one of them',
      ],
    ],
  },
  {
    rule: "gke/control-plane/list-addresses",
    passes: [["names", cluster({ storage: { object: { buckets: ["shop-a", "shop-b"] } } })]],
    fails: [
      [
        "names that differ in a dot",
        cluster({ storage: { object: { buckets: ["shop-a", "shop.a"] } } }),
        'error storage.object.buckets[1]: "shop.a" and "shop-a" would have the same Terraform address; rename one of them',
      ],
      [
        "DNS zones that differ in the number of hyphens",
        cluster({ dns: { zones: ["shop--a", "shop-a"] } }),
        'error dns.zones[1]: "shop-a" and "shop--a" would have the same Terraform address; rename one of them',
      ],
    ],
  },
];
