import { CreateLogGroupCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeSubnetsCommand } from "@aws-sdk/client-ec2";
import {
  CreateAccessEntryCommand,
  CreateAddonCommand,
  CreateClusterCommand,
  DescribeClusterCommand,
} from "@aws-sdk/client-eks";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsClients, type AwsClients } from "../aws/clients";
import { type Emulator, startEmulator } from "../emulator";
import { createRole, createSubnets } from "../emulator/fixtures";
import { describeE2e } from "../setup/describe";
import { exportTo, forOlderProvider, PlainTerraform } from "./exported";

/** The steps of docs/how-to/adopt-an-eks-cluster.md, with a cluster that calls of the AWS API created. */
const region = "eu-central-1";
const admin = "arn:aws:iam::111122223333:role/PlatformAdmin";

interface Change {
  readonly address: string;
  readonly change: { readonly actions: readonly string[]; readonly importing?: object };
}

describeE2e("a running EKS cluster", () => {
  let scratch: string;
  let emulator: Emulator;
  let aws: AwsClients;
  let folder: string;
  let terraform: PlainTerraform;
  let subnets: string[];
  let vpc: string;
  let role: string;
  let imports: string;

  const clusterOf = async () =>
    (await aws.eks.send(new DescribeClusterCommand({ name: "legacy-shop" }))).cluster!;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-adopt-"));
    emulator = await startEmulator();
    aws = awsClients(emulator.endpoint, region);
    terraform = await PlainTerraform.create(scratch, emulator.endpoint);
    await createCluster();

    const page = await readFile(join(__dirname, "../../../docs/how-to/adopt-an-eks-cluster.md"), "utf8");
    const [, environment] = /```yaml\n([^]*?)```/.exec(page)!;
    imports = /```json\n([^]*?)```/.exec(page)![1];
    const file = join(scratch, "legacy.yaml");
    await writeFile(file, asInTheEmulator(environment));
    expect(await exportTo(join(scratch, "terraform"), file)).toEqual(["legacy-shop"]);
    folder = join(scratch, "terraform/legacy-shop");
    await forOlderProvider(folder);
    await writeFile(join(folder, "imports.tf.json"), imports);
    await terraform.run(folder, ["init"]);
  });

  afterAll(async () => {
    await emulator?.stop();
    if (scratch) await rm(scratch, { recursive: true, force: true });
  });

  /** The cluster as another tool creates it: with a config map, a public API server and without logs. */
  async function createCluster(): Promise<void> {
    subnets = await createSubnets(aws, region);
    const { Subnets: found } = await aws.ec2.send(new DescribeSubnetsCommand({ SubnetIds: subnets }));
    vpc = found![0].VpcId!;
    role = await createRole(aws, "legacy-shop-cluster", "eks.amazonaws.com");
    await aws.eks.send(
      new CreateClusterCommand({
        name: "legacy-shop",
        version: "1.35",
        roleArn: role,
        resourcesVpcConfig: { subnetIds: subnets.slice(0, 2), endpointPublicAccess: true },
        accessConfig: {
          authenticationMode: "API_AND_CONFIG_MAP",
          bootstrapClusterCreatorAdminPermissions: true,
        },
        tags: { owner: "another-tool" },
      }),
    );
    await aws.logs.send(new CreateLogGroupCommand({ logGroupName: "/aws/eks/legacy-shop/cluster" }));
    await aws.eks.send(new CreateAddonCommand({ clusterName: "legacy-shop", addonName: "vpc-cni" }));
    await aws.eks.send(new CreateAccessEntryCommand({ clusterName: "legacy-shop", principalArn: admin }));
  }

  /** The file of the page with the ids that the emulator gave. */
  const asInTheEmulator = (text: string) =>
    text
      .replaceAll("subnet-0a1b2c3d4e5f60001", subnets[0])
      .replaceAll("subnet-0a1b2c3d4e5f60002", subnets[1])
      .replace("vpc-0a1b2c3d4e5f67890", vpc)
      .replace("10.70.0.0/16", "10.0.0.0/16")
      .replace("10.70.0.0/20", "10.0.0.0/24")
      .replace("10.70.16.0/20", "10.0.1.0/24")
      .replace("arn:aws:iam::111122223333:role/legacy-shop-cluster", role);

  test("is imported, and nothing is deleted or replaced", async () => {
    const { json } = await terraform.plan(folder);
    const { resource_changes: changes } = json as unknown as { resource_changes: Change[] };
    const imported = changes.filter(({ change }) => change.importing).map(({ address }) => address);
    const { import: expected } = JSON.parse(imports) as { import: { to: string }[] };
    expect(imported.sort()).toEqual(expected.map(({ to }) => to).sort());
    expect(changes.filter(({ change }) => change.actions.includes("delete"))).toEqual([]);
    const cluster = changes.find(({ address }) => address === "aws_eks_cluster.control_plane")!;
    expect(cluster.change.actions).toEqual(["update"]);
  });

  test("is the same cluster after an apply, and the next plan is empty", async () => {
    const before = await clusterOf();
    await terraform.run(folder, ["apply", "plan"]);
    const after = await clusterOf();
    expect(after.createdAt).toEqual(before.createdAt);
    expect(after).toMatchObject({ status: "ACTIVE", accessConfig: { authenticationMode: "API" } });
    await rm(join(folder, "imports.tf.json"));
    expect((await terraform.plan(folder)).empty).toBe(true);
  });
});
