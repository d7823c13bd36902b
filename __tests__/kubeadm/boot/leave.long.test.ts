import { rmSync } from "node:fs";
import { join } from "node:path";
import { cluster, slotSettings, workerSettings } from "./settings";
import { type Machine, World } from "./world";

jest.setTimeout(60_000);

let world: World;
let slots: Machine[];

const newer = { kubernetesVersion: "1.36.3" };
const address = (slot: number) => cluster.slots[slot].address;
const name = (slot: number) => cluster.slots[slot].name;
const add = (slot: number, id: string, changes = {}) =>
  world.addMachine(id, slotSettings(slot, {}, changes), address(slot), "production-main-control-plane");

/** Auto Scaling ends a machine. */
const end = (machine: Machine) => void (machine.leaving = true);

beforeEach(async () => {
  world = await new World().start();
  slots = [];
  for (const slot of [0, 1, 2]) {
    world.addDisk(`vol-00000000000000${slot}a`);
    slots.push(await add(slot, `i-${slot}`));
    await slots[slot].boot();
  }
  world.cloud.hooks.length = 0;
});
afterEach(() => world.stop());

test("a machine that stays answers nothing", async () => {
  expect(await slots[0].run("leave")).toEqual({ status: 0, output: "" });
  expect(world.cloud.hooks).toEqual([]);
  expect(world.read("turn")).toBe("");
});

test("machines leave one after the other, each when the one before has a successor", async () => {
  slots.forEach(end);
  expect((await slots[1].run("leave")).output).toContain("this machine leaves");
  expect(world.cloud.hooks).toEqual(["i-1 leave CONTINUE"]);
  for (const slot of [0, 2]) {
    await slots[slot].spawn("leave").until(`WAIT: the machine of ${name(1)} is replaced`);
  }
  world.lose(slots[1]);
  await slots[0].spawn("leave").until(`WAIT: the machine of ${name(1)} is replaced`);
  const after = await add(1, "i-4", newer);
  await after.boot();
  expect(world.read("turn")).toBe("");
  world.cloud.hooks.length = 0;
  expect((await slots[0].run("leave")).output).toContain("this machine leaves");
  expect(world.cloud.hooks).toEqual(["i-0 leave CONTINUE"]);
  await slots[2].spawn("leave").until(`WAIT: the machine of ${name(0)} is replaced`);
});

test("a machine that has its turn leaves after a crash", async () => {
  end(slots[0]);
  world.write("turn", name(0));
  expect((await slots[0].run("leave")).output).toContain("this machine leaves");
});

test("a machine stays, with heartbeats, while another one does not work", async () => {
  end(slots[0]);
  rmSync(join(world.folder, "up", address(2)));
  await slots[0].spawn("leave").until(`WAIT: the API server at ${address(2)} does not work`);
  expect(new Set(world.cloud.hooks)).toEqual(new Set(["i-0 leave heartbeat"]));
});

test("a machine stays while a member of etcd is missing or joining", async () => {
  end(slots[0]);
  const members = world.read("members");
  world.write("members", members.split("\n").slice(0, 2).join("\n") + "\n");
  await slots[0]
    .spawn("leave")
    .until("WAIT: 1 of 1 other members of etcd are healthy, and at least 2 must be");
  world.write("members", members.replace(/\n$/, " learner\n"));
  await slots[0].spawn("leave").until("WAIT: a member of etcd is joining");
});

test("a machine leaves when the cluster has got more slots than it knows", async () => {
  end(slots[0]);
  world.write("members", `${world.read("members")}10.70.10.11 99\n`);
  await slots[0].spawn("leave").until("WAIT: 2 of 3 other members of etcd are healthy");
  world.write("up/10.70.10.11", "");
  expect((await slots[0].run("leave")).output).toContain("this machine leaves");
});

test("a machine whose API server does not work leaves", async () => {
  end(slots[0]);
  rmSync(join(world.folder, "up", address(0)));
  expect((await slots[0].run("leave")).output).toContain("this machine leaves");
  expect(slots[0].read("etc/hosts")).toContain(`${address(1)} ${cluster.endpoint} `);
});

test("the only machine leaves at once", async () => {
  const one = slotSettings(0, {}, { slots: cluster.slots.slice(0, 1) });
  slots[0].configure(one);
  end(slots[0]);
  expect((await slots[0].run("leave")).output).toContain("this machine leaves");
});

test("a worker waits until no API server is older", async () => {
  const worker = await world.addMachine(
    "i-f",
    workerSettings({}, newer),
    "10.70.10.77",
    "production-main-worker",
  );
  world.write("answer", `Approved proved|${Buffer.from("certificate\n").toString("base64")}`);
  const reason = "WAIT: not all control-plane machines have version 1.36.3 or a newer one";
  await worker.spawn("boot").until(reason);
  for (const slot of [0, 1]) world.cloud.objects.set(`node/version-${slot}`, Buffer.from("1.36.1\n"));
  await worker.spawn("boot").until(reason);
  world.cloud.objects.set("node/version-2", Buffer.from("1.37.0\n"));
  expect(await worker.boot()).toContain("this machine is a node");
});
