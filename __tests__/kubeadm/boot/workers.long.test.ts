import type { ClusterSettings } from "../../../modules/kubeadm/boot/settings";
import { expectIdempotent } from "./evidence";
import { cluster, slotSettings, workerSettings } from "./settings";
import { type Machine, World } from "./world";

jest.setTimeout(60_000);

let world: World;
let machines = 0;

beforeEach(async () => {
  world = await new World().start();
  world.addDisk("vol-000000000000000a");
});
afterEach(() => world.stop());

/** A new machine in the first slot. */
const inFirstSlot = (): Promise<Machine> => {
  const { address, name } = cluster.slots[0];
  return world.addMachine(`i-${machines++}`, slotSettings(0), address, name.replace(/-0$/, ""));
};

const asWorker = (changes: Partial<ClusterSettings> = {}): Promise<Machine> =>
  world.addMachine(
    `i-${(machines++).toString(16)}f`,
    workerSettings({}, changes),
    "10.70.10.77",
    "production-main-worker",
  );

describe("workers", () => {
  const certificate = `Approved proved|${Buffer.from("certificate\n").toString("base64")}`;

  test("wait for the cluster, ask for a certificate and join", async () => {
    const worker = await asWorker();
    await worker.spawn("boot").until("WAIT: the store has no node/join.conf: the cluster does not work yet");
    await (await inFirstSlot()).boot();
    world.writeVersions(cluster);
    world.write("answer", certificate);
    expect(await worker.boot()).toContain("this machine is a node");
    expect(world.read(`nodes/${worker.hostname}`).trim()).toBe(`aws:///eu-central-1a/${worker.id}`);
    expect(world.cloud.hooks.at(-1)).toBe(`${worker.id} CONTINUE`);
    expect(worker.exists("etc/kubernetes/pki/ca.key")).toBe(false);
    await expectIdempotent(world, worker);
  });

  test("complete their launching hook when the network of pods works on them", async () => {
    await (await inFirstSlot()).boot();
    world.writeVersions(cluster);
    world.write("answer", certificate);
    world.write("ready", "False");
    const worker = await asWorker({ podNetwork: "cilium" });
    await worker
      .spawn("boot")
      .until("WAIT: the node is not ready: the network of pods (cilium) does not work");
    const before = world.cloud.hooks.length;
    world.write("ready", "True");
    await worker.boot();
    expect(world.cloud.hooks.slice(before)).toEqual([`${worker.id} CONTINUE`]);
    await expectIdempotent(world, worker);
  });

  test("do not wait for a network of pods that is not known", async () => {
    await (await inFirstSlot()).boot();
    world.writeVersions(cluster);
    world.write("answer", certificate);
    world.write("ready", "False");
    expect(await (await asWorker()).boot()).toContain("this machine is a node");
  });

  test("report a denied certificate", async () => {
    await (await inFirstSlot()).boot();
    world.writeVersions(cluster);
    world.write("answer", "Denied no proof that the machine is the node|");
    await (await asWorker()).spawn("boot").until("WAIT: no certificate for");
  });
});
