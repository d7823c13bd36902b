import { setTimeout } from "node:timers/promises";
import { buildLimit, inLab, LabCluster, timed } from "./cluster";
import { cluster as settings } from "./settings";

interface Pod {
  readonly metadata: { readonly deletionTimestamp?: string };
  readonly spec: { readonly nodeName: string };
  /** A new pod has no conditions. */
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

inLab("a worker that is replaced, in the lab", () => {
  const cluster = new LabCluster({ ...settings, slots: settings.slots.slice(0, 1) });
  const { lab } = cluster;

  /** The nodes of the pods that are ready. */
  const ready = (): readonly string[] => {
    const text = lab.kubectl(cluster.slots[0], "get", "pods", "-l", "app=web", "-o", "json");
    return (JSON.parse(text) as { items: Pod[] }).items
      .filter(
        ({ metadata, status }) =>
          metadata.deletionTimestamp === undefined &&
          status.conditions?.some((one) => one.type === "Ready" && one.status === "True"),
      )
      .map(({ spec }) => spec.nodeName);
  };

  beforeAll(async () => {
    await timed("creation of a slot and a worker", () => cluster.start().create(1));
  }, buildLimit);
  afterAll(cluster.stop);

  test("ends when its pods work on another one, as their PodDisruptionBudget asks for", async () => {
    const [old] = cluster.workers;
    lab.apply(cluster.slots[0], ...web(lab.imageOfPause(old)));
    await lab.until(() => ready().length === 2, 120, "two pods on the worker");
    expect(ready()).toEqual([old.name, old.name]);
    const next = cluster.startWorker();
    await cluster.complete(next);
    await cluster.allReady();

    let least = 2;
    let atEnd: readonly string[] = [];
    let hasEnded = false;
    const watched = (async () => {
      while (!hasEnded) {
        least = Math.min(least, ready().length);
        await setTimeout(200);
      }
    })();
    const ended = timed("end of a worker with two pods", () => lab.end(old, 300, () => (atEnd = ready())));
    // Both end before the test does, also if one fails.
    const results = await Promise.allSettled([ended.finally(() => (hasEnded = true)), watched]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    cluster.workers.shift();
    expect(least).toBeGreaterThanOrEqual(1);
    expect(atEnd).toEqual([next.name, next.name]);
    // The budget refused the second pod until the first one worked on the other node.
    expect(lab.log(old, "kubernetes-leave")).toMatch(/WAIT: pods have not moved:.* default\/web-\S+ \(not/);
  });
});

/** Two pods, of which one works at all times. */
function web(image: string): object[] {
  const labels = { app: "web" };
  const metadata = { name: "web", namespace: "default" };
  const selector = { matchLabels: labels };
  const spec = {
    terminationGracePeriodSeconds: 3,
    automountServiceAccountToken: false,
    containers: [{ name: "web", image, imagePullPolicy: "Never" }],
  };
  return [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata,
      spec: { replicas: 2, selector, template: { metadata: { labels }, spec } },
    },
    { apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata, spec: { minAvailable: 1, selector } },
  ];
}
