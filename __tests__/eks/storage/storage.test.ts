import { BackupPlan } from "@cdktf/provider-aws/lib/backup-plan";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { synthesizeEks } from "../../support/eks";
import type { Arguments, Synthesized } from "../../support/synthesized";
import { full, statements } from "./full";

const drivers = (stack: ReturnType<typeof synthesizeEks>) =>
  Object.values(stack.resources(EksAddon)).filter(({ addon_name }) => addon_name === "aws-ebs-csi-driver");

describe("block storage", () => {
  test.each([
    ["by default", undefined],
    ["if set", { block: true }],
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

  test("can be disabled, with its role and its policies", () => {
    const stack = synthesizeEks({ storage: { block: false } });
    expect(drivers(stack)).toEqual([]);
    expect(stack.addresses.filter((address) => address.includes(".storage"))).toEqual([]);
    expect(Object.values(stack.resources(IamRole)).filter(({ name }) => name.includes("ebs"))).toEqual([]);
  });

  test("has the version and the settings of the file", () => {
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

  test("is created after nodes and the pod identity agent, and destroyed before them", () => {
    const { graph } = synthesizeEks();
    const driver = "aws_eks_addon.storage_block";
    expect(graph.isOrdered("aws_eks_node_group.node_groups_workers", driver)).toBe(true);
    expect(graph.isOrdered("aws_eks_addon.add_ons_eks_pod_identity_agent", driver)).toBe(true);
  });
});

describe("storage by default", () => {
  test("has no resources of other features", () => {
    const { addresses } = synthesizeEks();
    expect(addresses.filter((address) => /\.storage_/.test(address))).toEqual([
      "aws_eks_addon.storage_block",
      "aws_iam_role.storage_block_role",
      "aws_iam_role_policy_attachment.storage_block_role_policy_service_role_AmazonEBSCSIDriverPolicy",
    ]);
  });
});

describe("the key of disks", () => {
  const key = "${aws_kms_key.storage_disks_key.arn}";

  test("is used by nodes, and by the driver of volumes for grants to EC2 only", () => {
    expect(full.resource(LaunchTemplate).block_device_mappings[0].ebs.kms_key_id).toBe(key);
    const [grant, use] = statements(full, "storage_block_role_statements");
    expect(grant).toMatchObject({
      Action: expect.arrayContaining(["kms:CreateGrant"]),
      Resource: [key],
      Condition: { Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    });
    expect(use.Resource).toEqual([key]);
  });

  test("allows EC2 Auto Scaling, which starts nodes", () => {
    const { policy, enable_key_rotation, lifecycle } = full.resource(KmsKey, "storage_disks_key");
    const account = "${local.storage_disks_key_account}";
    const role = `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
    const [root, ...autoScaling] = JSON.parse(policy).Statement;
    expect(root).toMatchObject({ Principal: { AWS: [`arn:aws:iam::${account}:root`] }, Action: ["kms:*"] });
    expect(autoScaling).toHaveLength(2);
    for (const { Condition } of autoScaling) {
      expect(Condition.StringEquals).toEqual({ "aws:PrincipalArn": [role] });
    }
    expect(autoScaling[1]).toMatchObject({
      Action: ["kms:CreateGrant"],
      Condition: { Bool: { "kms:GrantIsForAWSResource": ["true"] } },
    });
    expect({ enable_key_rotation, lifecycle }).toEqual({
      enable_key_rotation: true,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("can be an existing one, and the key of a group takes precedence", () => {
    const given = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const own = given.replace("1234abcd", "abcd1234");
    const stack = synthesizeEks({
      encryption: { disks: "customer-key", disksKeyId: given },
      nodeGroups: [
        { name: "a", machineTypes: ["m7i.large"], size: 3 },
        {
          name: "b",
          machineTypes: ["m7i.large"],
          size: 3,
          disk: { kmsKeyArn: own },
          moreDisks: [{ device: "/dev/xvdf" }, { device: "/dev/xvdg", kmsKeyArn: own }],
        },
      ],
    });
    const [, second] = Object.values(stack.resources(LaunchTemplate));
    expect(second.block_device_mappings.map(({ ebs }: Arguments) => ebs.kms_key_id)).toEqual([
      own,
      given,
      own,
    ]);
    const keys = Object.values(stack.resources(LaunchTemplate)).map(
      (template) => template.block_device_mappings[0].ebs.kms_key_id,
    );
    expect(keys).toEqual([given, own]);
    expect(Object.keys(stack.resources(KmsKey))).toEqual(["control_plane_secrets_key"]);
    expect(statements(stack, "storage_block_role_statements")[1].Resource).toEqual([given]);
  });
});

describe("the default class", () => {
  test("can be that of the driver, in addition to settings of the user", () => {
    const stack = synthesizeEks({
      storage: { block: { defaultClass: true } },
      eks: { addOns: { "aws-ebs-csi-driver": { configuration: { controller: { replicaCount: 3 } } } } },
    });
    expect(JSON.parse(stack.resource(EksAddon, "storage_block").configuration_values)).toEqual({
      defaultStorageClass: { enabled: true },
      controller: { replicaCount: 3 },
    });
    expect(classes(stack).gp3.metadata.annotations).toEqual({
      "storageclass.kubernetes.io/is-default-class": "false",
    });
  });

  test("is a manifest by default: gp3, encrypted, with the key of disks", () => {
    expect(full.resource(EksAddon, "storage_block").configuration_values).toBe("{}");
    expect(classes(full).gp3).toMatchObject({
      metadata: { annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
      parameters: { type: "gp3", encrypted: "true", kmsKeyId: "${aws_kms_key.storage_disks_key.arn}" },
    });
    expect(classes(synthesizeEks()).gp3.parameters).toEqual({ type: "gp3", encrypted: "true" });
  });

  function classes(stack: Synthesized): Arguments {
    const { value } = stack.terraform.output.storage_manifests;
    return Object.fromEntries(value.items.map((item: Arguments) => [item.metadata.name, item]));
  }
});

describe("copies", () => {
  test("are created each night, kept for 35 days, with a separate key", () => {
    expect(full.resource(BackupPlan).rule).toEqual([
      expect.objectContaining({
        schedule: "cron(0 3 * * ? *)",
        lifecycle: { delete_after: 35 },
        target_vault_name: "${aws_backup_vault.storage_backup_vault.name}",
      }),
    ]);
    expect(full.resource(BackupVault)).toMatchObject({
      kms_key_arn: "${aws_kms_key.storage_backup_key.arn}",
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("are of volumes that the driver created for this cluster, and of the file system", () => {
    const selections = full.resources(BackupSelection);
    expect(selections.storage_backup_volumes.condition[0].string_equals).toEqual([
      { key: "aws:ResourceTag/kubernetes.io/cluster/shop", value: "owned" },
      { key: "aws:ResourceTag/ebs.csi.aws.com/cluster", value: "true" },
    ]);
    expect(selections.storage_backup_file_system.resources).toEqual([
      "${aws_efs_file_system.storage_file_system.arn}",
    ]);
  });

  test("are deleted with a cluster without protection", () => {
    const stack = synthesizeEks({ protection: false, storage: { backup: true, file: true } });
    expect(stack.resource(BackupVault)).toMatchObject({ force_destroy: true });
    expect(stack.resource(EfsFileSystem).lifecycle).toEqual({ prevent_destroy: false });
  });
});

describe("the order of storage", () => {
  test.each(["block", "snapshots", "file", "lustre", "object"])("nodes come before %s", (name) => {
    expect(
      full.graph.isOrdered("aws_eks_node_group.node_groups_workers", `aws_eks_addon.storage_${name}`),
    ).toBe(true);
  });

  test.each([
    ["aws_eks_addon.storage_snapshots", "aws_eks_addon.storage_block"],
    ["aws_iam_role_policy.storage_block_role_statements", "aws_eks_addon.storage_block"],
    ["aws_efs_mount_target.storage_file_system_mount_target_eu_central_1b", "aws_eks_addon.storage_file"],
    ["aws_iam_role_policy.storage_file_role_statements", "aws_eks_addon.storage_file"],
    ["aws_kms_key.storage_disks_key", "aws_eks_node_group.node_groups_workers"],
    [
      "aws_iam_role_policy_attachment.storage_backup_role_backup_policy",
      "aws_backup_selection.storage_backup_volumes",
    ],
  ])("%s comes before %s", (before, after) => {
    expect(full.graph.isOrdered(before, after)).toBe(true);
  });

  test("has no cycle, and nothing undeclared in it", () => {
    expect(full.graph.cycle).toBeUndefined();
    expect(full.graph.unresolved).toEqual([]);
  });
});
