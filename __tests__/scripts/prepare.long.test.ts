import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

test("no script runs when another project installs the package", () => {
  const names = Object.keys(manifest.scripts);
  expect(names.filter((name) => ["preinstall", "install", "postinstall"].includes(name))).toEqual([]);
});
