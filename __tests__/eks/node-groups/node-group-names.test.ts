import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { EksClusterProps, EksNodeGroupSpec } from "../../../modules/eks/spec";
import { synthesizeEks } from "../../support/eks";

const workers: EksNodeGroupSpec = { name: "workers", machineTypes: ["m7i.large", "m6i.large"], size: 3 };

/** Other fields of a group or its cluster. */
interface Change {
  readonly what: string;
  readonly group?: Partial<EksNodeGroupSpec>;
  readonly cluster?: Partial<EksClusterProps>;
}

/** The name of the node pool of the group `workers`, with other fields of the group or the cluster. */
function nameOf(group: Partial<EksNodeGroupSpec> = {}, cluster: Partial<EksClusterProps> = {}): string {
  const stack = synthesizeEks({ nodeGroups: [{ ...workers, ...group }], ...cluster });
  return stack.resource(EksNodeGroup, "node_groups_workers").node_group_name;
}

const existing = (id: string): EksClusterProps["network"] => ({
  existing: {
    vpcId: "vpc-0123456789abcdef0",
    nodeSubnets: [
      { id, zone: "eu-central-1a" },
      { id: "subnet-0bbbbbbbbbbbbbbbb", zone: "eu-central-1b" },
    ],
  },
});

const before = nameOf();

test("the name of a node pool is that of the group, with a hash of fields that EKS cannot change", () => {
  expect(before).toMatch(/^workers-[0-9a-f]{8}$/);
});

describe("the name of a node pool changes with fields that replace the group:", () => {
  test.each<Change>([
    { what: "the image family", group: { image: { family: "bottlerocket" } } },
    { what: "the architecture", group: { machineTypes: ["m7g.large", "m6g.large"] } },
    { what: "the capacity", group: { capacity: "spot" } },
    { what: "the machine types", group: { machineTypes: ["m7i.xlarge", "m6i.large"] } },
    { what: "another machine type", group: { machineTypes: ["m7i.large", "m6i.large", "m5.large"] } },
    { what: "the zones of the group", group: { zones: ["eu-central-1a", "eu-central-1b"] } },
    { what: "the zones of the network", cluster: { network: { zones: 2 } } },
    { what: "the range of the network", cluster: { network: { cidr: "10.1.0.0/16" } } },
    { what: "the role", cluster: { eks: { nodeRoleArn: "arn:aws:iam::111122223333:role/Node" } } },
  ])("$what", ({ group, cluster }) => {
    expect(nameOf(group, cluster)).not.toBe(before);
  });

  test("the id of an existing subnet", () => {
    const names = ["subnet-0aaaaaaaaaaaaaaaa", "subnet-0cccccccccccccccc"].map((id) =>
      nameOf({}, { network: existing(id) }),
    );
    expect(names[0]).not.toBe(names[1]);
  });

  test("the ARN of an existing role", () => {
    const names = ["Node", "Other"].map((role) =>
      nameOf({}, { eks: { nodeRoleArn: `arn:aws:iam::111122223333:role/${role}` } }),
    );
    expect(names[0]).not.toBe(names[1]);
  });
});

describe("the name of a node pool stays with fields that EKS changes in place:", () => {
  test.each<Change>([
    { what: "a fixed size", group: { size: 5 } },
    { what: "a range", group: { size: { min: 1, max: 8 } } },
    { what: "taints", group: { taints: [{ key: "CriticalAddonsOnly", effect: "NoSchedule" }] } },
    { what: "labels", group: { labels: { a: "b" } } },
    { what: "the disk", group: { disk: { sizeGiB: 100, iops: 4000 } } },
    { what: "user data", group: { userData: "#!/bin/sh\ntrue\n" } },
    { what: "pods per node", group: { maxPods: 60 } },
    { what: "tags", group: { tags: { a: "b" } } },
    { what: "the pace of upgrades", group: { upgrade: { maxUnavailable: 1 } } },
    { what: "repair", group: { repair: false } },
    { what: "the release", group: { image: { release: "1.35.2-20260601" } } },
    { what: "the newest release", group: { image: { release: "latest" } } },
    {
      what: "defaults that are set",
      group: { capacity: "on-demand", image: { family: "al2023" } },
    },
    { what: "the Kubernetes version", cluster: { kubernetesVersion: "1.36" } },
    { what: "the cluster's tags", cluster: { tags: { a: "b" } } },
    { what: "the NAT", cluster: { network: { nat: "single" } } },
    { what: "access", cluster: { access: { admins: [] } } },
    { what: "protection", cluster: { protection: false } },
  ])("$what", ({ group, cluster }) => {
    expect(nameOf(group, cluster)).toBe(before);
  });

  test("other groups", () => {
    const nodeGroups = [{ ...workers, name: "others" }, workers];
    expect(nameOf({}, { nodeGroups })).toBe(before);
  });
});

describe("the names of node pools of a group in each zone", () => {
  const namesOf = (props: Partial<EksNodeGroupSpec>, network: EksClusterProps["network"] = {}) =>
    Object.fromEntries(
      Object.entries(
        synthesizeEks({ network, nodeGroups: [{ ...workers, spread: "per-zone", ...props }] }).resources(
          EksNodeGroup,
        ),
      ).map(([address, group]) => [address, group.node_group_name]),
    );

  test("contain the zone", () => {
    expect(Object.values(namesOf({}))).toEqual([
      expect.stringMatching(/^workers-eu-central-1a-[0-9a-f]{8}$/),
      expect.stringMatching(/^workers-eu-central-1b-[0-9a-f]{8}$/),
      expect.stringMatching(/^workers-eu-central-1c-[0-9a-f]{8}$/),
    ]);
  });

  test("stay when a zone is added", () => {
    expect(namesOf({}, { zones: 3 })).toMatchObject(namesOf({}, { zones: 2 }));
  });

  test("stay within the limit of EKS, and unique", () => {
    const name = "w".repeat(40);
    const names = Object.values(namesOf({ name }));
    expect(names.filter((one) => one.length > 63)).toEqual([]);
    expect(new Set(names).size).toBe(3);
  });
});
