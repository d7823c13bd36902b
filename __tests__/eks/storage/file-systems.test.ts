import { EfsAccessPoint } from "@cdktf/provider-aws/lib/efs-access-point";
import { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import { EfsFileSystemPolicy } from "@cdktf/provider-aws/lib/efs-file-system-policy";
import { EfsMountTarget } from "@cdktf/provider-aws/lib/efs-mount-target";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { FsxLustreFileSystem } from "@cdktf/provider-aws/lib/fsx-lustre-file-system";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { predict } from "../../../modules/compare/predict";
import { synthesizeEks } from "../../support/eks";
import type { Arguments, Synthesized } from "../../support/synthesized";
import { full, nodes, statements } from "./full";

describe("the shared file system", () => {
  test("is encrypted, and kept by protection", () => {
    expect(full.resource(EfsFileSystem)).toMatchObject({
      encrypted: true,
      throughput_mode: "elastic",
      lifecycle: { prevent_destroy: true },
    });
  });

  test("has a mount target in each zone of the nodes, with a group that allows only nodes", () => {
    const targets = Object.entries(full.resources(EfsMountTarget));
    const group = "${aws_security_group.storage_file_system_security_group.id}";
    expect(targets.map(([, { subnet_id }]) => subnet_id)).toEqual([
      "${aws_subnet.network_private_eu_central_1a.id}",
      "${aws_subnet.network_private_eu_central_1b.id}",
    ]);
    for (const [, { security_groups }] of targets) expect(security_groups).toEqual([group]);
    const rules = Object.values(full.resources(VpcSecurityGroupIngressRule)).filter(
      ({ security_group_id }) => security_group_id === group,
    );
    expect(rules).toEqual([
      expect.objectContaining({
        referenced_security_group_id: nodes,
        ip_protocol: "tcp",
        from_port: 2049,
        to_port: 2049,
      }),
    ]);
  });

  test("has one mount target in a zone with two subnets", () => {
    const stack = synthesizeEks({
      network: {
        existing: {
          vpcId: "vpc-0a1b2c3d4e5f67890",
          nodeSubnets: [
            { id: "subnet-00000000000000001", zone: "eu-central-1a" },
            { id: "subnet-00000000000000002", zone: "eu-central-1a" },
            { id: "subnet-00000000000000003", zone: "eu-central-1b" },
          ],
        },
      },
      storage: { file: true },
    });
    expect(Object.values(stack.resources(EfsMountTarget)).map(({ subnet_id }) => subnet_id)).toEqual([
      "subnet-00000000000000001",
      "subnet-00000000000000003",
    ]);
  });

  test("has access points that act as one user", () => {
    expect(full.resource(EfsAccessPoint, "storage_file_system_access_point_shop")).toMatchObject({
      posix_user: { uid: 1000, gid: 1001 },
      root_directory: {
        path: "/shop",
        creation_info: { owner_uid: 1000, owner_gid: 1001, permissions: "0750" },
      },
    });
  });

  test("rejects unencrypted connections", () => {
    const { policy } = full.resource(EfsFileSystemPolicy);
    expect(JSON.parse(policy).Statement[1]).toMatchObject({
      Effect: "Deny",
      Condition: { Bool: { "aws:SecureTransport": ["false"] } },
    });
  });

  const mountOf = (stack: Synthesized) => {
    const { Principal, Action, Condition } = JSON.parse(stack.resource(EfsFileSystemPolicy).policy)
      .Statement[0];
    return { Principal, Action: Action.map((name: string) => name.replace(/.*:Client/, "")), Condition };
  };

  test("is mounted only with the identity of the driver, and not as root", () => {
    expect(mountOf(full)).toEqual({
      Principal: { AWS: ["${aws_iam_role.storage_file_mounter_role.arn}"] },
      Action: ["Mount", "Write"],
      Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": ["true"] } },
    });
    expect(full.resource(EksPodIdentityAssociation, "storage_file_mounter")).toMatchObject({
      namespace: "kube-system",
      service_account: "efs-csi-node-sa",
      role_arn: "${aws_iam_role.storage_file_mounter_role.arn}",
    });
    const { items } = full.terraform.output.storage_manifests.value;
    const efs = items.find((item: Arguments) => item.provisioner === "efs.csi.aws.com");
    expect(efs.mountOptions).toEqual(["iam"]);
    expect(
      full.graph.isOrdered(
        "aws_eks_pod_identity_association.storage_file_mounter",
        "aws_eks_addon.storage_file",
      ),
    ).toBe(true);
  });

  test("is mounted by all programs of the network, and as root, only on request", () => {
    const open = synthesizeEks({ storage: { file: { mount: "network", rootAccess: true } } });
    expect(mountOf(open)).toMatchObject({
      Principal: { AWS: ["*"] },
      Action: ["Mount", "Write", "RootAccess"],
    });
    const { items } = open.terraform.output.storage_manifests.value;
    const efs = items.find((item: Arguments) => item.provisioner === "efs.csi.aws.com");
    expect(efs).not.toHaveProperty("mountOptions");
  });

  test("is the only file system of its driver", () => {
    const arn = "${aws_efs_file_system.storage_file_system.arn}";
    const points = "arn:aws:elasticfilesystem:eu-central-1:*:access-point/*";
    const resources = statements(full, "storage_file_role_statements")
      .slice(1)
      .flatMap(({ Resource }: Arguments) => Resource);
    expect(new Set(resources)).toEqual(new Set([arn, points]));
  });
});

describe("Lustre", () => {
  test("is in the zone of the file, encrypted, with daily backups", () => {
    expect(full.resource(FsxLustreFileSystem)).toMatchObject({
      subnet_ids: ["${aws_subnet.network_private_eu_central_1b.id}"],
      storage_capacity: 2400,
      deployment_type: "PERSISTENT_2",
      per_unit_storage_throughput: 125,
      automatic_backup_retention_days: 7,
      lifecycle: { prevent_destroy: true },
    });
  });

  test("gets backups, and loses them, in place", () => {
    const eks = { addOns: { "aws-fsx-csi-driver": { version: "v1.9.0-eksbuild.1" } } };
    const [without, with_] = [0, 30].map(
      (backupDays) => synthesizeEks({ storage: { lustre: { sizeGiB: 1200, backupDays } }, eks }).terraform,
    );
    for (const [before, after] of [
      [without, with_],
      [with_, without],
    ]) {
      expect(predict(before, after).changes.map(({ address, action }) => [address, action])).toEqual([
        ["aws_fsx_lustre_file_system.storage_lustre_file_system", "update"],
      ]);
    }
  });

  test("has traffic only with nodes and within itself", () => {
    const group = "${aws_security_group.storage_lustre_file_system_security_group.id}";
    const of = (rules: Record<string, Arguments>, id: string) =>
      Object.values(rules)
        .filter(({ security_group_id }) => security_group_id === id)
        .map(({ referenced_security_group_id, from_port, to_port }) => [
          referenced_security_group_id,
          from_port,
          to_port,
        ])
        .sort();
    const ports = (peer: string) => [
      [peer, 1018, 1023],
      [peer, 988, 988],
    ];
    const both = [...ports(nodes), ...ports(group)].sort();
    expect(of(full.resources(VpcSecurityGroupIngressRule), group)).toEqual(both);
    expect(of(full.resources(VpcSecurityGroupEgressRule), group)).toEqual(both);
    expect(of(full.resources(VpcSecurityGroupIngressRule), nodes)).toEqual(
      expect.arrayContaining(ports(group)),
    );
  });

  test("is created after the rules between its servers", () => {
    for (const rule of [
      "aws_vpc_security_group_ingress_rule.storage_lustre_file_system_security_group_servers",
      "aws_vpc_security_group_egress_rule.storage_lustre_file_system_security_group_servers_out",
    ]) {
      expect(full.graph.isOrdered(rule, "aws_fsx_lustre_file_system.storage_lustre_file_system")).toBe(true);
    }
  });
});

describe("buckets", () => {
  test("are the only ones of the driver", () => {
    const [list, objects] = statements(full, "storage_object_role_statements");
    expect(list).toMatchObject({ Action: ["s3:ListBucket"], Resource: ["arn:aws:s3:::models"] });
    expect(objects.Resource).toEqual(["arn:aws:s3:::models/*"]);
    expect(objects.Action).toContain("s3:PutObject");
  });

  test("are not changed with `readOnly`", () => {
    const key = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const stack = synthesizeEks({
      storage: { object: { buckets: ["arn:aws:s3:::models"], keyIds: [key], readOnly: true } },
    });
    const actions = statements(stack, "storage_object_role_statements").map(
      ({ Action }: Arguments) => Action,
    );
    expect(actions).toEqual([["s3:ListBucket"], ["s3:GetObject"], ["kms:Decrypt"]]);
  });
});
