import { usedOf } from "../../../modules/cluster/plan";
import { planOf } from "../../../modules/gke/capacity/plan";
import type { AnyGkeClusterProps } from "../../../modules/gke/spec";
import { autopilot, cluster, existing, group, variable, withExisting } from "../rule-support";

/** Each capacity as `name (detail): used/size`. */
const capacities = (props: AnyGkeClusterProps) =>
  planOf(props).capacities.map(
    (capacity) => `${capacity.name} (${capacity.detail}): ${usedOf(capacity)}/${capacity.size}`,
  );

/** The nodes of a group at maximum size, and the nodes that an upgrade adds. */
const nodes = (patch: Parameters<typeof group>[0]) => {
  const [worker] = planOf(cluster({ nodeGroups: [group(patch)] })).workers;
  return [worker.nodes, worker.surge];
};

test("a new network: nodes and the API server, a block of pods for each node", () => {
  // 10 nodes and one more in each of three zones; the API server has an address of the node subnet.
  expect(capacities(cluster())).toEqual([
    "nodes (10.0.128.0/20): 14/4092",
    "pods (10.0.0.0/17): 3328/32768",
    "nodes of the cluster (GKE): 13/15000",
  ]);
});

test("the API server uses no address of the node subnet if it has a separate range or no IP endpoint", () => {
  const nodesOf = (access: object) => capacities(cluster({ access: { admins: [], ...access } }))[0];
  expect(nodesOf({ endpointAddress: { cidr: "10.0.192.0/28" } })).toBe("nodes (10.0.128.0/20): 13/4092");
  expect(nodesOf({ ipEndpoint: false })).toBe("nodes (10.0.128.0/20): 13/4092");
});

test("fewer pods use smaller blocks, and blocks without a reserve are half as large", () => {
  const pods = (maxPods: number, network = {}) =>
    planOf(cluster({ network, nodeGroups: [group({ size: 1, zones: ["europe-west3-a"], maxPods })] }))
      .capacities[1].usages;
  expect(pods(110)).toEqual([{ by: "workers", count: 2, each: 256 }]);
  expect(pods(32)).toEqual([{ by: "workers", count: 2, each: 64 }]);
  expect(pods(110, { podAddressReserve: false })).toEqual([{ by: "workers", count: 2, each: 128 }]);
});

test.each([
  ["one more in each zone", {}, [10, 3]],
  ["two more in each zone", { upgrade: { maxSurge: 2 } }, [10, 6]],
  ["fewer, not more", { upgrade: { maxUnavailable: 1 } }, [10, 0]],
  ["a second set of nodes", { upgrade: { strategy: "blue-green" } }, [10, 10]],
  ["one more in the zone of each part", { spread: "per-zone" }, [10, 3]],
  [
    "one more in each zone of both node pools, if the size is not divisible by the zones",
    { size: 10 },
    [10, 4],
  ],
] as const)("an upgrade takes %s", (_, patch, expected) => {
  expect(nodes(patch)).toEqual(expected);
});

test("all pod ranges count together, and the range of a node group separately", () => {
  const plan = cluster({
    network: { morePodCidrs: ["100.64.0.0/18"] },
    nodeGroups: [group({ name: "a" }), group({ name: "b", podRange: "pods-1", size: 3 })],
  });
  expect(capacities(plan).slice(1, 3)).toEqual([
    "pods (10.0.0.0/17, 100.64.0.0/18): 4864/49152",
    "pods in pods-1 (100.64.0.0/18): 1536/16384",
  ]);
});

test("clusters share an existing subnet, which counts if the file states its ranges", () => {
  expect(capacities(withExisting())).toEqual([
    "nodes (10.1.0.0/20): 14/4092",
    "pods (10.2.0.0/16): 3328/65536",
    "nodes of the cluster (GKE): 13/15000",
  ]);
  expect(planOf(withExisting()).capacities[0].sharedAs).toBe(`subnet europe-west3 ${existing.subnetwork}`);
  expect(capacities(withExisting({ nodeCidr: undefined, podCidr: undefined }))).toHaveLength(1);
});

test("additional existing subnets, whose sizes are unknown, leave no capacity to check", () => {
  const moreSubnets = [
    { subnetwork: "projects/shop-network/regions/europe-west3/subnetworks/more", podRanges: ["pods-2"] },
  ];
  expect(capacities(withExisting({ moreSubnets }))).toEqual(["nodes of the cluster (GKE): 13/15000"]);
});

test("pods with a reference as their number are not counted", () => {
  const plan = planOf(cluster({ nodeGroups: [group({ maxPods: variable })] }));
  expect(plan.capacities.map(usedOf)).toEqual([14, 0, 13]);
});

test("Autopilot has no node groups with a known size", () => {
  expect(planOf(autopilot()).workers).toEqual([]);
  expect(planOf(autopilot()).capacities.map(usedOf)).toEqual([1, 0, 0]);
});

test("describes the source of pod addresses", () => {
  expect(planOf(cluster()).podNetwork).toBe("blocks for each node");
  expect(planOf(cluster({ network: { ipFamily: "ipv6" } })).podNetwork).toBe(
    "blocks for each node, IPv4 and IPv6",
  );
});
