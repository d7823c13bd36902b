import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { cluster, slotSettings } from "./settings";
import { type Machine, World } from "./world";

jest.setTimeout(60_000);

let world: World;
let machines = 0;

const address = (slot: number) => cluster.slots[slot].address;

beforeEach(async () => {
  world = await new World().start();
  for (const slot of [0, 1]) world.addDisk(`vol-00000000000000${slot}a`);
});
afterEach(() => world.stop());

/** A new machine in a slot. */
const inSlot = (slot: number): Promise<Machine> =>
  world.addMachine(`i-${machines++}`, slotSettings(slot), address(slot), "production-main-control-plane");

function expectWorks(machine: Machine): void {
  expect(world.read(`nodes/${cluster.slots[1].name}`).trim()).toBe(`aws:///eu-central-1a/${machine.id}`);
  expect(world.cloud.hooks.filter((hook) => hook === `${machine.id} CONTINUE`)).toHaveLength(1);
  expect(world.list("disks/vol-000000000000001a/files")).toEqual(["data", "lost+found", "owner", "sentinel"]);
}

test("continues with the data of a join that did not end, if no other machine works without it", async () => {
  const first = await inSlot(0);
  await first.boot();
  const lost = await inSlot(1);
  world.write("join", "stop");
  await lost.spawn("boot").until("joined");
  world.write("join", "");
  const members = world.members();
  expect(Object.keys(members)).toHaveLength(2);
  // Other slots compare their version with that of a member.
  expect(String(world.cloud.objects.get("node/version-1"))).toBe("1.35.4\n");
  world.lose(lost);
  // With one of two members, etcd and the API server of the first machine do not work.
  execFileSync("rm", [join(world.folder, "up", address(0))]);
  const after = await inSlot(1);
  const output = await after.boot();
  expect(output).toContain(
    "WAIT: no other API server answers: try 5 of 6 before the data of the join is used",
  );
  expect(output).toContain("RESUME: the disk has the data of a join that did not end");
  expect(world.members()).toEqual(members);
  expectWorks(after);
});

test("does not use the data of a join that did not end, if another machine works", async () => {
  await (await inSlot(0)).boot();
  const lost = await inSlot(1);
  world.write("join", "stop");
  await lost.spawn("boot").until("joined");
  world.write("join", "");
  const members = world.members();
  world.lose(lost);
  const after = await inSlot(1);
  expect(await after.boot()).toContain("REPLACE: the cluster has a member or node of this slot");
  expect(world.members()[address(1)]).not.toBe(members[address(1)]);
  expectWorks(after);
});
