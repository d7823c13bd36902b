import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { EksNodeGroupSpec } from "../../../modules/eks/spec";
import { minimal, synthesizeEks, synthesizePlain } from "../../support/eks";
import type { Arguments } from "../../support/synthesized";
import { EksCluster } from "../../../modules/eks/cluster";

const withGroup = (patch: Partial<EksNodeGroupSpec> = {}) =>
  synthesizeEks({ nodeGroups: [{ ...minimal.nodeGroups[0], ...patch }], network: { zones: 2 } });
const templateOf = (patch?: Partial<EksNodeGroupSpec>) => withGroup(patch).resource(LaunchTemplate);

describe("a renamed group continues its former node pools", () => {
  test.each([
    ["one-group", {}, [["node_groups_old", "node_groups_workers"]]],
    [
      "per-zone",
      {},
      ["a", "b"].map((zone) => [
        `node_groups_old_eu_central_1${zone}`,
        `node_groups_workers_eu_central_1${zone}`,
      ]),
    ],
    ["one-group", { kind: "self-managed" }, [["node_groups_old", "node_groups_workers"]]],
  ] as const)("%s %o", (spread, patch, moved) => {
    const stack = withGroup({ formerName: "old", spread, ...patch });
    const resource = "kind" in patch ? AutoscalingGroup : EksNodeGroup;
    const type = resource.tfResourceType;
    // The launch template moves, too: without it, Terraform reports a cycle.
    const template = "aws_launch_template.node_groups";
    expect(stack.terraform.moved).toEqual([
      { from: `${template}_old_launch_template`, to: `${template}_workers_launch_template` },
      ...moved.map(([from, to]) => ({ from: `${type}.${from}`, to: `${type}.${to}` })),
    ]);
    for (const one of Object.values(stack.resources(resource))) {
      expect(one.lifecycle.create_before_destroy).toBe(true);
    }
  });

  test("in a stack of another project", () => {
    const build = (patch: Partial<EksNodeGroupSpec>) =>
      synthesizePlain((stack) => {
        new EksCluster(stack, "cluster", {
          ...minimal,
          nodeGroups: [{ ...minimal.nodeGroups[0], ...patch }],
        });
      });
    const addresses = (patch: Partial<EksNodeGroupSpec>) =>
      [LaunchTemplate, EksNodeGroup].map(
        (type) => `${type.tfResourceType}.${Object.keys(build(patch).resources(type))[0]}`,
      );
    const [former, now] = [addresses({ name: "old" }), addresses({})];
    expect(build({ formerName: "old" }).terraform.moved).toEqual(
      former.map((from, i) => ({ from, to: now[i] })),
    );
  });
});

describe("the guard of a group", () => {
  const record = (patch?: Partial<EksNodeGroupSpec>) => {
    const { tags } = templateOf(patch);
    return [tags["cdktf-clusters/node-pools"], tags["cdktf-clusters/immutable-fields"]] as const;
  };
  const base = { machineTypes: ["m7i.large", "m6i.large"] };

  test.each([
    ["machine types", { machineTypes: ["m7i.xlarge"] }],
    ["their order", { machineTypes: ["m6i.large", "m7i.large"] }],
    ["capacity", { capacity: "spot" }],
    ["image family", { image: { family: "bottlerocket" } }],
    ["zones", { zones: ["eu-central-1a"] }],
    ["placement", { placementGroup: "partition" }],
  ] as const)("records %s", (_, patch) => {
    expect(record({ ...base, ...patch })[1]).not.toBe(record(base)[1]);
  });

  test.each([
    ["size", { size: 5 }],
    ["labels", { labels: { a: "b" } }],
    ["disk", { disk: { sizeGiB: 100 } }],
    ["name", { name: "jobs" }],
    ["the order of zones", { zones: ["eu-central-1b", "eu-central-1a"] }],
  ] as const)("does not record %s", (_, patch) => {
    expect(record({ ...base, ...patch })).toEqual(record(base));
  });

  test("keeps the recorded fields, and refuses a difference", () => {
    const { lifecycle, tags } = templateOf();
    expect([...lifecycle.ignore_changes].sort()).toEqual(
      Object.keys(tags)
        .map((tag) => `tags["${tag}"]`)
        .sort(),
    );
    const conditions = (lifecycle.postcondition as Arguments[]).map(({ condition }) => String(condition));
    expect(conditions.sort()).toEqual(
      Object.entries(tags)
        .map(([tag, value]) => `\${(lookup(self.tags, "${tag}", "${value}") == "${value}")}`)
        .sort(),
    );
  });

  test("allows a change that creates the new nodes first, except of the node pools themselves", () => {
    for (const patch of [{ replacement: "blue-green" }, { formerName: "old" }] as const) {
      const { lifecycle } = templateOf(patch);
      expect(lifecycle.ignore_changes).toEqual(['tags["cdktf-clusters/node-pools"]']);
      expect(lifecycle.postcondition).toHaveLength(1);
    }
    expect(withGroup({ replacement: "blue-green" }).resource(EksNodeGroup).lifecycle).toMatchObject({
      create_before_destroy: true,
    });
  });

  test("allows each change if the nodes may stop", () => {
    expect(templateOf({ replacement: "recreate" })).not.toHaveProperty("lifecycle.postcondition");
    expect(withGroup({ replacement: "recreate" }).resource(EksNodeGroup)).not.toHaveProperty(
      "lifecycle.create_before_destroy",
    );
  });

  test("has no immutable fields in a self-managed group", () => {
    const { tags } = templateOf({ kind: "self-managed" });
    expect(Object.keys(tags)).toEqual(["cdktf-clusters/node-pools"]);
  });

  const network = (...ids: string[]) => ({
    existing: {
      vpcId: "vpc-0a1b2c3d4e5f67890",
      nodeSubnets: ids.map((id, i) => ({ id, zone: `eu-central-1${"abc"[i]}` })),
    },
  });
  const subnetTags = (...ids: string[]) =>
    Object.fromEntries(
      Object.entries(
        synthesizeEks({
          network: network(...ids),
          nodeGroups: [{ ...minimal.nodeGroups[0], spread: "per-zone", size: 3 }],
        }).resource(LaunchTemplate).tags as Record<string, string>,
      ).filter(([tag]) => tag.startsWith("cdktf-clusters/")),
    );

  test("of a group for each zone records the subnets of each zone", () => {
    const first = subnetTags("subnet-0a1b2c3d4e5f67891", "subnet-0a1b2c3d4e5f67892");
    const other = subnetTags("subnet-0a1b2c3d4e5f67891", "subnet-0a1b2c3d4e5f67893");
    expect(Object.keys(first).filter((tag) => first[tag] !== other[tag])).toEqual([
      "cdktf-clusters/subnets-eu-central-1b",
    ]);
  });

  test("of a group for each zone is not changed by another zone", () => {
    const ids = ["subnet-0a1b2c3d4e5f67891", "subnet-0a1b2c3d4e5f67892"];
    const two = subnetTags(...ids);
    const three = subnetTags(...ids, "subnet-0a1b2c3d4e5f67893");
    for (const [tag, value] of Object.entries(two)) expect([tag, three[tag]]).toEqual([tag, value]);
  });
});
