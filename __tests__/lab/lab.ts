import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { ClusterSettings, MachineSettings } from "../../modules/kubeadm/boot/settings";
import { machineUserData } from "../../modules/kubeadm/boot/user-data";
import type { CloudMachine, CloudPerson } from "../kubeadm/boot/cloud";
import { serverCertificate } from "../kubeadm/boot/cloud";
import { loadBalancerConfig } from "./load-balancer";
import { connect, createCgroups, removeCgroups, writeImage } from "./machine";
import { cache, copyImages, here, linkPrograms, pauseImage, run } from "./programs";

/** A running machine of the lab. */
export interface LabMachine {
  readonly id: string;
  readonly index: number;
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
  private readonly known = new Map<string, CloudMachine & { readonly claim?: string }>();
  private readonly services: ChildProcess[] = [];
  private readonly loops: string[] = [];
  private count = 0;

  /**
   * @param objects - what Terraform writes to the store
   * @param people - people with credentials of the cloud
   */
  constructor(
    private readonly cluster: ClusterSettings,
    private readonly objects: Readonly<Record<string, string>> = {},
    private readonly people: Readonly<Record<string, CloudPerson>> = {},
  ) {}

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
    // As answers of the metadata service, which has a limit of one hop: they do not reach pods.
    this.inCloud("sysctl", "-q", "-w", "net.ipv4.ip_default_ttl=1");
    this.writeCloud();
    this.service("cloud", "node", "scripts/run.js", "__tests__/lab/cloud-server.ts", this.folder);
    const balancer = join(this.folder, "haproxy.cfg");
    writeFileSync(balancer, loadBalancerConfig(this.cluster.slots.map(({ address }) => address)));
    this.service("load-balancer", "haproxy", "-db", "-f", balancer);
    if (this.cluster.cloudControllerManager)
      this.service(
        "cloud-controller",
        "node",
        "scripts/run.js",
        "__tests__/lab/cloud-controller.ts",
        this.folder,
      );
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

  /**
   * Starts a machine from its user data.
   *
   * @param claim - the name that the machine reports, if it is not its own
   */
  addMachine(settings: MachineSettings, address: string, claim?: string): LabMachine {
    const { machine, cluster } = settings;
    const index = ++this.count;
    const id = `i-${index.toString(16).padStart(17, "0")}`;
    const hostname = `${id}.${this.cluster.region}.compute.internal`;
    const name = machine.role === "control-plane" ? this.cluster.slots[machine.slot].name : hostname;
    const folder = join(this.folder, "machines", id);
    writeImage(folder, {
      name,
      address,
      index,
      certificate: readFileSync(join(this.folder, "tls.crt"), "utf8"),
      pauseImage: pauseImage(cluster.kubernetesVersion),
    });
    writeFileSync(join(folder, "user-data"), machineUserData(settings));
    copyImages(cluster.kubernetesVersion, join(folder, "root/var/lib/containerd"));
    const isImage = cluster.software.source === "image";
    const programs = isImage ? join(this.folder, `programs-${cluster.kubernetesVersion}`) : "none";
    if (isImage) linkPrograms(cluster.kubernetesVersion, programs);
    const role = `${this.cluster.name}-${machine.role === "worker" ? "worker" : "control-plane"}`;
    this.known.set(id, { id, hostname, address, role, claim });
    this.writeCloud();
    connect(`${this.prefix}-${index}`, address, this.bridge, `m${index}`);
    createCgroups(`${this.prefix}-${index}`);
    const log = openSync(join(folder, "console"), "a");
    const child = spawn(
      "nsenter",
      [
        `--net=/run/netns/${this.prefix}-${index}`,
        ...["unshare", "--mount", "--uts", "--pid", "--fork", "--kill-child", "--propagation", "private"],
        ...[join(here, "machine/start.sh"), folder, name, programs, `${this.prefix}-${index}`],
      ],
      { stdio: ["ignore", log, log], detached: true },
    );
    const result = { id, index, name, address, folder, process: child };
    this.machines.set(id, result);
    return result;
  }

  /** Ends a machine as if its power was cut: its address does not answer. Its disk stays. */
  async lose({ id, index, process: child, folder }: LabMachine): Promise<void> {
    if (!this.machines.delete(id)) return;
    this.inCloud("ip", "link", "delete", `m${index}`);
    const ended = new Promise((done) => child.once("exit", done));
    try {
      process.kill(-child.pid!, "SIGKILL");
      await ended;
    } catch {
      // It has ended.
    }
    run("ip", "netns", "delete", `${this.prefix}-${index}`);
    rmSync(join(folder, "running"));
    this.known.delete(id);
    this.writeCloud();
    removeCgroups(`${this.prefix}-${index}`);
  }

  /**
   * Ends a machine as an Auto Scaling group that replaces it: waits for its answer, which the machine gives when the cluster works without it.
   *
   * @param answered - is called at the answer, before the machine stops its pods
   */
  async end(machine: LabMachine, limit = 1500, answered?: () => void): Promise<void> {
    this.known.set(machine.id, { ...this.known.get(machine.id)!, leaving: true });
    this.writeCloud();
    const answer = `${machine.id} leave CONTINUE`;
    await this.until(() => this.hooks().includes(answer), limit, `the end of ${machine.name}`, machine);
    answered?.();
    this.shutDown(machine);
    await this.lose(machine);
  }

  /** The name of the image of a pod that does nothing. */
  imageOfPause = (machine: LabMachine): string =>
    this.on(machine, "sh", "-c", "ctr -n k8s.io images list -q | grep /pause: | head -n 1").trim();

  /** The answers of machines to launching and ending hooks. */
  hooks(): string {
    const file = join(this.folder, "hooks");
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  /** Runs a program in the namespaces of a machine. */
  on({ process: { pid } }: LabMachine, ...command: string[]): string {
    const [init] = run("pgrep", "-P", String(pid)).trim().split("\n");
    return run("nsenter", "--target", init, "--mount", "--uts", "--net", "--pid", ...command);
  }

  /** Ends the boot program and its programs at a moment; returns false if it does not run. Then it is started again, as systemd does. */
  killBoot(machine: LabMachine): boolean {
    try {
      this.on(machine, "systemctl", "kill", "kubernetes-boot");
      return true;
    } catch {
      return false;
    }
  }

  /** Runs kubectl as an administrator on a machine of the control plane. */
  kubectl = (machine: LabMachine, ...args: string[]): string =>
    this.on(machine, "kubectl", "--kubeconfig", "/etc/kubernetes/admin.conf", ...args);

  /** Applies objects as an administrator on a machine of the control plane. */
  apply(machine: LabMachine, ...items: object[]): void {
    const list = JSON.stringify({ apiVersion: "v1", kind: "List", items });
    const command = 'kubectl --kubeconfig /etc/kubernetes/admin.conf apply -f - <<<"$0"';
    this.on(machine, "bash", "-c", command, list);
  }

  /** Runs crictl on a machine. */
  crictl = (machine: LabMachine, ...args: string[]): string =>
    this.on(
      machine,
      "crictl",
      "--runtime-endpoint",
      "unix:///run/containerd/containerd.sock",
      ...args,
    ).trim();

  /** Runs etcdctl in the container of etcd of a machine, without the API server and the kubelet. */
  etcdctl(machine: LabMachine, ...args: string[]): string {
    const certificates = "/etc/kubernetes/pki/etcd";
    const flags = ["--cacert", `${certificates}/ca.crt`, "--cert", `${certificates}/server.crt`];
    const [container] = this.crictl(machine, "ps", "-q", "--name", "^etcd$").split("\n");
    return this.crictl(
      machine,
      ...["exec", container, "etcdctl", ...flags, "--key", `${certificates}/server.key`],
      ...["--endpoints", "https://127.0.0.1:2379", ...args],
    );
  }

  /** The log of a service of a machine; that of the boot program if none is named. */
  log({ folder }: LabMachine, service = "kubernetes-boot"): string {
    const file = join(folder, `root/var/log/kubernetes/${service}.log`);
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  }

  /** The keys of the objects in the store. */
  stored(): readonly string[] {
    const file = join(this.folder, "objects.json");
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];
  }

  /** Whether a machine completed its launching hook. */
  isReady = ({ id }: LabMachine): boolean => this.hooks().includes(`${id} CONTINUE`);

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
    const log = machine ? this.log(machine).split("\n").slice(-60).join("\n") : "";
    throw new Error(`${what}: not after ${seconds} s\n${log}`);
  }

  /** Stops the pods of a machine as its shutdown does: the API server finishes its requests, and the rest follows. */
  shutDown(machine: LabMachine): void {
    const script = `systemctl stop kubelet
      export CONTAINER_RUNTIME_ENDPOINT=unix:///run/containerd/containerd.sock
      for name in kube-apiserver .; do crictl ps -q --name "$name" | xargs -r crictl stop --timeout 30; done`;
    this.on(machine, "bash", "-c", script);
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
    // Some processes of lost machines ended after them.
    for (let index = 1; index <= this.count; index++) removeCgroups(`${this.prefix}-${index}`);
    if (process.env.LAB_KEEP === undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private inCloud = (...command: string[]): string => run("ip", "netns", "exec", this.bridge, ...command);

  /** Starts a program in the network of the cloud. */
  service(name: string, ...command: string[]): ChildProcess {
    const log = openSync(join(this.folder, `${name}.log`), "a");
    const args = [`--net=/run/netns/${this.bridge}`, ...command];
    const child = spawn("nsenter", args, { stdio: ["ignore", log, log] });
    this.services.push(child);
    return child;
  }

  private writeCloud(): void {
    const apis = ["s3", "ec2", "autoscaling", "sts"].map(
      (name) => `${name}.${this.cluster.region}.amazonaws.com`,
    );
    const names = {
      [this.cluster.endpoint]: "10.70.0.5",
      ...Object.fromEntries(apis.map((name) => [name, "10.70.0.2"])),
      ...Object.fromEntries([...this.known.values()].map(({ hostname, address }) => [hostname, address])),
    };
    // The cloud reads the file at any time.
    writeFileSync(
      join(this.folder, "cloud.part"),
      JSON.stringify({
        endpoint: this.cluster.endpoint,
        region: this.cluster.region,
        machines: [...this.known.values()],
        names,
        people: this.people,
        objects: this.objects,
      }),
    );
    renameSync(join(this.folder, "cloud.part"), join(this.folder, "cloud.json"));
  }
}
