import { execFileSync, type ChildProcess, spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import type { ClusterSettings, MachineSettings } from "../../modules/kubeadm/boot/settings";
import { machineUserData } from "../../modules/kubeadm/boot/user-data";
import type { CloudMachine } from "../kubeadm/boot/cloud";
import { serverCertificate } from "../kubeadm/boot/cloud";

const here = resolve("__tests__/lab");

/** Versions of the programs that the lab builds. */
export const versions = { etcd: "3.6.8", containerd: "2.2.9", crictl: "1.34.0" } as const;

/** The folder of the programs that were built, and of running labs. */
function cache(): string {
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
  return existsSync("/sys/fs/cgroup/memory") || existsSync("/sys/fs/cgroup/cgroup.controllers")
    ? undefined
    : "the lab needs cgroups";
}

const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 28 });

/** A running machine of the lab. */
export interface LabMachine {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly folder: string;
  readonly process: ChildProcess;
}

/** A cloud with machines, each in its own namespaces. */
export class Lab {
  // Not in /tmp, of which each machine has its own.
  readonly folder = mkdtempSync(join(cache(), "run-"));
  private readonly prefix = `lab${process.pid % 10_000}`;
  private readonly bridge = `${this.prefix}-cloud`;
  private readonly machines = new Map<string, LabMachine>();
  private readonly known: CloudMachine[] = [];
  private readonly services: ChildProcess[] = [];
  private readonly loops: string[] = [];
  private count = 0;

  constructor(private readonly cluster: ClusterSettings) {}

  /** Builds what is missing in the cache, and starts the bridge, the cloud and the load balancer. */
  start(): void {
    for (const name of ["machines", "disks"]) mkdirSync(join(this.folder, name));
    const { key, cert } = serverCertificate();
    writeFileSync(join(this.folder, "tls.key"), key);
    writeFileSync(join(this.folder, "tls.crt"), cert);
    // Nine machines and more need more than the default of 128.
    writeFileSync("/proc/sys/fs/inotify/max_user_instances", "8192");
    run("ip", "netns", "add", this.bridge);
    this.inCloud("ip", "link", "set", "lo", "up");
    this.inCloud("ip", "link", "add", "bridge", "type", "bridge");
    for (const address of ["10.70.0.1/16", "10.70.0.2/16", "10.70.0.5/16", "169.254.169.254/32"]) {
      this.inCloud("ip", "address", "add", address, "dev", "bridge");
    }
    this.inCloud("ip", "link", "set", "bridge", "up");
    this.writeCloud();
    this.service("cloud", "node", "scripts/run.js", "__tests__/lab/cloud-server.ts", this.folder);
    this.writeLoadBalancer();
    this.service("load-balancer", "haproxy", "-db", "-f", join(this.folder, "haproxy.cfg"));
  }

  /** Creates a blank disk. */
  addDisk(id: string): void {
    const file = join(this.folder, "disks", `${id}.img`);
    rmSync(file, { force: true });
    run("truncate", "--size", "1G", file);
    const device = run("losetup", "--find", "--show", file).trim();
    this.loops.push(device);
    writeFileSync(join(this.folder, "disks", `${id}.device`), device);
  }

  /** Starts a machine from its user data. */
  addMachine(settings: MachineSettings, address: string): LabMachine {
    const { machine } = settings;
    const id = `i-${(++this.count).toString(16).padStart(17, "0")}`;
    const hostname = `${id}.${this.cluster.region}.compute.internal`;
    const name = machine.role === "control-plane" ? this.cluster.slots[machine.slot].name : hostname;
    const folder = join(this.folder, "machines", id);
    for (const part of [
      "root",
      "disks/by-id",
      "image/etc/containerd",
      "image/etc/cni/net.d",
      "image/usr/local/bin",
    ]) {
      mkdirSync(join(folder, part), { recursive: true });
    }
    writeFileSync(join(folder, "user-data"), machineUserData(settings));
    writeFileSync(join(folder, "running"), "");
    writeFileSync(join(folder, "hosts"), `127.0.0.1 localhost\n${address} ${name}\n`);
    writeFileSync(join(folder, "resolv.conf"), "nameserver 10.70.0.2\n");
    writeFileSync(
      join(folder, "ca-certificates.crt"),
      readFileSync("/etc/ssl/certs/ca-certificates.crt", "utf8") +
        readFileSync(join(this.folder, "tls.crt"), "utf8"),
    );
    writeFileSync(join(folder, "image/etc/containerd/config.toml"), containerdConfig(this.pauseImage()));
    writeFileSync(join(folder, "image/etc/cni/net.d/10-lab.conflist"), cniConfig(this.count));
    cpSync(join(here, "machine/systemctl"), join(folder, "image/usr/local/bin/systemctl"));
    run("mkdir", "-p", join(folder, "root/var/lib"));
    run(
      "cp",
      "-a",
      join(this.images(settings.cluster.kubernetesVersion), "root"),
      join(folder, "root/var/lib/containerd"),
    );
    this.known.push({
      id,
      hostname,
      address,
      role: `${this.cluster.name}-${machine.role === "worker" ? "worker" : "control-plane"}`,
    });
    this.writeCloud();

    const network = `${this.prefix}-${this.count}`;
    run("ip", "netns", "add", network);
    const inside = ["ip", "-n", network];
    run("ip", "link", "add", `${this.prefix}v`, "type", "veth", "peer", "name", `${this.prefix}p`);
    run("ip", "link", "set", `${this.prefix}v`, "netns", network, "name", "eth0");
    run("ip", "link", "set", `${this.prefix}p`, "netns", this.bridge, "name", `m${this.count}`);
    this.inCloud("ip", "link", "set", `m${this.count}`, "master", "bridge", "up");
    for (const args of [
      ["link", "set", "lo", "up"],
      ["address", "add", `${address}/16`, "dev", "eth0"],
      ["link", "set", "eth0", "up"],
      ["route", "add", "default", "via", "10.70.0.1"],
    ]) {
      run(inside[0], ...inside.slice(1), ...args);
    }
    for (const controller of readdirSync("/sys/fs/cgroup")) {
      const parent = join("/sys/fs/cgroup", controller);
      if (controller === "unified" || !existsSync(join(parent, "cgroup.procs"))) continue;
      const own = join(parent, "lab", name);
      mkdirSync(own, { recursive: true });
      if (controller === "cpuset") {
        for (const level of [join(parent, "lab"), own]) {
          for (const file of ["cpuset.cpus", "cpuset.mems"]) {
            writeFileSync(join(level, file), readFileSync(join(parent, file)));
          }
        }
      }
    }
    const log = openSync(join(folder, "console"), "a");
    const child = spawn(
      "nsenter",
      [
        `--net=/run/netns/${network}`,
        ...["unshare", "--mount", "--uts", "--pid", "--fork", "--kill-child", "--propagation", "private"],
        ...[join(here, "machine/start.sh"), folder, name, this.programs(settings.cluster.kubernetesVersion)],
      ],
      { stdio: ["ignore", log, log], detached: true },
    );
    const result = { id, name, address, folder, process: child };
    this.machines.set(id, result);
    return result;
  }

  /** Ends a machine as if its power was cut. Its disk stays. */
  async lose({ id, process: child, folder }: LabMachine): Promise<void> {
    rmSync(join(folder, "running"));
    const ended = new Promise((done) => child.once("exit", done));
    try {
      process.kill(-child.pid!, "SIGKILL");
      await ended;
    } catch {
      // It has ended.
    }
    this.machines.delete(id);
  }

  /** Runs a program in the namespaces of a machine. */
  on({ folder }: LabMachine, ...command: string[]): string {
    const [pid] = run("pgrep", "-f", `^bash ${join(here, "machine/start.sh")} ${folder} `)
      .trim()
      .split("\n");
    return run("nsenter", "--target", pid, "--mount", "--uts", "--net", "--pid", ...command);
  }

  /** Runs kubectl as an administrator on a machine of the control plane. */
  kubectl = (machine: LabMachine, ...args: string[]): string =>
    this.on(machine, "kubectl", "--kubeconfig", "/etc/kubernetes/admin.conf", ...args);

  /** Runs etcdctl in the etcd pod of a machine. */
  etcdctl(machine: LabMachine, ...args: string[]): string {
    const certificates = "/etc/kubernetes/pki/etcd";
    const flags = ["--cacert", `${certificates}/ca.crt`, "--cert", `${certificates}/server.crt`];
    return this.kubectl(
      machine,
      ...["-n", "kube-system", "exec", `etcd-${machine.name}`, "--", "etcdctl"],
      ...[...flags, "--key", `${certificates}/server.key`, "--endpoints", "https://127.0.0.1:2379"],
      ...args,
    );
  }

  /** The last lines of the log of the boot program and of the machine. */
  log(machine: LabMachine): string {
    return ["console", "root/var/log/kubernetes/kubernetes-boot.log"]
      .map((name) => join(machine.folder, name))
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, "utf8").split("\n").slice(-60).join("\n"))
      .join("\n");
  }

  /** Whether a machine completed its launching hook. */
  isReady = ({ id }: LabMachine): boolean =>
    existsSync(join(this.folder, "hooks")) &&
    readFileSync(join(this.folder, "hooks"), "utf8").includes(`${id} CONTINUE`);

  /** Waits until a condition holds. */
  async until(
    condition: () => boolean,
    seconds: number,
    what: string,
    machine?: LabMachine,
  ): Promise<number> {
    const start = Date.now();
    while (Date.now() - start < seconds * 1000) {
      try {
        if (condition()) return (Date.now() - start) / 1000;
      } catch {
        // Not yet.
      }
      await new Promise((done) => setTimeout(done, 500));
    }
    throw new Error(`${what}: not after ${seconds} s\n${machine ? this.log(machine) : ""}`);
  }

  /** Ends everything that the lab started. */
  async stop(): Promise<void> {
    for (const machine of [...this.machines.values()]) await this.lose(machine);
    for (const service of this.services) service.kill("SIGKILL");
    for (const device of this.loops) {
      try {
        run("losetup", "--detach", device);
      } catch {
        // It is free.
      }
    }
    for (const name of run("ip", "netns", "list")
      .split("\n")
      .map((line) => line.split(" ")[0])) {
      if (name.startsWith(`${this.prefix}-`)) run("ip", "netns", "delete", name);
    }
    if (process.env.LAB_KEEP === undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private inCloud = (...command: string[]): string => run("ip", "netns", "exec", this.bridge, ...command);

  private service(name: string, ...command: string[]): void {
    const log = openSync(join(this.folder, `${name}.log`), "a");
    const args = [`--net=/run/netns/${this.bridge}`, ...command];
    this.services.push(spawn("nsenter", args, { stdio: ["ignore", log, log] }));
  }

  private writeCloud(): void {
    const apis = ["s3", "ec2", "autoscaling", "sts"].map(
      (name) => `${name}.${this.cluster.region}.amazonaws.com`,
    );
    const names = {
      [this.cluster.endpoint]: "10.70.0.5",
      ...Object.fromEntries(apis.map((name) => [name, "10.70.0.2"])),
      ...Object.fromEntries(this.known.map(({ hostname, address }) => [hostname, address])),
    };
    // The cloud reads the file at any time.
    writeFileSync(join(this.folder, "cloud.part"), JSON.stringify({ machines: this.known, names }));
    renameSync(join(this.folder, "cloud.part"), join(this.folder, "cloud.json"));
  }

  /** Requests of a slot to the load balancer are refused: no machine reaches itself through it. */
  private writeLoadBalancer(): void {
    const { slots } = this.cluster;
    appendFileSync(
      join(this.folder, "haproxy.cfg"),
      [
        "defaults",
        "  mode tcp",
        "  timeout connect 2s",
        "  timeout client 10m",
        "  timeout server 10m",
        "listen api",
        "  bind 10.70.0.5:6443",
        `  tcp-request connection reject if { src ${slots.map(({ address }) => address).join(" ")} }`,
        "  option httpchk",
        "  http-check send meth GET uri /readyz",
        "  http-check expect status 200",
        "  default-server check check-ssl verify none inter 1s fall 2 rise 1 on-marked-down shutdown-sessions",
        ...slots.map(({ address }, i) => `  server slot${i} ${address}:6443`),
        "",
      ].join("\n"),
    );
  }

  private readonly built = new Map<string, string>();

  private build(script: string, ...args: string[]): string {
    const key = [script, ...args].join(" ");
    if (!this.built.has(key)) this.built.set(key, run(join(here, script), ...args).trim());
    return this.built.get(key)!;
  }

  private images = (version: string): string =>
    this.build("images.sh", version, versions.etcd, versions.containerd);

  /** A folder with links to all programs of a machine. */
  private programs(version: string): string {
    const folder = join(this.folder, `programs-${version}`);
    if (existsSync(folder)) return folder;
    mkdirSync(folder);
    const folders = [
      this.build("build.sh", "kubernetes", version),
      this.build("build.sh", "containerd", versions.containerd),
      this.build("build.sh", "crictl", versions.crictl),
    ];
    for (const from of folders) {
      for (const name of readdirSync(from)) {
        if (name !== "complete") symlinkSync(join(from, name), join(folder, name));
      }
    }
    return folder;
  }

  private pauseImage(): string {
    const kubernetes = this.build("build.sh", "kubernetes", this.cluster.kubernetesVersion);
    const images = run(
      join(kubernetes, "kubeadm"),
      "config",
      "images",
      "list",
      "--kubernetes-version",
      `v${this.cluster.kubernetesVersion}`,
    );
    return images.split("\n").find((image) => image.includes("/pause:"))!;
  }
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
