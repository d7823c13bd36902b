import { existsSync, readdirSync } from "node:fs";
import { arch, homedir, platform } from "node:os";
import { join } from "node:path";

/** A provider as Terraform names it, with its exact version. */
export interface ProviderVersion {
  readonly source: string;
  readonly version: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The root of a local mirror that has the provider for this machine, unpacked or packed; undefined if there is none. The
 * variables come first, then the directories that Terraform searches by itself, then those of add-on software.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
export function localMirror(
  provider: ProviderVersion,
  env: Variables = process.env,
  addOns = "/opt",
): string | undefined {
  const home = env.HOME || homedir();
  const roots = [
    env.TF_PROVIDER_MIRROR,
    env.TF_PLUGIN_CACHE_DIR,
    join(home, ".terraform.d/plugins"),
    ...(env.XDG_DATA_HOME || join(home, ".local/share")).split(":").map(pluginsIn),
    ...(env.XDG_DATA_DIRS || "/usr/local/share:/usr/share").split(":").map(pluginsIn),
    ...foldersOf(addOns),
  ];
  return roots.find((root) => root && holds(root, provider));
}

const pluginsIn = (directory: string): string => join(directory, "terraform/plugins");

function foldersOf(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory).map((name) => join(directory, name));
}

/** `aws/5.100.0/linux_amd64/` or `aws/terraform-provider-aws_5.100.0_linux_amd64.zip`. */
function holds(root: string, { source, version }: ProviderVersion): boolean {
  const folder = join(root, "registry.terraform.io", source);
  const target = `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;
  const packed = `terraform-provider-${source.split("/")[1]}_${version}_${target}.zip`;
  return existsSync(join(folder, version, target)) || existsSync(join(folder, packed));
}

/**
 * Whether the user has configured Terraform: then its configuration decides where providers come from.
 *
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#locations
 */
export function isConfigured(env: Variables = process.env): boolean {
  return existsSync(env.TF_CLI_CONFIG_FILE || join(env.HOME || homedir(), ".terraformrc"));
}

/** The text of a CLI configuration with which Terraform takes providers from nowhere but mirrors. */
export function mirrorConfig(...paths: readonly string[]): string {
  const mirrors = paths.map((path) => `  filesystem_mirror {\n    path = ${JSON.stringify(path)}\n  }\n`);
  return `disable_checkpoint = true\nprovider_installation {\n${mirrors.join("")}}\n`;
}
