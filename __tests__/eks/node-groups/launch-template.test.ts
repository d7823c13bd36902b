import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { TerraformVariable } from "cdktf";
import { EksCluster } from "../../../modules/eks";
import type { EksNodeGroupSpec } from "../../../modules/eks/spec";
import { minimal, synthesizeEks, synthesizePlain } from "../../support/eks";

const template = (group: Partial<EksNodeGroupSpec> = {}, tags?: Record<string, string>) =>
  synthesizeEks({ tags, nodeGroups: [{ ...minimal.nodeGroups[0], ...group }] }).resource(LaunchTemplate);

describe("machines", () => {
  const machines = template();

  test("give credentials by IMDSv2 only, and to the node only: one hop", () => {
    expect(machines.metadata_options).toEqual({
      http_endpoint: "enabled",
      http_tokens: "required",
      http_put_response_hop_limit: 1,
    });
  });

  test("are in the security group of nodes only", () => {
    expect(machines.vpc_security_group_ids).toEqual(["${aws_security_group.node_groups_security_group.id}"]);
    expect(machines.network_interfaces).toBeUndefined();
  });

  test("do not set what EKS sets", () => {
    const { iam_instance_profile, image_id, instance_type, instance_market_options } = machines;
    expect({ iam_instance_profile, image_id, instance_type, instance_market_options }).toEqual({});
  });

  test("come from the newest version of the template by default", () => {
    expect(machines.update_default_version).toBe(true);
  });
});

test("has a name within the limit of the provider for the longest names of cluster and group", () => {
  const nodeGroups = [{ ...minimal.nodeGroups[0], name: "w".repeat(54) }];
  const { name } = synthesizeEks({ name: "c".repeat(100), nodeGroups }).resource(LaunchTemplate);
  expect(name).toHaveLength(125);
});

describe("disks", () => {
  const encrypted = { encrypted: "true", delete_on_termination: "true" };

  test("are an encrypted gp3 of 50 GiB", () => {
    expect(template().block_device_mappings).toEqual([
      { device_name: "/dev/xvda", ebs: { ...encrypted, volume_type: "gp3", volume_size: 50, iops: 3000 } },
    ]);
  });

  test("have the size, speed and key of the file", () => {
    const kmsKeyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const disk = { sizeGiB: 200, iops: 6000, throughputMiBps: 500, kmsKeyArn };
    expect(template({ disk }).block_device_mappings[0].ebs).toEqual({
      ...encrypted,
      volume_type: "gp3",
      volume_size: 200,
      iops: 6000,
      throughput: 500,
      kms_key_id: kmsKeyArn,
    });
  });

  test("can be of another type", () => {
    const { ebs } = template({ disk: { type: "io2", iops: 4000 } }).block_device_mappings[0];
    expect(ebs).toMatchObject({ volume_type: "io2", iops: 4000, encrypted: "true" });
  });

  test("of Bottlerocket are two, both encrypted: that of the system with defaults, that of containers with the fields of the file", () => {
    const kmsKeyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const { block_device_mappings } = template({
      image: { family: "bottlerocket" },
      disk: { sizeGiB: 80, type: "io1", iops: 1000, kmsKeyArn },
    });
    const own = { ...encrypted, kms_key_id: kmsKeyArn };
    expect(block_device_mappings).toEqual([
      { device_name: "/dev/xvda", ebs: { ...own, volume_type: "gp3" } },
      { device_name: "/dev/xvdb", ebs: { ...own, volume_type: "io1", volume_size: 80, iops: 1000 } },
    ]);
  });
});

test("more disks are encrypted volumes in the order of their devices", () => {
  const kmsKeyArn = "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
  const encrypted = { encrypted: "true", delete_on_termination: "true" };
  const { block_device_mappings } = template({
    moreDisks: [
      { device: "/dev/xvdg", sizeGiB: 500, type: "io2", iops: 4000, kmsKeyArn },
      { device: "/dev/xvdf", snapshotId: "snap-0a1b2c3d4e5f67890", throughputMiBps: 250 },
    ],
  });
  expect(block_device_mappings.slice(1)).toEqual([
    {
      device_name: "/dev/xvdf",
      ebs: {
        ...encrypted,
        volume_type: "gp3",
        volume_size: 50,
        iops: 3000,
        throughput: 250,
        snapshot_id: "snap-0a1b2c3d4e5f67890",
      },
    },
    {
      device_name: "/dev/xvdg",
      ebs: { ...encrypted, volume_type: "io2", volume_size: 500, iops: 4000, kms_key_id: kmsKeyArn },
    },
  ]);
});

describe("tags", () => {
  const { tag_specifications, tags } = template(
    { tags: { pool: "workers", owner: "shop" } },
    { team: "platform", owner: "platform" },
  );

  test.each(["instance", "volume", "network-interface"])(
    "of the cluster and the group are on each %s",
    (kind) => {
      expect(tag_specifications).toContainEqual({
        resource_type: kind,
        tags: { Name: "shop-workers", team: "platform", pool: "workers", owner: "shop" },
      });
    },
  );

  test("are on no other resources of the template", () => {
    expect(tag_specifications).toHaveLength(3);
  });

  test("of the cluster are on the template", () => {
    expect(tags).toMatchObject({ team: "platform", owner: "platform" });
  });
});

describe("user data", () => {
  const decoded = (group: Partial<EksNodeGroupSpec>) =>
    Buffer.from(template(group).user_data, "base64").toString();

  test("is omitted if nothing is set", () => {
    expect(template().user_data).toBeUndefined();
  });

  test("is in base64, and variables of the shell are not changed", () => {
    const script = '#!/bin/bash\necho "${HOME} $(date) %{x} \\"\n';
    expect(decoded({ userData: script })).toContain(script);
  });

  test("is a NodeConfig on Amazon Linux, and TOML on Bottlerocket", () => {
    expect(decoded({ maxPods: 50 })).toContain("application/node.eks.aws");
    expect(decoded({ maxPods: 50, image: { family: "bottlerocket" } })).toContain("max-pods = 50");
  });

  test("can have a reference of Terraform, in addition to variables of the shell", () => {
    const stack = synthesizePlain((plain) => {
      const mirror = new TerraformVariable(plain, "mirror", {});
      const userData = `#!/bin/bash\necho "${mirror.stringValue} \${HOME}"\n`;
      new EksCluster(plain, "cluster", { ...minimal, nodeGroups: [{ ...minimal.nodeGroups[0], userData }] });
    });
    const text = stack.resource(LaunchTemplate).user_data;
    expect(text).toMatch(/^\$\{base64encode\(/);
    expect(text).toContain("var.mirror");
    expect(text).not.toMatch(/(?<!\$)\$\{HOME/);
    expect(stack.graph.unresolved).toEqual([]);
  });
});
