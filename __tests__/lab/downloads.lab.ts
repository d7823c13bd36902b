import type { SoftwareSettings } from "../../modules/kubeadm/boot/settings";
import { buildLimit, inLab, LabCluster, timed } from "./cluster";
import { writeAssets } from "./downloads";
import { cluster as settings } from "./settings";

inLab("machines whose image has no programs", () => {
  const cluster = new LabCluster({ ...settings, slots: settings.slots.slice(0, 1) });
  const { lab } = cluster;
  let software: SoftwareSettings;
  beforeAll(() => {
    software = writeAssets(lab.folder);
    cluster.start();
  }, buildLimit);
  afterAll(cluster.stop);

  test("download the programs from the store, start them with the units of this project and become nodes", async () => {
    await timed("creation of a slot and a worker that download programs", async () => {
      for (const machine of [cluster.startSlot(0, { software }), cluster.startWorker({ software })]) {
        await cluster.complete(machine);
      }
      await cluster.allReady();
    });
    for (const machine of [...cluster.slots, ...cluster.workers]) {
      const found = lab
        .on(machine, "bash", "-c", "command -v kubeadm kubelet containerd runc crictl")
        .split("\n");
      expect(found.slice(0, -1)).toEqual([
        ...["/usr/local/bin/kubeadm", "/usr/local/bin/kubelet", "/usr/local/bin/containerd"],
        ...["/usr/local/sbin/runc", "/usr/local/bin/crictl"],
      ]);
      // Archives have the users of the machines that made them.
      expect(lab.on(machine, "stat", "-c", "%U %a", "/usr/local/bin/containerd", "/opt/cni/bin/bridge")).toBe(
        "root 755\nroot 755\n",
      );
    }
  });

  test("refuse a program whose checksum differs", async () => {
    const files = software.files.map((file) =>
      file.path.endsWith("/kubelet") ? { ...file, sha256: "0".repeat(64) } : file,
    );
    const machine = cluster.startWorker({ software: { ...software, files } });
    const reason = /refused: dl\.k8s\.io\/.*\/kubelet must have the SHA-256 0{64}, got [0-9a-f]{64}/;
    await lab.until(() => lab.hooks().includes(`${machine.id} ABANDON`), 300, "the refusal", machine);
    expect(lab.log(machine)).toMatch(reason);
    expect(cluster.readyNodes()).toHaveLength(2);
  });
});
