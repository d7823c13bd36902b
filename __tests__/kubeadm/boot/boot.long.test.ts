import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterSettings } from "../../../modules/kubeadm/boot/settings";
import { expectIdempotent } from "./evidence";
import { cluster, slotSettings } from "./settings";
import { type Machine, storedByFirst, World } from "./world";

const controlPlane = "production-main-control-plane";

jest.setTimeout(60_000);

let world: World;
let machines = 0;

beforeEach(async () => {
  world = await new World().start();
  for (const slot of [0, 1, 2])
    world.addDisk(slotSettings(slot).machine.role === "control-plane" ? disk(slot) : "");
});
afterEach(() => world.stop());

const disk = (slot: number) => `vol-00000000000000${slot}a`;
const address = (slot: number) => cluster.slots[slot].address;
const name = (slot: number) => cluster.slots[slot].name;

/** A new machine in a slot. */
const inSlot = (slot: number, changes: Partial<ClusterSettings> = {}): Promise<Machine> =>
  world.addMachine(`i-${slot}${machines++}`, slotSettings(slot, {}, changes), address(slot), controlPlane);

/** A cluster with three slots. */
async function three(): Promise<Machine[]> {
  const all: Machine[] = [];
  for (const slot of [0, 1, 2]) {
    all.push(await inSlot(slot));
    await all[slot].boot();
  }
  return all;
}

async function bootedAlone(): Promise<Machine> {
  const machine = await inSlot(0);
  await machine.boot();
  return machine;
}

/** What must be so after each successful boot of a control-plane machine. */
function expectWorks(machine: Machine, slot: number): void {
  expect(world.members()[address(slot)]).toMatch(/^\d+$/);
  expect(world.read(`nodes/${name(slot)}`).trim()).toBe(`aws:///eu-central-1a/${machine.id}`);
  expect(machine.read("etc/hosts")).toBe(
    `127.0.0.1 localhost\n${address(slot)} api.production-main.internal # kubernetes-boot\n`,
  );
  expect(world.cloud.hooks.filter((hook) => hook === `${machine.id} CONTINUE`)).toHaveLength(1);
  expect(world.list(".").includes("split")).toBe(false);
}

describe("INIT", () => {
  test("creates the cluster and writes to the store what others need", async () => {
    const machine = await inSlot(0);
    expect(await machine.boot()).toContain("INIT: there is no cluster");
    expectWorks(machine, 0);
    expect([...world.cloud.objects.keys()].sort()).toEqual(storedByFirst);
    expect(String(world.cloud.objects.get("node/join.conf"))).toContain('token: "abcdef.0123456789abcdef"');
    expect(machine.calls()).toContain(
      "kubeadm token create --kubeconfig " +
        `${machine.root}/var/lib/kubernetes-boot/admin.conf --ttl 1h --usages authentication ` +
        "--groups system:bootstrappers:kubeadm:default-node-token --description asks for certificates of nodes",
    );
    await expectIdempotent(world, machine);
  });

  test("continues with the same certificate authorities after the first machine died", async () => {
    const first = await inSlot(0);
    await first.spawn("boot").until("INIT:");
    const pki = world.cloud.objects.get("pki/bundle.tar");
    world.lose(first);
    // Data without the sentinel: the machine died after the start of etcd.
    const second = await inSlot(0);
    expect(await second.boot()).toContain("INIT:");
    expect(world.cloud.objects.get("pki/bundle.tar")).toBe(pki);
    expectWorks(second, 0);
  });

  test("refuses an address that is not that of the slot", async () => {
    const machine = await world.addMachine("i-0", slotSettings(0), "10.70.99.99", controlPlane);
    const { output, status } = await machine.run("boot");
    expect(status).toBe(1);
    expect(output).toContain("refused: the address of slot 0 must be 10.70.10.10, got 10.70.99.99");
    expect(world.cloud.hooks).toEqual(["i-0 ABANDON"]);
  });
});

describe("JOIN", () => {
  test("joins one slot after another", async () => {
    const [second, third] = [await inSlot(1), await inSlot(2)];
    expect(await second.spawn("boot").until("WAIT:")).toContain("WAIT: slot 0 has not created the cluster");
    await (await inSlot(0)).boot();
    expect(await third.spawn("boot").until("WAIT:")).toContain("WAIT: the slot at 10.70.20.10 joins first");
    expect(await second.boot()).toContain("JOIN: the cluster works and has no member of this slot");
    expectWorks(second, 1);
    await expectIdempotent(world, second);
    expect(await third.boot()).toContain("JOIN:");
    expectWorks(third, 2);
  });

  test("reaches the API server of a peer, never through the load balancer", async () => {
    await (await inSlot(0)).boot();
    const second = await inSlot(1);
    await second.spawn("boot").until("JOIN:");
    expect(second.read("etc/hosts")).toContain(
      "10.70.10.10 api.production-main.internal # kubernetes-boot\n",
    );
  });

  test("waits for a member that is joining, and for one that does not work", async () => {
    await (await inSlot(0)).boot();
    await (await inSlot(1)).boot();
    const third = await inSlot(2);
    const members = world.read("members");
    world.write("members", members.replace(/\n$/, " learner\n"));
    await third.spawn("boot").until("WAIT: another member is joining");
    world.write("members", members);
    execFileSync("rm", [join(world.folder, "up", address(1))]);
    await third.spawn("boot").until("WAIT: 1 of 2 members of etcd are healthy, and all must be");
  });
});

describe("RESUME", () => {
  test.each([0, 1, 2])("slot %i continues as the same member on a new machine", async (slot) => {
    const before = await three();
    const members = world.members();
    world.lose(before[slot]);
    const after = await inSlot(slot);
    expect(await after.boot()).toContain("RESUME: the disk has the data of this slot");
    expect(world.members()).toEqual(members);
    expectWorks(after, slot);
    await expectIdempotent(world, after);
  });

  test("continues when no other machine works", async () => {
    const before = await three();
    before.forEach((machine) => world.lose(machine));
    const after = await inSlot(1);
    expect(await after.boot()).toContain("RESUME:");
    expectWorks(after, 1);
  });

  test("starts the next minor version on the same data", async () => {
    const before = await three();
    const members = world.members();
    world.lose(before[0]);
    const after = await inSlot(0, { kubernetesVersion: "1.36.3" });
    expect(await after.boot()).toContain("RESUME:");
    expect(world.members()).toEqual(members);
    expect(after.read("var/lib/kubernetes-boot/init.yaml")).toContain('"kubernetesVersion":"v1.36.3"');
  });

  test.each([
    [0, "1.37.2", false],
    [1, "1.33.9", false],
    [0, "1.37.2", true],
  ])(
    "slot %i refuses version %s next to 1.35.4, before it changes anything",
    async (slot, version, isBlank) => {
      const before = await three();
      const members = world.members();
      world.lose(before[slot]);
      if (isBlank) world.addDisk(disk(slot));
      const refused = await inSlot(slot, { kubernetesVersion: version });
      expect((await refused.run("boot")).output).toContain(
        `refused: ${version} must be within a minor of slot 0`,
      );
      expect(world.cloud.hooks.at(-1)).toBe(`${refused.id} ABANDON`);
      expect(world.members()).toEqual(members);
      expect(
        refused.calls().filter((call) => /^(kubeadm (init --|join)|kubectl .*delete)/.test(call)),
      ).toEqual([]);
      // With the version in between, the next machine continues.
      world.lose(refused);
      const after = await inSlot(slot, { kubernetesVersion: version === "1.37.2" ? "1.36.3" : "1.34.9" });
      expect(await after.boot()).toContain(isBlank ? "REPLACE:" : "RESUME:");
      expectWorks(after, slot);
    },
  );

  test("a version of a slot that is no member keeps no machine from starting", async () => {
    const [first, , third] = await three();
    world.lose(third);
    world.write("members", world.read("members").split("\n").slice(0, 2).join("\n") + "\n");
    rmSync(join(world.folder, "nodes", name(2)));
    world.addDisk(disk(2));
    world.cloud.objects.set("node/version-2", Buffer.from("1.33.9\n"));
    world.lose(first);
    const resumed = await inSlot(0);
    expect(await resumed.boot()).toContain("RESUME:");
    expectWorks(resumed, 0);
    const joined = await inSlot(2);
    expect(await joined.boot()).toContain("JOIN:");
    expectWorks(joined, 2);
    expect(String(world.cloud.objects.get("node/version-2"))).toBe("1.35.4\n");
  });

  test.each(["1.33.9", "1.37.2"])(
    "refuses version %s for its own data of 1.35.4 if no other machine works",
    async (version) => {
      world.lose(await bootedAlone());
      const refused = await inSlot(0, { kubernetesVersion: version });
      expect((await refused.run("boot")).output).toContain(
        `refused: ${version} must be within a minor of slot 0`,
      );
    },
  );

  test("mounts the disk and starts the kubelet after a restart of the machine", async () => {
    const [machine] = await three();
    execFileSync("rm", [join(machine.root, "var/lib/etcd")]);
    await expectIdempotent(world, machine);
    const calls = machine.calls();
    expect(calls.findLastIndex((call) => call.startsWith("mount "))).toBeLessThan(
      calls.lastIndexOf("systemctl start kubelet"),
    );
  });
});

describe("REPLACE", () => {
  test.each([0, 1, 2])("slot %i removes its own member and node, and joins", async (slot) => {
    const before = await three();
    const members = world.members();
    world.lose(before[slot]);
    world.addDisk(disk(slot));
    const after = await inSlot(slot);
    expect(await after.boot()).toContain(
      "REPLACE: the cluster has a member or node of this slot, the disk has no data",
    );
    const { [address(slot)]: own, ...others } = world.members();
    const { [address(slot)]: stale, ...othersBefore } = members;
    expect(own).not.toBe(stale);
    expect(others).toEqual(othersBefore);
    expect(
      after
        .calls()
        .filter((call) => / member remove /.test(call))
        .map((call) => call.split(" ").at(-1)),
    ).toEqual([stale]);
    expect(world.list("nodes")).toEqual([0, 1, 2].map(name));
    expectWorks(after, slot);
    await expectIdempotent(world, after);
  });

  test("joins again if the cluster has removed the member", async () => {
    const before = await three();
    world.lose(before[2]);
    world.write("members", world.read("members").split("\n").slice(0, 2).join("\n") + "\n");
    const after = await inSlot(2);
    expect(await after.boot()).toContain("REPLACE: the disk has data, but the cluster has no such member");
    expectWorks(after, 2);
  });

  test("waits for a majority", async () => {
    const before = await three();
    world.lose(before[0]);
    world.lose(before[1]);
    world.addDisk(disk(0));
    const after = await inSlot(0);
    await after.spawn("boot").until("WAIT: 1 of 2 members of etcd are healthy, no majority");
  });
});

describe("WAIT and RESTORE", () => {
  test("waits if the cluster exists and all data is lost, and never creates a second cluster", async () => {
    (await three()).forEach((machine) => world.lose(machine));
    [0, 1, 2].forEach((slot) => world.addDisk(disk(slot)));
    const machine = await inSlot(0);
    expect(await machine.spawn("boot").until("WAIT:")).toContain(
      "WAIT: no other API server answers, and the disk has no data",
    );
    expect(machine.calls().filter((call) => /^(mkfs|kubeadm init --config)/.test(call))).toEqual([]);
  });

  test("restores a snapshot if the setting asks for it, once", async () => {
    const before = await three();
    world.write("leader", `${name(1)}_1234`);
    expect((await before[0].run("backup")).output).toBe("");
    expect((await before[1].run("backup")).output).toMatch(/saved backups\/etcd\/\d{8}T\d{6}Z-1\.db/);
    before.forEach((machine) => world.lose(machine));
    // Slot 2 has data, but no majority.
    [0, 1].forEach((slot) => world.addDisk(disk(slot)));
    const etcd = { ...cluster.etcd, restore: "newest" };
    const first = await inSlot(0, { etcd });
    expect(await first.boot()).toContain(
      "RESTORE: the setting asks for newest, and no other API server answers",
    );
    expectWorks(first, 0);
    expect(Object.keys(world.members())).toEqual([address(0)]);
    await expectIdempotent(world, first);
    // Data from before the restore is not used.
    for (const slot of [1, 2]) {
      const machine = await inSlot(slot, { etcd });
      expect(await machine.boot()).toContain(slot === 2 ? "REPLACE:" : "REPLACE:");
      expectWorks(machine, slot);
    }
    world.lose(first);
    const again = await inSlot(0, { etcd });
    expect(await again.boot()).toContain("RESUME:");
    expect(Object.keys(world.members())).toHaveLength(3);
  });

  test("refuses a restore without a snapshot", async () => {
    (await three()).forEach((machine) => world.lose(machine));
    [0, 1, 2].forEach((slot) => world.addDisk(disk(slot)));
    const machine = await inSlot(0, { etcd: { ...cluster.etcd, restore: "newest" } });
    expect((await machine.run("boot")).output).toContain("refused: the store has no snapshot");
    expect(world.cloud.hooks.at(-1)).toBe(`${machine.id} ABANDON`);
  });
});

describe("the etcd disk", () => {
  test.each(["", "data", "etcd-1"])("refuses the label %j", async (label) => {
    writeFileSync(join(world.folder, "disks", disk(0), "label"), label);
    const machine = await inSlot(0);
    expect((await machine.run("boot")).output).toContain(
      "refused: disk vol-000000000000000a must have the label etcd-0",
    );
    expect(machine.calls().filter((call) => /^(mkfs|mount )/.test(call))).toEqual([]);
    expect(world.cloud.hooks).toEqual([`${machine.id} ABANDON`]);
  });

  test("refuses the disk of another cluster", async () => {
    const machine = await inSlot(0);
    await machine.boot();
    world.lose(machine);
    const other = { name: "production-other" };
    expect((await (await inSlot(0, other)).run("boot")).output).toContain(
      "refused: disk vol-000000000000000a belongs to production-main production-main-control-plane-0",
    );
  });

  test("has the data of etcd in a subdirectory", async () => {
    const machine = await inSlot(0);
    await machine.boot();
    expect(world.list(`disks/${disk(0)}/files`)).toEqual(["data", "lost+found", "owner", "sentinel"]);
  });
});

describe("the store", () => {
  test.each([403, 500, 503])("that answers %i makes the program try again", async (status) => {
    world.cloud.storeFailures.push(status);
    const machine = await inSlot(0);
    const run = await machine.run("boot");
    expect(run.status).toBe(1);
    expect(run.output).toContain("trying again: the store does not give initialized");
    expect(world.cloud.hooks).toEqual([]);
    await machine.boot();
    expectWorks(machine, 0);
  });
});
