import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export const here = resolve("__tests__/lab");

/** Versions of the programs that the lab builds. */
const versions = { etcd: "3.6.8", containerd: "2.2.9", crictl: "1.34.0", authenticator: "0.6.13" } as const;

/** The folder of the programs that were built, and of running labs. */
export function cache(): string {
  const { LAB_CACHE, XDG_CACHE_HOME = join(homedir(), ".cache") } = process.env;
  const folder = LAB_CACHE ?? join(XDG_CACHE_HOME, "cdktf-clusters-lab");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Namespaces, cgroups and root, without which the lab cannot run; the reason if one is missing. */
export function missingRequirement(): string | undefined {
  if (process.getuid?.() !== 0) return "the lab needs root";
  for (const program of ["go", "gcc", "runc", "haproxy", "conntrack", "jq", "ip", "unshare", "nsenter"]) {
    try {
      execFileSync("which", [program], { stdio: "ignore" });
    } catch {
      return `the lab needs ${program}`;
    }
  }
  if (!existsSync("/usr/lib/cni/bridge")) return "the lab needs Debian's containernetworking-plugins";
  try {
    execFileSync("unshare", ["--net", "--mount", "--uts", "--pid", "--fork", "true"], { stdio: "ignore" });
  } catch {
    return "the lab needs namespaces";
  }
  return existsSync("/sys/fs/cgroup/memory") ? undefined : "the lab needs cgroups of version 1";
}

/** Runs a program, and returns its output. */
export const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 28 });

const built = new Map<string, string>();

/** Runs build.sh or images.sh, and returns the folder that it prints. */
function build(script: string, ...args: string[]): string {
  const key = [script, ...args].join(" ");
  if (!built.has(key)) built.set(key, run(join(here, script), ...args).trim());
  return built.get(key)!;
}

/** The folders of the programs of a machine. */
export const builtPrograms = (version: string): readonly string[] => [
  build("build.sh", "kubernetes", version),
  build("build.sh", "containerd", versions.containerd),
  build("build.sh", "crictl", versions.crictl),
  build("build.sh", "authenticator", versions.authenticator),
];

/** The cloud controller manager of AWS. */
export const builtControllerManager = (version: string): string =>
  join(build("build.sh", "cloud-controller-manager", version), "cloud-controller-manager");

/** kubeadm of a version. */
export const builtKubeadm = (version: string): string =>
  join(build("build.sh", "kubeadm", version), "kubeadm");

/** Makes a folder with links to all programs of a machine. */
export function linkPrograms(version: string, folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder);
  for (const from of builtPrograms(version)) {
    for (const name of readdirSync(from)) {
      if (name !== "complete") symlinkSync(join(from, name), join(folder, name));
    }
  }
}

/** The folder of containerd that has the images of a version. */
export const images = (version: string): string =>
  join(build("images.sh", version, versions.etcd, versions.containerd), "root");

/**
 * Copies the images of a version to a folder of containerd. They are hard links, because containerd and the overlays of containers never
 * change their files; its databases are copies.
 */
export function copyImages(version: string, folder: string): void {
  const from = images(version);
  run("cp", "-al", from, folder);
  for (const file of run("find", from, "-name", "*.db", "-printf", "%P\\n").trim().split("\n")) {
    cpSync(join(from, file), join(folder, `${file}.copy`));
    run("mv", join(folder, `${file}.copy`), join(folder, file));
  }
}

/** The image of the first container of each pod. */
export function pauseImage(version: string): string {
  const kubeadm = join(build("build.sh", "kubernetes", version), "kubeadm");
  const images = run(kubeadm, "config", "images", "list", "--kubernetes-version", `v${version}`);
  return images.split("\n").find((image) => image.includes("/pause:"))!;
}
