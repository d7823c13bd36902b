import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AwsClients, awsClients } from "./aws/clients";
import { type DeployedCluster, readDeployedCluster, scaleOut, workersByZone } from "./aws/deployed-cluster";
import { added, type Inventory, type Kind, takeInventory } from "./aws/inventory";
import { type Emulator, startEmulator } from "./emulator";
import { describeE2e } from "./setup/describe";
import { LEFT_OUT } from "./support/left-out-arguments";
import { differences, knownDifferences } from "./support/plan";
import { isKnown, unknownArguments } from "./support/provider-schema";
import { environmentFile, synthesize, writeUnprotected } from "./support/synthesis";
import { Workspace } from "./support/workspace";

/** What each shipped environment must turn into. */
interface Expected {
  readonly environment: string;
  readonly stack: string;
  readonly region: string;
  readonly version: string;
  readonly workersByZone: Readonly<Record<string, number>>;
  readonly capacity: "ON_DEMAND" | "SPOT";
  readonly addOns: readonly string[];
  /** Principals and their cluster access policies, besides the entry that EKS makes for nodes. */
  readonly access: Readonly<Record<string, readonly string[]>>;
  readonly protected: boolean;
  /** Kinds of things that this environment makes none of. */
  readonly without: readonly Kind[];
}

const EXPECTED: readonly Expected[] = [
  {
    environment: "production",
    stack: "production-main",
    region: "eu-central-1",
    version: "1.35",
    workersByZone: { "eu-central-1a": 4, "eu-central-1b": 3, "eu-central-1c": 3 },
    capacity: "ON_DEMAND",
    addOns: ["aws-ebs-csi-driver", "coredns", "eks-pod-identity-agent", "kube-proxy", "vpc-cni"],
    access: {
      "arn:aws:iam::111122223333:role/PlatformAdmin": ["AmazonEKSClusterAdminPolicy"],
      "arn:aws:iam::111122223333:role/Developer": ["AmazonEKSViewPolicy"],
    },
    protected: true,
    without: ["IAM policies"],
  },
  {
    environment: "dev",
    stack: "dev-main",
    region: "eu-central-1",
    version: "1.35",
    workersByZone: { "eu-central-1a": 1 },
    capacity: "SPOT",
    addOns: ["aws-ebs-csi-driver", "coredns", "eks-pod-identity-agent", "kube-proxy", "vpc-cni"],
    access: { "arn:aws:iam::111122223333:role/Developer": ["AmazonEKSClusterAdminPolicy"] },
    protected: false,
    without: ["IAM policies", "flow logs", "KMS aliases", "KMS keys"],
  },
];

const say = (text: string) => process.stderr.write(`${text}\n`);

// The tests of an environment are steps of one story, in order.
describeE2e.each(EXPECTED)("$environment", (expected) => {
  const file = environmentFile(expected.environment);
  let emulator: Emulator;
  let aws: AwsClients;
  let workspace: Workspace;
  let outdir: string;
  let before: Inventory;
  let deployed: DeployedCluster;
  let resources: readonly string[];

  beforeAll(async () => {
    emulator = await startEmulator();
    aws = awsClients(emulator.endpoint, expected.region);
    before = await takeInventory(aws);
    outdir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-out-"));
    workspace = await Workspace.create(expected.stack, emulator.endpoint);
  });

  afterAll(async () => {
    await workspace?.remove();
    if (outdir) await rm(outdir, { recursive: true, force: true });
    await emulator?.stop();
  });

  async function synthesizeAndUse(environment: string): Promise<void> {
    await synthesize(environment, outdir);
    const leftOut = await workspace.use(outdir);
    for (const argument of leftOut) say(`${expected.stack}: left out for the older provider: ${argument}`);
  }

  test("is valid Terraform", async () => {
    await synthesizeAndUse(file);
    await workspace.init();
    await workspace.validate();
  });

  test("is deployed whole, but for what the older provider does not know", async () => {
    const schema = await workspace.schema();
    const listed = LEFT_OUT.map(({ argument }) => argument);
    expect(listed.filter((argument) => isKnown(argument, schema))).toEqual([]);
    const unknown = unknownArguments(await workspace.synthesized(outdir), schema);
    expect(unknown.filter((argument) => !listed.includes(argument))).toEqual([]);
  });

  test("deploys", async () => {
    await workspace.deploy();
    resources = await workspace.deployedResources();
    say(`${expected.stack}: ${resources.length} resources deployed`);
    deployed = await readDeployedCluster(aws, expected.stack);
  });

  test("is the control plane that the file describes", () => {
    expect(deployed.cluster).toMatchObject({
      status: "ACTIVE",
      version: expected.version,
      accessConfig: { authenticationMode: "API" },
      resourcesVpcConfig: {
        endpointPrivateAccess: true,
        endpointPublicAccess: true,
        publicAccessCidrs: ["203.0.113.0/24"],
      },
      upgradePolicy: { supportType: "STANDARD" },
    });
    expect(deployed.addOns.map(({ addonName }) => addonName).sort()).toEqual(expected.addOns);
    expect(deployed.addOns.map(({ status }) => status)).toEqual(expected.addOns.map(() => "ACTIVE"));
  });

  test("lets in whom the file names, and its nodes", () => {
    const nodes = deployed.accessEntries.filter(({ type }) => type === "EC2_LINUX");
    const people = deployed.accessEntries.filter(({ type }) => type === "STANDARD");
    expect(nodes.map(({ principalArn }) => principalArn)).toEqual([deployed.nodeGroups[0].nodeRole]);
    expect(Object.fromEntries(people.map((entry) => [entry.principalArn, entry.policies]))).toEqual(
      expected.access,
    );
  });

  test("has its workers in the zones that the file describes", () => {
    expect(workersByZone(deployed.workers)).toEqual(expected.workersByZone);
    for (const group of deployed.nodeGroups) {
      expect(group).toMatchObject({
        status: "ACTIVE",
        version: expected.version,
        capacityType: expected.capacity,
      });
    }
  });

  test("has workers with encrypted disks and session-bound metadata", () => {
    expect(deployed.disks).toHaveLength(deployed.workers.length);
    for (const disk of deployed.disks) expect(disk).toMatchObject({ Encrypted: true, VolumeType: "gp3" });
    for (const worker of deployed.workers) {
      expect(worker.MetadataOptions).toMatchObject({ HttpTokens: "required", HttpPutResponseHopLimit: 1 });
      expect(worker.PublicIpAddress).toBeUndefined();
    }
  });

  test("changes nothing when planned again", async () => {
    const { empty, text, json } = await workspace.plan();
    const known = knownDifferences(expected.stack);
    const found = differences(json);
    if (found.join() !== known.join()) say(text);
    expect(found).toEqual(known);
    expect(empty).toBe(known.length === 0);
    say(`${expected.stack}: second plan ${empty ? "empty" : `with ${known.length} known differences`}`);
  });

  test("leaves what an autoscaler did alone", async () => {
    const [group] = deployed.autoScalingGroups;
    await scaleOut(aws, group.AutoScalingGroupName!, group.DesiredCapacity! + 1);
    const { json } = await workspace.plan();
    expect(differences(json)).toEqual(knownDifferences(expected.stack));
  });

  if (expected.protected) {
    test("refuses to be destroyed", async () => {
      await workspace.destroy([1]);
      expect(await workspace.reasonForRefusal()).toMatch(
        /Instance cannot be destroyed[^]*aws_eks_cluster\.control_plane/,
      );
      const { cluster } = await readDeployedCluster(aws, expected.stack);
      expect(cluster.status).toBe("ACTIVE");
      expect(await workspace.deployedResources()).toEqual(resources);
    });

    test("takes its protection away when the file says so", async () => {
      const unprotected = join(workspace.dir, `${expected.environment}.yaml`);
      await writeUnprotected(file, unprotected);
      await synthesizeAndUse(unprotected);
      await workspace.deploy();
      expect(await workspace.deployedResources()).toEqual(resources);
    });
  }

  test("is destroyed and leaves nothing", async () => {
    // Guards the guard: while the cluster stands, every kind of thing must be seen.
    const standing = added(before, await takeInventory(aws)).map((thing) => thing.split(":")[0]);
    const kinds = Object.keys(before) as Kind[];
    expect(kinds.filter((kind) => !standing.includes(kind)).sort()).toEqual([...expected.without].sort());

    await workspace.destroy();
    const left = added(before, await takeInventory(aws));
    say(`${expected.stack}: resources left ${left.length}`);
    expect(left).toEqual([]);
    expect(await workspace.deployedResources()).toEqual([]);
  });
});
