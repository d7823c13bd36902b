import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toolEnvironment } from "../support/environment";
import { PROVIDER, REQUIRED_PROVIDER } from "../support/provider";
import { run } from "../support/run";
import { findCloudProviders } from "./cloud-providers";
import { isConfigured, localMirror, mirrorConfig } from "./local-mirror";

/** Environment variable with the directory of the provider of this run. */
export const MIRROR = "CDKTF_CLUSTERS_E2E_MIRROR";

/**
 * Installs the provider once, as the only source for each `init` of this run. Terraform links to an unpacked mirror and writes nothing
 * into it, so any number of runs share it. The source of the provider is the Terraform configuration of the user; without one, a local
 * mirror if this machine has one, and otherwise the registry.
 */
export async function prepareProvider(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "cdktf-clusters-e2e-"));
  process.env[MIRROR] = dir;
  const config = join(dir, "terraform.rc");
  if (!isConfigured()) {
    const mirror = localMirror(PROVIDER);
    // Terraform refuses to start with a TF_CLI_CONFIG_FILE that does not exist.
    delete process.env.TF_CLI_CONFIG_FILE;
    if (mirror !== undefined) {
      await writeFile(config, mirrorConfig(mirror));
      process.env.TF_CLI_CONFIG_FILE = config;
    }
  }
  await writeFile(join(dir, "main.tf.json"), JSON.stringify(REQUIRED_PROVIDER));
  await run("terraform", ["init", "-backend=false"], { cwd: dir, env: toolEnvironment() });
  const others = await findCloudProviders(dir);
  await writeFile(config, mirrorConfig(join(dir, ".terraform/providers"), ...others));
  process.env.TF_CLI_CONFIG_FILE = config;
}
