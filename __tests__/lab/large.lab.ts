import { buildLimit, inLab, LabCluster, timed } from "./cluster";

inLab("the reference cluster in the lab", () => {
  const cluster = new LabCluster();
  beforeAll(() => void cluster.start(), buildLimit);
  afterAll(cluster.stop);

  test("three slots and ten workers are created at once", async () => {
    await timed("creation of three slots and ten workers", () => cluster.create(10));
    expect(cluster.members()).toHaveLength(3);
    expect(cluster.readyNodes()).toHaveLength(13);
  });
});
