import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { SoftwareFile, SoftwareSettings } from "../../modules/kubeadm/boot/settings";
import { bootFile, softwareFiles } from "../../modules/kubeadm/software/files";
import { type KubernetesMinor, minorVersions } from "../../modules/kubeadm/software/versions";
import { minorOf } from "../../modules/kubeadm/versions";
import { builtPrograms, run } from "./programs";
import { cluster } from "./settings";

/**
 * Writes the programs of a machine to the store's `assets/`, each in the file, and below the path, that this project has for it, and returns the
 * settings with which machines download them. The checksums are those of programs that the lab built.
 */
export function writeAssets(store: string): SoftwareSettings {
  const version = cluster.kubernetesVersion;
  const files = softwareFiles({
    cloud: "aws",
    name: "main",
    region: cluster.region,
    kubernetesVersion: version,
    access: { admins: ["arn:aws:iam::111122223333:role/PlatformAdmin"] },
    controlPlane: { machines: 1, machineType: "m7i.large" },
    nodeGroups: [],
    kubeadm: { software: { source: "store" } },
  })
    .filter(({ architecture }) => architecture === "amd64")
    .map(bootFile);
  const folders = builtPrograms(version);
  for (const file of files) {
    const path = join(store, "assets", file.path);
    mkdirSync(dirname(path), { recursive: true });
    if (file.kind === "archive") pack(file, folders, path);
    else copyFileSync(programOf(file, folders), path);
  }
  return {
    source: "store",
    files: files.map((file) => ({ ...file, sha256: sha256(join(store, "assets", file.path)) })),
    sandboxVersion: minorVersions[minorOf(version) as KubernetesMinor].pause,
  };
}

const sha256 = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** The program that the lab has for a file. runc is Debian's. */
function programOf({ to = "" }: SoftwareFile, folders: readonly string[]): string {
  const name = basename(to);
  const folder = name === "runc" ? "/usr/sbin" : folders.find((one) => readdirSync(one).includes(name));
  if (folder === undefined) throw new Error(`the lab does not build ${name}`);
  return join(folder, name);
}

/** Makes the archive of a project from what the lab built, with the layout that the project's archive has. CNI plugins are Debian's. */
function pack({ path }: SoftwareFile, folders: readonly string[], archive: string): void {
  const project = path.split("/")[2];
  const layouts: Readonly<Record<string, readonly [from: string, below: string]>> = {
    containerd: [folders.find((one) => readdirSync(one).includes("containerd"))!, "bin"],
    plugins: ["/usr/lib/cni", "."],
    "cri-tools": [folders.find((one) => readdirSync(one).includes("crictl"))!, "."],
  };
  const [from, below] = layouts[project];
  const folder = mkdtempSync(join(dirname(archive), "pack-"));
  mkdirSync(join(folder, below), { recursive: true });
  for (const name of readdirSync(from).filter((one) => one !== "complete")) {
    copyFileSync(join(from, name), join(folder, below, name));
  }
  run("tar", "-czf", archive, "--owner=1001", "--group=1001", "-C", folder, ".");
  rmSync(folder, { recursive: true });
}
