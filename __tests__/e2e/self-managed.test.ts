import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AwsClients, awsClients } from "./aws/clients";
import { readTaggedWorkers, workersByZone } from "./aws/deployed-cluster";
import { added, type Inventory, takeInventory } from "./aws/inventory";
import { type Emulator, startEmulator } from "./emulator";
import { describeE2e } from "./setup/describe";
import { differences, knownDifferences } from "./support/plan";
import { exampleFile, synthesize } from "./support/synthesis";
import { Workspace } from "./support/workspace";

const say = (text: string) => process.stderr.write(`${text}\n`);

// One story: the example of self-managed nodes, from its file to Auto Scaling groups with ten workers, and away again.
describeE2e("self-managed node groups", () => {
  const stack = "self-managed-main";
  let emulator: Emulator;
  let aws: AwsClients;
  let workspace: Workspace;
  let outdir: string;
  let before: Inventory;

  beforeAll(async () => {
    emulator = await startEmulator();
    aws = awsClients(emulator.endpoint, "eu-central-1");
    before = await takeInventory(aws);
    outdir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-out-"));
    workspace = await Workspace.create(stack, emulator.endpoint);
    await synthesize(exampleFile("self-managed"), outdir);
    await workspace.use(outdir);
    await workspace.init();
    await workspace.deploy();
  });

  afterAll(async () => {
    await workspace?.remove();
    if (outdir) await rm(outdir, { recursive: true, force: true });
    await emulator?.stop();
  });

  test("ten workers stand in three zones, with the cluster's tag", async () => {
    say(`${stack}: ${(await workspace.deployedResources()).length} resources deployed`);
    const workers = await readTaggedWorkers(aws, `kubernetes.io/cluster/${stack}`);
    expect(workersByZone(workers)).toEqual({ "eu-central-1a": 4, "eu-central-1b": 3, "eu-central-1c": 3 });
    // moto takes no metadata options from the template of a mixed group; unit tests look at the template.
    for (const worker of workers) expect(worker.PublicIpAddress).toBeUndefined();
  });

  test("nothing changes when planned again, but for what the emulator forgets", async () => {
    const { json } = await workspace.plan();
    expect(differences(json).sort()).toEqual(knownDifferences(stack).sort());
    say(`${stack}: second plan with ${knownDifferences(stack).length} known differences`);
  });

  test("is destroyed and leaves nothing", async () => {
    await workspace.destroy();
    const left = added(before, await takeInventory(aws));
    say(`${stack}: resources left ${left.length}`);
    expect(left).toEqual([]);
  });
});
