import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AwsClients, awsClients } from "./aws/clients";
import { readDeployedCluster, readTaggedWorkers, workersByZone } from "./aws/deployed-cluster";
import { added, ALL_KINDS, type Kind, kindOf, takeInventory } from "./aws/inventory";
import { ask } from "./aws/raw";
import { describeE2e } from "./setup/describe";
import { copyUnprotected, eksStacks } from "./support/environments";
import { EmulatorPool } from "./support/emulator-pool";
import { differences, knownDifferences } from "./support/plan";
import { createStandIns } from "./support/stand-ins";
import { exampleDirectory, synthesize } from "./support/synthesis";
import { Workspace } from "./support/workspace";

const STACKS = eksStacks(exampleDirectory);

/** Where the workers of examples lie that say so in their comments. */
const WORKERS_BY_ZONE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "self-managed-main": { "eu-central-1a": 4, "eu-central-1b": 3, "eu-central-1c": 3 },
};

/** What is deleted by hand before the rest is destroyed; answers how many resources that were. */
const BEFORE_TEAR_DOWN: Readonly<Record<string, (aws: AwsClients) => Promise<number>>> = {
  // The provider waits ten minutes by the clock before it looks whether a file system of FSx is gone.
  "storage-main": deleteLustre,
};

const say = (text: string) => process.stderr.write(`${text}\n`);

describeE2e("the examples", () => {
  const emulators = new EmulatorPool();
  const seen = new Set<Kind>();
  let dir: string;
  let outdir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-examples-"));
    outdir = join(dir, "out");
    await copyUnprotected(exampleDirectory, join(dir, "environments"));
    await synthesize(join(dir, "environments"), outdir);
  });

  afterAll(async () => {
    await emulators.stop();
    if (dir) await rm(dir, { recursive: true, force: true });
  });

  // Side by side, because most of a deploy is the provider's waiting by the clock.
  test.concurrent.each(STACKS)(
    "$stack is deployed, stays as it is, and is destroyed without a rest",
    ({ stack, region }) =>
      emulators.lend(async ({ endpoint }) => {
        const aws = awsClients(endpoint, region);
        const workspace = await Workspace.create(stack, endpoint);
        try {
          const standIns = await createStandIns(aws, stack);
          const before = await takeInventory(aws);
          for (const argument of await workspace.use(outdir, standIns))
            say(`${stack}: left out: ${argument}`);

          await workspace.init();
          const resources = await workspace.apply();
          say(`${stack}: ${resources} resources deployed`);
          for (const thing of added(before, await takeInventory(aws))) seen.add(kindOf(thing));
          await expectHealth(aws, stack);

          const { text, json } = await workspace.plan();
          const found = differences(json).sort();
          if (found.length > 0) say(text);
          expect(found).toEqual(knownDifferences(stack).sort());

          // The plan has just looked at all that is there.
          const gone = await BEFORE_TEAR_DOWN[stack]?.(aws);
          expect(gone).not.toBe(0);
          expect(await workspace.tearDown({ refresh: !!gone })).toBe(resources - (gone ?? 0));
          expect(added(before, await takeInventory(aws))).toEqual([]);
        } finally {
          await workspace.remove();
        }
      }),
    1_200_000,
  );

  test("are there, of which something special is said", () => {
    const special = [...Object.keys(WORKERS_BY_ZONE), ...Object.keys(BEFORE_TEAR_DOWN)];
    expect(STACKS.map(({ stack }) => stack)).toEqual(expect.arrayContaining(special));
  });

  // Guards the guard: a kind that no inventory sees could be left behind unseen.
  test("made things of every kind that is looked for after them", () => {
    const made = ALL_KINDS.filter((kind) => seen.has(kind));
    expect(made).toEqual(ALL_KINDS.filter((kind) => kind !== "IAM policies"));
  });
});

/** What EKS says of the cluster and its parts, and where its workers are. */
async function expectHealth(aws: AwsClients, stack: string): Promise<void> {
  const { cluster, nodeGroups, addOns } = await readDeployedCluster(aws, stack);
  const states = [cluster, ...nodeGroups, ...addOns].map(({ status }) => status);
  expect(states).toEqual(states.map(() => "ACTIVE"));

  const wanted = WORKERS_BY_ZONE[stack];
  if (!wanted) return;
  const workers = await readTaggedWorkers(aws, `kubernetes.io/cluster/${stack}`);
  expect(workersByZone(workers)).toEqual(wanted);
  // moto takes no metadata options from the template of a mixed group; unit tests look at the template.
  for (const worker of workers) expect(worker.PublicIpAddress).toBeUndefined();
}

async function deleteLustre({ endpoint }: AwsClients): Promise<number> {
  const call = (name: string) => ({ service: "fsx", operation: `AWSSimbaAPIService_v20180301.${name}` });
  const { FileSystems: found } = await ask<{ FileSystems: { FileSystemId: string }[] }>(
    endpoint,
    call("DescribeFileSystems"),
  );
  for (const { FileSystemId } of found)
    await ask(endpoint, {
      ...call("DeleteFileSystem"),
      body: JSON.stringify({ FileSystemId, ClientRequestToken: "e2e" }),
    });
  return found.length;
}
