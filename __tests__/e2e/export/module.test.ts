import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../emulator";
import { describeE2e } from "../setup/describe";
import { environmentFile, exampleDirectory } from "../support/synthesis";
import { copyOf, exampleOf, exportTo, forOlderProvider, PlainTerraform, planned } from "./exported";

type Resources = ReturnType<typeof planned>;

const admin = "arn:aws:iam::111122223333:role/PlatformAdmin";
const developer = "arn:aws:iam::111122223333:role/Developer";
const second = "arn:aws:iam::111122223333:role/Second";

describeE2e("a child module", () => {
  let scratch: string;
  let emulator: Emulator;
  let terraform: PlainTerraform;
  const plans = new Map<string, Resources>();

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-module-"));
    emulator = await startEmulator();
    terraform = await PlainTerraform.create(scratch, emulator.endpoint);
    await exportTo(join(scratch, "modules"), environmentFile("production"), "--as", "module");
    await exportTo(join(scratch, "modules"), join(exampleDirectory, "existing-vpc.yaml"), "--as", "module");
    for (const name of ["production-main", "existing-vpc-shop"]) {
      await forOlderProvider(join(scratch, "modules", name));
      await mkdir(join(scratch, name));
      await copyOf(join(scratch, "modules", name), join(scratch, name, name));
      await writeFile(join(scratch, name, "main.tf"), await exampleOf(join(scratch, name, name)));
      await terraform.run(join(scratch, name), ["init"]);
    }
  });

  afterAll(async () => {
    await emulator?.stop();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  /** Writes the README's example with other values of some inputs. */
  async function call(name: string, inputs: Readonly<Record<string, string>>): Promise<string> {
    const folder = join(scratch, name);
    let text = await exampleOf(join(folder, name));
    for (const [input, value] of Object.entries(inputs)) {
      const line = new RegExp(`^  ${input} +=.*\\n`, "m");
      text = text.replace(line, "").replace(/^( {2}source .*\n)/m, `$1  ${input} = ${value}\n`);
    }
    await writeFile(join(folder, "main.tf"), text);
    return folder;
  }

  /** What the module plans. */
  async function plan(name: string, inputs: Readonly<Record<string, string>> = {}): Promise<Resources> {
    const key = JSON.stringify([name, inputs]);
    const known = plans.get(key);
    if (known) return known;
    const folder = await call(name, inputs);
    const resources = planned((await terraform.plan(folder)).json, "module.cluster");
    plans.set(key, resources);
    return resources;
  }

  /** What a root module plans that is exported from an edited file. */
  async function planOfRoot(edit: (text: string) => string, name: string): Promise<Resources> {
    const file = join(scratch, name, "production.yaml");
    await mkdir(join(scratch, name));
    await writeFile(file, edit(await readFile(environmentFile("production"), "utf8")));
    await exportTo(join(scratch, name, "out"), file);
    const folder = join(scratch, name, "out", "production-main");
    await forOlderProvider(folder);
    await terraform.run(folder, ["init"]);
    return planned((await terraform.plan(folder)).json);
  }

  test("plans what the root module plans, called as its README shows", async () => {
    const [module, root] = [await plan("production-main"), await planOfRoot((text) => text, "as-it-is")];
    expect(Object.keys(root).length).toBeGreaterThan(70);
    expect(withoutGrants(module)).toEqual(withoutGrants(root));
    expect(grants(module)).toEqual(grants(root));
    expect(grants(module)).toHaveLength(4);
  });

  test("plans what the root module of an edited file plans", async () => {
    const edits: [from: string, to: string][] = [
      ['kubernetesVersion: "1.35"', 'kubernetesVersion: "1.36"'],
      ["min: 10, max: 20", "min: 5, max: 12"],
      ["[m7i.xlarge]", "[m7i.2xlarge, r7i.xlarge]"],
      [`[${admin}]`, `[${admin}, ${second}]`],
      ["203.0.113.0/24", "198.51.100.0/24"],
    ];
    const root = await planOfRoot((text) => {
      for (const [from, to] of edits) {
        expect(text).toContain(from);
        text = text.replace(from, to);
      }
      return text;
    }, "edited");
    const module = await plan("production-main", {
      kubernetes_version: '"1.36"',
      node_group_sizes: "{ workers = { min = 5, max = 12 } }",
      node_group_machine_types: '{ workers = ["m7i.2xlarge", "r7i.xlarge"] }',
      admins: `["${admin}", "${second}"]`,
      public_from: '["198.51.100.0/24"]',
    });
    expect(withoutGrants(module)).toEqual(withoutGrants(root));
    expect(grants(module)).toEqual(grants(root));
    expect(grants(module)).toHaveLength(6);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    [
      "the size",
      { node_group_sizes: "{ workers = { max = 21 } }" },
      /^aws_eks_node_group\.\S+\.scaling_config$/,
    ],
    [
      "the version",
      { kubernetes_version: '"1.36"' },
      /^aws_eks_(cluster\.control_plane\.version|addon\.\S+\.addon_version|node_group\.\S+\.(release_)?version)$/,
    ],
    [
      "machine types",
      { node_group_machine_types: '{ workers = ["m7i.2xlarge"] }' },
      /^(aws_eks_node_group\.\S+\.(instance_types|node_group_name)|aws_launch_template\.\S+\.(tags|tags_all))$/,
    ],
    ["ranges", { public_from: '["198.51.100.0/24"]' }, /^aws_eks_cluster\.control_plane\.vpc_config$/],
    [
      "admins",
      { admins: `["${admin}", "${second}"]` },
      /^aws_eks_access_\w+\.identity_admins\S*\["[^"]+Second"\]$/,
    ],
    ["viewers", { viewers: "[]" }, /^aws_eks_access_\w+\.identity_viewers\S*\["[^"]+Developer"\]$/],
  ])("changes nothing but what follows from %s", async (_, inputs, expected) => {
    const changes = changed(await plan("production-main"), await plan("production-main", inputs));
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter((change) => !expected.test(change))).toEqual([]);
  });

  test("gives a principal that is an admin no other right", async () => {
    const both = await plan("production-main", { admins: `["${admin}", "${developer}"]` });
    expect(
      grants(both)
        .map(({ principal_arn }) => principal_arn)
        .sort(),
    ).toEqual([admin, admin, developer, developer].sort());
  });

  test("is placed in another network", async () => {
    const subnets = '{ eu-central-1a = "subnet-11111111", eu-central-1b = "subnet-22222222" }';
    const existing_network =
      `{ vpc_id = "vpc-33333333", node_subnet_ids = ${subnets}, ` +
      'control_plane_subnet_ids = ["subnet-44444444", "subnet-55555555"] }';
    const [before, after] = [
      await plan("existing-vpc-shop"),
      await plan("existing-vpc-shop", { existing_network }),
    ];
    const ids = (all: Resources) =>
      [...new Set(JSON.stringify(all).match(/\b(vpc|subnet)-[0-9a-f]{8,}/g))].sort();
    expect(ids(after)).toEqual([
      "subnet-11111111",
      "subnet-22222222",
      "subnet-44444444",
      "subnet-55555555",
      "vpc-33333333",
    ]);
    expect(ids(before)).toHaveLength(5);
    expect(changed(before, after)).toContain("aws_eks_node_group.node_groups_workers.node_group_name");
  });

  test.each<[string, string, Record<string, string>, RegExp]>([
    [
      "a version that does not exist",
      "production-main",
      { kubernetes_version: '"1.99"' },
      /must be 1\.35 or 1\.36/,
    ],
    [
      "a max below min",
      "production-main",
      { node_group_sizes: "{ workers = { min = 9, max = 8 } }" },
      /min of workers must be a whole number from 1 to its max/,
    ],
    [
      "half a node",
      "production-main",
      { node_group_sizes: "{ workers = { max = 20.5 } }" },
      /max of workers must be a whole/,
    ],
    [
      "fewer nodes than zones",
      "production-main",
      { node_group_sizes: "{ workers = { min = 1, max = 2 } }" },
      /whole number from 3 to/,
    ],
    [
      "a machine type of another architecture",
      "production-main",
      { node_group_machine_types: '{ workers = ["m7g.xlarge"] }' },
      /must be an EC2 instance type for x86_64 without accelerators/,
    ],
    [
      "no machine type",
      "production-main",
      { node_group_machine_types: "{ workers = [] }" },
      /1 to 20 different/,
    ],
    [
      "a session as admin",
      "production-main",
      { admins: '["arn:aws:sts::111122223333:assumed-role/A/b"]' },
      /IAM role or user/,
    ],
    ["no range", "production-main", { public_from: "[]" }, /must be 1 to 40 ranges/],
    [
      "a range with host bits",
      "production-main",
      { public_from: '["203.0.113.7/24"]' },
      /begins at its first address/,
    ],
    ["a range of IPv6", "production-main", { public_from: '["2001:db8::/32"]' }, /must be an IPv4 range/],
    [
      "half a network",
      "existing-vpc-shop",
      { existing_network: '{ vpc_id = "vpc-33333333" }' },
      /attributes? .*(node_subnet_ids|control_plane_subnet_ids).* (is|are) required/,
    ],
    [
      "a name for an id",
      "existing-vpc-shop",
      {
        existing_network:
          '{ vpc_id = "shop", node_subnet_ids = { eu-central-1a = "subnet-11111111", eu-central-1b = "subnet-22222222" }, ' +
          'control_plane_subnet_ids = ["subnet-44444444", "subnet-55555555"] }',
      },
      /vpc_id must be the id of a vpc/,
    ],
  ])("refuses %s", async (_, name, inputs, message) => {
    const folder = await call(name, inputs);
    const { output } = await terraform.run(folder, ["plan", "-no-color"], [1]);
    expect(output.replace(/\s*[│|]?\n[│|]? */g, " ")).toMatch(message);
  });
});

const isGrant = (address: string) => address.startsWith("aws_eks_access_");

const withoutGrants = (resources: Resources): Resources =>
  Object.fromEntries(Object.entries(resources).filter(([address]) => !isGrant(address)));

/** What the rights are, whatever their addresses. */
const grants = (resources: Resources): Resources[string][] =>
  Object.entries(resources)
    .filter(([address]) => isGrant(address))
    .map(([, values]) => values)
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Attributes in which two plans differ, as `address.attribute`; for what only one of them has, the address. */
function changed(before: Resources, after: Resources): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((address) => {
    const [one, other] = [before[address], after[address]];
    if (!one || !other) return [address];
    return Object.keys({ ...one, ...other })
      .filter((attribute) => JSON.stringify(one[attribute]) !== JSON.stringify(other[attribute]))
      .map((attribute) => `${address}.${attribute}`);
  });
}
