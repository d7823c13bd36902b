import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { synthesizeKubeadm } from "../../support/kubeadm";
import { onGoogle } from "../rule-support";

/** Runs the output `kubeconfig_command` with the real kubectl, and a gcloud that counts its tokens. */

const isInstalled = spawnSync("kubectl", ["version", "--client"]).status === 0;
if (!isInstalled) console.log("skipped: kubectl is not installed");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kubeconfig-"));
  const gcloud = [
    "#!/bin/sh",
    'if [ "$1" = storage ]; then echo certificate > "$4"; exit; fi',
    '[ -e refused ] && { echo "login required" >&2; exit 1; }',
    "echo x >> count",
    'echo "header.$(wc -l < count).signature" | tr -d " "',
  ].join("\n");
  writeFileSync(join(folder, "gcloud"), gcloud, { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const environment = () => ({
  ...process.env,
  KUBECONFIG: join(folder, "config"),
  PATH: `${folder}${delimiter}${process.env.PATH}`,
});

interface Exec {
  readonly apiVersion: string;
  readonly command: string;
  readonly args: readonly string[];
}

(isInstalled ? test : test.skip)("the plugin that kubectl stores prints a new token each time", () => {
  const command = String(synthesizeKubeadm(onGoogle()).terraform.output?.kubeconfig_command.value);
  // Terraform knows the name of the bucket.
  const known = command.replaceAll(/\$\{[^}]*\}/g, "bucket");
  // An earlier version stored a token.
  const [, user] = /set-credentials (\S+)/.exec(known)!;
  const old = ["config", "set-credentials", user, "--token=old.signature"];
  execFileSync("kubectl", old, { env: environment(), stdio: "pipe" });
  execFileSync("bash", ["-c", known], { cwd: folder, env: environment(), stdio: "pipe" });

  const text = readFileSync(join(folder, "config"), "utf8");
  const { users } = parse(text) as { users: { user: { exec: Exec } }[] };
  const { apiVersion, command: program, args } = users[0].user.exec;
  expect(text).not.toContain("signature");
  const answer = () =>
    JSON.parse(execFileSync(program, args, { cwd: folder, env: environment(), encoding: "utf8" })) as unknown;
  for (const count of [1, 2]) {
    expect(answer()).toEqual({
      apiVersion,
      kind: "ExecCredential",
      status: { token: `header.${count}.signature` },
    });
  }

  // Without a login, kubectl gets no empty token but the message of gcloud.
  writeFileSync(join(folder, "refused"), "");
  const failed = spawnSync(program, args, { cwd: folder, env: environment(), encoding: "utf8" });
  expect([failed.status, failed.stdout, failed.stderr]).toEqual([1, "", "login required\n"]);
});
