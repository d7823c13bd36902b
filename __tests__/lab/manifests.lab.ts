import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filled } from "../../modules/kubeadm/software/manifests";
import type { KubeadmClusterProps } from "../../modules/kubeadm/spec";
import { controllerManagerObjects, onClouds } from "../kubeadm/software/manifests";
import { ApiServer } from "./api-server";

const controllerManager = "system:serviceaccount:kube-system:cloud-controller-manager";

describe("manifests in a real API server", () => {
  const server = new ApiServer("1.35.4");
  const folder = mkdtempSync(join(tmpdir(), "manifests-"));

  beforeAll(() => server.start(), 900_000);

  afterAll(() => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(Object.keys(onClouds) as KubeadmClusterProps["cloud"][])(
    "the cloud controller manager of %s is accepted, and may do what it does",
    (cloud) => {
      const file = join(folder, `${cloud}.json`);
      const items = controllerManagerObjects(onClouds[cloud]());
      writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
      server.kubectl("apply", "--server-side", "--validate=strict", "-f", file);
      const may = (...request: string[]) => server.can(controllerManager, ...request);
      expect(
        [
          "list nodes",
          "watch nodes",
          "patch nodes --subresource=status",
          "delete nodes",
          "create leases.coordination.k8s.io -n kube-system",
          "update leases.coordination.k8s.io/cloud-controller-manager -n kube-system",
          "get configmaps/extension-apiserver-authentication -n kube-system",
          "create tokenreviews.authentication.k8s.io",
          "create events",
        ].filter((request) => !may(...request.split(" "))),
      ).toEqual([]);
      expect(may("get", "secrets", "-n", "kube-system")).toBe(false);
      expect(may("update", "services")).toBe(false);
    },
    120_000,
  );

  test("objects of several namespaces and new kinds are applied, and removed when no manifest has them", () => {
    const group = "example.com";
    const namespace = (name: string) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } });
    const config = (name: string, space: string) => ({
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name, namespace: space },
      data: { a: "b" },
    });
    const definition = {
      apiVersion: "apiextensions.k8s.io/v1",
      kind: "CustomResourceDefinition",
      metadata: { name: `things.${group}` },
      spec: {
        group,
        scope: "Cluster",
        names: { kind: "Thing", plural: "things" },
        versions: [
          {
            name: "v1",
            served: true,
            storage: true,
            schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
          },
        ],
      },
    };
    const thing = { apiVersion: `${group}/v1`, kind: "Thing", metadata: { name: "one" } };
    const apply = (...items: readonly object[]) => {
      const files = join(folder, "set");
      mkdirSync(files, { recursive: true });
      writeFileSync(join(files, "all.json"), JSON.stringify({ apiVersion: "v1", kind: "List", items }));
      const program = [
        "set -euo pipefail",
        "pause=2",
        'kube() { kubectl --kubeconfig "$KUBECONFIG" "$@"; }',
        "source modules/kubeadm/boot/program/timers.sh",
        'apply_set store "$1"',
      ];
      execFileSync("bash", ["-c", program.join("\n"), "bash", files], {
        env: { ...process.env, KUBECONFIG: server.kubeconfig },
        stdio: ["ignore", "pipe", "pipe"],
      });
    };
    apply(namespace("one"), config("a", "one"), config("b", "kube-system"), definition, thing);
    expect(server.kubectl("get", "configmap", "-n", "one", "-o", "name")).toContain("configmap/a");
    expect(server.kubectl("get", "things", "-o", "name")).toContain("/one");
    apply(namespace("one"), config("b", "kube-system"));
    expect(server.kubectl("get", "configmap", "-n", "one", "-o", "name")).not.toContain("configmap/a");
    expect(server.kubectl("get", "crd", "-o", "name")).not.toContain("things");
    expect(server.kubectl("get", "configmap", "b", "-n", "kube-system", "-o", "name")).toContain("b");
    // The last manifest was removed.
    const none = filled([], "store").map(
      ({ content }) => JSON.parse(content) as { metadata: { name: string } },
    );
    apply(...none);
    // No controller manager ends it.
    expect(server.kubectl("get", "namespace", "one", "-o", "jsonpath={.status.phase}")).toBe("Terminating");
    const left = server.kubectl("get", "configmap", "-n", "kube-system", "-o", "name");
    expect(left).not.toMatch(/configmap\/b$/m);
    expect(left).toContain(none[0].metadata.name);
  }, 120_000);
});
