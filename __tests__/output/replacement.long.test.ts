import * as fs from "node:fs";
import { spawn, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { writeFolder, writeFolders } from "../../modules/export";
import { replaceFiles } from "../../modules/output";

// The same object for all modules, so that its functions can be replaced.
const real = jest.requireActual<typeof fs>("node:fs");
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } = { ...real };

let scratch: string;
beforeEach(() => {
  scratch = fs.mkdtempSync(join(tmpdir(), "output-"));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(scratch, { recursive: true });
});

const before = { "main.tf.json": "old", "backend.tf.json": "old" };
const after = { "main.tf.json": "new", "README.md": "new" };

/** Files below a folder, by path; links with their targets. */
function tree(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        const text = entry.isSymbolicLink() ? `-> ${fs.readlinkSync(file)}` : readFileSync(file, "utf8");
        return [file.slice(folder.length + 1), text];
      }),
  );
}

function errorOf(action: () => unknown): string {
  try {
    action();
  } catch (failure) {
    expect((failure as { isInputError?: boolean }).isInputError).toBe(true);
    return (failure as Error).message;
  }
  return "";
}

const writes = [
  "mkdirSync",
  "openSync",
  "writeFileSync",
  "fsyncSync",
  "linkSync",
  "symlinkSync",
  "copyFileSync",
] as const;

/** Lets the n-th change of the file system fail, and all writes after it. Returns whether one failed. */
function failAt(n: number, code: string): () => boolean {
  let left = n;
  let failed = false;
  for (const name of [...writes, "renameSync"] as const) {
    const original = real[name] as (...args: unknown[]) => unknown;
    jest.spyOn(real, name as "mkdirSync").mockImplementation(((...args: unknown[]) => {
      if (left-- === 0 || (failed && name !== "renameSync")) {
        failed = true;
        throw Object.assign(new Error(`${code}: ${String(args[0])}`), { code, syscall: name });
      }
      return original(...args);
    }) as never);
  }
  return () => failed;
}

describe.each([
  ["ENOSPC", "the disk is full", "space"],
  ["EDQUOT", "quota", "space"],
  ["EROFS", "read-only", "writable"],
  ["EACCES", "permission denied", "writable"],
  ["EIO", "EIO", "possible"],
])("on %s", (code, text, rule) => {
  test("folders are all old or all new, at each change of the file system", () => {
    const [one, two] = ["one", "two"].map((name) => join(scratch, "out", name));
    const both = (files: Readonly<Record<string, string>>) => [one, two].map((folder) => ({ folder, files }));
    let failures = 0;
    for (let n = 0; n < 200; n++) {
      rmSync(join(scratch, "out"), { recursive: true, force: true });
      writeFolders(both(before));
      mkdirSync(join(two, ".terraform"));
      writeFileSync(join(two, ".terraform", "state"), "state");
      const old = tree(scratch);

      const hasFailed = failAt(n, code);
      const message = errorOf(() => writeFolders(both(after), { force: true }));
      jest.restoreAllMocks();
      if (!hasFailed()) break;
      failures++;
      expect(message).toMatch(
        new RegExp(`^/.*/(one|two) cannot be written: .*${text}.* \\[output/${rule}\\]$`),
      );
      expect(message).not.toContain("\n");
      expect(tree(scratch)).toEqual(old);
      expect(readdirSync(join(scratch, "out")).sort()).toEqual(["one", "two"]);
    }
    expect(failures).toBeGreaterThan(15);
    expect(tree(scratch)).toMatchObject({
      "out/one/main.tf.json": "new",
      "out/two/.terraform/state": "state",
    });
  });

  test("new folders are not created", () => {
    for (let n = 0; n < 100; n++) {
      const hasFailed = failAt(n, code);
      const message = errorOf(() => writeFolder(join(scratch, "a/b/stack"), after));
      jest.restoreAllMocks();
      if (!hasFailed()) break;
      expect(message).toContain(`[output/${rule}]`);
      expect(readdirSync(scratch)).toEqual([]);
    }
    expect(readdirSync(join(scratch, "a/b"))).toEqual(["stack"]);
  });

  test("files of a synthesis are the old ones, at each change of the file system", () => {
    const out = join(scratch, "cdktf.out");
    const synthesize = (...stacks: string[]) =>
      replaceFiles(out, "manifest.json", (folder) => {
        for (const stack of stacks) {
          real.mkdirSync(join(folder, stack));
          real.writeFileSync(join(folder, stack, "cdk.tf.json"), stacks.join());
        }
        real.writeFileSync(join(folder, "manifest.json"), stacks.join());
      });
    let failures = 0;
    for (let n = 0; n < 100; n++) {
      rmSync(out, { recursive: true, force: true });
      synthesize("a");
      const old = tree(out);
      const hasFailed = failAt(n, code);
      const message = errorOf(() => synthesize("b", "c"));
      jest.restoreAllMocks();
      if (!hasFailed()) break;
      failures++;
      expect(message).toMatch(new RegExp(`cdktf.out cannot be written: .* \\[output/${rule}\\]$`));
      expect(tree(out)).toEqual(old);
      expect(readdirSync(out).sort()).toEqual(["a", "manifest.json"]);
    }
    expect(failures).toBeGreaterThan(10);
    expect(Object.keys(tree(out)).sort()).toEqual([
      "a/cdk.tf.json",
      "b/cdk.tf.json",
      "c/cdk.tf.json",
      "manifest.json",
    ]);
  });
});

describe("folders of other programs and users", () => {
  test.each([
    ".stack.old",
    ".stack.1.new",
    ".stack.new",
    ".stack.tmp",
    ".stack.01234567-1-0123456789ab.new",
    "stack.old",
    ".old",
  ])("%s stays", (name) => {
    for (const target of ["stack", "."]) {
      const folder = join(scratch, name, target);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "mine"), "mine");
    }
    const mine = tree(scratch);
    writeFolder(join(scratch, "stack"), before);
    writeFolder(join(scratch, "stack"), after, { force: true });
    expect(tree(scratch)).toMatchObject(mine);
    expect(readdirSync(scratch).sort()).toEqual([name, "stack"].sort());
  });

  test("a folder with the name of a file is never replaced", () => {
    const folder = join(scratch, "stack");
    mkdirSync(join(folder, "README.md"), { recursive: true });
    writeFileSync(join(folder, "README.md", "mine"), "mine");
    expect(errorOf(() => writeFolder(folder, after, { force: true }))).toMatch(
      /README.md is a folder.*\[output\/folder\]$/,
    );
    expect(tree(scratch)).toEqual({ "stack/README.md/mine": "mine" });
  });
});

describe("symbolic links", () => {
  test("to a folder stay, and the folder is written", () => {
    const target = join(scratch, "disk/real");
    writeFolder(target, before);
    writeFileSync(join(target, "terraform.tfstate"), "state");
    symlinkSync("disk/real", join(scratch, "stack"));
    writeFolder(join(scratch, "stack"), after, { force: true });
    expect(fs.readlinkSync(join(scratch, "stack"))).toBe("disk/real");
    expect(tree(target)).toEqual({ ...after, "terraform.tfstate": "state" });
    expect(readdirSync(dirname(target))).toEqual([basename(target)]);
  });

  test("to a folder above stay", () => {
    mkdirSync(join(scratch, "disk"));
    symlinkSync("disk", join(scratch, "out"));
    writeFolder(join(scratch, "out/stack"), after);
    expect(tree(join(scratch, "disk"))).toEqual({ "stack/main.tf.json": "new", "stack/README.md": "new" });
  });

  test.each([
    [
      "without a target",
      "out/stack",
      "out/stack",
      "nowhere",
      /out\/stack is a symbolic link without a target \[output\/links\]$/,
    ],
    [
      "without a target above",
      "out",
      "out/stack",
      "nowhere",
      /out is a symbolic link without a target \[output\/links\]$/,
    ],
    ["to itself", "out/stack", "out/stack", "stack", /\[output\/links\]$/],
    ["to itself above", "out", "out/stack", "out", /\[output\/links\]$/],
    [
      "to a file",
      "out/stack",
      "out/stack",
      "../file",
      /out\/stack exists and is not a folder \[output\/folder\]$/,
    ],
  ])("%s are refused", (_, link, folder, target, message) => {
    writeFileSync(join(scratch, "file"), "mine");
    mkdirSync(dirname(join(scratch, link)), { recursive: true });
    symlinkSync(target, join(scratch, link));
    const old = tree(scratch);
    for (const force of [false, true]) {
      expect(errorOf(() => writeFolder(join(scratch, folder), after, { force }))).toMatch(message);
    }
    expect(errorOf(() => replaceFiles(join(scratch, folder), "last", () => undefined))).toMatch(message);
    expect(tree(scratch)).toEqual(old);
  });
});

test.each(["file", "file/stack", "file/a/b/stack"])(
  "a file in the place of a folder is reported: %s",
  (folder) => {
    writeFileSync(join(scratch, "file"), "mine");
    const message = /file exists and is not a folder \[output\/folder\]$/;
    expect(errorOf(() => writeFolder(join(scratch, folder), after, { force: true }))).toMatch(message);
    expect(errorOf(() => replaceFiles(join(scratch, folder), "last", () => undefined))).toMatch(message);
    expect(tree(scratch)).toEqual({ file: "mine" });
  },
);

/** Runs a program with `writeFolder` and `replaceFiles` in a separate process. */
function program(text: string): string[] {
  return ["-e", `const load = require("./scripts/run.js").load; ${text}`];
}

test("concurrent runs never mix their files", async () => {
  const out = join(scratch, "stack");
  const names = Array.from({ length: 6 }, (_, i) => `${i}.json`);
  writeFolder(out, { "main.tf.json": "0" });
  writeFileSync(join(out, "terraform.tfstate"), "state");
  // Loads the bundle once, before the runs.
  spawnSync(process.execPath, program(`load("modules/export/write.ts")`));
  spawnSync(process.execPath, program(`load("modules/output/index.ts")`));
  const runs = [1, 2, 3].map((id) => {
    const child = spawn(
      process.execPath,
      program(`
        Promise.all([load("modules/export/write.ts"), load("modules/output/index.ts")]).then(([{ writeFolder }, { replaceFiles }]) => {
          const fs = require("fs");
          for (let i = 0; i < 30; i++) {
            const files = Object.fromEntries(["main.tf.json", "README.md", "outputs.tf.json"].map((name) => [name, "${id} " + i]));
            try { writeFolder(${JSON.stringify(out)}, files, { force: true }); }
            catch (failure) { if (!failure.isInputError) throw failure; console.log(failure.message); }
            replaceFiles(${JSON.stringify(join(scratch, "cdktf.out"))}, "manifest.json", (folder) => {
              for (const name of ${JSON.stringify(names)}) fs.writeFileSync(folder + "/" + name, "${id} " + i);
              fs.writeFileSync(folder + "/manifest.json", "${id} " + i);
            });
          }
        });`),
    );
    let text = "";
    let faults = "";
    child.stdout.on("data", (part) => (text += part));
    child.stderr.on("data", (part) => (faults += part));
    return new Promise<{ text: string; faults: string }>((resolve) =>
      child.on("close", () => resolve({ text, faults })),
    );
  });
  for (const { text, faults } of await Promise.all(runs)) {
    expect(faults).toBe("");
    for (const line of text.split("\n").filter(Boolean)) expect(line).toMatch(/ \[output\/concurrent\]$/);
  }
  const { "terraform.tfstate": state, ...files } = tree(out);
  expect(state).toBe("state");
  expect(Object.keys(files).sort()).toEqual(["README.md", "main.tf.json", "outputs.tf.json"]);
  expect(new Set(Object.values(files)).size).toBe(1);
  const synthesis = tree(join(scratch, "cdktf.out"));
  expect(Object.keys(synthesis).sort()).toEqual([...names, "manifest.json"]);
  expect(new Set(Object.values(synthesis)).size).toBe(1);
  expect(readdirSync(scratch).sort()).toEqual(["cdktf.out", "stack"]);
}, 120_000);

test("a run waits while another process moves its files", async () => {
  const out = join(scratch, "cdktf.out");
  const lock = join(out, ".lock");
  mkdirSync(out);
  // This process is running.
  writeFileSync(lock, String(process.pid));
  const child = spawn(
    process.execPath,
    program(`
      load("modules/output/index.ts").then(({ replaceFiles }) => {
        replaceFiles(${JSON.stringify(out)}, "manifest.json", (folder) => {
          require("fs").writeFileSync(folder + "/manifest.json", "new");
          require("fs").writeSync(1, "written");
        });
      });`),
  );
  const closed = new Promise((resolve) => child.on("close", resolve));
  await new Promise((resolve) => child.stdout.once("data", resolve));
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(existsSync(join(out, "manifest.json"))).toBe(false);
  expect(readFileSync(lock, "utf8")).toBe(String(process.pid));
  rmSync(lock);
  expect(await closed).toBe(0);
  expect(tree(out)).toEqual({ "manifest.json": "new" });
});
