import {
  CompleteLifecycleActionCommand,
  CreateAutoScalingGroupCommand,
  DeleteAutoScalingGroupCommand,
  DescribeAutoScalingGroupsCommand,
  DescribeLifecycleHooksCommand,
  PutLifecycleHookCommand,
  UpdateAutoScalingGroupCommand,
} from "@aws-sdk/client-auto-scaling";
import {
  CreateLaunchTemplateCommand,
  CreateNetworkInterfaceCommand,
  CreateSecurityGroupCommand,
  DescribeInstanceAttributeCommand,
  DescribeInstancesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSubnetsCommand,
  TerminateInstancesCommand,
} from "@aws-sdk/client-ec2";
import { type AwsClients, awsClients } from "../aws/clients";
import { describeE2e } from "../setup/describe";
import { type Emulator, startEmulator } from ".";
import { createSubnets } from "./fixtures";

const GROUP = { AutoScalingGroupName: "slot" };

// The tests run in order, over the lifetime of one group.
describeE2e("the emulator's groups with a launching hook and an existing interface", () => {
  let emulator: Emulator;
  let aws: AwsClients;
  let interfaceId: string;
  let groupId: string;

  beforeAll(async () => {
    emulator = await startEmulator();
    aws = awsClients(emulator.endpoint, "us-east-1");
    const [subnet] = await createSubnets(aws, "us-east-1");
    const { Subnets: [{ VpcId }] = [{}] } = await aws.ec2.send(
      new DescribeSubnetsCommand({ SubnetIds: [subnet] }),
    );
    const { GroupId } = await aws.ec2.send(
      new CreateSecurityGroupCommand({ GroupName: "slot", Description: "slot", VpcId }),
    );
    groupId = GroupId!;
    const { NetworkInterface: created } = await aws.ec2.send(
      new CreateNetworkInterfaceCommand({
        SubnetId: subnet,
        PrivateIpAddress: "10.0.0.10",
        Groups: [groupId],
      }),
    );
    interfaceId = created!.NetworkInterfaceId!;
    const { LaunchTemplate: template } = await aws.ec2.send(
      new CreateLaunchTemplateCommand({
        LaunchTemplateName: "slot",
        LaunchTemplateData: {
          ImageId: "ami-12c6146b",
          InstanceType: "m7i.large",
          UserData: Buffer.from("hello").toString("base64"),
          NetworkInterfaces: [
            { DeviceIndex: 0, NetworkInterfaceId: interfaceId, DeleteOnTermination: false },
          ],
        },
      }),
    );
    // As Terraform does for initial hooks: an empty group, its hooks, its size.
    await aws.autoScaling.send(
      new CreateAutoScalingGroupCommand({
        ...GROUP,
        MinSize: 0,
        MaxSize: 0,
        DesiredCapacity: 0,
        AvailabilityZones: ["us-east-1a"],
        LaunchTemplate: { LaunchTemplateId: template!.LaunchTemplateId, Version: "1" },
      }),
    );
    await aws.autoScaling.send(
      new PutLifecycleHookCommand({
        ...GROUP,
        LifecycleHookName: "ready",
        LifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
      }),
    );
  });

  afterAll(() => emulator?.stop());

  const size = (count: number) =>
    aws.autoScaling.send(
      new UpdateAutoScalingGroupCommand({
        ...GROUP,
        MinSize: count,
        MaxSize: count,
        DesiredCapacity: count,
      }),
    );

  const instances = async () => {
    const { AutoScalingGroups: [group] = [] } = await aws.autoScaling.send(
      new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: ["slot"] }),
    );
    return group.Instances ?? [];
  };

  const complete = (result: string, InstanceId: string, hook = "ready") =>
    aws.autoScaling.send(
      new CompleteLifecycleActionCommand({
        ...GROUP,
        InstanceId,
        LifecycleHookName: hook,
        LifecycleActionResult: result,
      }),
    );

  test("a new instance waits, with the address of the interface and the user data of the template", async () => {
    await size(1);
    const [{ InstanceId: id, LifecycleState: state, AvailabilityZone: zone }] = await instances();
    expect(state).toBe("Pending:Wait");
    expect(zone).toBe("us-east-1a");
    const { Reservations: [{ Instances: [instance] = [] }] = [{}] } = await aws.ec2.send(
      new DescribeInstancesCommand({ InstanceIds: [id!] }),
    );
    expect(instance.PrivateIpAddress).toBe("10.0.0.10");
    expect(instance.NetworkInterfaces?.map((one) => one.NetworkInterfaceId)).toEqual([interfaceId]);
    expect(instance.SecurityGroups?.map((one) => one.GroupId)).toEqual([groupId]);
    const { UserData: data } = await aws.ec2.send(
      new DescribeInstanceAttributeCommand({ InstanceId: id, Attribute: "userData" }),
    );
    expect(Buffer.from(data!.Value!, "base64").toString()).toBe("hello");
  });

  test("another update of the group launches no second instance", async () => {
    await size(1);
    expect(await instances()).toHaveLength(1);
  });

  test("an instance of another group or hook is not completed", async () => {
    const [{ InstanceId: id }] = await instances();
    await expect(complete("CONTINUE", id!, "other")).rejects.toThrow(/No active Lifecycle Action/);
    await expect(complete("CONTINUE", "i-0123456789abcdef0")).rejects.toThrow(/No active Lifecycle Action/);
    await expect(complete("MAYBE", id!)).rejects.toThrow(/CONTINUE or ABANDON/);
  });

  test("an abandoned instance is replaced by one that waits", async () => {
    const [{ InstanceId: old }] = await instances();
    await complete("ABANDON", old!);
    const [{ InstanceId: id, LifecycleState: state }, ...others] = await instances();
    expect(others).toEqual([]);
    expect(id).not.toBe(old);
    expect(state).toBe("Pending:Wait");
  });

  test("a completed instance is in service, and its hook is complete once", async () => {
    const [{ InstanceId: id }] = await instances();
    await complete("CONTINUE", id!);
    expect((await instances()).map((one) => one.LifecycleState)).toEqual(["InService"]);
    await expect(complete("CONTINUE", id!)).rejects.toThrow(/No active Lifecycle Action/);
  });

  test("a second instance cannot have the interface", async () => {
    await expect(size(2)).rejects.toThrow(/in use/);
    await size(1);
  });

  test("a terminated instance is replaced by one with the same interface", async () => {
    const [{ InstanceId: old }] = await instances();
    await aws.ec2.send(new TerminateInstancesCommand({ InstanceIds: [old!] }));
    const [{ InstanceId: id, LifecycleState: state }] = await instances();
    expect(id).not.toBe(old);
    expect(state).toBe("Pending:Wait");
    const { NetworkInterfaces: [found] = [] } = await aws.ec2.send(
      new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [interfaceId] }),
    );
    expect(found.Attachment?.InstanceId).toBe(id);
  });

  test("the hooks of a deleted group are deleted, and its interface is free", async () => {
    await aws.autoScaling.send(new DeleteAutoScalingGroupCommand({ ...GROUP, ForceDelete: true }));
    const { LifecycleHooks: hooks } = await aws.autoScaling.send(new DescribeLifecycleHooksCommand(GROUP));
    expect(hooks).toEqual([]);
    const { NetworkInterfaces: [found] = [] } = await aws.ec2.send(
      new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [interfaceId] }),
    );
    expect(found.Status).toBe("available");
  });
});
