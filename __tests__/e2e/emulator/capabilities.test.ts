import {
  CreateCapabilityCommand,
  type CreateCapabilityCommandInput,
  CreateClusterCommand,
  DeleteCapabilityCommand,
  DescribeCapabilityCommand,
  DescribeClusterCommand,
  DescribeUpdateCommand,
  ListAccessEntriesCommand,
  ListCapabilitiesCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UpdateCapabilityCommand,
  UpdateClusterConfigCommand,
} from "@aws-sdk/client-eks";
import { type AwsClients, awsClients } from "../aws/clients";
import { describeE2e } from "../setup/describe";
import { type Emulator, startEmulator } from ".";
import { createRole, createSubnets } from "./fixtures";

const REGION = "us-east-1";
const CLUSTER = { clusterName: "a" };
const INSTANCE = "arn:aws:sso:::instance/ssoins-1111222233334444";

// The tests run in order.
describeE2e("the emulator's capabilities and settings of a control plane", () => {
  let emulator: Emulator;
  let aws: AwsClients;
  let role: string;

  beforeAll(async () => {
    emulator = await startEmulator();
    aws = awsClients(emulator.endpoint, REGION);
    const subnetIds = await createSubnets(aws, REGION);
    role = await createRole(aws, "capability", "capabilities.eks.amazonaws.com");
    const roleArn = await createRole(aws, "cluster", "eks.amazonaws.com");
    const accessConfig = { authenticationMode: "API" } as const;
    await aws.eks.send(
      new CreateClusterCommand({ name: "a", roleArn, resourcesVpcConfig: { subnetIds }, accessConfig }),
    );
  });

  afterAll(() => emulator?.stop());

  const create = (changes: Partial<CreateCapabilityCommandInput>) =>
    aws.eks.send(
      new CreateCapabilityCommand({
        ...CLUSTER,
        capabilityName: "ack",
        type: "ACK",
        roleArn: role,
        deletePropagationPolicy: "RETAIN",
        ...changes,
      }),
    );
  const read = async (capabilityName: string) =>
    (await aws.eks.send(new DescribeCapabilityCommand({ ...CLUSTER, capabilityName }))).capability!;
  const entries = async () => (await aws.eks.send(new ListAccessEntriesCommand(CLUSTER))).accessEntries;
  const update = async (config: object) => {
    const { update: started } = await aws.eks.send(new UpdateClusterConfigCommand({ name: "a", ...config }));
    const done = await aws.eks.send(new DescribeUpdateCommand({ name: "a", updateId: started!.id }));
    expect(done.update!.status).toBe("Successful");
    return (await aws.eks.send(new DescribeClusterCommand({ name: "a" }))).cluster!;
  };

  test("have the standard tier until it changes", async () => {
    const { cluster } = await aws.eks.send(new DescribeClusterCommand({ name: "a" }));
    expect(cluster!.controlPlaneScalingConfig).toEqual({ tier: "standard" });
    const changed = await update({ controlPlaneScalingConfig: { tier: "tier-xl" } });
    expect(changed.controlPlaneScalingConfig).toEqual({ tier: "tier-xl" });
  });

  test("change remote networks, and the settings of Auto Mode only together", async () => {
    const remoteNetworkConfig = { remoteNodeNetworks: [{ cidrs: ["10.200.0.0/16"] }] };
    expect((await update({ remoteNetworkConfig })).remoteNetworkConfig).toEqual(remoteNetworkConfig);
    const computeConfig = { enabled: true, nodePools: [] };
    await expect(update({ computeConfig })).rejects.toThrow("all either fully enabled or fully disabled");
    const on = { enabled: true };
    const together = {
      storageConfig: { blockStorage: on },
      kubernetesNetworkConfig: { elasticLoadBalancing: on },
    };
    const changed = await update({ computeConfig, ...together });
    expect(changed).toMatchObject({ computeConfig, storageConfig: { blockStorage: on } });
    expect(changed.kubernetesNetworkConfig!.elasticLoadBalancing).toEqual(on);
  });

  test("are created once for each type, with a role that capabilities may assume and an access entry", async () => {
    await expect(create({ roleArn: role.replace("capability", "cluster") })).rejects.toThrow("assumed");
    await expect(create({ type: "ARGOCD" })).rejects.toThrow("configuration");
    const { capability } = await create({ tags: { team: "a" } });
    expect(capability!.status).toBe("CREATING");
    expect(await read("ack")).toMatchObject({ status: "ACTIVE", type: "ACK", tags: { team: "a" } });
    expect(await entries()).toEqual([role]);
    await expect(create({})).rejects.toMatchObject({ name: "ResourceInUseException" });
    await expect(create({ capabilityName: "other" })).rejects.toThrow("type ACK");
  });

  test("of Argo CD have an address, and mappings that change one by one", async () => {
    const users = (...ids: string[]) => ids.map((id) => ({ id, type: "SSO_USER" as const }));
    const rbacRoleMappings = [
      { role: "ADMIN" as const, identities: users("a", "b") },
      { role: "VIEWER" as const, identities: users("c") },
    ];
    const argoCd = { awsIdc: { idcInstanceArn: INSTANCE }, rbacRoleMappings };
    await create({ capabilityName: "argocd", type: "ARGOCD", configuration: { argoCd } });
    const { configuration } = await read("argocd");
    expect(configuration!.argoCd).toMatchObject({
      namespace: "argocd",
      awsIdc: { idcInstanceArn: INSTANCE, idcRegion: REGION },
      serverUrl: expect.stringMatching(/^https:/),
      rbacRoleMappings,
    });
    await aws.eks.send(
      new UpdateCapabilityCommand({
        ...CLUSTER,
        capabilityName: "argocd",
        configuration: {
          argoCd: {
            rbacRoleMappings: {
              addOrUpdateRoleMappings: [{ role: "EDITOR", identities: users("d") }],
              removeRoleMappings: [
                { role: "ADMIN", identities: users("b") },
                { role: "VIEWER", identities: users("c") },
              ],
            },
          },
        },
      }),
    );
    expect((await read("argocd")).configuration!.argoCd!.rbacRoleMappings).toEqual([
      { role: "ADMIN", identities: users("a") },
      { role: "EDITOR", identities: users("d") },
    ]);
  });

  test("have tags, and are deleted with the access entry of their role", async () => {
    const { arn } = await read("ack");
    await aws.eks.send(new TagResourceCommand({ resourceArn: arn, tags: { more: "b" } }));
    const { tags } = await aws.eks.send(new ListTagsForResourceCommand({ resourceArn: arn }));
    expect(tags).toEqual({ team: "a", more: "b" });
    for (const capabilityName of ["ack", "argocd"]) {
      expect(await entries()).toEqual([role]);
      await aws.eks.send(new DeleteCapabilityCommand({ ...CLUSTER, capabilityName }));
    }
    expect(await entries()).toEqual([]);
    expect((await aws.eks.send(new ListCapabilitiesCommand(CLUSTER))).capabilities).toEqual([]);
  });
});
