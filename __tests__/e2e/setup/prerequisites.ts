import { installMoto } from "../emulator/moto";
import { PROVIDER } from "../support/provider";
import { run } from "../support/run";
import { prepareProvider } from "./provider-mirror";

/** Name of the variable with the missing requirements, if any. */
export const MISSING = "CDKTF_CLUSTERS_E2E_MISSING";

interface Prerequisite {
  readonly name: string;
  readonly check: () => Promise<unknown>;
}

const PREREQUISITES: readonly Prerequisite[] = [
  { name: "the AWS emulator (Python 3 and PyPI)", check: installMoto },
  { name: "Terraform", check: () => run("terraform", ["version"]) },
  { name: `the provider ${PROVIDER.source} ${PROVIDER.version}`, check: prepareProvider },
];

/** Runs once before all deploy tests. Missing requirements skip the tests; in CI they fail them. */
export default async function checkPrerequisites(): Promise<void> {
  // The pinned AWS SDK runs on Node 20; it warns that later releases will not.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  for (const { name, check } of PREREQUISITES) {
    try {
      await check();
    } catch (error) {
      const reason = `${name} is missing: ${error instanceof Error ? error.message : String(error)}`;
      if (process.env.CI && process.env.CI !== "false")
        throw new Error(`deploy tests must run in CI, but ${reason}`, { cause: error });
      process.stderr.write(`\nDeploy tests are SKIPPED: ${reason}\n\n`);
      process.env[MISSING] = name;
      return;
    }
  }
}
