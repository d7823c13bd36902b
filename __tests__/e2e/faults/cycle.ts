import { setTimeout as sleep } from "node:timers/promises";
import { added, takeInventory } from "../aws/inventory";
import { type AwsCall } from "./calls";
import { noFaults } from "./fault-proxy";
import { type FaultyDeployment } from "./faulty-deployment";
import { killAt, type Moment } from "./kills";
import { type Said } from "./mending";
import { type Mended, RepairShop } from "./repair-shop";
import { restoreStateFile, type StateFile } from "./state-file";

type Command = "apply" | "destroy";

/** What came of a kill. */
export interface Outcome {
  readonly command: Command;
  readonly moment: Moment;
  /** The call with which Terraform died. */
  readonly call: string;
  /** Calls that had changed something, or were about to, whose answers nobody got. */
  readonly inFlight: readonly string[];
  /** What was left of the state's file, and done about it. */
  readonly stateFile: StateFile;
  /** What the next applies said was wrong, until one succeeded. */
  readonly said: readonly Said[];
  readonly mended: readonly Mended[];
  /** Whether the plan after that was empty. */
  readonly planEmpty: boolean;
  /** What Terraform said otherwise than the table of mendings has it. */
  readonly unforeseen: readonly string[];
}

export interface MendOptions {
  /** State is kept elsewhere, and not written with each resource. */
  readonly importFirst?: boolean;
  /** Done to what the kill left, before anything is mended. */
  readonly whenKilled?: () => Promise<void>;
}

/** Kills Terraform at a moment, and brings the stack to where an apply that nobody kills has it. */
export async function killAndMend(
  deployment: FaultyDeployment,
  command: Command,
  moment: Moment,
  { importFirst = false, whenKilled }: MendOptions = {},
): Promise<Outcome> {
  const { workspace, aws, proxy } = deployment;
  const { call, inFlight } = await kill(deployment, command, moment);
  proxy.use(noFaults);
  await whenKilled?.();
  const shop = new RepairShop(workspace, aws);
  const stateFile = await restoreStateFile(workspace.stateFile);
  // A state that was cut off knows nothing of what the run had made, whether it is restored or lost.
  if (importFirst || stateFile !== "whole") {
    await shop.unlockState();
    await shop.importAll();
  }
  await shop.applyUntilDone();
  await shop.removeSecondOnes();
  const { empty } = await workspace.plan();
  return {
    command,
    moment,
    call,
    inFlight,
    stateFile,
    said: shop.said,
    mended: shop.book,
    planEmpty: empty,
    unforeseen: shop.unforeseen,
  };
}

/**
 * Kills Terraform at a moment of a destroy, runs it again, and says what is left. Of what docs/deploy.md has, only steps 1 and 2
 * are done: the lock and the state's file.
 */
export async function killAndDestroy(deployment: FaultyDeployment, moment: Moment): Promise<Destroyed> {
  const { call } = await kill(deployment, "destroy", moment);
  const stateFile = await restoreStateFile(deployment.workspace.stateFile);
  return { moment, call, stateFile, left: await destroyAndLook(deployment) };
}

/** What came of a destroy that was killed and run again. */
export interface Destroyed extends Pick<Outcome, "moment" | "call" | "stateFile"> {
  /** What is there that was not there before, in AWS or in the state. */
  readonly left: readonly string[];
}

async function kill({ workspace, proxy }: FaultyDeployment, command: Command, moment: Moment) {
  let struck: AwsCall | undefined;
  let inFlight: string[] = [];
  proxy.use(
    killAt(moment, (call) => {
      struck = call;
      const open = proxy.happened.filter((one) => one.call.changes && !one.answered);
      inFlight = open.map((one) => one.call.operation);
      running.kill();
    }),
  );
  const running = workspace.begin(command);
  const { code, output } = await running.result;
  if (!struck || code !== -1)
    throw new Error(
      `The ${command} came to its end before call ${moment.call}: ${code}\n${output.slice(-4000)}`,
    );
  for (let tries = 0; running.isAlive(); tries++) {
    if (tries > 50) throw new Error("Something of Terraform outlived it.");
    await sleep(100);
  }
  await proxy.settle();
  return { call: struck.operation, inFlight };
}

/** Destroys, with a lock given back that somebody held who died, and says what is left that was not there before, in AWS or in the state. */
export async function destroyAndLook(deployment: FaultyDeployment): Promise<string[]> {
  const { workspace, aws, proxy, before } = deployment;
  proxy.use(noFaults);
  const { code, output } = await workspace.begin("destroy").result;
  if (await new RepairShop(workspace, aws).unlock(output)) return destroyAndLook(deployment);
  if (code !== 0) throw new Error(output.slice(-8000));
  return [...added(before, await takeInventory(aws)), ...(await workspace.deployedResources())];
}
