import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterSettings } from "../../../modules/kubeadm/boot/settings";
import { cluster, slotSettings } from "./settings";
import { type Machine, World } from "./world";

jest.setTimeout(60_000);

let world: World;

beforeEach(async () => {
  world = await new World().start();
  world.addDisk("vol-000000000000000a");
});
afterEach(() => world.stop());

/** A machine in the first slot. */
const start = (changes: Partial<ClusterSettings> = {}): Promise<Machine> =>
  world.addMachine(
    "i-00",
    slotSettings(0, {}, changes),
    cluster.slots[0].address,
    "production-main-control-plane",
  );

const file = { kind: "binary" as const, path: "kubernetes/1.35.4/amd64/kubelet", sha256: "0".repeat(64) };
const software = { source: "store" as const, files: [file] };

test("software is installed once, by checksum", async () => {
  world.cloud.objects.set(`assets/${file.path}`, Buffer.from("program"));
  const sum = execFileSync("sha256sum", { input: "program", encoding: "utf8" }).slice(0, 64);
  const machine = await start({ software: { ...software, files: [{ ...file, sha256: sum }] } });
  await machine.boot();
  expect(machine.read("usr/local/bin/kubelet")).toBe("program");
  world.cloud.objects.delete(`assets/${file.path}`);
  expect((await machine.run("boot")).output).toContain("nothing to do: this machine is a node");
});

test("software with another checksum is refused", async () => {
  world.cloud.objects.set(`assets/${file.path}`, Buffer.from("program"));
  const machine = await start({ software });
  expect((await machine.run("boot")).output).toMatch(
    /refused: kubernetes\/1\.35\.4\/amd64\/kubelet must have the SHA-256 0{64}, got \w{64}/,
  );
  expect(machine.exists("usr/local/bin/kubelet")).toBe(false);
  expect(world.cloud.hooks).toEqual([`${machine.id} ABANDON`]);
});

test("software of another version is refused", async () => {
  const machine = await start();
  writeFileSync(join(machine.root, "version"), "1.36.3");
  expect((await machine.run("boot")).output).toContain(
    "refused: kubeadm must have version 1.35.4, got v1.36.3",
  );
});
