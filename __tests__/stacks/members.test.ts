import { minimal as aks, synthesizeAks } from "../support/aks";
import { synthesizeEks } from "../support/eks";
import { synthesizeGke } from "../support/gke";
import type { Arguments, Synthesized } from "../support/synthesized";

/** The resources of a stack by address. */
const resourcesOf = (stack: Synthesized): Map<string, Arguments> =>
  new Map(
    Object.entries(stack.terraform.resource as Arguments).flatMap(([type, all]) =>
      Object.entries(all as Arguments).map(([name, resource]): [string, Arguments] => [
        `${type}.${name}`,
        resource as Arguments,
      ]),
    ),
  );

/** What the replacement of one member of a list does to the resources. */
function changesOf(before: Synthesized, after: Synthesized) {
  const [old, now] = [resourcesOf(before), resourcesOf(after)];
  const kept = [...old.keys()].filter((address) => now.has(address));
  return {
    removed: [...old.keys()].filter((address) => !now.has(address)).sort(),
    added: [...now.keys()].filter((address) => !old.has(address)).sort(),
    changed: kept
      .filter((address) => JSON.stringify(old.get(address)) !== JSON.stringify(now.get(address)))
      .sort(),
  };
}

const roles = ["One", "Two", "Three"].map((name) => `arn:aws:iam::111122223333:role/${name}`);
const objects = ["1", "2", "3"].map((digit) => `${digit}1111111-2222-3333-4444-555555555555`);
const registries = ["a", "b", "c"].map(
  (name) =>
    `/subscriptions/00000000-1111-2222-3333-444444444444/resourceGroups/shared/providers/Microsoft.ContainerRegistry/registries/${name}`,
);
const groups = ["a", "b", "c"].map((name) => `group:${name}@example.com`);

/** A list with two members, of which the second is replaced: `[a, b]` becomes `[a, c]`. */
const lists: readonly [string, (members: string[]) => Synthesized, readonly string[]][] = [
  ["EKS access.admins", (admins) => synthesizeEks({ access: { admins } }), roles],
  [
    "EKS access.privateFrom",
    (privateFrom) => synthesizeEks({ access: { admins: [roles[0]], privateFrom } }),
    ["10.8.0.0/16", "10.9.0.0/16", "sg-0a1b2c3d4e5f67890"],
  ],
  [
    "EKS eks.nodeRolePolicyArns",
    (nodeRolePolicyArns) => synthesizeEks({ eks: { nodeRolePolicyArns } }),
    ["A", "B", "C"].map((name) => `arn:aws:iam::111122223333:policy/${name}`),
  ],
  ["AKS access.admins", (admins) => synthesizeAks({ access: { admins } }), objects],
  ["AKS aks.registries", (ids) => synthesizeAks({ aks: { registries: ids } }), registries],
  ["GKE access.admins", (admins) => synthesizeGke({ access: { admins } }), groups],
];

test.each(lists)("%s: another second member replaces nothing else", (_, synthesize, [a, b, c]) => {
  const { removed, added, changed } = changesOf(synthesize([a, b]), synthesize([a, c]));
  expect(removed).not.toEqual([]);
  expect(added).toHaveLength(removed.length);
  // Others only depend on the new members instead of the old ones.
  const [old, now] = [synthesize([a, b]), synthesize([a, c])].map(resourcesOf);
  const withoutOrder = (resource: Arguments) => JSON.stringify({ ...resource, depends_on: undefined });
  const different = changed.filter(
    (address) => withoutOrder(old.get(address)!) !== withoutOrder(now.get(address)!),
  );
  expect(different).toEqual([]);
});

describe("another second zone of a network", () => {
  test("on EKS keeps the subnets, gateways and routes of the first zone, and no zone takes the addresses of another", () => {
    const synthesize = (...names: string[]) =>
      synthesizeEks({ network: { zones: names.map((name) => `eu-central-1${name}`), nat: "per-zone" } });
    const [before, after] = [synthesize("a", "b"), synthesize("a", "c")];
    const { removed, added, changed } = changesOf(before, after);
    const ofNetwork = (addresses: string[]) => addresses.filter((address) => address.includes(".network_"));
    expect(ofNetwork(removed).every((address) => address.includes("1b"))).toBe(true);
    expect(ofNetwork(added).every((address) => address.includes("1c"))).toBe(true);
    expect(ofNetwork(added)).toHaveLength(ofNetwork(removed).length);
    expect(ofNetwork(changed).filter((address) => !/vpc_endpoint/.test(address))).toEqual([]);

    const rangesOf = (stack: Synthesized, zone: string) =>
      Object.entries((stack.terraform.resource as Arguments).aws_subnet as Arguments)
        .filter(([name]) => name.endsWith(zone))
        .map(([, { cidr_block }]) => cidr_block as string);
    const old = rangesOf(before, "1b");
    expect(old).not.toEqual([]);
    expect(rangesOf(after, "1c").filter((range) => old.includes(range))).toEqual([]);

    // EKS keeps the control plane in its initial zones: the plan is refused, also without protection.
    const { lifecycle } = (after.terraform.resource as Arguments).aws_eks_cluster.control_plane;
    expect(JSON.stringify(lifecycle.postcondition)).toContain("zone");
  });

  test("on AKS keeps the subnet and the gateway of the first zone", () => {
    const synthesize = (...zones: string[]) =>
      synthesizeAks({
        network: { zones, nat: "per-zone" },
        nodeGroups: aks.nodeGroups.map((group) => ({ ...group, spread: "per-zone" as const })),
      });
    const { removed, added, changed } = changesOf(synthesize("1", "2"), synthesize("1", "3"));
    const ofNetwork = (addresses: string[]) => addresses.filter((address) => address.includes(".network_"));
    expect(ofNetwork(removed).filter((address) => !/_2(_|$)/.test(address))).toEqual([]);
    expect(ofNetwork(added).filter((address) => !/_3(_|$)/.test(address))).toEqual([]);
    expect(ofNetwork(changed)).toEqual([]);
  });
});
