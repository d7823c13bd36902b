import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { encodedUserData, machineUserData, userDataBytes } from "../../../modules/kubeadm/boot/user-data";
import { limits } from "../../../modules/kubeadm/limits";
import { clouds, folder, partsOf, sourceOf } from "../../../scripts/boot-program";
import { shippedClusters } from "../../support/shipped";
import { synthesizeStack } from "../../support/stack";
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
  test.each(
    clouds.flatMap((cloud) => [
      [cloud, slotSettings(0, {}, { cloud })] as const,
      [cloud, workerSettings({}, { cloud })] as const,
    ]),
  )("contains the boot program of %s without comments and other clouds", (cloud, settings) => {
    const source = sourceOf(cloud);
    const texts = [...source.matchAll(/<<-?'?(\w+)'?[^\n]*\n([^]*?)\n\s*\1$/gm)].map(([, , text]) => text);
    expect(texts.length).toBeGreaterThan(2);
    // A text of the program must not have lines that look like comments.
    expect(texts.filter((text) => /^\s*#/m.test(text))).toEqual([]);
    const { content } = filesOf(machineUserData(settings)).get("/usr/local/lib/kubernetes-boot/boot.sh")!;
    const program = gunzipSync(fromBase64(content)).toString().split("\n");
    expect(program[0]).toBe("#!/usr/bin/env bash");
    expect(program.slice(1).filter((line) => /^\s*#/.test(line))).toEqual([]);
    const lines = source.split("\n").map((line) => line.trim());
    expect(program.filter((line) => !lines.includes(line.trim()))).toEqual([]);
    // Indentation of texts is part of them.
    const whole = [...source.matchAll(/^ *(.*<<END.*\n[^]*?\nEND)$/gm)].map(([, text]) => text);
    const text = program.join("\n");
    const own = whole.filter((one) => text.includes(one.split("\n", 2).join("\n")));
    expect(own.length).toBeGreaterThan(1);
    expect(own.filter((one) => !text.includes(one))).toEqual([]);
    expect(program.some((line) => line.startsWith("worker() "))).toBe(settings.machine.role === "worker");
    expect(program.some((line) => line.startsWith("backup() "))).toBe(
      settings.machine.role === "control-plane",
    );
    const functions = program.flatMap((line) => /^(aws|azure|google)_\w+\(\)/.exec(line)?.[1] ?? []);
    expect(functions.length).toBeGreaterThan(10);
    expect(new Set(functions)).toEqual(new Set([cloud]));
    // The operating system in the header of gzip is unknown.
    expect(fromBase64(content)[9]).toBe(255);
  });

  test("contains each part of the boot program in one order", () => {
    const parts = clouds.flatMap((cloud) => partsOf(cloud));
    expect(readdirSync(folder).sort()).toEqual([...new Set(parts)].map((part) => `${part}.sh`).sort());
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

  test("has space for the files of the user in the largest cluster", () => {
    const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    const random = (length: number, from: number) =>
      Array.from(
        { length },
        (_, i) => letters[createHash("sha256").update(`${from} ${i}`).digest()[0] % 36],
      ).join("");
    const own = Array.from({ length: limits.softwareFiles }, (_, i) => {
      const [url, to] = ["https://files.example.com/", `/opt/tool${i}`];
      const rest = limits.softwareFileCharacters / limits.softwareFiles - to.length - url.length;
      const sha256 = createHash("sha256").update(String(i)).digest("hex");
      return { url: url + random(rest, i), sha256, to };
    });
    const withFiles = shippedClusters().flatMap(({ cluster }) => {
      if (cluster.platform !== "kubeadm") return [];
      const software = { ...cluster.kubeadm?.software, files: own };
      return [() => synthesizeStack({ ...cluster, kubeadm: { ...cluster.kubeadm, software } }).terraform];
    });
    expect(withFiles.length).toBeGreaterThan(4);
    for (const synthesized of withFiles) expect(synthesized).not.toThrow();
  });

  test("must not exceed the limit", () => {
    const files = Array.from({ length: 250 }, (_, i) => ({
      kind: "program" as const,
      path: `kubernetes/1.35.4/amd64/${i}`,
      sha256: createHash("sha256").update(String(i)).digest("hex"),
    }));
    expect(userDataBytes(slotSettings(0))).toBeLessThan(16_384);
    expect(() => encodedUserData(slotSettings(0, {}, { software: { source: "store", files } }))).toThrow(
      /user data of control-plane must have at most 16384 bytes, got about \d+/,
    );
  });
});
