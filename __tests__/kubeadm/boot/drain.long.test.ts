import { rmSync } from "node:fs";
import { join } from "node:path";
import { cluster, slotSettings, workerSettings } from "./settings";
import { type Machine, World } from "./world";

jest.setTimeout(60_000);

let world: World;
let worker: Machine;

const workerRole = "production-main-worker";
const evictions = (machine: Machine) => machine.calls().filter((call) => call.includes("/eviction"));

/** Writes the pods of a machine: names without and with a PodDisruptionBudget that refuses their eviction. */
function run(machine: { node: string }, free: readonly string[], kept: readonly string[] = []): void {
  world.write("pods", [...free, ...kept].map((name) => `${machine.node} shop ${name}\n`).join(""));
  world.write("budgets", kept.map((name) => `shop ${name}\n`).join(""));
}

const nodeOf = (machine: Machine) => ({ node: machine.hostname });

beforeEach(async () => {
  world = await new World().start();
  world.write("answer", `Approved proved|${Buffer.from("certificate\n").toString("base64")}`);
  for (const key of ["node/ca.crt", "node/join.conf"]) world.cloud.objects.set(key, Buffer.from(key));
  world.writeVersions(cluster);
  worker = await world.addMachine("i-f", workerSettings(), "10.70.10.77", workerRole);
  await worker.boot();
  world.cloud.hooks.length = 0;
});
afterEach(() => world.stop());

test("the timer of a worker starts when it is a node", () => {
  expect(worker.calls()).toContain("systemctl enable --now kubernetes-leave.timer");
});

test("a worker that stays evicts nothing", async () => {
  run(nodeOf(worker), ["api-1"]);
  expect(await worker.run("leave")).toEqual({ status: 0, output: "" });
  expect(evictions(worker)).toEqual([]);
  expect(world.read("cordoned")).toBe("");
  expect(world.cloud.hooks).toEqual([]);
});

test("a worker whose end is withdrawn accepts pods again, once", async () => {
  worker.leaving = true;
  run(nodeOf(worker), [], ["kept"]);
  await worker.spawn("leave").until("pods have not moved");
  worker.leaving = false;
  expect((await worker.run("leave")).output).toContain("the cloud keeps this machine");
  expect(world.read("uncordoned")).toBe(`${worker.hostname}\n`);
  expect(await worker.run("leave")).toEqual({ status: 0, output: "" });
});

test("a worker that is replaced evicts its pods with the identity of its node, and then leaves", async () => {
  worker.leaving = true;
  run(nodeOf(worker), ["api-1", "api-2"]);
  const { status, output } = await worker.run("leave");
  expect(status).toBe(0);
  expect(output).toContain("WAIT: pods have not moved: shop/api-1 shop/api-2\n");
  expect(output).toContain("this machine leaves");
  expect(world.read("pods")).toBe("");
  expect(new Set(world.read("cordoned").trim().split("\n"))).toEqual(new Set([worker.hostname]));
  expect(world.cloud.hooks).toEqual(["i-f leave heartbeat", "i-f leave CONTINUE"]);
  const client = `kubectl --kubeconfig ${worker.root}/etc/kubernetes/kubelet.conf --request-timeout 20s`;
  expect(evictions(worker)).toEqual(
    ["api-1", "api-2"].map(
      (pod) => `${client} create --raw /api/v1/namespaces/shop/pods/${pod}/eviction -f -`,
    ),
  );
});

test("a second run of a worker that left evicts nothing", async () => {
  worker.leaving = true;
  run(nodeOf(worker), ["api-1"]);
  await worker.run("leave");
  const before = evictions(worker);
  expect((await worker.run("leave")).output).toContain("this machine leaves");
  expect(evictions(worker)).toEqual(before);
});

test("a PodDisruptionBudget keeps the machine until it allows the eviction", async () => {
  worker.leaving = true;
  run(nodeOf(worker), ["api-1"], ["database-0"]);
  const leave = worker.spawn("leave");
  await leave.until("WAIT: pods have not moved: shop/database-0 (not evicted)");
  expect(world.read("pods")).toBe(`${worker.hostname} shop database-0\n`);
  expect(new Set(world.cloud.hooks)).toEqual(new Set(["i-f leave heartbeat"]));
  world.write("budgets", "");
  expect((await worker.run("leave")).output).toContain("this machine leaves");
  expect(world.read("pods")).toBe("");
});

test("a pod that is ending is not evicted again, and keeps the machine", async () => {
  worker.leaving = true;
  world.write("pods", `${worker.hostname} shop api-1 2026-11-30T12:00:00Z\n`);
  const leave = worker.spawn("leave");
  await leave.until("WAIT: pods have not moved: shop/api-1\n");
  expect(evictions(worker)).toEqual([]);
});

test("pods keep a machine for 15 minutes at most, also if the program was ended in between", async () => {
  worker.leaving = true;
  run(nodeOf(worker), [], ["database-0"]);
  await worker.spawn("leave").until("WAIT: ");
  const start = Number(worker.read("var/lib/kubernetes-boot/leaving"));
  const since = (seconds: number) =>
    world.write("i-f/var/lib/kubernetes-boot/leaving", String(start - seconds));
  since(800);
  await worker.spawn("leave").until("WAIT: ");
  expect(worker.read("var/lib/kubernetes-boot/leaving")).toBe(String(start - 800));
  since(900);
  const { output } = await worker.run("leave");
  expect(output).toContain("the pods had 900 seconds to move");
  expect(output).toContain("this machine leaves");
  expect(world.cloud.hooks.at(-1)).toBe("i-f leave CONTINUE");
});

test("a machine whose kubelet does not work evicts its pods, and does not wait for them", async () => {
  worker.leaving = true;
  world.write("ready", "Unknown");
  run(nodeOf(worker), ["api-1"], ["database-0"]);
  expect((await worker.run("leave")).output).toContain("this machine leaves");
  expect(evictions(worker)).toHaveLength(2);
});

test("a machine without a node leaves", async () => {
  worker.leaving = true;
  rmSync(join(world.folder, "nodes", worker.hostname));
  expect((await worker.run("leave")).output).toContain("this machine leaves");
});

test("a Spot machine that is interrupted evicts its pods, and sends no answer", async () => {
  worker.interrupted = true;
  run(nodeOf(worker), ["api-1"]);
  const { status, output } = await worker.run("leave");
  expect(status).toBe(0);
  expect(output).not.toContain("does not accept");
  expect(world.read("pods")).toBe("");
  expect(world.cloud.hooks).toEqual([]);
});

test("a control-plane machine evicts its pods when it is its turn", async () => {
  const slots: Machine[] = [];
  world.cloud.objects.clear();
  for (const slot of [0, 1]) {
    world.addDisk(`vol-00000000000000${slot}a`);
    const settings = slotSettings(slot, {}, { slots: cluster.slots.slice(0, 2) });
    slots.push(
      await world.addMachine(
        `i-${slot}`,
        settings,
        cluster.slots[slot].address,
        "production-main-control-plane",
      ),
    );
    await slots[slot].boot();
  }
  const [, { name }] = cluster.slots;
  slots[1].leaving = true;
  run({ node: name }, ["dns-1"]);
  world.write("turn", cluster.slots[0].name);
  await slots[1].spawn("leave").until(`WAIT: the machine of ${cluster.slots[0].name} is replaced`);
  expect(evictions(slots[1])).toEqual([]);
  world.write("turn", "");
  expect((await slots[1].run("leave")).output).toContain("this machine leaves");
  expect(world.read("pods")).toBe("");
  expect(world.read("cordoned").trim()).toMatch(new RegExp(`^(${name}\n?)+$`));
  expect(evictions(slots[1])[0]).toContain("/var/lib/kubernetes-boot/admin.conf ");
});

test("the only control-plane machine evicts nothing: its pods could not move", async () => {
  world.cloud.objects.clear();
  world.addDisk("vol-000000000000000a");
  const [{ name, address }] = cluster.slots;
  const settings = slotSettings(0, {}, { slots: cluster.slots.slice(0, 1) });
  const machine = await world.addMachine("i-0", settings, address, "production-main-control-plane");
  await machine.boot();
  machine.leaving = true;
  run({ node: name }, ["dns-1"]);
  expect((await machine.run("leave")).output).toContain("this machine leaves");
  expect(evictions(machine)).toEqual([]);
});
