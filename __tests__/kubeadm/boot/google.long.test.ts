import { execFile, execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ClusterSettings } from "../../../modules/kubeadm/boot/settings";
import { functionsOf, proofOf, requestFor } from "./evidence";
import { GoogleCloud } from "./google-cloud";
import { cluster, slotSettings, workerSettings } from "./settings";
import { type Machine, storedByAll, World } from "./world";

/** The functions of the boot program for Google Cloud. Decisions are the same on each cloud; the tests of AWS have all of them. */

jest.setTimeout(120_000);

const controlPlane = "control-plane@shop-project.iam.gserviceaccount.com";
const worker = "worker@shop-project.iam.gserviceaccount.com";
const google: Partial<ClusterSettings> = { cloud: "google", region: "europe-west1", workerRole: worker };

let world: World<GoogleCloud>;
let machines = 1000;

beforeEach(async () => {
  world = await new World(new GoogleCloud()).start();
  for (const slot of [0, 1, 2]) world.addDisk(`disk-${slot}`);
});
afterEach(() => world.stop());

const address = (slot: number) => cluster.slots[slot].address;

const inSlot = (slot: number, changes: Partial<ClusterSettings> = {}): Promise<Machine> =>
  world.addMachine(
    String(machines++),
    slotSettings(slot, { diskId: "etcd", hook: undefined }, { ...google, ...changes }),
    address(slot),
    controlPlane,
  );

const asWorker = (ip = "10.70.10.77", role = worker): Promise<Machine> =>
  world.addMachine(String(machines++), workerSettings({ hook: undefined }, google), ip, role);

/** A second run finds nothing to do. */
async function expectIdempotent(machine: Machine): Promise<void> {
  const before = [world.read("members"), world.list("nodes"), [...world.cloud.objects.keys()]];
  expect((await machine.run("boot")).output).toContain("nothing to do: this machine is a node");
  expect([world.read("members"), world.list("nodes"), [...world.cloud.objects.keys()]]).toEqual(before);
}

test("INIT, JOIN and RESUME: a slot has its disk, its address and the id of its instance", async () => {
  const all: Machine[] = [];
  for (const [slot, decision] of ["INIT", "JOIN", "JOIN"].entries()) {
    all.push(await inSlot(slot));
    expect(await all[slot].boot()).toContain(`${decision}: `);
    expect(world.read(`nodes/${cluster.slots[slot].name}`).trim()).toBe(
      `gce://shop-project/europe-west1-b/${all[slot].hostname}`,
    );
    expect(all[slot].read("etc/hosts")).toContain(`${address(slot)} api.production-main.internal`);
    await expectIdempotent(all[slot]);
  }
  expect([...world.cloud.objects.keys()].sort()).toEqual(storedByAll);
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
  world.cloud.objects.set("pki/bundle.tar", stored);
  const text = functionsOf(machine) + `\necho new >"$state/new"\nstore_put_once pki/bundle.tar "$state/new"`;
  execFileSync("mkdir", ["-p", join(machine.root, "var/lib/kubernetes-boot")]);
  const run = () => promisify(execFile)("bash", ["-c", text], { env: machine.environment });
  await run();
  await run();
  expect(world.cloud.objects.get("pki/bundle.tar")).toEqual(stored);
});

test.each([401, 403, 500, 503])(
  "a store that answers %i is tried again and takes nothing for missing",
  async (status) => {
    const machine = await inSlot(0);
    for (let i = 0; i < 2; i++) {
      world.cloud.storeFailures.push(status);
      const { output, status: code } = await machine.run("boot");
      expect(code).toBe(1);
      expect(output).toContain("trying again: the store does not give initialized");
    }
    expect([...world.cloud.objects.keys()]).toEqual([]);
    expect(await machine.boot()).toContain("INIT: ");
  },
);

test("waits for the disk of the slot", async () => {
  const machine = await inSlot(0);
  rmSync(join(machine.root, "dev/disk/by-id/google-etcd"));
  for (let i = 0; i < 2; i++) {
    await machine.spawn("boot").until("WAIT: disk etcd does not appear as ");
  }
});

test("closes the metadata service for pods at each start, except its DNS server", async () => {
  const machine = await inSlot(0);
  for (let i = 0; i < 2; i++) {
    await machine.run("boot");
    expect(machine.read("nft")).toContain("ip daddr 169.254.169.254 tcp dport != 53 drop");
    rmSync(join(machine.root, "nft"));
  }
});

test("takes over the list of administrators, and each change of it", async () => {
  const key = "control-plane/administrators.json";
  world.cloud.objects.set(key, Buffer.from("{}"));
  const machine = await inSlot(0, { administrators: key });
  world.write("leader", `${cluster.slots[0].name}_1234`);
  await machine.boot();
  const applied = () => machine.calls().filter((call) => / apply -f \S+administrators\.json/.test(call));
  expect(applied()).toHaveLength(1);
  world.cloud.objects.set(key, Buffer.from('{ "changed": true }'));
  await machine.run("addons");
  expect(applied()).toHaveLength(2);
  expect(machine.read("var/lib/kubernetes-boot/administrators.json")).toContain("changed");
  world.write("leader", "another_1234");
  await machine.run("addons");
  expect(applied()).toHaveLength(2);
});

test("a worker waits for the cluster, asks for a certificate and joins", async () => {
  const machine = await asWorker();
  await machine.spawn("boot").until("WAIT: the store has no node/join.conf");
  await (await inSlot(0)).boot();
  world.writeVersions(cluster);
  world.write("answer", `Approved proved|${Buffer.from("certificate\n").toString("base64")}`);
  expect(await machine.boot()).toContain("this machine is a node");
  expect(world.read(`nodes/${machine.hostname}`).trim()).toBe(
    `gce://shop-project/europe-west1-b/${machine.hostname}`,
  );
  expect(machine.exists("etc/kubernetes/pki/ca.key")).toBe(false);
  await expectIdempotent(machine);
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

  test("of a worker is approved with the identity token of its machine, each time", async () => {
    const text = requestFor(one.hostname);
    const evidence = await proofOf(one, text);
    expect(await client(text, evidence)).toBe("approve csr-1");
    expect(await client(text, evidence)).toBe("approve csr-1");
  });

  test("is denied with the token of another machine", async () => {
    const text = requestFor(one.hostname);
    expect(await client(text, await proofOf(other, text))).toBe("deny csr-1");
  });

  test("is denied with the token for another request", async () => {
    expect(await client(requestFor(one.hostname), await proofOf(one, requestFor(one.hostname)))).toBe(
      "deny csr-1",
    );
  });

  test("is denied with the token of a machine with another service account", async () => {
    const foreign = await asWorker("10.70.40.13", "other@shop-project.iam.gserviceaccount.com");
    const text = requestFor(foreign.hostname);
    expect(await client(text, await proofOf(foreign, text))).toBe("deny csr-1");
  });

  test.each([
    ["that has ended", { lifetime: -1 }],
    ["that Google has not signed", { forged: true }],
    ["of another issuer", { claims: { iss: "https://tokens.example.com" } }],
    ["of no machine", { claims: { google: {} } }],
  ])("is denied with a token %s", async (_, changes) => {
    Object.assign(world.cloud, changes);
    const text = requestFor(one.hostname);
    expect(await client(text, await proofOf(one, text))).toBe("deny csr-1");
  });

  test.each([
    ["nothing", "<no value>"],
    ["no base64", "%%%"],
    ["one part", Buffer.from("abc").toString("base64")],
    ["options", Buffer.from("-x.-y.@/etc/passwd").toString("base64")],
  ])("is denied with %s as proof", async (_, evidence) => {
    expect(await client(requestFor(one.hostname), evidence)).toBe("deny csr-1");
  });

  test("for a server is approved for the names and addresses of the machine only", async () => {
    const user = `system:node:${one.hostname}`;
    const serve = (names: readonly string[]) =>
      decision("kubelet-serving", user, requestFor(one.hostname, names), "<no value>");
    const own = [`DNS:${one.hostname}`, `IP:${one.address}`];
    expect(await serve(own)).toBe("approve csr-1");
    expect(await serve([...own, `DNS:${one.hostname}.europe-west1-b.c.shop-project.internal`])).toBe(
      "approve csr-1",
    );
    expect(await serve([...own, `IP:${other.address}`])).toBe("deny csr-1");
    expect(await serve([...own, `DNS:${other.hostname}`])).toBe("deny csr-1");
  });

  test("for the server of a slot is approved for its name and address", async () => {
    const { name } = cluster.slots[0];
    const text = requestFor(name, [`DNS:${name}`, `IP:${address(0)}`]);
    expect(await decision("kubelet-serving", `system:node:${name}`, text, "<no value>")).toBe(
      "approve csr-1",
    );
    const foreign = requestFor(name, [`DNS:${name}`, `IP:${address(1)}`]);
    expect(await decision("kubelet-serving", `system:node:${name}`, foreign, "<no value>")).toBe(
      "deny csr-1",
    );
  });
});
