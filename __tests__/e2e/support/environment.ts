import { DUMMY_CREDENTIALS } from "../aws/clients";

/** Variables for Terraform and CDKTF: no prompts and no telemetry. */
export function toolEnvironment(): Record<string, string | undefined> {
  return {
    CI: "1",
    CHECKPOINT_DISABLE: "1",
    DISABLE_VERSION_CHECK: "1",
    FORCE_COLOR: "0",
    // Less garbage collection in Terraform and the provider saves a quarter of their CPU time, for some tens of MB.
    GOGC: "400",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    // The cache does not support concurrent runs: without a lock file each `init` removes and adds the provider.
    TF_PLUGIN_CACHE_DIR: undefined,
  };
}

/** Variables that direct every AWS client to the emulator, and hide the AWS configuration of the machine. */
export function awsEnvironment(endpoint: string): Record<string, string | undefined> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    // Clients put the account in front of the host of S3 Control. This name has no address, so that requests go to the proxy.
    HTTP_PROXY: endpoint,
    NO_PROXY: undefined,
    no_proxy: undefined,
    AWS_ACCESS_KEY_ID: DUMMY_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: DUMMY_CREDENTIALS.secretAccessKey,
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    AWS_REGION: undefined,
    AWS_DEFAULT_REGION: undefined,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    // The emulator has no TLS, and a provider with this variable can be configured once only.
    AWS_CA_BUNDLE: undefined,
  };
}
