import { type Document } from "yaml";
import { readDeployedCluster, workersByZone } from "./aws/deployed-cluster";
import { describeE2e } from "./setup/describe";
import { Deployment } from "./support/deployment";
import { eksDocument } from "./support/environments";
import { actions } from "./support/plan";
import { environmentFile } from "./support/synthesis";
import { type Workspace } from "./support/workspace";

/** What a person does to the file of a running cluster, and what Terraform may do for it. */
interface Edit {
  readonly title: string;
  readonly change: (cluster: ClusterDocument) => void;

  /** Address -> action, for everything that the plan would change. */
  readonly plan?: Readonly<Record<string, string>>;

  /** For edits that reach almost everything: the only action in the plan. */
  readonly only?: string;

  /** The plan fails, and says so. */
  readonly refused?: RegExp;
}

/** Sets fields of the first cluster of a file. */
class ClusterDocument {
  constructor(readonly document: Document) {}

  set(path: string, value: unknown): void {
    this.document.setIn(this.path(path), this.document.createNode(value));
  }

  remove(path: string): void {
    this.document.deleteIn(this.path(path));
  }

  private path(path: string): (string | number)[] {
    return ["clusters", 0, ...path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step))];
  }
}

const workers = "aws_eks_node_group.node_groups_workers_eu_central_1";
const inAllZones = (action: string, before = workers, after = "") =>
  Object.fromEntries(["a", "b"].map((zone) => [`${before}${zone}${after}`, action]));
const tag = "aws_autoscaling_group_tag.autoscaling_workers_eu_central_1";
const template = "aws_launch_template.node_groups_workers_launch_template";
const batch = "aws_eks_node_group.node_groups_batch";
const batchTemplate = "aws_launch_template.node_groups_batch_launch_template";
const control = "aws_eks_cluster.control_plane";

const EDITS: readonly Edit[] = [
  {
    title: "a larger range of nodes",
    change: (cluster) => cluster.set("nodeGroups.0.size", { min: 10, max: 24 }),
    plan: inAllZones("update"),
  },
  {
    title: "a label",
    change: (cluster) => cluster.set("nodeGroups.0.labels.team", "shop"),
    plan: {
      ...inAllZones("update"),
      ...inAllZones("create", tag, "_label_team"),
    },
  },
  {
    title: "a taint, on the group that CoreDNS does not need",
    change: (cluster) => cluster.set("nodeGroups.1.taints", [{ key: "batch", effect: "NoSchedule" }]),
    plan: { [batch]: "update" },
  },
  {
    title: "the next Kubernetes version",
    change: (cluster) => cluster.set("kubernetesVersion", "1.36"),
    plan: {
      [control]: "update",
      "aws_eks_addon.add_ons_kube_proxy": "update",
      "aws_eks_addon.add_ons_coredns": "update",
      ...inAllZones("update"),
      [batch]: "update",
    },
  },
  {
    title: "another node group",
    change: (cluster) => cluster.set("nodeGroups.2", { name: "extra", machineTypes: ["m7g.large"], size: 1 }),
    plan: {
      "aws_launch_template.node_groups_extra_launch_template": "create",
      "aws_eks_node_group.node_groups_extra": "create",
    },
  },
  {
    title: "no second node group",
    change: (cluster) => cluster.remove("nodeGroups.1"),
    plan: { [batchTemplate]: "delete", [batch]: "delete" },
  },
  {
    title: "another name for a node group",
    change: (cluster) => cluster.set("nodeGroups.1.name", "jobs"),
    plan: {
      [batchTemplate]: "delete",
      [batch]: "delete",
      "aws_launch_template.node_groups_jobs_launch_template": "create",
      "aws_eks_node_group.node_groups_jobs": "create",
    },
  },
  {
    title: "spot machines",
    change: (cluster) => cluster.set("nodeGroups.0.capacity", "spot"),
    plan: {
      ...inAllZones("replaced, the new one first"),
      ...inAllZones("replaced, the old one first", tag, "_label_workload"),
    },
  },
  {
    title: "larger disks",
    change: (cluster) => cluster.set("nodeGroups.0.disk.sizeGiB", 200),
    plan: { [template]: "update", ...inAllZones("update") },
  },
  {
    title: "another release of the image",
    change: (cluster) => cluster.set("nodeGroups.0.image", { release: "1.35.6-20260714" }),
    plan: inAllZones("update"),
  },
  {
    title: "another admin",
    change: (cluster) => cluster.set("access.admins.1", "arn:aws:iam::111122223333:role/OnCall"),
    plan: {
      "aws_eks_access_entry.identity_111122223333_role_OnCall": "create",
      "aws_eks_access_policy_association.identity_111122223333_role_OnCall_admin": "create",
    },
  },
  {
    title: "another office",
    change: (cluster) => cluster.set("access.publicFrom.1", "198.51.100.0/24"),
    plan: { [control]: "update" },
  },
  {
    title: "no public address",
    change: (cluster) => cluster.remove("access.publicFrom"),
    plan: { [control]: "update" },
  },
  {
    title: "more logs",
    change: (cluster) =>
      cluster.set("observability.logTypes", ["api", "audit", "authenticator", "scheduler"]),
    plan: { [control]: "update" },
  },
  {
    title: "a tag on everything",
    change: (cluster) => cluster.set("tags", { "cost-center": "42" }),
    only: "update",
  },
  {
    title: "another zone",
    change: (cluster) => cluster.set("network.zones", 3),
    plan: {
      "aws_subnet.network_public_eu_central_1c": "create",
      "aws_subnet.network_private_eu_central_1c": "create",
      "aws_subnet.network_intra_eu_central_1c": "create",
      "aws_eip.network_nat_address_eu_central_1c": "create",
      "aws_nat_gateway.network_nat_gateway_eu_central_1c": "create",
      "aws_route_table.network_private_eu_central_1c_routes": "create",
      "aws_route.network_private_eu_central_1c_internet": "create",
      "aws_route_table_association.network_public_eu_central_1c_association": "create",
      "aws_route_table_association.network_private_eu_central_1c_association": "create",
      "aws_route_table_association.network_intra_eu_central_1c_association": "create",
      "aws_vpc_endpoint.network_endpoint_s3": "update",
      // The totals are dealt out anew.
      ...inAllZones("update"),
      [`${workers}c`]: "create",
      [`${tag}c_label_workload`]: "create",
      // One group over all zones: EKS can't change its subnets.
      [batch]: "replaced, the new one first",
    },
  },
  {
    title: "another range of the network",
    change: (cluster) => cluster.set("network.cidr", "10.40.0.0/16"),
    refused: /Instance cannot be destroyed[^]*aws_vpc\.network_vpc/,
  },
  {
    title: "the platform's key instead of one of ours",
    change: (cluster) => cluster.set("encryption.secrets", "platform-key"),
    refused: /Instance cannot be destroyed/,
  },
];

const say = (text: string) => process.stderr.write(`${text}\n`);

// One deploy, then a plan for every edit of the file that was deployed.
describeE2e("edits of a running cluster", () => {
  const stack = "production-main";
  let deployment: Deployment;
  let workspace: Workspace;

  beforeAll(async () => {
    deployment = await Deployment.begin({ stack, region: "eu-central-1" });
    ({ workspace } = deployment);
    await use(() => {});
    await workspace.init();
    await workspace.apply();
  });

  afterAll(() => deployment?.end());

  /** Takes the shipped file, over two zones so that one can come, with a second group so that one can go, and edited. */
  async function use(change: (cluster: ClusterDocument) => void): Promise<void> {
    const document = eksDocument(environmentFile("production"));
    const cluster = new ClusterDocument(document);
    cluster.set("network.zones", 2);
    cluster.set("nodeGroups.1", { name: "batch", machineTypes: ["m7i.large"], size: 2 });
    cluster.set("access.viewers.0.namespaces", ["shop"]);
    change(cluster);
    await deployment.use(document, "production");
  }

  test.each(EDITS)("$title", async ({ change, plan, only, refused }) => {
    await use(change);
    if (refused) {
      expect(await workspace.reasonWhyNoPlan()).toMatch(refused);
      return;
    }
    // Nothing happened between the deploy and the edit, so there is nothing to refresh.
    const found = actions((await workspace.plan({ refresh: false })).json);
    if (only) {
      expect(new Set(Object.values(found))).toEqual(new Set([only]));
      return;
    }
    expect(found).toEqual(plan);
  });

  test("a right with another scope stays a right all the while", async () => {
    await use((cluster) => cluster.set("access.viewers.0.namespaces", ["shop", "web"]));
    await workspace.apply();
    const { accessEntries } = await readDeployedCluster(deployment.aws, stack);
    const developer = accessEntries.find(({ principalArn }) => principalArn?.endsWith("role/Developer"));
    expect(developer?.policies).toEqual(["AmazonEKSViewPolicy"]);
  });

  test("another zone takes workers, and can't be taken away again", async () => {
    await use((cluster) => cluster.set("network.zones", 3));
    await workspace.apply();
    const { workers } = await readDeployedCluster(deployment.aws, stack);
    expect(Object.keys(workersByZone(workers)).sort()).toEqual([
      "eu-central-1a",
      "eu-central-1b",
      "eu-central-1c",
    ]);

    await use((cluster) => cluster.set("network.zones", ["eu-central-1b", "eu-central-1c"]));
    expect(await workspace.reasonWhyNoPlan()).toMatch(
      /EKS keeps a control plane in the zones it was made in/,
    );
  });

  test("is destroyed in the end", async () => {
    await use((cluster) => {
      cluster.set("network.zones", 3);
      cluster.set("protection", false);
    });
    await workspace.apply();
    await workspace.tearDown();
    expect(await workspace.deployedResources()).toEqual([]);
    say(`${stack}: ${EDITS.length} edits planned`);
  });
});
