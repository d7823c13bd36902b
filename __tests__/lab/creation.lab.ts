import { buildLimit, inLab, LabCluster, timed } from "./cluster";

inLab("a cluster in the lab", () => {
  const cluster = new LabCluster();
  beforeAll(() => void cluster.start(), buildLimit);
  afterAll(cluster.stop);

  test("three slots and two workers are created at once", async () => {
    await timed("creation of three slots and two workers", () => cluster.create(2));
    expect(cluster.members()).toHaveLength(3);
  });

  test("a lost slot continues as the same member, and the API is unavailable for at most 10 s", async () => {
    const before = cluster.members();
    const gap = await cluster.loseSlot(0);
    expect(cluster.lab.log(cluster.slots[0])).toContain("RESUME: the disk has the data of this slot");
    expect(cluster.members()).toEqual(before);
    expect(gap).toBeLessThan(10);
  });
});
