import { type DeployedCluster, readDeployedCluster, scaleOut, workersByZone } from "./aws/deployed-cluster";
import { added, ALL_KINDS, type Inventory, type Kind, kindOf, takeInventory } from "./aws/inventory";
import { describeE2e } from "./setup/describe";
import { RecordedAccesses } from "./iam/recorded";
import { Deployment } from "./support/deployment";
import { eksDocument, unprotect } from "./support/environments";
import { Matrix } from "./support/matrix";
import { differences, knownDifferences } from "./support/plan";
import { PROVIDER } from "./support/provider";
import { environmentFile } from "./support/synthesis";
import { type Workspace } from "./support/workspace";

/** The expected result of each shipped environment. */
interface Expected {
  readonly environment: string;
  readonly stack: string;
  readonly region: string;
  readonly version: string;
  readonly workersByZone: Readonly<Record<string, number>>;
  readonly capacity: "ON_DEMAND" | "SPOT";
  readonly addOns: readonly string[];
  /** Principals and their cluster access policies, without the access entry of nodes, which EKS creates. */
  readonly access: Readonly<Record<string, readonly string[]>>;
  readonly protected: boolean;
  /** Kinds of resources that this environment does not have. */
  readonly without: readonly Kind[];
}

/** Kinds of resources that only the examples have. */
const ONLY_IN_EXAMPLES: readonly Kind[] = [
  "AWS Backup plans",
  "AWS Backup vaults",
  "EFS file systems",
  "EventBridge rules",
  "FSx file systems",
  "IAM policies",
  "OIDC providers",
  "SQS queues",
  "egress-only internet gateways",
  "placement groups",
];

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
    without: ONLY_IN_EXAMPLES,
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
    without: [...ONLY_IN_EXAMPLES, "flow logs", "KMS aliases", "KMS keys"],
  },
];

const log = (text: string) => process.stderr.write(`${text}\n`);

// The tests of an environment run in order.
describeE2e.each(EXPECTED)("$environment", (expected) => {
  const file = environmentFile(expected.environment);
  let deployment: Deployment;
  let workspace: Workspace;
  let before: Inventory;
  let deployed: DeployedCluster;
  let resources: readonly string[];
  let recorded: RecordedAccesses;
  const matrix = new Matrix(PROVIDER.name, PROVIDER.version);

  beforeAll(async () => {
    deployment = await Deployment.begin(expected, {}, undefined, { guarded: true });
    ({ workspace } = deployment);
    before = await takeInventory(deployment.aws);
    await deployment.use(eksDocument(file), expected.environment);
    await workspace.init();
    recorded = new RecordedAccesses(expected, await workspace.configuration());
  });

  afterAll(async () => {
    matrix.write();
    await deployment?.end();
  });

  test("is valid, without a warning", async () => {
    expect(await workspace.validate()).toEqual([]);
    matrix.record(expected.stack, "valid");
  });

  test("deploys", async () => {
    await workspace.deploy();
    matrix.record(expected.stack, "applied");
    recorded.record("apply", deployment.guard!.take());
    resources = await workspace.deployedResources();
    log(`${expected.stack}: ${resources.length} resources deployed`);
    deployed = await readDeployedCluster(deployment.aws, expected.stack);
  });

  test("has the control plane of the file", () => {
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

  test("allows the principals of the file and its nodes", () => {
    const nodes = deployed.accessEntries.filter(({ type }) => type === "EC2_LINUX");
    const people = deployed.accessEntries.filter(({ type }) => type === "STANDARD");
    expect(nodes.map(({ principalArn }) => principalArn)).toEqual([deployed.nodeGroups[0].nodeRole]);
    expect(Object.fromEntries(people.map((entry) => [entry.principalArn, entry.policies]))).toEqual(
      expected.access,
    );
  });

  test("has its workers in the zones of the file", () => {
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

  test("has an empty second plan", async () => {
    deployment.guard!.take();
    const { empty, text, json } = await workspace.plan();
    recorded.record("plan", deployment.guard!.take());
    const known = knownDifferences(expected.stack);
    const found = differences(json);
    if (found.join() !== known.join()) log(text);
    expect(found).toEqual(known);
    expect(empty).toBe(known.length === 0);
    if (empty) matrix.record(expected.stack, "second plan empty");
    log(`${expected.stack}: second plan ${empty ? "empty" : `with ${known.length} known differences`}`);
  });

  test("ignores changes of an autoscaler", async () => {
    const [group] = deployed.autoScalingGroups;
    await scaleOut(deployment.aws, group.AutoScalingGroupName!, group.DesiredCapacity! + 1);
    const { json } = await workspace.plan();
    expect(differences(json)).toEqual(knownDifferences(expected.stack));
  });

  if (expected.protected) {
    test("refuses to be destroyed", async () => {
      await workspace.destroy([1]);
      expect(await workspace.destroyError()).toMatch(
        /Instance cannot be destroyed[^]*aws_eks_cluster\.control_plane/,
      );
      const { cluster } = await readDeployedCluster(deployment.aws, expected.stack);
      expect(cluster.status).toBe("ACTIVE");
      expect(await workspace.deployedResources()).toEqual(resources);
    });

    test("removes the protection if the file does", async () => {
      const unprotected = eksDocument(file);
      unprotect(unprotected);
      await deployment.use(unprotected, expected.environment);
      await workspace.deploy();
      expect(await workspace.deployedResources()).toEqual(resources);
    });
  }

  test("is destroyed and leaves nothing", async () => {
    // The inventory must see every kind of resource before the destroy, so that the test can fail.
    const standing = added(before, await takeInventory(deployment.aws)).map(kindOf);
    expect(ALL_KINDS.filter((kind) => !standing.includes(kind)).sort()).toEqual([...expected.without].sort());

    deployment.guard!.take();
    await workspace.destroy();
    recorded.record("destroy", deployment.guard!.take());
    const left = added(before, await takeInventory(deployment.aws));
    log(`${expected.stack}: resources after destroy ${left.length}`);
    expect(left).toEqual([]);
    expect(await workspace.deployedResources()).toEqual([]);
    matrix.record(expected.stack, "destroyed");
  });

  test("calls only what its derived policies allow, and needs each of their statements", () => {
    recorded.write();
    expect([...deployment.guard!.unknown, ...recorded.problems()]).toEqual([]);
  });
});
