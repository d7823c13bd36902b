import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DUMMY_CREDENTIALS } from "../aws/clients";

/** Variables for Terraform and CDKTF: no prompts, no reports to anyone, and one copy of the provider for all runs. */
export function toolEnvironment(): Record<string, string | undefined> {
  // By the name that such folders have, so that nobody who looks for a mirror of providers takes it for one.
  const cache = join(tmpdir(), "cdktf-clusters-e2e", "plugin-cache");
  mkdirSync(cache, { recursive: true });
  return {
    CI: "1",
    CHECKPOINT_DISABLE: "1",
    DISABLE_VERSION_CHECK: "1",
    FORCE_COLOR: "0",
    // Terraform and the provider collect garbage less often: a quarter of their processor time, for some tens of MB.
    GOGC: "400",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    TF_PLUGIN_CACHE_DIR: cache,
  };
}

/** Variables that turn every AWS client to the emulator, and away from whatever account the machine knows. */
export function awsEnvironment(endpoint: string): Record<string, string | undefined> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: DUMMY_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: DUMMY_CREDENTIALS.secretAccessKey,
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    AWS_REGION: undefined,
    AWS_DEFAULT_REGION: undefined,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
  };
}
