import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFolder } from "../../modules/export";

let scratch: string;
let folder: string;
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "export-"));
  folder = join(scratch, "out", "stack");
});
afterEach(() => rmSync(scratch, { recursive: true }));

const before = { "main.tf.json": "old main", "backend.tf.json": "old backend" };
const after = { "main.tf.json": "new main", "README.md": "new words" };

function contents(of = folder): Record<string, string> {
  return Object.fromEntries(readdirSync(of).map((name) => [name, readFileSync(join(of, name), "utf8")]));
}

test("a folder is made with all above it", () => {
  writeFolder(folder, before);
  expect(contents()).toEqual(before);
  expect(readdirSync(join(scratch, "out"))).toEqual(["stack"]);
});

test("an empty folder is as good as none", () => {
  mkdirSync(folder, { recursive: true });
  writeFolder(folder, before);
  expect(contents()).toEqual(before);
});

test("nothing is overwritten unless it is said", () => {
  writeFolder(folder, before);
  expect(() => writeFolder(folder, after)).toThrow(
    /stack is not empty: it has backend.tf.json, main.tf.json; --force replaces what an export wrote \[output\/free\]$/,
  );
  expect(contents()).toEqual(before);
});

test("a file in the place of the folder is never replaced", () => {
  mkdirSync(join(scratch, "out"));
  writeFileSync(folder, "mine");
  expect(() => writeFolder(folder, after, { force: true })).toThrow("is there, and is no folder");
  expect(readFileSync(folder, "utf8")).toBe("mine");
});

test("with force the files of an export make way, and all others stay", () => {
  writeFolder(folder, before);
  writeFileSync(join(folder, "terraform.tfstate"), "state");
  mkdirSync(join(folder, ".terraform", "providers"), { recursive: true });
  writeFileSync(join(folder, ".terraform", "providers", "aws"), "program");
  symlinkSync("providers", join(folder, ".terraform", "link"));
  writeFolder(folder, after, { force: true });

  expect(readdirSync(folder).sort()).toEqual([
    ".terraform",
    "README.md",
    "main.tf.json",
    "terraform.tfstate",
  ]);
  expect(readFileSync(join(folder, "main.tf.json"), "utf8")).toBe("new main");
  expect(readFileSync(join(folder, "terraform.tfstate"), "utf8")).toBe("state");
  expect(readFileSync(join(folder, ".terraform", "link", "aws"), "utf8")).toBe("program");
  expect(readdirSync(join(scratch, "out"))).toEqual(["stack"]);
});

test("nothing is written while Terraform is at work there", () => {
  writeFolder(folder, before);
  writeFileSync(join(folder, ".terraform.tfstate.lock.info"), "{}");
  expect(() => writeFolder(folder, after, { force: true })).toThrow(/Terraform is at work in .*stack/);
});

test("what can't be written leaves the old folder, and nothing beside it", () => {
  writeFolder(folder, before);
  expect(() => writeFolder(folder, { "no/such/folder": "" }, { force: true })).toThrow("ENOENT");
  expect(contents()).toEqual(before);
  expect(readdirSync(join(scratch, "out"))).toEqual(["stack"]);
});

/** Runs an export that kills itself, as nothing else can stop it, before its n-th change of the file system. */
function killedAt(n: number): boolean {
  const hook = join(scratch, "hook.js");
  writeFileSync(
    hook,
    `const fs = require("fs");
     let left = Infinity;
     globalThis.arm = () => (left = ${n});
     for (const name of ["rmSync", "mkdirSync", "openSync", "writeFileSync", "fsyncSync", "closeSync", "renameSync", "linkSync"]) {
       const original = fs[name];
       fs[name] = (...args) => (left-- === 0 ? process.kill(process.pid, "SIGKILL") : original(...args));
     }`,
  );
  const program = `require("./scripts/run.js").load("modules/export/write.ts").then(({ writeFolder }) => {
    arm();
    writeFolder(${JSON.stringify(folder)}, ${JSON.stringify(after)}, { force: true });
  })`;
  const { signal, stderr } = spawnSync(process.execPath, ["--require", hook, "-e", program], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  return signal === "SIGKILL";
}

test("whenever it is killed, the old or the new folder is whole, and the next export makes good", () => {
  const seen = new Set<string>();
  for (let n = 0; ; n++) {
    rmSync(join(scratch, "out"), { recursive: true, force: true });
    writeFolder(folder, before);
    writeFileSync(join(folder, "terraform.tfstate"), "state");
    const wasKilled = killedAt(n);

    const [beside] = readdirSync(join(scratch, "out")).filter((name) => /^\.stack\..*\.new$/.test(name));
    const place = existsSync(folder) ? folder : join(scratch, "out", beside, "old");
    const { "terraform.tfstate": state, ...files } = contents(place);
    expect(state).toBe("state");
    expect([before, after]).toContainEqual(files);
    seen.add(`${place === folder ? "in place" : "beside"}: ${files["main.tf.json"]}`);

    writeFolder(folder, after, { force: true });
    expect(contents()).toEqual({ ...after, "terraform.tfstate": "state" });
    expect(readdirSync(join(scratch, "out"))).toEqual(["stack"]);
    if (!wasKilled) break;
  }
  // It was killed early, between the two renames, and late.
  expect([...seen].sort()).toEqual(["beside: old main", "in place: new main", "in place: old main"]);
}, 120_000);
