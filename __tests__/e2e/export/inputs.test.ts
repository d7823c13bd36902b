import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeE2e } from "../setup/describe";
import { environmentDirectory, exampleDirectory } from "../support/synthesis";
import { exampleOf, exportAllTo, PlainTerraform } from "./exported";

/*
 * Terraform evaluates the expressions of modules of all platforms. It needs no provider for that: a stand-in for each module has the
 * module's variables, and an output for each argument that follows from one.
 */

/** An argument of a module that is an expression of inputs, and its value in the root module. */
interface Place {
  readonly path: readonly (string | number)[];
  readonly expression: string;

  /** Undefined where the root module has no such argument. */
  readonly literal: unknown;
}

type Inputs = Readonly<Record<string, string>>;

describeE2e("inputs of modules", () => {
  let scratch: string;
  let terraform: PlainTerraform;
  let names: string[];
  const places = new Map<string, Place[]>();

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-inputs-"));
    terraform = await PlainTerraform.create(scratch);
    for (const environments of [environmentDirectory, exampleDirectory]) {
      await exportAllTo(join(scratch, "modules"), environments, "--as", "module");
      names = await exportAllTo(join(scratch, "roots"), environments);
    }
    for (const name of names) places.set(name, await standIn(name));
  });

  afterAll(() => rm(scratch, { recursive: true, force: true }));

  const json = async (...path: string[]) => JSON.parse(await readFile(join(scratch, ...path), "utf8"));

  async function standIn(name: string): Promise<Place[]> {
    const [module, root] = [
      await json("modules", name, "main.tf.json"),
      await json("roots", name, "main.tf.json"),
    ];
    const variables = await json("modules", name, "variables.tf.json");
    const found = placesOf(module, root, Object.keys(variables.variable ?? {}));
    const folder = join(scratch, "stand-ins", name);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "variables.tf.json"), JSON.stringify(variables));
    const output = { values: { value: found.map(({ expression }) => expression) } };
    await writeFile(join(folder, "main.tf.json"), JSON.stringify({ output }));
    return found;
  }

  /** A root that calls stand-ins of some modules. */
  async function call(title: string, calls: Readonly<Record<string, Inputs>>): Promise<string> {
    const folder = join(scratch, title);
    await mkdir(folder, { recursive: true });
    const blocks = Object.entries(calls).flatMap(([name, inputs]) => [
      `module "${name}" {`,
      `  source = "../stand-ins/${name}"`,
      ...Object.entries(inputs).map(([input, value]) => `  ${input} = ${value}`),
      "}",
      `output "${name}" {`,
      `  value = module.${name}.values`,
      "}",
    ]);
    await writeFile(join(folder, "main.tf"), `${blocks.join("\n")}\n`);
    await terraform.run(folder, ["init"]);
    return folder;
  }

  async function valuesOf(
    title: string,
    calls: Readonly<Record<string, Inputs>>,
  ): Promise<Record<string, unknown[]>> {
    const { json: plan } = await terraform.plan(await call(title, calls));
    const { outputs } = plan.planned_values as unknown as { outputs: Record<string, { value: unknown[] }> };
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  test("are shown in a README whose example is Terraform, and formatted", async () => {
    const folder = join(scratch, "examples");
    await mkdir(folder);
    for (const name of names) {
      await writeFile(join(folder, `${name}.tf`), await exampleOf(join(scratch, "modules", name)));
    }
    await terraform.run(folder, ["fmt", "-check", "-diff"]);
  });

  test("have the values of the root module as defaults, in every module", async () => {
    const values = await valuesOf("defaults", Object.fromEntries(names.map((name) => [name, {}])));
    let compared = 0;
    for (const name of names) {
      for (const [i, { path, literal }] of places.get(name)!.entries()) {
        if (literal === undefined) continue;
        expect([name, path.join("."), values[name][i]]).toEqual([name, path.join("."), literal]);
        compared++;
      }
    }
    expect(names.length).toBeGreaterThan(50);
    expect(compared).toBeGreaterThan(500);
  });

  test("that the root module has no argument for are lists of principals and ranges", () => {
    const others = [...places.values()].flat().filter(({ literal }) => literal === undefined);
    // Tags of existing subnets are called after the subnets' ids.
    const unlike = others.filter(({ path }) => path.at(-1) !== "for_each" && path[1] !== "aws_ec2_tag");
    expect(unlike).toEqual([]);
  });

  /** The arguments that have other values with some inputs, by their path. */
  async function changes(name: string, title: string, inputs: Inputs): Promise<Record<string, unknown>> {
    const [before, after] = [
      (await valuesOf("before", { [name]: {} }))[name],
      (await valuesOf(title, { [name]: inputs }))[name],
    ];
    return Object.fromEntries(
      places
        .get(name)!
        .map(({ path }, i) => [path.slice(1).join("."), before[i], after[i]] as const)
        .filter(([, one, other]) => JSON.stringify(one) !== JSON.stringify(other))
        .map(([path, , other]) => [path, other]),
    );
  }

  test("of AKS change what follows from them", async () => {
    const pool = "azurerm_kubernetes_cluster_node_pool.node_groups_apps";
    const person = "11111111-2222-3333-4444-555555555555";
    const result = await changes("production-aks", "aks", {
      kubernetes_version: '"1.36"',
      node_group_sizes: "{ system = 4, apps = { max = 20 } }",
      node_group_machine_types: '{ apps = ["Standard_D16ds_v5"] }',
      admins: `["${person}"]`,
    });
    expect(result).toEqual({
      "azurerm_kubernetes_cluster.control_plane.kubernetes_version": "1.36",
      "azurerm_kubernetes_cluster.control_plane.default_node_pool.node_count": 4,
      [`${pool}.max_count`]: 20,
      [`${pool}.vm_size`]: "Standard_D16ds_v5",
      [`${pool}.name`]: expect.stringMatching(/^apps[0-9a-f]{4}$/),
      "azurerm_role_assignment.identity_admin_admins.for_each": [person],
      "azurerm_role_assignment.identity_admin_admins_user.for_each": [person],
    });
  });

  test("of GKE change what follows from them", async () => {
    const result = await changes("production-gke", "gke", {
      kubernetes_version: '"1.36"',
      node_group_sizes: "{ workers = { min = 4, max = 7 } }",
      node_group_machine_types: '{ workers = ["n4-highmem-8"] }',
      public_from: '["198.51.100.0/24"]',
      private_from: '["10.8.0.0/16"]',
    });
    const cluster = "google_container_cluster.control_plane";
    expect(result[`${cluster}.min_master_version`]).toBe("1.36");
    expect(result[`${cluster}.master_authorized_networks_config.dynamic.cidr_blocks.for_each`]).toEqual([
      "10.8.0.0/16",
      "198.51.100.0/24",
    ]);
    const pools = (argument: string) =>
      Object.entries(result)
        .filter(([path]) => path.startsWith("google_container_node_pool.") && path.endsWith(argument))
        .map(([, value]) => value);
    expect(pools("machine_type")).toEqual(Array(3).fill("n4-highmem-8"));
    expect(pools("total_max_node_count")).toEqual([3, 2, 2]);
    expect(pools("total_min_node_count")).toEqual([2, 1, 1]);
    expect(pools("initial_node_count")).toEqual([2, 1, 1]);
    expect(Object.keys(result)).toHaveLength(14);
  });

  test.each<[string, string, Inputs, RegExp]>([
    [
      "a size of VMs for ARM",
      "production-aks",
      { node_group_machine_types: '{ apps = ["Standard_D8pds_v5"] }' },
      /VM size without GPUs for x86_64/,
    ],
    ["a name for an object id", "production-aks", { admins: '["platform"]' }, /object id of Entra ID/],
    [
      "an empty system group",
      "production-aks",
      { node_group_sizes: "{ system = 0 }" },
      /size of system must be a whole number from 1/,
    ],
    [
      "a subnet of another network",
      "aks-existing-network-shop",
      {
        existing_network:
          '{ vnet_id = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/a", ' +
          'node_subnet_id = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/b/subnets/n", ' +
          'api_server_subnet_id = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/a/subnets/n", ' +
          'route_table_id = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/routeTables/t" }',
      },
      /node_subnet_id must be the id of a subnet of the virtual network/,
    ],
    [
      "a machine type of another family",
      "production-gke",
      { node_group_machine_types: '{ workers = ["n2-standard-4"] }' },
      /of the family n4/,
    ],
    ["an admin without a kind", "production-gke", { admins: '["ann@example.com"]' }, /an IAM member/],
    ["no public range", "production-gke", { public_from: "[]" }, /must be 1 to 50 ranges/],
    [
      "an unknown version",
      "production-gke",
      { kubernetes_version: '"1.20"' },
      /Kubernetes version must be 1\.35/,
    ],
  ])("refuse %s", async (title, name, inputs, message) => {
    const folder = await call(title.replaceAll(" ", "-"), { [name]: inputs });
    const { output } = await terraform.run(folder, ["plan", "-no-color"], [1]);
    expect(output.replace(/\s*[│|]?\n[│|]? */g, " ")).toMatch(message);
  });
});

/** The arguments of a module in which an input occurs, unless a resource does too. */
function placesOf(
  module: unknown,
  root: unknown,
  inputs: readonly string[],
  path: readonly (string | number)[] = [],
): Place[] {
  if (typeof module === "string") {
    const expressions = module.replaceAll(/[$%]{2}\{[^}]*\}/g, "");
    const used = inputs.some((name) => new RegExp(`\\bvar\\.${name}\\b`).test(expressions));
    const needsMore = /\$\{[^}]*\b((data\.)?(aws|azurerm|google)_\w+\.|local\.|each\.|self\.)/.test(
      expressions,
    );
    return used && !needsMore ? [{ path, expression: module, literal: root }] : [];
  }
  if (typeof module !== "object" || module === null) return [];
  return Object.entries(module).flatMap(([key, value]) =>
    placesOf(value, (root as Record<string, unknown> | undefined)?.[key], inputs, [
      ...path,
      Array.isArray(module) ? Number(key) : key,
    ]),
  );
}
