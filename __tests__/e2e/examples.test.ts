import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AwsClients, awsClients } from "./aws/clients";
import { readDeployedCluster, readTaggedWorkers, workersByZone } from "./aws/deployed-cluster";
import { added, ALL_KINDS, type Kind, kindOf, takeInventory } from "./aws/inventory";
import { ask } from "./aws/raw";
import { Guard } from "./iam/guard";
import { RecordedAccesses } from "./iam/recorded";
import { describeE2e } from "./setup/describe";
import { copyUnprotected, eksStacks } from "./support/environments";
import { EmulatorPool } from "./support/emulator-pool";
import { Matrix } from "./support/matrix";
import { differences, knownDifferences } from "./support/plan";
import { PROVIDER } from "./support/provider";
import { createStandIns } from "./support/stand-ins";
import { exampleDirectory, synthesize } from "./support/synthesis";
import { Workspace } from "./support/workspace";

const STACKS = eksStacks(exampleDirectory);

/** The workers per zone of examples whose comments state it. */
const WORKERS_BY_ZONE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "self-managed-main": { "eu-central-1a": 4, "eu-central-1b": 3, "eu-central-1c": 3 },
};

/** Deletes resources before the destroy. Returns their number. */
const BEFORE_TEAR_DOWN: Readonly<Record<string, (aws: AwsClients) => Promise<number>>> = {
  // The provider waits ten minutes before it checks the deletion of an FSx file system.
  "storage-main": deleteLustre,
};

/** Whether the calls of a stack are compared with its IAM policies: in nightly runs all, otherwise the stack with the most services. */
const isGuarded = (stack: string): boolean => process.env.EXAMPLE_CALLS === "all" || stack === "storage-main";

const log = (text: string) => process.stderr.write(`${text}\n`);

describeE2e("the examples", () => {
  const emulators = new EmulatorPool();
  const seen = new Set<Kind>();
  const matrix = new Matrix(PROVIDER.name, PROVIDER.version);
  let dir: string;
  let outdir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-examples-"));
    outdir = join(dir, "out");
    await copyUnprotected(exampleDirectory, join(dir, "environments"));
    await synthesize(join(dir, "environments"), outdir);
  });

  afterAll(async () => {
    matrix.write();
    await emulators.stop();
    if (dir) await rm(dir, { recursive: true, force: true });
  });

  // Concurrent, because the provider mostly waits.
  test.concurrent.each(STACKS)(
    "$stack is deployed, has an empty second plan, and is destroyed completely",
    ({ stack, region }) =>
      emulators.lend(async ({ endpoint }) => {
        const aws = awsClients(endpoint, region);
        const guard = isGuarded(stack) ? await Guard.start(endpoint) : undefined;
        const workspace = await Workspace.create(stack, guard?.endpoint ?? endpoint);
        try {
          const standIns = await createStandIns(aws, stack);
          const before = await takeInventory(aws);
          for (const argument of await workspace.use(outdir, standIns))
            log(`${stack}: not supported by the provider: ${argument}`);

          await workspace.init();
          expect(await workspace.validate()).toEqual([]);
          matrix.record(stack, "valid");
          const configuration = await workspace.configuration();
          const recorded = new RecordedAccesses({ stack, region }, configuration, standIns);
          const resources = await workspace.apply();
          recorded.record("apply", guard?.take() ?? []);
          log(`${stack}: ${resources} resources deployed`);
          matrix.record(stack, "applied");
          for (const resource of added(before, await takeInventory(aws))) seen.add(kindOf(resource));
          await expectHealth(aws, stack);

          const { text, json } = await workspace.plan();
          const found = differences(json).sort();
          if (found.length > 0) log(text);
          expect(found).toEqual(knownDifferences(stack).sort());
          if (found.length === 0) matrix.record(stack, "second plan empty");
          recorded.record("plan", guard?.take() ?? []);

          // The plan has refreshed the state.
          const deleted = await BEFORE_TEAR_DOWN[stack]?.(aws);
          expect(deleted).not.toBe(0);
          expect(await workspace.tearDown({ refresh: !!deleted })).toBe(resources - (deleted ?? 0));
          expect(added(before, await takeInventory(aws))).toEqual([]);
          matrix.record(stack, "destroyed");
          // A run that is interrupted keeps what it verified.
          matrix.write();
          recorded.record("destroy", guard?.take() ?? []);
          if (guard) expect([...guard.unknown, ...recorded.problems()]).toEqual([]);
        } finally {
          await workspace.remove();
          await guard?.stop();
        }
      }),
    1_200_000,
  );

  test("include those with special expectations", () => {
    const special = [...Object.keys(WORKERS_BY_ZONE), ...Object.keys(BEFORE_TEAR_DOWN)];
    expect(STACKS.map(({ stack }) => stack)).toEqual(expect.arrayContaining(special));
  });

  // A kind that the inventory never sees could remain unnoticed.
  test("created resources of every kind in the inventory", () => {
    const created = ALL_KINDS.filter((kind) => seen.has(kind));
    expect(created).toEqual(ALL_KINDS.filter((kind) => kind !== "IAM policies"));
  });
});

/** Checks the status of the cluster and its components, and the zones of its workers. */
async function expectHealth(aws: AwsClients, stack: string): Promise<void> {
  const { cluster, nodeGroups, addOns } = await readDeployedCluster(aws, stack);
  const states = [cluster, ...nodeGroups, ...addOns].map(({ status }) => status);
  expect(states).toEqual(states.map(() => "ACTIVE"));

  const wanted = WORKERS_BY_ZONE[stack];
  if (!wanted) return;
  const workers = await readTaggedWorkers(aws, `kubernetes.io/cluster/${stack}`);
  expect(workersByZone(workers)).toEqual(wanted);
  // moto ignores the metadata options in the template of a mixed group. Unit tests check the template.
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
