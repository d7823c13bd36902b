import { buildLimit, inLab, LabCluster, timed } from "./cluster";

inLab("a cluster in the lab", () => {
  const cluster = new LabCluster();
  beforeAll(() => void cluster.start(), buildLimit);
  afterAll(cluster.stop);

  test("three slots and two workers are created at once", async () => {
    await timed("creation of three slots and two workers", () => cluster.create(2));
    expect(cluster.members()).toHaveLength(3);
  });

  test("nodes start with the taint of the cloud, which the cloud controller manager removes", async () => {
    const { lab, slots, workers } = cluster;
    const names = [...slots, ...workers].map(({ name }) => name).sort();
    const ofNodes = (path: string) =>
      lab
        .kubectl(slots[0], "get", "nodes", "-o", `jsonpath={range .items[*]}{${path}}{"\\n"}{end}`)
        .trimEnd()
        .split("\n");
    const isTainted = () => ofNodes(".spec.taints").some((taints) => taints.includes("uninitialized"));
    await lab.until(() => !isTainted(), 60, "nodes without the taint", slots[0]);
    expect(ofNodes(".metadata.name").sort()).toEqual(names);
    // The stand-in labels only nodes that have the taint. Its log can lack one whose request took too long.
    expect(ofNodes(".metadata.labels.topology\\.kubernetes\\.io/zone")).toEqual(
      names.map(() => "eu-central-1a"),
    );
  });

  test("nodes of the control plane are no targets of load balancers of Services", () => {
    const { lab, slots } = cluster;
    const label = "node.kubernetes.io/exclude-from-external-load-balancers";
    const names = lab.kubectl(slots[0], "get", "nodes", "-l", label, "-o", "name").trim().split("\n");
    expect(names.sort()).toEqual(slots.map(({ name }) => `node/${name}`).sort());
  });

  test("the API server reads logs from kubelets, whose certificates it checks", async () => {
    const { lab, slots } = cluster;
    const api = slots.map(({ name }) => `kube-apiserver-${name}`);
    const logs = () => api.map((pod) => lab.kubectl(slots[0], "-n", "kube-system", "logs", pod, "--tail=1"));
    await lab.until(() => logs().every((text) => text !== ""), 60, "logs", slots[0]);
    // Kubelets have no certificate of the API server's authority without the approval of the boot program.
    const approved = slots.map((machine) => lab.log(machine, "kubernetes-approve")).join("");
    expect(approved.match(/approved csr-/g)!.length).toBeGreaterThanOrEqual(api.length);
  });

  test("a lost slot continues as the same member, and the API is unavailable for at most 10 s", async () => {
    const before = cluster.members();
    const gap = await cluster.loseSlot(0);
    expect(cluster.lab.log(cluster.slots[0])).toContain("RESUME: the disk has the data of this slot");
    expect(cluster.members()).toEqual(before);
    expect(gap).toBeLessThan(10);
  });
});
