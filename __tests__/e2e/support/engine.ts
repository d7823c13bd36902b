import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { MIRROR } from "../setup/provider-mirror";
import { mirrorConfig } from "../setup/local-mirror";
import { foundVersion } from "./cloud-providers";

/** The program that reads the Terraform JSON. */
export interface Engine {
  /** The program, or its path. */
  readonly program: string;

  /** The registry of providers whose source names none. */
  readonly registry: string;

  /** Variables, in addition to those of the tests. */
  readonly env: Readonly<Record<string, string>>;

  /** The program that deploys stacks with it, and its first arguments; default: the CLI of CDKTF. */
  readonly cli?: readonly string[];
}

export const TERRAFORM: Engine = { program: "terraform", registry: "registry.terraform.io", env: {} };

const REGISTRY = "registry.opentofu.org";

const build = join(__dirname, "../../lab/build.sh");

/** OpenTofu, which is built from its Go module, with the providers of this run. Its owner removes it. */
export class OpenTofu implements Engine {
  readonly registry = REGISTRY;

  private constructor(
    readonly program: string,
    readonly env: Engine["env"],
    private readonly dir: string,
  ) {}

  /** @param version - of the Go module, such as 1.12.6. The first call takes some minutes; later ones find the program. */
  static async prepare(version: string): Promise<OpenTofu> {
    const { stdout } = await promisify(execFile)(build, ["tofu", version]);
    const dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-opentofu-"));
    const config = join(dir, "tofu.rc");
    const folders = providerFolders();
    const mirrors = folders.map((_, i) => join(dir, String(i)));
    for (const [i, mirror] of mirrors.entries()) {
      // OpenTofu follows links to packages, but not to folders above them.
      await cp(join(folders[i], TERRAFORM.registry), join(mirror, REGISTRY), {
        recursive: true,
        verbatimSymlinks: true,
      });
    }
    await writeFile(config, mirrorConfig(...mirrors));
    return new OpenTofu(join(stdout.trim(), "tofu"), { TF_CLI_CONFIG_FILE: config }, dir);
  }

  remove(): Promise<void> {
    return rm(this.dir, { recursive: true, force: true });
  }
}

/** The roots of the mirrors that the setup of the tests made. */
function providerFolders(): string[] {
  const root = process.env[MIRROR]!;
  const found = (["azurerm", "google"] as const).filter((name) => foundVersion(name) !== undefined);
  return [root, ...found.map((name) => join(root, name))].map((folder) =>
    join(folder, ".terraform/providers"),
  );
}
