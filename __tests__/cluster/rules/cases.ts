import { Token } from "cdktf";
import type { ClusterSpec, NodeGroupSpec } from "../../../modules/cluster/vocabulary";
import type { RuleCases } from "../rule-cases";

const cluster = (patch: Partial<ClusterSpec> = {}): ClusterSpec => ({
  name: "shop",
  region: "mars-1",
  kubernetesVersion: "1.35",
  access: { admins: [] },
  nodeGroups: [group()],
  ...patch,
});

const group = (patch: Partial<NodeGroupSpec> = {}): NodeGroupSpec => ({
  name: "workers",
  machineTypes: ["large"],
  size: 3,
  ...patch,
});

const withGroups = (...patches: Partial<NodeGroupSpec>[]) => cluster({ nodeGroups: patches.map(group) });

const withWorkloads = (...accounts: readonly (readonly [namespace: string, serviceAccount: string])[]) =>
  cluster({
    workloadIdentities: accounts.map(([namespace, serviceAccount]) => ({ namespace, serviceAccount })),
  });

/** The value of a field that refers to a variable. */
const variable = "${var.some}" as never;
const token = Token.asString({ some: "attribute" });

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

export const tables: readonly RuleCases<ClusterSpec>[] = [
  {
    rule: "cluster/access/principal-addresses",
    passes: [
      ["different names", cluster({ access: { admins: [role("a"), role("b")] } })],
      ["the same name under another path", cluster({ access: { admins: [role("a"), role("ops/a")] } })],
      ["references", cluster({ access: { admins: [variable, role("a")] } })],
    ],
    fails: [
      [
        "names that differ in punctuation",
        cluster({ access: { admins: [role("dev-ops")], viewers: [{ principal: role("dev_ops") }] } }),
        `error access.viewers[0].principal: "${role("dev_ops")}" and "${role("dev-ops")}" would have the same Terraform address; rename one of them`,
      ],
      [
        "e-mail addresses that differ in a dot",
        cluster({
          access: { admins: ["user:a.b@example.com"], editors: [{ principal: "user:a-b@example.com" }] },
        }),
        'error access.editors[0].principal: "user:a-b@example.com" and "user:a.b@example.com" would have the same Terraform address; rename one of them',
      ],
    ],
  },
  {
    rule: "cluster/access/workload-addresses",
    passes: [
      [
        "names that differ in letters",
        withWorkloads(["shop", "orders"], ["shop", "invoices"], ["shop-eu", "invoices"]),
      ],
      ["a duplicate, which another rule reports", withWorkloads(["shop", "orders"], ["shop", "orders"])],
      ["references", withWorkloads(["shop", variable], ["shop", variable])],
    ],
    fails: [
      [
        "a hyphen on both sides of the slash",
        withWorkloads(["shop-eu", "orders"], ["shop", "eu-orders"]),
        'error workloadIdentities[1]: "shop/eu-orders" and "shop-eu/orders" would have the same Terraform address; rename one of them',
      ],
      [
        "a dot instead of a hyphen",
        withWorkloads(["shop", "orders-v1"], ["shop", "orders.v1"]),
        'error workloadIdentities[1]: "shop/orders.v1" and "shop/orders-v1" would have the same Terraform address; rename one of them',
      ],
    ],
  },
  {
    rule: "cluster/fields/literal",
    passes: [
      ["literals", cluster({ network: { zones: ["a", "b"], nat: "single" } })],
      [
        "references in fields that do not decide which resources exist",
        withGroups({ labels: { team: variable }, maxPods: variable }),
      ],
      ["a token as principal", cluster({ access: { admins: [token] } })],
    ],
    fails: [
      [
        "a name from a variable",
        cluster({ name: variable }),
        'error name: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
      [
        "zones from a variable",
        cluster({ network: { zones: variable } }),
        'error network.zones: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
      [
        "one zone from a resource",
        cluster({ network: { zones: ["a", token] } }),
        `error network.zones[1]: must be a literal, got ${JSON.stringify(token)}: it decides which resources exist, before Terraform knows any variable`,
      ],
      [
        "a list and a number from resources",
        cluster({
          access: { admins: Token.asList({ some: "list" }) },
          nodeGroups: [group({ size: { min: Token.asNumber({ some: "number" }), max: 3 } })],
        }),
        "error access.admins: must be a literal, got a reference: it decides which resources exist, before Terraform knows any variable",
        "error nodeGroups[0].size.min: must be a literal, got a reference: it decides which resources exist, before Terraform knows any variable",
      ],
      [
        "all groups from a variable, without a crash",
        cluster({ nodeGroups: variable }),
        'error nodeGroups: must be a literal, got "${var.some}": it decides which resources exist, before Terraform knows any variable',
      ],
    ],
  },
  {
    rule: "cluster/network/range-syntax",
    passes: [
      ["no ranges", cluster()],
      [
        "networks",
        cluster({
          network: { cidr: "10.0.0.0/16", serviceCidr: "172.20.0.0/16" },
          access: { admins: [], publicFrom: ["203.0.113.7/32", "0.0.0.0/0"] },
        }),
      ],
      ["references", cluster({ network: { cidr: variable }, access: { admins: [], publicFrom: [token] } })],
    ],
    fails: [
      [
        "an address with a prefix",
        cluster({ network: { cidr: "10.0.0.5/16" } }),
        "error network.cidr: 10.0.0.5/16 is an address in 10.0.0.0/16; use 10.0.0.0/16",
      ],
      [
        "an address alone",
        cluster({ access: { admins: [], publicFrom: ["198.51.100.0/24", "203.0.113.7"] } }),
        'error access.publicFrom[1]: must be an IPv4 range such as 10.0.0.0/16, got "203.0.113.7"; this address alone is 203.0.113.7/32',
      ],
      [
        "the internet as an address, an address as a network, and a network that leaves the private ranges",
        cluster({
          network: { cidr: "10.20.0.0", serviceCidr: "172.16.0.0/11" },
          access: { admins: [], publicFrom: ["0.0.0.0"] },
        }),
        'error network.cidr: must be an IPv4 range such as 10.20.0.0/16, got "10.20.0.0"',
        "error network.serviceCidr: must be within 172.16.0.0/12, got 172.16.0.0/11",
        'error access.publicFrom[0]: must be an IPv4 range such as 10.0.0.0/16, got "0.0.0.0"',
      ],
      [
        "IPv6",
        cluster({ network: { serviceCidr: "fd00::/108" } }),
        'error network.serviceCidr: must be an IPv4 range, got "fd00::/108"',
      ],
      [
        "something else",
        cluster({ network: { cidr: "10.0.0.0/33", serviceCidr: "" } }),
        'error network.cidr: must be an IPv4 range such as 10.0.0.0/16, got "10.0.0.0/33"',
        'error network.serviceCidr: must be an IPv4 range such as 10.0.0.0/16, got ""',
      ],
    ],
  },
  {
    rule: "cluster/network/network-zones",
    passes: [
      ["omitted", cluster()],
      ["a number", cluster({ network: { zones: 1 } })],
      ["names", cluster({ network: { zones: ["a", "b"] } })],
      ["a reference", cluster({ network: { zones: variable } })],
    ],
    fails: [
      [
        "none",
        cluster({ network: { zones: 0 } }),
        "error network.zones: must be a whole number of at least 1, got 0",
      ],
      [
        "a fraction",
        cluster({ network: { zones: 2.5 } }),
        "error network.zones: must be a whole number of at least 1, got 2.5",
      ],
      [
        "an empty list",
        cluster({ network: { zones: [] } }),
        "error network.zones: must name at least one zone, got an empty list",
      ],
      [
        "one twice",
        cluster({ network: { zones: ["a", "b", "a"] } }),
        'error network.zones[2]: "a" is a duplicate of [0]',
      ],
    ],
  },
  {
    rule: "cluster/network/group-zones",
    passes: [
      ["omitted", withGroups({})],
      ["some of the network's", withGroups({ zones: ["zone-a", "zone-c"] })],
    ],
    fails: [
      [
        "none",
        withGroups({ zones: [] }),
        "error nodeGroups[0].zones: must name at least one zone; if omitted, the group uses all zones of the network",
      ],
      [
        "an unknown zone and a duplicate",
        withGroups({ zones: ["zone-a", "zone-x", "zone-a"] }),
        'error nodeGroups[0].zones[2]: "zone-a" is a duplicate of [0]',
        'error nodeGroups[0].zones[1]: must be a zone of the network (zone-a, zone-b, zone-c), got "zone-x"',
      ],
    ],
  },
  {
    rule: "cluster/node-groups/group-names",
    passes: [["lower case", withGroups({ name: "a" }, { name: "gpu-2" })]],
    fails: [
      [
        "upper case, an underscore, a leading digit, an empty name",
        withGroups({ name: "Workers" }, { name: "a_b" }, { name: "1a" }, { name: "" }),
        ...["Workers", "a_b", "1a", ""].map(
          (name, i) =>
            `error nodeGroups[${i}].name: must start with a lower-case letter and hold lower-case letters, digits and "-", got "${name}"`,
        ),
      ],
    ],
  },
  {
    rule: "cluster/node-groups/group-names-unique",
    passes: [["two names", withGroups({ name: "a" }, { name: "b" })]],
    fails: [
      [
        "one name twice",
        withGroups({ name: "a" }, { name: "b" }, { name: "a" }),
        'error nodeGroups[2].name: "a" is also the name of nodeGroups[0]',
      ],
    ],
  },
  {
    rule: "cluster/node-groups/former-names",
    passes: [["other names", withGroups({ name: "a", formerName: "b" }, { name: "c", formerName: "d" })]],
    fails: [
      [
        "the name of another group",
        withGroups({ name: "a", formerName: "b" }, { name: "b" }),
        'error nodeGroups[0].formerName: "b" is the name of nodeGroups[1]; remove formerName, or that group',
      ],
      [
        "the name of the group",
        withGroups({ name: "a", formerName: "a" }),
        'error nodeGroups[0].formerName: "a" is the name of nodeGroups[0]; remove formerName, or that group',
      ],
      [
        "one name twice",
        withGroups({ name: "a", formerName: "c" }, { name: "b", formerName: "c" }),
        'error nodeGroups[1].formerName: "c" is also the former name of nodeGroups[0]',
      ],
      [
        "no name",
        withGroups({ name: "a", formerName: "B_1" }),
        'error nodeGroups[0].formerName: must start with a lower-case letter and hold lower-case letters, digits and "-", got "B_1"',
      ],
    ],
  },
  {
    rule: "cluster/node-groups/size-numbers",
    passes: [
      ["a number", withGroups({ size: 1 })],
      ["a range that starts at 0", withGroups({ size: { min: 0, max: 1 } })],
      ["references", withGroups({ size: variable }, { size: { min: variable, max: 3 } })],
    ],
    fails: [
      [
        "no nodes, as a fixed size",
        withGroups({ size: 0 }),
        "error nodeGroups[0].size: must be a whole number of at least 1, got 0; a group that may be empty has a range such as {min: 0, max: 3}",
      ],
      [
        "a fraction and negative numbers",
        withGroups({ size: 2.5 }, { size: { min: -1, max: 0 } }),
        "error nodeGroups[0].size: must be a whole number of at least 1, got 2.5",
        "error nodeGroups[1].size.min: must be a whole number of at least 0, got -1",
        "error nodeGroups[1].size.max: must be a whole number of at least 1, got 0",
      ],
    ],
  },
  {
    rule: "cluster/node-groups/size-order",
    passes: [
      ["ends in order", withGroups({ size: { min: 3, max: 3 } }, { size: 4 })],
      ["a reference", withGroups({ size: { min: variable, max: 1 } })],
    ],
    fails: [
      [
        "ends in the wrong order",
        withGroups({}, { size: { min: 3, max: 2 } }),
        "error nodeGroups[1].size.max: must be at least min (3), got 2",
      ],
    ],
  },
  {
    rule: "cluster/node-groups/size-over-zones",
    passes: [
      ["one node for each zone", withGroups({ spread: "per-zone", size: 3 })],
      ["a range that starts below", withGroups({ spread: "per-zone", size: { min: 1, max: 3 } })],
      ["few nodes in one group", withGroups({ spread: "one-group", size: 1 })],
      ["few zones", withGroups({ spread: "per-zone", size: 1, zones: ["zone-b"] })],
      [
        "a range in the wrong order, which another rule reports",
        withGroups({ spread: "per-zone", size: { min: 5, max: 2 } }),
      ],
    ],
    fails: [
      [
        "fewer nodes than zones",
        withGroups({ spread: "per-zone", size: 2 }),
        'error nodeGroups[0].size: must be at least the number of zones (3) with spread "per-zone", got 2: zone-c would have no node; increase it, or set fewer zones for the group',
      ],
      [
        "a range that never reaches all zones",
        withGroups({ spread: "per-zone", size: { min: 0, max: 1 }, zones: ["zone-a", "zone-b"] }),
        'error nodeGroups[0].size.max: must be at least the number of zones (2) with spread "per-zone", got 1: zone-b would have no node; increase it, or set fewer zones for the group',
      ],
    ],
  },
  {
    rule: "cluster/node-groups/machine-types",
    passes: [["two types", withGroups({ machineTypes: ["large", "huge"] })]],
    fails: [
      [
        "none",
        withGroups({ machineTypes: [] }),
        "error nodeGroups[0].machineTypes: must name at least one machine type",
      ],
      [
        "one twice",
        withGroups({ machineTypes: ["large", "large"] }),
        'error nodeGroups[0].machineTypes[1]: "large" is a duplicate of [0]',
      ],
    ],
  },
  {
    rule: "cluster/node-groups/upgrade-pace",
    passes: [
      [
        "a number or a percentage",
        withGroups({ upgrade: { maxUnavailable: 1 } }, { upgrade: { maxUnavailablePercent: 100 } }),
      ],
      ["a field of one platform only", withGroups({ upgrade: { strategy: "blue-green" } as object })],
      ["nothing", withGroups({})],
    ],
    fails: [
      [
        "both, or neither",
        withGroups({ upgrade: { maxUnavailable: 1, maxUnavailablePercent: 10 } }, { upgrade: {} }),
        "error nodeGroups[0].upgrade: must have one of maxUnavailable and maxUnavailablePercent, got both",
        "error nodeGroups[1].upgrade: must have one of maxUnavailable and maxUnavailablePercent, got none",
      ],
      [
        "none, or too many",
        withGroups({ upgrade: { maxUnavailable: 0 } }, { upgrade: { maxUnavailablePercent: 101 } }),
        "error nodeGroups[0].upgrade.maxUnavailable: must be a whole number from 1 to 100, got 0",
        "error nodeGroups[1].upgrade.maxUnavailablePercent: must be a whole number from 1 to 100, got 101",
      ],
    ],
  },
  {
    rule: "cluster/node-groups/disk-size",
    passes: [
      ["whole GiB", withGroups({ disk: { sizeGiB: 1 } }, { disk: {} }, { disk: { sizeGiB: variable } })],
    ],
    fails: [
      [
        "0 and a fraction",
        withGroups({ disk: { sizeGiB: 0 } }, { disk: { sizeGiB: 50.5 } }),
        "error nodeGroups[0].disk.sizeGiB: must be a whole number of GiB, got 0",
        "error nodeGroups[1].disk.sizeGiB: must be a whole number of GiB, got 50.5",
      ],
    ],
  },
  {
    rule: "cluster/node-groups/label-keys",
    passes: [
      ["a prefix of 253 characters", withGroups({ labels: { [`${"d".repeat(253)}/team`]: "a" } })],
      [
        "plain and qualified",
        withGroups({ labels: { team: "a", "example.com/Team_1.x": "b", ["k".repeat(63)]: "c" } }),
      ],
    ],
    fails: [
      [
        "nothing before the slash",
        withGroups({ labels: { "/team": "a" } }),
        'error at key nodeGroups[0].labels["/team"]: the part of a key before "/" must be a DNS name such as example.com, got ""',
      ],
      [
        "a blank in the name",
        withGroups({ labels: { "my team": "a" } }),
        'error at key nodeGroups[0].labels["my team"]: the name in a key must hold letters, digits, "-", "_" and ".", with a letter or digit at both ends, got "my team"',
      ],
      [
        "a name that is too long",
        withGroups({ labels: { ["k".repeat(64)]: "a" } }),
        `error at key nodeGroups[0].labels.${"k".repeat(64)}: the name in a key must have at most 63 characters, "${"k".repeat(64)}" has 64`,
      ],
      [
        "a prefix that is not a DNS name, and two slashes",
        withGroups({ labels: { "Example.com/team": "a", "example.com/a/b": "c" } }),
        'error at key nodeGroups[0].labels["Example.com/team"]: the part of a key before "/" must be a DNS name such as example.com, got "Example.com"',
        'error at key nodeGroups[0].labels["example.com/a/b"]: the name in a key must hold letters, digits, "-", "_" and ".", with a letter or digit at both ends, got "a/b"',
      ],
      [
        "a key from a variable",
        withGroups({ labels: { "${var.some}": "a" } }),
        'error at key nodeGroups[0].labels["${var.some}"]: the key of a label must be a literal; its value may be a reference',
      ],
    ],
  },
  {
    rule: "cluster/node-groups/label-values",
    passes: [
      ["63 characters", withGroups({ labels: { a: "v".repeat(63) } })],
      [
        "the value of a reserved label, which another rule reports",
        withGroups({ labels: { "node-role.kubernetes.io/worker": "for all" } }),
      ],
      [
        "short names, an empty value, a reference",
        withGroups({ labels: { a: "x.y_z-1", b: "", c: variable } }),
      ],
    ],
    fails: [
      [
        "a sentence, a number, a long value",
        withGroups({ labels: { a: "for all", b: 1 as never, c: "v".repeat(64) } }),
        'error nodeGroups[0].labels.a: must hold letters, digits, "-", "_" and ".", with a letter or digit at both ends, got "for all"',
        "error nodeGroups[0].labels.b: must be text, got 1; put it in quotes",
        `error nodeGroups[0].labels.c: must have at most 63 characters, "${"v".repeat(64)}" has 64`,
      ],
    ],
  },
  {
    rule: "cluster/node-groups/reserved-labels",
    passes: [
      [
        "labels that a kubelet may set",
        withGroups({
          labels: {
            "node.kubernetes.io/pool": "a",
            "topology.kubernetes.io/zone": "b",
            "mykubernetes.io/a": "c",
          },
        }),
      ],
    ],
    fails: [
      [
        "a role, and a subdomain",
        withGroups({ labels: { "node-role.kubernetes.io/worker": "", "a.k8s.io/b": "c" } }),
        'error at key nodeGroups[0].labels["node-role.kubernetes.io/worker"]: "node-role.kubernetes.io/worker" is reserved: nodes may set no labels of node-role.kubernetes.io, and would not start; use your own domain, such as example.com/worker',
        'error at key nodeGroups[0].labels["a.k8s.io/b"]: "a.k8s.io/b" is reserved: nodes may set no labels of a.k8s.io, and would not start; use your own domain, such as example.com/b',
      ],
    ],
  },
  {
    rule: "cluster/node-groups/taint-names",
    passes: [
      [
        "with and without a value",
        withGroups({
          taints: [
            { key: "example.com/gpu", value: "a", effect: "NoSchedule" },
            { key: "b", effect: "NoExecute" },
          ],
        }),
      ],
    ],
    fails: [
      [
        "an invalid key and an invalid value",
        withGroups({ taints: [{ key: "-gpu", value: "a b", effect: "NoSchedule" }] }),
        'error nodeGroups[0].taints[0].key: the name in a key must hold letters, digits, "-", "_" and ".", with a letter or digit at both ends, got "-gpu"',
        'error nodeGroups[0].taints[0].value: must hold letters, digits, "-", "_" and ".", with a letter or digit at both ends, got "a b"',
      ],
    ],
  },
  {
    rule: "cluster/node-groups/taints-unique",
    passes: [
      [
        "one key with two effects",
        withGroups({
          taints: [
            { key: "a", effect: "NoSchedule" },
            { key: "a", effect: "NoExecute" },
          ],
        }),
      ],
    ],
    fails: [
      [
        "one key and effect with two values",
        withGroups({
          taints: [
            { key: "a", value: "x", effect: "NoSchedule" },
            { key: "a", value: "y", effect: "NoSchedule" },
          ],
        }),
        "error nodeGroups[0].taints[1]: a:NoSchedule is a duplicate of [0]",
      ],
    ],
  },
];
