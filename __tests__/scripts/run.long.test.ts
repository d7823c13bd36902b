import { execFileSync, spawnSync } from "node:child_process";
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

const bundle = (): string => join("node_modules/.cache/cdktf-clusters", folder, "program.js");
const text = (): string => readFileSync(bundle(), "utf8");

test("a program sees its arguments, and packages from where the project has them", () => {
  writeFileSync(
    file,
    `import { parse } from "yaml";
     import { App } from "cdktf";
     console.log(process.argv.slice(2).join(), parse("a: 1").a, typeof App, require.resolve("cdktf"));`,
  );
  expect(run("one", "two")).toBe(`one,two 1 function ${require.resolve("cdktf")}\n`);
});

test("a binding of a provider is loaded when it is used", () => {
  writeFileSync(
    file,
    `import { Vpc } from "@cdktf/provider-aws/lib/vpc";
     const isLoaded = () => Object.keys(require.cache).some((name) => name.includes("provider-aws/lib/vpc/"));
     const before = isLoaded();
     console.log(before, Vpc.tfResourceType, isLoaded());`,
  );
  expect(run()).toBe("false aws_vpc true\n");
});

test("the exported main function of a program is called", () => {
  writeFileSync(file, `export const main = () => console.log(process.argv[2]);`);
  expect(run("one")).toBe("one\n");
});

test("an edit is seen, even one of the same length; without an edit the bundle stays", () => {
  for (const answer of ["1", "2", "1"]) {
    writeFileSync(file, `console.log(${answer} as number);`);
    expect(run()).toBe(`${answer}\n`);
    const { mtimeMs } = statSync(bundle());
    expect(run()).toBe(`${answer}\n`);
    expect(statSync(bundle()).mtimeMs).toBe(mtimeMs);
  }
});

test("Node is as it is without the runner: errors have traces, CDKTF's tokens too, and archives can be packed", () => {
  writeFileSync(
    file,
    `import Module from "node:module";
     import { archiveSync } from "cdktf/lib/private/fs";
     import { captureStackTrace } from "cdktf/lib/tokens/private/stack-trace";
     archiveSync("bin", process.argv[2]);
     const own: { stack?: string } = {};
     Error.captureStackTrace(own);
     const load = String((Module as unknown as { _load: unknown })._load);
     console.log(typeof own.stack, captureStackTrace().length > 1, String(Error.captureStackTrace), load.includes("cdktf"));`,
  );
  expect(run(join(folder, "archive.zip"))).toBe(
    "string true function captureStackTrace() { [native code] } false\n",
  );
  expect(statSync(join(folder, "archive.zip")).size).toBeGreaterThan(100);
});

test("Node keeps compiled code if it can", () => {
  writeFileSync(file, "console.log(require('node:module').getCompileCacheDir?.());");
  const expected = "enableCompileCache" in jest.requireActual<object>("node:module");
  expect(run().includes(join("node_modules/.cache/cdktf-clusters/compiled"))).toBe(expected);
});

test("a file that was saved while it was bundled is bundled again", () => {
  writeFileSync(file, "console.log(1);");
  run();
  expect(text()).toContain(`// inputs: [["${file}",`);
  rmSync(bundle());
  // As late as a save in the middle of the next run.
  const later = new Date("2100-01-01");
  utimesSync(file, later, later);
  expect(run()).toBe("1\n");
  expect(text()).not.toContain("// inputs: ");
  expect(run()).toBe("1\n");
});

test.each([
  ["that is truncated", (whole: string) => whole.slice(0, -30)],
  [
    "of other inputs",
    (whole: string) => whole.replace(/\/\/ inputs: .*/, '// inputs: [["package.json",1,1]]'),
  ],
  ["without its inputs", (whole: string) => whole.replace(/\/\/ inputs: .*/, "")],
])("a bundle %s is not used", (_, damage) => {
  writeFileSync(file, "console.log(1);");
  run();
  writeFileSync(bundle(), damage(text()).replace("console.log(1)", "console.log(2)"));
  expect(run()).toBe("1\n");
});

test("a program runs where nothing can be kept", () => {
  writeFileSync(file, "#!/usr/bin/env node\nconsole.log(1, __filename);");
  // In the way of the folder, because the user root may write everywhere.
  writeFileSync(join("node_modules/.cache/cdktf-clusters", folder), "");
  const expected = `1 ${join(process.cwd(), bundle())}\n`;
  expect([run(), run()]).toEqual([expected, expected]);
  expect(existsSync(bundle())).toBe(false);
});

test.each([
  ["--help", 0],
  ["help", 0],
  ["--plan", 2],
])("npm run synth prints its usage for %s, and writes nothing", (argument, code) => {
  const CDKTF_OUTDIR = join(folder, "out");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/run.js", "main.ts", argument], {
    encoding: "utf8",
    env: { ...process.env, CDKTF_OUTDIR },
  });
  expect(status).toBe(code);
  expect(code === 0 ? stdout : stderr).toContain("npm run synth has no options");
  expect(stderr.startsWith(`unexpected ${argument}\n`)).toBe(code !== 0);
  expect(existsSync(CDKTF_OUTDIR)).toBe(false);
});
