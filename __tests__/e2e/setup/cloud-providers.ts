import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toolEnvironment } from "../support/environment";
import { CLOUD_PROVIDERS, type CloudProvider, requiredProviders } from "../support/cloud-providers";
import { run } from "../support/run";

/** Without a registry, Terraform must not wait for it. */
const ONE_SHORT_TRY = { TF_REGISTRY_DISCOVERY_RETRY: "0", TF_REGISTRY_CLIENT_TIMEOUT: "10" };

/**
 * Finds the providers of Azure and Google where Terraform is configured to find them. Each found one sets its variable.
 *
 * @param dir - gets a folder for each found provider
 * @returns the roots of the mirrors with the found providers
 * @throws Error if `REQUIRE_PROVIDERS` names a provider that is not available
 */
export async function findCloudProviders(dir: string): Promise<string[]> {
  const mirrors: string[] = [];
  const skipped: string[] = [];
  for (const provider of CLOUD_PROVIDERS) {
    const mirror = await find(provider, join(dir, provider.name));
    if (mirror) mirrors.push(mirror);
    else skipped.push(provider.name);
  }
  const missing = requiredProviders().filter((name) => skipped.includes(name));
  if (missing.length > 0) throw new Error(`REQUIRE_PROVIDERS: not available: ${missing.join(", ")}`);
  return mirrors;
}

async function find(provider: CloudProvider, dir: string): Promise<string | undefined> {
  const { name, source, versions, versionsVariable, foundVariable } = provider;
  delete process.env[foundVariable];
  await mkdir(dir);
  const version = process.env[versionsVariable] ?? versions;
  const required = { terraform: { required_providers: { [name]: { source, version } } } };
  await writeFile(join(dir, "main.tf.json"), JSON.stringify(required));
  const env = { ...toolEnvironment(), ...ONE_SHORT_TRY };
  const { code } = await run("terraform", ["init", "-backend=false"], { cwd: dir, env, accept: [0, 1] });
  if (code !== 0) {
    process.stderr.write(`\n${name}: SKIPPED, because no provider ${source} ${version} was found\n`);
    return undefined;
  }
  const mirror = join(dir, ".terraform/providers");
  const [found] = await readdir(join(mirror, "registry.terraform.io", source));
  process.env[foundVariable] = found;
  return mirror;
}
