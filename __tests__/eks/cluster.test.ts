import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { TerraformResource } from "cdktf";
import { EksCluster } from "../../modules/eks";
import { minimal, synthesizeEks, synthesizePlain } from "../support/eks";
import type { Arguments, Synthesized } from "../support/synthesized";

describe("twice in one stack, with two provider aliases", () => {
  const plain = synthesizePlain((stack) => {
    const west = new AwsProvider(stack, "west", { alias: "west", region: "us-west-2" });
    const east = new AwsProvider(stack, "east", { alias: "east", region: "us-east-2" });
    new EksCluster(stack, "a", { ...minimal, region: "us-west-2", provider: west, tags: { team: "a" } });
    new EksCluster(stack, "b", { ...minimal, region: "us-east-2", provider: east });
  });

  test("two clusters, each with its network", () => {
    expect(Object.keys(plain.resources(AwsEksCluster))).toHaveLength(2);
    expect(Object.keys(plain.resources(Vpc))).toHaveLength(2);
  });

  test("every resource has its cluster's provider", () => {
    const providers = { a: new Set(), b: new Set() };
    for (const elements of Object.values(
      plain.terraform.resource as Record<string, Record<string, Arguments>>,
    )) {
      for (const [name, { provider }] of Object.entries(elements))
        providers[name[0] as "a" | "b"].add(provider);
    }
    expect(providers).toEqual({ a: new Set(["aws.west"]), b: new Set(["aws.east"]) });
  });

  test("clusters of one name do not share the names of roles, which are global in an account", () => {
    const names = Object.values(plain.resources(IamRole)).map((role) => role.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("references resolve, and there is no cycle", () => {
    expect(plain.graph.unresolved).toEqual([]);
    expect(plain.graph.cycle).toBeUndefined();
  });

  test("tags of a cluster are only on its resources", () => {
    const tags = Object.entries(plain.resources(Vpc)).map(([name, vpc]) => [name[0], vpc.tags.team]);
    expect(Object.fromEntries(tags)).toEqual({ a: "a", b: undefined });
  });
});

test("resources of other providers below a cluster keep their own", () => {
  const plain = synthesizePlain((stack) => {
    const west = new AwsProvider(stack, "west", { alias: "west", region: "us-west-2" });
    const cluster = new EksCluster(stack, "cluster", { ...minimal, provider: west });
    new TerraformResource(cluster, "other", { terraformResourceType: "null_resource" });
  });
  expect(Object.values(plain.terraform.resource.null_resource as object)[0]).not.toHaveProperty("provider");
});

describe("protection and logs", () => {
  const guarded = (stack: Synthesized) => [
    stack.resource(Vpc).lifecycle,
    stack.resource(Subnet, "network_intra_eu_central_1a").lifecycle,
    stack.resource(Subnet, "network_private_eu_central_1a").lifecycle,
  ];
  const logs = (stack: Synthesized) =>
    Object.values(stack.resources(CloudwatchLogGroup)).map((log) => log.skip_destroy);

  test("what the control plane lives in can't be replaced under it", () => {
    expect(guarded(synthesizeEks())).toEqual([
      { prevent_destroy: true },
      { prevent_destroy: true },
      undefined,
    ]);
    expect(guarded(synthesizeEks({ protection: false }))).toEqual([undefined, undefined, undefined]);
  });

  test("logs go with the cluster unless they are kept", () => {
    expect(logs(synthesizeEks())).toEqual([undefined, undefined]);
    expect(logs(synthesizeEks({ observability: { keepLogs: true } }))).toEqual([true, true]);
  });
});

describe("invalid props", () => {
  const broken = () =>
    synthesizePlain((stack) => {
      new EksCluster(stack, "cluster", {
        ...minimal,
        kubernetesVersion: "1.2",
        nodeGroups: [{ name: "workers", machineTypes: ["m7i.large"], size: { min: 3, max: 2 } }],
      });
    });

  test("one error lists them all, with the construct's path", () => {
    expect(broken).toThrow(expect.objectContaining({ isInputError: true }));
    expect(broken).toThrow(/^plain\/cluster: invalid props\n/);
    expect(broken).toThrow(/\n {2}kubernetesVersion: /);
    expect(broken).toThrow(/\n {2}nodeGroups\[0\]\.size\.max: must be at least min \(3\), got 2/);
  });
});

describe("elements that are added later", () => {
  test("a node group has the same edges, and CoreDNS waits for it", () => {
    const { graph } = synthesizeEks({}, (cluster) => {
      cluster.addNodeGroup({ name: "late", machineTypes: ["m7g.large"], size: 2 });
    });
    expect(graph.isOrdered("aws_eks_addon.add_ons_vpc_cni", "aws_eks_node_group.node_groups_late")).toBe(
      true,
    );
    expect(graph.isOrdered("aws_eks_node_group.node_groups_late", "aws_eks_addon.add_ons_coredns")).toBe(
      true,
    );
    expect(graph.isOrdered("aws_eks_node_group.node_groups_late", "aws_eks_addon.storage_block")).toBe(true);
  });

  test("the same rules apply to an added node group, together with existing ones", () => {
    const twice = () =>
      synthesizeEks({}, (cluster) => {
        cluster.addNodeGroup({ name: "workers", machineTypes: ["m7i.large"], size: 1 });
      });
    expect(twice).toThrow(/nodeGroups\[1\]\.name: .*workers/);
  });

  test("a workload identity is a role for one service account, and its association", () => {
    const stack = synthesizeEks({}, (cluster) => {
      cluster.addWorkloadIdentity({
        namespace: "shop",
        serviceAccount: "orders",
        statements: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::orders/*"] }],
      });
    });
    expect(stack.json).toHaveResourceWithProperties(EksPodIdentityAssociation, {
      namespace: "shop",
      service_account: "orders",
      role_arn: "${aws_iam_role.identity_shop_orders_role.arn}",
    });
    const trust = JSON.parse(stack.resource(IamRole, "identity_shop_orders_role").assume_role_policy);
    expect(trust.Statement[0].Condition.StringEquals).toEqual({
      "aws:RequestTag/eks-cluster-arn": ["${aws_eks_cluster.control_plane.arn}"],
      "aws:RequestTag/eks-cluster-name": ["shop"],
      "aws:RequestTag/kubernetes-namespace": ["shop"],
      "aws:RequestTag/kubernetes-service-account": ["orders"],
    });
  });

  test("single resources are within reach", () => {
    const stack = synthesizeEks({}, (cluster) => {
      cluster.controlPlane.cluster.addOverride("timeouts.create", "45m");
      cluster.nodeGroups.groups
        .get("workers")!
        .nodePools[0].resource.addOverride("force_update_version", true);
    });
    expect(stack.resource(AwsEksCluster).timeouts).toEqual({ create: "45m" });
    expect(stack.resource(EksNodeGroup).force_update_version).toBe(true);
  });
});
