import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
});
