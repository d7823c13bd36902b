import { createSocket } from "node:dgram";
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { join, relative } from "node:path";
import { Cloud, type CloudMachine, type CloudPerson } from "../kubeadm/boot/cloud";

/**
 * The cloud of the lab, in the namespace of the bridge: the metadata service, the APIs and the DNS. `cloud.json` in the folder has the
 * machines and names; it is read at each request, so that the lab changes it at any time. The folder `assets` has
 * objects of the store that are files from the start. `objects.json` has the keys of the store, `hooks` the completed launching hooks.
 */
export function main(): void {
  const [, , folder] = process.argv;
  const certificate = {
    key: readFileSync(join(folder, "tls.key")),
    cert: readFileSync(join(folder, "tls.crt")),
  };
  const cloud = new Cloud((machine, disk) => attach(folder, machine, disk));

  const assets = join(folder, "assets");
  for (const file of existsSync(assets) ? filesBelow(assets) : []) {
    cloud.objects.set(`assets/${file}`, readFileSync(join(assets, file)));
  }

  const settings = () => {
    const read = JSON.parse(readFileSync(join(folder, "cloud.json"), "utf8")) as Settings;
    cloud.machines.clear();
    for (const machine of read.machines) cloud.machines.set(machine.id, machine);
    for (const [id, person] of Object.entries(read.people)) cloud.people.set(id, person);
    for (const [key, text] of Object.entries(read.objects)) cloud.objects.set(key, Buffer.from(text));
    return read;
  };

  createHttpServer((request, response) => {
    const address = request.socket.remoteAddress?.replace("::ffff:", "");
    const machine = settings().machines.find((one) => one.address === address);
    // A machine that lies states the name of another one. Only its own view of the metadata changes.
    cloud.metadata(machine && { ...machine, hostname: machine.claim ?? machine.hostname }, request, response);
  }).listen(80, "169.254.169.254");

  createHttpsServer(certificate, (request, response) => {
    settings();
    const known = cloud.hooks.length;
    void cloud.answer(request, response).then(() => {
      for (const hook of cloud.hooks.slice(known)) appendFileSync(join(folder, "hooks"), `${hook}\n`);
      // The lab reads the file at any time.
      writeFileSync(join(folder, "objects.part"), JSON.stringify([...cloud.objects.keys()]));
      renameSync(join(folder, "objects.part"), join(folder, "objects.json"));
    });
  }).listen(443, "10.70.0.2");

  const dns = createSocket("udp4");
  dns.on("message", (query, { port, address }) => dns.send(answerOf(query, settings().names), port, address));
  dns.bind(53, "10.70.0.2");
}

interface Settings {
  readonly machines: readonly (CloudMachine & { readonly claim?: string })[];
  readonly names: Readonly<Record<string, string>>;
  /** People by the id of their key. */
  readonly people: Readonly<Record<string, CloudPerson>>;
  /** Objects that Terraform writes to the store. */
  readonly objects: Readonly<Record<string, string>>;
}

/** The files of a folder and of those below it. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** Gives a disk to a machine: its link appears where udev creates it. A disk that a running machine has is refused. */
function attach(folder: string, machine: string, disk: string): boolean {
  const owner = join(folder, "disks", `${disk}.owner`);
  const state = (one: string) => join(folder, "machines", one);
  if (existsSync(owner)) {
    const other = readFileSync(owner, "utf8");
    if (other !== machine && existsSync(join(state(other), "running"))) return false;
  }
  writeFileSync(owner, machine);
  const link = join(
    state(machine),
    "disks/by-id",
    `nvme-Amazon_Elastic_Block_Store_${disk.replace("-", "")}`,
  );
  if (existsSync(link)) unlinkSync(link);
  symlinkSync(readFileSync(join(folder, "disks", `${disk}.device`), "utf8").trim(), link);
  return true;
}

/** Answers a query for an address. */
function answerOf(query: Buffer, names: Readonly<Record<string, string>>): Buffer {
  let at = 12;
  const labels: string[] = [];
  while (query[at] !== 0) {
    labels.push(query.toString("ascii", at + 1, at + 1 + query[at]));
    at += 1 + query[at];
  }
  const question = query.subarray(12, at + 5);
  const isAddress = query.readUInt16BE(at + 1) === 1;
  const name = labels.join(".").toLowerCase();
  const found = Object.hasOwn(names, name) ? names[name] : undefined;
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(found === undefined ? 0x8183 : 0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found !== undefined && isAddress ? 1 : 0, 6);
  header.writeUInt32BE(0, 8);
  if (found === undefined || !isAddress) return Buffer.concat([header, question]);
  const record = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 5, 0, 4, ...found.split(".").map(Number)]);
  return Buffer.concat([header, question, record]);
}
