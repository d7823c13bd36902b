import { Lab, type LabMachine, missingRequirement } from "./lab";
import { cluster, slot, worker } from "./settings";

const missing = missingRequirement();
const inLab = missing === undefined || process.env.REQUIRE_LAB === "1" ? describe : describe.skip;
if (missing !== undefined) console.log(`skipped: ${missing}`);

const seconds = (start: number) => Math.round((Date.now() - start) / 100) / 10;

inLab("a cluster in the lab", () => {
  const lab = new Lab(cluster);
  const slots: LabMachine[] = [];
  const report = (what: string, value: number) => console.log(`${what}: ${value} s`);

  beforeAll(() => {
    lab.start();
    for (const { index } of cluster.slots.map((_, i) => ({ index: i })))
      lab.addDisk(`vol-00000000000000${index}a`);
  });
  afterAll(() => lab.stop());

  const readyNodes = (machine: LabMachine) =>
    lab
      .kubectl(machine, "get", "nodes", "--no-headers")
      .split("\n")
      .filter((line) => / Ready /.test(line)).length;
  const memberIds = (machine: LabMachine) =>
    lab
      .etcdctl(machine, "member", "list")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(", ").slice(0, 4).join(" "))
      .sort();

  test("is created by three slots and a worker, one after another", async () => {
    const start = Date.now();
    const workers = [lab.addMachine(worker(), "10.70.40.11")];
    cluster.slots.forEach(({ address }, i) => slots.push(lab.addMachine(slot(i), address)));
    for (const machine of [...slots, ...workers])
      await lab.until(() => lab.isReady(machine), 600, machine.name, machine);
    await lab.until(() => readyNodes(slots[0]) === 4, 120, "four Ready nodes", slots[0]);
    report("creation of three slots and a worker", seconds(start));
    expect(memberIds(slots[0])).toHaveLength(3);
  });

  test("continues as the same member after a slot was lost", async () => {
    const before = memberIds(slots[1]);
    const start = Date.now();
    await lab.lose(slots[0]);
    await lab.until(() => readyNodes(slots[1]) >= 3, 60, "API server of slot 1", slots[1]);
    slots[0] = lab.addMachine(slot(0), cluster.slots[0].address);
    await lab.until(() => lab.isReady(slots[0]), 300, "RESUME", slots[0]);
    report("RESUME of slot 0", seconds(start));
    expect(lab.log(slots[0])).toContain("RESUME: the disk has the data of this slot");
    expect(memberIds(slots[1])).toEqual(before);
  });
});
