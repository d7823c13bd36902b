import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createHash } from "node:crypto";
import { checksumsText } from "../../cli/software";
import { run } from "./command";

beforeEach(() => {
  process.env.ENVIRONMENTS = "examples";
});
afterEach(() => {
  delete process.env.ENVIRONMENTS;
});

const linesOf = (...stacks: string[]) => {
  const { code, stdout } = run("software", ...stacks);
  expect(code).toBe(0);
  return stdout.trimEnd().split("\n");
};

test("the files of a kubeadm cluster are listed with checksum and path, those of the authenticator on AWS only", () => {
  const lines = linesOf("kubeadm-main");
  for (const line of lines) expect(line).toMatch(/^[0-9a-f]{64} {2}(dl\.k8s\.io|github\.com)\/\S+amd64\S*$/);
  const names = lines.map((line) =>
    line
      .split("/")
      .at(-1)!
      .replace(/[-._]v?\d.*$/, ""),
  );
  expect(names).toEqual([
    "kubeadm",
    "kubectl",
    "kubelet",
    "containerd",
    "cni-plugins-linux-amd64",
    "aws-iam-authenticator",
    "crictl",
    "runc.amd64",
  ]);
  expect(linesOf("kubeadm-google-main").join()).not.toContain("aws-iam-authenticator");
});

test("a file that several clusters download is listed once, and other platforms are omitted", () => {
  const all = linesOf();
  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining(linesOf("kubeadm-main")));
});

test("the files are listed before the manifests exist", () => {
  const folder = mkdtempSync(join(tmpdir(), "software-"));
  const cluster = readFileSync("examples/kubeadm.yaml", "utf8").replace(
    /^( +)controlPlane:/m,
    "$1kubeadm: { software: { manifests: manifests/main } }\n$1controlPlane:",
  );
  expect(cluster).toContain("manifests/main");
  writeFileSync(join(folder, "kubeadm.yaml"), cluster);
  process.env.ENVIRONMENTS = folder;
  expect(linesOf("kubeadm-main")).toHaveLength(8);
  const { code, stderr } = run("validate");
  expect(code).toBe(1);
  expect(stderr).toContain("no such folder: copy your manifests to it, or run npx cdktf-clusters manifests");
  // The missing folder is the cause.
  expect(stderr).not.toContain("no manifest has the DaemonSet");
});

test("the JSON has the URL of each file", () => {
  const { stdout } = run("software", "kubeadm-main", "--format", "json");
  const files = JSON.parse(stdout) as { path: string; url: string; sha256: string }[];
  expect(files.map(({ url }) => url)).toEqual(files.map(({ path }) => `https://${path}`));
  expect(checksumsText(files)).toBe(run("software", "kubeadm-main").stdout);
});

test("clusters of other platforms download no programs", () => {
  expect(run("software", "aks-private-vault")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      "only machines of kubeadm clusters download programs, and no selected stack is one\n",
    ) as string,
  });
});

test("sha256sum accepts the list", () => {
  const folder = mkdtempSync(join(tmpdir(), "software-"));
  try {
    const path = "files.example.com/tool";
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), "tool");
    const sha256 = createHash("sha256").update("tool").digest("hex");
    writeFileSync(join(folder, "SHA256SUMS"), checksumsText([{ path, url: `https://${path}`, sha256 }]));
    const checked = () =>
      execFileSync("sha256sum", ["--check", "SHA256SUMS"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    expect(checked()).toBe(`${path}: OK\n`);
    writeFileSync(join(folder, path), "other");
    expect(checked).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
