import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

interface Node {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly providerID?: string; readonly taints?: readonly { readonly key: string }[] };
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

const uninitialized = "node.cloudprovider.kubernetes.io/uninitialized";

/**
 * A stand-in for what the cloud controller manager does with nodes: it labels a new node with its zone and removes the taint with which
 * it started, and deletes a node that does not report and whose machine has ended. It uses the certificate of an administrator.
 *
 * @see https://kubernetes.io/docs/concepts/architecture/cloud-controller/#node-controller
 */
export async function main(): Promise<void> {
  const [, , folder] = process.argv;
  for (;;) {
    await setTimeout(1000);
    try {
      control(folder);
    } catch {
      // The API server does not answer, or a machine has just ended.
    }
  }
}

function control(folder: string): void {
  const kubeconfig = readdirSync(join(folder, "machines"))
    .map((id) => join(folder, "machines", id, "root/etc/kubernetes/admin.conf"))
    .find((file) => existsSync(file));
  if (kubeconfig === undefined) return;
  const { machines, endpoint, region } = JSON.parse(readFileSync(join(folder, "cloud.json"), "utf8")) as {
    machines: { id: string }[];
    endpoint: string;
    region: string;
  };
  const kubectl = (...args: string[]) =>
    execFileSync(
      "kubectl",
      [
        ...["--kubeconfig", kubeconfig, "--server", "https://10.70.0.5:6443", "--tls-server-name", endpoint],
        ...["--request-timeout", "5s", ...args],
      ],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
  const { items } = JSON.parse(kubectl("get", "nodes", "-o", "json")) as { items: Node[] };
  for (const { metadata, spec, status } of items) {
    const exists = machines.some(({ id }) => spec.providerID?.endsWith(`/${id}`));
    const isReady = status.conditions?.some((one) => one.type === "Ready" && one.status === "True");
    if (!exists && !isReady) {
      kubectl("delete", "node", metadata.name);
      console.log(`deleted ${metadata.name}`);
    } else if (exists && spec.taints?.some(({ key }) => key === uninitialized)) {
      const zone = spec.providerID!.split("/").at(-2)!;
      const labels = { region, zone };
      kubectl(
        ...["label", "--overwrite", "node", metadata.name],
        ...Object.entries(labels).map(([name, value]) => `topology.kubernetes.io/${name}=${value}`),
      );
      kubectl("taint", "node", metadata.name, `${uninitialized}-`);
      console.log(`initialized ${metadata.name}`);
    }
  }
}
