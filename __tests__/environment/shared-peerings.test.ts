import { problemsOf, useEmptyDirectory } from "./directory";

useEmptyDirectory();

const hub =
  "/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/hub";

/** The problems of ranges in a file with a cluster on AKS for each network. */
function problems(...networks: object[]): string[] {
  const clusters = networks.map((network, i) => ({
    platform: "aks",
    name: "abc"[i],
    region: "westeurope",
    kubernetesVersion: "1.35",
    access: { admins: [] },
    nodeGroups: [{ name: "workers", machineTypes: ["Standard_D4ds_v5"], size: 3 }],
    network,
  }));
  return problemsOf(JSON.stringify({ clusters }, null, 1), { today: new Date("2026-11-23") })
    .map((problem) => problem.replace(/^[\d:]+ /, ""))
    .filter((problem) => problem.includes("both are connected to"));
}

const to = (networkId: string) => [{ name: "hub", networkId }];

test("two networks with the default range on one hub are refused, whatever the case of its id", () => {
  expect(
    problems(
      { peerings: to(hub) },
      { peerings: to(hub.replace("resourceGroups/hub", "resourceGroups/HUB")) },
    ),
  ).toEqual([
    "clusters[1].network.cidr: 10.0.0.0/16 (the default) overlaps 10.0.0.0/16 of dev-a, and both are connected to hub: Azure refuses " +
      "the second peering; use a separate range",
  ]);
});

test("a range within that of another one is refused, also in a later cluster", () => {
  const [first, second, third] = ["10.8.0.0/16", "10.12.0.0/16", "10.12.128.0/17"];
  expect(problems(...[first, second, third].map((cidr) => ({ cidr, peerings: to(hub) })))).toEqual([
    expect.stringContaining("clusters[2].network.cidr: 10.12.128.0/17 overlaps 10.12.0.0/16 of dev-b"),
  ]);
});

test("separate ranges, separate hubs and networks without peerings are accepted", () => {
  expect(problems({ peerings: to(hub) }, { cidr: "10.1.0.0/16", peerings: to(hub) })).toEqual([]);
  expect(problems({ peerings: to(hub) }, { peerings: to(`${hub}2`) })).toEqual([]);
  expect(problems({ peerings: to(hub) }, {}, {})).toEqual([]);
});
