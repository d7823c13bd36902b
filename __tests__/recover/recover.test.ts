import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recoverStack, recoveryText } from "../../cli/recover";
import {
  aksTable,
  type Ask,
  type Configuration,
  eksTable,
  findDifferences,
  gkeTable,
  kubeadmGoogleTable,
  kubeadmTable,
  stateResources,
} from "../../modules/recover";
import { argumentsOf, fill } from "../../modules/recover/commands";
import { googleGroup, onGoogle } from "../kubeadm/rule-support";
import { synthesizeKubeadm } from "../support/kubeadm";
import { shipped, shippedClusters } from "../support/shipped";

const { environments } = shipped("environments");
const stacks = shippedClusters().map(({ name, cluster, stack }) => ({
  name,
  platform:
    cluster.platform === "kubeadm" && cluster.cloud === "google"
      ? ("kubeadm-google" as const)
      : cluster.platform,
  json: stack.terraform as Configuration,
}));

const tables = {
  eks: eksTable,
  aks: aksTable,
  gke: gkeTable,
  kubeadm: kubeadmTable,
  "kubeadm-google": kubeadmGoogleTable,
} as const;
const platforms = ["eks", "aks", "gke"] as const;
const stacksOn = (platform: (typeof platforms)[number]) =>
  stacks.filter((stack) => stack.platform === platform);

/** The names in braces of a template. */
const namesIn = (template: string) => [...template.matchAll(/\{([\w.]+)\}/g)].map(([, name]) => name);

/** Types that no shipped file creates, which other values of fields create. */
const notShipped = [
  "google_pubsub_subscription_iam_member",
  "google_artifact_registry_repository_iam_member",
];

/** Stacks with kubeadm clusters: those of examples, and on Google Cloud one with a group over several zones. */
const kubeadmStacks = {
  kubeadm: stacks.filter((stack) => stack.platform === "kubeadm"),
  "kubeadm-google": [
    ...stacks.filter((stack) => stack.platform === "kubeadm-google"),
    {
      name: "one-group",
      platform: "kubeadm-google" as const,
      json: synthesizeKubeadm(
        onGoogle({ nodeGroups: [googleGroup({ size: 3, spread: "one-group", capacity: "spot" })] }),
      ).terraform as Configuration,
    },
  ],
} as const;

test("the tables of kubeadm clusters have each type of their stacks", () => {
  for (const platform of ["kubeadm", "kubeadm-google"] as const) {
    const own = kubeadmStacks[platform];
    expect(own).not.toEqual([]);
    const types = new Set(own.flatMap(({ json }) => Object.keys(json.resource ?? {})));
    expect([...types].filter((type) => !Object.hasOwn(tables[platform].resources, type))).toEqual([]);
  }
  const ownTypes = Object.keys(kubeadmGoogleTable.resources).filter(
    (type) => !Object.hasOwn(gkeTable.resources, type),
  );
  const used = new Set(
    kubeadmStacks["kubeadm-google"].flatMap(({ json }) => Object.keys(json.resource ?? {})),
  );
  expect(ownTypes.filter((type) => !used.has(type))).toEqual([]);
});

/** Arguments of searches that a resource of a stack does not have. */
function missingArguments(
  platform: keyof typeof tables,
  own: readonly { readonly name: string; readonly json: Configuration }[],
): string[] {
  const { resources, derivedOf: derivedBy } = tables[platform];
  return own.flatMap(({ name, json }) =>
    Object.entries(json.resource ?? {}).flatMap(([type, all]) => {
      const row = resources[type];
      if (row === undefined || !("find" in row)) return [];
      return Object.entries(all).flatMap(([id, values]) =>
        [row.find, row.findDuplicates ?? "", row.importId]
          .flatMap(namesIn)
          .filter((one) => one !== "found")
          // References to a cluster end with its id, which has these parts.
          .filter((one) => !["derived.cluster", "derived.location"].includes(one))
          .filter((one) => fill(`{${one}}`, { ...values, derived: derivedBy(values, "scope") }) === undefined)
          .map((one) => `${name} ${type}.${id}: ${one}`),
      );
    }),
  );
}

test("the table of kubeadm clusters on Google Cloud searches only by arguments that each resource has", () => {
  expect(missingArguments("kubeadm-google", kubeadmStacks["kubeadm-google"])).toEqual([]);
});

describe.each(platforms)("the table of %s", (platform) => {
  const { resources } = tables[platform];
  const own = stacksOn(platform);

  test("has each type of the shipped environments", () => {
    expect(own.length).toBeGreaterThan(12);
    const types = new Set(own.flatMap(({ json }) => Object.keys(json.resource ?? {})));
    const isOwn = (type: string) => /^(aws|azurerm|google)_/.test(type);
    expect([...types].filter((type) => isOwn(type) && !Object.hasOwn(resources, type)).sort()).toEqual([]);
    expect(Object.keys(resources).filter((type) => !types.has(type) && !notShipped.includes(type))).toEqual(
      [],
    );
  });

  test("searches only by arguments that each resource has", () => {
    expect(missingArguments(platform, own)).toEqual([]);
  });
});

// --- Comparison ---------------------------------------------------------------------------------------------------

const configuration: Configuration = {
  resource: {
    aws_vpc: { network: { tags: { Name: "shop" } } },
    aws_internet_gateway: { gateway: { vpc_id: "${aws_vpc.network.id}", tags: { Name: "shop" } } },
    aws_route_table: { routes: { vpc_id: "${aws_vpc.network.id}", tags: { Name: "shop" } } },
    aws_route: {
      internet: { route_table_id: "${aws_route_table.routes.id}", destination_ipv6_cidr_block: "::/0" },
    },
    aws_iam_role: { role: { name: "shop-role" } },
    aws_iam_role_policy: { policy: { role: "${aws_iam_role.role.name}" } },
    aws_eks_cluster: { main: { name: "shop", role_arn: "${aws_iam_role.role.arn}" } },
    aws_eks_access_entry: {
      entry: { cluster_name: "${aws_eks_cluster.main.name}", principal_arn: "${aws_iam_role.role.arn}" },
    },
  },
};

/** AWS with these answers, by the first of the texts that the command contains. */
const aws =
  (answers: Readonly<Record<string, readonly string[]>>, asked: string[] = []): Ask =>
  (argv) => {
    const command = argv.join(" ");
    asked.push(command);
    return Object.entries(answers).find(([text]) => command.includes(text))?.[1] ?? [];
  };

const stateOf = (...resources: [address: string, attributes: Record<string, unknown>][]) =>
  resources.map(([address, attributes]) => ({ address, type: address.split(".")[0], attributes }));

describe("a comparison", () => {
  test("finds nothing in an empty account", () => {
    expect(findDifferences(configuration, [], aws({}), undefined)).toEqual({ findings: [], pending: [] });
  });

  test.each(stacks)("searches all resources of $name in an empty account", ({ json, platform }) => {
    expect(findDifferences(json, [], aws({}), "scope", tables[platform])).toEqual({
      findings: [],
      pending: [],
    });
  });

  test("finds resources by the ids of others that it found", () => {
    const { findings, pending } = findDifferences(
      configuration,
      [],
      aws({
        "describe-vpcs": ["vpc-1"],
        "Name=route-table-id,Values=rtb-1 Name=route.destination-ipv6-cidr-block,Values=::/0": ["rtb-1"],
        "describe-route-tables": ["rtb-1"],
        "describe-cluster": ["shop"],
        "get-role": ["shop-role"],
      }),
      "eu-central-1",
    );
    expect(findings.map(({ kind }) => kind)).toEqual(Array(5).fill("not in state"));
    expect(findings.flatMap(({ commands }) => commands).sort()).toEqual([
      "terraform import aws_eks_cluster.main shop",
      "terraform import aws_iam_role.role shop-role",
      "terraform import aws_route.internet rtb-1_::/0",
      "terraform import aws_route_table.routes rtb-1",
      "terraform import aws_vpc.network vpc-1",
    ]);
    // The ARN of the role is known only after its import.
    expect(pending).toEqual(["aws_eks_access_entry.entry"]);
  });

  test("uses the attributes of the state, and asks for the region of the stack", () => {
    const asked: string[] = [];
    const state = stateOf(
      ["aws_iam_role.role", { id: "shop-role", name: "shop-role", arn: "arn:aws:iam::1:role/shop-role" }],
      ["aws_eks_cluster.main", { id: "shop", name: "shop" }],
    );
    const answers = {
      "describe-access-entry": ["x"],
      "get-role": ["shop-role"],
      "describe-cluster": ["shop"],
    };
    const { findings } = findDifferences(configuration, state, aws(answers, asked), "eu-central-1");
    expect(findings).toEqual([
      {
        kind: "not in state",
        type: "aws_eks_access_entry",
        address: "aws_eks_access_entry.entry",
        id: "shop:arn:aws:iam::1:role/shop-role",
        commands: ["terraform import aws_eks_access_entry.entry shop:arn:aws:iam::1:role/shop-role"],
      },
    ]);
    expect(asked.every((command) => command.startsWith("aws --region eu-central-1 "))).toBe(true);
  });

  test.each(["production-main", "production-aks", "production-gke"])(
    "asks about %s in few rounds, so that commands run in parallel",
    (name) => {
      const { json, platform } = stacks.find((stack) => stack.name === name)!;
      const rounds: number[] = [];
      const single: string[] = [];
      const ask: Ask = Object.assign((argv: readonly string[]) => (single.push(argv.join(" ")), []), {
        all: (commands: readonly (readonly string[])[]) => {
          rounds.push(commands.length);
          return commands.map((argv) => [`${argv[1]}-1`]);
        },
      });
      findDifferences(json, [], ask, "scope", tables[platform]);
      expect(single).toEqual([]);
      expect(rounds.length).toBeLessThanOrEqual(9);
      expect(rounds.reduce((all, one) => all + one)).toBeGreaterThan(3 * rounds.length);
    },
  );

  test("finds duplicates of a resource in the state, and what the state has and AWS not", () => {
    const state = stateOf(
      ["aws_vpc.network", { id: "vpc-1", tags: { Name: "shop" } }],
      ["aws_internet_gateway.gateway", { id: "igw-1", vpc_id: "vpc-1", tags: { Name: "shop" } }],
      ["aws_iam_role.role", { id: "shop-role", name: "shop-role" }],
    );
    const answers = { "describe-vpcs": ["vpc-1", "vpc-2"], "describe-internet-gateways": ["igw-2"] };
    const { findings } = findDifferences(configuration, state, aws(answers), undefined);
    expect(findings.map(({ kind, commands }) => [kind, ...commands])).toEqual([
      [
        "duplicate",
        "aws ec2 detach-internet-gateway --internet-gateway-id igw-2 --vpc-id vpc-1",
        "aws ec2 delete-internet-gateway --internet-gateway-id igw-2",
      ],
      ["duplicate", "aws ec2 delete-vpc --vpc-id vpc-2"],
      ["not in AWS", "terraform state rm aws_internet_gateway.gateway"],
      ["not in AWS", "terraform state rm aws_iam_role.role"],
    ]);
  });

  test("imports the internet gateway that is attached, and not an older one with its name", () => {
    const answers = {
      "describe-vpcs": ["vpc-1"],
      "attachment.vpc-id,Values=vpc-1": ["igw-2"],
      "describe-internet-gateways": ["igw-1", "igw-2"],
    };
    const { findings } = findDifferences(configuration, [], aws(answers), undefined);
    const gateways = findings.filter(({ type }) => type === "aws_internet_gateway");
    expect(gateways.map(({ kind, id }) => [kind, id])).toEqual([
      ["not in state", "igw-2"],
      ["duplicate", "igw-1"],
    ]);
  });

  test("imports an internet gateway that is not attached yet", () => {
    const answers = {
      "describe-vpcs": ["vpc-1"],
      "attachment.vpc-id": [],
      "describe-internet-gateways": ["igw-1"],
    };
    const { findings } = findDifferences(configuration, [], aws(answers), undefined);
    expect(findings.map(({ kind, id }) => [kind, id])).toEqual([
      ["not in state", "vpc-1"],
      ["not in state", "igw-1"],
    ]);
  });

  test("finds the rules that AWS adds to a security group, and leaves those of the stack", () => {
    const groups: Configuration = {
      resource: {
        aws_security_group: { known: { tags: { Name: "a" } }, found: { tags: { Name: "b" } } },
        aws_vpc_security_group_egress_rule: {
          all: { security_group_id: "${aws_security_group.known.id}", description: "All" },
        },
      },
    };
    const state = stateOf(
      ["aws_security_group.known", { id: "sg-1", tags: { Name: "a" } }],
      ["aws_vpc_security_group_egress_rule.all", { id: "sgr-1", security_group_id: "sg-1" }],
    );
    const answers = {
      "Values=a": ["sg-1"],
      "Values=b": ["sg-2"],
      "Values=sg-1 --query SecurityGroupRules[?IsEgress": ["sgr-1", "sgr-2"],
      "Values=sg-2 --query SecurityGroupRules[?IsEgress": ["sgr-3"],
    };
    const { findings } = findDifferences(groups, state, aws(answers), undefined);
    expect(findings.map(({ kind, address, commands }) => [kind, address, ...commands])).toEqual([
      ["not in state", "aws_security_group.found", "terraform import aws_security_group.found sg-2"],
      [
        "added by AWS",
        "aws_security_group.known",
        "aws ec2 revoke-security-group-egress --group-id sg-1 --security-group-rule-ids sgr-2",
      ],
      [
        "added by AWS",
        "aws_security_group.found",
        "aws ec2 revoke-security-group-egress --group-id sg-2 --security-group-rule-ids sgr-3",
      ],
    ]);
    // Nothing is asked about groups that do not exist.
    expect(findDifferences(groups, [], aws({}), undefined).findings).toEqual([]);
  });

  test("asks for details of each listed key, and gives one object to one resource", () => {
    const key = { description: "Key" };
    const { findings } = findDifferences(
      { resource: { aws_kms_key: { one: key, other: key } } },
      [],
      aws({ "list-keys": ["a", "b"], "--key-id a": ["a"] }),
      undefined,
    );
    expect(findings.map(({ address, id }) => [address, id])).toEqual([["aws_kms_key.one", "a"]]);
  });
});

/** The answers of the tools: all objects of these types exist. */
const existing =
  (asked: string[], ...objects: readonly RegExp[]): Ask =>
  (argv) => {
    const command = argv.join(" ");
    asked.push(command);
    return objects.some((object) => object.test(command)) ? ["x"] : [];
  };

describe("a comparison on AKS", () => {
  const { json } = stacks.find(({ name }) => name === "production-aks")!;

  test("finds resources by ids that it forms from the subscription, the group and the name", () => {
    const asked: string[] = [];
    const ask = existing(
      asked,
      /group show/,
      /virtualNetworks\/[\w-]+ /,
      /subnets\/nodes /,
      /subnet show .*networkSecurityGroup/,
      /managedClusters\/[\w-]+( |\/agentPools\/apps)/,
    );
    const { findings } = findDifferences(json, [], ask, "s-1", aksTable);
    const group = "/subscriptions/s-1/resourceGroups/production-aks";
    const network = `${group}/providers/Microsoft.Network/virtualNetworks/production-aks`;
    const commands = findings.flatMap((one) => one.commands);
    expect(commands).toEqual(
      expect.arrayContaining([
        `terraform import azurerm_resource_group.resource_group ${group}`,
        `terraform import azurerm_virtual_network.network_vnet ${network}`,
        `terraform import azurerm_subnet.network_nodes ${network}/subnets/nodes`,
        expect.stringMatching(
          /^terraform import azurerm_kubernetes_cluster_node_pool\.\w+ \/subscriptions\/s-1\/.*\/managedClusters\/production-aks\/agentPools\/apps\w*$/,
        ),
      ]),
    );
    expect(asked.every((command) => command.endsWith(" --subscription s-1"))).toBe(true);
  });

  test("finds roles of an identity whose attributes are in the state", () => {
    const state = stateOf(
      ["azurerm_user_assigned_identity.identity_control_plane", { id: "i", principal_id: "p-1", name: "n" }],
      ["azurerm_subnet.network_nodes", { id: "/subnets/nodes", name: "nodes" }],
    );
    const ask: Ask = (argv) =>
      argv
        .join(" ")
        .includes(
          "--scope /subnets/nodes --query [?principalId=='p-1' && roleDefinitionName=='Network Contributor'].id",
        )
        ? ["/roles/1"]
        : [];
    const { findings, pending } = findDifferences(json, state, ask, "s-1", aksTable);
    expect(findings.filter(({ kind }) => kind === "not in state").map(({ commands }) => commands)).toEqual([
      ["terraform import azurerm_role_assignment.identity_control_plane_nodes /roles/1"],
    ]);
    expect(pending).not.toContain("azurerm_role_assignment.identity_control_plane_nodes");
  });
});

describe("a comparison on GKE", () => {
  const { json } = stacks.find(({ name }) => name === "production-gke")!;

  test("finds resources by their names, and node pools by the id of their cluster", () => {
    const asked: string[] = [];
    const pool = "projects/p-1/locations/europe-west3/clusters/production-gke/nodePools/workers-1";
    const others = existing(
      asked,
      /networks describe/,
      /clusters describe/,
      /keyrings describe/,
      /kms keys describe/,
      /service-accounts describe/,
    );
    const ask: Ask = (argv) => {
      const found = others(argv);
      return argv.includes("node-pools") ? [pool] : found;
    };
    const { findings } = findDifferences(json, [], ask, "p-1", gkeTable);
    const commands = findings.flatMap((one) => one.commands);
    const cluster = "projects/p-1/locations/europe-west3/clusters/production-gke";
    expect(commands).toEqual(
      expect.arrayContaining([
        "terraform import google_compute_network.network_vpc projects/p-1/global/networks/production-gke-europe-west3",
        `terraform import google_container_cluster.control_plane ${cluster}`,
        expect.stringMatching(new RegExp(`^terraform import google_container_node_pool\\.\\w+ ${pool}$`)),
        expect.stringMatching(
          /^terraform import google_kms_crypto_key\.\w+ projects\/p-1\/locations\/europe-west3\/keyRings\/[\w-]+\/cryptoKeys\/secrets$/,
        ),
        expect.stringMatching(
          /^terraform import google_service_account\.\w+ projects\/p-1\/serviceAccounts\/[\w-]+@p-1\.iam\.gserviceaccount\.com$/,
        ),
      ]),
    );
    expect(asked.every((command) => command.endsWith(" --project p-1 --quiet"))).toBe(true);
    expect(asked.filter((command) => command.includes("node-pools"))[0]).toContain(
      "--cluster production-gke --location europe-west3",
    );
  });
});

describe("a comparison on Google Cloud with kubeadm", () => {
  const one = kubeadmStacks["kubeadm-google"].find(({ name }) => name === "one-group")!;

  test("finds a group over several zones in its region, and the bucket by its label and location", () => {
    const asked: string[] = [];
    const ask = existing(asked, /instance-groups managed describe .* --region/, /storage buckets list/);
    const { findings } = findDifferences(one.json, [], ask, "p-1", kubeadmGoogleTable);
    const { name, region } = Object.values(
      one.json.resource!.google_compute_region_instance_group_manager,
    )[0] as Record<string, string>;
    const { labels, location } = Object.values(one.json.resource!.google_storage_bucket)[0] as {
      labels: Record<string, string>;
      location: string;
    };
    expect(findings.map(({ type, id }) => [type, id])).toEqual(
      expect.arrayContaining([
        [
          "google_compute_region_instance_group_manager",
          `projects/p-1/regions/${region}/instanceGroupManagers/${name}`,
        ],
        ["google_storage_bucket", "x"],
      ]),
    );
    expect(asked.find((command) => command.includes("buckets list"))).toContain(
      `--filter labels.kubeadm_cluster=${labels.kubeadm_cluster} AND location=${location} --format`,
    );
  });
});

describe("values in commands", () => {
  test("stay in their argument, and in their quotes", () => {
    const argv = argumentsOf(
      `aws kms list-aliases --query "Aliases[?AliasName=='{name}'].AliasName" --name {name}`,
    );
    expect(argv.map((argument) => fill(argument, { name: "a' --x $(y)" })).slice(3)).toEqual([
      "--query",
      "Aliases[?AliasName=='a\\' --x $(y)'].AliasName",
      "--name",
      "a' --x $(y)",
    ]);
  });

  test("are own members only", () => {
    expect(fill("{constructor}", {})).toBeUndefined();
    expect(fill("{tags.Name}", { tags: {} })).toBeUndefined();
  });
});

// --- Command ------------------------------------------------------------------------------------------------------

const scratch = mkdtempSync(join(tmpdir(), "recover-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function stateFile(text: string): string {
  const file = join(scratch, "terraform.tfstate");
  writeFileSync(file, text);
  return file;
}

describe("the command", () => {
  test.each([["production-mian", 'unknown stack "production-mian"; did you mean "production-main"?']])(
    "refuses %s",
    (stack, message) => {
      expect(() => recoverStack(environments, stack, { noState: true, ask: aws({}) })).toThrow(message);
    },
  );

  test("refuses a state that does not exist, is damaged, or is not a state", () => {
    const recover = (state: string) => () =>
      recoverStack(environments, "production-main", { state, noState: false, ask: aws({}) });
    expect(recover(join(scratch, "none"))).toThrow("does not exist: use --state FILE");
    expect(recover(stateFile(""))).toThrow("is empty: restore the previous one with cp ");
    expect(recover(stateFile('{"version": 4, "resou'))).toThrow("is incomplete or no JSON");
    expect(recover(stateFile("null"))).toThrow("must be a Terraform state of version 4");
    expect(recover(stateFile('{"version": 3}'))).toThrow("must be a Terraform state of version 4");
  });

  test("reports the lock file of a local state", () => {
    const state = stateFile('{"version": 4, "resources": []}');
    writeFileSync(join(scratch, ".terraform.tfstate.lock.info"), '{"ID":"6ab1-77"}');
    const { notes } = recoverStack(environments, "production-main", { state, noState: false, ask: aws({}) });
    expect(notes.join()).toContain("terraform force-unlock 6ab1-77");
  });

  test("reads the state, and names the folder, of the synthesis in CDKTF_OUTDIR", () => {
    const { CDKTF_OUTDIR } = process.env;
    try {
      process.env.CDKTF_OUTDIR = join(scratch, "own/output");
      const recover = () => recoverStack(environments, "production-main", { noState: false, ask });
      const ask = aws({ "describe-vpcs": ["vpc-1"] });
      expect(recover).toThrow(
        `the state ${join(scratch, "own/terraform.production-main.tfstate")} does not exist`,
      );
      mkdirSync(join(scratch, "own"));
      writeFileSync(
        join(scratch, "own/terraform.production-main.tfstate"),
        '{"version": 4, "resources": []}',
      );
      expect(recoveryText(recover())).toContain(
        `Commands, to run in ${join(scratch, "own/output/stacks/production-main")}:`,
      );
    } finally {
      if (CDKTF_OUTDIR === undefined) delete process.env.CDKTF_OUTDIR;
      else process.env.CDKTF_OUTDIR = CDKTF_OUTDIR;
    }
  });

  test("prints a table and commands for the reference stack", () => {
    const ask = aws({ "describe-vpcs": ["vpc-1"], "get-role": [] });
    const text = recoveryText(recoverStack(environments, "production-main", { noState: true, ask }));
    expect(text).toMatch(/^STATUS +RESOURCE +ID\nnot in state +aws_vpc\.network_vpc +vpc-1\n/);
    expect(text).toContain(
      "\n# Import what is not in the state\nterraform import aws_vpc.network_vpc vpc-1\n",
    );
  });

  test.each([
    ["production-aks", /^az account show/, "sub-1", / --subscription sub-1$/],
    ["production-gke", /^gcloud config get-value/, "pro-1", / --project pro-1 --quiet$/],
  ])("asks for the scope of %s", (stack, question, scope, option) => {
    const names = ["ARM_SUBSCRIPTION_ID", "GOOGLE_PROJECT", "GOOGLE_CLOUD_PROJECT", "GCLOUD_PROJECT"];
    const saved = names.map((name) => [name, process.env[name]] as const);
    for (const name of names) delete process.env[name];
    const asked: string[] = [];
    const ask: Ask = (argv) => {
      const command = argv.join(" ");
      if (question.test(command)) return [scope];
      asked.push(command);
      return [];
    };
    const recovery = recoverStack(environments, stack, { noState: true, ask });
    expect(recoveryText(recovery)).toBe(`${stack}: nothing to recover\n`);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((command) => !option.test(command))).toEqual([]);
    for (const [name, value] of saved) if (value !== undefined) process.env[name] = value;
  });

  test("prints that there is nothing to recover", () => {
    const recovery = recoverStack(environments, "production-main", { noState: true, ask: aws({}) });
    expect(recoveryText(recovery)).toBe("production-main: nothing to recover\n");
  });
});

test("a state has managed resources without deposed objects", () => {
  const text = JSON.stringify({
    version: 4,
    resources: [
      { mode: "data", type: "a", name: "b", instances: [{ attributes: {} }] },
      {
        mode: "managed",
        type: "aws_vpc",
        name: "one",
        instances: [{ attributes: { id: "1" } }, { deposed: "d", attributes: { id: "2" } }],
      },
      { mode: "managed", type: "aws_eip", name: "some", module: "module.m", instances: [{ index_key: "k" }] },
    ],
  });
  expect(stateResources(text, "state")).toEqual([
    { address: "aws_vpc.one", type: "aws_vpc", attributes: { id: "1" } },
    { address: 'module.m.aws_eip.some["k"]', type: "aws_eip", attributes: {} },
  ]);
});
