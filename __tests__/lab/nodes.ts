import { createServer, type Server } from "node:https";
import { networkInterfaces } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { KubernetesObject } from "../workloads/helm";
import type { ApiServer } from "./api-server";

/** A node as its cloud would register it. */
export interface NodeSpec {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly taints?: readonly { readonly key: string; readonly value?: string; readonly effect: string }[];
}

/** Milliseconds between two looks at the pods. */
const interval = 200;

/** Pods listen at an address of the machine: those of loopback are refused in endpoints. */
const address = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === "IPv4")?.address;

/**
 * Nodes without machines. Kubernetes schedules pods to them, and this stand-in for kubelets reports that pods run, that those of Jobs have
 * succeeded, and that deleted ones are gone. No program of a pod runs.
 */
export class Nodes {
  private isStopped = false;
  private loop: Promise<void> | undefined;

  constructor(private readonly server: ApiServer) {}

  /** Registers nodes, and reports on their pods until {@link stop}. */
  async start(nodes: readonly NodeSpec[]): Promise<void> {
    for (const { name, labels, taints = [] } of nodes) {
      const resources = { cpu: "8", memory: "32Gi", pods: "110" };
      await this.server.call("POST", "/api/v1/nodes", {
        metadata: {
          name,
          labels: { "kubernetes.io/hostname": name, "kubernetes.io/os": "linux", ...labels },
        },
        status: {
          allocatable: resources,
          capacity: resources,
          conditions: [{ type: "Ready", status: "True" }],
        },
      });
      // The API server taints new nodes as not ready.
      await this.server.call("PATCH", `/api/v1/nodes/${name}`, { spec: { taints } });
    }
    this.loop = this.report();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.loop;
  }

  private async report(): Promise<void> {
    while (!this.isStopped) {
      const list = await this.server.call<KubernetesObject>("GET", "/api/v1/pods").catch(() => undefined);
      for (const pod of list?.items ?? []) {
        // Another change came first: the next turn reads it.
        await this.reportOn(pod).catch(() => undefined);
      }
      await sleep(interval);
    }
  }

  private async reportOn(pod: KubernetesObject): Promise<void> {
    const { metadata, spec, status } = pod;
    if (spec.nodeName === undefined) return;
    const path = `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`;
    if (metadata.deletionTimestamp !== undefined)
      return void (await this.server.call("DELETE", `${path}?gracePeriodSeconds=0`));
    if (status.phase !== "Pending") return;
    const isJob = metadata.ownerReferences?.some(({ kind }: KubernetesObject) => kind === "Job") === true;
    const now = new Date().toISOString();
    const ready = isJob ? "False" : "True";
    await this.server.call("PATCH", `${path}/status`, {
      status: {
        phase: isJob ? "Succeeded" : "Running",
        startTime: now,
        podIP: address,
        podIPs: [{ ip: address }],
        conditions: ["Initialized", "PodScheduled", "ContainersReady", "Ready"].map((type) => ({
          type,
          status: type.endsWith("Ready") ? ready : "True",
          lastTransitionTime: now,
        })),
        containerStatuses: spec.containers.map(({ name, image }: KubernetesObject) => ({
          name,
          image,
          imageID: image,
          ready: !isJob,
          started: !isJob,
          restartCount: 0,
          state: isJob
            ? { terminated: { exitCode: 0, startedAt: now, finishedAt: now } }
            : { running: { startedAt: now } },
        })),
      },
    });
  }
}

/** Answers the webhook of a pod, at the port of the pod, with the certificate in a Secret of its chart: everything is allowed. */
export class Webhook {
  private server: Server | undefined;

  constructor(
    private readonly api: ApiServer,
    private readonly secret: string,
    private readonly port: number,
  ) {}

  /** Waits for the Secret, and answers until {@link stop}. */
  async start(isOver: () => boolean): Promise<void> {
    for (;;) {
      const found = await this.api.call<KubernetesObject>("GET", this.secret).catch(() => undefined);
      if (found) return this.listen(found.data);
      if (isOver()) return;
      await sleep(interval);
    }
  }

  private listen(data: Readonly<Record<string, string>>): Promise<void> {
    const text = (name: string) => Buffer.from(data[name], "base64");
    this.server = createServer({ key: text("tls.key"), cert: text("tls.crt") }, (incoming, outgoing) => {
      let body = "";
      incoming.on("data", (part: string) => (body += part));
      incoming.on("end", () => {
        const { apiVersion, kind, request } = JSON.parse(body) as KubernetesObject;
        const review = { apiVersion, kind, response: { uid: request.uid, allowed: true } };
        outgoing.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(review));
      });
    });
    return new Promise((done) => this.server!.listen(this.port, address, done));
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}
