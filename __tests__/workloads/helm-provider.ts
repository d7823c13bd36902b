import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { helmProvider } from "../../modules/workloads/versions";
import { requiredProviders } from "../e2e/support/cloud-providers";
import { toolEnvironment } from "../e2e/support/environment";
import { missingHelm } from "./helm";

/** Why no test with the Helm provider can run; undefined if nothing is missing. */
function missingRequirement(): string | undefined {
  if (missingHelm !== undefined) return missingHelm;
  const { source, minimum, below } = helmProvider;
  const folder = mkdtempSync(join(tmpdir(), "helm-provider-"));
  try {
    const required = { helm: { source, version: `>= ${minimum}, < ${below}` } };
    const main = { terraform: { required_providers: required } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(main));
    const { status } = spawnSync("terraform", ["init", "-backend=false"], {
      cwd: folder,
      env: { ...process.env, ...toolEnvironment(), TF_REGISTRY_DISCOVERY_RETRY: "0" },
      stdio: "ignore",
    });
    return status === 0 ? undefined : `Terraform finds no provider ${source}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const missingProvider = missingRequirement();

/** `describe` with Helm, charts and the provider, or if `REQUIRE_PROVIDERS=helm` makes a missing one a failure; else a line, and `describe.skip`. */
export const describeHelmProvider: jest.Describe =
  missingProvider === undefined || requiredProviders().includes("helm") ? describe : describe.skip;

if (missingProvider !== undefined) console.log(`skipped: ${missingProvider}`);
