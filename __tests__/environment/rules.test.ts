import { writeFileSync } from "node:fs";
import {
  error,
  type Finding,
  identified,
  type Path,
  type Problem,
  warning,
} from "../../modules/cluster/problem";
import { checkRules, type Rule } from "../../modules/cluster/rules/define-rules";
import { forEachGroup } from "../../modules/cluster/rules/rule";
import type { EksClusterProps } from "../../modules/eks/spec";
import type * as environment from "../../modules/environment";
import { loadEnvironments, type LoadOptions } from "../../modules/environment";
import { problemsOf, rightText, useEmptyDirectory, withLines } from "./directory";

useEmptyDirectory();

const rules = jest.fn<Problem[], [cluster: { name: string }, context: { today: Date }]>();
const options: LoadOptions = {
  platforms: {
    eks: { definition: "EksClusterSpec", rules: () => rules },
  } as unknown as LoadOptions["platforms"],
  today: new Date("2026-02-03"),
};
beforeEach(() => rules.mockReset().mockReturnValue([]));

describe("the position of a rule's problem is", () => {
  const placed = (problem: Finding, text = rightText) => {
    rules.mockReturnValue(identified("eks/feature/rule", [problem]));
    return problemsOf(text, options);
  };

  test.each<[string, Finding, string]>([
    [
      "at the value",
      error(["nodeGroups", 0, "size", "max"], "no"),
      "14:30 clusters[0].nodeGroups[0].size.max: no",
    ],
    [
      "at an item of a list",
      error(["nodeGroups", 0, "machineTypes", 0], "no"),
      "13:24 clusters[0].nodeGroups[0].machineTypes[0]: no",
    ],
    [
      "at the key if the problem refers to the key",
      { ...error(["network", "nat"], "no"), atKey: true },
      "10:7 clusters[0].network.nat: no",
    ],
    ["at the start of a map", error(["network"], "no"), "9:7 clusters[0].network: no"],
    [
      "at the key of a map if the problem refers to the key",
      { ...error(["network"], "no"), atKey: true },
      "8:5 clusters[0].network: no",
    ],
    ["at the cluster", error([], "no"), "3:5 clusters[0]: no"],
    ["the map around an omitted field", error(["network", "cidr"], "no"), "9:7 clusters[0].network.cidr: no"],
    [
      "the map around an omitted key",
      { ...error(["network", "cidr"], "no"), atKey: true },
      "9:7 clusters[0].network.cidr: no",
    ],
    [
      "the map around several omitted levels",
      error(["encryption", "secrets"], "no"),
      "3:5 clusters[0].encryption.secrets: no",
    ],
    [
      "around a field of what is a number",
      error(["network", "zones", 2], "no"),
      "9:14 clusters[0].network.zones[2]: no",
    ],
    [
      "around an item that isn't there",
      error(["nodeGroups", 5, "name"], "no"),
      "12:7 clusters[0].nodeGroups[5].name: no",
    ],
    [
      "as a warning",
      warning(["kubernetesVersion"], "old"),
      "6:24 clusters[0].kubernetesVersion: warning: old",
    ],
  ])("%s", (_, problem, line) => {
    expect(placed(problem)).toEqual([line]);
  });

  test("at the tag of the environment, if the tag is from there", () => {
    const own = withLines({
      1: "tags: { team: platform, cost: a }",
      7: "    tags: { cost: b }\n    access: { admins: [] }",
    });
    expect(placed(error(["tags", "team"], "no"), own)).toEqual(["1:15 tags.team: no"]);
    expect(placed(error(["tags", "cost"], "no"), own)).toEqual(["7:19 clusters[0].tags.cost: no"]);
  });

  test("the same for several clusters with a tag of the environment, and is reported once", () => {
    const other = rightText.split("\n").slice(2).join("\n").replace("main", "other");
    expect(placed(error(["tags", "team"], "no"), rightText + other)).toEqual(["1:15 tags.team: no"]);
  });
});

test("rules see the cluster with its full name and all tags, and the day", () => {
  problemsOf(rightText, options);
  expect(rules).toHaveBeenCalledTimes(1);
  const [cluster, context] = rules.mock.calls[0];
  expect(cluster).toMatchObject({ name: "dev-main", tags: { team: "platform" } });
  expect(context.today).toEqual(new Date("2026-02-03"));
});

test("rules see the short name of the cluster if the environment has no valid name", () => {
  writeFileSync("Dev.yaml", rightText);
  loadEnvironments("Dev.yaml", options);
  expect(rules.mock.calls[0][0].name).toBe("main");
});

test("a rule that reads a missing or invalid field has no result, and the others have", () => {
  const reading = (read: (cluster: EksClusterProps) => unknown, path: Path): Rule<EksClusterProps> => ({
    id: "eks/feature/rule",
    check: (cluster) => (read(cluster) === undefined ? [] : [error(path, "no")]),
  });
  const independent = [
    reading(({ region }) => region, ["region"]),
    reading(({ network }) => network?.zones, ["network", "zones"]),
    reading(({ nodeGroups }) => nodeGroups[0].machineTypes, ["nodeGroups", 0, "machineTypes"]),
    reading(({ nodeGroups }) => nodeGroups[0].size, ["nodeGroups", 0, "size"]),
    reading((cluster) => JSON.stringify(cluster), ["name"]),
  ];
  rules.mockImplementation((cluster, context) =>
    checkRules(independent, cluster as unknown as EksClusterProps, context),
  );
  const first = withLines({ 14: "        size: many" });
  const second = rightText.split("\n").slice(2).join("\n").replace("main", "other");
  expect(problemsOf(first, options)).toEqual([
    "5:13 clusters[0].region: no",
    "9:14 clusters[0].network.zones: no",
    "13:23 clusters[0].nodeGroups[0].machineTypes: no",
    '14:15 clusters[0].nodeGroups[0].size: must be a number or a map of min and max, got "many"',
  ]);
  expect(problemsOf(first + second, options).filter((line) => line.includes("clusters[1]"))).toHaveLength(5);
});

test("a rule that reads an invalid field has no result, although the field has a default", () => {
  const zones: Rule<EksClusterProps> = {
    id: "eks/feature/rule",
    check: ({ network }) => (network?.zones === undefined ? [error(["network"], "has no zones")] : []),
  };
  rules.mockImplementation((cluster, context) =>
    checkRules([zones], cluster as unknown as EksClusterProps, context),
  );
  const invalid = problemsOf(withLines({ 9: "      zones: many" }), options);
  expect(invalid.map((line) => line.split(" ")[1])).toEqual(["clusters[0].network.zones:"]);
  expect(problemsOf(withLines({ 9: null }), options).join()).toContain("has no zones");
});

test("a rule for each node group has results for the groups without invalid fields", () => {
  const sizes: Rule<EksClusterProps> = {
    id: "eks/feature/rule",
    check: (cluster) =>
      forEachGroup(cluster, ({ size }, path) => (size === undefined ? [] : [error(path, "no")])),
  };
  rules.mockImplementation((cluster, context) =>
    checkRules([sizes], cluster as unknown as EksClusterProps, context),
  );
  const group = "\n      - name: other\n        machineTypes: [m6i.large]\n        size: 3";
  const paths = problemsOf(withLines({ 14: `        size: many${group}` }), options).map(
    (line) => line.split(" ")[1],
  );
  expect(paths).toEqual(["clusters[0].nodeGroups[0].size:", "clusters[0].nodeGroups[1]:"]);
});

test("rules check a cluster without its unknown fields, and their errors are reported, too", () => {
  rules.mockReturnValue(
    identified("eks/feature/rule", [
      error(["nodeGroups", 0, "size", "max"], "no"),
      warning(["region"], "hm"),
    ]),
  );
  expect(problemsOf(withLines({ 10: "      natt: single" }), options)).toEqual([
    '10:7 clusters[0].network.natt: unknown field "natt"; did you mean "nat"?',
    "14:30 clusters[0].nodeGroups[0].size.max: no",
  ]);
  expect(rules.mock.calls[0][0]).toMatchObject({ network: { zones: 3 } });
  expect(rules.mock.calls[0][0]).not.toHaveProperty("network.natt");
});

test("rules check a cluster without a value of a wrong type", () => {
  rules.mockReturnValue(identified("eks/feature/rule", [error(["nodeGroups", 0, "size", "max"], "no")]));
  expect(problemsOf(withLines({ 10: "      nat: 3" }), options)).toEqual([
    expect.stringMatching(/^10:12 clusters\[0\]\.network\.nat: must be one of/),
    "14:30 clusters[0].nodeGroups[0].size.max: no",
  ]);
});

describe("a reference to an undeclared variable", () => {
  const message = 'unknown variable "x"; the environment declares none';

  test("is refused at its position, once", () => {
    rules.mockReturnValue(identified("eks/feature/rule", [error(["region"], "must be literal")]));
    expect(problemsOf(withLines({ 5: '    region: "${var.x}"' }), options)).toEqual([
      `5:13 clusters[0].region: ${message}`,
    ]);
  });

  test("is refused in the environment's tags", () => {
    expect(problemsOf(withLines({ 1: 'tags: { team: "${var.x}" }' }), options)).toEqual([
      `1:15 tags.team: ${message}`,
    ]);
  });

  test("is allowed in user data, where it belongs to the shell", () => {
    expect(
      problemsOf(
        withLines({ 12: '      - name: workers\n        userData: "#!/bin/sh\\necho ${HOME}"' }),
        options,
      ),
    ).toEqual([]);
  });
});

test.each(["1st", "a_b", "a b", "a*", ""])("a cluster cannot have the name %j", (name) => {
  expect(problemsOf(withLines({ 3: `  - name: ${JSON.stringify(name)}` }), options)).toEqual([
    `3:11 clusters[0].name: must start with a letter and have only letters, digits and -, got ${JSON.stringify(name)}`,
  ]);
});

test("rules do not see tags of a wrong type", () => {
  expect(problemsOf(withLines({ 1: "tags: [a]" }), options)).toEqual(["1:7 tags: must be a map, got a list"]);
  expect(rules.mock.calls[0][0]).toHaveProperty("tags", {});
});

test("an environment with warnings only is returned, one with errors is not", () => {
  writeFileSync("dev.yaml", rightText);
  rules.mockReturnValue(identified("eks/feature/rule", [warning(["region"], "far")]));
  expect(loadEnvironments("dev.yaml", options).environments).toHaveLength(1);
  rules.mockReturnValue(identified("eks/feature/rule", [error(["region"], "far")]));
  expect(loadEnvironments("dev.yaml", options).environments).toHaveLength(0);
});

test("the rules of a platform are loaded only for clusters of this platform", () => {
  const load = jest.fn(() => () => []);
  const platforms = {
    eks: { definition: "EksClusterSpec", rules: load },
  } as unknown as LoadOptions["platforms"];
  const counted: LoadOptions = { platforms };
  problemsOf(withLines({ 4: "    platform: nomad" }), counted);
  expect(load).not.toHaveBeenCalled();
  problemsOf(rightText, counted);
  expect(load).toHaveBeenCalledTimes(1);
});

describe("the platforms as shipped", () => {
  test("check EKS clusters with the rules of EKS", () => {
    const unsupported = problemsOf(withLines({ 6: '    kubernetesVersion: "1.10"' }), {
      today: options.today,
    });
    expect(unsupported).toContainEqual(
      expect.stringMatching(/^6:24 clusters\[0\]\.kubernetesVersion: .*1\.10/),
    );
  });

  test("load nothing of a platform before a cluster needs it", () => {
    jest.isolateModules(() => {
      const loaded: string[] = [];
      jest.doMock("../../modules/eks/rules", () => {
        loaded.push("eks");
        return { clusterProblems: () => [] };
      });
      const fresh = jest.requireActual<typeof environment>("../../modules/environment");
      writeFileSync("dev.yaml", withLines({ 4: "    platform: nomad" }));
      fresh.loadEnvironments("dev.yaml");
      expect(loaded).toEqual([]);
      writeFileSync("dev.yaml", rightText);
      fresh.loadEnvironments("dev.yaml");
      expect(loaded).toEqual(["eks"]);
    });
    jest.dontMock("../../modules/eks/rules");
  });
});
