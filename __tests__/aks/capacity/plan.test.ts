import { planOf } from "../../../modules/aks/capacity/plan";
import type { AksClusterProps } from "../../../modules/aks/spec";
import { usedOf } from "../../../modules/cluster/plan";
import { cluster, existing, group, variable, withExisting, withNetwork } from "../rule-support";

/** Capacities as `name (detail): used/size`. */
const capacities = (props: AksClusterProps, isQuota: boolean) =>
  planOf(props)
    .capacities.filter((capacity) => (capacity.isQuota ?? false) === isQuota)
    .map((capacity) => `${capacity.name} (${capacity.detail}): ${usedOf(capacity)}/${capacity.size}`);

const addresses = (props: AksClusterProps) => capacities(props, false);

test("vCPUs use the quota of their family, and those of spot machines a separate quota", () => {
  const groups = [
    group(),
    group({ name: "batch", capacity: "spot", size: 5 }),
    group({ name: "new", machineTypes: ["Standard_D4ds_v99"] }),
  ];
  expect(capacities(cluster({ nodeGroups: groups }), true)).toEqual([
    "vCPUs of standardDDSv5Family (quota, unless raised): 56/20",
    "vCPUs of spot machines (quota, unless raised): 20/20",
  ]);
  expect(planOf(cluster({ nodeGroups: groups })).notes).toEqual([
    "vCPUs of the node group new are not counted: the machine type Standard_D4ds_v99 is in no table",
  ]);
});

/** The nodes of a group after the first one, and the nodes that an upgrade adds. */
const nodes = (patch: Parameters<typeof group>[0]) => {
  const groups = [group({ name: "first" }), group({ size: 10, ...patch })];
  const worker = planOf(cluster({ nodeGroups: groups })).workers[1];
  return [worker.nodes, worker.surge];
};

test("a new network has one address and a /24 of pod addresses for each node", () => {
  // At most 10 nodes, and a third more during upgrades; Azure reserves five of the 32,768 addresses.
  expect(addresses(cluster())).toEqual([
    "nodes (10.0.0.0/17): 14/32763",
    "pods (a /24 each) (10.244.0.0/16): 14/256",
  ]);
});

test("pods in the node subnet use its addresses: 30 for each node, and one for the node", () => {
  expect(addresses(withNetwork({ podNetwork: "flat" }))).toEqual(["nodes (10.0.0.0/17): 434/32763"]);
  const few = cluster({ network: { podNetwork: "flat" }, nodeGroups: [group({ maxPods: 20 })] });
  expect(addresses(few)).toEqual(["nodes (10.0.0.0/17): 294/32763"]);
});

test("pods in a pod subnet use its addresses", () => {
  expect(addresses(withNetwork({ podNetwork: "pod-subnet", cidr: "10.0.0.0/20" }))).toEqual([
    "nodes (10.0.0.0/21): 14/2043",
    "pods (10.0.8.0/22): 420/1019",
  ]);
});

test("the subnet of each zone counts the parts of node groups in its zone", () => {
  const perZone = cluster({ network: { nat: "per-zone" }, nodeGroups: [group({ spread: "per-zone" })] });
  // Parts of 4, 3 and 3 nodes have 2, 1 and 1 more nodes during an upgrade.
  expect(addresses(perZone).slice(0, 3)).toEqual([
    "nodes 1 (10.0.0.0/19): 6/8187",
    "nodes 2 (10.0.32.0/19): 4/8187",
    "nodes 3 (10.0.64.0/19): 4/8187",
  ]);
});

test("an existing network counts if the file states its ranges", () => {
  expect(addresses(withExisting())[0]).toBe("nodes (10.1.0.0/22): 14/1019");
  expect(addresses(withExisting({ nodeSubnetCidr: undefined }))).toEqual([
    "pods (a /24 each) (10.244.0.0/16): 14/256",
  ]);
  const pods = { podSubnetId: existing.nodeSubnetId, podSubnetCidr: "10.1.8.0/23" };
  expect(addresses(withExisting(pods, { podNetwork: "pod-subnet" }))[1]).toBe("pods (10.1.8.0/23): 420/507");
});

test("outbound ports of the load balancer count if the file sets portsPerNode", () => {
  const balanced = (egress: object) =>
    addresses(withNetwork({ egress: { type: "load-balancer", ...egress } }))[2];
  expect(balanced({ portsPerNode: 1024 })).toBe("outbound ports (1 × 64000): 14336/64000");
  expect(balanced({ portsPerNode: 8000, ips: 2 })).toBe("outbound ports (2 × 64000): 112000/128000");
  expect(balanced({})).toBeUndefined();
});

test.each<[string, Parameters<typeof group>[0], [number, number]]>([
  ["a third more nodes", {}, [10, 4]],
  ["two more nodes", { upgrade: { maxSurge: 2 } }, [10, 2]],
  ["half as many nodes more", { upgrade: { maxSurge: "50%" } }, [10, 5]],
  ["no more nodes with maxUnavailable", { upgrade: { maxUnavailable: 1 } }, [10, 0]],
  ["no more nodes with maxUnavailablePercent", { upgrade: { maxUnavailablePercent: 10 } }, [10, 0]],
  ["no more spot machines", { capacity: "spot" }, [10, 0]],
  ["a third more nodes of each part", { spread: "per-zone" }, [10, 4]],
  ["a third of the maximum size", { size: { min: 1, max: 30 } }, [30, 10]],
])("an upgrade takes %s", (_, patch, expected) => {
  expect(nodes(patch)).toEqual(expected);
});

test("node groups with a reference as their size are not counted", () => {
  const plan = planOf(cluster({ nodeGroups: [group({ size: variable }), group({ name: "b", size: 3 })] }));
  expect(plan.workers.map((worker) => worker.group)).toEqual(["b"]);
});

test.each([
  ["overlay", "a /24 of the pods' range for each node (overlay)"],
  ["pod-subnet", "addresses of the pods' subnet"],
  ["flat", "addresses of the nodes' subnet"],
  ["none", "as the pod network that is installed gives them"],
] as const)("%s is described as: %s", (podNetwork, description) => {
  expect(planOf(withNetwork({ podNetwork })).podNetwork).toBe(description);
});
