import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machineUserData } from "../../../modules/kubeadm/boot/user-data";
import { clouds, sourceOf } from "../../../scripts/boot-program";
import { slotSettings, workerSettings } from "./settings";

jest.setTimeout(60_000);

/** A test that needs a program of the distribution. In CI, a missing program is a failure. */
function testWith(program: string, title: string, run: () => void): void {
  const isInstalled = spawnSync("which", [program]).status === 0;
  if (isInstalled || process.env.CI === "true") test(title, run);
  else test.skip(`${title} (needs ${program})`, run);
}

describe("programs of the distribution accept", () => {
  testWith("shellcheck", "the doubles", () => {
    const files = ["__tests__/kubeadm/boot/doubles/curl"];
    expect(() => execFileSync("shellcheck", files, { stdio: "pipe" })).not.toThrow();
  });

  for (const cloud of clouds) {
    testWith("shellcheck", `the boot program of ${cloud}`, () => {
      const input = sourceOf(cloud);
      expect(() => execFileSync("shellcheck", ["-"], { input, stdio: "pipe" })).not.toThrow();
    });
  }

  testWith("cloud-init", "the user data", () => {
    const folder = mkdtempSync(join(tmpdir(), "cloud-config-"));
    const check = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      const { status, stdout, stderr } = spawnSync(
        "cloud-init",
        ["schema", "--config-file", join(folder, name)],
        {
          encoding: "utf8",
        },
      );
      return { status, output: stdout + stderr };
    };
    try {
      for (const [name, settings] of [
        ["slot", slotSettings(0)],
        ["worker", workerSettings()],
      ] as const) {
        const text = machineUserData(settings);
        expect(check(name, text)).toMatchObject({ status: 0 });
        expect(check(name, text.replace('"write_files":[', '"write_files":[7,'))).toMatchObject({
          status: 1,
        });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
