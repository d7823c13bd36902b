import { DescribeSecurityGroupsCommand } from "@aws-sdk/client-ec2";
import {
  CreateAccessEntryCommand,
  CreateAddonCommand,
  CreateClusterCommand,
  CreateNodegroupCommand,
  type CreateNodegroupCommandInput,
  CreatePodIdentityAssociationCommand,
  DeleteClusterCommand,
  DeleteNodegroupCommand,
  DescribeAddonCommand,
  DescribeClusterCommand,
  DescribeNodegroupCommand,
  DescribeUpdateCommand,
  ListAccessEntriesCommand,
  UpdateClusterConfigCommand,
  UpdateNodegroupConfigCommand,
} from "@aws-sdk/client-eks";
import { type AwsClients, awsClients } from "../aws/clients";
import { readDeployedCluster, workersByZone } from "../aws/deployed-cluster";
import { added, type Inventory, takeInventory } from "../aws/inventory";
import { describeE2e } from "../setup/describe";
import { type Emulator, startEmulator } from ".";
import { createRole, createSubnets } from "./fixtures";

const REGION = "us-east-1";
const CLUSTER = { clusterName: "a" };

// The tests run in order, over the lifetime of one cluster.
describeE2e("the emulator's EKS", () => {
  let emulator: Emulator;
  let aws: AwsClients;
  let subnetIds: string[];
  let clusterRole: string;
  let nodeRole: string;
  let before: Inventory;

  beforeAll(async () => {
    emulator = await startEmulator();
    aws = awsClients(emulator.endpoint, REGION);
    subnetIds = await createSubnets(aws, REGION);
    clusterRole = await createRole(aws, "cluster", "eks.amazonaws.com");
    nodeRole = await createRole(aws, "node", "ec2.amazonaws.com");
    before = await takeInventory(aws);
  });

  afterAll(() => emulator?.stop());

  const nodeGroup = (changes: Partial<CreateNodegroupCommandInput> = {}) =>
    aws.eks.send(
      new CreateNodegroupCommand({
        ...CLUSTER,
        nodegroupName: "workers",
        nodeRole,
        subnets: subnetIds,
        instanceTypes: ["m7g.large"],
        amiType: "AL2023_ARM_64_STANDARD",
        scalingConfig: { minSize: 4, desiredSize: 4, maxSize: 6 },
        ...changes,
      }),
    );

  test("has no cluster initially", async () => {
    const error = { name: "ResourceNotFoundException", message: "No cluster found for name: a." };
    await expect(aws.eks.send(new DescribeClusterCommand({ name: "a" }))).rejects.toMatchObject(error);
    await expect(nodeGroup()).rejects.toMatchObject(error);
    await expect(
      aws.eks.send(new CreateAddonCommand({ ...CLUSTER, addonName: "vpc-cni" })),
    ).rejects.toMatchObject(error);
  });

  test("creates a cluster only with a role that EKS may assume and subnets in two zones", async () => {
    const create = (roleArn: string, subnets: string[]) =>
      aws.eks.send(
        new CreateClusterCommand({ name: "a", roleArn, resourcesVpcConfig: { subnetIds: subnets } }),
      );
    await expect(create(nodeRole, subnetIds)).rejects.toThrow("could not be assumed");
    await expect(create(clusterRole, [subnetIds[0]])).rejects.toThrow("at least two different AZs");
    await expect(create(clusterRole, ["subnet-0123456789abcdef0"])).rejects.toThrow("does not exist");
  });

  test("creates a cluster with a security group, and completes it after the answer", async () => {
    const { cluster: created } = await aws.eks.send(
      new CreateClusterCommand({
        name: "a",
        version: "1.35",
        roleArn: clusterRole,
        resourcesVpcConfig: { subnetIds },
        accessConfig: { authenticationMode: "API" },
        bootstrapSelfManagedAddons: false,
        deletionProtection: true,
      }),
    );
    expect(created!.status).toBe("CREATING");
    const { cluster } = await aws.eks.send(new DescribeClusterCommand({ name: "a" }));
    expect(cluster).toMatchObject({
      status: "ACTIVE",
      deletionProtection: true,
      createdAt: expect.any(Date),
    });
    const { SecurityGroups: groups } = await aws.ec2.send(
      new DescribeSecurityGroupsCommand({ GroupIds: [cluster!.resourcesVpcConfig!.clusterSecurityGroupId!] }),
    );
    expect(groups![0].Tags).toContainEqual({ Key: "kubernetes.io/cluster/a", Value: "owned" });
  });

  test("refuses nodes without a network plug-in, and CoreDNS without nodes", async () => {
    await nodeGroup();
    const group = { ...CLUSTER, nodegroupName: "workers" };
    const { nodegroup } = await aws.eks.send(new DescribeNodegroupCommand(group));
    expect(nodegroup).toMatchObject({
      status: "CREATE_FAILED",
      health: { issues: [{ code: "NodeCreationFailure" }] },
    });
    await aws.eks.send(new DeleteNodegroupCommand(group));

    await aws.eks.send(new CreateAddonCommand({ ...CLUSTER, addonName: "coredns" }));
    const { addon } = await aws.eks.send(new DescribeAddonCommand({ ...CLUSTER, addonName: "coredns" }));
    expect(addon!.status).toBe("CREATE_FAILED");
  });

  test("creates node groups with workers in the zones of their subnets", async () => {
    await aws.eks.send(new CreateAddonCommand({ ...CLUSTER, addonName: "vpc-cni" }));
    await nodeGroup();
    const { nodeGroups, workers, autoScalingGroups } = await readDeployedCluster(aws, "a");
    expect(nodeGroups).toMatchObject([{ status: "ACTIVE" }]);
    expect(workersByZone(workers)).toEqual({ "us-east-1a": 2, "us-east-1b": 1, "us-east-1c": 1 });
    expect(autoScalingGroups[0].Tags).toContainEqual(
      expect.objectContaining({ Key: "k8s.io/cluster-autoscaler/a", Value: "owned" }),
    );
    const { accessEntries } = await aws.eks.send(new ListAccessEntriesCommand(CLUSTER));
    expect(accessEntries).toEqual([nodeRole]);
  });

  test("resizes them evenly", async () => {
    const resize = (desiredSize: number) =>
      aws.eks.send(
        new UpdateNodegroupConfigCommand({
          ...CLUSTER,
          nodegroupName: "workers",
          scalingConfig: { minSize: 1, desiredSize, maxSize: 6 },
        }),
      );
    const { update } = await resize(6);
    expect(workersByZone((await readDeployedCluster(aws, "a")).workers)).toEqual({
      "us-east-1a": 2,
      "us-east-1b": 2,
      "us-east-1c": 2,
    });
    const { update: done } = await aws.eks.send(
      new DescribeUpdateCommand({ name: "a", updateId: update!.id }),
    );
    expect(done!.status).toBe("Successful");
    await resize(2);
    expect((await readDeployedCluster(aws, "a")).workers).toHaveLength(2);
  });

  test.each<[string, Partial<CreateNodegroupCommandInput>, string]>([
    ["an existing name", {}, "already exists"],
    [
      "machines of a different architecture",
      { nodegroupName: "b", instanceTypes: ["m7i.large"] },
      "not a valid instance type",
    ],
    [
      "a role that EC2 can't assume",
      { nodegroupName: "b", nodeRole: "arn:aws:iam::123456789012:role/cluster" },
      "could not be assumed",
    ],
    [
      "a minimum over the maximum",
      { nodegroupName: "b", scalingConfig: { minSize: 3, desiredSize: 3, maxSize: 2 } },
      "max size",
    ],
    ["nodes newer than the cluster", { nodegroupName: "b", version: "1.36" }, "equal to or lower"],
    ["an unknown launch template", { nodegroupName: "b", launchTemplate: { name: "nope" } }, "doesn't exist"],
  ])("refuses a node group with %s", async (_, changes, message) => {
    await expect(nodeGroup(changes)).rejects.toThrow(message);
  });

  test("refuses duplicates", async () => {
    const entry = new CreateAccessEntryCommand({ ...CLUSTER, principalArn: nodeRole });
    await expect(aws.eks.send(entry)).rejects.toMatchObject({ name: "ResourceInUseException" });
    const association = () =>
      aws.eks.send(
        new CreatePodIdentityAssociationCommand({
          ...CLUSTER,
          namespace: "n",
          serviceAccount: "s",
          roleArn: nodeRole,
        }),
      );
    await association();
    await expect(association()).rejects.toMatchObject({ name: "ResourceInUseException" });
  });

  test("deletes a cluster only without node groups and protection, with all its resources", async () => {
    const remove = () => aws.eks.send(new DeleteClusterCommand({ name: "a" }));
    await expect(remove()).rejects.toMatchObject({ name: "ResourceInUseException" });
    await aws.eks.send(new DeleteNodegroupCommand({ ...CLUSTER, nodegroupName: "workers" }));
    await expect(remove()).rejects.toThrow("deletion protection");
    expect(added(before, await takeInventory(aws))).not.toEqual([]);
    await aws.eks.send(new UpdateClusterConfigCommand({ name: "a", deletionProtection: false }));
    await remove();
    expect(added(before, await takeInventory(aws))).toEqual([]);
  });
});
