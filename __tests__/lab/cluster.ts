import { setTimeout } from "node:timers/promises";
import type { ClusterSettings, MachineSettings } from "../../modules/kubeadm/boot/settings";
import type { CloudPerson } from "../kubeadm/boot/cloud";
import { probe } from "./clients";
import { Lab, type LabMachine } from "./lab";
import { images, missingRequirement } from "./programs";
import { cluster, diskOf, slot, worker } from "./settings";

const missing = missingRequirement();
if (missing !== undefined) console.log(`skipped: ${missing}`);

/** `describe`; skipped where the lab cannot run, unless `REQUIRE_LAB=1` makes that a failure. */
export const inLab = missing === undefined || process.env.REQUIRE_LAB === "1" ? describe : describe.skip;

/** Limit of the first step of a file in milliseconds: it builds Kubernetes if the cache is empty. */
export const buildLimit = 2_400_000;

/** Runs a step, prints its duration, and returns its result. */
export async function timed<T>(what: string, step: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const result = await step();
  process.stdout.write(`lab: ${what}: ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
  return result;
}

/** A cluster of the lab with three slots. */
export class LabCluster {
  readonly lab: Lab;
  readonly slots: LabMachine[] = [];
  readonly workers: LabMachine[] = [];

  constructor(
    readonly settings: ClusterSettings = cluster,
    ...rest: [objects?: Readonly<Record<string, string>>, people?: Readonly<Record<string, CloudPerson>>]
  ) {
    this.lab = new Lab(settings, ...rest);
  }

  /** Builds what is missing, and starts the cloud, with a blank disk for each slot. */
  start(): this {
    if (missing !== undefined) throw new Error(missing);
    images(this.settings.kubernetesVersion);
    this.lab.start();
    this.settings.slots.forEach((_, i) => this.lab.addDisk(diskOf(i)));
    return this;
  }

  stop = (): Promise<void> => this.lab.stop();

  /** Starts the machine of a slot. */
  startSlot(index: number, changes: Partial<ClusterSettings> = {}): LabMachine {
    const settings: MachineSettings = slot(index, { ...this.settings, ...changes });
    this.slots[index] = this.lab.addMachine(settings, this.settings.slots[index].address);
    return this.slots[index];
  }

  /** Starts a worker. Those that replace others have addresses after an `offset`. */
  startWorker(changes: Partial<ClusterSettings> = {}, claim?: string, offset = 0): LabMachine {
    const address = `10.70.40.${11 + offset + this.workers.length}`;
    const machine = this.lab.addMachine(worker({ ...this.settings, ...changes }), address, claim);
    this.workers.push(machine);
    return machine;
  }

  /** Starts all machines at once, and waits until all nodes are Ready. */
  async create(workers: number): Promise<void> {
    this.settings.slots.forEach((_, i) => this.startSlot(i));
    for (let i = 0; i < workers; i++) this.startWorker();
    for (const machine of [...this.slots, ...this.workers]) await this.complete(machine);
    await this.allReady();
  }

  /** Waits until a machine has completed its launching hook. */
  complete = (machine: LabMachine, limit = 600): Promise<number> =>
    this.lab.until(() => this.lab.isReady(machine), limit, `the hook of ${machine.name}`, machine);

  /** Waits until all machines are Ready nodes. */
  allReady(through = this.slots[0]): Promise<number> {
    const count = this.slots.length + this.workers.length;
    return this.lab.until(
      () => this.readyNodes(through).length === count,
      300,
      `${count} Ready nodes`,
      through,
    );
  }

  readyNodes = (through = this.slots[0]): readonly string[] =>
    this.lab
      .kubectl(through, "get", "nodes", "--no-headers")
      .split("\n")
      .filter((line) => / Ready /.test(line))
      .map((line) => line.split(" ")[0]);

  /** The members of etcd: id, status, name and address. */
  members = (through = this.slots[0]): readonly string[] =>
    this.lab
      .etcdctl(through, "member", "list")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(", ").slice(0, 4).join(" "))
      .sort();

  /** Ends the machine of a slot, and starts another one with the same disk. */
  async replaceSlot(index: number, changes: Partial<ClusterSettings> = {}): Promise<void> {
    await this.lab.lose(this.slots[index]);
    await this.complete(this.startSlot(index, changes));
  }

  /**
   * Loses a slot. After a while, in which its address does not answer, another machine starts as in a cloud. Returns for how many
   * seconds the API was unavailable.
   */
  async loseSlot(index: number): Promise<number> {
    const clients = probe(this.lab);
    await this.lab.lose(this.slots[index]);
    await setTimeout(15_000);
    await timed(`RESUME of slot ${index}`, () => this.complete(this.startSlot(index)));
    await this.allReady(this.slots[index]);
    const { longestGap, failed, all } = clients.stop();
    process.stdout.write(
      `lab: the API was unavailable for ${longestGap.toFixed(1)} s; ${failed} of ${all} requests failed\n`,
    );
    return longestGap;
  }
}
