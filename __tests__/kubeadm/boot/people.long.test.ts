import { execFileSync } from "node:child_process";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { join } from "node:path";
import { parse } from "yaml";
import { cluster, slotSettings } from "./settings";
import { type Machine, World } from "./world";

jest.setTimeout(60_000);

const key = "control-plane/authenticator.json";
const service = "kubernetes-authenticator.service";

let world: World;

beforeEach(async () => {
  world = await new World().start();
  for (const slot of [0, 1]) world.addDisk(`vol-00000000000000${slot}a`);
  world.cloud.objects.set(key, Buffer.from('{"clusterID":"production-main"}'));
});
afterEach(() => world.stop());

const inSlot = (slot: number): Promise<Machine> =>
  world.addMachine(
    `i-${slot}`,
    slotSettings(slot, {}, { authenticator: key }),
    cluster.slots[slot].address,
    "production-main-control-plane",
  );

const folder = "var/lib/kubernetes-boot/authenticator";

test("the API server of each slot finds the authenticator of its machine, by a certificate that only this machine has", async () => {
  const certificates: string[] = [];
  for (const slot of [0, 1]) {
    const machine = await inSlot(slot);
    await machine.boot();
    expect(machine.calls()).toContain(`systemctl enable --now ${service}`);
    expect(machine.read(`${folder}/config.json`)).toBe('{"clusterID":"production-main"}');

    const text = machine.read("etc/kubernetes/api-server/webhook.yaml");
    const { clusters } = parse(text) as { clusters: { cluster: Record<string, string> }[] };
    expect(clusters[0].cluster.server).toBe("https://127.0.0.1:21362/authenticate");
    const pem = Buffer.from(clusters[0].cluster["certificate-authority-data"], "base64").toString();
    const certificate = new X509Certificate(pem);
    expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
    expect(certificate.checkPrivateKey(createPrivateKey(machine.read(`${folder}/key.pem`)))).toBe(true);
    const mode = execFileSync("stat", ["-c", "%a", join(machine.root, folder, "key.pem")], {
      encoding: "utf8",
    });
    expect(mode.trim()).toBe("600");
    certificates.push(pem);
  }
  expect(certificates[0]).not.toBe(certificates[1]);
});

test("starts before the API server, which reads the file when it starts", async () => {
  const machine = await inSlot(0);
  await machine.boot();
  const calls = machine.calls();
  const started = calls.findIndex((call) => call.includes(service));
  expect(started).toBeGreaterThan(0);
  expect(started).toBeLessThan(calls.findIndex((call) => call.startsWith("kubeadm init --config")));
});

test("takes over another list of administrators on every slot, once, also after a crash in between", async () => {
  const machine = await inSlot(0);
  await machine.boot();
  world.write("leader", "another-machine_x");
  const restarts = () => machine.calls().filter((call) => call === `systemctl try-restart ${service}`).length;
  const before = restarts();
  await machine.run("addons");
  expect(restarts()).toBe(before);

  world.cloud.objects.set(key, Buffer.from('{"clusterID":"production-main","server":{}}'));
  expect((await machine.run("addons")).output).toContain("took over the list of administrators");
  expect(restarts()).toBe(before + 1);
  expect(machine.read(`${folder}/config.json`)).toBe('{"clusterID":"production-main","server":{}}');
  await machine.run("addons");
  expect(restarts()).toBe(before + 1);

  // The machine failed before the service restarted: the list is not applied.
  execFileSync("rm", [join(machine.root, folder, "applied.json")]);
  await machine.run("addons");
  expect(restarts()).toBe(before + 2);
});

test("refuses an image without the program, before it changes the cluster", async () => {
  world.removeProgram("aws-iam-authenticator");
  const machine = await inSlot(0);
  const { status, output } = await machine.run("boot");
  expect(status).toBe(1);
  expect(output).toContain(
    "refused: the machine must have the program aws-iam-authenticator, because the cluster has administrators",
  );
  expect(world.cloud.hooks).toEqual(["i-0 ABANDON"]);
  expect(machine.calls().filter((call) => call.startsWith("kubeadm init --config"))).toEqual([]);
});

test("a cluster without administrators needs no program", async () => {
  world.removeProgram("aws-iam-authenticator");
  const machine = await world.addMachine(
    "i-0",
    slotSettings(0),
    cluster.slots[0].address,
    "production-main-control-plane",
  );
  await machine.boot();
  expect(machine.calls().filter((call) => call.includes(service))).toEqual([]);
  expect(machine.exists("etc/kubernetes/api-server/webhook.yaml")).toBe(false);
});

test("the certificate authority is stored as text, which Terraform reads", async () => {
  await (await inSlot(0)).boot();
  expect(world.cloud.types.get("node/ca.crt")).toBe("text/plain");
});
