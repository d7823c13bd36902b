import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ClusterSettings, MachineCloud, MachineSettings } from "../../../modules/kubeadm/boot/settings";
import { type BootCloud, Cloud, serverCertificate } from "./cloud";
import { machineUserData } from "../../../modules/kubeadm/boot/user-data";

let certificate: ReturnType<typeof serverCertificate> | undefined;

const doubles = resolve(__dirname, "doubles");

/** The programs that boot.sh starts and `double.sh` replaces. */
const replaced = [
  ...["kubeadm", "kubectl", "kubelet", "systemctl", "crictl", "ctr"],
  ...["blkid", "mkfs.ext4", "mount", "mountpoint", "sysctl", "modprobe", "swapoff", "aws-iam-authenticator"],
  ...["nft"],
];

/** The objects that the first control-plane machine writes to the store. */
export const storedByFirst = [
  "admin/kubeconfig",
  "initialized",
  "node/ca.crt",
  "node/join.conf",
  "node/version-0",
  "pki/bundle.tar",
];

/** Those of three control-plane machines. */
export const storedByAll = [...storedByFirst, "node/version-1", "node/version-2"].sort();

/** What a run of the program printed and how it ended. */
export interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** A cloud with machines, disks, a store and the state that the doubles share. */
export class World<C extends BootCloud = Cloud> {
  readonly folder = mkdtempSync(join(tmpdir(), "boot-"));
  readonly cloud: C;
  readonly machines = new Map<string, Machine>();
  private readonly programs = join(this.folder, "programs");
  private readonly apis: Server;
  private readonly servers: Server[] = [];

  /** @param cloud - if omitted, AWS */
  constructor(cloud?: C) {
    this.cloud = cloud ?? (new Cloud((machine, disk) => this.attach(machine, disk)) as BootCloud as C);
    for (const name of ["nodes", "up", "disks", "requests", "programs"]) mkdirSync(join(this.folder, name));
    for (const name of [
      ...["members", "pending", "answer", "leader", "decisions", "join", "turn"],
      ...["pods", "budgets", "cordoned", "uncordoned", "manifests", "sets", "refused"],
    ])
      this.write(name, "");
    this.write("ready", "True");
    for (const name of replaced) symlinkSync(join(doubles, "double.sh"), join(this.programs, name));
    symlinkSync(join(doubles, "curl"), join(this.programs, "curl"));
    this.apis = createHttpsServer((certificate ??= serverCertificate()), (request, response) => {
      void this.cloud.answer(request, response);
    }) as Server;
  }

  async start(): Promise<this> {
    await listen(this.apis);
    return this;
  }

  /** Commands that may still run. */
  readonly started: Started[] = [];

  async stop(): Promise<void> {
    for (const command of this.started) command.kill();
    await Promise.all(this.started.map(({ ended }) => ended));
    for (const server of [this.apis, ...this.servers]) server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Removes a program from all machines. */
  removeProgram = (name: string): void => rmSync(join(this.programs, name));

  read = (name: string): string => readFileSync(join(this.folder, name), "utf8");
  write = (name: string, text: string): void => writeFileSync(join(this.folder, name), text);
  list = (name: string): string[] => readdirSync(join(this.folder, name)).sort();

  /** The members of etcd by address: their id. */
  members = (): Record<string, string> =>
    Object.fromEntries(
      this.read("members")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => line.split(" "))
        .map(([address, ...rest]) => [address, rest.join(" ")]),
    );

  /** Writes the versions of all slots, as if the others worked as well. */
  writeVersions({ slots, kubernetesVersion }: ClusterSettings): void {
    slots.forEach((_, i) =>
      this.cloud.objects.set(`node/version-${i}`, Buffer.from(`${kubernetesVersion}\n`)),
    );
  }

  /** Creates a blank disk. */
  addDisk(id: string): void {
    rmSync(join(this.folder, "disks", id), { recursive: true, force: true });
    mkdirSync(join(this.folder, "disks", id));
  }

  /** Starts a machine with an empty root disk. */
  async addMachine(id: string, settings: MachineSettings, address: string, role: string): Promise<Machine> {
    const machine = new Machine(this, id, settings, address, role);
    this.machines.set(id, machine);
    this.cloud.machines.set(id, machine);
    const { cluster, machine: own } = settings;
    // On these clouds, the machine does not attach the disk.
    const attached: Partial<Record<MachineCloud, string>> = {
      azure: "dev/disk/azure/scsi1/lun",
      google: "dev/disk/by-id/google-",
    };
    if (own.role === "control-plane" && attached[cluster.cloud] !== undefined) {
      const link = join(machine.root, `${attached[cluster.cloud]}${own.diskId}`);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(this.folder, "disks", `disk-${own.slot}`), link);
    }
    const metadata = createHttpServer((request, response) => this.cloud.metadata(machine, request, response));
    this.servers.push(metadata);
    machine.environment = {
      ...{ PATH: `${this.programs}:${process.env.PATH}`, HOME: machine.root, WORLD: this.folder },
      ...{ BOOT_ROOT: machine.root, BOOT_PAUSE: "0.02" },
      METADATA_PORT: String(await listen(metadata)),
      CLOUD_PORT: String((this.apis.address() as AddressInfo).port),
      ...this.cloud.environment,
    };
    return machine;
  }

  /** Ends a machine: its API server is gone, its disk stays. */
  lose(machine: Machine): void {
    rmSync(join(this.folder, "up", machine.address), { force: true });
    this.machines.delete(machine.id);
    this.cloud.machines.delete(machine.id);
  }

  private attach(machine: string, disk: string): boolean {
    const name = `nvme-Amazon_Elastic_Block_Store_${disk.replace("-", "")}`;
    const link = join(this.machines.get(machine)!.root, "dev/disk/by-id", name);
    if (!existsSync(link)) symlinkSync(join(this.folder, "disks", disk), link);
    return true;
  }
}

/** A machine of a world. */
export class Machine {
  readonly root: string;
  readonly hostname: string;
  environment: Record<string, string> = {};
  /** Auto Scaling ends the machine, and waits for its answer. */
  leaving = false;
  /** EC2 interrupts the machine. */
  interrupted = false;

  constructor(
    private readonly world: World<BootCloud>,
    readonly id: string,
    settings: MachineSettings,
    readonly address: string,
    readonly role: string,
  ) {
    this.root = join(world.folder, id);
    this.hostname = hostnames[settings.cluster.cloud](id);
    for (const folder of ["etc", "dev/disk/by-id", "var/lib"])
      mkdirSync(join(this.root, folder), { recursive: true });
    writeFileSync(join(this.root, "etc/hosts"), "127.0.0.1 localhost\n");
    writeFileSync(join(this.root, "version"), settings.cluster.kubernetesVersion);
    this.configure(settings);
  }

  /** Writes the files of the user data, as cloud-init does. */
  configure(settings: MachineSettings): void {
    const { write_files: files } = JSON.parse(machineUserData(settings).replace("#cloud-config\n", "")) as {
      write_files: { path: string; content: string; encoding?: string; permissions: string }[];
    };
    for (const { path, content, encoding, permissions } of files) {
      const bytes = encoding === undefined ? Buffer.from(content) : Buffer.from(content, "base64");
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), encoding === "gz+b64" ? gunzipSync(bytes) : bytes);
      chmodSync(join(this.root, path), parseInt(permissions, 8));
    }
  }

  read = (path: string): string => readFileSync(join(this.root, path), "utf8");
  exists = (path: string): boolean => existsSync(join(this.root, path));

  /** The calls of doubles so far. */
  calls = (): string[] => (this.exists("calls") ? this.read("calls").trim().split("\n") : []);

  /** Starts a command of the program. */
  spawn(command: string, environment: Record<string, string> = {}): Started {
    const program = join(this.root, "usr/local/lib/kubernetes-boot/boot.sh");
    const child = spawn("bash", [program, ...command.split(" ")], {
      env: { ...this.environment, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      // Its own process group, which a kill ends as a whole.
      detached: true,
    });
    const started = new Started(child);
    this.world.started.push(started);
    return started;
  }

  /** Runs a command of the program to its end. */
  run = (command: string, environment?: Record<string, string>): Promise<Run> =>
    this.spawn(command, environment).ended;

  /** Runs `boot` until it succeeds, as systemd does. */
  async boot(tries = 5): Promise<string> {
    let output = "";
    for (let i = 0; i < tries; i++) {
      const run = await this.run("boot");
      output += run.output;
      if (run.status === 0) return output;
    }
    throw new Error(`${this.id} is no node after ${tries} tries:\n${output}`);
  }
}

/** The name that a cloud gives a worker. */
const hostnames: Readonly<Record<MachineCloud, (id: string) => string>> = {
  aws: (id) => `${id}.eu-central-1.compute.internal`,
  azure: (id) => `production-main-workers-1-${Number(id).toString(36).padStart(6, "0")}`,
  google: (id) => `vm-${id}`,
};

/** A running command. */
export class Started {
  private output = "";
  readonly ended: Promise<Run>;

  constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!])
      stream.on("data", (data) => (this.output += String(data)));
    this.ended = once(child, "close").then(([status]) => ({
      status: status as number | null,
      output: this.output,
    }));
  }

  /** Waits until the command prints a text, and ends it. */
  async until(text: string): Promise<string> {
    for (let i = 0; i < 500 && !this.output.includes(text); i++)
      await new Promise((done) => setTimeout(done, 20));
    this.kill();
    await this.ended;
    if (!this.output.includes(text)) throw new Error(`no "${text}" in:\n${this.output}`);
    return this.output;
  }

  kill(): void {
    try {
      process.kill(-this.child.pid!, "SIGKILL");
    } catch {
      // It has ended.
    }
  }
}

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
