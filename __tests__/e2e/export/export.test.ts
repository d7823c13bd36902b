import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsClients } from "../aws/clients";
import { readDeployedCluster } from "../aws/deployed-cluster";
import { added, takeInventory } from "../aws/inventory";
import { type Emulator, startEmulator } from "../emulator";
import { describeE2e } from "../setup/describe";
import { eksStacks } from "../support/environments";
import { differences, knownDifferences } from "../support/plan";
import { environmentFile, exampleDirectory } from "../support/synthesis";
import { copyOf, exportTo, forOlderProvider, PlainTerraform, planned } from "./exported";

const log = (text: string) => process.stderr.write(`${text}\n`);
const environments = join(environmentFile("dev"), "..");

describeE2e("an export", () => {
  let scratch: string;
  let emulator: Emulator;
  let terraform: PlainTerraform;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-export-"));
    emulator = await startEmulator();
    terraform = await PlainTerraform.create(scratch, emulator.endpoint);
  });

  afterAll(async () => {
    await emulator?.stop();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  test("is a valid root module, of every environment", async () => {
    const out = join(scratch, "roots");
    const stacks = await exportTo(out, environments);
    expect(stacks).toHaveLength(eksStacks(environments).length);
    for (const stack of stacks) {
      await forOlderProvider(join(out, stack));
      await terraform.run(join(out, stack), ["init"]);
      await terraform.run(join(out, stack), ["validate"]);
    }
    log(`${stacks.length} root modules of environments validated`);
  });

  test("is a valid root module, of every example", async () => {
    const out = join(scratch, "example-roots");
    const stacks = await exportTo(out, exampleDirectory);
    expect(stacks).toHaveLength(eksStacks(exampleDirectory).length);
    for (const stack of stacks) await forOlderProvider(join(out, stack));
    // All of them are modules of one root, so that the provider starts once. They may contain providers.
    const calls = stacks.map((stack) => `module "${stack}" {\n  source = "./${stack}"\n}\n`);
    await writeFile(join(out, "main.tf"), calls.join("\n"));
    await terraform.validate(out);
    log(`${stacks.length} root modules of examples validated`);
  });

  test("is a valid child module, of every environment and example, called by one root", async () => {
    const out = join(scratch, "modules");
    await exportTo(out, environments, "--as", "module");
    const stacks = await exportTo(out, exampleDirectory, "--as", "module");
    for (const stack of stacks) await forOlderProvider(join(out, stack));
    const calls = stacks.map(
      (stack) => `module "${stack}" {\n  source = "./${stack}"\n  name   = "${stack}"\n}\n`,
    );
    await writeFile(join(out, "main.tf"), calls.join("\n"));
    await writeFile(join(out, "provider.tf"), 'provider "aws" {\n  region = "eu-central-1"\n}\n');
    await terraform.validate(out);
    log(`${stacks.length} child modules validated`);
  });

  test("is called as in the documentation", async () => {
    const page = await readFile(join(environments, "../docs/export.md"), "utf8");
    const [shown, ...others] = [...page.matchAll(/^```hcl\n([^]*?)^```$/gm)].map(([, text]) => text);
    expect(others).toEqual([]);
    await writeFile(join(scratch, "main.tf"), shown);
    await terraform.validate(scratch);
  });
});

describeE2e("a root module", () => {
  let scratch: string;
  let emulator: Emulator;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-export-"));
    emulator = await startEmulator();
  });

  afterAll(async () => {
    await emulator?.stop();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  test("is deployed and destroyed with Terraform only, without Node", async () => {
    const terraform = await PlainTerraform.create(scratch, emulator.endpoint);
    const aws = awsClients(emulator.endpoint, "eu-central-1");
    const before = await takeInventory(aws);
    const folder = join(scratch, "out", "dev-main");
    await exportTo(join(scratch, "out"), environmentFile("dev"));
    for (const argument of await forOlderProvider(folder))
      log(`not supported by the older provider: ${argument}`);

    await terraform.run(folder, ["init"]);
    await terraform.run(folder, ["apply", "-auto-approve"]);
    const { cluster, workers } = await readDeployedCluster(aws, "dev-main");
    expect(cluster).toMatchObject({ status: "ACTIVE", version: "1.35" });
    expect(workers).toHaveLength(1);

    const { json } = await terraform.plan(folder);
    expect(differences(json)).toEqual(knownDifferences("dev-main"));

    // Another export to the same folder, as in a pipeline, keeps the state.
    await exportTo(join(scratch, "out"), environmentFile("dev"), "--force");
    await forOlderProvider(folder);
    expect(await readdir(folder)).toContain("terraform.dev-main.tfstate");
    expect(differences((await terraform.plan(folder)).json)).toEqual(knownDifferences("dev-main"));

    await terraform.run(folder, ["destroy", "-auto-approve"]);
    expect(added(before, await takeInventory(aws))).toEqual([]);
  });
});

describeE2e("a child module", () => {
  let scratch: string;
  let emulator: Emulator;
  let terraform: PlainTerraform;
  let module: string;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-export-"));
    emulator = await startEmulator();
    terraform = await PlainTerraform.create(scratch, emulator.endpoint);
    await exportTo(join(scratch, "modules"), environmentFile("production"), "--as", "module");
    module = join(scratch, "modules", "production-main");
    await forOlderProvider(module);
  });

  afterAll(async () => {
    await emulator?.stop();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  /** A root module in HCL, next to a copy of the module. */
  async function root(name: string, text: string): Promise<string> {
    const folder = join(scratch, name);
    const isNew = !existsSync(folder);
    if (isNew) {
      await mkdir(folder);
      await copyOf(module, join(folder, "cluster"));
    }
    await writeFile(join(folder, "main.tf"), `provider "aws" {\n  region = "eu-central-1"\n}\n\n${text}`);
    if (isNew) await terraform.run(folder, ["init"]);
    return folder;
  }

  const call = (label: string, ...inputs: string[]) =>
    `module "${label}" {\n  source = "./cluster"\n${inputs.map((input) => `  ${input}\n`).join("")}}\n`;

  test("is used twice with different names, sizes and tags", async () => {
    const folder = await root(
      "twice",
      call("one", 'name = "shop-one"', 'tags = { team = "one" }') +
        call(
          "two",
          'name = "shop-two"',
          'kubernetes_version = "1.36"',
          "node_group_sizes = { workers = { min = 4, max = 7 } }",
        ),
    );
    await terraform.run(folder, ["validate"]);
    const { json } = await terraform.plan(folder);
    const [one, two] = ["module.one", "module.two"].map((name) => planned(json, name));
    expect(Object.keys(one)).toEqual(Object.keys(two));
    expect(Object.keys(one).length).toBeGreaterThan(70);

    // Resources with unique names in an account.
    const names = (all: typeof one) =>
      Object.entries(all)
        .filter(
          ([address]) =>
            !/^aws_eks_(addon|node_group|access)|^aws_iam_role_policy|^aws_vpc_endpoint/.test(address),
        )
        .flatMap(([, { name }]) => (typeof name === "string" ? [name] : []));
    expect(names(one).length).toBeGreaterThan(8);
    expect(names(one).filter((name) => names(two).includes(name))).toEqual([]);
    expect(names(one).filter((name) => !name.includes("shop-one"))).toEqual([]);

    const sizes = (all: typeof one) =>
      Object.entries(all)
        .filter(([address]) => address.startsWith("aws_eks_node_group."))
        .map(([, { scaling_config: config }]) => (config as object[])[0]);
    expect(sizes(one)).toEqual([
      { desired_size: 4, max_size: 7, min_size: 4 },
      { desired_size: 3, max_size: 7, min_size: 3 },
      { desired_size: 3, max_size: 6, min_size: 3 },
    ]);
    expect(sizes(two)).toEqual([
      { desired_size: 2, max_size: 3, min_size: 2 },
      { desired_size: 1, max_size: 2, min_size: 1 },
      { desired_size: 1, max_size: 2, min_size: 1 },
    ]);
    expect(one["aws_eks_cluster.control_plane"]).toMatchObject({ version: "1.35", tags: { team: "one" } });
    expect(two["aws_eks_cluster.control_plane"]).toMatchObject({
      version: "1.36",
      tags: { environment: "production" },
    });
  });

  test.each([
    ["the name and values of the file", "main", (text: string) => text, []],
    [
      "a shortened name, another version and other sizes",
      "shop-with-quite-a-long-name-for-a-cluster-in-frankfurt",
      (text: string) =>
        text
          .replace('kubernetesVersion: "1.35"', 'kubernetesVersion: "1.36"')
          .replace("min: 10, max: 20", "min: 5, max: 12"),
      ['kubernetes_version = "1.36"', "node_group_sizes = { workers = { min = 5, max = 12 } }"],
    ],
  ])("plans what a root module plans with %s", async (_, name, edit, inputs) => {
    const file = join(scratch, "production.yaml");
    const text = await readFile(environmentFile("production"), "utf8");
    await writeFile(file, edit(text).replace("name: main", `name: ${name}`));
    const full = `production-${name}`;
    const out = join(scratch, `out-${name}`);
    await exportTo(out, file);
    await forOlderProvider(join(out, full));
    await terraform.run(join(out, full), ["init"]);
    const expected = planned((await terraform.plan(join(out, full))).json);

    const folder = await root(`once-${name}`, call("cluster", `name = "${full}"`, ...inputs));
    const actual = planned((await terraform.plan(folder)).json, "module.cluster");
    expect(Object.keys(expected).length).toBeGreaterThan(70);
    expect(actual).toEqual(expected);
  });

  test.each([
    ["an invalid name", ['name = "Shop"'], /must start with a lower-case letter/],
    ["a name that is too long", [`name = "${"a".repeat(101)}"`], /1 to 100 characters/],
    ["no name", [], /The argument "name" is required/],
    ["an unknown version", ['name = "a"', 'kubernetes_version = "1.99"'], /must be 1\.35 or 1\.36/],
    [
      "a max below min",
      ['name = "a"', "node_group_sizes = { workers = { min = 9, max = 8 } }"],
      /min of workers must/,
    ],
    [
      "half a node",
      ['name = "a"', "node_group_sizes = { workers = { max = 20.5 } }"],
      /max of workers must be a whole/,
    ],
    [
      "fewer nodes than zones",
      ['name = "a"', "node_group_sizes = { workers = { min = 1, max = 2 } }"],
      /from 3 to/,
    ],
  ])("refuses %s", async (_, inputs, message) => {
    const folder = await root("refused", call("cluster", ...inputs));
    const { output } = await terraform.run(folder, ["plan", "-no-color"], [1]);
    expect(output.replace(/\s*[│|]?\n[│|]? */g, " ")).toMatch(message);
  });
});
