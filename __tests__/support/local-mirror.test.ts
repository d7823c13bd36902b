import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isConfigured, localMirror, mirrorConfig } from "../e2e/setup/local-mirror";

/** How the deploy tests find the provider on a machine whose Terraform is not configured. */

const provider = { source: "hashicorp/aws", version: "5.100.0" };
const target = `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;
const unpacked = `registry.terraform.io/hashicorp/aws/5.100.0/${target}/provider`;

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "mirror-"))));
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), "");
}

/** With nothing of this machine in sight. */
const find = (env: Record<string, string> = {}) =>
  localMirror(provider, { HOME: root, XDG_DATA_DIRS: join(root, "share"), ...env }, join(root, "opt"));

test.each([
  "home/.terraform.d/plugins",
  "home/.local/share/terraform/plugins",
  "share/terraform/plugins",
  "opt/tf",
])("a mirror in %s is found", (folder) => {
  const env = { HOME: join(root, "home") };
  expect(find(env)).toBeUndefined();
  write(`${folder}/${unpacked}`);
  expect(find(env)).toBe(join(root, folder));
});

test.each(["TF_PROVIDER_MIRROR", "TF_PLUGIN_CACHE_DIR", "XDG_DATA_HOME"])("%s names a mirror", (name) => {
  const below = name === "XDG_DATA_HOME" ? "terraform/plugins" : ".";
  write(join("mine", below, unpacked));
  write(`.terraform.d/plugins/other`);
  expect(find()).toBeUndefined();
  expect(find({ [name]: join(root, "mine") })).toBe(join(root, "mine", below));
});

test("a variable precedes the directories that Terraform searches", () => {
  write(`mine/${unpacked}`);
  write(`.terraform.d/plugins/${unpacked}`);
  expect(find({ TF_PROVIDER_MIRROR: join(root, "mine") })).toBe(join(root, "mine"));
  expect(find()).toBe(join(root, ".terraform.d/plugins"));
});

test("a packed provider is found too", () => {
  write(`opt/tf/registry.terraform.io/hashicorp/aws/terraform-provider-aws_5.100.0_${target}.zip`);
  expect(find()).toBe(join(root, "opt/tf"));
});

test.each([
  ["another version", unpacked.replace("5.100.0", "5.99.0")],
  ["another machine", unpacked.replace(target, "plan9_mips")],
  ["another provider", unpacked.replace("hashicorp/aws", "hashicorp/tls")],
])("a mirror with %s is of no use", (_, path) => {
  write(`opt/tf/${path}`);
  expect(find()).toBeUndefined();
});

test("a configuration of the user is not changed, and one that does not exist is ignored", () => {
  expect(isConfigured({ HOME: root })).toBe(false);
  expect(isConfigured({ HOME: root, TF_CLI_CONFIG_FILE: join(root, "missing.rc") })).toBe(false);
  write("mine.rc");
  expect(isConfigured({ HOME: root, TF_CLI_CONFIG_FILE: join(root, "mine.rc") })).toBe(true);
  write(".terraformrc");
  expect(isConfigured({ HOME: root })).toBe(true);
  expect(isConfigured({ HOME: root, TF_CLI_CONFIG_FILE: join(root, "missing.rc") })).toBe(false);
});

test("the configuration names the mirror and nothing else", () => {
  expect(mirrorConfig('/a "b"')).toContain('path = "/a \\"b\\""');
  expect(mirrorConfig("/a")).not.toContain("direct");
});
