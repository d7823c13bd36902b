import { execFile } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { ClusterSettings } from "../../../modules/kubeadm/boot/settings";
import { AzureCloud } from "./azure-cloud";
import { functionsOf, proofOf, requestFor } from "./evidence";
import { cluster, slotSettings, workerSettings } from "./settings";
import { type Machine, storedByAll, World } from "./world";

/** The functions of the boot program for Azure. Decisions are the same on each cloud; the tests of AWS have all of them. */

jest.setTimeout(120_000);

const cloud = new AzureCloud();
const azure: Partial<ClusterSettings> = {
  cloud: "azure",
  region: "westeurope",
  workerRole: cloud.group,
  tenant: "11111111-2222-3333-4444-555555555555",
  store: { bucket: "productionmainstore" },
};

let world: World<AzureCloud>;
let machines = 1000;

beforeEach(async () => {
  cloud.objects.clear();
  cloud.machines.clear();
  cloud.events.length = 0;
  cloud.hooks.length = 0;
  Object.assign(cloud, { signer: "azure", document: {}, missing: "BlobNotFound", unavailable: undefined });
  world = await new World(cloud).start();
  for (const slot of [0, 1, 2]) world.addDisk(`disk-${slot}`);
});
afterEach(() => world.stop());
afterAll(() => cloud.stop());

const address = (slot: number) => cluster.slots[slot].address;

const inSlot = (slot: number, changes: Partial<ClusterSettings> = {}): Promise<Machine> =>
  world.addMachine(
    String(machines++),
    slotSettings(slot, { diskId: "0", hook: undefined, identity: "slot-client" }, { ...azure, ...changes }),
    address(slot),
    "slot-client",
  );

const asWorker = (ip = "10.70.10.77"): Promise<Machine> =>
  world.addMachine(
    String(machines++),
    workerSettings({ hook: undefined, identity: "worker-client" }, azure),
    ip,
    "worker-client",
  );

/** A second run finds nothing to do. */
async function expectIdempotent(machine: Machine): Promise<void> {
  const before = [world.read("members"), world.list("nodes"), [...cloud.objects.keys()]];
  expect((await machine.run("boot")).output).toContain("nothing to do: this machine is a node");
  expect([world.read("members"), world.list("nodes"), [...cloud.objects.keys()]]).toEqual(before);
}

/** Runs functions of the program on a machine. */
const runOn = (machine: Machine, text: string) => {
  mkdirSync(join(machine.root, "var/lib/kubernetes-boot"), { recursive: true });
  return promisify(execFile)("bash", ["-c", `${functionsOf(machine)}\n${text}`], {
    env: machine.environment,
  });
};

test("INIT, JOIN and RESUME: a slot has its disk, its address and the id of its machine", async () => {
  const all: Machine[] = [];
  for (const [slot, decision] of ["INIT", "JOIN", "JOIN"].entries()) {
    all.push(await inSlot(slot));
    expect(await all[slot].boot()).toContain(`${decision}: `);
    expect(world.read(`nodes/${cluster.slots[slot].name}`).trim()).toBe(
      `azure://${cloud.group.replace("Production-Main", "production-main")}/providers/Microsoft.Compute/virtualMachines/vm-${all[slot].id}`,
    );
    expect(all[slot].read("etc/hosts")).toContain(`${address(slot)} api.production-main.internal`);
    await expectIdempotent(all[slot]);
  }
  expect([...cloud.objects.keys()].sort()).toEqual(storedByAll);
  const members = world.members();
  world.lose(all[1]);
  const after = await inSlot(1);
  expect(await after.boot()).toContain("RESUME: the disk has the data of this slot");
  expect(world.members()).toEqual(members);
  await expectIdempotent(after);
});

test("REPLACE: a slot with an empty disk becomes another member", async () => {
  const all = [await inSlot(0), await inSlot(1), await inSlot(2)];
  for (const machine of all) await machine.boot();
  world.lose(all[2]);
  world.addDisk("disk-2");
  const after = await inSlot(2);
  expect(await after.boot()).toContain("REPLACE: ");
  await expectIdempotent(after);
});

test("two machines that create the certificate authorities at once get the same", async () => {
  const stored = Buffer.from("of the other machine");
  const machine = await inSlot(0);
  cloud.objects.set("pki/bundle.tar", stored);
  const put = `echo new >"$state/new"\nstore_put_once pki/bundle.tar "$state/new"`;
  for (let i = 0; i < 2; i++) await runOn(machine, put);
  expect(cloud.objects.get("pki/bundle.tar")).toEqual(stored);
});

test.each([401, 403, 404, 409, 500, 503])(
  "a store that answers %i is tried again and takes nothing for missing",
  async (status) => {
    const machine = await inSlot(0);
    for (let i = 0; i < 2; i++) {
      cloud.storeFailures.push(status);
      const { output, status: code } = await machine.run("boot");
      expect(code).toBe(1);
      expect(output).toContain("trying again: the store does not give initialized");
    }
    expect([...cloud.objects.keys()]).toEqual([]);
    expect(await machine.boot()).toContain("INIT: ");
  },
);

test("a missing container is no missing object", async () => {
  cloud.missing = "ContainerNotFound";
  const machine = await inSlot(0);
  const { output } = await machine.run("boot");
  expect(output).toContain("trying again: the store does not give initialized");
});

test("waits for the disk of the slot, which has another path if it is an NVMe disk", async () => {
  const machine = await inSlot(0);
  rmSync(join(machine.root, "dev/disk/azure"), { recursive: true });
  for (let i = 0; i < 2; i++) await machine.spawn("boot").until("WAIT: disk 0 does not appear as ");
  const run = machine.boot();
  const device = join(machine.root, "dev/disk/azure/data/by-lun/0");
  mkdirSync(dirname(device), { recursive: true });
  symlinkSync(join(world.folder, "disks/disk-0"), device);
  expect(await run).toContain("INIT: ");
});

test("closes the metadata service and the server of the agent for pods at each start", async () => {
  const machine = await inSlot(0);
  for (let i = 0; i < 2; i++) {
    await machine.run("boot");
    expect(machine.read("nft")).toContain("ip daddr 169.254.169.254 drop");
    expect(machine.read("nft")).toContain("ip daddr 168.63.129.16 tcp dport { 80, 32526 } drop");
    rmSync(join(machine.root, "nft"));
  }
});

test("the API server trusts the tenant of the subscription", async () => {
  const machine = await inSlot(0, {
    oidc: {
      issuerUrl: "https://sts.windows.net/@TENANT@/",
      clientId: "client",
      usernameClaim: "oid",
      usernamePrefix: "azure:",
    },
  });
  await machine.boot();
  expect(machine.read("etc/kubernetes/api-server/authentication.yaml")).toContain(
    `"https://sts.windows.net/${azure.tenant}/"`,
  );
});

test("a worker waits for the cluster, asks for a certificate and joins", async () => {
  const machine = await asWorker();
  await machine.spawn("boot").until("WAIT: the store has no node/join.conf");
  await (await inSlot(0)).boot();
  world.writeVersions(cluster);
  world.write("answer", `Approved proved|${Buffer.from("certificate\n").toString("base64")}`);
  expect(await machine.boot()).toContain("this machine is a node");
  expect(world.read(`nodes/${machine.hostname}`).trim()).toMatch(
    /^azure:\/\/\/subscriptions\/[^/]+\/resourceGroups\/production-main\/.*\/virtualMachineScaleSets\/production-main-workers-1\/virtualMachines\/\d+$/,
  );
  expect(machine.exists("etc/kubernetes/pki/ca.key")).toBe(false);
  await expectIdempotent(machine);
});

test("a worker cannot read what only the control plane reads", async () => {
  cloud.objects.set("pki/bundle.tar", Buffer.from("keys"));
  const machine = await asWorker();
  const { stdout } = await runOn(machine, `store_get pki/bundle.tar "$state/keys" || echo "status $?"`);
  expect(stdout).toBe("status 2\n");
});

describe("a request for a certificate", () => {
  let slot: Machine;
  let one: Machine;
  let other: Machine;

  beforeEach(async () => {
    slot = await inSlot(0);
    await slot.boot();
    one = await asWorker("10.70.40.11");
    other = await asWorker("10.70.40.12");
  });

  async function decision(signer: string, user: string, text: string, evidence: string): Promise<string> {
    world.write("decisions", "");
    world.write("pending", `csr-1|kubernetes.io/${signer}|${user}|${text}|${evidence}\n`);
    expect(await slot.run("approve")).toMatchObject({ status: 0 });
    return world.read("decisions").trim();
  }

  const client = (text: string, evidence: string) =>
    decision("kube-apiserver-client-kubelet", "system:bootstrap:abcdef", text, evidence);

  test("of a worker is approved with the documents of its machine, each time", async () => {
    const text = requestFor(one.hostname);
    const evidence = await proofOf(one, text);
    expect(await client(text, evidence)).toBe("approve csr-1");
    expect(await client(text, evidence)).toBe("approve csr-1");
  });

  test("is denied with the documents of another machine, whatever name they are sent with", async () => {
    const text = requestFor(one.hostname);
    const evidence = await proofOf(other, text);
    expect(await client(text, evidence)).toBe("deny csr-1");
    const renamed = Buffer.from(evidence, "base64").toString().replace(other.hostname, one.hostname);
    expect(await client(text, Buffer.from(renamed).toString("base64"))).toBe("deny csr-1");
  });

  test("is denied with the documents for another request", async () => {
    const evidence = await proofOf(one, requestFor(one.hostname));
    expect(await client(requestFor(one.hostname), evidence)).toBe("deny csr-1");
  });

  test("is denied if one of the documents is for another request", async () => {
    const text = requestFor(one.hostname);
    const lines = Buffer.from(await proofOf(one, text), "base64")
      .toString()
      .split("\n");
    lines[3] = lines[2];
    expect(await client(text, Buffer.from(lines.join("\n")).toString("base64"))).toBe("deny csr-1");
  });

  test("is denied for a machine that is in no scale set", async () => {
    const text = requestFor(cluster.slots[0].name);
    expect(await client(text, await proofOf(slot, text))).toBe("deny csr-1");
  });

  test.each([
    ["that have ended", () => ({ document: { timeStamp: { expiresOn: cloud.time("1 minute ago") } } })],
    ["of another certificate authority", () => ({ signer: "foreign" })],
    ["of another server with a valid certificate", () => ({ signer: "other" })],
    ["of no machine", () => ({ document: { vmId: "" } })],
    ["without a number", () => ({ document: { nonce: "" } })],
  ])("is denied with documents %s", async (_, changes) => {
    Object.assign(cloud, changes());
    const text = requestFor(one.hostname);
    expect(await client(text, await proofOf(one, text))).toBe("deny csr-1");
  });

  test.each([
    ["nothing", "<no value>"],
    ["no base64", "%%%"],
    ["a name only", Buffer.from("production-main-workers-1-000001\n").toString("base64")],
    ["paths", Buffer.from("../../x-000001\nabc\n").toString("base64")],
    ["options", Buffer.from("-x\n@/etc/passwd\n").toString("base64")],
  ])("is denied with %s as proof", async (_, evidence) => {
    expect(await client(requestFor(one.hostname), evidence)).toBe("deny csr-1");
  });

  test.each(["management", "certificates"] as const)(
    "waits for the next time if the server of %s does not answer",
    async (unavailable) => {
      const text = requestFor(one.hostname);
      const evidence = await proofOf(one, text);
      cloud.unavailable = unavailable;
      expect(await client(text, evidence)).toBe("");
      cloud.unavailable = undefined;
      expect(await client(text, evidence)).toBe("approve csr-1");
    },
  );

  test("of a machine that does not exist is denied", async () => {
    const text = requestFor(one.hostname);
    const evidence = await proofOf(one, text);
    world.lose(one);
    expect(await client(text, evidence)).toBe("deny csr-1");
  });

  test("for a server is approved for the name and addresses of the machine only", async () => {
    const user = `system:node:${one.hostname}`;
    const serve = (names: readonly string[]) =>
      decision("kubelet-serving", user, requestFor(one.hostname, names), "<no value>");
    const own = [`DNS:${one.hostname}`, `IP:${one.address}`];
    expect(await serve(own)).toBe("approve csr-1");
    expect(await serve([...own, `IP:${other.address}`])).toBe("deny csr-1");
    expect(await serve([...own, `DNS:${other.hostname}`])).toBe("deny csr-1");
  });

  test("for the server of a slot is approved for its name and address", async () => {
    const { name } = cluster.slots[0];
    const serve = (ip: string) =>
      decision(
        "kubelet-serving",
        `system:node:${name}`,
        requestFor(name, [`DNS:${name}`, `IP:${ip}`]),
        "<no value>",
      );
    expect(await serve(address(0))).toBe("approve csr-1");
    expect(await serve(address(1))).toBe("deny csr-1");
  });
});

describe("a machine that Azure ends", () => {
  let worker: Machine;

  beforeEach(async () => {
    world.write("answer", `Approved proved|${Buffer.from("certificate\n").toString("base64")}`);
    for (const key of ["node/ca.crt", "node/join.conf"]) cloud.objects.set(key, Buffer.from(key));
    world.writeVersions(cluster);
    worker = await asWorker();
    await worker.boot();
    world.write("pods", `${worker.hostname} shop api-1\n`);
  });

  test.each(["Terminate", "Preempt"])("evicts its pods, and lets the event start: %s", async (type) => {
    cloud.announce(await asWorker("10.70.10.78"), type);
    cloud.announce(worker, type);
    const { status, output } = await worker.run("leave");
    expect(output).toContain("WAIT: pods have not moved: shop/api-1");
    expect(output).toContain("this machine leaves");
    expect(status).toBe(0);
    expect(world.read("pods")).toBe("");
    expect(cloud.hooks).toEqual(["event-1"]);
  });

  test.each([
    ["the end of another machine", "Terminate", { Resources: ["production-main-workers-1_9"] }],
    ["a restart", "Reboot", {}],
    ["an event that has started", "Terminate", { EventStatus: "Started" }],
  ])("does nothing for %s", async (_, type, changes) => {
    expect(await worker.run("leave")).toEqual({ status: 0, output: "" });
    cloud.announce(worker, type, changes);
    expect(await worker.run("leave")).toEqual({ status: 0, output: "" });
    expect(world.read("pods")).not.toBe("");
    expect(cloud.hooks).toEqual([]);
  });

  test("a worker has the timer, a control-plane machine has not: commands replace it", async () => {
    expect(worker.calls()).toContain("systemctl enable --now kubernetes-leave.timer");
    expect((await inSlot(0)).exists("etc/systemd/system/kubernetes-leave.timer")).toBe(false);
  });
});

test("a machine applies a set of manifests that Terraform gives it, and tries again for minutes", async () => {
  const machine = await inSlot(0);
  await machine.boot();
  const folder = join(machine.root, "var/lib/kubernetes-boot/terraform");
  mkdirSync(folder);
  writeFileSync(join(folder, "manifests.yaml"), "a: 1");
  writeFileSync(`${folder}.version`, "1.36.0\n");
  const older = await machine.run("manifests terraform");
  expect(older.output).toContain(
    "nothing applied: this machine has Kubernetes 1.35.4, and the manifests are for 1.36.0",
  );
  expect(older.status).toBe(0);
  expect(world.read("manifests")).toBe("");
  writeFileSync(`${folder}.version`, "1.35.4\n");
  world.write("refused", "1\n2\n3\n");
  expect((await machine.run("manifests terraform")).output).toContain("try 1 of 30");
  expect(world.read("manifests")).toBe("manifests.yaml\n");
  world.write("refused", "1\n".repeat(60));
  expect((await machine.run("manifests terraform")).status).toBe(1);
});
