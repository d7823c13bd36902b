import { boundedName, shortHash, withNaming } from "../../modules/cluster/names";
import type { ClusterSpec } from "../../modules/cluster/vocabulary";
import { childModule, plainConfiguration } from "../../modules/export";
import { Graph } from "../support/graph";
import { exported, stacksOf } from "./stacks";

/** A module of a stack of our own making: what becomes of a cluster is said by `build`. */
function moduleOf(
  build: (cluster: ClusterSpec) => object,
  spec: Partial<ClusterSpec> = {},
  accepts: (cluster: ClusterSpec) => boolean = () => true,
) {
  const cluster: ClusterSpec = {
    name: "shop",
    region: "eu-central-1",
    kubernetesVersion: "1.35",
    access: { admins: [] },
    nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: { min: 2, max: 5 } }],
    ...spec,
  };
  const files = childModule({
    cluster,
    accepts,
    synthesize: (other) => plainConfiguration(JSON.stringify(build(other))),
  });
  const json = (name: string) => JSON.parse(files[`${name}.tf.json`]);
  return {
    files,
    thing: (name = "a") => json("main").resource.thing[name],
    variables: json("variables").variable,
    versions: json("versions").terraform,
    main: json("main"),
  };
}

const thing = (a: object) => ({ resource: { thing: { a } } });

describe("the name of a module's cluster", () => {
  test("is an input, wherever it stands", () => {
    const { thing: a, variables } = moduleOf(({ name }) =>
      thing({
        name,
        text: `a-${name}.b`,
        list: [{ of: `${name}` }],
        tags: { [`kubernetes.io/cluster/${name}`]: "owned" },
        code: `\${jsonencode({"a" = "x-${name}"})}`,
      }),
    );
    expect(a()).toEqual({
      name: "${var.name}",
      text: "a-${var.name}.b",
      list: [{ of: "${var.name}" }],
      tags: { "kubernetes.io/cluster/${var.name}": "owned" },
      code: '${jsonencode({"a" = "x-${var.name}"})}',
    });
    expect(variables.name).toMatchObject({ type: "string", nullable: false });
    expect(variables.name.default).toBeUndefined();
  });

  test("is cut to fit by Terraform, with the same hash", () => {
    const { thing: a, main } = moduleOf(({ name }) => thing({ name: boundedName([name, "node"], 64) }));
    expect(a().name).toBe('${local.names["64"]["${var.name}-node"]}');
    expect(main.locals.names).toContain('"64" = ["${var.name}-node"]');
    expect(main.locals.names).toContain("substr(name, 0, limit - 9)");
  });

  test("is hashed by Terraform", () => {
    const { thing: a } = moduleOf(({ name }) => thing({ name: `role-${shortHash([name, "x"])}` }));
    expect(a().name).toBe('role-${substr(sha256("[\\"${var.name}\\",\\"x\\"]"), 0, 8)}');
  });

  test("is put into encoded text before it is encoded", () => {
    const { thing: a } = moduleOf(({ name }) =>
      thing({ user_data: Buffer.from(`cluster = ${name}, with more`).toString("base64") }),
    );
    const [, encoded] = /base64decode\("([^"]+)"\)/.exec(a().user_data)!;
    expect(Buffer.from(encoded, "base64").toString()).toBe("cluster = @@name-0@@, with more");
    expect(a().user_data).toBe(
      `\${base64encode(replace(base64decode("${encoded}"), "@@name-0@@", var.name))}`,
    );
  });

  test.each([
    ["in capitals", ({ name }: ClusterSpec) => thing({ name: name.toUpperCase() }), "resource.thing.a.name"],
    [
      "without its dashes",
      ({ name }: ClusterSpec) => thing({ id: name.replace(/-/g, "") }),
      "resource.thing.a.id",
    ],
    [
      "by its length",
      ({ name }: ClusterSpec) => thing({ size: String(name.length) }),
      "resource.thing.a.size",
    ],
    [
      "in an address",
      ({ name }: ClusterSpec) => ({ resource: { thing: { [name]: {} } } }),
      "resource.thing.",
    ],
    [
      "in depends_on",
      ({ name }: ClusterSpec) => thing({ depends_on: [`thing.${name}`] }),
      "resource.thing.a.depends_on.0",
    ],
    ["behind a dollar", ({ name }: ClusterSpec) => thing({ text: `$${name}` }), "resource.thing.a.text"],
  ])("is refused %s", (_, build, place) => {
    expect(() => moduleOf(build)).toThrow(place);
    expect(() => moduleOf(build)).toThrow(/can't repeat, so that the name can't be an input/);
  });

  test("is as long as the rules allow", () => {
    const { variables } = moduleOf(
      ({ name }) => thing({ name }),
      {},
      ({ name }) => name.length <= 40,
    );
    expect(variables.name.validation.at(-1)).toEqual({
      condition: "${length(var.name) >= 1 && length(var.name) <= 40}",
      error_message: "The name must have 1 to 40 characters.",
    });
  });

  test("leaves names as they are once the export is done", () => {
    moduleOf(({ name }) => thing({ name: boundedName([name], 10) }));
    expect(boundedName(["zq-7wf", "kx-4b-h9mt"], 64)).toBe("zq-7wf-kx-4b-h9mt");
    expect(() =>
      withNaming({ hash: () => "x", bound: () => "y" }, () => {
        throw new Error("in the middle");
      }),
    ).toThrow("in the middle");
    expect(shortHash("x")).toBe("ba2df490");
  });
});

describe("sizes", () => {
  const sizeOf = ({ nodeGroups: [{ size }] }: ClusterSpec) => size as { min: number; max: number };

  test("are inputs with the file's as defaults", () => {
    const { thing: a, variables } = moduleOf((cluster) => thing(sizeOf(cluster)));
    expect(a()).toEqual({
      min: '${var.node_group_sizes["workers"].min}',
      max: '${var.node_group_sizes["workers"].max}',
    });
    expect(variables.node_group_sizes).toMatchObject({
      type: "object({workers = optional(object({min = optional(number, 2), max = optional(number, 5)}), {})})",
      default: {},
    });
  });

  test("that are fixed are numbers", () => {
    const { thing: a, variables } = moduleOf(({ nodeGroups: [{ size }] }) => thing({ size }), {
      nodeGroups: [{ name: "gpu-a", machineTypes: [], size: 3 }],
    });
    expect(a()).toEqual({ size: '${var.node_group_sizes["gpu-a"]}' });
    expect(variables.node_group_sizes.type).toBe("object({gpu-a = optional(number, 3)})");
  });

  test("are dealt out as the file's are", () => {
    const { thing: a } = moduleOf((cluster) =>
      thing({ first: Math.ceil(sizeOf(cluster).max / 3), last: Math.floor(sizeOf(cluster).max / 3) }),
    );
    expect(a()).toEqual({
      first: '${floor((var.node_group_sizes["workers"].max + 2) / 3)}',
      last: '${floor(var.node_group_sizes["workers"].max / 3)}',
    });
  });

  test.each([
    [
      "in a way that Terraform can't repeat",
      (max: number) => ({ a: max * max }),
      "resource.thing.a.a follows it",
    ],
    ["by other resources", (max: number) => ({ [`a${max}`]: 1 }), "other sizes make other resources"],
  ])("that decide %s are as the file says, and the README says why", (_, build, reason) => {
    const { files, variables } = moduleOf((cluster) => thing(build(sizeOf(cluster).max)));
    expect(variables.node_group_sizes).toBeUndefined();
    expect(files["README.md"]).toContain(`- size of workers: ${reason}`);
  });

  test("have the limits of the rules", () => {
    const { variables } = moduleOf(
      (cluster) => thing(sizeOf(cluster)),
      {},
      (cluster) => sizeOf(cluster).min >= 1 && sizeOf(cluster).max <= 77,
    );
    const messages = variables.node_group_sizes.validation.map(
      (rule: { error_message: string }) => rule.error_message,
    );
    expect(messages).toEqual([
      "The max of workers must be a whole number from 1 to 77.",
      "The min of workers must be a whole number from 1 to its max.",
    ]);
  });

  test("that depend on the version too are as the file says", () => {
    const { variables, files } = moduleOf((cluster) =>
      thing({ a: sizeOf(cluster).max + Number(cluster.kubernetesVersion.slice(2)) - 35 }),
    );
    expect(Object.keys(variables)).not.toContain("kubernetes_version");
    expect(files["README.md"]).toContain("Kubernetes version: what it decides depends on sizes too");
  });
});

describe("the Kubernetes version", () => {
  const addOns: Record<string, string> = { "1.35": "v1", "1.36": "v2", "1.37": "v2" };
  const known = ({ kubernetesVersion: version }: ClusterSpec) => version in addOns;

  test("may be any later one that the rules know, and brings along what belongs to it", () => {
    const { thing: a, variables } = moduleOf(
      ({ kubernetesVersion: version }) => thing({ version, add_on: addOns[version] }),
      {},
      known,
    );
    expect(a()).toEqual({
      version: "${var.kubernetes_version}",
      add_on: '${{"1.35" = "v1", "1.36" = "v2", "1.37" = "v2"}[var.kubernetes_version]}',
    });
    expect(variables.kubernetes_version.validation[0].error_message).toBe(
      "The Kubernetes version must be 1.35, 1.36 or 1.37.",
    );
  });

  test("ends where other resources begin", () => {
    const { variables } = moduleOf(
      ({ kubernetesVersion: version }) => thing({ version, ...(version === "1.37" && { more: 1 }) }),
      {},
      known,
    );
    expect(variables.kubernetes_version.validation[0].error_message).toBe(
      "The Kubernetes version must be 1.35 or 1.36.",
    );
  });
});

describe("tags", () => {
  const tags = { team: "shop", cost: "${var.cost}" };

  test("are an input; a resource's own win, and so do those that refer to variables", () => {
    const { thing: a, variables } = moduleOf(({ tags }) => thing({ tags: { ...tags, Name: 'a "b"' } }), {
      tags,
    });
    expect(a().tags).toBe('${merge(var.tags, {"Name" = "a \\"b\\"", "cost" = "${var.cost}"})}');
    expect(variables.tags).toMatchObject({ default: { team: "shop" }, type: "map(string)" });
  });

  test("in blocks are a dynamic block", () => {
    const { thing: a } = moduleOf(({ tags = {} }) =>
      thing({
        ingress: [],
        tag: [
          { key: "Name", value: "a", propagate_at_launch: true },
          ...Object.entries(tags).map(([key, value]) => ({ key, value, propagate_at_launch: false })),
        ],
      }),
    );
    expect(a()).toEqual({
      ingress: [],
      tag: [{ key: "Name", value: "a", propagate_at_launch: true }],
      dynamic: {
        tag: {
          for_each: '${{ for key, value in var.tags : key => value if !contains(["Name"], key) }}',
          content: { key: "${tag.key}", value: "${tag.value}", propagate_at_launch: false },
        },
      },
    });
  });

  test("that text is made of are as the file says", () => {
    const {
      thing: a,
      variables,
      files,
    } = moduleOf(({ tags = {} }) => thing({ tags, text: `tags=${Object.keys(tags).join()}` }), {
      tags: { team: "shop" },
    });
    expect(a()).toEqual({ tags: { team: "shop" }, text: "tags=team" });
    expect(variables.tags).toBeUndefined();
    expect(files["README.md"]).toContain("- tags: other things than tags are made of them");
  });
});

describe("a child module", () => {
  const blocks = {
    ...thing({ provider: "aws.west" }),
    provider: { aws: [{ region: "eu-central-1" }, { alias: "west", region: "eu-west-1" }] },
    variable: { cost: { type: "string" } },
    terraform: { backend: { local: {} }, required_providers: { aws: { source: "hashicorp/aws" } } },
  };

  test("has no backend and no providers, and asks for those that it has by name", () => {
    const { files, main, versions, variables } = moduleOf(() => blocks);
    expect(Object.keys(files)).not.toContain("backend.tf.json");
    expect(main.provider).toBeUndefined();
    expect(versions).toEqual({
      required_version: ">= 1.3.0",
      required_providers: { aws: { source: "hashicorp/aws", configuration_aliases: ["aws.west"] } },
    });
    expect(variables.cost).toEqual({ type: "string" });
  });

  test("refuses a variable with the name of an input", () => {
    expect(() => moduleOf(() => ({ ...blocks, variable: { tags: {} } }))).toThrow(
      'variable "tags" of the environment has the name of an input that the module has anyway; rename it',
    );
  });

  test("can't import", () => {
    expect(() => moduleOf(() => ({ ...blocks, import: [{ to: "a.b", id: "c" }] }))).toThrow("can't import");
  });
});

const chosen = ["dev-main", "production-main", "self-managed-main", "load-balancing-main", "windows-main"];
const stacks = stacksOf("environments", "examples").filter(([name]) => chosen.includes(name));

describe.each(stacks)("%s as a child module", (name, environment) => {
  const files = exported(environment, "module");
  const text = Object.values(files).join("\n");
  const blocks = Object.entries(files).flatMap(([file, content]) =>
    file.endsWith(".json") ? [JSON.parse(content)] : [],
  );

  test("has the addresses of the stack, and references that resolve", () => {
    const root = exported(environment, "root");
    const graph = new Graph(Object.assign({}, ...blocks));
    expect(graph.unresolved).toEqual([]);
    expect(graph.addresses).toEqual(new Graph(JSON.parse(root["main.tf.json"])).addresses);
  });

  test("has all inputs, and no placeholder is left", () => {
    const { variable } = JSON.parse(files["variables.tf.json"]);
    expect(Object.keys(variable)).toEqual(expect.arrayContaining(["name", "node_group_sizes", "tags"]));
    const decoded = (text.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []).map((encoded) =>
      Buffer.from(encoded, "base64").toString(),
    );
    expect([text, ...decoded].join("\n")).not.toMatch(/\b(zq|kx|qj|vz|jx|xk)(-[0-9]|x+[0-9])/);
    expect(files["main.tf.json"]).not.toContain(name);
  });
});

test("the stacks to look at are there", () => {
  expect(stacks.map(([name]) => name).sort()).toEqual([...chosen].sort());
});
