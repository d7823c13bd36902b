import {
  aksTable,
  type Ask,
  type Configuration,
  findDifferences,
  gkeTable,
  kubeadmGoogleTable,
} from "../../modules/recover";
import { aws, kubeadmStacks, stacks, tables } from "./stacks";

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
