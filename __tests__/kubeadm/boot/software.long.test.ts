import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClusterSettings } from "../../../modules/kubeadm/boot/settings";
import { cluster, slotSettings } from "./settings";
import { type Machine, World } from "./world";
import { filled, type Manifest } from "../../../modules/kubeadm/software/manifests";

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

const file = {
  kind: "program" as const,
  path: "dl.k8s.io/release/v1.35.4/bin/linux/amd64/kubelet",
  sha256: "0".repeat(64),
  to: "/usr/local/bin/kubelet",
};
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

/** An archive with one program, whose files belong to another user, as those that projects build. */
function archive(name: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  try {
    chmodSync(folder, 0o755);
    writeFileSync(join(folder, name), name, { mode: 0o755 });
    return execFileSync("tar", ["--owner=1001", "--group=118", "-czf", "-", "-C", folder, "."]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("an archive is unpacked as files of root that each user can read, and again if its folder is lost", async () => {
  const content = archive("bridge");
  const sum = createHash("sha256").update(content).digest("hex");
  const path = "github.com/containernetworking/plugins/releases/download/v1.9.1/cni.tgz";
  world.cloud.objects.set(`assets/${path}`, content);
  const files = [{ kind: "archive" as const, path, sha256: sum, to: "/opt/cni/bin" }];
  const machine = await start({ software: { source: "store", files } });
  await machine.boot();
  const { uid, gid } = statSync(machine.root);
  for (const name of ["opt/cni", "opt/cni/bin", "opt/cni/bin/bridge"]) {
    const found = statSync(join(machine.root, name));
    expect([name, found.uid, found.gid, (found.mode & 0o777).toString(8)]).toEqual([name, uid, gid, "755"]);
  }
  rmSync(join(machine.root, "opt/cni"), { recursive: true });
  await machine.run("boot");
  expect(machine.exists("opt/cni/bin/bridge")).toBe(true);
});

test("a file for two paths is installed for both", async () => {
  world.cloud.objects.set(`assets/${file.path}`, Buffer.from("program"));
  const sha256 = createHash("sha256").update("program").digest("hex");
  const files = ["/usr/local/bin/one", "/usr/local/bin/two"].map((to) => ({ ...file, sha256, to }));
  const machine = await start({ software: { source: "store", files } });
  await machine.boot();
  expect(["one", "two"].map((name) => machine.read(`usr/local/bin/${name}`))).toEqual(["program", "program"]);
});

test("software with another checksum is refused", async () => {
  world.cloud.objects.set(`assets/${file.path}`, Buffer.from("program"));
  const machine = await start({ software });
  expect((await machine.run("boot")).output).toMatch(
    /refused: dl\.k8s\.io\/release\/v1\.35\.4\/bin\/linux\/amd64\/kubelet must have the SHA-256 0{64}, got \w{64}/,
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

test("the first machine applies the manifests of the store, and the leader a changed list", async () => {
  const put = (name: string, text: string) =>
    world.cloud.objects.set(`assets/manifests/${name}`, Buffer.from(text));
  put("one.yaml", "a: 1");
  put("two.json", "{}");
  put("index", "# 1.35.4\none.yaml 1\ntwo.json 2\n");
  const machine = await start();
  expect((await machine.run("boot")).output).toContain("applied manifests");
  const first = "one.yaml\ntwo.json\n";
  expect(world.read("manifests")).toBe(first);
  world.write("leader", `${cluster.slots[0].name}_1234`);
  await machine.run("addons");
  expect(world.read("manifests")).toBe(first);

  // A machine of the new version applies it.
  put("index", "# 1.36.0\none.yaml 1\n");
  await machine.run("addons");
  expect(world.read("manifests")).toBe(first);
  put("index", "# 1.35.4\none.yaml 1\n");
  world.write("leader", "another_1234");
  await machine.run("addons");
  expect(world.read("manifests")).toBe(first);
  world.write("leader", `${cluster.slots[0].name}_1234`);
  await machine.run("addons");
  expect(world.read("manifests")).toBe(`${first}one.yaml\n`);
  expect(world.read("sets").match(/kind: ManifestSet/g)).toHaveLength(1);
});

test("a manifest that cannot be applied does not keep the machine from working, and the leader tries again", async () => {
  world.cloud.objects.set("assets/manifests/one.yaml", Buffer.from("a: 1"));
  world.cloud.objects.set("assets/manifests/index", Buffer.from("# 1.35.4\none.yaml 1\n"));
  world.write("refused", "1\n2\n3\n4\n");
  const machine = await start();
  const { output, status } = await machine.run("boot");
  expect(output).toContain("manifests were not applied");
  expect(output).toContain("the timer applies the manifests again");
  expect(output).toContain("this machine is a node");
  expect(status).toBe(0);
  world.write("leader", `${cluster.slots[0].name}_1234`);
  expect((await machine.run("addons")).status).toBe(1);
  expect(world.read("manifests")).toBe("");
  expect((await machine.run("addons")).status).toBe(0);
  expect(world.read("manifests")).toBe("one.yaml\n");
});

test("the object of a cluster without manifests takes the place of all others", async () => {
  const put = ({ name, content }: Manifest) => {
    world.cloud.objects.set(`assets/manifests/${name}`, Buffer.from(content));
    world.cloud.objects.set("assets/manifests/index", Buffer.from(`# 1.35.4\n${name} ${content.length}\n`));
  };
  put({ name: "one.yaml", content: "a: 1" });
  const machine = await start();
  await machine.boot();
  world.write("leader", `${cluster.slots[0].name}_1234`);
  const [none] = filled([], "store");
  put(none);
  await machine.run("addons");
  // The set that the machine applies with pruning has this object only.
  expect(world.read("manifests")).toBe("one.yaml\nno-manifests.json\n");
});

test("a list without manifests is no fault", async () => {
  world.cloud.objects.set("assets/manifests/index", Buffer.from("# 1.35.4\n"));
  const machine = await start();
  expect((await machine.run("boot")).output).not.toContain("manifests were not applied");
  expect(world.read("manifests")).toBe("");
});
