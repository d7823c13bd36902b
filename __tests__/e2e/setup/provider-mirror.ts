import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toolEnvironment } from "../support/environment";
import { REQUIRED_PROVIDER } from "../support/provider";
import { run } from "../support/run";

/** Name of the variable that tells where this run's copy of the provider is. */
export const MIRROR = "CDKTF_CLUSTERS_E2E_MIRROR";

/**
 * Fetches the provider once, from wherever Terraform is set up to take it, and makes that copy the only source for every
 * `init` of this run. Terraform links to an unpacked mirror and writes nothing into it, so any number of runs share it.
 */
export async function prepareProvider(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-"));
  process.env[MIRROR] = dir;
  await writeFile(join(dir, "main.tf.json"), JSON.stringify(REQUIRED_PROVIDER));
  await run("terraform", ["init", "-backend=false"], { cwd: dir, env: toolEnvironment() });
  const config = join(dir, "terraform.rc");
  await writeFile(config, mirrorConfig(join(dir, ".terraform/providers")));
  process.env.TF_CLI_CONFIG_FILE = config;
}

function mirrorConfig(path: string): string {
  return `disable_checkpoint = true
provider_installation {
  filesystem_mirror {
    path = ${JSON.stringify(path)}
  }
}
`;
}
