import { planOf } from "../../../modules/aks/capacity/plan";
import type { AksClusterProps } from "../../../modules/aks/spec";
import { usedOf } from "../../../modules/cluster/plan";
import { cluster, existing, group, variable, withExisting, withNetwork } from "../rule-support";

/** Supplies as `name (detail): used/size`. */
const told = (props: AksClusterProps, isQuota: boolean) =>
  planOf(props)
    .supplies.filter((supply) => (supply.isQuota ?? false) === isQuota)
    .map((supply) => `${supply.name} (${supply.detail}): ${usedOf(supply)}/${supply.size}`);

const room = (props: AksClusterProps) => told(props, false);

test("vCPUs are drawn from the quota of their family, those of spot machines from one of their own", () => {
  const groups = [
    group(),
    group({ name: "batch", capacity: "spot", size: 5 }),
    group({ name: "new", machineTypes: ["Standard_D4ds_v99"] }),
  ];
  expect(told(cluster({ nodeGroups: groups }), true)).toEqual([
    "vCPUs of standardDDSv5Family (quota, unless raised): 56/20",
    "vCPUs of spot machines (quota, unless raised): 20/20",
  ]);
});

/** Nodes and those that an upgrade adds, of a group behind the first one. */
const nodes = (patch: Parameters<typeof group>[0]) => {
  const groups = [group({ name: "first" }), group({ size: 10, ...patch })];
  const worker = planOf(cluster({ nodeGroups: groups })).workers[1];
  return [worker.nodes, worker.surge];
};

test("a new network: an address for each node, a /24 of pods for each", () => {
  // 10 at most, and a third of them for upgrades; Azure keeps five addresses of 32,768.
  expect(room(cluster())).toEqual([
    "nodes (10.0.0.0/17): 14/32763",
    "pods (a /24 each) (10.244.0.0/16): 14/256",
  ]);
});

test("pods in the nodes' subnet take addresses of it: 30 and one for each node", () => {
  expect(room(withNetwork({ podNetwork: "flat" }))).toEqual(["nodes (10.0.0.0/17): 434/32763"]);
  const few = cluster({ network: { podNetwork: "flat" }, nodeGroups: [group({ maxPods: 20 })] });
  expect(room(few)).toEqual(["nodes (10.0.0.0/17): 294/32763"]);
});

test("pods with a subnet take addresses of theirs", () => {
  expect(room(withNetwork({ podNetwork: "pod-subnet", cidr: "10.0.0.0/20" }))).toEqual([
    "nodes (10.0.0.0/21): 14/2043",
    "pods (10.0.8.0/22): 420/1019",
  ]);
});

test("zones with subnets of their own have their parts of groups", () => {
  const perZone = cluster({ network: { nat: "per-zone" }, nodeGroups: [group({ spread: "per-zone" })] });
  // Parts of 4, 3 and 3 nodes have 2, 1 and 1 more in an upgrade.
  expect(room(perZone).slice(0, 3)).toEqual([
    "nodes 1 (10.0.0.0/19): 6/8187",
    "nodes 2 (10.0.32.0/19): 4/8187",
    "nodes 3 (10.0.64.0/19): 4/8187",
  ]);
});

test("an existing network counts where its ranges are told", () => {
  expect(room(withExisting())[0]).toBe("nodes (10.1.0.0/22): 14/1019");
  expect(room(withExisting({ nodeSubnetCidr: undefined }))).toEqual([
    "pods (a /24 each) (10.244.0.0/16): 14/256",
  ]);
  const pods = { podSubnetId: existing.nodeSubnetId, podSubnetCidr: "10.1.8.0/23" };
  expect(room(withExisting(pods, { podNetwork: "pod-subnet" }))[1]).toBe("pods (10.1.8.0/23): 420/507");
});

test("ports of the load balancer are dealt to nodes where the file says how many", () => {
  const balanced = (egress: object) => room(withNetwork({ egress: { type: "load-balancer", ...egress } }))[2];
  expect(balanced({ portsPerNode: 1024 })).toBe("outbound ports (1 × 64000): 14336/64000");
  expect(balanced({ portsPerNode: 8000, ips: 2 })).toBe("outbound ports (2 × 64000): 112000/128000");
  expect(balanced({})).toBeUndefined();
});

test.each<[string, Parameters<typeof group>[0], [number, number]]>([
  ["a third more", {}, [10, 4]],
  ["two more", { upgrade: { maxSurge: 2 } }, [10, 2]],
  ["half as many again", { upgrade: { maxSurge: "50%" } }, [10, 5]],
  ["fewer, not more", { upgrade: { maxUnavailable: 1 } }, [10, 0]],
  ["a tenth fewer, not more", { upgrade: { maxUnavailablePercent: 10 } }, [10, 0]],
  ["none of spot machines", { capacity: "spot" }, [10, 0]],
  ["a third more of each part", { spread: "per-zone" }, [10, 4]],
  ["of the largest size", { size: { min: 1, max: 30 } }, [30, 10]],
])("an upgrade takes %s", (_, patch, expected) => {
  expect(nodes(patch)).toEqual(expected);
});

test("nothing is said of groups whose number only Terraform knows", () => {
  const plan = planOf(cluster({ nodeGroups: [group({ size: variable }), group({ name: "b", size: 3 })] }));
  expect(plan.workers.map((worker) => worker.group)).toEqual(["b"]);
});

test.each([
  ["overlay", "a /24 of the pods' range for each node (overlay)"],
  ["pod-subnet", "addresses of the pods' subnet"],
  ["flat", "addresses of the nodes' subnet"],
  ["none", "as the pod network that is installed gives them"],
] as const)("%s in words: %s", (podNetwork, words) => {
  expect(planOf(withNetwork({ podNetwork })).podNetwork).toBe(words);
});
