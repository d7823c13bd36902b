import { usedOf } from "../../../modules/cluster/plan";
import { planOf } from "../../../modules/eks/capacity/plan";
import type { EksClusterProps } from "../../../modules/eks/spec";
import { cluster, group } from "../rule-support";

/** Two zones and one node group in both: an m7i.large has 3 interfaces with 10 addresses each. */
const small: EksClusterProps = cluster({
  network: { cidr: "10.0.0.0/22", zones: 2 },
  nodeGroups: [group({ size: { min: 1, max: 3 } })],
});

const withNetwork = (network: EksClusterProps["network"]) =>
  planOf({ ...small, network: { ...small.network, ...network } });

/** Each capacity as `name (detail): used/size`. */
const capacities = (props: EksClusterProps) =>
  planOf(props).capacities.map(
    (capacity) => `${capacity.name} (${capacity.detail}): ${usedOf(capacity)}/${capacity.size}`,
  );

test("a new network: subnets of each tier, elastic IPs, rules", () => {
  // (3 + 4) / 2 is 4 nodes in a zone; the control plane takes 6 addresses.
  expect(capacities(small)).toEqual([
    "private eu-central-1a (10.0.0.0/25): 120/123",
    "private eu-central-1b (10.0.0.128/25): 120/123",
    "public eu-central-1a (10.0.3.0/28): 1/11",
    "public eu-central-1b (10.0.3.16/28): 1/11",
    "intra eu-central-1a (10.0.3.128/28): 6/11",
    "intra eu-central-1b (10.0.3.144/28): 6/11",
    "VPCs (eu-central-1): 1/5",
    "elastic IPs (eu-central-1): 2/5",
    "node rules, in (security group): 3/60",
    "node rules, out (security group): 1/60",
  ]);
});

test("WARM_IP_TARGET uses fewer addresses than whole interfaces", () => {
  const withTarget = (env: object) =>
    capacities({ ...small, eks: { addOns: { "vpc-cni": { configuration: { env } } } } })[0];
  // 4 nodes, each with 29 pods, 2 warm addresses and one for each of its 3 interfaces, limited to what the interfaces hold.
  expect(withTarget({ WARM_IP_TARGET: "2" })).toBe("private eu-central-1a (10.0.0.0/25): 120/123");
  const large = { ...small, nodeGroups: [group({ machineTypes: ["m7i.4xlarge"], size: 1 })] };
  const ofLarge = (env: object) =>
    planOf({ ...large, eks: { addOns: { "vpc-cni": { configuration: { env } } } } }).capacities.map(
      usedOf,
    )[0];
  // 3 nodes with surge: 110 pods, 2 warm addresses, 4 interfaces; without a target 5 interfaces with 30 addresses.
  expect(ofLarge({ WARM_IP_TARGET: "2" })).toBe(3 * 116);
  expect(ofLarge({})).toBe(3 * 150);
});

test("a private network has no gateways, and endpoints in addition to the control plane", () => {
  expect(capacities({ ...small, network: { ...small.network, private: true, cidr: "10.0.0.0/21" } })).toEqual(
    [
      "private eu-central-1a (10.0.0.0/24): 120/251",
      "private eu-central-1b (10.0.1.0/24): 120/251",
      "intra eu-central-1a (10.0.7.0/27): 14/27",
      "intra eu-central-1b (10.0.7.32/27): 14/27",
      "VPCs (eu-central-1): 1/5",
      "elastic IPs (eu-central-1): 0/5",
      "node rules, in (security group): 3/60",
      "node rules, out (security group): 1/60",
    ],
  );
});

test("an existing network: the subnets of a zone together, the control plane in the node subnets, pods separately", () => {
  const nodeSubnets = [
    { id: "subnet-00000000000000001", zone: "eu-central-1a", cidr: "10.1.0.0/25" },
    { id: "subnet-00000000000000002", zone: "eu-central-1a", cidr: "10.1.1.0/25" },
    { id: "subnet-00000000000000003", zone: "eu-central-1b", cidr: "10.1.2.0/24" },
  ];
  const podSubnets = [
    { id: "subnet-00000000000000011", zone: "eu-central-1a", cidr: "100.64.0.0/24" },
    { id: "subnet-00000000000000012", zone: "eu-central-1b" },
  ];
  const existing = { vpcId: "vpc-0a1b2c3d4e5f67890", nodeSubnets, podSubnets };
  expect(capacities({ ...small, network: { existing } })).toEqual([
    "nodes eu-central-1a (10.1.0.0/25, 10.1.1.0/25): 10/246",
    "nodes eu-central-1b (10.1.2.0/24): 10/251",
    "pods eu-central-1a (100.64.0.0/24): 80/251",
    "node rules, in (security group): 3/60",
    "node rules, out (security group): 1/60",
  ]);
});

test("security groups count for the interfaces of node groups that set them", () => {
  const securityGroups = ["sg-0a1b2c3d4e5f60001", "sg-0a1b2c3d4e5f60002"];
  expect(
    capacities({ ...small, nodeGroups: [group({ securityGroups }), group({ name: "others" })] }),
  ).toContain("groups of workers (network interface): 3/5");
});

test.each([
  ["none", 0],
  ["single", 1],
  ["per-zone", 2],
  ["regional", 0],
] as const)("NAT %s takes %i elastic IPs of the account", (nat, count) => {
  const addresses = withNetwork({ nat }).capacities.find(({ name }) => name === "elastic IPs")!;
  expect(usedOf(addresses)).toBe(count);
});

/** The formulas of AWS for a machine type: pods of a node, and addresses in the node subnet and in the pod subnet. */
describe.each([
  ["secondary addresses", {}, "m7i.large", 29, 30, 0],
  ["secondary addresses", {}, "m7i.16xlarge", 250, 350, 0],
  ["prefixes", { podAddresses: "prefixes" }, "m7i.large", 110, 129, 0],
  ["prefixes", { podAddresses: "prefixes" }, "t3.nano", 34, 65, 0],
  ["secondary addresses, in separate subnets", { podCidr: "100.64.0.0/16" }, "m7i.large", 20, 1, 20],
  [
    "prefixes, in separate subnets",
    { podCidr: "100.64.0.0/16", podAddresses: "prefixes" },
    "m7i.large",
    110,
    1,
    129,
  ],
  ["IPv6 prefixes", { ipFamily: "ipv6" }, "m7i.large", 110, 1, 0],
] as const)("%s", (description, network, type, pods, ofNodes, ofPods) => {
  const props = cluster({ network, nodeGroups: [group({ machineTypes: [type], size: 1 })] });
  const { podNetwork, workers, capacities } = planOf(props);

  test(`${type} runs ${pods} pods`, () => {
    expect([podNetwork, workers[0].podsPerNode]).toEqual([description, pods]);
    expect(workers[0].addressesPerNode).toBe(ofNodes + ofPods);
  });

  test("nodes and pods use addresses of their subnets", () => {
    const eachIn = (name: string) =>
      capacities.find((capacity) => capacity.name === `${name} eu-central-1a`)?.usages[0]?.each ?? 0;
    expect([eachIn("private"), eachIn("pods")]).toEqual([ofNodes, ofPods]);
  });
});

test("a node group counts at its maximum size during a rolling update, with the machine type that uses the most addresses", () => {
  const { workers } = planOf(
    cluster({
      nodeGroups: [
        group({ machineTypes: ["m7i.large", "m7i.xlarge"], size: { min: 1, max: 20 }, spread: "per-zone" }),
        group({ name: "fixed", size: 40, upgrade: { maxUnavailable: 10 }, maxPods: 20 }),
      ],
    }),
  );
  expect(workers).toEqual([
    {
      group: "workers",
      machineType: "m7i.xlarge",
      nodes: 20,
      // 33 % of 7, 7 and 6 is 3, 3 and 2.
      surge: 8,
      podsPerNode: 58,
      addressesPerNode: 60,
    },
    { group: "fixed", machineType: "m7i.large", nodes: 40, surge: 10, podsPerNode: 20, addressesPerNode: 30 },
  ]);
});

test("the plan of an invalid network has no subnets", () => {
  const { capacities } = planOf(cluster({ network: { cidr: "10.0.0.0/29", podCidr: "10.1.0.0/30" } }));
  expect(capacities.map(({ name }) => name)).toEqual([
    "VPCs",
    "elastic IPs",
    "node rules, in",
    "node rules, out",
  ]);
});

describe("nodes outside node groups", () => {
  const provisioned = (eks: EksClusterProps["eks"], network?: EksClusterProps["network"]) =>
    planOf(
      cluster({
        autoscaling: "auto-provisioning",
        nodeGroups: [],
        network: { zones: 2, ...network },
        eks: { fargateProfiles: [{ name: "apps", selectors: [{ namespace: "apps" }] }], ...eks },
      }),
    );
  const unbounded = (by: string, field: string) =>
    `${by} has no bound and is not counted; set one in ${field}`;

  test("are not counted without a bound, and the plan reports that", () => {
    const { workers, capacities, notes } = provisioned({});
    expect([workers, usedOf(capacities[0])]).toEqual([[], 0]);
    expect(notes).toEqual([
      unbounded("Karpenter", "eks.autoProvisioning.plannedNodes"),
      unbounded("Fargate apps", "eks.fargateProfiles[0].plannedPods"),
    ]);
  });

  // The type: 8 vCPUs, 4 interfaces of 15 addresses.
  test.each([
    ["Karpenter", {}, {}, 58, 60],
    ["Karpenter", {}, { podAddresses: "prefixes" }, 110, 129],
    ["Auto Mode", { by: "auto-mode" }, {}, 110, 129],
    ["Auto Mode", { by: "auto-mode" }, { ipFamily: "ipv6" }, 110, 1],
  ] as const)("of %s are counted up to their bound: %j, %j", (by, spec, network, pods, addresses) => {
    const { workers, capacities, notes } = provisioned(
      {
        autoProvisioning: { ...spec, plannedNodes: 5, largestMachineType: "m7i.2xlarge" },
        fargateProfiles: [],
      },
      network,
    );
    expect(workers).toEqual([
      {
        group: by,
        machineType: "m7i.2xlarge",
        nodes: 5,
        surge: 0,
        podsPerNode: pods,
        addressesPerNode: addresses,
      },
    ]);
    expect(capacities[0].usages).toEqual([{ by, count: 3, each: addresses }]);
    expect(notes).toEqual([expect.stringMatching(/^vCPUs at most, .*: 40 on demand or spot; /)]);
  });

  test("use as many addresses as a large machine type if the file sets none", () => {
    const { workers } = provisioned({ autoProvisioning: { plannedNodes: 5 }, fargateProfiles: [] });
    expect(workers).toMatchObject([{ machineType: "any", podsPerNode: 110, addressesPerNode: 150 }]);
  });

  test("are one for each pod on Fargate, in the node subnets even with pod subnets", () => {
    const fargateProfiles = [{ name: "apps", selectors: [{ namespace: "apps" }], plannedPods: 9 }];
    const { workers, capacities } = provisioned({ fargateProfiles }, { podCidr: "100.64.0.0/16" });
    expect(workers).toMatchObject([{ group: "Fargate apps", nodes: 9, podsPerNode: 1, addressesPerNode: 1 }]);
    const usages = (name: string) =>
      capacities.find((capacity) => capacity.name === `${name} eu-central-1a`)?.usages;
    expect([usages("private"), usages("pods")]).toEqual([[{ by: "Fargate apps", count: 5, each: 1 }], []]);
  });
});

test("vCPUs are added by capacity type, and not checked", () => {
  const { notes } = planOf(
    cluster({ nodeGroups: [group({ size: 4 }), group({ name: "cheap", capacity: "spot", size: 2 })] }),
  );
  // Two vCPUs each; 4 and 2 nodes, and 6 more of each during an update.
  expect(notes).toEqual([
    "vCPUs at most, of the types above: 20 on demand, 16 spot; the EC2 quotas of the account are not checked",
  ]);
});

test("vCPUs of an unknown type are a note", () => {
  const { notes } = planOf(
    cluster({ nodeGroups: [group(), group({ name: "new", machineTypes: ["m99.large"] })] }),
  );
  expect(notes).toEqual([
    expect.stringMatching(/^vCPUs at most/),
    "vCPUs of the node group new are not counted: the machine type m99.large is in no table",
  ]);
});
