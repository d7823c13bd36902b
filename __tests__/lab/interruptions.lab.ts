import { existsSync } from "node:fs";
import { join } from "node:path";
import { numbers } from "../kubeadm/boot/numbers";
import { buildLimit, inLab, LabCluster, timed } from "./cluster";

const kills = Number(process.env.LAB_KILLS ?? "20");
const seed = Number(process.env.LAB_SEED ?? "1");

inLab("interruptions of the boot program in the lab", () => {
  let cluster: LabCluster;
  beforeEach(() => void (cluster = new LabCluster().start()), buildLimit);
  afterEach(() => cluster.stop());

  test("the first slot is lost before it has finished INIT", async () => {
    const { lab } = cluster;
    const dead = cluster.startSlot(0);
    for (const index of [1, 2]) cluster.startSlot(index);
    await lab.until(
      () => existsSync(join(dead.folder, "root/var/log/containers")) && lab.log(dead).includes("INIT: "),
      300,
      "INIT",
      dead,
    );
    // kubeadm init has written the data of etcd.
    await lab.until(() => lab.on(dead, "ls", "/var/lib/etcd/data/member/snap/db") !== "", 300, "etcd", dead);
    expect(lab.isReady(dead)).toBe(false);
    await timed("creation after the loss of slot 0 during INIT", async () => {
      await cluster.replaceSlot(0);
      for (const machine of cluster.slots) await cluster.complete(machine);
      await cluster.allReady();
    });
    expect(lab.log(cluster.slots[0])).toContain("INIT: there is no cluster");
    expect(cluster.members()).toHaveLength(3);
  });

  test(`the boot program is killed ${kills} times (LAB_SEED=${seed})`, async () => {
    const { lab } = cluster;
    const random = numbers(seed);
    await timed(`creation with ${kills} kills`, async () => {
      cluster.settings.slots.forEach((_, i) => cluster.startSlot(i));
      for (let killed = 0; killed < kills;) {
        await new Promise((done) => setTimeout(done, 1000 + random() * 9000));
        const running = cluster.slots.filter((machine) => !lab.isReady(machine));
        // Later kills meet the program when it finds nothing to do.
        const candidates = running.length > 0 ? running : cluster.slots;
        const machine = candidates[Math.floor(random() * candidates.length)];
        if (running.length === 0) lab.on(machine, "systemctl", "start", "kubernetes-boot");
        if (lab.killBoot(machine)) killed++;
      }
      for (const machine of cluster.slots) await cluster.complete(machine);
      await cluster.allReady();
    });
    expect(
      cluster
        .members()
        .map((member) => member.split(" ").slice(1, 3).join(" "))
        .sort(),
    ).toEqual(cluster.settings.slots.map(({ name }) => `started ${name}`));
  });
});
