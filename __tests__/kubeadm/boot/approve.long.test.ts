import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { cluster, slotSettings, workerSettings } from "./settings";
import { type Machine, World } from "./world";

jest.setTimeout(120_000);

const controlPlane = "production-main-control-plane";
const worker = "production-main-worker";

let world: World;
let slot: Machine;
let one: Machine;
let other: Machine;

beforeEach(async () => {
  world = await new World().start();
  world.addDisk("vol-000000000000000a");
  slot = await world.addMachine("i-0", slotSettings(0), cluster.slots[0].address, controlPlane);
  await slot.boot();
  one = await world.addMachine("i-1a", workerSettings(), "10.70.40.11", worker);
  other = await world.addMachine("i-2b", workerSettings(), "10.70.40.12", worker);
  world.write("leader", `${cluster.slots[0].name}_1234`);
});
afterEach(() => world.stop());

/** A request for a certificate, in base64 of its PEM. */
function request(name: string, names: readonly string[] = [], group = "system:nodes"): string {
  const folder = mkdtempSync(join(tmpdir(), "request-"));
  try {
    const file = join(folder, "request");
    execFileSync(
      "openssl",
      [
        ...[
          "req",
          "-new",
          "-nodes",
          "-newkey",
          "ec",
          "-pkeyopt",
          "ec_paramgen_curve:prime256v1",
          "-keyout",
          "/dev/null",
        ],
        ...["-subj", `/O=${group}/CN=system:node:${name}`, "-out", file],
        ...(names.length > 0 ? ["-addext", `subjectAltName=${names.join(",")}`] : []),
      ],
      { stdio: "ignore" },
    );
    return readFileSync(file).toString("base64");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The proof that a machine makes for a request. */
async function proof(machine: Machine, text: string): Promise<string> {
  const program = machine.read("usr/local/lib/kubernetes-boot/boot.sh");
  const functions = program.slice(0, program.lastIndexOf("case ${1-} in"));
  const hash = createHash("sha256").update(text).digest("hex");
  const script = `${functions}\ncloud proof ${hash} | base64 -w 0`;
  const { stdout } = await promisify(execFile)("bash", ["-c", script], { env: machine.environment });
  return stdout;
}

const client = "kubernetes.io/kube-apiserver-client-kubelet";
const serving = "kubernetes.io/kubelet-serving";
const token = "system:bootstrap:abcdef";

/** The decision about one request. */
async function decision(
  signer: string,
  user: string,
  text: string,
  evidence = "<no value>",
): Promise<string> {
  world.write("decisions", "");
  world.write("pending", `csr-1|${signer}|${user}|${text}|${evidence}\n`);
  const { output, status } = await slot.run("approve");
  expect({ output, status }).toMatchObject({ status: 0 });
  return world.read("decisions").trim();
}

describe("a request for the certificate of a worker", () => {
  test.each([
    ["without a proof", "<no value>"],
    ["with a proof that is no base64", "%%%"],
    ["with options of curl in the proof", Buffer.from("x\ny\n@/etc/passwd\n").toString("base64")],
  ])("is denied %s", async (_, evidence) => {
    expect(await decision(client, token, request(one.hostname), evidence)).toBe("deny csr-1");
  });

  test("is approved with the proof of its machine", async () => {
    const text = request(one.hostname);
    expect(await decision(client, token, text, await proof(one, text))).toBe("approve csr-1");
  });

  test("is denied with the proof of another machine: a worker cannot claim another node's name", async () => {
    const text = request(one.hostname);
    expect(await decision(client, token, text, await proof(other, text))).toBe("deny csr-1");
  });

  test("is denied with the proof for another request: a proof cannot be used twice", async () => {
    const evidence = await proof(one, request(one.hostname));
    expect(await decision(client, token, request(one.hostname), evidence)).toBe("deny csr-1");
  });

  test("is denied with the proof of a machine with another role", async () => {
    const foreign = await world.addMachine("i-3c", workerSettings(), "10.70.40.13", "another-role");
    const text = request(foreign.hostname);
    expect(await decision(client, token, text, await proof(foreign, text))).toBe("deny csr-1");
  });

  test.each([
    ["names", ["DNS:api.production-main.internal"], "system:nodes"],
    ["the group of administrators", [], "system:masters"],
  ])("is denied with %s, in spite of the proof", async (_, names, group) => {
    const text = request(one.hostname, names, group);
    expect(await decision(client, token, text, await proof(one, text))).toBe("deny csr-1");
  });

  test("waits while the cloud does not answer", async () => {
    const text = request(one.hostname);
    const evidence = await proof(one, text);
    for (const service of ["sts", "ec2"]) {
      world.cloud.unavailable.add(service);
      expect(await decision(client, token, text, evidence)).toBe("");
      world.cloud.unavailable.delete(service);
    }
    expect(await decision(client, token, text, evidence)).toBe("approve csr-1");
  });

  test("of a user that is no token is left to others", async () => {
    expect(await decision(client, `system:node:${one.hostname}`, request(one.hostname))).toBe("");
  });

  test("for another signer is left to others", async () => {
    expect(await decision("kubernetes.io/kube-apiserver-client", token, request(one.hostname))).toBe("");
  });
});

describe("a request for a serving certificate", () => {
  const user = (machine: Machine) => `system:node:${machine.hostname}`;
  const own = (machine: Machine) => [`DNS:${machine.hostname}`, `IP:${machine.address}`];

  test("is approved for the names and addresses of the machine", async () => {
    expect(await decision(serving, user(one), request(one.hostname, own(one)))).toBe("approve csr-1");
  });

  test("of a slot is approved for its name and address", async () => {
    const { name, address } = cluster.slots[0];
    const names = [`DNS:${name}`, `IP:${address}`];
    expect(await decision(serving, `system:node:${name}`, request(name, names))).toBe("approve csr-1");
  });

  test.each([
    ["a worker", () => one.hostname, () => own(one)],
    ["a slot", () => cluster.slots[0].name, () => [`IP:${cluster.slots[0].address}`]],
  ])("of %s waits while the cloud does not answer", async (_, name, names) => {
    world.cloud.unavailable.add("ec2");
    expect(await decision(serving, `system:node:${name()}`, request(name(), names()))).toBe("");
    world.cloud.unavailable.delete("ec2");
    expect(await decision(serving, `system:node:${name()}`, request(name(), names()))).toBe("approve csr-1");
  });

  test.each([
    ["the address of another machine", (): string[] => [...own(one), `IP:${other.address}`]],
    ["the name of another machine", (): string[] => [...own(one), `DNS:${other.hostname}`]],
    ["the name of the API server", (): string[] => ["DNS:api.production-main.internal"]],
    ["only a part of the name", (): string[] => [`DNS:${one.hostname.slice(0, 8)}`]],
    ["no name", (): string[] => []],
  ])("is denied for %s", async (_, names) => {
    expect(await decision(serving, user(one), request(one.hostname, names()))).toBe("deny csr-1");
  });

  test("is denied for the name of another node", async () => {
    expect(await decision(serving, user(one), request(other.hostname, own(other)))).toBe("deny csr-1");
  });

  test("is denied with another group", async () => {
    const text = request(one.hostname, own(one), "system:masters");
    expect(await decision(serving, user(one), text)).toBe("deny csr-1");
  });
});
