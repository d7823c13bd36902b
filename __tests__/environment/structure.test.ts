import { fields } from "../../modules/eks/fields.generated";
import type { FieldTable } from "../../modules/cluster/fields";
import { suggestion } from "../../modules/cluster/value-aliases";
import { problemsOf, rightText, useEmptyDirectory, withLines, type withoutRules } from "./directory";
import schema from "../../modules/environment/environment.schema.json";
import { platforms } from "../../modules/environment/platforms";

useEmptyDirectory();

/** The fields that EKS does not refuse. */
const nodeGroupFields = Object.keys(schema.definitions.EksNodeGroupSpec.properties)
  .filter((name) => (fields as FieldTable)[`nodeGroups[].${name}`].refused === undefined)
  .join(", ");
const asList = "(start each item with a dash, or write [ ] around them)";

/** Mistakes, the text with each, and the printed problems: one line for each mistake. */
const mistakes: Readonly<Record<string, readonly [text: string, ...printed: string[]]>> = {
  // Fields
  "field misspelt": [
    withLines({ 10: "      nta: single" }),
    '10:7 clusters[0].network.nta: unknown field "nta"; did you mean "nat"?',
  ],
  "required field misspelt": [
    withLines({ 13: "        machineType: [m6i.large]" }),
    '13:9 clusters[0].nodeGroups[0].machineType: unknown field "machineType"; did you mean "machineTypes"?',
  ],
  "field in another case": [
    withLines({ 6: '    kubernetes_version: "1.35"' }),
    '6:5 clusters[0].kubernetes_version: unknown field "kubernetes_version"; did you mean "kubernetesVersion"?',
  ],
  "field with letters swapped": [
    withLines({ 5: "    regoin: us-east-1" }),
    '5:5 clusters[0].regoin: unknown field "regoin"; did you mean "region"?',
  ],
  "two fields misspelt": [
    withLines({ 14: "        size: { mim: 3, mx: 6 }" }),
    '14:17 clusters[0].nodeGroups[0].size.mim: unknown field "mim"; did you mean "min"?',
    '14:25 clusters[0].nodeGroups[0].size.mx: unknown field "mx"; did you mean "max"?',
  ],
  "unknown field": [
    withLines({ 14: "        size: 3\n        flavour: big" }),
    `15:9 clusters[0].nodeGroups[0].flavour: unknown field "flavour"; allowed: ${nodeGroupFields}`,
  ],
  "field similar to one that is set": [
    withLines({ 14: "        size: { min: 3, max: 6, maxx: 9 }" }),
    '14:33 clusters[0].nodeGroups[0].size.maxx: unknown field "maxx"; allowed: min, max',
  ],
  "field on the wrong level": [
    withLines({ 1: "region: us-east-1" }),
    '1:1 region: unknown field "region"; its place is clusters[].region',
  ],
  "field with an unusual name": [
    withLines({ 1: '"a b": 1' }),
    '1:1 ["a b"]: unknown field "a b"; allowed: extends, backend, backends, providers, variables, tags, clusters',
  ],
  "field with the name of an object's method": [
    withLines({ 1: "toString: 1\nconstructor: 2" }),
    '1:1 toString: unknown field "toString"; allowed: extends, backend, backends, providers, variables, tags, clusters',
    '2:1 constructor: unknown field "constructor"; allowed: extends, backend, backends, providers, variables, tags, clusters',
  ],
  "missing field": [
    withLines({ 5: null }),
    '3:5 clusters[0]: missing field "region": Region of the cloud, e.g. `us-east-1`',
  ],
  "missing field in a flow map": [
    withLines({ 14: "        size: { min: 3 }" }),
    '14:15 clusters[0].nodeGroups[0].size: missing field "max": Maximum number of nodes; at least 1 and at least `min`',
  ],
  "missing field with marks in its description": [
    withLines({ 14: null }),
    '12:9 clusters[0].nodeGroups[0]: missing field "size": Number of nodes: the total over all zones',
  ],
  "missing field at the top": ["tags: {}\n", '1:1: missing field "clusters": The clusters'],
  "missing fields": [
    withLines({ 5: null, 6: null }),
    '3:5 clusters[0]: missing field "kubernetesVersion": Kubernetes minor version as a string, e.g. `"1.35"` (quoted: YAML reads 1.30 as the number 1.3)',
    '3:5 clusters[0]: missing field "region": Region of the cloud, e.g. `us-east-1`',
  ],

  // Kinds of values
  "number for a string": [
    withLines({ 6: "    kubernetesVersion: 1.30" }),
    "6:24 clusters[0].kubernetesVersion: must be a string, got the number 1.30 (write it in quotes)",
  ],
  "true for a string": [
    withLines({ 1: "tags: { team: true }" }),
    "1:15 tags.team: must be a string, got true (write it in quotes)",
  ],
  "list for a string": [
    withLines({ 5: "    region: [us-east-1]" }),
    "5:13 clusters[0].region: must be a string, got a list",
  ],
  "map for a string": [
    withLines({ 5: "    region: { name: us-east-1 }" }),
    "5:13 clusters[0].region: must be a string, got a map",
  ],
  "text for a number": [
    withLines({ 14: "        size: { min: 3, max: six }" }),
    '14:30 clusters[0].nodeGroups[0].size.max: must be a number, got "six"',
  ],
  "quoted number": [
    withLines({ 14: '        size: { min: 3, max: "6" }' }),
    '14:30 clusters[0].nodeGroups[0].size.max: must be a number, got "6" (remove the quotes)',
  ],
  "infinite number": [
    withLines({ 14: "        size: { min: 3, max: .inf }" }),
    "14:30 clusters[0].nodeGroups[0].size.max: must be a number, got the number .inf",
  ],
  "yes for true": [
    withLines({ 10: "      flowLogs: yes" }),
    '10:17 clusters[0].network.flowLogs: must be true or false, got "yes" (write true)',
  ],
  "off for false": [
    withLines({ 10: "      flowLogs: off" }),
    '10:17 clusters[0].network.flowLogs: must be true or false, got "off" (write false)',
  ],
  "quoted true": [
    withLines({ 10: '      flowLogs: "true"' }),
    '10:17 clusters[0].network.flowLogs: must be true or false, got "true" (write true, without quotes)',
  ],
  "number for true": [
    withLines({ 10: "      flowLogs: 1" }),
    "10:17 clusters[0].network.flowLogs: must be true or false, got the number 1",
  ],
  "string for a list": [
    withLines({ 13: "        machineTypes: m6i.large" }),
    `13:23 clusters[0].nodeGroups[0].machineTypes: must be a list, got "m6i.large" ${asList}`,
  ],
  "map for a list": [
    withLines({ 2: "clusters: { main: {} }\nx:" }).split("x:")[0],
    "2:11 clusters: must be a list, got a map",
  ],
  "list for a map": [
    withLines({ 7: "    access: [admins]" }),
    "7:13 clusters[0].access: must be a map, got a list",
  ],
  "string for a map": [
    withLines({ 7: "    access: admins" }),
    '7:13 clusters[0].access: must be a map, got "admins"',
  ],
  "wrong kind inside a list": [
    withLines({ 13: "        machineTypes: [m6i.large, 5]" }),
    "13:35 clusters[0].nodeGroups[0].machineTypes[1]: must be a string, got the number 5 (write it in quotes)",
  ],
  "wrong kind among free names": [
    withLines({ 1: "tags: { a/b: 5 }" }),
    '1:14 tags["a/b"]: must be a string, got the number 5 (write it in quotes)',
  ],
  "long value": [
    withLines({ 7: `    access: ${"x".repeat(100)}` }),
    `7:13 clusters[0].access: must be a map, got "${"x".repeat(60)}…"`,
  ],

  // No value
  "no value": [withLines({ 5: "    region:" }), "5:5 clusters[0].region: has no value; must be a string"],
  "no value for a map": [
    withLines({ 7: "    access:" }),
    "7:5 clusters[0].access: has no value; must be a map",
  ],
  "no value for an enumeration": [
    withLines({ 10: "      nat:" }),
    "10:7 clusters[0].network.nat: has no value; must be one of none, single, per-zone, regional",
  ],
  "no value for several kinds": [
    withLines({ 14: "        size: ~" }),
    "14:15 clusters[0].nodeGroups[0].size: has no value; must be a number or a map of min and max",
  ],
  "no value in a list": [
    withLines({ 13: "        machineTypes:\n          -" }),
    "14:11 clusters[0].nodeGroups[0].machineTypes[0]: has no value; must be a string",
  ],
  "no clusters": ["clusters:\n", "1:1 clusters: has no value; must be a list"],

  // Enumerations
  "value misspelt": [
    withLines({ 10: "      nat: per_zone" }),
    '10:12 clusters[0].network.nat: must be one of none, single, per-zone, regional, got "per_zone"; did you mean "per-zone"?',
  ],
  "unknown value": [
    withLines({ 10: "      nat: gateway" }),
    '10:12 clusters[0].network.nat: must be one of none, single, per-zone, regional, got "gateway"',
  ],
  "number for an enumeration": [
    withLines({ 10: "      nat: 1" }),
    "10:12 clusters[0].network.nat: must be one of none, single, per-zone, regional, got the number 1",
  ],
  "false for an enumeration": [
    withLines({ 10: "      nat: false" }),
    "10:12 clusters[0].network.nat: must be one of none, single, per-zone, regional, got false",
  ],

  // Several kinds
  "neither number nor map": [
    withLines({ 14: "        size: [3, 6]" }),
    "14:15 clusters[0].nodeGroups[0].size: must be a number or a map of min and max, got a list",
  ],
  "quoted number for number or map": [
    withLines({ 14: '        size: "3"' }),
    '14:15 clusters[0].nodeGroups[0].size: must be a number or a map of min and max, got "3" (remove the quotes)',
  ],
  "neither number nor list": [
    withLines({ 9: "      zones: all" }),
    '9:14 clusters[0].network.zones: must be a number or a list, got "all"',
  ],
  "mistake inside the map": [
    withLines({ 14: "        size: { min: three, max: 6 }" }),
    '14:22 clusters[0].nodeGroups[0].size.min: must be a number, got "three"',
  ],
  "mistake inside the list": [
    withLines({ 9: "      zones: [us-east-1a, 2]" }),
    "9:27 clusters[0].network.zones[1]: must be a string, got the number 2 (write it in quotes)",
  ],
  "empty map": [
    withLines({ 14: "        size: {}" }),
    '14:15 clusters[0].nodeGroups[0].size: missing field "min": Minimum and initial number of nodes',
    '14:15 clusters[0].nodeGroups[0].size: missing field "max": Maximum number of nodes; at least 1 and at least `min`',
  ],

  // Platforms
  "unknown platform": [
    withLines({ 4: "    platform: nomad", 5: "    regoin: x" }),
    '4:15 clusters[0].platform: must be "eks", got "nomad"',
  ],
  "platform of an object's method": [
    withLines({ 4: "    platform: constructor" }),
    '4:15 clusters[0].platform: must be "eks", got "constructor"',
  ],
  "platform in another case": [
    withLines({ 4: "    platform: EKS" }),
    '4:15 clusters[0].platform: must be "eks", got "EKS"',
  ],
  "platform of the wrong kind": [
    withLines({ 4: "    platform: [eks]" }),
    '4:15 clusters[0].platform: must be "eks", got a list',
  ],
  "platform without a value": [
    withLines({ 4: "    platform:" }),
    '4:5 clusters[0].platform: has no value; must be "eks"',
  ],
  "missing platform": [withLines({ 4: null }), '3:5 clusters[0]: missing field "platform": must be "eks"'],
  "platform misspelt": [
    withLines({ 4: "    platfrom: eks", 10: "      nta: single" }),
    '4:5 clusters[0].platfrom: unknown field "platfrom"; did you mean "platform"?',
    '10:7 clusters[0].network.nta: unknown field "nta"; did you mean "nat"?',
  ],

  // Clusters
  "clusters that are not maps": [
    "clusters: [main, 5, [], ~]\n",
    '1:12 clusters[0]: must be a map, got "main"',
    "1:18 clusters[1]: must be a map, got the number 5",
    "1:21 clusters[2]: must be a map, got a list",
    "1:25 clusters[3]: has no value; must be a map",
  ],
  "empty list of clusters": ["clusters: []\n", "1:11 clusters: must have at least one cluster"],
  "one name for two clusters": [
    rightText + rightText.split("\n").slice(2).join("\n"),
    '15:11 clusters[1].name: must be unique, but clusters[0] has "main" too',
  ],
};

test.each(Object.entries(mistakes))("%s", (_, [text, ...printed]) => {
  expect(problemsOf(text)).toEqual(printed);
});

test("for an unknown platform all platforms and the nearest one are reported", () => {
  const { eks } = platforms;
  const several = { platforms: { eks, aks: eks, gke: eks } as unknown as typeof platforms };
  expect(problemsOf(withLines({ 4: "    platform: gkee" }), several)).toEqual([
    '4:15 clusters[0].platform: must be one of eks, aks, gke, got "gkee"; did you mean "gke"?',
  ]);
});

test("all mistakes of all clusters are reported together, in reading order", () => {
  const text = withLines({ 1: "tags: { a: 1 }", 5: "    regoin: us-east-1", 14: "        size: many" });
  expect(problemsOf(`${text}  - { name: other, platform: nomad }\n`)).toEqual([
    "1:12 tags.a: must be a string, got the number 1 (write it in quotes)",
    '5:5 clusters[0].regoin: unknown field "regoin"; did you mean "region"?',
    '14:15 clusters[0].nodeGroups[0].size: must be a number or a map of min and max, got "many"',
    '15:30 clusters[1].platform: must be "eks", got "nomad"',
  ]);
});

describe("a union that the field type discriminates", () => {
  const withEgress = (egress: string) =>
    [
      "clusters:",
      "  - platform: aks",
      "    name: main",
      "    region: westeurope",
      '    kubernetesVersion: "1.35"',
      "    access: { admins: [] }",
      `    network: { egress: ${egress} }`,
      "    nodeGroups: [{ name: workers, machineTypes: [Standard_D4ds_v5], size: 3 }]",
      "",
    ].join("\n");
  const platforms = {
    aks: { definition: "AksClusterSpec", rules: () => () => [] },
  } as unknown as typeof withoutRules.platforms;

  test.each([
    [
      "an unknown kind",
      "{ type: load-balancers }",
      '7:32 clusters[0].network.egress.type: must be one of nat-gateway, load-balancer, route-table, none, got "load-balancers"; did you mean "load-balancer"?',
    ],
    ["no kind", "{ ips: 2 }", '7:24 clusters[0].network.egress: missing field "type"'],
    [
      "a mistake in the kind that is meant",
      "{ type: load-balancer, ips: two }",
      '7:52 clusters[0].network.egress.ips: must be a number, got "two"',
    ],
    [
      "a variable for the kind",
      '"${var.kind}"',
      "7:24 clusters[0].network.egress: must be a map written as a literal, got ${var.kind}",
    ],
  ])("%s", (_, egress, problem) => {
    expect(problemsOf(withEgress(egress), { platforms })).toContain(problem);
  });
});

test("a text where numbers are allowed has no suggestion", () => {
  expect(suggestion("one", [1, 2])).toBe("");
});
