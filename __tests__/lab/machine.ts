import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { here, run } from "./programs";

/** What a machine has before its user data runs: its own folders, names, and the configuration of containerd and of the CNI. */
export function writeImage(
  folder: string,
  values: {
    readonly name: string;
    readonly address: string;
    readonly index: number;
    readonly certificate: string;
    readonly pauseImage: string;
  },
): void {
  const { name, address, index, certificate, pauseImage } = values;
  for (const part of [
    "root/var/lib",
    "disks/by-id",
    "image/etc/containerd",
    "image/etc/cni/net.d",
    "image/usr/local/bin",
  ]) {
    mkdirSync(join(folder, part), { recursive: true });
  }
  const files = {
    running: "",
    hosts: `127.0.0.1 localhost\n${address} ${name}\n`,
    "resolv.conf": "nameserver 10.70.0.2\n",
    "ca-certificates.crt": readFileSync("/etc/ssl/certs/ca-certificates.crt", "utf8") + certificate,
    "image/etc/containerd/config.toml": containerdConfig(pauseImage),
    "image/etc/cni/net.d/10-lab.conflist": cniConfig(index),
  };
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  cpSync(join(here, "machine/systemctl"), join(folder, "image/usr/local/bin/systemctl"));
}

/** Connects a machine with the bridge. A slot keeps the hardware address of its network interface, as in a cloud. */
export function connect(network: string, address: string, bridge: string, port: string): void {
  const hardware = [
    "02",
    "00",
    ...address.split(".").map((part) => Number(part).toString(16).padStart(2, "0")),
  ];
  run("ip", "netns", "add", network);
  run("ip", "-n", bridge, "link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", network);
  run("ip", "-n", bridge, "link", "set", port, "master", "bridge", "up");
  for (const args of [
    ["link", "set", "lo", "up"],
    ["link", "set", "eth0", "address", hardware.join(":")],
    ["address", "add", `${address}/16`, "dev", "eth0"],
    ["link", "set", "eth0", "up"],
    ["route", "add", "default", "via", "10.70.0.1"],
  ]) {
    run("ip", "-n", network, ...args);
  }
}

const controllers = (): readonly string[] =>
  readdirSync("/sys/fs/cgroup")
    .filter((name) => name !== "unified" && existsSync(join("/sys/fs/cgroup", name, "cgroup.procs")))
    .map((name) => join("/sys/fs/cgroup", name));

/** Creates the cgroups of a machine: its kubelet puts all pods into them. */
export function createCgroups(machine: string): void {
  for (const parent of controllers()) {
    for (const level of [join(parent, "lab"), join(parent, "lab", machine)]) {
      mkdirSync(level, { recursive: true });
      if (existsSync(join(level, "cpuset.cpus"))) {
        for (const file of ["cpuset.cpus", "cpuset.mems"]) {
          writeFileSync(join(level, file), readFileSync(join(parent, file)));
        }
      }
      // All pods of all machines are in this group, and would get as much time as one process of the development machine.
      const shares = join(level, "cpu.shares");
      if (level === join(parent, "lab") && existsSync(shares)) writeFileSync(shares, "16384");
    }
  }
}

/** Removes the cgroups of a machine. Those that still have processes stay. */
export function removeCgroups(machine: string): void {
  const remove = (folder: string): void => {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) remove(join(folder, entry.name));
    }
    try {
      rmdirSync(folder);
    } catch {
      // It has processes that end, or other machines.
    }
  };
  for (const parent of controllers()) remove(join(parent, "lab", machine));
}

/** The machine has no CAP_SYS_RESOURCE and cgroups of version 1, unlike a machine of a cloud. */
const containerdConfig = (pause: string): string =>
  [
    "version = 3",
    "[plugins.'io.containerd.cri.v1.runtime']",
    "  restrict_oom_score_adj = true",
    "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc]",
    "  runtime_type = 'io.containerd.runc.v2'",
    "[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.runc.options]",
    "  SystemdCgroup = false",
    "[plugins.'io.containerd.cri.v1.images'.pinned_images]",
    `  sandbox = '${pause}'`,
    "",
  ].join("\n");

/** Debian's plugins; each machine has its own range of addresses of pods. */
const cniConfig = (index: number): string =>
  JSON.stringify({
    cniVersion: "1.0.0",
    name: "lab",
    plugins: [
      {
        type: "bridge",
        bridge: "cni0",
        isGateway: true,
        ipMasq: true,
        ipam: {
          type: "host-local",
          ranges: [[{ subnet: `10.244.${index}.0/24` }]],
          routes: [{ dst: "0.0.0.0/0" }],
        },
      },
      { type: "portmap", capabilities: { portMappings: true } },
    ],
  });
