import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join("__tests__", "scripts", ".run-"));
  file = join(folder, "program.ts");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(join("node_modules/.cache/cdktf-clusters", folder), { recursive: true, force: true });
});

const run = (...args: string[]): string =>
  execFileSync(process.execPath, ["scripts/run.js", file, ...args], { encoding: "utf8", stdio: "pipe" });

const kept = (ending: string): string =>
  join("node_modules/.cache/cdktf-clusters", folder, `program.js${ending}`);

test("a program sees its arguments, and packages from where the project has them", () => {
  writeFileSync(
    file,
    `import { parse } from "yaml";
     import { App } from "cdktf";
     console.log(process.argv.slice(2).join(), parse("a: 1").a, typeof App, require.resolve("cdktf"));`,
  );
  expect(run("one", "two")).toBe(`one,two 1 function ${require.resolve("cdktf")}\n`);
});

test("what is kept of an earlier run is not taken for an edit of the same length", () => {
  for (const answer of ["1", "2", "1"]) {
    writeFileSync(file, `console.log(${answer} as number);`);
    // The second run of each has the code of the first.
    expect([run(), run()]).toEqual([`${answer}\n`, `${answer}\n`]);
  }
});

test("archives can be packed, though what packs them is not loaded at first", () => {
  writeFileSync(
    file,
    `import { archiveSync } from "cdktf/lib/private/fs";
     archiveSync("bin", process.argv[2]);
     const loaded = Object.keys(require.cache).some((path) => path.includes("/archiver/"));
     console.log(require("archiver")("zip").constructor.name, loaded);`,
  );
  expect(run(join(folder, "archive.zip"))).toBe("Archiver false\n");
  expect(statSync(join(folder, "archive.zip")).size).toBeGreaterThan(100);
});

test("a broken code is made anew", () => {
  writeFileSync(file, "console.log(1);");
  run();
  writeFileSync(kept(".code"), "broken");
  expect(run()).toBe("1\n");
  expect(run()).toBe("1\n");
});

test("a file that was saved while it was bundled is bundled anew", () => {
  writeFileSync(file, "console.log(1);");
  run();
  expect(existsSync(kept(".inputs.json"))).toBe(true);
  rmSync(kept(".inputs.json"));
  // As late as a save in the middle of the next run.
  const later = new Date("2100-01-01");
  utimesSync(file, later, later);
  expect(run()).toBe("1\n");
  expect(existsSync(kept(".inputs.json"))).toBe(false);
});

test("a bundle that another run put there is not taken for that of these files", () => {
  writeFileSync(file, "console.log(1);");
  run();
  writeFileSync(kept(""), readFileSync(kept(""), "utf8").replace("1", "2"));
  expect(run()).toBe("1\n");
});

test("a program runs where nothing can be kept", () => {
  writeFileSync(file, "console.log(1);");
  // In the way of the folder; who runs as root may write everywhere.
  writeFileSync(join("node_modules/.cache/cdktf-clusters", folder), "");
  expect([run(), run()]).toEqual(["1\n", "1\n"]);
});

test("traces are left out of tokens alone", () => {
  writeFileSync(
    file,
    `import { captureStackTrace } from "cdktf/lib/tokens/private/stack-trace";
     const own: { stack?: string } = {};
     Error.captureStackTrace(own);
     console.log(captureStackTrace().length, typeof own.stack, new Error("x").stack!.split("\\n").length > 1);`,
  );
  expect(run()).toBe("0 string true\n");
});
