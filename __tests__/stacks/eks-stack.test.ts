import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { EksCluster as AwsEksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { EksClusterProps } from "../../modules/eks/spec";
import { EksStack } from "../../stacks/eks-stack";
import { minimal, synthesizeEks } from "../support/eks";
import { type Arguments, Synthesized } from "../support/synthesized";

const cluster = "aws_eks_cluster.control_plane";

describe("outputs", () => {
  const stack = synthesizeEks({
    nodeGroups: [
      { name: "workers", machineTypes: ["m7i.large"], size: 3, spread: "per-zone" },
      { name: "spot", machineTypes: ["m7i.large", "m6i.large"], size: 1, capacity: "spot" },
    ],
    network: { zones: 2 },
  });
  const outputs: Record<string, Arguments> = stack.terraform.output;
  const values = Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));

  test("are those of all platforms, and some of EKS", () => {
    const groupOutput = (group: string) => ({
      name: `\${aws_eks_node_group.${group}.node_group_name}`,
      auto_scaling_group: `\${aws_eks_node_group.${group}.resources[0].autoscaling_groups[0].name}`,
    });
    expect(values).toEqual({
      cluster_name: `\${${cluster}.name}`,
      cluster_endpoint: `\${${cluster}.endpoint}`,
      cluster_ca_certificate: `\${${cluster}.certificate_authority[0].data}`,
      kubernetes_version: `\${${cluster}.version}`,
      kubeconfig_command: "aws eks update-kubeconfig --region eu-central-1 --name shop",
      oidc_issuer_url: `\${${cluster}.identity[0].oidc[0].issuer}`,
      pod_identity_role_arns: {
        "kube-system/cluster-autoscaler": "${aws_iam_role.autoscaling_cluster_autoscaler_role.arn}",
      },
      network_id: "${aws_vpc.network_vpc.id}",
      node_subnet_ids: [
        "${aws_subnet.network_private_eu_central_1a.id}",
        "${aws_subnet.network_private_eu_central_1b.id}",
      ],
      node_groups: {
        workers: {
          "eu-central-1a": groupOutput("node_groups_workers_eu_central_1a"),
          "eu-central-1b": groupOutput("node_groups_workers_eu_central_1b"),
        },
        spot: { all: groupOutput("node_groups_spot") },
      },
      cluster_arn: `\${${cluster}.arn}`,
      cluster_security_group_id: `\${${cluster}.vpc_config[0].cluster_security_group_id}`,
      node_security_group_id: "${aws_security_group.node_groups_security_group.id}",
      node_role_arn: "${aws_iam_role.node_groups_node_role.arn}",
      storage_manifests: {
        apiVersion: "v1",
        kind: "List",
        items: [expect.objectContaining({ kind: "StorageClass" })],
      },
    });
  });

  test("have descriptions", () => {
    expect(Object.values(outputs).filter(({ description }) => !description)).toEqual([]);
  });

  test("are not sensitive, except the certificate authority", () => {
    const hidden = Object.entries(outputs).filter(([, { sensitive }]) => sensitive);
    expect(hidden.map(([name]) => name)).toEqual(["cluster_ca_certificate"]);
  });
});

describe("Terraform settings", () => {
  const { terraform, json } = synthesizeEks();

  test("allow provider versions from that of the bindings to below the next major version", () => {
    expect(terraform.terraform.required_providers).toEqual({
      aws: { source: "hashicorp/aws", version: ">= 6.25.0, < 7.0.0" },
    });
  });

  test("have one provider, with the region of the cluster", () => {
    expect(terraform.provider).toEqual({ aws: [{ region: "eu-central-1" }] });
  });

  test("keep the state in the project folder, with a path that is the same on every machine", () => {
    expect(terraform.terraform.backend).toEqual({ local: { path: "../../../terraform.shop.tfstate" } });
    expect(json).not.toContain(process.cwd());
  });

  test("have no credentials and no other provider", () => {
    const types = [...Object.keys(terraform.resource), ...Object.keys(terraform.data ?? {})];
    expect(types.filter((type) => !type.startsWith("aws_"))).toEqual([]);
    expect(terraform.data).toBeUndefined();
  });
});

describe("addresses", () => {
  const { addresses } = synthesizeEks({
    network: { endpoints: ["ecr.api"] },
    nodeGroups: [
      { name: "workers", machineTypes: ["m7i.large"], size: { min: 1, max: 3 }, labels: { "a.b/c": "d" } },
    ],
    eks: { addOns: { coredns: { version: "latest" } } },
  });

  test("start with the component, and have no hashes", () => {
    const components =
      "network|control_plane|node_groups|autoscaling|storage|identity|add_ons|load_balancing";
    const readable = new RegExp(`^(data\\.)?aws_[a-z0-9_]+\\.(${components})(_[A-Za-z0-9_]+)?$`);
    expect(addresses.filter((address) => !readable.test(address))).toEqual([]);
    expect(addresses.filter((address) => /_[0-9A-F]{8}$/i.test(address))).toEqual([]);
  });

  test("are those of the documentation", () => {
    expect(addresses).toEqual(
      expect.arrayContaining([
        "aws_eks_cluster.control_plane",
        "aws_subnet.network_private_eu_central_1a",
        "aws_eks_node_group.node_groups_workers",
        "aws_autoscaling_group_tag.autoscaling_workers_label_a_b_c",
        "data.aws_eks_addon_version.add_ons_coredns_latest",
      ]),
    );
  });

  test("of two elements must differ; the error names both", () => {
    const twins = () =>
      Synthesized.from((app) => {
        const stack = new EksStack(app, { platform: "eks", ...minimal });
        new Vpc(stack, "my-vpc", { cidrBlock: "10.1.0.0/16" });
        new Vpc(stack, "my_vpc", { cidrBlock: "10.2.0.0/16" });
        return stack;
      });
    expect(twins).toThrow("aws_vpc.my_vpc would be both shop/my-vpc and shop/my_vpc; rename one of them");
  });

  test("of different types may have the same name", () => {
    expect(() =>
      Synthesized.from((app) => {
        const stack = new EksStack(app, { platform: "eks", ...minimal });
        new Vpc(stack, "same-name", { cidrBlock: "10.1.0.0/16" });
        new LaunchTemplate(stack, "same_name", {});
        return stack;
      }),
    ).not.toThrow();
  });
});

describe("tags", () => {
  const tags = { environment: "test", team: "shop", Name: "theirs" };
  const stack = synthesizeEks({ tags } satisfies Partial<EksClusterProps>);
  const tagged = Object.values(stack.terraform.resource as Record<string, Record<string, Arguments>>)
    .flatMap((elements) => Object.values(elements))
    .flatMap((element) => (element.tags ? [element.tags as Record<string, string>] : []));

  test("are on all resources that support them", () => {
    expect(tagged.length).toBeGreaterThan(40);
    expect(tagged.filter(({ environment, team }) => environment !== "test" || team !== "shop")).toEqual([]);
    expect(stack.resource(AwsEksCluster).tags).toEqual(tags);
  });

  test("of a resource override those of the cluster", () => {
    expect(stack.resource(Vpc).tags.Name).toBe("shop");
  });
});
