import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { useEmptyDirectory } from "../environment/directory";
import { run } from "./command";
import { kubeadm } from "./manifest-files";

useEmptyDirectory();

beforeEach(() => {
  delete process.env.ENVIRONMENTS;
});

const object = (kind: string, name: string, namespace?: string) =>
  JSON.stringify({ apiVersion: "v1", kind, metadata: { name, namespace } });
const network = object("DaemonSet", "cilium", "kube-system");
const manifests = (...objects: string[]) => {
  mkdirSync("environments/manifests", { recursive: true });
  writeFileSync("environments/manifests/pods.yaml", objects.join("\n---\n"));
};
const describeCluster = (settings: object) =>
  writeFileSync(
    "environments/dev.yaml",
    JSON.stringify({
      clusters: [kubeadm({ kubeadm: settings })],
    }),
  );

beforeEach(() => {
  mkdirSync("environments");
  describeCluster({ software: { manifests: "manifests" } });
  manifests(
    network,
    object("CustomResourceDefinition", "things.example.com"),
    object("ConfigMap", "settings", "kube-system"),
  );
  for (const args of [
    ["init", "--quiet"],
    ["add", "."],
    ["commit", "--quiet", "-m", "Start"],
  ])
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args]);
});

test("manifests are in the same folder in a revision", () => {
  expect(run("compare", "git:HEAD")).toEqual({ code: 0, stdout: "nothing changes\n", stderr: "" });
});

test("manifests that are removed stop pods and delete objects", () => {
  manifests(object("ConfigMap", "other", "kube-system"));
  const { code, stdout } = run("compare", "git:HEAD");
  expect(code).toBe(3);
  expect(stdout).toContain(
    "workloads-stopped: DaemonSet kube-system/cilium: no manifest has it any more, so the machines remove it, with its pods",
  );
  expect(stdout).toMatch(
    /data-lost: CustomResourceDefinition things.example.com: .* all objects of its kind/,
  );
  expect(stdout).not.toMatch(/ConfigMap/);
});

test("manifests are removed with their field", () => {
  describeCluster({});
  const { code, stdout } = run("compare", "git:HEAD");
  expect(code).toBe(3);
  expect(stdout).toContain('kubeadm.software.manifests: "manifests" → not set');
  expect(stdout).toContain("workloads-stopped: DaemonSet kube-system/cilium");
});

test("a cloud controller manager that is not wanted any more is removed, unless an own manifest has it", () => {
  const kubeadm = { cloudControllerManager: false, software: { manifests: "manifests" } };
  describeCluster(kubeadm);
  const { code, stdout } = run("compare", "git:HEAD");
  expect(code).toBe(3);
  expect(stdout).toContain("workloads-stopped: DaemonSet kube-system/cloud-controller-manager: no manifest");
  manifests(network, object("DaemonSet", "cloud-controller-manager", "kube-system"));
  expect(run("compare", "git:HEAD").stdout).not.toContain("DaemonSet kube-system/cloud-controller-manager");
});

test("manifests that move to another file stay", () => {
  renameSync("environments/manifests/pods.yaml", "environments/manifests/all.yaml");
  expect(run("compare", "git:HEAD").code).toBe(2);
});
