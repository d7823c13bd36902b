import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { formatProblem, loadEnvironments, type LoadedEnvironment } from "../../modules/environment";
import { identified, warning } from "../../modules/cluster/problem";
import { rightText, useEmptyDirectory, withLines, withoutRules } from "./directory";

useEmptyDirectory();

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(`environments/${name}`), { recursive: true });
    writeFileSync(`environments/${name}`, text);
  }
}

const printed = (options = withoutRules) =>
  loadEnvironments("environments", options).problems.map((problem) =>
    formatProblem(problem).replaceAll("environments/", ""),
  );

/** The value of `dev.yaml` if it extends `base.yaml`. */
function merged(base: string, dev: string): LoadedEnvironment {
  write({ "base.yaml": base, "dev.yaml": `extends: base.yaml\n${dev}` });
  const { environments, problems } = loadEnvironments("environments", withoutRules);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return environments[0];
}

describe("an environment that extends another file", () => {
  test("has the values of the file", () => {
    const [cluster] = merged(rightText, "").clusters;
    expect(cluster).toMatchObject({ name: "dev-main", region: "us-east-1", tags: { team: "platform" } });
  });

  test("merges maps; its own values override those of the file", () => {
    const { clusters, settings } = merged(
      `backend: { type: s3, bucket: acme, region: eu-central-1 }\n${rightText}`,
      "tags: { cost: a }\nbackend: { bucket: other }\nclusters:\n  - { name: main, network: { zones: 2 } }\n",
    );
    expect(clusters[0].tags).toEqual({ team: "platform", cost: "a" });
    expect(clusters[0].network).toEqual({ zones: 2, nat: "single" });
    expect(settings.backend).toEqual({ type: "s3", bucket: "other", region: "eu-central-1" });
  });

  test("merges clusters and node groups by name, and adds new ones", () => {
    const other = rightText.split("\n").slice(2).join("\n").replace("main", "other");
    const { clusters } = merged(
      rightText + other,
      [
        "clusters:",
        "  - name: other",
        "    nodeGroups:",
        "      - { name: spot, machineTypes: [m7g.large], size: 1 }",
        "      - { name: workers, size: { max: 9 } }",
        ...withLines({ 3: "  - name: third" }).split("\n").slice(2),
      ].join("\n"),
    );
    expect(clusters.map(({ name }) => name)).toEqual(["dev-main", "dev-other", "dev-third"]);
    expect(clusters[0].nodeGroups).toHaveLength(1);
    expect(clusters[1].nodeGroups).toEqual([
      { name: "workers", machineTypes: ["m6i.large"], size: { min: 3, max: 9 } },
      { name: "spot", machineTypes: ["m7g.large"], size: 1 },
    ]);
  });

  test("replaces other lists and values as a whole", () => {
    const { clusters } = merged(
      rightText,
      "clusters:\n  - name: main\n    nodeGroups:\n      - { name: workers, machineTypes: [m7i.large, m7g.large], size: 5 }\n",
    );
    expect(clusters[0].nodeGroups).toEqual([
      { name: "workers", machineTypes: ["m7i.large", "m7g.large"], size: 5 },
    ]);
  });

  test("removes fields that it sets to null", () => {
    const { clusters, settings } = merged(
      `backend: { type: pg }\n${rightText}`,
      "tags: { team: null }\nbackend: ~\nclusters:\n  - name: main\n    network:\n",
    );
    expect(clusters[0].tags).toEqual({});
    expect(clusters[0]).not.toHaveProperty("network");
    expect(settings.backend).toBeUndefined();
  });

  test("replaces a backend of another type, whose fields would not be valid in its own", () => {
    expect(
      merged(
        `backend: { type: s3, bucket: acme, region: eu-central-1 }\n${rightText}`,
        "backend: { type: local }\n",
      ).settings.backend,
    ).toEqual({ type: "local" });
  });

  test("merges the backends of single clusters by type", () => {
    const own = (backend: string) => `backends: { main: { ${backend} } }\n`;
    const base = own("type: s3, bucket: acme, region: eu-central-1") + rightText;
    expect(merged(base, own("key: a")).settings.backends).toEqual({
      main: { type: "s3", bucket: "acme", region: "eu-central-1", key: "a" },
    });
    expect(merged(base, own("type: local")).settings.backends).toEqual({ main: { type: "local" } });
  });

  test("may be the end of a chain through folders, with paths relative to each file", () => {
    write({
      "common/region.yaml": withLines({ 5: "    region: eu-central-1" }),
      "common/tags.yaml": "extends: region.yaml\ntags: { cost: a }\n",
      "dev.yaml": "extends: common/tags.yaml\ntags: { team: shop }\n",
    });
    const { environments } = loadEnvironments("environments", withoutRules);
    expect(environments.map(({ name }) => name)).toEqual(["dev"]);
    expect(environments[0].clusters[0]).toMatchObject({
      region: "eu-central-1",
      tags: { cost: "a", team: "shop" },
    });
  });

  test("may extend another environment", () => {
    write({ "dev.yaml": rightText, "test.yaml": "extends: dev.yaml\n" });
    const { environments } = loadEnvironments("environments", withoutRules);
    expect(environments.flatMap(({ clusters }) => clusters.map(({ name }) => name))).toEqual([
      "dev-main",
      "test-main",
    ]);
  });

  test("does not change the base for the next environment", () => {
    write({
      "_base.yaml": rightText,
      "dev.yaml": "extends: _base.yaml\nclusters: [{ name: main, network: { zones: 2 } }]\n",
      "test.yaml": "extends: _base.yaml\n",
    });
    const { environments } = loadEnvironments("environments", withoutRules);
    expect(environments.map(({ clusters }) => clusters[0].network?.zones)).toEqual([2, 3]);
  });
});

describe("a base", () => {
  test.each(["base.yaml", "base.yml", "_eu.yaml", "common/eu.yaml"])("may have the name %s", (name) => {
    write({ [name]: "tags: {}\n", "dev.yaml": `extends: ${name}\n${withLines({ 1: null })}` });
    expect(printed()).toEqual([]);
    expect(loadEnvironments("environments", withoutRules).environments.map(({ name }) => name)).toEqual([
      "dev",
    ]);
  });

  test("is not an environment, even if its path is given", () => {
    write({ "base.yaml": rightText });
    expect(printed()).toEqual([
      "environments: the directory has no environment file (*.yaml or *.yml) [files/environments-exist]",
    ]);
    const [problem] = loadEnvironments("environments/base.yaml").problems;
    expect(formatProblem(problem)).toBe(
      "environments/base.yaml: is a base that other files extend, not an environment [files/base-is-extended]",
    );
  });
});

describe("a mistake is reported in the file that contains it", () => {
  test("a wrong value of the base", () => {
    write({
      "base.yaml": withLines({ 14: "        size: { min: 3, max: six }" }),
      "dev.yaml": "extends: base.yaml\nclusters: [{ name: main, region: us-west-2 }]\n",
    });
    expect(printed()).toEqual([
      'base.yaml:14:30 clusters[0].nodeGroups[0].size.max: must be a number, got "six" [structure/types]',
    ]);
  });

  test("a wrong value that overrides the base, with its position", () => {
    const first = withLines({ 3: "  - name: first" });
    write({
      "base.yaml": first + rightText.split("\n").slice(2).join("\n"),
      "dev.yaml": "extends: base.yaml\nclusters:\n  - name: main\n    network: { nat: one }\n",
    });
    expect(printed()).toEqual([
      'dev.yaml:4:21 clusters[0].network.nat: must be one of none, single, per-zone, regional, got "one"; did you mean "single"? [structure/values]',
    ]);
  });

  test("an unknown field, at its key", () => {
    write({
      "base.yaml": withLines({ 10: "      nta: single" }),
      "dev.yaml": "extends: base.yaml\nbakcend: {}\n",
    });
    expect(printed()).toEqual([
      'base.yaml:10:7 clusters[0].network.nta: unknown field "nta"; did you mean "nat"? [structure/unknown-field]',
      'dev.yaml:2:1 bakcend: unknown field "bakcend"; did you mean "backend"? [structure/unknown-field]',
    ]);
  });

  test("a missing field, in the file that extends the others", () => {
    write({
      "base.yaml": withLines({ 5: null }),
      "dev.yaml": "extends: base.yaml\nclusters:\n  - name: main\n",
    });
    expect(printed()).toEqual([
      'dev.yaml:3:5 clusters[0]: missing field "region": Region of the cloud, e.g. `us-east-1` [structure/missing-field]',
    ]);
  });

  test("a problem of a rule, once for all files that extend the base", () => {
    write({
      "base.yaml": rightText,
      "dev.yaml": "extends: base.yaml\n",
      "test.yaml": "extends: base.yaml\n",
    });
    const rules = () => () => identified("test/size", [warning(["nodeGroups", 0, "size", "max"], "many")]);
    const platforms = {
      eks: { definition: "EksClusterSpec", rules },
    } as unknown as typeof withoutRules.platforms;
    expect(printed({ platforms })).toEqual([
      "base.yaml:14:30 clusters[0].nodeGroups[0].size.max: warning: many [test/size]",
    ]);
  });

  test("a number in the notation of the file", () => {
    write({
      "base.yaml": withLines({ 6: "    kubernetesVersion: 1.30" }),
      "dev.yaml": "extends: base.yaml\n",
    });
    expect(printed()).toEqual([
      "base.yaml:6:24 clusters[0].kubernetesVersion: must be a string, got the number 1.30 (write it in quotes) [structure/types]",
    ]);
  });

  test("a reference to a variable that is declared elsewhere, and one that is not", () => {
    write({
      "base.yaml": withLines({ 1: 'tags: { team: "${var.team}", cost: "${var.cots}" }' }),
      "dev.yaml": "extends: base.yaml\nvariables: { team: { type: string }, cost: { type: string } }\n",
    });
    expect(printed()).toEqual([
      'base.yaml:1:36 tags.cost: unknown variable "cots"; did you mean "cost"? [variables/declared]',
    ]);
  });

  test("null for a field that no base has", () => {
    write({
      "base.yaml": rightText,
      "dev.yaml": "extends: base.yaml\nclusters: [{ name: main, storage: ~ }]\n",
    });
    expect(printed()).toEqual([
      "dev.yaml:2:35 clusters[0].storage: has no value; must be a map [structure/types]",
    ]);
  });

  test("a duplicate name in the file that extends the base", () => {
    write({
      "base.yaml": rightText,
      "dev.yaml": "extends: base.yaml\nclusters:\n  - name: main\n  - name: main\n    platform: eks\n",
    });
    expect(printed()).toContain(
      'dev.yaml:4:11 clusters[1].name: must be unique, but clusters[0] has "main" too [environment/cluster-names-unique]',
    );
  });
});

describe("files that cannot be extended", () => {
  test.each([
    ["nowhere.yaml", "dev.yaml:1:10 extends: nowhere.yaml: no such file or directory [extends/readable]"],
    [
      "/etc/base.yaml",
      'dev.yaml:1:10 extends: must be the path of a .yaml or .yml file from this one, got "/etc/base.yaml" [extends/path]',
    ],
    [
      "base",
      'dev.yaml:1:10 extends: must be the path of a .yaml or .yml file from this one, got "base" [extends/path]',
    ],
    ["[base.yaml]", "dev.yaml:1:10 extends: must be a string, got a list [structure/types]"],
    ["dev.yaml", "dev.yaml:1:10 extends: circular extends: dev.yaml → dev.yaml [extends/acyclic]"],
    ["_list.yaml", "dev.yaml:1:10 extends: _list.yaml is not a map [extends/readable]"],
  ])("%s", (extended, message) => {
    write({ "dev.yaml": `extends: ${extended}\n${rightText}`, "_list.yaml": "- a\n" });
    expect(printed()).toEqual([message]);
  });

  test("a file that extends itself through another file", () => {
    write({
      "dev.yaml": `extends: _a.yaml\n${rightText}`,
      "_a.yaml": "extends: _b.yaml\n",
      "_b.yaml": "tags: {}\nextends: _a.yaml\n",
    });
    expect(printed()).toEqual([
      "_b.yaml:2:10 extends: circular extends: _a.yaml → _b.yaml → _a.yaml [extends/acyclic]",
    ]);
  });

  test("a file that is not valid YAML, with the error", () => {
    write({ "dev.yaml": `extends: _a.yaml\n${rightText}`, "_a.yaml": "tags: { a: b\n" });
    expect(printed()).toHaveLength(1);
    expect(printed()[0]).toMatch(/^_a\.yaml:\d+:\d+: /);
    expect(loadEnvironments("environments", withoutRules).environments).toEqual([]);
  });
});

describe("environments in one folder", () => {
  const backend = (key: string) =>
    `backend: { type: s3, bucket: acme, region: eu-central-1, key: "${key}" }\n`;

  test("must not share a state", () => {
    write({
      "_base.yaml": backend("k8s/{cluster}") + rightText,
      "dev.yaml": "extends: _base.yaml\n",
      "test.yaml": "extends: _base.yaml\n",
    });
    expect(printed()).toEqual([
      "_base.yaml:1:63 backend.key: the state s3://acme/k8s/main is also that of environment dev; use {stack} [environment/states-unique]",
    ]);
    expect(loadEnvironments("environments", withoutRules).environments.map(({ name }) => name)).toEqual([
      "dev",
    ]);
  });

  test("must not share a stack", () => {
    write({ "prod.yaml": withLines({ 3: "  - name: eu-main" }), "prod-eu.yaml": rightText });
    expect(printed()).toEqual([
      "prod.yaml:3:11 clusters[0].name: stack prod-eu-main is also one of environment prod-eu [environment/stack-names-unique]",
    ]);
  });

  test("may share a bucket, and use the same workspace name in two organizations", () => {
    write({
      "dev.yaml": backend("{stack}") + rightText,
      "test.yaml": backend("{environment}/{cluster}") + rightText,
      "a.yaml": `backend: { type: cloud, organization: a, workspace: k8s }\n${rightText}`,
      "b.yaml": `backend: { type: remote, organization: b, workspace: k8s }\n${rightText}`,
    });
    expect(printed()).toEqual([]);
  });
});
