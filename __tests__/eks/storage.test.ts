import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { synthesizeEks } from "../support/eks";

const drivers = (stack: ReturnType<typeof synthesizeEks>) =>
  Object.values(stack.resources(EksAddon)).filter(({ addon_name }) => addon_name === "aws-ebs-csi-driver");

describe("block storage", () => {
  test.each([
    ["by default", undefined],
    ["when it says so", { block: true }],
  ])("is there %s: the EBS CSI driver, with a role for its controller", (_, storage) => {
    const stack = synthesizeEks({ storage });
    expect(drivers(stack)).toHaveLength(1);
    expect(stack.resource(EksAddon, "storage_block")).toMatchObject({
      addon_name: "aws-ebs-csi-driver",
      pod_identity_association: [
        { service_account: "ebs-csi-controller-sa", role_arn: "${aws_iam_role.storage_block_role.arn}" },
      ],
    });
  });

  test("is left out on request, with its role and its rights", () => {
    const stack = synthesizeEks({ storage: { block: false } });
    expect(drivers(stack)).toEqual([]);
    expect(stack.addresses.filter((address) => address.includes(".storage"))).toEqual([]);
    expect(Object.values(stack.resources(IamRole)).filter(({ name }) => name.includes("ebs"))).toEqual([]);
  });

  test("has the version and the settings that are given", () => {
    const stack = synthesizeEks({
      eks: {
        addOns: {
          "aws-ebs-csi-driver": {
            version: "v1.60.0-eksbuild.1",
            configuration: { controller: { extraVolumeTags: { team: "shop" } } },
          },
        },
      },
    });
    const { addon_version, configuration_values } = stack.resource(EksAddon, "storage_block");
    expect(addon_version).toBe("v1.60.0-eksbuild.1");
    expect(JSON.parse(configuration_values)).toEqual({ controller: { extraVolumeTags: { team: "shop" } } });
  });

  test("waits for nodes and for the pod identity agent, and is gone before they are", () => {
    const { graph } = synthesizeEks();
    const driver = "aws_eks_addon.storage_block";
    expect(graph.isOrdered("aws_eks_node_group.node_groups_workers", driver)).toBe(true);
    expect(graph.isOrdered("aws_eks_addon.add_ons_eks_pod_identity_agent", driver)).toBe(true);
  });
});
