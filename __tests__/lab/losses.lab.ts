import { buildLimit, inLab, LabCluster, timed } from "./cluster";
import { cluster as settings, diskOf } from "./settings";

const slots = settings.slots.map((_, i) => i);
const restore = { etcd: { ...settings.etcd, restore: "newest-1" } };

inLab("machines and disks that are lost, in the lab", () => {
  const cluster = new LabCluster();
  const { lab } = cluster;
  const kubectl = (...args: string[]) => lab.kubectl(cluster.slots[0], ...args);
  const boot = (index: number, command: string) =>
    lab.on(cluster.slots[index], "/usr/local/lib/kubernetes-boot/boot.sh", command);

  beforeAll(async () => {
    await timed("creation of three slots and a worker", () => cluster.start().create(1));
  }, buildLimit);
  afterAll(cluster.stop);

  test.each(slots)("slot %d continues as the same member", async (index) => {
    const other = (index + 1) % slots.length;
    const before = cluster.members(cluster.slots[other]);
    const gap = await cluster.loseSlot(index);
    expect(lab.log(cluster.slots[index])).toContain("RESUME: the disk has the data of this slot");
    expect(cluster.members()).toEqual(before);
    expect(gap).toBeLessThan(10);
  });

  test("a slot whose disk is lost is a new member in place of the old one", async () => {
    const before = cluster.members();
    await lab.lose(cluster.slots[1]);
    lab.addDisk(diskOf(1));
    await timed("REPLACE of slot 1", () => cluster.complete(cluster.startSlot(1)));
    await cluster.allReady();
    expect(lab.log(cluster.slots[1])).toContain("REPLACE: ");
    const members = cluster.members();
    expect(members).toHaveLength(3);
    expect(members.filter((member) => before.includes(member))).toHaveLength(2);
  });

  test("a snapshot restores what it has after two slots were lost with their disks", async () => {
    kubectl("create", "configmap", "before-snapshot");
    for (const index of slots) boot(index, "backup");
    kubectl("create", "configmap", "after-snapshot");
    for (const index of [0, 1]) {
      await lab.lose(cluster.slots[index]);
      lab.addDisk(diskOf(index));
    }
    await timed("RESTORE of slot 0", () => cluster.complete(cluster.startSlot(0, restore)));
    await timed("slot 1 after RESTORE", () => cluster.complete(cluster.startSlot(1, restore)));
    await timed("slot 2 after RESTORE", () => cluster.replaceSlot(2, restore));
    await cluster.allReady();
    expect(lab.log(cluster.slots[0])).toContain("RESTORE: ");
    expect(kubectl("get", "configmap", "-o", "name")).toContain("before-snapshot");
    expect(kubectl("get", "configmap", "-o", "name")).not.toContain("after-snapshot");
    expect(cluster.members()).toHaveLength(3);
  });
});
