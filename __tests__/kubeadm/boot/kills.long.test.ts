import { join } from "node:path";
import { numbers } from "./numbers";
import { cluster, slotSettings } from "./settings";
import { type Machine, World } from "./world";

jest.setTimeout(3_600_000);

/** Kills for each branch; the nightly run has more. */
const kills = Number(process.env.BOOT_KILLS ?? "4");
const seed = Number(process.env.BOOT_SEED ?? "1");

const commands = { INIT: 500, JOIN: 500, RESUME: 500, REPLACE: 500 } as const;

/** What the machines, the store and the cluster are in the end. Ids and random values differ from run to run. */
const stateOf = (world: World, machine: Machine) => ({
  members: Object.keys(world.members()).sort(),
  nodes: world.list("nodes"),
  node: world.read(`nodes/${cluster.slots[1].name}`).trim() === `aws:///eu-central-1a/${machine.id}`,
  store: [...world.cloud.objects.keys()].sort(),
  hooks: world.cloud.hooks.filter((hook) => hook === `${machine.id} CONTINUE`).length > 0,
  hosts: machine.read("etc/hosts"),
  split: world.list(".").includes("split"),
  disk: world.list("disks/vol-000000000000001a/files"),
});

const add = (world: World, slot: number, id: string) =>
  world.addMachine(id, slotSettings(slot), cluster.slots[slot].address, "production-main-control-plane");

/** Slot 1 of a cluster reaches a branch of the program, and is killed before one of its commands. */
async function killed(branch: keyof typeof commands, at: number | undefined) {
  const world = await new World().start();
  try {
    for (const slot of [0, 1]) world.addDisk(`vol-00000000000000${slot}a`);
    await (await add(world, 0, "i-0")).boot();
    if (branch === "RESUME" || branch === "REPLACE") {
      const before = await add(world, 1, "i-1");
      await before.boot();
      world.lose(before);
      if (branch === "REPLACE") world.addDisk("vol-000000000000001a");
    }
    const machine = await add(world, 1, "i-2");
    if (at !== undefined) {
      await machine.run("boot", { BASH_ENV: join(__dirname, "doubles/kill.sh"), KILL_AT: String(at) });
    }
    await machine.boot();
    return stateOf(world, machine);
  } finally {
    await world.stop();
  }
}

describe("a boot program that is killed and started again", () => {
  test.each(["JOIN", "RESUME", "REPLACE"] as const)("reaches the same state: %s", async (branch) => {
    const expected = await killed(branch, undefined);
    expect(expected).toMatchObject({ node: true, hooks: true, split: false });
    const next = numbers(seed + branch.length);
    for (let i = 0; i < kills; i++) {
      const at = 1 + Math.floor(next() * commands[branch]);
      expect({ at, ...(await killed(branch, at)) }).toEqual({ at, ...expected });
    }
  });
});
