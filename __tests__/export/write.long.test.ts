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
const after = { "main.tf.json": "new main", "README.md": "new text" };

function contents(of = folder): Record<string, string> {
  return Object.fromEntries(readdirSync(of).map((name) => [name, readFileSync(join(of, name), "utf8")]));
}

test("a folder is created with its parents", () => {
  writeFolder(folder, before);
  expect(contents()).toEqual(before);
  expect(readdirSync(join(scratch, "out"))).toEqual(["stack"]);
});

test("an empty folder is like a missing one", () => {
  mkdirSync(folder, { recursive: true });
  writeFolder(folder, before);
  expect(contents()).toEqual(before);
});

test("nothing is overwritten without force", () => {
  writeFolder(folder, before);
  expect(() => writeFolder(folder, after)).toThrow(
    /stack is not empty: it has backend.tf.json, main.tf.json; --force replaces what an export wrote \[output\/free\]$/,
  );
  expect(contents()).toEqual(before);
});

test("a file with the name of the folder is never replaced", () => {
  mkdirSync(join(scratch, "out"));
  writeFileSync(folder, "mine");
  expect(() => writeFolder(folder, after, { force: true })).toThrow("exists and is not a folder");
  expect(readFileSync(folder, "utf8")).toBe("mine");
});

test("with force the files of an export are replaced, and all others are kept", () => {
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

test("nothing is written while Terraform runs in the folder", () => {
  writeFolder(folder, before);
  writeFileSync(join(folder, ".terraform.tfstate.lock.info"), "{}");
  expect(() => writeFolder(folder, after, { force: true })).toThrow(/Terraform is running in .*stack/);
});

test("a failed export keeps the old folder, without temporary files", () => {
  writeFolder(folder, before);
  expect(() => writeFolder(folder, { file: "", "file/below": "" }, { force: true })).toThrow("ENOTDIR");
  expect(contents()).toEqual(before);
  expect(readdirSync(join(scratch, "out"))).toEqual(["stack"]);
});

/** Runs an export that kills itself with SIGKILL before its n-th change of the file system. */
function killedAt(n: number): boolean {
  const hook = join(scratch, "hook.js");
  writeFileSync(
    hook,
    `const fs = require("fs");
     let left = Infinity;
     globalThis.arm = () => (left = ${n});
     const names = ["rmSync", "rmdirSync", "unlinkSync", "mkdirSync", "openSync", "writeFileSync", "fsyncSync", "closeSync", "renameSync", "linkSync"];
     for (const name of names) {
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

test("a killed export leaves the complete old or new folder, and the next export succeeds", () => {
  const seen = new Set<string>();
  for (let n = 0; ; n++) {
    rmSync(join(scratch, "out"), { recursive: true, force: true });
    writeFolder(folder, before);
    writeFileSync(join(folder, "terraform.tfstate"), "state");
    const wasKilled = killedAt(n);

    const [temporary] = readdirSync(join(scratch, "out")).filter((name) => /^\.stack\..*\.new$/.test(name));
    const place = existsSync(folder) ? folder : join(scratch, "out", temporary, "old");
    const { "terraform.tfstate": state, ...files } = contents(place);
    expect(state).toBe("state");
    expect([before, after]).toContainEqual(files);
    seen.add(`${place === folder ? "in place" : "renamed"}: ${files["main.tf.json"]}`);

    writeFolder(folder, after, { force: true });
    expect(contents()).toEqual({ ...after, "terraform.tfstate": "state" });
    expect(readdirSync(join(scratch, "out"))).toEqual(["stack"]);
    if (!wasKilled) break;
  }
  // It was killed before, between and after the two renames.
  expect([...seen].sort()).toEqual(["in place: new main", "in place: old main", "renamed: old main"]);
}, 120_000);
