import {
  AttachInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreatePlacementGroupCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  AssociateRouteTableCommand,
  DeletePlacementGroupCommand,
  DescribePlacementGroupsCommand,
  DescribeSubnetsCommand,
} from "@aws-sdk/client-ec2";
import {
  CreateAddonCommand,
  CreateClusterCommand,
  type CreateClusterCommandInput,
  CreateFargateProfileCommand,
  type CreateFargateProfileCommandInput,
  DeleteAddonCommand,
  DeleteClusterCommand,
  DeleteFargateProfileCommand,
  DescribeAccessEntryCommand,
  DescribeAddonCommand,
  DescribeFargateProfileCommand,
  ListAccessEntriesCommand,
  ListFargateProfilesCommand,
} from "@aws-sdk/client-eks";
import { type AwsClients, awsClients } from "../aws/clients";
import { describeE2e } from "../setup/describe";
import { type Emulator, startEmulator } from ".";
import { createRole, createSubnets } from "./fixtures";

const REGION = "us-east-1";
const CLUSTER = { clusterName: "pods" };

// The tests run in order, over the lifetime of a cluster without nodes.
describeE2e("the emulator's Fargate", () => {
  let emulator: Emulator;
  let aws: AwsClients;
  let subnets: string[];
  let openSubnet: string;
  let clusterRole: string;
  let podRole: string;

  beforeAll(async () => {
    emulator = await startEmulator();
    aws = awsClients(emulator.endpoint, REGION);
    [openSubnet, ...subnets] = await createSubnets(aws, REGION);
    await openToInternet(aws, openSubnet);
    clusterRole = await createRole(aws, "cluster", "eks.amazonaws.com");
    podRole = await createRole(aws, "pods", "eks-fargate-pods.amazonaws.com");
  });

  afterAll(() => emulator?.stop());

  const createCluster = (changes: Partial<CreateClusterCommandInput> = {}) =>
    aws.eks.send(
      new CreateClusterCommand({
        name: "pods",
        roleArn: clusterRole,
        resourcesVpcConfig: { subnetIds: subnets },
        accessConfig: { authenticationMode: "API" },
        ...changes,
      }),
    );

  const profile = (changes: Partial<CreateFargateProfileCommandInput> = {}) =>
    aws.eks.send(
      new CreateFargateProfileCommand({
        ...CLUSTER,
        fargateProfileName: "apps",
        podExecutionRoleArn: podRole,
        subnets,
        selectors: [{ namespace: "team-*", labels: { tier: "web" } }],
        ...changes,
      }),
    );

  const coreDns = async (configurationValues?: string) => {
    const addOn = { ...CLUSTER, addonName: "coredns" };
    await aws.eks.send(new CreateAddonCommand({ ...addOn, configurationValues }));
    const { addon } = await aws.eks.send(new DescribeAddonCommand(addOn));
    await aws.eks.send(new DeleteAddonCommand(addOn));
    return addon!.status;
  };

  test("creates an IPv6 cluster only in subnets with IPv6 ranges", async () => {
    const ipv6 = (changes: object = {}) =>
      createCluster({ kubernetesNetworkConfig: { ipFamily: "ipv6", ...changes } });
    await expect(ipv6()).rejects.toThrow("has no IPv6 CIDR block");
    await expect(ipv6({ serviceIpv4Cidr: "172.20.0.0/16" })).rejects.toThrow("takes no serviceIpv4Cidr");
    await createCluster();
  });

  test.each<[string, Partial<CreateFargateProfileCommandInput>, string]>([
    ["a name that is reserved for EKS", { fargateProfileName: "eks-apps" }, "not valid"],
    ["no selector", { selectors: [] }, "1 to 5 selectors"],
    [
      "six selectors",
      { selectors: Array.from({ length: 6 }, () => ({ namespace: "a" })) },
      "1 to 5 selectors",
    ],
    ["a selector without a namespace", { selectors: [{ labels: { a: "b" } }] }, "names a namespace"],
    [
      "a role that Fargate can't assume",
      { podExecutionRoleArn: "arn:aws:iam::123456789012:role/cluster" },
      "could not be assumed",
    ],
    ["an unknown subnet", { subnets: ["subnet-0123456789abcdef0"] }, "does not exist"],
  ])("refuses a profile with %s", async (_, changes, message) => {
    await expect(profile(changes)).rejects.toThrow(message);
  });

  test("refuses a profile with a public subnet", async () => {
    await expect(profile({ subnets: [openSubnet] })).rejects.toThrow("is not a private subnet");
  });

  test("creates a profile and the access entry of its role", async () => {
    const { fargateProfile: created } = await profile();
    expect(created!.status).toBe("CREATING");
    await expect(profile()).rejects.toMatchObject({ name: "ResourceInUseException" });
    const { fargateProfile } = await aws.eks.send(
      new DescribeFargateProfileCommand({ ...CLUSTER, fargateProfileName: "apps" }),
    );
    expect(fargateProfile).toMatchObject({ status: "ACTIVE", subnets, podExecutionRoleArn: podRole });
    const { accessEntry } = await aws.eks.send(
      new DescribeAccessEntryCommand({ ...CLUSTER, principalArn: podRole }),
    );
    expect(accessEntry!.type).toBe("FARGATE_LINUX");
  });

  test("runs CoreDNS on Fargate if a profile selects it and its configuration requests it", async () => {
    const onFargate = JSON.stringify({ computeType: "Fargate" });
    expect(await coreDns(onFargate)).toBe("CREATE_FAILED");
    await profile({
      fargateProfileName: "system",
      selectors: [{ namespace: "kube-system", labels: { "k8s-app": "kube-*" } }],
    });
    expect(await coreDns()).toBe("CREATE_FAILED");
    expect(await coreDns(onFargate)).toBe("ACTIVE");
  });

  test("refuses to delete a cluster with profiles, and keeps the access entry while a profile uses the role", async () => {
    const remove = () => aws.eks.send(new DeleteClusterCommand({ name: "pods" }));
    const { fargateProfileNames: names } = await aws.eks.send(new ListFargateProfilesCommand(CLUSTER));
    expect(names).toEqual(["apps", "system"]);
    for (const fargateProfileName of names!) {
      await expect(remove()).rejects.toMatchObject({ name: "ResourceInUseException" });
      const { accessEntries } = await aws.eks.send(new ListAccessEntriesCommand(CLUSTER));
      expect(accessEntries).toEqual([podRole]);
      await aws.eks.send(new DeleteFargateProfileCommand({ ...CLUSTER, fargateProfileName }));
    }
    expect((await aws.eks.send(new ListAccessEntriesCommand(CLUSTER))).accessEntries).toEqual([]);
    await remove();
  });

  test("has each placement group once by name, until it is deleted", async () => {
    const group = { GroupName: "close" };
    const create = () => aws.ec2.send(new CreatePlacementGroupCommand({ ...group, Strategy: "cluster" }));
    await create();
    await expect(create()).rejects.toThrow("already exists");
    const describe = () => aws.ec2.send(new DescribePlacementGroupsCommand({ GroupNames: ["close"] }));
    expect((await describe()).PlacementGroups).toMatchObject([{ ...group, State: "available" }]);
    await aws.ec2.send(new DeletePlacementGroupCommand(group));
    await expect(describe()).rejects.toThrow("is unknown");
  });
});

async function openToInternet({ ec2 }: AwsClients, SubnetId: string): Promise<void> {
  const { Subnets: [subnet] = [] } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: [SubnetId] }));
  const { VpcId } = subnet;
  const { InternetGateway: gateway } = await ec2.send(new CreateInternetGatewayCommand({}));
  const GatewayId = gateway!.InternetGatewayId;
  await ec2.send(new AttachInternetGatewayCommand({ VpcId, InternetGatewayId: GatewayId }));
  const { RouteTable: table } = await ec2.send(new CreateRouteTableCommand({ VpcId }));
  const { RouteTableId } = table!;
  await ec2.send(new CreateRouteCommand({ RouteTableId, GatewayId, DestinationCidrBlock: "0.0.0.0/0" }));
  await ec2.send(new AssociateRouteTableCommand({ RouteTableId, SubnetId }));
}
