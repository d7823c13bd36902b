import { setTimeout } from "node:timers/promises";
import { buildLimit, inLab, LabCluster, timed } from "./cluster";
import type { LabMachine } from "./lab";

/**
 * Points at which a joining machine is lost: the line of its log, or the object in the store, after which that occurs, and what its replacement
 * does.
 */
const points = [
  { point: "before it is a member", line: "JOIN: the cluster works", decision: "JOIN" },
  { point: "as a member without a vote", line: "Announced new etcd member", decision: "REPLACE" },
  { point: "as a member with a vote", line: "Waiting for the new etcd member", decision: "RESUME" },
  { point: "before it is a node of the control plane", line: "[mark-control-plane]", decision: "RESUME" },
  { point: "at the end of kubeadm join", line: "This node has joined the cluster", decision: "RESUME" },
  { point: "before the launching hook", object: "node/version-1", decision: "RESUME" },
] as const;

inLab("slots that are lost while they join, in the lab", () => {
  let cluster: LabCluster;
  beforeEach(() => void (cluster = new LabCluster().start()), buildLimit);
  afterEach(() => cluster.stop());

  /** Waits for a point, which is short. */
  async function untilPoint(machine: LabMachine, isThere: () => boolean): Promise<void> {
    for (let tries = 0; tries < 6000; tries++) {
      if (isThere()) return;
      await setTimeout(50);
    }
    throw new Error(`the point was not reached:\n${cluster.lab.log(machine)}`);
  }

  test.each(points)("slot 1 is lost $point", async ({ point, decision, ...at }) => {
    const { lab } = cluster;
    await cluster.complete(cluster.startSlot(0));
    const lost = cluster.startSlot(1);
    await untilPoint(lost, () =>
      "line" in at ? lab.log(lost).includes(at.line) : lab.stored().includes(at.object),
    );
    expect(lab.isReady(lost)).toBe(false);
    await lab.lose(lost);
    // The API server of slot 0 notices that etcd has no majority.
    await setTimeout(15_000);
    await timed(`slot 1, lost ${point}: ${decision}`, () => cluster.complete(cluster.startSlot(1)));
    expect(lab.log(cluster.slots[1])).toContain(`kubernetes-boot: ${decision}: `);
    await cluster.complete(cluster.startSlot(2));
    await cluster.allReady();
    const members = cluster.members().map((member) => member.split(" ").slice(1, 3).join(" "));
    expect(members.sort()).toEqual(cluster.settings.slots.map(({ name }) => `started ${name}`));
  });
});
