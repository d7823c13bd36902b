import { awsProvider } from "../../../modules/aws/provider";
import { isAtLeast } from "../../../modules/cluster/releases";

/** The version that must be available offline. It is older than the supported ones. */
const OFFLINE_VERSION = "5.100.0";

/** The AWS provider of the deploy tests. `AWS_VERSION` selects another version, for example a local build. */
export const PROVIDER = {
  name: "aws",
  source: "hashicorp/aws",
  version: process.env.AWS_VERSION ?? OFFLINE_VERSION,
} as const;

/** Whether this provider is older than the supported versions, and some arguments and effects of changes are missing. */
export const IS_OLDER_PROVIDER = !isAtLeast(PROVIDER.version, awsProvider.minimum);

/** `required_providers` with that version, as Terraform JSON. */
export const REQUIRED_PROVIDER = {
  terraform: {
    required_providers: { [PROVIDER.name]: { source: PROVIDER.source, version: PROVIDER.version } },
  },
};
