import { Cidr } from "../../../modules/cluster/addresses";
import { planSubnets } from "../../../modules/networks/azure/address-plan";

const subnetsOf = (cidr: string): [string, Cidr][] => {
  const { nodesByZone, pods, apiServer, endpoints, netApp } = planSubnets(cidr);
  return Object.entries({ pods, apiServer, endpoints, netApp, ...nodesByZone }).map(([name, text]) => [
    name,
    Cidr.parse(text)!,
  ]);
};

test("the plan of the default network", () => {
  expect(planSubnets("10.0.0.0/16")).toEqual({
    nodes: "10.0.0.0/17",
    nodesByZone: { "1": "10.0.0.0/19", "2": "10.0.32.0/19", "3": "10.0.64.0/19" },
    pods: "10.0.128.0/18",
    apiServer: "10.0.192.0/28",
    endpoints: "10.0.192.32/27",
    netApp: "10.0.192.64/27",
  });
});

test("the plan of the smallest network", () => {
  expect(planSubnets("192.168.16.0/20")).toEqual({
    nodes: "192.168.16.0/21",
    nodesByZone: { "1": "192.168.16.0/23", "2": "192.168.18.0/23", "3": "192.168.20.0/23" },
    pods: "192.168.24.0/22",
    apiServer: "192.168.28.0/28",
    endpoints: "192.168.28.32/27",
    netApp: "192.168.28.64/27",
  });
});

describe.each(["10.0.0.0/8", "172.16.0.0/12", "10.0.0.0/16", "10.1.240.0/20"])("the plan of %s", (cidr) => {
  const subnets = subnetsOf(cidr);

  test("is within the range", () => {
    expect(subnets.filter(([, subnet]) => !Cidr.parse(cidr)!.contains(subnet))).toEqual([]);
  });

  test("has subnets that do not overlap, so that later subnets do not move others", () => {
    const meeting = subnets.flatMap(([a, one], i) =>
      subnets.slice(i + 1).flatMap(([b, two]) => (one.overlaps(two) ? [`${a} ${b}`] : [])),
    );
    expect(meeting).toEqual([]);
  });

  test("has node subnets of zones within the node range, all of the same size", () => {
    const { nodes, nodesByZone } = planSubnets(cidr);
    const zones = Object.values(nodesByZone).map((text) => Cidr.parse(text)!);
    expect(zones.filter((zone) => !Cidr.parse(nodes)!.contains(zone))).toEqual([]);
    expect(new Set(zones.map(({ size }) => size)).size).toBe(1);
  });
});
