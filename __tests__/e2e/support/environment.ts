import { DUMMY_CREDENTIALS } from "../aws/clients";

/** Variables for Terraform and CDKTF: no prompts, and no reports to anyone. */
export function toolEnvironment(): Record<string, string | undefined> {
  return {
    CI: "1",
    CHECKPOINT_DISABLE: "1",
    DISABLE_VERSION_CHECK: "1",
    FORCE_COLOR: "0",
    // Terraform and the provider collect garbage less often: a quarter of their processor time, for some tens of MB.
    GOGC: "400",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    // A cache is no place for runs at a time: without a lock file each `init` takes the provider out and puts it in again.
    TF_PLUGIN_CACHE_DIR: undefined,
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
