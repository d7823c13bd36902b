import { buildLimit, inLab, LabCluster, timed } from "./cluster";
import { writer } from "./clients";
import { images } from "./programs";

const workers = Number(process.env.LAB_WORKERS ?? "10");
const newer = { kubernetesVersion: process.env.LAB_NEWER ?? "1.36.3" };

inLab("an upgrade to the next minor in the lab", () => {
  const cluster = new LabCluster();
  const { lab } = cluster;

  beforeAll(async () => {
    images(newer.kubernetesVersion);
    await timed(`creation of three slots and ${workers} workers`, () => cluster.start().create(workers));
  }, buildLimit);
  afterAll(cluster.stop);

  test("replaces slots, then workers, and loses no acknowledged write", async () => {
    const before = cluster.members();
    const client = writer(lab, cluster.slots[0]);
    // As instance refreshes do, which start at once when the launch templates have changed.
    const replaced: string[] = [];
    let leaving = 0;
    const upgradeSlot = async (index: number) => {
      const old = cluster.slots[index];
      await lab.end(old);
      expect(++leaving).toBe(1);
      await timed(`upgrade of slot ${index}`, () => cluster.complete(cluster.startSlot(index, newer)));
      replaced.push(old.name);
      leaving--;
    };
    const upgradeWorkers = async () => {
      const old = cluster.workers.splice(0);
      old.forEach(() => cluster.startWorker(newer, undefined, 100));
      for (const machine of cluster.workers) await cluster.complete(machine, 1500);
      expect(replaced).toHaveLength(cluster.settings.slots.length);
      for (const machine of old) await lab.end(machine);
    };
    await timed(`upgrade of three slots and ${workers} workers`, () =>
      Promise.all([...cluster.settings.slots.map((_, i) => upgradeSlot(i)), upgradeWorkers()]),
    );
    await cluster.allReady();
    const { acknowledged, failed, longestGap } = client.stop();
    process.stdout.write(
      `lab: ${acknowledged.length} writes acknowledged, ${failed} failed, longest time without one ${longestGap.toFixed(1)} s\n`,
    );
    const kept = new Set(lab.kubectl(cluster.slots[0], "get", "configmap", "-o", "name").split("\n"));
    expect(acknowledged.filter((name) => !kept.has(`configmap/${name}`))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(100);
    expect(cluster.members()).toEqual(before);
    const path = 'jsonpath={range .items[*]}{.status.nodeInfo.kubeletVersion}{"\\n"}{end}';
    const versions = () => lab.kubectl(cluster.slots[0], "get", "nodes", "-o", path).trim().split("\n");
    const count = cluster.slots.length + cluster.workers.length;
    await lab.until(() => versions().length === count, 120, "removal of the nodes whose machines ended");
    expect(new Set(versions())).toEqual(new Set([`v${newer.kubernetesVersion}`]));
  });
});
