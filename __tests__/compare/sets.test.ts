import { changedFields } from "../../modules/compare/fields";
import { predict } from "../../modules/compare/predict";
import type { FieldTable } from "../../modules/cluster/fields";
import { compareCluster } from "../../modules/compare";
import { fields as eksFields } from "../../modules/eks/fields.generated";
import type { EksClusterSpec } from "../../modules/eks/spec";
import { sideOfCluster } from "./side";

const stackOf = (config: object) => ({ resource: { aws_thing: { one: { ...config } } } });
const sets = new Set(["aws_thing.cidrs", "aws_thing.rule", "aws_thing.rule.ports"]);
const changes = (before: object, after: object) =>
  predict(stackOf(before), stackOf(after), undefined, sets).changes.flatMap(({ because }) => because);

test.each([
  ["a set", { cidrs: ["a", "b"] }, { cidrs: ["b", "a"] }, []],
  ["a list", { names: ["a", "b"] }, { names: ["b", "a"] }, ["names"]],
  [
    "a set of blocks with sets",
    { rule: [{ ports: [1, 2] }, { n: 1 }] },
    { rule: [{ n: 1 }, { ports: [2, 1] }] },
    [],
  ],
  ["a list in a block", { block: { names: ["a", "b"] } }, { block: { names: ["b", "a"] } }, ["block.names"]],
  ["a policy", { policy: '{"Action":["a","b"]}' }, { policy: '{"Action":["b","a"]}' }, []],
  ["another set", { cidrs: ["a", "b"] }, { cidrs: ["a", "c"] }, ["cidrs"]],
  ["a shorter set", { cidrs: ["a", "a"] }, { cidrs: ["a"] }, ["cidrs"]],
])("another order of %s", (_, before, after, because) => {
  expect(changes(before, after)).toEqual(because);
});

const fields: FieldTable = {
  zones: { change: "replace" },
  "groups[].types": { change: "rolling", ordered: "the first types are preferred" },
  "egress(nat).ips": { ordered: "one for each zone" },
  ordered: { ordered: "the first is preferred" },
};
const changed = (before: object, after: object) =>
  changedFields(before, after, fields).map(({ field }) => field);

test.each([
  ["a set", { zones: ["a", "b"] }, { zones: ["b", "a"] }, []],
  ["a list with a meaning", { ordered: ["a", "b"] }, { ordered: ["b", "a"] }, ["ordered"]],
  [
    "a list with a meaning in a named item",
    { groups: [{ name: "a", types: ["x", "y"] }] },
    { groups: [{ name: "a", types: ["y", "x"] }] },
    ["groups[a].types"],
  ],
  [
    "a list with a meaning in a union",
    { egress: { ips: [1, 2] } },
    { egress: { ips: [2, 1] } },
    ["egress.ips"],
  ],
  ["named items", { groups: [{ name: "a" }, { name: "b" }] }, { groups: [{ name: "b" }, { name: "a" }] }, []],
  [
    "named items with a meaning",
    { ordered: [{ name: "a" }, { name: "b" }] },
    { ordered: [{ name: "b" }, { name: "a" }] },
    ["ordered"],
  ],
])("fields: another order of %s", (_, before, after, found) => {
  expect(changed(before, after)).toEqual(found);
});

const zones = ["eu-central-1a", "eu-central-1b"];
const existing: EksClusterSpec = {
  platform: "eks",
  name: "production-main",
  region: "eu-central-1",
  kubernetesVersion: "1.35",
  network: {
    existing: {
      vpcId: "vpc-0a1b2c3d4e5f60718",
      nodeSubnets: zones.flatMap((zone, i) =>
        [0, 1].map((n) => ({ zone, id: `subnet-0a1b2c3d4e5f6071${i * 2 + n}` })),
      ),
    },
  },
  access: { admins: ["arn:aws:iam::111122223333:role/Admin"] },
  nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: 4, spread: "one-group" }],
};

/** The changed resource types of the cluster with its subnets in another order. */
function moved(cluster: EksClusterSpec): string[] {
  const nodeSubnets = [...cluster.network!.existing!.nodeSubnets].reverse();
  const other = { ...cluster, network: { existing: { ...cluster.network!.existing!, nodeSubnets } } };
  const { resources } = compareCluster(sideOfCluster(cluster), sideOfCluster(other), { fields: eksFields });
  return [...new Set(resources.map(({ address }) => address.split(".")[0]))];
}

test("7.2: another order of existing subnets moves file systems only", () => {
  expect(moved(existing)).toEqual([]);
  expect(moved({ ...existing, storage: { file: true } })).toEqual(["aws_efs_mount_target"]);
});
