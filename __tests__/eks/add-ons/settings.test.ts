import { settingNeeds } from "../../../modules/eks/add-ons/settings";
import type { EksClusterProps } from "../../../modules/eks/spec";
import { isNitro, hasTrunkInterface, instanceTypes } from "../../../modules/aws/machine-types";
import { minimal, synthesizeEks } from "../../support/eks";

type Setting = (typeof settingNeeds)[number];

/** A cluster with one setting. */
function withSetting({ addOn, at }: Setting, value: unknown): Partial<EksClusterProps> {
  const configuration = at.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Record<
    string,
    unknown
  >;
  return {
    network: { private: true },
    access: { ...minimal.access, privateFrom: ["10.8.0.0/16"] },
    storage: { file: true },
    eks: { addOns: { [addOn]: { configuration } } },
  };
}

const policy = "aws_iam_role_policy_attachment.control_plane_role_vpc_resource_controller_policy";

describe("settings of add-ons", () => {
  test.each(settingNeeds.map((setting) => [[setting.addOn, ...setting.at].join("."), setting] as const))(
    "%s brings what it needs, and only then (amazon-vpc-cni-k8s #1505)",
    (_, setting) => {
      const on = synthesizeEks(withSetting(setting, "true"));
      const off = synthesizeEks(withSetting(setting, "false"));
      const brings = (stack: typeof on) => ({
        controlPlane: stack.addresses.includes(policy),
        logs: stack.addresses.includes("aws_vpc_endpoint.network_endpoint_logs"),
        statements: JSON.stringify(stack.terraform.resource.aws_iam_role_policy ?? {}).includes(
          "logs:CreateLogGroup",
        ),
        mounts: JSON.stringify(stack.terraform.resource.aws_efs_file_system_policy).includes(
          "DriverDeletesDirectories",
        ),
      });
      const nothing = { controlPlane: false, logs: false, statements: false, mounts: false };
      expect(brings(off)).toEqual(nothing);
      expect(brings(on)).toEqual({
        controlPlane: setting.controlPlanePolicy !== undefined,
        logs: setting.services !== undefined,
        statements: setting.statements !== undefined,
        mounts: setting.mountsFileSystem === true,
      });
      expect(Object.values(brings(on)).some(Boolean)).toBe(true);
      if (setting.controlPlanePolicy) {
        expect(on.graph.isOrdered(policy, "aws_eks_node_group.node_groups_workers")).toBe(true);
      }
    },
  );
});

test("machines with a trunk interface use Nitro", () => {
  const types = instanceTypes().map(({ name }) => name);
  expect(types.filter((name) => hasTrunkInterface(name) && !isNitro(name))).toEqual([]);
  expect(
    types.filter((name) => isNitro(name) && !hasTrunkInterface(name)).map((name) => name.split(".")[0]),
  ).toEqual(expect.arrayContaining(["t3", "t3a", "t4g"]));
});
