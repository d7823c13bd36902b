import { setTimeout as sleep } from "node:timers/promises";
import { added, takeInventory } from "../aws/inventory";
import { type AwsCall } from "./calls";
import { noFaults } from "./fault-proxy";
import { type FaultyDeployment } from "./faulty-deployment";
import { killAt, type Moment } from "./kills";
import { type TerraformError } from "./recovery-steps";
import { type RecoveryAction, StateRecovery } from "./state-recovery";
import { restoreStateFile, type StateFile } from "./state-file";

type Command = "apply" | "destroy";

/** The result of a kill. */
export interface Outcome {
  readonly command: Command;
  readonly moment: Moment;
  /** The call during which Terraform was killed. */
  readonly call: string;
  /** Unanswered calls that change something. */
  readonly inFlight: readonly string[];
  /** The state file after the kill. */
  readonly stateFile: StateFile;
  /** The errors of the next applies, until one succeeded. */
  readonly errors: readonly TerraformError[];
  readonly actions: readonly RecoveryAction[];
  /** Whether the plan after the recovery was empty. */
  readonly planEmpty: boolean;
  /** The errors that are not in the table of recovery steps. */
  readonly unexpected: readonly string[];
}

export interface RecoveryOptions {
  /** The state is remote, and not written with each resource. */
  readonly importFirst?: boolean;
  /** Runs after the kill, before the recovery. */
  readonly afterKill?: () => Promise<void>;
}

/** Kills Terraform at a moment, and recovers the stack to the result of an uninterrupted apply. */
export async function killAndRecover(
  deployment: FaultyDeployment,
  command: Command,
  moment: Moment,
  { importFirst = false, afterKill }: RecoveryOptions = {},
): Promise<Outcome> {
  const { workspace, aws, proxy } = deployment;
  const { call, inFlight } = await kill(deployment, command, moment);
  proxy.use(noFaults);
  await afterKill?.();
  const recovery = new StateRecovery(workspace, aws);
  const stateFile = await restoreStateFile(workspace.stateFile);
  // An incomplete state contains nothing of the run, whether it is restored or lost.
  if (importFirst || stateFile !== "complete") {
    await recovery.unlockState();
    await recovery.importAll();
  }
  await recovery.applyUntilDone();
  await recovery.removeDuplicates();
  const { empty } = await workspace.plan();
  return {
    command,
    moment,
    call,
    inFlight,
    stateFile,
    errors: recovery.errors,
    actions: recovery.actions,
    planEmpty: empty,
    unexpected: recovery.unexpected,
  };
}

/**
 * Kills Terraform at a moment of a destroy, and runs the destroy again. Does only steps 1 and 2 of docs/deploy.md: the lock and the
 * state file.
 */
export async function killAndDestroy(deployment: FaultyDeployment, moment: Moment): Promise<DestroyOutcome> {
  const { call } = await kill(deployment, "destroy", moment);
  const stateFile = await restoreStateFile(deployment.workspace.stateFile);
  return { moment, call, stateFile, leftovers: await destroyAndFindLeftovers(deployment) };
}

/** The result of a destroy that was killed and run again. */
export interface DestroyOutcome extends Pick<Outcome, "moment" | "call" | "stateFile"> {
  /** Resources that exist only since the apply, in AWS or in the state. */
  readonly leftovers: readonly string[];
}

/** Kills Terraform at a moment of an apply or a destroy. */
export async function kill({ workspace, proxy }: FaultyDeployment, command: Command, moment: Moment) {
  let lastCall: AwsCall | undefined;
  let inFlight: string[] = [];
  proxy.use(
    killAt(moment, (call) => {
      lastCall = call;
      const open = proxy.calls.filter((one) => one.call.changes && !one.answered);
      inFlight = open.map((one) => one.call.operation);
      running.kill();
    }),
  );
  const running = workspace.begin(command);
  const { code, output } = await running.result;
  if (!lastCall || code !== -1)
    throw new Error(`${command} ended before call ${moment.call}: ${code}\n${output.slice(-4000)}`);
  for (let tries = 0; running.isAlive(); tries++) {
    if (tries > 50) throw new Error("a child process of Terraform is still running");
    await sleep(100);
  }
  await proxy.settle();
  return { call: lastCall.operation, inFlight };
}

/** Destroys, after releasing the lock of an ended process. Returns the resources that exist only since the apply, in AWS or in the state. */
export async function destroyAndFindLeftovers(deployment: FaultyDeployment): Promise<string[]> {
  const { workspace, aws, proxy, before } = deployment;
  proxy.use(noFaults);
  const { code, output } = await workspace.begin("destroy").result;
  if (await new StateRecovery(workspace, aws).unlock(output)) return destroyAndFindLeftovers(deployment);
  if (code !== 0) throw new Error(output.slice(-8000));
  return [...added(before, await takeInventory(aws)), ...(await workspace.deployedResources())];
}
