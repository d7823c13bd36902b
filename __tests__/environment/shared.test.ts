import { problemsOf, useEmptyDirectory } from "./directory";

useEmptyDirectory();

interface Options {
  readonly network: object;
  readonly size?: number;
}

/** The problems of a file with these clusters. Each cluster alone has none. */
function together(...clusters: Options[]): string[] {
  const text = JSON.stringify(
    {
      clusters: clusters.map(({ network, size = 2 }, i) => ({
        name: `c${i}`,
        platform: "eks",
        region: "eu-central-1",
        kubernetesVersion: "1.35",
        access: { admins: ["arn:aws:iam::111122223333:role/Admin"], privateFrom: ["10.8.0.0/16"] },
        network,
        nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size }],
      })),
    },
    null,
    1,
  );
  return problemsOf(text, { today: new Date("2026-11-23") }).map((problem) =>
    problem.replace(/^[\d:]+ /, ""),
  );
}

/** A VPC with a subnet in each of two zones. A cluster uses 90 addresses of each, and 6 for its control plane. */
function existing(ids: readonly [string, string]) {
  const subnet = (id: string, zone: string) => ({
    id: `subnet-0000000000000000${id}`,
    zone,
    cidr: `10.1.${id}.0/24`,
  });
  return {
    network: {
      existing: {
        vpcId: "vpc-0a1b2c3d4e5f67890",
        nodeSubnets: [subnet(ids[0], "eu-central-1a"), subnet(ids[1], "eu-central-1b")],
      },
    },
  };
}

test("clusters with separate networks share the quotas of the account", () => {
  expect(together({ network: { nat: "per-zone" } }, { network: { nat: "single" } })).toEqual([]);
  expect(together({ network: {} }, { network: {} })).toEqual([
    "clusters[1].network.nat: warning: the clusters of this environment take 6 of the 5 elastic IPs (eu-central-1) that the " +
      "cloud allows in one account unless the quota was raised: dev-c0 3, dev-c1 3",
  ]);
  const many = Array.from({ length: 6 }, () => ({ network: { nat: "regional" } }));
  expect(together(...many)).toEqual([
    expect.stringMatching(/^clusters\[5\]\.network: warning: .* take 6 of the 5 VPCs \(eu-central-1\) /),
  ]);
});

describe("clusters in one network", () => {
  const problem = (subnet: string, used: number, size: number, rest: string) =>
    `clusters[1].network.existing.nodeSubnets[${subnet}].cidr: ${rest.startsWith(",") ? "warning: " : ""}the clusters ` +
    `that share it may need ${used} of the ${size} addresses of nodes eu-central-1${"ab"[Number(subnet)]} (10.1.${Number(subnet) + 1}.0/24)` +
    `${rest}: dev-c0 ${used - 96}, dev-c1 96; give one of them a larger or a separate one, or lower size or maxPods`;

  test("share the addresses of its subnets", () => {
    expect(together(existing(["1", "2"]), existing(["1", "2"]))).toEqual([]);
    // Six nodes and four more during an update are five in each zone.
    expect(together({ ...existing(["1", "2"]), size: 6 }, existing(["1", "2"]))).toEqual([
      problem("0", 252, 251, ""),
      problem("1", 252, 251, ""),
    ]);
    expect(together({ ...existing(["1", "2"]), size: 4 }, existing(["1", "2"]))).toEqual([
      problem("0", 222, 251, ", more than 80 % of it"),
      problem("1", 222, 251, ", more than 80 % of it"),
    ]);
  });

  test("do not share addresses of separate subnets", () => {
    expect(together({ ...existing(["1", "2"]), size: 6 }, existing(["3", "4"]))).toEqual([]);
  });
});
