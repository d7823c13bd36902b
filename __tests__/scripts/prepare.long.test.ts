import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import manifest from "../../package.json";

test("the script prepare succeeds without development packages, as after npm ci --omit=dev", () => {
  const folder = mkdtempSync(join(tmpdir(), "prepare-"));
  for (const path of ["scripts", "package.json", "modules/environment/environment.schema.json"]) {
    cpSync(path, join(folder, path), { recursive: true });
  }
  const commands = [manifest.scripts.validators, ...manifest.scripts.prepare.split(" && ").slice(1)];
  expect(commands.map((command) => command.split(" ")[0])).toEqual(commands.map(() => "node"));
  for (const command of commands) {
    const { status, stderr } = spawnSync(process.execPath, command.split(" ").slice(1), {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  }
  rmSync(folder, { recursive: true });
});

describe("the last command of prepare", () => {
  const resolved = { npm_package_resolved: "git+https://example.com/project.git" };

  test.each([
    ["builds the package that npm installs from Git", resolved, { packages: true, lib: false }, true],
    ["builds nothing after npm ci in a checkout", {}, { packages: true, lib: false }, false],
    ["builds nothing if there is a build, as in npm pack", resolved, { packages: true, lib: true }, false],
    ["builds nothing without development packages", resolved, { packages: false, lib: false }, false],
  ])("%s", (_, variables, { packages, lib }, isBuilt) => {
    const folder = mkdtempSync(join(tmpdir(), "prepare-"));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    const last = manifest.scripts.prepare.split(" && ").at(-1)!.split(" ")[1];
    mkdirSync(join(folder, "scripts"));
    cpSync(last, join(folder, last));
    write("scripts/build.mjs", 'import { writeFileSync } from "node:fs"; writeFileSync("built", "");');
    for (const name of packages ? ["esbuild", "typescript"] : []) write(`node_modules/${name}/index.js`, "");
    if (lib) write("lib/cli.js", "");
    const env = { ...process.env, npm_package_resolved: undefined, ...variables };
    const { status, stderr } = spawnSync(process.execPath, [last], { cwd: folder, env, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(existsSync(join(folder, "built"))).toBe(isBuilt);
    rmSync(folder, { recursive: true });
  });
});

test("a package without a build states what to do", () => {
  const folder = mkdtempSync(join(tmpdir(), "prepare-"));
  mkdirSync(join(folder, "bin"));
  cpSync("bin/cdktf-clusters.js", join(folder, "bin/cdktf-clusters.js"));
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "bin/cdktf-clusters.js")], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: expect.stringMatching(/^cdktf-clusters: this package has no build\..*\n.* npm pack .*\n$/),
  });
  rmSync(folder, { recursive: true });
});

test("no script runs when another project installs the package", () => {
  const names = Object.keys(manifest.scripts);
  expect(names.filter((name) => ["preinstall", "install", "postinstall"].includes(name))).toEqual([]);
});
