import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { loadEnvironments } from "../../modules/environment";
import { eksCluster as eks, printedProblems, useEmptyDirectory } from "./directory";
import { synthesizeStack } from "../support/stack";

useEmptyDirectory();

const options = { today: new Date("2026-11-23") };

/** The shipped cluster of a platform, without variables. */
function shipped(platform: string) {
  const { clusters } = parse(readFileSync(join(__dirname, "../../environments/dev.yaml"), "utf8")) as {
    clusters: { platform: string; nodeGroups: object[] }[];
  };
  return clusters.find((cluster) => cluster.platform === platform)!;
}

const group = (fields: object) => ({ ...eks, nodeGroups: [{ ...eks.nodeGroups[0], ...fields }] });

function gkeGroup(fields: object) {
  const cluster = shipped("gke");
  return { ...cluster, nodeGroups: [{ ...cluster.nodeGroups[0], ...fields }] };
}

const problemsOf = (cluster: object, more: object = {}): string[] =>
  printedProblems(stringify({ ...more, clusters: [cluster] }), options).filter(
    (problem) => !problem.includes("warning: "),
  );

function synthesized(cluster: object, more: object = {}) {
  expect(problemsOf(cluster, more)).toEqual([]);
  const [{ clusters, settings }] = loadEnvironments("dev.yaml", options).environments;
  return synthesizeStack(clusters[0], settings);
}

const expression = '${base64encode(file("/proc/self/environ"))}';

describe("the name of a field does not make its text a program", () => {
  test.each<[string, object, object]>([
    ["a label", group({ labels: { userData: expression } }), {}],
    ["a tag of the cluster", { ...eks, tags: { userData: expression } }, {}],
    ["a tag of a node group", group({ tags: { userData: expression } }), {}],
    ["a tag of the environment", eks, { tags: { userData: expression } }],
    ["a default tag", eks, { providers: { aws: { defaultTags: { userData: expression } } } }],
    [
      "a setting of an add-on",
      { ...eks, eks: { addOns: { coredns: { configuration: { nodeGroups: [{ userData: expression }] } } } } },
      {},
    ],
  ])("%s", (_, cluster, more) => {
    expect(problemsOf(cluster, more)).toEqual([
      expect.stringMatching(
        /userData: only references to variables are supported: \$\{var\.NAME\}; got .* \[variables\/variables-only\]$/,
      ),
    ]);
  });

  test.each<[string, object, object]>([
    ["a tag", { ...eks, tags: { userData: "${var.token}" } }, {}],
    ["a tag of the environment", eks, { tags: { userData: "${var.token}" } }],
  ])("%s with a sensitive variable", (_, cluster, more) => {
    const variables = { token: { type: "string", sensitive: true } };
    expect(problemsOf(cluster, { variables, ...more })).toEqual([
      expect.stringContaining('tags are shown in the cloud and in plans, and variable "token" is sensitive'),
    ]);
  });

  test("but the user data of a node group is one", () => {
    const script = "#!/bin/sh\necho ${HOME} %{http_code} $${x}\n";
    const { terraform } = synthesized(group({ userData: script }));
    const [template] = Object.values(terraform.resource.aws_launch_template) as { user_data: string }[];
    expect(Buffer.from(template.user_data, "base64").toString()).toContain(script);
  });
});

describe("what CDKTF takes for a reference is refused", () => {
  const marks = ["${TfToken[TOKEN.1]}", "#{TfToken[TOKEN.1]}", "&{TfToken[TOKEN.99999]}", "#{TfToken["];

  test.each([...marks, "-1.8881545897087505e+289", "a-9.7e298b-1.8881545897087505e+289"])("%s", (mark) => {
    const got = expect.stringContaining("got ") as string;
    expect(problemsOf({ ...eks, tags: { team: mark } })).toEqual([got]);
    expect(problemsOf({ ...eks, tags: { [`a${mark}`]: "team" } })).toContainEqual(got);
    expect(problemsOf(group({ userData: `#!/bin/sh\n${mark}\n` }))).toEqual([got]);
  });

  test.each(marks)("%s in a variable and in a backend", (mark) => {
    const variables = { a: { type: "string", default: mark, description: mark } };
    const refused = { ...eks, tags: { a: "${var.a}" } };
    const got = expect.stringMatching(/^\d+:\d+ variables\.a\.\w+: .*got /) as string;
    expect(problemsOf(refused, { variables })).toEqual(expect.arrayContaining([got, got]));
    expect(problemsOf(eks, { backend: { type: "local", path: `${mark}.tfstate` } })).toContainEqual(
      expect.stringMatching(/backend\.path: .*got /),
    );
  });

  test("a number", () => {
    const configuration = { replicaCount: -1.8881545897087505e289 };
    expect(problemsOf({ ...eks, eks: { addOns: { coredns: { configuration } } } })).toEqual([
      expect.stringContaining("replicaCount: only references to variables are supported"),
    ]);
  });

  test("but not other numbers and texts with an exponent", () => {
    expect(problemsOf({ ...eks, tags: { build: "1e5", commit: "12e45678-9e" } })).toEqual([]);
  });
});

describe("a sensitive variable is refused", () => {
  const variables = { token: { type: "string", sensitive: true } };
  const text = "a-${var.token}";

  test.each<[string, object, object]>([
    ["in a label", group({ labels: { a: text } }), {}],
    ["in a taint", group({ taints: [{ key: "a", value: text, effect: "PreferNoSchedule" }] }), {}],
    [
      "in a setting of an add-on",
      { ...eks, eks: { addOns: { coredns: { configuration: { a: [{ b: text }] } } } } },
      {},
    ],
    ["in user data", group({ userData: "#!/bin/sh\necho ${var.token}\n" }), {}],
    ["in a default tag", eks, { providers: { aws: { defaultTags: { a: text } } } }],
    ["in a default label", eks, { providers: { google: { defaultLabels: { a: text } } } }],
    ["in a network tag", gkeGroup({ networkTags: ["a", "${var.token}"] }), {}],
    [
      "in a network tag of nodes that GKE creates",
      { ...shipped("gke"), gke: { mode: "autopilot", autoNetworkTags: ["${var.token}"] }, nodeGroups: [] },
      {},
    ],
  ])("%s", (_, cluster, more) => {
    expect(problemsOf(cluster, { variables, ...more })).toEqual([
      expect.stringMatching(/variable "token" is sensitive.*\[variables\/shown-not-sensitive\]$/),
    ]);
  });
});

describe("names that objects of JavaScript have are data", () => {
  const names = ["constructor", "toString", "hasOwnProperty", "valueOf", "isPrototypeOf", "prototype"];

  const all = (value: (name: string) => unknown) =>
    Object.fromEntries(names.map((name) => [name, value(name)]));
  const same = all((name) => name);

  test("as keys and as values", () => {
    const { terraform } = synthesized(
      {
        ...eks,
        nodeGroups: [
          ...eks.nodeGroups,
          {
            ...eks.nodeGroups[0],
            name: "constructors",
            kind: "self-managed",
            image: { family: "bottlerocket" },
            labels: same,
            tags: same,
            taints: names.map((name) => ({ key: name, value: name, effect: "NoSchedule" })),
          },
        ],
        tags: same,
        eks: { addOns: { "kube-proxy": { configuration: all((name) => ({ [name]: name })) } } },
      },
      {
        providers: {
          aws: { defaultTags: Object.fromEntries(names.map((name) => [`x${name}`, name])) },
        },
      },
    );
    const templates = Object.values(terraform.resource.aws_launch_template) as { user_data: string }[];
    const template = templates.find(({ user_data }) => user_data.includes("base64decode"))!;
    const toml = /base64decode\("([^"]+)"\)/.exec(template.user_data)?.[1] ?? template.user_data;
    const text = Buffer.from(toml, "base64").toString();
    for (const name of names) {
      expect(text).toContain(`${name} = "${name}"`);
      expect(text).toContain(`${name} = [ "${name}:NoSchedule" ]`);
    }
    expect(terraform.resource.aws_eks_cluster.control_plane.tags).toEqual(same);
    expect(JSON.parse(terraform.resource.aws_eks_addon.add_ons_kube_proxy.configuration_values)).toEqual(
      all((name) => ({ [name]: name })),
    );
  });

  test.each([
    ["eks", eks, "node_groups_constructor__launch_template"],
    ["gke", shipped("gke"), "node_groups_constructor_"],
    ["aks", shipped("aks"), "node_groups_constructor_"],
  ])("as the name of a node group on %s", (_, cluster, address) => {
    const nodeGroups = [
      ...cluster.nodeGroups.slice(0, -1),
      { ...cluster.nodeGroups.at(-1)!, name: "constructor" },
    ];
    const { addresses } = synthesized({ ...cluster, nodeGroups });
    expect(addresses).toContainEqual(expect.stringContaining(address));
  });

  test("but not the name of a variable, which CDKTF would confuse with the function", () => {
    const variables = { constructor: { type: "string" } };
    expect(problemsOf({ ...eks, tags: { a: "${var.constructor}" } }, { variables })).toEqual([
      expect.stringContaining('the name is reserved by CDKTF, got "constructor"'),
    ]);
  });

  test("of the settings of the VPC CNI, whatever their type", () => {
    for (const env of ["toString", 5, null, ["a"], { toString: "x" }]) {
      const configuration = { env };
      const cluster = {
        ...eks,
        network: { podAddresses: "prefixes" },
        eks: { addOns: { "vpc-cni": { configuration } } },
      };
      expect(() => problemsOf(cluster)).not.toThrow();
    }
  });
});
