import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { encodedUserData, machineUserData, userDataBytes } from "../../../modules/kubeadm/boot/user-data";
import { slotSettings, workerSettings } from "./settings";

interface File {
  readonly path: string;
  readonly content: string;
  readonly encoding?: "b64" | "gz+b64";
}

const header = "#cloud-config\n";

function filesOf(userData: string): ReadonlyMap<string, File> {
  expect(userData.startsWith(header)).toBe(true);
  const { write_files: files } = JSON.parse(userData.slice(header.length)) as { write_files: File[] };
  return new Map(files.map((file) => [file.path, file]));
}

const fromBase64 = (text: string) => Buffer.from(text, "base64");

describe("user data of a machine", () => {
  test("contains the boot program without its comments", () => {
    const { content } = filesOf(machineUserData(workerSettings())).get(
      "/usr/local/lib/kubernetes-boot/boot.sh",
    )!;
    const [first, ...lines] = readFileSync("modules/kubeadm/boot/boot.sh", "utf8").split("\n");
    const texts = [...lines.join("\n").matchAll(/<<-?'?(\w+)'?[^\n]*\n([^]*?)\n\s*\1$/gm)].map(
      ([, , text]) => text,
    );
    expect(texts.length).toBeGreaterThan(3);
    // A text of the program must not have lines that look like comments.
    expect(texts.filter((text) => /^\s*#/m.test(text))).toEqual([]);
    const program = [first, ...lines.filter((line) => !line.trimStart().startsWith("#"))]
      .join("\n")
      // AWS has no functions of other clouds.
      .replace(/^(azure|google)_\w+\(\) \{ .*\}\n/gm, "")
      .replace(/^(azure|google)_\w+\(\) \{\n(( .*)?\n)*?\}\n/gm, "");
    expect(first).toBe("#!/usr/bin/env bash");
    expect(gunzipSync(fromBase64(content)).toString()).toBe(program);
    // The operating system in the header of gzip is unknown.
    expect(fromBase64(content)[9]).toBe(255);
  });

  test.each(["a b", "it's", 'a"b', "$HOME", "`id`", "a\\nb", "ü"])(
    "passes the text %j to the shell",
    (text) => {
      const settings = slotSettings(0, { diskId: text });
      const file = fromBase64(
        filesOf(machineUserData(settings)).get("/etc/kubernetes-boot/settings")!.content,
      );
      const shown = execFileSync("bash", ["-c", `${file}\nprintf %s "$DISK_ID"`], { encoding: "utf8" });
      expect(shown).toBe(text);
    },
  );

  test("has references in the settings only, encoded by Terraform", () => {
    const userData = machineUserData(slotSettings(0, { diskId: "${aws_ebs_volume.etcd.id}" }));
    const [, expression] = /"content":"\$\{(base64encode\(.*?\))\}"/.exec(userData)!;
    expect(expression).toMatch(
      /^base64encode\(format\(base64decode\("[\w+/=]+"\), "\$\{aws_ebs_volume\.etcd\.id\}"\)\)$/,
    );
    expect(userData.replace(expression, "").match(/\$\{/g)).toHaveLength(1);
  });

  test("is compressed by Terraform", () => {
    expect(encodedUserData(workerSettings())).toMatch(/^\$\{base64gzip\("#cloud-config\\n/);
  });

  test("must not exceed the limit", () => {
    const files = Array.from({ length: 250 }, (_, i) => ({
      kind: "binary" as const,
      path: `kubernetes/1.35.4/amd64/${i}`,
      sha256: createHash("sha256").update(String(i)).digest("hex"),
    }));
    expect(userDataBytes(slotSettings(0))).toBeLessThan(16_384);
    expect(() => encodedUserData(slotSettings(0, {}, { software: { source: "store", files } }))).toThrow(
      /user data of control-plane must have at most 16384 bytes, got about \d+/,
    );
  });
});
