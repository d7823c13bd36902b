import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab, LabMachine } from "./lab";

/** What a writer did. */
export interface Writes {
  /** Names of the objects that the API server acknowledged. */
  readonly acknowledged: readonly string[];
  readonly failed: number;
  /** The longest time between two acknowledged writes in seconds. */
  readonly longestGap: number;
}

/** The answers that clients got. */
export interface Answers {
  /** The longest time in which no client got an answer, in seconds. */
  readonly longestGap: number;
  readonly failed: number;
  readonly all: number;
}

/** The longest time between two successes in seconds; the start and the end of the clients count as such. */
function longestGap(start: number, successes: readonly number[]): number {
  const times = [start, ...successes, Date.now() / 1000].sort((a, b) => a - b);
  return Math.max(...times.slice(1).map((time, i) => time - times[i]));
}

/**
 * Asks for /readyz through the load balancer with five clients all the time. The load balancer still sends some of their connections to a lost slot
 * until its checks fail twice: the API is unavailable while no client gets an answer.
 */
export function probe(lab: Lab): { stop(): Answers } {
  const start = Date.now() / 1000;
  const file = join(lab.folder, `probe-${start}`);
  const request = "curl -sfk -m 2 -o /dev/null https://10.70.0.5:6443/readyz";
  const client = `while :; do ${request} && echo "$EPOCHREALTIME yes" || echo "$EPOCHREALTIME no"; sleep 0.1; done`;
  const clients = Array.from({ length: 5 }, () => lab.service("probe", "bash", "-c", `${client} >>${file}`));
  return {
    stop: () => {
      for (const child of clients) child.kill("SIGKILL");
      const lines = readFileSync(file, "utf8").trim().split("\n");
      const answered = lines.filter((line) => line.endsWith(" yes"));
      return {
        longestGap: longestGap(start, answered.map(parseFloat)),
        failed: lines.length - answered.length,
        all: lines.length,
      };
    },
  };
}

/** Creates an object after the other through the load balancer as an administrator, until it is stopped. */
export function writer(lab: Lab, machine: LabMachine): { stop(): Writes } {
  const file = join(lab.folder, "writer");
  for (const part of ["certificate", "key"]) {
    const path = `{.users[0].user.client-${part}-data}`;
    const data = lab.kubectl(machine, "config", "view", "--raw", "-o", `jsonpath=${path}`);
    writeFileSync(`${file}.${part}`, Buffer.from(data, "base64"), { mode: 0o600 });
  }
  const object = `{\\"apiVersion\\":\\"v1\\",\\"kind\\":\\"ConfigMap\\",\\"metadata\\":{\\"name\\":\\"write-$n\\"}}`;
  const request = `curl -sk -m 10 --cert ${file}.certificate --key ${file}.key -o /dev/null -w '%{http_code}'`;
  const url = "https://10.70.0.5:6443/api/v1/namespaces/default/configmaps";
  const create = `${request} -H 'Content-Type: application/json' -d "${object}" ${url}`;
  const loop = `n=0; while :; do n=$((n + 1)); echo "$EPOCHREALTIME write-$n $(${create})"; sleep 0.05; done >${file}.log`;
  const start = Date.now() / 1000;
  const child = lab.service("writer", "bash", "-c", loop);
  return {
    stop: () => {
      child.kill("SIGKILL");
      const lines = readFileSync(`${file}.log`, "utf8").split("\n").slice(0, -1);
      const writes = lines.map((line) => line.split(" "));
      const acknowledged = writes.filter(([, , status]) => status === "201");
      return {
        acknowledged: acknowledged.map(([, name]) => name),
        failed: writes.length - acknowledged.length,
        longestGap: longestGap(
          start,
          acknowledged.map(([time]) => Number(time)),
        ),
      };
    },
  };
}
